import { type Mrkdwn, md } from '../../slack/escape.ts';
import { texts } from '../../texts.ts';

export const say = texts({
  en: {
    whatIsIt: md`What is it about?`,
    kept: md`Got it. What is it?`,
    keptWord: (word: Mrkdwn) => md`I don’t know “${word}” yet, so I kept your text. What is it?`,
    typedGone: md`I can’t find that text any more. Please type it again, or start with /customer.`,
    noText: md`I can only read text here. Write in a sentence what a customer told you, or type /customer.`,
    complains: 'A customer complains',
    asks: 'A customer asks',
    deciding: 'We are deciding something',
    notYet: {
      complaint: md`I can’t pass on complaints yet. Your text is kept here. Tell the colleague who can put it right, and if you spoke with the customer, log it so that it isn’t lost.`,
      question: md`I can’t pass on questions yet. Your text is kept here. Ask the colleague who knows, and if you spoke with the customer, log it so that it isn’t lost.`,
      decision: md`I can’t keep decisions yet. Until then the question itself: *what would our customers think, and how do we know?* If a customer told you something about it, log that.`,
    },
    helpTitle: 'Just write to me',
    helpSays:
      'What you write to Mantra in a direct message, or type behind a word it doesn’t know, is never lost: you choose what it is.',
    helpWord: 'the menu',
  },
  nl: {
    whatIsIt: md`Waar gaat het over?`,
    kept: md`Gelezen. Wat is het?`,
    keptWord: (word) => md`“${word}” ken ik nog niet, dus ik heb je tekst bewaard. Wat is het?`,
    typedGone: md`Ik kan die tekst niet meer vinden. Typ hem nog eens, of begin met /klant.`,
    noText: md`Ik kan hier alleen tekst lezen. Schrijf in een zin wat een klant je vertelde, of typ /klant.`,
    complains: 'Een klant heeft een klacht',
    asks: 'Een klant heeft een vraag',
    deciding: 'We gaan iets besluiten',
    notYet: {
      complaint: md`Klachten doorgeven kan ik nog niet. Je tekst staat hier nog. Vertel het de collega die het kan oplossen, en heb je de klant gesproken, bewaar het dan als gesprek, dan raakt het niet kwijt.`,
      question: md`Vragen doorgeven kan ik nog niet. Je tekst staat hier nog. Vraag het de collega die het weet, en heb je de klant gesproken, bewaar het dan als gesprek, dan raakt het niet kwijt.`,
      decision: md`Besluiten bewaren kan ik nog niet. Tot die tijd de vraag zelf: *wat zouden onze klanten hiervan vinden, en hoe weten we dat?* Vertelde een klant je er iets over, bewaar dat dan.`,
    },
    helpTitle: 'Schrijf me gewoon',
    helpSays:
      'Wat je Mantra in een privébericht schrijft, of typt achter een woord dat het niet kent, raakt nooit kwijt: jij kiest wat het is.',
    helpWord: 'het menu',
  },
});

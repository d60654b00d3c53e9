import { type Mrkdwn, md } from '../../slack/escape.ts';
import { texts } from '../../texts.ts';

export const say = texts({
  en: {
    label: 'Who else of us was there?',
    hint: 'On their Home they see your name, the customer and the day, not your text, and say whether it was them. Then it counts for them too.',
    placeholder: 'Choose colleagues',
    title: md`*Were you there too?*`,
    waits: (author: Mrkdwn, customer: Mrkdwn, day: Mrkdwn) =>
      md`${author} logged a conversation with *${customer}* on ${day}, and says you were there.`,
    counted: (author: Mrkdwn, customer: Mrkdwn, day: Mrkdwn) =>
      md`Also yours this month: *${customer}*, ${day}, logged by ${author}.`,
    yes: 'Yes, I was there',
    no: 'That wasn’t me',
    explain: md`_If you say yes, it counts for your month too. Nobody hears what you answer._`,
    gone: md`This conversation has been withdrawn, or you are no longer named in it. There is nothing left to answer.`,
  },
  nl: {
    label: 'Wie van ons was er nog bij?',
    hint: 'Op hun startpagina zien ze jouw naam, de klant en de dag, niet je tekst, en zeggen ze of zij het waren. Dan telt het voor hen ook mee.',
    placeholder: 'Kies collega’s',
    title: md`*Was jij er ook bij?*`,
    waits: (author, customer, day) =>
      md`${author} legde een gesprek met *${customer}* vast, op ${day}, en zegt dat jij erbij was.`,
    counted: (author, customer, day) => md`Ook van jou deze maand: *${customer}*, ${day}, vastgelegd door ${author}.`,
    yes: 'Ja, ik was erbij',
    no: 'Dat was ik niet',
    explain: md`_Zeg je ja, dan telt het ook voor jouw maand. Niemand hoort wat je antwoordt._`,
    gone: md`Dit gesprek is ingetrokken, of je wordt er niet meer bij genoemd. Er valt niets meer te antwoorden.`,
  },
});

import { type Mrkdwn, md } from '../../slack/escape.ts';
import { texts } from '../../texts.ts';

export const say = texts({
  en: {
    intro: md`*Mantra makes talking to customers everybody’s habit.* Everyone speaks with a customer every month, and hears what came of it.`,
    habit: (title: Mrkdwn, says: Mrkdwn) => md`*${title}*\n${says}`,
    word: (type: Mrkdwn, does: Mrkdwn) => md`\`${type}\`: ${does}`,
    whoSees: md`*Who sees what?* Leaders see groups, never who did or didn’t. What you learned can be found by colleagues without your name, unless you choose otherwise. *Stop?* In the ⋯ menu of my message; nobody is told.`,
    title: 'Help',
    says: 'This text. In a thread commands don’t work; write to me in a direct message instead.',
    does: 'what all this is, how to start, how to stop it',
  },
  nl: {
    intro: md`*Mantra maakt praten met klanten ieders gewoonte.* Iedereen spreekt elke maand een klant, en hoort wat ervan kwam.`,
    habit: (title, says) => md`*${title}*\n${says}`,
    word: (type, does) => md`\`${type}\`: ${does}`,
    whoSees: md`*Wie ziet wat?* Leidinggevenden zien groepen, nooit wie wel of niet. Wat je leerde kunnen collega’s terugvinden zonder jouw naam, tenzij je iets anders kiest. *Stoppen?* In het ⋯-menu van mijn bericht; niemand hoort dat.`,
    title: 'Help',
    says: 'Deze tekst. In een thread werken opdrachten niet; schrijf me dan een privébericht.',
    does: 'wat dit allemaal is, hoe je begint en hoe je stopt',
  },
});

import { type Mrkdwn, md } from '../../slack/escape.ts';
import { texts } from '../../texts.ts';

export const say = texts({
  en: {
    menu: {
      'not-this-month': 'Not this month',
      pause: 'Pause, or a day of my own …',
      stop: 'Stop',
      why: 'Why do I get this?',
    },
    why: md`*Why do I get this?* In this house everybody talks with a customer every month. I ask once a month, in the daytime, and if nothing is planned or logged I come back twice at most. A plan you make comes back on its day. Leaders see groups, never who did or didn’t; your answers here are yours alone. You can skip a month, pause, choose your own day or stop in the ⋯ menu, and nobody is told.`,
    notThisMonth: (month: Mrkdwn) => md`Fine, not this month. ${month} starts fresh.`,
    paused: (day: Mrkdwn) =>
      md`Fine, I’ll leave you in peace until ${day}, and begin again by myself then. Nobody sees that.`,
    stopped: md`I’ll leave you in peace. To come back, type /customer or just write to me. Nobody sees that I stopped.`,
    comeBack: 'Come back',
    backAgain: md`Welcome back. At the start of next month I’ll ask you again.`,
    home: {
      usual: md`*Nudges:* on the first working day of the month, from ten in the morning.`,
      ownDay: (day: Mrkdwn) =>
        md`*Nudges:* from the ${day} of the month, on the first working day, at ten in the morning.`,
      until: (day: Mrkdwn) => md`*Nudges:* resting until ${day}.`,
      stopped: md`*Nudges:* stopped. Nobody sees that.`,
      quiet: md`*Nudges:* I’m leaving you in peace for now. Nobody sees that.`,
    },
    title: 'When may I ask?',
    save: 'Save',
    cancel: 'Cancel',
    until: 'Leave me in peace until',
    untilHint: 'From that day on I ask again by myself. Empty: no pause. Nobody sees what you choose.',
    untilStopped: md`You have stopped. With a date I begin again on that day; without one it stays as it is.`,
    notLater: 'Choose a day after today.',
    tooLong: 'A year at most. To hear nothing any more, choose “Stop” in the ⋯ menu.',
    day: 'Ask me from this day of the month',
    dayHint: 'For when the first days are full, at the closing of the month, say.',
    usualDay: 'The first working day',
    fromThe: (day: string) => `The ${day}`,
    helpTitle: 'Rest',
    helpSays:
      'Skip a month, pause until a day, choose your own day of the month, or stop: in the ⋯ menu of every message and on Home. Nobody is told.',
  },
  nl: {
    menu: {
      'not-this-month': 'Deze maand niet',
      pause: 'Pauze, of een eigen dag …',
      stop: 'Stoppen',
      why: 'Waarom krijg ik dit?',
    },
    why: md`*Waarom krijg ik dit?* In dit huis spreekt iedereen elke maand een klant. Ik vraag het één keer per maand, overdag, en staat er dan nog niets gepland of bewaard, dan kom ik er hooguit twee keer op terug. Een plan dat je maakt, komt terug op zijn dag. Leidinggevenden zien groepen, nooit wie wel of niet; wat je hier antwoordt is alleen van jou. Een maand overslaan, pauzeren, een eigen dag kiezen of stoppen kan in het ⋯-menu, en niemand hoort dat.`,
    notThisMonth: (month) => md`Goed, deze maand niet. In ${month} begin je gewoon opnieuw.`,
    paused: (day) => md`Goed, ik laat je met rust tot ${day}, en begin dan vanzelf weer. Niemand ziet dat.`,
    stopped: md`Ik laat je met rust. Wil je weer meedoen, typ dan /klant of stuur me een bericht. Niemand ziet dat ik stop.`,
    comeBack: 'Weer meedoen',
    backAgain: md`Fijn dat je er weer bent. Begin volgende maand vraag ik het je weer.`,
    home: {
      usual: md`*Berichtjes:* op de eerste werkdag van de maand, vanaf tien uur ’s ochtends.`,
      ownDay: (day) => md`*Berichtjes:* vanaf de ${day} van de maand, op de eerste werkdag, om tien uur ’s ochtends.`,
      until: (day) => md`*Berichtjes:* rust tot ${day}.`,
      stopped: md`*Berichtjes:* gestopt. Dat ziet niemand.`,
      quiet: md`*Berichtjes:* ik laat je voorlopig met rust. Dat ziet niemand.`,
    },
    title: 'Wanneer mag ik vragen?',
    save: 'Bewaren',
    cancel: 'Annuleren',
    until: 'Laat me met rust tot',
    untilHint: 'Vanaf die dag vraag ik het vanzelf weer. Leeg: geen pauze. Niemand ziet wat je kiest.',
    untilStopped: md`Je bent gestopt. Met een datum begin ik die dag weer; zonder datum blijft het zo.`,
    notLater: 'Kies een dag na vandaag.',
    tooLong: 'Hooguit een jaar. Wil je niets meer horen, kies dan “Stoppen” in het ⋯-menu.',
    day: 'Vraag het me vanaf deze dag van de maand',
    dayHint: 'Voor als de eerste dagen vol zitten, bij de maandafsluiting bijvoorbeeld.',
    usualDay: 'De eerste werkdag',
    fromThe: (day) => `De ${day}`,
    helpTitle: 'Rust',
    helpSays:
      'Een maand overslaan, pauzeren tot een dag, een eigen dag van de maand kiezen, of stoppen: in het ⋯-menu van elk bericht en op je startpagina. Niemand hoort dat.',
  },
});

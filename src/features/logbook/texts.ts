import { type Mrkdwn, md } from '../../slack/escape.ts';
import { texts } from '../../texts.ts';

export const say = texts({
  en: {
    log: 'Log a conversation',
    all: 'All my conversations',
    myMonth: (month: Mrkdwn) => md`*My ${month}*`,
    spoken: (n: number, month: Mrkdwn) =>
      n === 1
        ? md`You had one conversation with a customer in ${month}.`
        : md`You had ${n} conversations with customers in ${month}.`,
    notSpoken: (month: Mrkdwn) => md`No conversation in ${month} yet. Fifteen minutes is plenty.`,
    excused: (month: Mrkdwn) => md`You work fewer than five days in ${month}, so that month doesn’t count for you.`,
    habit: (n: number, of: number) => md`In *${n} of your last ${of} months* you spoke with a customer.`,
    awayLeftOut: md`Months in which you were away are left out.`,
    minutes: (n: number) =>
      n === 1
        ? md`*1 minute* with customers in the last six weeks. Two hours is a good measure; only what you noted yourself is counted.`
        : md`*${n} minutes* with customers in the last six weeks. Two hours is a good measure; only what you noted yourself is counted.`,
    onlyYou: md`_Only you see this. Leaders see groups, never who did or didn’t._`,
    latest: md`*My latest conversations*`,
    storyWaits: md`_Your story can’t be posted at the moment: its channel doesn’t take my messages. It’s kept and goes out as soon as that is mended._`,
    title: 'My conversations',
    search: 'Search',
    close: 'Close',
    word: 'Words to look for',
    wordPlaceholder: 'The beginning is enough',
    customer: 'Customer',
    customerPlaceholder: 'Any customer',
    wordless: 'Type a word with letters or numbers in it, or leave this empty.',
    everything: (n: number) => (n === 1 ? md`*One conversation*` : md`*${n} conversations*, newest first`),
    found: (n: number) => (n === 1 ? md`*One found*` : md`*${n} found*, newest first`),
    noneFound: md`Nothing found. Fewer letters find more; empty both fields to see everything.`,
    none: md`What you log stands here, for your eyes only. Nothing yet: one sentence about one customer is enough.`,
    edit: 'Edit',
    withdraw: 'Withdraw',
    takeAlong: 'Export as files',
    onTheirWay: md`I’m making your files: one for a spreadsheet, one for programs. They’ll stand in our conversation in a moment. If they don’t, click again.`,
    yourFiles: (n: number) =>
      n === 1
        ? md`Your conversation, as a spreadsheet and as JSON. Only you can see this.`
        : md`Your ${n} conversations, as a spreadsheet and as JSON. Only you can see this.`,
    filesFailed: {
      unallowed: md`I’m not allowed to send files in this workspace yet. An admin can change that: Mantra’s newest manifest asks for it. Nothing is lost.`,
      refused: md`Your files didn’t get through to Slack. Nothing is lost; try again.`,
      lost: md`Slack didn’t tell me whether your files arrived. If they aren’t in this conversation in a minute, ask for them again; otherwise there is nothing to do.`,
    },
    fileName: 'mantra-conversations',
    columns: [
      ...['date', 'customer', 'how', 'what I learned', 'who may read it', 'counts for the month'],
      ...['what was behind the question', 'what we said', 'who got in touch', 'what it was about', 'minutes', 'topic'],
    ],
    yes: 'yes',
    no: 'no',
    newer: 'Newer',
    older: 'Older',
    helpTitle: 'My conversations',
    helpSays:
      'What you logged, for your eyes only: search it, edit it, withdraw it, change who may read it, export it as files.',
    helpWord: 'my month and all my conversations',
  },
  nl: {
    log: 'Gesprek vastleggen',
    all: 'Al mijn gesprekken',
    myMonth: (month) => md`*Mijn ${month}*`,
    spoken: (n, month) =>
      n === 1 ? md`Je had in ${month} één gesprek met een klant.` : md`Je had in ${month} ${n} gesprekken met klanten.`,
    notSpoken: (month) => md`Nog geen gesprek in ${month}. Een kwartiertje is genoeg.`,
    excused: (month) => md`Je werkt in ${month} minder dan vijf dagen: die maand telt voor jou niet mee.`,
    habit: (n, of) => md`In *${n} van je laatste ${of} maanden* sprak je een klant.`,
    awayLeftOut: md`Maanden waarin je er niet was, tellen niet mee.`,
    minutes: (n) =>
      n === 1
        ? md`*1 minuut* met klanten in de laatste zes weken. Twee uur is een mooie maat; alleen wat je zelf opschreef, telt.`
        : md`*${n} minuten* met klanten in de laatste zes weken. Twee uur is een mooie maat; alleen wat je zelf opschreef, telt.`,
    onlyYou: md`_Dit zie alleen jij. Leidinggevenden zien groepen, nooit wie wel of niet._`,
    latest: md`*Mijn laatste gesprekken*`,
    storyWaits: md`_Je verhaal kan nu niet geplaatst worden: het kanaal neemt mijn berichten niet aan. Het is bewaard en gaat eruit zodra dat hersteld is._`,
    title: 'Mijn gesprekken',
    search: 'Zoeken',
    close: 'Sluiten',
    word: 'Zoekwoorden',
    wordPlaceholder: 'Het begin is genoeg',
    customer: 'Klant',
    customerPlaceholder: 'Elke klant',
    wordless: 'Typ een woord met letters of cijfers erin, of laat dit leeg.',
    everything: (n) => (n === 1 ? md`*Eén gesprek*` : md`*${n} gesprekken*, het nieuwste eerst`),
    found: (n) => (n === 1 ? md`*Eén gevonden*` : md`*${n} gevonden*, het nieuwste eerst`),
    noneFound: md`Niets gevonden. Met minder letters vind je meer; maak beide velden leeg om alles te zien.`,
    none: md`Wat je vastlegt staat hier, alleen voor jou. Nog niets: één zin over één klant is genoeg.`,
    edit: 'Aanpassen',
    withdraw: 'Intrekken',
    takeAlong: 'Meenemen als bestand',
    onTheirWay: md`Ik maak je bestanden: één als spreadsheet, één voor programma’s. Ze staan zo in ons gesprek. Staan ze er niet, klik dan nog eens.`,
    yourFiles: (n) =>
      n === 1
        ? md`Je gesprek, als spreadsheet en als JSON. Alleen jij kunt dit zien.`
        : md`Je ${n} gesprekken, als spreadsheet en als JSON. Alleen jij kunt dit zien.`,
    filesFailed: {
      unallowed: md`Ik mag in deze workspace nog geen bestanden sturen. Een beheerder kan dat veranderen: het nieuwste manifest van Mantra vraagt erom. Er is niets kwijt.`,
      refused: md`Je bestanden zijn niet bij Slack aangekomen. Er is niets kwijt; probeer het nog eens.`,
      lost: md`Slack liet niet weten of je bestanden zijn aangekomen. Staan ze over een minuut niet in dit gesprek, vraag ze dan nog eens; anders hoef je niets te doen.`,
    },
    fileName: 'mantra-gesprekken',
    columns: [
      ...['datum', 'klant', 'hoe', 'wat ik leerde', 'wie het mag lezen', 'telt voor de maand'],
      ...[
        'wat er achter de vraag zat',
        'wat wij zeiden',
        'wie contact opnam',
        'waar het over ging',
        'minuten',
        'onderwerp',
      ],
    ],
    yes: 'ja',
    no: 'nee',
    newer: 'Nieuwer',
    older: 'Ouder',
    helpTitle: 'Mijn gesprekken',
    helpSays:
      'Wat je vastlegde, alleen voor jou: doorzoek het, pas het aan, trek het in, verander wie het mag lezen, neem het mee als bestand.',
    helpWord: 'mijn maand en al mijn gesprekken',
  },
});

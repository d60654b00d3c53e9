import { type Mrkdwn, md } from '../../slack/escape.ts';
import { texts } from '../../texts.ts';

export const say = texts({
  en: {
    title: 'What customers tell us',
    search: 'Search',
    close: 'Close',
    words: 'Words to look for',
    wordsPlaceholder: 'The beginning is enough',
    wordless: 'Type a word with letters or numbers in it, or leave this empty.',
    customer: 'Customer',
    customerPlaceholder: 'Any customer',
    topic: 'Topic',
    topicPlaceholder: 'Any topic',
    period: 'Period',
    periodPlaceholder: 'Any time',
    periods: { '1': 'The last month', '3': 'The last three months', '12': 'The last year' },
    latest: md`*The latest*`,
    found: md`*Found*, newest first`,
    onPage: (page: number) => md`*Found*, newest first, page ${page}`,
    nothing: md`Nothing found. Fewer letters find more, and so do fewer words, another customer or a longer period.`,
    none: md`Nobody has told anything yet. Whatever colleagues log for others to read can be found here.`,
    cut: (many: Mrkdwn) =>
      md`_I looked through the latest ${many}. Choose a customer, a topic or a rarer word to find older ones._`,
    called: md`Or do you mean one of these customers?`,
    newer: 'Newer',
    older: 'Older',
    takeAlong: 'Export as files',
    onTheirWay: md`I’m making your files: one for a spreadsheet, one for programs. They’ll stand in our conversation in a moment. If they don’t, click again.`,
    yourFiles: (n: number) =>
      n === 1
        ? md`The conversation you found, as a spreadsheet and as JSON. Without names; only you can see this.`
        : md`The ${n} conversations you found, as a spreadsheet and as JSON. Without names; only you can see this.`,
    fileName: 'what-customers-tell-us',
    columns: ['date', 'customer', 'how', 'topic', 'what we learned', 'what was behind the question', 'what we said'],
    whoSees: md`_Every colleague can find this, leaders too, and nobody’s name is in it. Nothing is kept of who looks for what._`,
    home: md`*What do they say about it?* Look for a word in everything customers told us.`,
    helpTitle: 'Search',
    helpSays:
      'Look for words, a customer, a topic or a period in what customers told us. Without names, and without what colleagues keep to themselves.',
    helpWord: 'what customers said about the words behind it',
  },
  nl: {
    title: 'Wat klanten vertellen',
    search: 'Zoeken',
    close: 'Sluiten',
    words: 'Zoekwoorden',
    wordsPlaceholder: 'Het begin is genoeg',
    wordless: 'Typ een woord met letters of cijfers erin, of laat dit leeg.',
    customer: 'Klant',
    customerPlaceholder: 'Elke klant',
    topic: 'Onderwerp',
    topicPlaceholder: 'Elk onderwerp',
    period: 'Periode',
    periodPlaceholder: 'Elke periode',
    periods: { '1': 'De laatste maand', '3': 'De laatste drie maanden', '12': 'Het laatste jaar' },
    latest: md`*Het nieuwste*`,
    found: md`*Gevonden*, het nieuwste eerst`,
    onPage: (page) => md`*Gevonden*, het nieuwste eerst, pagina ${page}`,
    nothing: md`Niets gevonden. Met minder letters of minder woorden vind je meer, en ook met een andere klant of een langere periode.`,
    none: md`Nog niemand vertelde iets. Wat collega’s vastleggen en anderen mogen lezen, is hier te vinden.`,
    cut: (many) =>
      md`_Ik keek in de laatste ${many}. Kies een klant, een onderwerp of een zeldzamer woord om oudere te vinden._`,
    called: md`Of bedoel je een van deze klanten?`,
    newer: 'Nieuwer',
    older: 'Ouder',
    takeAlong: 'Meenemen als bestand',
    onTheirWay: md`Ik maak je bestanden: één als spreadsheet, één voor programma’s. Ze staan zo in ons gesprek. Staan ze er niet, klik dan nog eens.`,
    yourFiles: (n) =>
      n === 1
        ? md`Het gesprek dat je vond, als spreadsheet en als JSON. Zonder namen; alleen jij kunt dit zien.`
        : md`De ${n} gesprekken die je vond, als spreadsheet en als JSON. Zonder namen; alleen jij kunt dit zien.`,
    fileName: 'wat-klanten-vertellen',
    columns: ['datum', 'klant', 'hoe', 'onderwerp', 'wat we leerden', 'wat er achter de vraag zat', 'wat wij zeiden'],
    whoSees: md`_Elke collega kan dit vinden, ook leidinggevenden, en er staat niemands naam bij. Wie wat zoekt, wordt niet bijgehouden._`,
    home: md`*Wat zeggen ze daarover?* Zoek een woord in alles wat klanten ons vertelden.`,
    helpTitle: 'Zoeken',
    helpSays:
      'Zoek op woorden, klant, onderwerp of periode in wat klanten ons vertelden. Zonder namen, en zonder wat collega’s voor zichzelf houden.',
    helpWord: 'wat klanten zeiden over de woorden erachter',
  },
});

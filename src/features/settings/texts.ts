import { md } from '../../slack/escape.ts';
import { texts } from '../../texts.ts';

export const say = texts({
  en: {
    title: 'Settings',
    save: 'Save',
    close: 'Cancel',
    open: 'Settings',
    intro: md`What you choose here holds for everybody in this workspace. Every change is kept with who made it and when.`,
    houseLang: 'Language of the house',
    houseLangHint: 'For what Mantra posts in channels. In a direct message everybody reads their own language.',
    langs: { en: 'English', nl: 'Nederlands' },
    zone: 'Time zone of the house',
    zoneHint: 'Weeks and months begin and close at midnight here. People get their messages by their own clock.',
    zonePlaceholder: 'Type a city, for example Amsterdam',
    country: 'Country',
    countryHint:
      'For public holidays. Where they differ by state, choose the state. Everybody can choose their own on Home.',
    countryPlaceholder: 'Type a country or state',
    wrong: 'Please choose one of the answers.',
    helpTitle: 'Settings',
    helpSays: 'For admins: language, leaders, the stories channel, and starting the nudges.',
    helpWord: 'opens the settings',
    homeAdmin: md`*You are an admin of Mantra.* Leaders, language, the stories channel and the nudges are in the settings.`,
  },
  nl: {
    title: 'Instellingen',
    save: 'Bewaren',
    close: 'Annuleren',
    open: 'Instellingen',
    intro: md`Wat je hier kiest, geldt voor iedereen in deze workspace. Van elke wijziging blijft bewaard wie haar deed en wanneer.`,
    houseLang: 'Taal van het huis',
    houseLangHint: 'Voor wat Mantra in kanalen zet. In een privébericht leest iedereen zijn eigen taal.',
    langs: { en: 'English', nl: 'Nederlands' },
    zone: 'Tijdzone van het huis',
    zoneHint:
      'Weken en maanden beginnen en sluiten hier om middernacht. Collega’s krijgen hun berichten op hun eigen tijd.',
    zonePlaceholder: 'Typ een stad, bijvoorbeeld Amsterdam',
    country: 'Land',
    countryHint:
      'Voor de feestdagen. Verschillen die per deelstaat, kies dan de deelstaat. Op de startpagina kan iedereen zijn eigen land kiezen.',
    countryPlaceholder: 'Typ een land of deelstaat',
    wrong: 'Kies een van de antwoorden.',
    helpTitle: 'Instellingen',
    helpSays: 'Voor beheerders: taal, leidinggevenden, het verhalenkanaal, en het starten van de berichtjes.',
    helpWord: 'opent de instellingen',
    homeAdmin: md`*Je bent beheerder van Mantra.* Leidinggevenden, taal, het verhalenkanaal en de berichtjes vind je bij de instellingen.`,
  },
});

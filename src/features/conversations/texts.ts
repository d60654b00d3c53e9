import { type Mrkdwn, md } from '../../slack/escape.ts';
import { texts } from '../../texts.ts';
import type { ConversationKind } from '../settings/index.ts';
import type { Initiative, Level, Readers } from './rules.ts';

export const say = texts({
  en: {
    iSpoke: 'I spoke with a customer',
    addTo: (customer: string) => `Add to ${customer}`,
    title: 'Customer conversation',
    save: 'Save',
    cancel: 'Cancel',
    whom: 'Who did you talk to?',
    whomHint: 'Not listed? Type the name and choose “Add”. A company or a role is enough.',
    whomPlaceholder: 'Type a name',
    how: 'How did you talk?',
    howPlaceholder: 'Choose',
    kinds: {
      call: 'Call',
      visit: 'Visit',
      'listened-in': 'Listened in',
      'called-back': 'Called back after a complaint',
      chat: 'Chat or mail, both ways',
      research: 'Research',
      event: 'Event',
      other: 'Other',
      practical: 'Practical contact',
    } satisfies Record<ConversationKind, string> as Record<ConversationKind, string>,
    learned: 'What did you learn?',
    learnedHint:
      'One sentence is enough, in their own words if you can. Heard nothing new? Just say so. Leave out health, religion and payment details.',
    when: 'When?',
    readers: 'Who may read this?',
    readersHint: 'Leaders see no more than colleagues do. Who knows your customers may guess it was you.',
    colleagues: md`Colleagues who search, without my name`,
    onlyMe: md`Only me (still counts)`,
    story: (channel: Mrkdwn) => md`Everyone in ${channel}, without my name`,
    storyNamed: (channel: Mrkdwn) => md`Everyone in ${channel}, with my name`,
    more: 'Add more',
    need: 'What was behind the question?',
    needHint: 'What are they trying to get done? Often that isn’t what they asked for.',
    said: 'What did we say?',
    saidHint: 'Also what we promised, or said no to.',
    initiative: 'Who got in touch?',
    initiatives: { we: 'We did', they: 'They did' } satisfies Record<Initiative, string> as Record<Initiative, string>,
    level: 'What was it about?',
    levels: {
      contact: 'This one contact',
      journey: 'A whole journey',
      relationship: 'Our relationship',
      purpose: 'What we stand for',
    } satisfies Record<Level, string> as Record<Level, string>,
    minutes: 'Roughly how long?',
    minutesHint: 'In minutes. For your eyes only.',
    cutShort: (kept: number) =>
      md`_Your text was longer than fits here: the first ${kept} characters are below, the rest is still in your message._`,
    cutShown: (kept: number) =>
      md`_Your text was longer than fits here: the first ${kept} characters are below, the rest stands behind this form._`,

    restOfText: md`This no longer fitted in the form:`,
    whomMissing: 'Who did you talk to? A company or a role is enough.',
    whomGone: 'This customer has been removed meanwhile. Choose another one, or type the name to add it again.',
    howMissing: 'How did you talk? “Other” is fine too.',
    noChannel: 'Sharing isn’t possible any more: there is no channel for it now. Choose one of the first two.',
    learnedMissing: 'What did you learn? “Nothing new” is an answer too.',
    tooLong: 'That is a little too long. The first 3,000 characters fit here.',
    whenMissing: 'On which day was it?',
    futurePlan: md`That day is still to come. Shall I make it a plan?`,
    future: 'That day is still to come. Log the conversation once you have had it.',
    tooLongAgo: 'That is more than 60 days ago. Choose a later day, or leave this one be.',
    companionsWrong: 'Only people who work here can be chosen: no guests, apps or people of other organisations.',
    minutesWrong: 'A whole number of minutes, please: 15, for example.',

    saved: (customer: Mrkdwn, month: Mrkdwn) =>
      md`Saved, thank you. Your conversation with *${customer}* counts for ${month}.`,
    savedPractical: (customer: Mrkdwn) =>
      md`Saved: *${customer}*. Practical contact: good to know; it doesn’t count as this month’s conversation.`,
    savedUncounted: (customer: Mrkdwn, kind: Mrkdwn) =>
      md`Saved, thank you: *${customer}*. In this house “${kind}” is good to know; it doesn’t count as this month’s conversation.`,
    readBy: {
      colleagues: md`Colleagues can find this, without your name. If it gets used, you’ll hear about it.`,
      me: md`Only you can read this.`,
    },
    readInStory: (channel: Mrkdwn) => md`It’s in ${channel}, without your name.`,
    readInStoryNamed: (channel: Mrkdwn) => md`It’s in ${channel}, with your name.`,
    edit: 'Edit',
    withdraw: 'Withdraw',
    withdrawTitle: 'Withdraw this conversation?',
    withdrawAsk: 'It disappears everywhere, also where you shared it, and no longer counts.',
    keep: 'Keep it',
    withdrawn: md`Withdrawn. It’s gone, also where you shared it.`,
    gone: md`This conversation has been withdrawn already. There is nothing left to change.`,

    storyBy: (name: Mrkdwn) => md`Shared by ${name}`,
    storyUnnamed: md`Shared by a colleague`,
    storyLine: (how: Mrkdwn, day: Mrkdwn, by: Mrkdwn) => md`${how} · ${day} · ${by}`,

    line: (customer: Mrkdwn, day: Mrkdwn, how: Mrkdwn, readers: Mrkdwn) =>
      md`*${customer}* · ${day} · ${how} · ${readers}`,
    readersShort: {
      colleagues: 'colleagues, unnamed',
      me: 'only me',
      story: 'shared, unnamed',
      story_named: 'shared, with my name',
    } satisfies Record<Readers, string> as Record<Readers, string>,
    spokeToo: (customer: Mrkdwn, day: Mrkdwn) => md`*${customer}*: a colleague talked with them too, on ${day}.`,
    trouble: (channel: Mrkdwn) =>
      md`I can’t post in ${channel}, the channel for shared stories: it is archived, gone, or I’m not in it. Stories wait and nothing is lost. Unarchive it, invite me, or choose another channel in /customer settings.`,
    sharedOutside: (channel: Mrkdwn) =>
      md`${channel}, the channel for shared stories, is now shared with another organisation. Customers’ words stay in the house, so I’ve stopped posting there. Choose another channel in /customer settings.`,
    storiesChannel: 'Channel for shared stories',
    storiesChannelHint:
      'Where colleagues can share a conversation, with or without their name. Empty: sharing isn’t offered.',
    storiesPlaceholder: 'Choose a channel',
    channelLang: 'Language in that channel',
    langs: { en: 'English', nl: 'Nederlands' },
    counting: 'What counts as a conversation',
    countingHint:
      'Two-way, and the customer knew. Other contact can be logged too; it just doesn’t count for the month.',
    channelUnknown: 'I can’t see this channel. Is it private? Then invite me first, with /invite @Mantra.',
    channelUnasked: 'Slack didn’t answer when I asked about this channel. Press Save again.',
    channelShared:
      'This channel is shared with another organisation. Customers’ words stay in the house: choose another one.',
    channelArchived: 'This channel is archived. Choose one that is in use.',
    helpTitle: 'Customer conversations',
    helpSays:
      'You talk with a customer and write one sentence about what you learned. Colleagues can find it, without your name, unless you choose otherwise.',
    helpWord: 'log a conversation; text behind it is filled in for you',
  },
  nl: {
    iSpoke: 'Ik sprak een klant',
    addTo: (customer) => `Toevoegen aan ${customer}`,
    title: 'Klantgesprek',
    save: 'Bewaren',
    cancel: 'Annuleren',
    whom: 'Wie heb je gesproken?',
    whomHint: 'Staat de klant er niet bij? Typ de naam en kies “toevoegen”. Een bedrijf of functie is genoeg.',
    whomPlaceholder: 'Typ een naam',
    how: 'Hoe spraken jullie elkaar?',
    howPlaceholder: 'Kies',
    kinds: {
      call: 'Gebeld',
      visit: 'Op bezoek',
      'listened-in': 'Meegeluisterd',
      'called-back': 'Teruggebeld na een klacht',
      chat: 'Chat of mail, over en weer',
      research: 'Onderzoek',
      event: 'Evenement',
      other: 'Anders',
      practical: 'Praktisch contact',
    },
    learned: 'Wat heb je geleerd?',
    learnedHint:
      'Eén zin is genoeg, liefst in hun eigen woorden. Niets nieuws gehoord? Schrijf dat gerust op. Laat gezondheid, geloof en betaalgegevens weg.',
    when: 'Wanneer?',
    readers: 'Wie mag dit lezen?',
    readersHint: 'Leidinggevenden zien niet meer dan collega’s. Wie jouw klanten kent, kan wel raden dat jij het was.',
    colleagues: md`Collega’s die zoeken, zonder mijn naam`,
    onlyMe: md`Alleen ik (telt wel mee)`,
    story: (channel) => md`Iedereen in ${channel}, zonder mijn naam`,
    storyNamed: (channel) => md`Iedereen in ${channel}, met mijn naam`,
    more: 'Meer toevoegen',
    need: 'Wat zat er achter de vraag?',
    needHint: 'Wat wil deze klant voor elkaar krijgen? Dat is vaak iets anders dan waar om gevraagd werd.',
    said: 'Wat zeiden wij?',
    saidHint: 'Ook wat we beloofden, of waar we nee op zeiden.',
    initiative: 'Wie nam contact op?',
    initiatives: { we: 'Wij met hen', they: 'Zij met ons' },
    level: 'Waar ging het over?',
    levels: {
      contact: 'Dit ene contact',
      journey: 'Een heel traject',
      relationship: 'Onze relatie',
      purpose: 'Waar wij voor staan',
    },
    minutes: 'Hoe lang, ongeveer?',
    minutesHint: 'In minuten. Alleen voor jezelf.',
    cutShort: (kept) =>
      md`_Je tekst was langer dan hier past: de eerste ${kept} tekens staan hieronder, de rest staat nog in je bericht._`,
    cutShown: (kept) =>
      md`_Je tekst was langer dan hier past: de eerste ${kept} tekens staan hieronder, de rest staat achter dit formulier._`,

    restOfText: md`Dit paste niet meer in het formulier:`,
    whomMissing: 'Wie heb je gesproken? Een bedrijf of functie is genoeg.',
    whomGone: 'Deze klant is intussen verwijderd. Kies een andere, of typ de naam om hem opnieuw toe te voegen.',
    howMissing: 'Hoe spraken jullie elkaar? “Anders” mag ook.',
    noChannel: 'Delen kan niet meer: er is nu geen kanaal voor. Kies een van de eerste twee.',
    learnedMissing: 'Wat heb je geleerd? “Niets nieuws” is ook een antwoord.',
    tooLong: 'Dat is net te lang. De eerste 3.000 tekens passen hier.',
    whenMissing: 'Op welke dag was het?',
    futurePlan: md`Die dag moet nog komen. Wil je er een plan van maken?`,
    future: 'Die dag moet nog komen. Bewaar het gesprek zodra je het gevoerd hebt.',
    tooLongAgo: 'Dat is meer dan 60 dagen geleden. Kies een latere dag, of laat deze rusten.',
    companionsWrong:
      'Je kunt alleen mensen kiezen die hier werken: geen gasten, apps of mensen van andere organisaties.',
    minutesWrong: 'Een heel aantal minuten graag: 15, bijvoorbeeld.',

    saved: (customer, month) => md`Bewaard, dank je wel. Je gesprek met *${customer}* telt mee voor ${month}.`,
    savedPractical: (customer) =>
      md`Bewaard: *${customer}*. Praktisch contact: goed om te weten, telt niet mee als gesprek van de maand.`,
    savedUncounted: (customer, kind) =>
      md`Bewaard, dank je wel: *${customer}*. “${kind}” is in dit huis goed om te weten, en telt niet mee als gesprek van de maand.`,
    readBy: {
      colleagues: md`Collega’s kunnen dit terugvinden, zonder jouw naam. Wordt het ergens voor gebruikt, dan hoor je dat.`,
      me: md`Alleen jij kunt dit lezen.`,
    },
    readInStory: (channel) => md`Het staat in ${channel}, zonder je naam.`,
    readInStoryNamed: (channel) => md`Het staat in ${channel}, met je naam.`,
    edit: 'Aanpassen',
    withdraw: 'Intrekken',
    withdrawTitle: 'Dit gesprek intrekken?',
    withdrawAsk: 'Het verdwijnt overal, ook waar je het deelde, en telt niet meer mee.',
    keep: 'Laten staan',
    withdrawn: md`Ingetrokken. Het is weg, ook waar je het deelde.`,
    gone: md`Dit gesprek is al ingetrokken. Er valt niets meer aan te passen.`,

    storyBy: (name) => md`Gedeeld door ${name}`,
    storyUnnamed: md`Gedeeld door een collega`,
    storyLine: (how, day, by) => md`${how} · ${day} · ${by}`,

    line: (customer, day, how, readers) => md`*${customer}* · ${day} · ${how} · ${readers}`,
    readersShort: {
      colleagues: 'collega’s, zonder naam',
      me: 'alleen ik',
      story: 'gedeeld, zonder naam',
      story_named: 'gedeeld, met mijn naam',
    },
    spokeToo: (customer, day) => md`*${customer}*: een collega sprak ze ook, op ${day}.`,
    trouble: (channel) =>
      md`Ik kan niets plaatsen in ${channel}, het kanaal voor gedeelde verhalen: het is gearchiveerd, weg, of ik zit er niet in. Verhalen wachten en er raakt niets kwijt. Haal het uit het archief, nodig me uit, of kies een ander kanaal met /klant instellingen.`,
    sharedOutside: (channel) =>
      md`${channel}, het kanaal voor gedeelde verhalen, wordt nu gedeeld met een andere organisatie. Woorden van klanten blijven in huis, dus ik plaats daar niets meer. Kies een ander kanaal met /klant instellingen.`,
    storiesChannel: 'Kanaal voor gedeelde verhalen',
    storiesChannelHint:
      'Waar collega’s een gesprek kunnen delen, met of zonder hun naam. Leeg: delen wordt niet aangeboden.',
    storiesPlaceholder: 'Kies een kanaal',
    channelLang: 'Taal in dat kanaal',
    langs: { en: 'English', nl: 'Nederlands' },
    counting: 'Wat telt als gesprek',
    countingHint:
      'Over en weer, en de klant wist ervan. Ander contact kan ook bewaard worden; het telt alleen niet mee voor de maand.',
    channelUnknown: 'Ik kan dit kanaal niet zien. Is het besloten? Nodig me dan eerst uit, met /invite @Mantra.',
    channelUnasked: 'Slack gaf geen antwoord toen ik naar dit kanaal vroeg. Druk nog eens op Bewaren.',
    channelShared:
      'Dit kanaal wordt gedeeld met een andere organisatie. Woorden van klanten blijven in huis: kies een ander.',
    channelArchived: 'Dit kanaal is gearchiveerd. Kies er een dat in gebruik is.',
    helpTitle: 'Klantgesprekken',
    helpSays:
      'Je praat met een klant en schrijft in één zin op wat je leerde. Collega’s kunnen het terugvinden, zonder jouw naam, tenzij je iets anders kiest.',
    helpWord: 'een gesprek bewaren; tekst erachter wordt vast ingevuld',
  },
});

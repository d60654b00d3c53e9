import { say as conversation } from '../../src/features/conversations/texts.ts';
import { say as nudge } from '../../src/features/nudges/texts.ts';
import { escape, plainText } from '../../src/slack/escape.ts';
import { type Lang, langOf } from '../../src/texts.ts';
import { idOf, LEADERS, SANNE } from './company.ts';
import type { SeedPerson } from './core/index.ts';
import { CUSTOMERS } from './customers.ts';
import type { Condition, Tour, TourStep } from './page/tour/tour.ts';
import { TO_MONDAY } from './targets.ts';

/** Which leader reads the summary at the end, and who takes the same tour in the other language. */
const CAST: Record<Lang, { leader: string; other: string }> = {
  nl: { leader: 'Marjan de Boer', other: idOf('Ben Carter') },
  en: { leader: 'Lucy Bennett', other: SANNE },
};

/** Where stories are shared, as people read it. */
const STORIES = '#klantverhalen';

/** Mantra in five steps, from the question of the month to what a leader reads about it on Monday. */
export function tourFor(person: SeedPerson): Tour {
  const lang = langOf(person.locale);
  const t = TEXTS[lang];
  const { leader, other } = CAST[lang];
  return {
    steps: [asked(lang, person), logging(lang), saved(lang), monday(lang), reading(lang)],
    end: t.end(leader),
    aside: { says: t.aside, person: other },
  };
}

const asked = (lang: Lang, { real_name: name }: SeedPerson): TourStep => ({
  says: TEXTS[lang].asked(name, nudge(lang).already),
  beside: nudge(lang).already,
  until: formIsOpen(lang),
  show: [
    { what: 'opens', tab: 'messages' },
    { what: 'presses', button: nudge(lang).already },
  ],
});

function logging(lang: Lang): TourStep {
  const t = conversation(lang);
  const unless = formIsOpen(lang);
  return {
    says: TEXTS[lang].logging(t.save),
    beside: t.whom,
    until: { what: 'said', words: TEXTS[lang].saved },
    show: [
      { what: 'opens', tab: 'messages', unless },
      { what: 'presses', button: nudge(lang).already, unless },
      { what: 'picks', field: t.whom, text: CUSTOMERS[lang][0] ?? '' },
      { what: 'picks', field: t.how, text: t.kinds.chat },
      { what: 'presses', button: plainText(t.story(escape(STORIES))) },
      { what: 'writes', field: t.learned, text: TEXTS[lang].learned },
      { what: 'leadsTo', button: t.save },
    ],
  };
}

const saved = (lang: Lang): TourStep => ({
  says: TEXTS[lang].home,
  beside: 'Home',
  until: { what: 'home' },
  show: [{ what: 'opens', tab: 'home' }],
});

const monday = (lang: Lang): TourStep => ({
  says: TEXTS[lang].monday,
  beside: TO_MONDAY,
  until: { what: 'clock', target: TO_MONDAY },
  show: [{ what: 'turns', target: TO_MONDAY }],
});

const reading = (lang: Lang): TourStep => ({
  says: TEXTS[lang].reading(CAST[lang].leader),
  beside: 'Act as',
  until: { what: 'person', ids: LEADERS },
  show: [{ what: 'becomes', person: idOf(CAST[lang].leader) }],
});

const formIsOpen = (lang: Lang): Condition => ({ what: 'form', title: conversation(lang).title });

/** Slack's mrkdwn. `saved`: how Mantra's confirmations begin. */
const TEXTS = {
  en: {
    asked: (name: string, button: string) =>
      `You are *${name}*. Once a month Mantra asks which customer you will talk to. Press *${button}*, or type \`/customer log\`.`,
    logging: (save: string) => `Say who it was and what you learned: one sentence is enough. Then press *${save}*.`,
    learned: 'By Friday they would like to know what Monday brings.',
    saved: 'Saved',
    home: 'That is all there is to it. Below the message stands who can read it; *Home* keeps a list for you alone.',
    monday: 'On Monday at nine leaders hear what customers said. Turn the clock there; what is due on the way happens.',
    reading: (leader: string) => `*${leader}* is a leader. Sit down in their place and read along.`,
    end: (leader: string) =>
      `This is what ${leader} reads: first what customers said, then figures, rounded on purpose and never about one person. From here on the house is yours.`,
    aside: 'Liever in het Nederlands, als Sanne',
  },
  nl: {
    asked: (name: string, button: string) =>
      `Je bent *${name}*. Eén keer per maand vraagt Mantra welke klant je spreekt. Druk op *${button}*, of typ \`/klant gesprek\`.`,
    logging: (save: string) => `Schrijf op wie het was en wat je leerde: één zin is genoeg. Druk dan op *${save}*.`,
    learned: 'Ze willen op vrijdag al weten wat er maandag komt.',
    saved: 'Bewaard',
    home: 'Meer is het niet. Onder het bericht staat wie het kan lezen; op *Home* staat je eigen lijst, alleen voor jou.',
    monday:
      'Maandag om negen uur horen leidinggevenden wat klanten zeiden. Zet de klok daarheen; wat onderweg moet gebeuren, gebeurt.',
    reading: (leader: string) => `*${leader}* is leidinggevende. Ga op die plek zitten en lees mee.`,
    end: (leader: string) =>
      `Dit leest ${leader}: eerst wat klanten zeiden, dan cijfers, met opzet afgerond en nooit over één persoon. Kijk vanaf hier gerust zelf rond.`,
    aside: 'Rather in English, as Ben',
  },
} satisfies Record<Lang, object>;

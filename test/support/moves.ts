import { localDay, localTime } from '../../src/time.ts';
import type { VisibleMessage, Visitor } from '../emulator/core/index.ts';
import type { House } from './house.ts';

/** What people in many tests do and look at, by typing, clicking and reading; in Dutch or English, as they read. */
const SETTINGS = {
  nl: { leaders: 'Leidinggevenden', channel: 'Kanaal voor gedeelde verhalen' },
  en: { leaders: 'Leaders', channel: 'Channel for shared stories' },
} as const;

const FORM = {
  nl: {
    command: '/klant gesprek',
    add: (name: string) => `“${name}” toevoegen`,
    labels: {
      whom: 'Wie heb je gesproken?',
      how: 'Hoe spraken jullie elkaar?',
      when: 'Wanneer?',
      readers: 'Wie mag dit lezen?',
    },
    how: 'Gebeld',
    readers: {
      colleagues: 'Collega’s die zoeken, zonder mijn naam',
      me: 'Alleen ik (telt wel mee)',
      unnamed: 'Iedereen in #klantverhalen, zonder mijn naam',
      named: 'Iedereen in #klantverhalen, met mijn naam',
    },
  },
  en: {
    command: '/customer log',
    add: (name: string) => `Add “${name}”`,
    labels: {
      whom: 'Who did you talk to?',
      how: 'How did you talk?',
      when: 'When?',
      readers: 'Who may read this?',
    },
    how: 'Call',
    readers: {
      colleagues: 'Colleagues who search, without my name',
      me: 'Only me (still counts)',
      unnamed: 'Everyone in #klantverhalen, without my name',
      named: 'Everyone in #klantverhalen, with my name',
    },
  },
} as const;

type Lang = 'nl' | 'en';
export type Readers = keyof (typeof FORM)['nl']['readers'];

/** Noor opens the settings, says that everybody knows, and saves nothing else. */
export async function startsNudges(noor: Visitor) {
  await noor.types('/klant instellingen');
  await noor.clicks('Berichtjes starten');
  await noor.closes({ all: true });
}

type Chosen = { leaders?: string[]; channel?: string };

/** Fills in the settings form and saves it. */
export async function saveSettings(admin: Visitor, { leaders, channel }: Chosen, lang: Lang = 'nl') {
  const labels = SETTINGS[lang];
  await admin.types('/customer settings');
  await admin.fills({
    ...(leaders && { [labels.leaders]: leaders }),
    ...(channel !== undefined && { [labels.channel]: channel }),
  });
  return admin.submits();
}

type Told = { customer: string; learned: string; on?: string; readers?: Readers };

/** Logs a conversation by the command, as somebody does who knows it; the customer is added where nobody has it yet. */
export async function logs(person: Visitor, told: Told, lang: Lang = 'nl') {
  await person.types(`${FORM[lang].command} ${told.learned}`);
  return fillsInTheRest(person, told, lang);
}

/** Fills in the open log, whatever it began with, and saves it. */
export async function fillsInTheRest(person: Visitor, { customer, on, readers }: Omit<Told, 'learned'>, lang: Lang) {
  const { labels, how, add, readers: choices } = FORM[lang];
  const offered = await person.searches(labels.whom, customer);
  await person.picks(labels.whom, offered.includes(customer) ? customer : add(customer));
  await person.fills({
    [labels.how]: how,
    ...(on !== undefined && { [labels.when]: on }),
    ...(readers && { [labels.readers]: choices[readers] }),
  });
  return person.submits();
}

/** What Mantra has said to somebody for good, oldest first; answers only they see are left out. */
export const heard = (house: House, userId: string): VisibleMessage[] =>
  house
    .as(userId)
    .messages()
    .filter(({ bot, ephemeral }) => bot && !ephemeral);

/** The last answer that only this person sees. */
export const lastAnswer = (person: Visitor): string =>
  person.messages().findLast(({ ephemeral }) => ephemeral)?.readable ?? '';

/** Everybody and every channel that something new was posted to, in order. */
export const postedTo = (house: House): string[] =>
  house.slack.calls.filter(({ method }) => method === 'chat.postMessage').map(({ args }) => String(args.channel));

/** When a message was posted, as its reader's clock showed it: `2026-12-01 10:00`. */
export function postedAt({ ts }: VisibleMessage, zone: string): string {
  const at = new Date(Number(ts) * 1000);
  return `${localDay(at, zone)} ${localTime(at, zone)}`;
}

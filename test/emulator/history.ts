import { say as conversation } from '../../src/features/conversations/texts.ts';
import { say as nudge } from '../../src/features/nudges/texts.ts';
import { firstWorkingDay } from '../../src/features/people/index.ts';
import { say as summary } from '../../src/features/summaries/texts.ts';
import { type Lang, langOf } from '../../src/texts.ts';
import { addDays, addWeeks, firstDayOf, instantOf, localDay, monthOf, weekdayOf, weekOf } from '../../src/time.ts';
import { ADMIN, CUSTOMERS, HOUSE_ZONE, KINDS_OF_CUSTOMERS, LEADERS, LEARNED, STORIES_CHANNEL } from './company.ts';
import type { Slack, Visitor } from './core/index.ts';

/** Conversations in each week since the company began with Mantra, this one the last: it takes a while to become a habit. */
const A_WEEK = [4, 7, 6, 9, 12, 16, 17, 15, 20, 22, 18, 24, 23];

/** When every zone's ten o'clock has just come, and the leaders' nine. */
const EACH_MORNING = ['06:35', '09:02', '10:02', '16:02'];
const HOUSE_MORNING = ['10:02'];

/** When colleagues get round to logging. */
const LOGGING = '15:30';

/** The Monday on which it began, for a company that is at this moment now. */
export const beganBefore = (now: Date): Date => instantOf(mondayOf(now, 1 - A_WEEK.length), '08:30', HOUSE_ZONE);

type Living = {
  slack: Slack;
  now(): Date;
  /** Goes straight there, waking only who sleeps until then. */
  turnTo(at: Date): Promise<void>;
};

/**
 * Lives the company's first three months: the admin sets Mantra up, and colleagues log what customers told them, by
 * typing and clicking as people do. Everything goes through the product's own handlers.
 */
export async function liveThrough({ slack, now, turnTo }: Living, until: Date): Promise<void> {
  const chance = dice(7);
  const colleagues = slack.people
    .all()
    .filter((one) => one.tz && !one.deleted && !one.is_restricted && !one.is_invited_user);
  const began = now();
  let told = 0;
  await setUp(slack.as(ADMIN), langOf(slack.people.find(ADMIN)?.locale));
  for (const { day, many } of workingDays(began)) {
    for (const time of [...looksOn(day), LOGGING].sort()) {
      const at = instantOf(day, time, HOUSE_ZONE);
      if (at >= until) return turnTo(until);
      await turnTo(at);
      for (let n = 0; time === LOGGING && n < many; n++) {
        const one = colleagues[Math.floor(chance() * colleagues.length)];
        if (one) await logOne(slack.as(one.id), langOf(one.locale), told++, chance);
      }
    }
  }
  await turnTo(until);
}

/**
 * Mantra speaks first on the first working day of a month and on Mondays: other days are looked at once. A look every
 * quarter of an hour, as the minute hand has, would make three months take minutes.
 */
const looksOn = (day: string) =>
  weekdayOf(day) === 1 || day === firstWorkingDay(monthOf(day)) ? EACH_MORNING : HOUSE_MORNING;

/** Every working day, and how many conversations are logged on it. */
const workingDays = (began: Date) =>
  A_WEEK.flatMap((many, week) =>
    [0, 1, 2, 3, 4].map((weekday) => ({
      day: addDays(mondayOf(began, week), weekday),
      many: Math.floor((many * (weekday + 1)) / 5) - Math.floor((many * weekday) / 5),
    })),
  );

/** What an admin does in the settings: leaders, the stories channel, and, because everybody knows, the start. */
async function setUp(admin: Visitor, lang: Lang) {
  await admin.types('/customer settings');
  await admin.clicks(nudge(lang).start);
  await admin.fills({ [summary(lang).leaders]: LEADERS, [conversation(lang).storiesChannel]: STORIES_CHANNEL });
  const { errors } = await admin.submits();
  if (Object.keys(errors).length > 0) throw new Error(`the settings were refused: ${JSON.stringify(errors)}`);
}

/** The first customers are new to Mantra; later ones are found by their name. */
async function logOne(person: Visitor, lang: Lang, told: number, chance: () => number) {
  const t = conversation(lang);
  const customer = whomOf(told, chance);
  await person.types(
    `${lang === 'nl' ? '/klant-gesprek' : '/customer-log'} ${LEARNED[Math.floor(chance() * LEARNED.length)]}`,
  );
  const offered = await person.searches(t.whom, customer.name);
  const exact = offered.find((one) => one === customer.name || one.startsWith(`${customer.name} (`));
  await person.picks(t.whom, exact ?? offered.at(customer.kind ? -1 : -2) ?? customer.name);
  await person.fills({ [t.how]: howOf(t, chance), [t.readers]: readersOf(t, chance) });
  const { errors } = await person.submits();
  if (Object.keys(errors).length > 0) throw new Error(`a conversation was refused: ${JSON.stringify(errors)}`);
}

function whomOf(told: number, chance: () => number) {
  const kind = told > CUSTOMERS.length && chance() < 0.1;
  const names: readonly string[] = kind ? KINDS_OF_CUSTOMERS : CUSTOMERS;
  const at = told < CUSTOMERS.length ? told : Math.floor(chance() * names.length);
  return { kind, name: names[at] ?? CUSTOMERS[0] };
}

type Texts = ReturnType<typeof conversation>;

function howOf({ kinds }: Texts, chance: () => number): string {
  const usual = [
    'call',
    'call',
    'call',
    'visit',
    'visit',
    'chat',
    'called-back',
    'listened-in',
    'event',
    'practical',
  ] as const;
  return kinds[usual[Math.floor(chance() * usual.length)] ?? 'call'];
}

/** Most keep it unnamed; one in four shares, some with their name. */
function readersOf(t: Texts, chance: () => number): string {
  const draw = chance();
  const channel = '#klantverhalen';
  if (draw < 0.15) return labelIn(t.story, channel);
  if (draw < 0.25) return labelIn(t.storyNamed, channel);
  return draw < 0.35 ? t.onlyMe : t.colleagues;
}

const labelIn = (label: Texts['story'], channel: string) => String(label(channel as Parameters<Texts['story']>[0]));

const mondayOf = (at: Date, weeks: number) => firstDayOf(addWeeks(weekOf(localDay(at, HOUSE_ZONE)), weeks));

/** The same company every time (a linear congruential generator; Knuth's MMIX would be overdoing it). */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

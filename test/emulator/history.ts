import { say as conversation } from '../../src/features/conversations/texts.ts';
import { say as customer } from '../../src/features/customers/texts.ts';
import { say as nudge } from '../../src/features/nudges/texts.ts';
import { firstWorkingDay, houseDays } from '../../src/features/people/index.ts';
import { say as summary } from '../../src/features/summaries/texts.ts';
import { type Lang, langOf } from '../../src/texts.ts';
import { addDays, addWeeks, firstDayOf, instantOf, localDay, monthOf, weekdayOf, weekOf } from '../../src/time.ts';
import { logsOne } from './colleagues.ts';
import { ADMIN, HOUSE_COUNTRY, HOUSE_ZONE, LEADERS, STORIES_CHANNEL } from './company.ts';
import type { Slack, Visitor } from './core/index.ts';

/** Conversations in each week since the company began with Mantra, this one the last: it takes a while to become a habit. */
const A_WEEK = [4, 7, 6, 9, 12, 16, 17, 15, 20, 22, 18, 24, 23];

/** When every zone's ten o'clock has just come, and the leaders' nine. */
const EACH_MORNING = ['06:35', '09:02', '10:02', '16:02'];
const HOUSE_MORNING = ['10:02'];

const works = await houseDays(HOUSE_COUNTRY);

/** Sixty people see few customers, and see them often: as often as this each may be approached in a quarter. */
const OFTEN = '12';

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
    .filter((one) => one.tz && !one.team_id && !one.deleted && !one.is_restricted && !one.is_invited_user);
  const began = now();
  const told = { nl: 0, en: 0 };
  const somebodyLogs = async () => {
    const one = colleagues[Math.floor(chance() * colleagues.length)];
    const lang = langOf(one?.locale);
    if (one) await logsOne(slack.as(one.id), { lang, told: told[lang]++, chance });
  };
  await setUp(slack.as(ADMIN), langOf(slack.people.find(ADMIN)?.locale));
  for (const { day, many } of workingDays(began)) {
    for (const time of [...looksOn(day), LOGGING].sort()) {
      const at = instantOf(day, time, HOUSE_ZONE);
      if (at >= until) return turnTo(until);
      await turnTo(at);
      for (let n = 0; time === LOGGING && n < many; n++) await somebodyLogs();
    }
  }
  await turnTo(until);
}

/**
 * Mantra speaks first on the first working day of a month and on Mondays: other days are looked at once. A look every
 * quarter of an hour, as the minute hand has, would make three months take minutes.
 */
const looksOn = (day: string) =>
  weekdayOf(day) === 1 || day === firstWorkingDay(monthOf(day), works) ? EACH_MORNING : HOUSE_MORNING;

/** Every working day, and how many conversations are logged on it. */
const workingDays = (began: Date) =>
  A_WEEK.flatMap((many, week) =>
    [0, 1, 2, 3, 4].map((weekday) => ({
      day: addDays(mondayOf(began, week), weekday),
      many: Math.floor((many * (weekday + 1)) / 5) - Math.floor((many * weekday) / 5),
    })),
  );

/** What an admin does in the settings: leaders, the stories channel, and, because everybody knows, the start. */
export async function setUp(admin: Visitor, lang: Lang): Promise<void> {
  await admin.types('/customer settings');
  await admin.clicks(nudge(lang).start);
  await admin.fills({
    [summary(lang).leaders]: LEADERS,
    [conversation(lang).storiesChannel]: STORIES_CHANNEL,
    [customer(lang).cap]: OFTEN,
  });
  const { errors } = await admin.submits();
  if (Object.keys(errors).length > 0) throw new Error(`the settings were refused: ${JSON.stringify(errors)}`);
}

const mondayOf = (at: Date, weeks: number) => firstDayOf(addWeeks(weekOf(localDay(at, HOUSE_ZONE)), weeks));

/** The same company every time (a linear congruential generator; Knuth's MMIX would be overdoing it). */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

import { localDay, plus } from '../../src/time.ts';
import { type Chance, createChance, everySoOften } from './chance.ts';
import { somebody } from './comings.ts';
import type { SimDatabase } from './database.ts';
import { checkClaims, checkEnd } from './ending.ts';
import { CALM, type Weather } from './faults.ts';
import { guarded, type Missing } from './guards.ts';
import { type Counts, openHouse, type World } from './house.ts';
import { CHANNELS } from './household.ts';
import { createMachine } from './instance.ts';
import { simulatedHabits } from './kinds.ts';
import { startLife } from './life.ts';
import { createMoments } from './moments.ts';
import { checkNudges } from './nudged.ts';
import { createSlack } from './slack.ts';
import { createTimeline } from './timeline.ts';
import { createTrace } from './trace.ts';
import { startTroubles } from './troubles.ts';
import { createWatch, type Figures } from './watch.ts';

/** What one year came to. `last`: the end of its trace; `hash`: of all of it. */
export type Year = {
  seed: number;
  violations: readonly string[];
  last: readonly string[];
  hash: string;
  figures: Figures & Counts;
};

/** How a year is lived. */
export type Living = {
  seed: number;
  /** Less than a year, where that is enough. */
  days?: number;
  /** A guard of delivery that is taken away, to see whether that is noticed. */
  missing?: Missing | undefined;
  /** Makes the database. */
  database(workspaceId: string, createdAt: Date): Promise<SimDatabase>;
};

/** Days at the end in which nothing goes wrong any more, so that everything comes to its end. */
const CALM_DAYS = 12;
const DAY_MS = 24 * 3_600_000;

/** Among them both kinds of half-hours, and clocks that change in the middle of the night or of the month of fasting. */
const ZONES = [
  ...['Europe/Amsterdam', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'America/St_Johns'],
  ...['Pacific/Auckland', 'Africa/Casablanca', 'America/Santiago'],
];

/** How much goes wrong with single calls and transactions: in some years nothing, in others a tenth. */
const WEATHERS: readonly Weather[] = [
  CALM,
  { calls: 0.01, transactions: 0.001 },
  { calls: 0.03, transactions: 0.003 },
  { calls: 0.1, transactions: 0.01 },
];

/** A company for a year: everything in it follows from the seed. It ends early where something isn't as it must be. */
export async function liveYear({ seed, days = 365, missing, database: open }: Living): Promise<Year> {
  const chance = createChance(seed);
  const start = new Date(Date.UTC(2026 + chance.between(0, 5), 0, 1, 3));
  const end = plus(start, { days });
  const calmFrom = plus(end, { days: -CALM_DAYS });
  const timeline = createTimeline(start, chance);
  const trace = createTrace(timeline.now);
  const zones = [chance.pick(ZONES), chance.pick(ZONES), chance.pick(ZONES)];
  const people = peopleOf(chance, zones);
  const database = guarded(await open(chance.uuid(), start), missing);
  const kinds = simulatedHabits(database.stores, (row) => watch.rendered(row));
  const watch = createWatch(timeline.now, kinds);
  const slack = createSlack(seedOf(people), timeline, chance.between, (call, answer) => {
    trace.say(`Slack ${call.method} ${answer.ok === true ? `${answer.channel} ${answer.ts}` : answer.error}`);
    watch.done(call, answer);
  });
  const habits = kinds.map(({ messages = [], ...habit }) => ({
    ...habit,
    messages: messages.map(missing?.kind ?? ((kind) => kind)),
  }));
  const world: World = {
    ...{ timeline, chance, trace, watch, slack, database, habits, missing },
    moments: createMoments(zones, start, days),
    weather: chance.pick(WEATHERS),
    counts: { faults: 0, deaths: 0, restores: 0 },
    isCalm: () => timeline.now() >= calmFrom,
    whenCalm: (work) => void timeline.in(days * DAY_MS - CALM_DAYS * DAY_MS, work),
  };
  await moveIn(world, people, zones[0] ?? 'UTC');
  const machines = Array.from({ length: chance.between(1, 3) }, (_, n) => createMachine(`machine ${n + 1}`, chance));
  const house = openHouse(world, machines);
  await house.learn();
  startLife(world, house, zones);
  startTroubles(world, house);
  checkNudges(world, house, start);
  everySoOften(world, 24, () => checkClaims(database, watch, timeline.now()));
  await timeline.run(end, () => watch.violations.length === 0);
  if (watch.violations.length === 0) await checkEnd(world);
  const figures = { ...watch.figures, ...world.counts };
  return { seed, violations: watch.violations, last: trace.last(), hash: trace.hash(), figures };
}

/** Everybody has been here for a while, and the nudges were started last month. */
async function moveIn({ database, chance, timeline }: World, people: readonly Somebody[], zone: string) {
  const { stores, db } = database;
  const now = timeline.now();
  const change = () => ({ by: ADMIN, at: now, id: chance.uuid() });
  const seen = people.map(({ id, tz }) => ({
    ...{ userId: id, name: id, zone: tz, lang: 'en' as const, member: true, admin: id === ADMIN },
    today: localDay(now, tz),
  }));
  await db.run(async (tx) => {
    await stores.people(tx).see(seen, zone, plus(now, { days: -40 }));
    await stores.people(tx).rosterRead(plus(now, { days: -40 }));
    await stores.settings(tx).set('zone', zone, change());
    await stores.settings(tx).set('leaders', [ADMIN], change());
    await stores.settings(tx).set('storiesChannel', CHANNELS[0] ?? null, change());
    await stores.settings(tx).set('nudgesStartedAt', plus(now, { days: -20 }).toISOString(), change());
  });
}

type Somebody = ReturnType<typeof somebody>;

const ADMIN = 'U0ADMIN';

const peopleOf = (chance: Chance, zones: readonly string[]): Somebody[] => [
  { ...somebody(ADMIN, zones[0] ?? 'UTC'), is_admin: true },
  ...Array.from({ length: chance.between(4, 29) }, (_, n) => somebody(`U0P${n}`, chance.pick(zones))),
];

const seedOf = (people: Somebody[]) => ({
  team: { id: 'T0LINDEN', name: 'Lindenhof', domain: 'lindenhof' },
  people,
  channels: CHANNELS.map((id) => ({ id, name: id.toLowerCase(), members: [ADMIN], bot: true })),
});

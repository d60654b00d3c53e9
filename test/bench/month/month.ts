import { DEFAULT_OPTIONS } from '../../../src/delivery/options.ts';
import { figuresOf, readRows } from '../../chaos/figures.ts';
import { findPlace } from '../../chaos/place.ts';
import { type Slack, startEmulator } from '../../emulator/core/index.ts';
import { manifest } from '../../support/house.ts';
import { startsNudges } from '../../support/moves.ts';
import { settingsFor, startIn } from '../../support/plain-start.ts';
import { turnableClock } from '../../support/turnable-clock.ts';
import { NOOR, villageOf } from '../../support/village.ts';
import { crowd } from '../crowd.ts';
import type { Figures } from '../report.ts';
import { ideally, type Sent, waiting } from './bound.ts';

/** Ten o'clock comes to these one after the other, an hour apart, and none changes its clocks. */
const ZONES = [
  'Asia/Tokyo',
  'Asia/Shanghai',
  'Asia/Bangkok',
  'Asia/Dhaka',
  'Asia/Karachi',
  'Asia/Dubai',
  'Europe/Moscow',
];

const BEFORE = new Date('2026-11-30T12:00:00Z');
/** Ten o'clock in Tokyo; and when all of December's nudges are out. */
const BEGINS = new Date('2026-12-01T01:00:00Z');
/** Ten o'clock in Bangkok. What two zones cost before isn't counted: code is compiled while it runs. */
const WARM = new Date('2026-12-01T03:00:00Z');
const SENT = new Date('2026-12-01T11:00:00Z');
const MONTH_ENDS = new Date('2026-12-31T23:00:00Z');

export type Settings = { members: number; startRate: number; look: number; every: number };

/**
 * Lives through December with so many people, from wake to wake: the product as `main.ts` starts it, on a PostgreSQL, in
 * a Slack that lets through what the ceiling allows and no more. CPU time is that of this process, Slack included.
 */
export async function liveThrough({ members, startRate, look, every }: Settings): Promise<Figures> {
  const place = await findPlace('pg');
  const database = await place.open();
  const clock = turnableClock(BEFORE);
  const seed = { ...villageOf(crowd(members, ZONES), 'T0MONTH'), channels: [] };
  const slack = await startEmulator({ manifest, clock, seed });
  const mantra = await startIn(await settingsFor(slack), { clock, database, sender: { startRate } });
  slack.waitFor(mantra.busy);
  await mantra.idle();
  await startsNudges(slack.as(NOOR.id));
  const { ceiling } = DEFAULT_OPTIONS;
  const perWorkspace = { perMinute: ceiling * 60, burst: 1 };
  slack.faults.limit({ methods: {}, postsPerChannel: { perMinute: 60, burst: 1 }, postsPerWorkspace: perWorkspace });

  const refusals = countRefusals(slack);
  const tick = async () => {
    refusals.look();
    await mantra.tick();
  };
  const turn = (to: Date, minutes: number) => clock.turn(to, { tick, idle: mantra.idle, every: minutes });
  await turn(BEGINS, every);
  await turn(WARM, look);
  const sending = await cpuOf(() => turn(SENT, look));
  refusals.look();
  // Counted now: later in the month everybody is reminded, by messages of their own.
  const ids = seed.people.flatMap(({ id }) => id ?? []);
  const { missed, doubled } = figuresOf(slack.dump(), await place.inside(readRows), ids);
  const idle = await cpuOf(() => turn(MONTH_ENDS, every));

  const messages = await place.inside((tx) =>
    tx.outbox.findMany({ where: { kind: 'nudges.monthly' }, select: { dueAt: true, sentAt: true } }),
  );
  const sent = messages.flatMap(({ dueAt, sentAt }): Sent[] =>
    sentAt ? [{ due: dueAt.getTime(), sent: sentAt.getTime() }] : [],
  );
  const wall = waiting(sent);
  const warm = sent
    .filter((one) => one.sent > WARM.getTime())
    .map((one) => ({ ...one, due: Math.max(one.due, WARM.getTime()) }));
  await mantra.stop();
  await slack.close();
  await database.close();
  place.remove();
  return {
    missed,
    doubled,
    'refused as too fast': refusals.count(),
    'wall time, × the limiter’s bound': wall / waiting(ideally(sent, ceiling)),
    'CPU while sending, part of a core': sending / waiting(warm),
    'CPU a message, ms': sending / warm.length,
    'CPU of the rest of the month, part of a core': (idle * every) / (MONTH_ENDS.getTime() - SENT.getTime()),
    'sending, virtual hours': wall / 3_600_000,
  };
}

/** Slack keeps the last calls only: whoever counts looks each minute. */
function countRefusals({ calls }: Slack) {
  let last = calls.at(-1);
  let count = 0;
  return {
    look() {
      const fresh = calls.slice(last ? calls.lastIndexOf(last) + 1 : 0);
      count += fresh.filter(({ status }) => status === 429).length;
      last = calls.at(-1);
    },
    count: () => count,
  };
}

/** CPU time of this process (milliseconds). */
async function cpuOf(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}

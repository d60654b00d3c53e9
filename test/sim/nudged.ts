import type { Row } from '../../src/delivery/store.ts';
import { savedKind } from '../../src/features/conversations/messages.ts';
import { monthlyNudge } from '../../src/features/nudges/messages.ts';
import { nudgeUntil } from '../../src/features/nudges/rules.ts';
import { NUDGE_TIME } from '../../src/features/nudges/spread-rules.ts';
import { eligible, firstWorkingDay, type WorkingDays } from '../../src/features/people/index.ts';
import { addMonths, firstOfMonth, instantOf, monthOf, plus } from '../../src/time.ts';
import type { SimDatabase } from './database.ts';
import type { House, World } from './house.ts';
import { nameOf } from './names.ts';
import { worksOf } from './working-days.ts';

/** The day of a month on which all its nudges are over, everywhere. */
const OVER = 9;
const HOUR_MS = 3_600_000;
/** An instance that is up so long has had time to see what is due (milliseconds), however often it was struck. */
const LONG_ENOUGH_MS = 2 * HOUR_MS;
/** When to look again where it wasn't. */
const AGAIN_HOURS = 3;

/**
 * Each month, when its nudges are over and the house has been up for a while: everybody who could have had one has a row,
 * which says what became of it; where nothing was up in all its time, it expired. Those to whom something happened that
 * month are left out, and those whose own days decide, newcomers among them: for them one looks every five minutes, here
 * seldom.
 */
export function checkNudges(world: World, house: House, from: Date): void {
  const { timeline, watch, database } = world;
  const months = Array.from({ length: 12 }, (_, n) => addMonths(monthOf(from.toISOString().slice(0, 10)), n));
  for (const month of months) {
    const at = new Date(`${month}-0${OVER}T12:00:00Z`);
    timeline.in(at.getTime() - from.getTime(), () => check(month));
  }

  async function check(month: string) {
    const now = timeline.now();
    if (!house.wasUp(plus(now, { hours: -AGAIN_HOURS }), now, LONG_ENOUGH_MS)) {
      timeline.in(AGAIN_HOURS * HOUR_MS, () => check(month));
      return;
    }
    for (const { userId, state } of await astray(database, house, watch.sameSince, month)) {
      const name = nameOf({ kind: monthlyNudge.name, recipient: userId, subject: month });
      watch.fail(state ? `${name} is ${state}, although nothing was up` : `nobody knows what became of ${name}`);
    }
  }
}

type Astray = { userId: string; state?: string | undefined };
type SameSince = (userId: string) => Date;

/** Those without a row, and those whose row is in a state that it can't be in. */
async function astray(database: SimDatabase, house: House, sameSince: SameSince, month: string): Promise<Astray[]> {
  const rows = await database.rows();
  const began = plus(new Date(`${firstOfMonth(month)}T00:00:00Z`), { days: -1 });
  const has = (userId: string, fits: (row: (typeof rows)[number]) => boolean) =>
    rows.some((row) => row.recipient === userId && fits(row));
  const { people, absences, rests } = await database.known();
  const { nudgesStartedAt, country } = await database.db.run((tx) => database.stores.settings(tx).all());
  if (nudgesStartedAt === null || new Date(nudgesStartedAt) > began) return [];
  return people
    .map((one) => ({ ...one, works: worksOf(one, [], country) }))
    .filter((one) => eligible({ ...one, optedOut: false }, month) && sameSince(one.userId) < began)
    .filter(({ userId, joinedOn }) => joinedOn === null && !absences.some((off) => off.userId === userId))
    .filter((one) => !rests.some(({ userId }) => userId === one.userId))
    .filter(({ userId }) => !has(userId, ({ kind, dueAt }) => kind === savedKind.name && dueAt > began))
    .map(({ userId, zone, works }) => {
      const row = rows.find((one) => isNudgeOf(one, userId, month));
      return { userId, state: row?.state, expired: !house.wasUp(...windowOf(month, zone, works), 1) };
    })
    .filter(({ state, expired }) => state === undefined || (expired && state !== 'expired'));
}

const isNudgeOf = ({ kind, recipient, subject }: Row, userId: string, month: string) =>
  kind === monthlyNudge.name && recipient === userId && subject === month;

function windowOf(month: string, zone: string, works: WorkingDays): [from: Date, to: Date] {
  const dueAt = instantOf(firstWorkingDay(month, works), NUDGE_TIME, zone);
  return [dueAt, nudgeUntil(dueAt, zone, works)];
}

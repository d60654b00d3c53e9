import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { Tx } from '../../../src/db/workspace.ts';
import { firstPace } from '../../../src/delivery/pace.ts';
import type { Row } from '../../../src/delivery/store.ts';
import type { Month } from '../../../src/features/nudges/store-due.ts';
import { addDays, addMonths, firstOfMonth, lastOfMonth, plus } from '../../../src/time.ts';
import type { Stores } from '../stores.ts';
import {
  about,
  changes,
  country,
  day,
  fence,
  holder,
  MONTH,
  moment,
  newRow,
  nth,
  nudgeDay,
  person,
  place,
  recipient,
  START,
  seen,
  told,
  unique,
  uuid,
  week,
  ZONES,
} from './arbitraries.ts';
import { UNDER_CLAIM } from './rows.ts';

/** One question or change, the same for every database. `rows`: what stands in the outbox before it, by key. */
export type Ask = { says: string; of(stores: Stores, tx: Tx, rows: readonly Row[]): Promise<unknown> };

/** Every question, with every sort of argument. */
export const asks: fc.Arbitrary<Ask>[] = [
  ask('add', fc.array(newRow, { minLength: 1, maxLength: 3 }), (rows, { delivery }, tx) =>
    delivery(tx).add(unique(rows)),
  ),
  ask('change', about, (which, { delivery }, tx) => delivery(tx).change(which)),
  ask('withdraw', about, (which, { delivery }, tx) => delivery(tx).withdraw(which)),
  ask('retry', recipient, (whose, { delivery }, tx) => delivery(tx).retry(whose)),
  ask('settle', fc.tuple(nth, changes), ([n, to], { delivery }, tx, rows) => delivery(tx).settle(keyAt(rows, n), to)),
  ask('find', nth, (n, { delivery }, tx, rows) => delivery(tx).find(keyAt(rows, n))),
  ask(
    'firstReady',
    fc.tuple(moment, fc.array(recipient), fc.boolean()),
    ([now, recipients, mayEdit], { delivery }, tx) => delivery(tx).firstReady(now, { recipients, mayEdit }),
  ),
  ask('unaskedSince', fc.tuple(moment, nth), async ([since, n], { delivery }, tx, rows) => {
    const row = rowAt(rows, n);
    return row && sorted(await delivery(tx).unaskedSince(since, row));
  }),
  ask('whereabouts', person, async (who, { delivery }, tx) => {
    const found = await delivery(tx).whereabouts(who, { zone: 'Europe/Amsterdam', country: 'NL' });
    return found && { ...found, works: DAYS.map(found.works) };
  }),
  ask('recordShown', fc.tuple(nth, fence, place, moment), ([n, fence, at, now], { delivery }, tx, rows) =>
    delivery(tx).recordShown(claimAt(rows, n, fence), at, now),
  ),
  ask('recordDeleted', fc.tuple(nth, fence), ([n, fence], { delivery }, tx, rows) =>
    delivery(tx).recordDeleted(claimAt(rows, n, fence)),
  ),
  ask('recordUndone', fc.tuple(nth, fence, changes), ([n, fence, to], { delivery }, tx, rows) =>
    delivery(tx).recordUndone(claimAt(rows, n, fence), to),
  ),
  ask('firstLost', moment, (now, { delivery }, tx) => delivery(tx).firstLost(now)),
  ask('settleLost', fc.tuple(nth, fence, changes), ([n, fence, to], { delivery }, tx, rows) =>
    delivery(tx).settleLost(claimAt(rows, n, fence), to),
  ),
  ask('recordFound', fc.tuple(nth, fence, place, moment), ([n, fence, at, now], { delivery }, tx, rows) =>
    delivery(tx).recordFound(claimAt(rows, n, fence), at, now),
  ),
  ask('recover', fc.tuple(moment, moment), ([now, settled], { delivery }, tx) => delivery(tx).recover(now, settled)),
  ask('expire', moment, (now, { delivery }, tx) => delivery(tx).expire(now)),
  ask('askAgain', moment, (now, { delivery }, tx) => delivery(tx).askAgain(now)),
  ask('nextLook', fc.constant(null), (_none, { delivery }, tx) => delivery(tx).nextLook()),
  ask('enrol', moment, (now, { delivery }, tx) => delivery(tx).enrol(firstPace(now, 1))),
  ask('takeLease', fc.tuple(holder, moment), ([who, now], { delivery }, tx) =>
    delivery(tx).takeLease(who, now, plus(now, { seconds: 15 })),
  ),
  ask('releaseLease', holder, (who, { delivery }, tx) => delivery(tx).releaseLease(who)),
  ask('heldBy', holder, (who, { delivery }, tx) => delivery(tx).heldBy(who)),
  ask(
    'learn',
    fc.tuple(holder, fence, fc.option(fc.constant('invalid_auth'))),
    ([who, fence, stoppedBy], { delivery }, tx) => delivery(tx).learn(who, { fence, stoppedBy, tokens: fence / 4 }),
  ),
  ask('fence', fc.constant(null), (_none, { delivery }, tx) => delivery(tx).fence()),
  ask('see', fc.tuple(fc.array(seen), moment), ([people, now], { people: store }, tx) =>
    store(tx).see(
      unique(people, ({ userId }) => userId),
      'Europe/Amsterdam',
      now,
    ),
  ),
  ask('roster read', moment, (at, { people }, tx) =>
    people(tx)
      .rosterRead(at)
      .then(() => null),
  ),
  ask('calendars', fc.constant(null), async (_none, { people }, tx) => sorted(await people(tx).calendars())),
  ask('choose days', fc.tuple(person, week, country), async ([who, days, where], { people }, tx) => {
    await people(tx).chooseDays(who, days, where);
    return people(tx).find(who);
  }),
  ask('choose a day of the month', fc.tuple(person, fc.option(nudgeDay)), async ([who, from], { people }, tx) => {
    await people(tx).chooseNudgeDay(who, from);
    return people(tx).find(who);
  }),
  ask('say that it is the last', person, async (who, { nudges, rests }, tx) => {
    await nudges(tx).close(who, MONTH);
    return rests(tx).isQuiet(who);
  }),
  ask('act', person, async (who, { rests }, tx) => {
    await rests(tx).acted(who);
    return rests(tx).isQuiet(who);
  }),
  ask('off', fc.tuple(person, day, fc.option(fc.nat({ max: 9 }))), async ([who, from, long], { absences }, tx) => {
    await absences(tx).keepOwn(who, { from, until: long === null ? null : addDays(from, long) });
    return absences(tx).of(who);
  }),
  ask('not off', fc.tuple(person, day, day), async ([who, from, yesterday], { absences }, tx) => {
    await absences(tx).endOwn(who, from, yesterday);
    return absences(tx).of(who);
  }),
  ask('admins', fc.constant(null), async (_none, { people }, tx) =>
    (await people(tx).admins()).map(({ userId }) => userId).sort(),
  ),
  ask('open nudges', fc.array(person), (whose, { nudges }, tx) =>
    nudges(tx).open([...new Set(whose)].map((userId) => ({ userId, month: MONTH }))),
  ),
  ask(
    'due together',
    fc.tuple(week, country, fc.nat({ max: 4 }), fc.option(person)),
    ([days, where, part, whom], { waiting }, tx) =>
      waiting(tx).together(
        ZONES.map((zone, n) => ({
          ...{ zone, week: days, country: where, ...monthAt(n) },
          ...{ from: part / 8, to: part === 0 ? 1 : 0.8, after: n === 0 ? (whom ?? '') : '' },
        })),
        2,
      ),
  ),
  ask(
    'with days of their own',
    fc.tuple(day, day, day, day, nudgeDay, fc.option(person)),
    ([endSince, endUntil, joinedSince, resting, nudgeDaySince, after], { waiting }, tx) =>
      waiting(tx).withOwnDays(
        { ...NEVER, endSince, endUntil, joinedSince, resting, nudgeDaySince, nudgeDayUntil: 12 },
        after ?? '',
        2,
      ),
  ),
  ask(
    'due alone',
    fc.tuple(day, day, day, fc.array(person)),
    async ([awayFrom, awayUntil, resting, whose], { waiting }, tx) => {
      const months = ZONES.map((_zone, n) => monthAt(n));
      const found = await waiting(tx).alone(months, { ...NEVER, awayFrom, awayUntil, resting }, whose);
      return found
        .map((one) => ({ ...one, absences: one.absences.toSorted((a, b) => (a.from < b.from ? -1 : 1)) }))
        .sort((a, b) => (`${a.userId} ${a.month}` < `${b.userId} ${b.month}` ? -1 : 1));
    },
  ),
  ask('answer', fc.tuple(person, fc.option(day)), async ([who, laterOn], { nudges }, tx) => {
    await nudges(tx).answer(who, MONTH, laterOn === null ? 'stop' : 'later', laterOn);
    return (await nudges(tx).find(who, MONTH))?.laterOn;
  }),
  ask('put off', day, (until, { nudges }, tx) => nudges(tx).putOff(until, 'nudges.again', 2)),
  ask('spread', fc.nat({ max: 5 }), (days, { spreads }, tx) => spreads(tx).atLeast(MONTH, days)),
  ask('asked', fc.option(moment), async (at, { delivery }, tx) => {
    if (at !== null) await delivery(tx).noteAsked(at);
    return delivery(tx).lastAsked();
  }),
  ask('rest', fc.tuple(person, fc.option(day)), async ([who, until], { rests }, tx) => {
    await rests(tx).rest(who, { until }, START);
    return rests(tx).find(who);
  }),
  ask('come back', person, async (who, { rests }, tx) => {
    await rests(tx).comeBack(who);
    return rests(tx).find(who);
  }),
  ask('tell', fc.tuple(uuid, person, told, moment), ([id, who, what, at], { conversations }, tx) =>
    conversations(tx).add(id, who, what, at),
  ),
  ask('tell anew', fc.tuple(uuid, told, moment), async ([id, what, at], { conversations }, tx) => {
    const before = await conversations(tx).find(id);
    if (before) await conversations(tx).edit(before, what, at);
    return conversations(tx).find(id);
  }),
  ask('take back', fc.tuple(uuid, person), async ([id, who], { conversations }, tx) => {
    await conversations(tx).withdraw(id, who);
    return conversations(tx).find(id);
  }),
  ask('count', fc.tuple(person, day), async ([who, from], { conversations }, tx) => [
    await conversations(tx).countOf(who, MONTH),
    await conversations(tx).countBetween(from, addDays(from, 6)),
  ]),
  ask('held', recipient, async (channel, { conversations }, tx) => [
    (await conversations(tx).heldIn('conversations.story')).sort(),
    sorted(await conversations(tx).heldElsewhere('conversations.story', channel)),
  ]),
  ask('close a week', fc.tuple(fc.nat({ max: 3 }), moment), async ([n, at], { weeks }, tx) => {
    await weeks(tx).close(`2026-W4${n}`, n, at);
    return [(await weeks(tx).closed('2026-W41')).sort(), await weeks(tx).began()];
  }),
  ask('set', fc.constantFrom(...ZONES), async (zone, { settings }, tx) => {
    await settings(tx).set('zone', zone, { by: 'U0ANNA', at: START, id: randomUUID() });
    return settings(tx).all();
  }),
];

function ask<A>(
  name: string,
  args: fc.Arbitrary<A>,
  put: (arg: A, stores: Stores, tx: Tx, rows: readonly Row[]) => Promise<unknown>,
): fc.Arbitrary<Ask> {
  return args.map((arg) => ({
    says: `${name} ${fc.stringify(arg)}`,
    of: async (stores, tx, rows) => put(arg, stores, tx, rows),
  }));
}

const rowAt = (rows: readonly Row[], n: number) => rows[n % rows.length];
const keyAt = (rows: readonly Row[], n: number) => rowAt(rows, n)?.key ?? NOBODY;
const NOBODY = '00000000-0000-4000-8000-00000000dead';

/** A claim of a row: mostly its own, or one that it may have lost. */
function claimAt(rows: readonly Row[], n: number, fence: number) {
  const claimed = rows.filter(({ state }) => UNDER_CLAIM.includes(state));
  const row = rowAt(claimed.length > 0 ? claimed : rows, n);
  return { key: row?.key ?? NOBODY, fence: fence > 1 ? (row?.fence ?? fence) : fence };
}

/** This month, or the one before. */
function monthAt(n: number): Month {
  const month = addMonths(MONTH, -n);
  return { month, first: firstOfMonth(month), last: lastOfMonth(month) };
}

const DAYS = Array.from({ length: 14 }, (_, n) => addDays('2026-10-30', n));
const NEVER = {
  ...{ endSince: '', endUntil: '', joinedSince: '', awayFrom: '', awayUntil: '', resting: '' },
  ...{ nudgeDaySince: 0, nudgeDayUntil: 0 },
};

/** Where the order says nothing. */
const sorted = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row, Object.keys(row).sort())).sort();

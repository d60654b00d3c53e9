import { createHash } from 'node:crypto';
import {
  type Asked,
  type Month,
  NEWCOMER_DAYS,
  NUDGE,
  type WaitingStore,
} from '../../../src/features/nudges/store-due.ts';
import type { Person } from '../../../src/features/people/index.ts';
import { addDays, firstOfMonth, lastOfMonth } from '../../../src/time.ts';
import type { DaysOff, Tables } from './tables.ts';

/** Who waits for a month's nudge, in memory. */
export const modelWaiting = (tables: Tables): WaitingStore => ({
  async together(asked, limit) {
    const due = asked.flatMap((one, n) => dueIn(tables, one).map((who) => ({ ...who, n }))).slice(0, limit);
    for (const one of due) tables.nudges.set(nameOf(one), { ...FRESH, userId: one.userId, month: one.month });
    return asked
      .map((_one, n) => due.filter((who) => who.n === n))
      .flatMap((group, n) =>
        group.length > 0
          ? [{ n, userIds: group.map(({ userId }) => userId), places: group.map(({ place }) => place) }]
          : [],
      );
  },

  async withOwnDays(at, after, limit) {
    const back = tables.absences.where(({ until }) => until !== null && until >= at.endSince && until <= at.endUntil);
    const joined = tables.people.where(
      ({ member, joinedOn }) => member && joinedOn !== null && joinedOn >= at.joinedSince,
    );
    const chosen = tables.people.where(
      ({ member, nudgeDay }) =>
        member && nudgeDay !== null && nudgeDay >= at.nudgeDaySince && nudgeDay <= at.nudgeDayUntil,
    );
    const rested = tables.rests.where(({ until }) => until !== null && until > at.endSince && until <= at.resting);
    const ids = [...new Set([...back, ...joined, ...chosen, ...rested].map(({ userId }) => userId))].sort();
    return ids.filter((userId) => userId > after).slice(0, limit);
  },

  async alone(months, at, userIds) {
    const isAway = (one: DaysOff) => one.from <= at.awayFrom && (one.until === null || one.until >= at.awayUntil);
    return tables.people
      .where(({ member, userId }) => member && userIds.includes(userId))
      .filter((one) => !restsBeyond(tables, one, at.resting) && !absencesOf(tables, one).some(isAway))
      .flatMap((one) =>
        months
          .filter((month) => waits(tables, one, month))
          .map(({ month }) => ({
            ...waitingIn(one, month),
            joinedOn: one.joinedOn,
            nudgeDay: one.nudgeDay,
            restsUntil: tables.rests.get(one.userId)?.until ?? null,
            absences: absencesOf(tables, one).map(({ from, until }) => ({ from, until })),
          })),
      );
  },
});

/** How many conversations somebody had in a month that count. */
export const spoken = ({ conversations }: Tables, userId: string, month: string): number =>
  conversations.where(
    (one) =>
      one.userId === userId && one.counts && one.heldOn >= firstOfMonth(month) && one.heldOn <= lastOfMonth(month),
  ).length;

function dueIn(tables: Tables, asked: Asked) {
  const { zone, week, country, month, first, last, from, to, after } = asked;
  const isOff = (one: DaysOff) => one.from <= last && (one.until === null || one.until >= first);
  return tables.people
    .where((one) => one.member && one.zone === zone && one.week === week && one.country === country)
    .filter(({ joinedOn }) => joinedOn === null || joinedOn < addDays(first, -NEWCOMER_DAYS))
    .filter(({ nudgeDay }) => nudgeDay === null)
    .filter((one) => waits(tables, one, asked) && !restsBeyond(tables, one, first))
    .filter((one) => !absencesOf(tables, one).some(isOff))
    .map((one) => waitingIn(one, month))
    .filter(({ userId, place }) => userId > after && (to - from >= 1 || (place >= from && place < to)))
    .sort((one, other) => (one.userId < other.userId ? -1 : 1));
}

const waits = (tables: Tables, { userId }: Person, { month }: Pick<Month, 'month'>) =>
  !tables.nudges.get(`${userId} ${month}`) && !isQuiet(tables, userId) && spoken(tables, userId, month) === 0;

/** Whether somebody was told that they are left in peace, and has done nothing since. */
const isQuiet = ({ nudges, outbox }: Tables, userId: string) =>
  nudges
    .where((one) => one.userId === userId && one.closing && !one.noticed)
    .some(({ month }) =>
      outbox
        .where(({ kind, recipient, subject }) => kind === NUDGE && recipient === userId && subject === month)
        .some(({ sentAt }) => sentAt !== null),
    );

function restsBeyond({ rests }: Tables, { userId }: Person, day: string): boolean {
  const rest = rests.get(userId);
  return rest !== undefined && (rest.until === null || rest.until > day);
}

const absencesOf = ({ absences }: Tables, { userId }: Person) => absences.where((one) => one.userId === userId);

const waitingIn = ({ userId, zone, week, country }: Person, month: string) => ({
  ...{ userId, zone, week, country, month },
  place: placeOf(userId, month),
});

/** A number from 0 to 1 that is the same on every machine: the first 32 bits of an md5 hash. */
const placeOf = (userId: string, month: string) =>
  createHash('md5').update(`${userId} ${month}`).digest().readUInt32BE(0) / 2 ** 32;

const nameOf = ({ userId, month }: { userId: string; month: string }) => `${userId} ${month}`;

const FRESH = {
  ...{ customerId: null, skipped: [], answer: null, laterOn: null },
  ...{ noticed: false, closing: false },
};

import type { Tx } from '../../db/workspace.ts';
import { DEFAULT_OPTIONS } from '../../delivery/options.ts';
import type { Put } from '../../delivery/outbox.ts';
import type { Deps } from '../../deps.ts';
import type { Due, Seen } from '../../feature.ts';
import { addDays, addMonths, dayOf, instantOf, localDay, monthOf, safeZone } from '../../time.ts';
import { type PersonStore, personStore } from '../people/index.ts';
import { type SettingStore, settingStore } from '../settings/index.ts';
import { laterNudge, monthlyNudge } from './messages.ts';
import { hereBefore, isLaterDue, mayBeMissed, mayBeNudgeDay, type NudgeDue, nudgeDue, nudgeMissed } from './rules.ts';
import { daysToSpread, momentsOf, NUDGE_TIME } from './spread-rules.ts';
import { type NudgeStore, nudgeStore, type Opened, type Part, type SpreadStore, spreadStore } from './store.ts';

/** Rows that can go out within an hour. */
const PER_HOUR = DEFAULT_OPTIONS.ceiling * 3_600;

/** What the rules ask of a transaction. */
type Stores = {
  settings(tx: Tx): Pick<SettingStore, 'all'>;
  people(tx: Tx): Pick<PersonStore, 'zones'>;
  nudges(tx: Tx): Pick<NudgeStore, 'open' | 'putOff'>;
  spreads(tx: Tx): SpreadStore;
};

/**
 * The monthly nudge: on each zone's first working day at ten, once an admin has started the nudges; spread over hours
 * and days where more people are due in an hour than can hear it in one. What an outage hid is looked for in this month
 * and the one before.
 */
export const monthlyRule = (stores: Stores): Due => ({
  name: 'nudges.monthly',
  mayBe: mayBeNudgeDay,
  rows: (deps, tx, now, limit, seen) =>
    putsOf(stores, deps, tx, limit, {
      now,
      months: (zone) => [monthOf(localDay(now, zone))],
      due: (_month, zone, startedAt, days) => nudgeDue(now, zone, startedAt, days),
      seen,
    }),
  missed: async (deps, tx, since, now, limit) =>
    !mayBeMissed(since, now)
      ? []
      : putsOf(stores, deps, tx, limit, {
          now,
          months: (zone) => [addMonths(monthOf(localDay(now, zone)), -1), monthOf(localDay(now, zone))],
          due: (month, zone, startedAt, days) => nudgeMissed(month, since, now, zone, startedAt, days),
        }),
});

/** Nudges that were put off to a day that has come. */
export const laterRule = ({ settings, nudges }: Stores): Due => ({
  name: 'nudges.again',
  mayBe: () => true,
  async rows({ workspace }, tx, now, limit) {
    const { nudgesStartedAt } = await settings(tx).all();
    if (!nudgesStartedAt) return [];
    const furthestDay = addDays(localDay(now, 'UTC'), 1);
    const putOff = await nudges(tx).putOff(furthestDay, laterNudge.name, limit);
    return putOff
      .map((one) => ({ ...one, laterOn: dayOf(one.laterOn), zone: safeZone(one.zone, workspace.zone) }))
      .filter(({ laterOn, zone }) => isLaterDue(laterOn, now, zone))
      .map(({ userId, month, zone, laterOn }) => ({
        kind: laterNudge,
        recipient: userId,
        subject: month,
        dueAt: instantOf(laterOn, NUDGE_TIME, zone),
        zone,
      }));
  },
});

const DATABASE: Stores = { settings: settingStore, people: personStore, nudges: nudgeStore, spreads: spreadStore };

export const monthlyDue = monthlyRule(DATABASE);
export const laterDue = laterRule(DATABASE);

/** Which months matter in a zone, and what of each. */
type Question = {
  now: Date;
  months(zone: string): string[];
  due(month: string, zone: string, startedAt: Date, days: number): NudgeDue | undefined;
  /** What the last looks have seen to; an outage is looked at whole. */
  seen?: Seen;
};

/** Zones in which the same people are due are asked for as one; they stand in it as the database has them. */
type Group = NudgeDue & { days: number; zones: string[]; people: number };

async function putsOf(stores: Stores, { workspace }: Deps, tx: Tx, limit: number, question: Question): Promise<Put[]> {
  const { nudgesStartedAt } = await stores.settings(tx).all();
  if (!nudgesStartedAt) return [];
  const known = (zone = workspace.zone) => safeZone(zone, workspace.zone);
  const { now, seen } = question;
  const nameOf = ({ month, dueAt, days }: Group) => `${nudgesStartedAt} ${month} ${dueAt.getTime()} ${days}`;
  const groups = await groupsOf(stores, tx, known, new Date(nudgesStartedAt), question);
  const unseen = groups
    .map((group) => ({ ...group, from: Math.max(group.from, seen?.upTo(nameOf(group)) ?? 0) }))
    .filter(({ from, to }) => from < to);
  const rows: Put[] = [];
  for (const page of pagesOf(unseen, limit)) {
    const left = limit - rows.length;
    const parts = page.map((group) => partOf(group, known(group.zones[0]), now));
    const people = await stores.nudges(tx).open(parts, left);
    if (people.length < left) for (const group of page) seen?.note(nameOf(group), group.to);
    rows.push(...rowsOf(people, page, known));
    if (rows.length >= limit / 2) break;
  }
  return rows;
}

/** About so many people at once: more of them would be looked at, cut off and looked at again. A large group is divided by place. */
function pagesOf(groups: readonly Group[], limit: number): Group[][] {
  const pages: Group[][] = [];
  let room = 0;
  for (const group of groups) {
    for (let { from } = group; from < group.to; ) {
      if (room < 1) {
        pages.push([]);
        room = limit;
      }
      const to = Math.min(group.to, from + room / group.people);
      pages.at(-1)?.push({ ...group, from, to });
      room -= group.people * (to - from);
      from = to;
    }
  }
  return pages;
}

const partOf = ({ zones, month, from, to }: Group, zone: string, now: Date): Part => ({
  ...{ zones, month, from, to },
  hereBefore: hereBefore(month, zone),
  today: localDay(now, zone),
});

/** Everybody's row, at their own moment. */
function rowsOf(people: readonly Opened[], groups: readonly Group[], known: (zone: string) => string): Put[] {
  const daysOf = new Map(groups.map(({ month, days }) => [month, days]));
  const moments = new Map<string, (place: number) => Date>();
  return people.map(({ userId: recipient, month: subject, place, ...one }) => {
    const zone = known(one.zone);
    const momentAt = moments.get(`${subject} ${zone}`) ?? momentsOf(subject, zone, daysOf.get(subject) ?? 0);
    moments.set(`${subject} ${zone}`, momentAt);
    return { kind: monthlyNudge, recipient, subject, dueAt: momentAt(place), zone };
  });
}

async function groupsOf(stores: Stores, tx: Tx, known: (zone: string) => string, startedAt: Date, question: Question) {
  const stored = await stores.people(tx).zones();
  const crowds = stored.map(({ zone, people }) => ({ zone: known(zone), people }));
  const daysOf = spreads(stores.spreads(tx), (month) => daysToSpread(crowds, month, PER_HOUR));
  const groups = new Map<string, Group>();
  for (const { zone: storedZone, people } of stored) {
    const zone = known(storedZone);
    for (const month of question.months(zone)) {
      const days = await daysOf(month);
      const due = question.due(month, zone, startedAt, days);
      if (!due) continue;
      const key = `${due.dueAt.getTime()} ${due.from} ${due.to}`;
      const group = groups.get(key) ?? { ...due, days, zones: [], people: 0 };
      group.zones.push(storedZone);
      group.people += people;
      groups.set(key, group);
    }
  }
  return [...groups.values()];
}

/** A house that shrinks in the middle of a month stays spread: else the later days' people would be over already. */
function spreads(store: SpreadStore, wanted: (month: string) => number) {
  const days = new Map<string, number>();
  return async (month: string) => {
    const known = days.get(month) ?? (await store.atLeast(month, wanted(month)));
    days.set(month, known);
    return known;
  };
}

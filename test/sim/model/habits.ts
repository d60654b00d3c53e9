import { createHash } from 'node:crypto';
import type { Opened, Part } from '../../../src/features/nudges/store.ts';
import { type Settings, settingsTable } from '../../../src/features/settings/table.ts';
import { firstOfMonth, lastOfMonth } from '../../../src/time.ts';
import type { Stores } from '../stores.ts';
import type { Tables } from './tables.ts';

/** The one customer everybody speaks with. */
export const CUSTOMER = {
  id: '00000000-0000-4000-8000-000000000001',
  name: 'Bakkerij Zuid',
  sort: 'customer',
} as const;

type Habits = { [Name in keyof Omit<Stores, 'delivery'>]: ReturnType<Stores[Name]> };

/** What the habits remember, in memory: the same answers as from the database. */
export const modelHabits = (tables: Tables): Habits => ({
  settings: settings(tables),
  people: people(tables),
  nudges: nudges(tables),
  spreads: spreads(tables),
  rests: rests(tables),
  conversations: conversations(tables),
  weeks: weeks(tables),
});

const FIRST = Object.fromEntries(Object.entries(settingsTable).map(([key, { first }]) => [key, first])) as Settings;

const settings = (tables: Tables): Habits['settings'] => ({
  all: async () => tables.settings.get('') ?? FIRST,
  async set(key, value) {
    const before = tables.settings.get('') ?? FIRST;
    tables.settings.set('', { ...before, [key]: value });
    return true;
  },
});

const people = (tables: Tables): Habits['people'] => ({
  admins: async () => tables.people.where(({ admin, member }) => admin && member),
  find: async (userId) => tables.people.get(userId),
  async see(seen, zone, now) {
    for (const one of seen) {
      const before = tables.people.get(one.userId);
      tables.people.set(one.userId, {
        ...one,
        lang: one.lang ?? before?.lang ?? 'en',
        zone: one.zone ?? before?.zone ?? zone,
        firstSeenAt: before && (before.member || !one.member) ? before.firstSeenAt : now,
      });
    }
    return seen.length;
  },
  async zones() {
    const counts = new Map<string, number>();
    for (const { zone, member } of tables.people.all()) if (member) counts.set(zone, (counts.get(zone) ?? 0) + 1);
    return [...counts].map(([zone, people]) => ({ zone, people }));
  },
});

const nudges = (tables: Tables): Habits['nudges'] => ({
  find: async (userId, month) => tables.nudges.get(`${userId} ${month}`),
  async answer(userId, month, answer, laterOn) {
    const nudge = tables.nudges.get(`${userId} ${month}`);
    if (nudge) tables.nudges.set(`${userId} ${month}`, { ...nudge, answer, laterOn });
    return { count: nudge ? 1 : 0 };
  },
  async open(parts, limit) {
    const due = parts
      .flatMap((part) => dueIn(tables, part))
      .sort((one, other) => (nameOf(one) < nameOf(other) ? -1 : 1))
      .slice(0, limit);
    const fresh = { customerId: null, skipped: [], answer: null, laterOn: null };
    for (const { userId, month } of due) tables.nudges.set(`${userId} ${month}`, { userId, month, ...fresh });
    return due;
  },
  putOff: async (day, kind, limit) =>
    tables.nudges
      .where(({ laterOn, answer }) => answer === 'later' && laterOn !== null && laterOn <= day)
      .flatMap(({ userId, month, laterOn }) => {
        const person = tables.people.get(userId);
        const sent = tables.outbox.where(
          (row) => row.kind === kind && row.recipient === userId && row.subject === month,
        );
        return person?.member && laterOn !== null && sent.length === 0
          ? [{ userId, month, zone: person.zone, laterOn: new Date(`${laterOn}T00:00:00.000Z`) }]
          : [];
      })
      .sort((one, other) => (one.userId < other.userId ? -1 : 1))
      .slice(0, limit),
});

function dueIn(tables: Tables, { zones, month, hereBefore, today, from, to }: Part): Opened[] {
  const rests = ({ userId }: { userId: string }) => {
    const rest = tables.rests.get(userId);
    return rest !== undefined && (rest.until === null || rest.until > today);
  };
  return tables.people
    .where((one) => one.member && zones.includes(one.zone) && one.firstSeenAt < hereBefore && !rests(one))
    .filter(({ userId }) => !tables.nudges.get(`${userId} ${month}`) && spoken(tables, userId, month) === 0)
    .map(({ userId, zone }) => ({ userId, zone, month, place: placeOf(userId, month) }))
    .filter(({ place }) => to - from >= 1 || (place >= from && place < to));
}

const nameOf = ({ userId, month }: Opened) => `${userId} ${month}`;

/** A number from 0 to 1 that is the same on every machine: the first 32 bits of an md5 hash. */
const placeOf = (userId: string, month: string) =>
  createHash('md5').update(`${userId} ${month}`).digest().readUInt32BE(0) / 2 ** 32;

const spreads = (tables: Tables): Habits['spreads'] => ({
  async atLeast(month, days) {
    const before = tables.spreads.get(month)?.days ?? 0;
    if (days > before) tables.spreads.set(month, { month, days });
    return Math.max(before, days);
  },
});

const rests = (tables: Tables): Habits['rests'] => ({
  async find(userId) {
    const rest = tables.rests.get(userId);
    return rest && { until: rest.until };
  },
  rest: async (userId, until) => tables.rests.set(userId, { userId, until }),
  async comeBack(userId) {
    const count = tables.rests.get(userId) ? 1 : 0;
    tables.rests.delete(userId);
    return { count };
  },
});

const spoken = ({ conversations }: Tables, userId: string, month: string) =>
  conversations.where(
    (one) =>
      one.userId === userId && one.counts && one.heldOn >= firstOfMonth(month) && one.heldOn <= lastOfMonth(month),
  ).length;

const conversations = (tables: Tables): Habits['conversations'] => ({
  async add(id, userId, { customerId: _always, ...told }) {
    if (tables.conversations.get(id)) return false;
    tables.conversations.set(id, { ...told, id, userId, customer: CUSTOMER });
    return true;
  },
  async edit({ id, userId }, { customerId: _always, ...told }) {
    const before = tables.conversations.get(id);
    if (before?.userId === userId) tables.conversations.set(id, { ...before, ...told });
  },
  async withdraw(id, userId) {
    const its = tables.conversations.get(id)?.userId === userId;
    if (its) tables.conversations.delete(id);
    return { count: its ? 1 : 0 };
  },
  find: async (id) => tables.conversations.get(id),
  countOf: async (userId, month) => spoken(tables, userId, month),
  countBetween: async (from, to) =>
    tables.conversations.where(({ counts, heldOn }) => counts && heldOn >= from && heldOn <= to).length,
  heldIn: async (kind) => [...new Set(held(tables, kind).map(({ recipient }) => recipient))],
  heldElsewhere: async (kind, channel) =>
    held(tables, kind)
      .filter(({ recipient }) => recipient !== channel)
      .map(({ subject, recipient }) => ({ id: subject, channel: recipient }))
      .slice(0, 100),
});

const held = ({ outbox }: Tables, kind: string) =>
  outbox.where((row) => row.kind === kind && row.state === 'held' && !row.gone);

const weeks = (tables: Tables): Habits['weeks'] => ({
  closed: async (from) => tables.weeks.where(({ week }) => week >= from).map(({ week }) => week),
  async close(week, conversations) {
    const count = tables.weeks.get(week) ? 0 : 1;
    if (count > 0) tables.weeks.set(week, { week, conversations });
    return { count };
  },
  async began() {
    const [first] = [...tables.people.all()].map(({ firstSeenAt }) => firstSeenAt.getTime()).sort((a, b) => a - b);
    return first === undefined ? undefined : new Date(first);
  },
});

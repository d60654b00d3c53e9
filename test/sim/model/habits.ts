import { type Settings, settingsTable } from '../../../src/features/settings/table.ts';
import type { Stores } from '../stores.ts';
import { modelAbsences, modelPeople } from './people.ts';
import type { Tables } from './tables.ts';
import { modelWaiting, spoken } from './waiting.ts';

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
  people: modelPeople(tables),
  absences: modelAbsences(tables),
  nudges: nudges(tables),
  spreads: spreads(tables),
  waiting: modelWaiting(tables),
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

const nudges = (tables: Tables): Habits['nudges'] => ({
  find: async (userId, month) => tables.nudges.get(`${userId} ${month}`),
  async answer(userId, month, answer, laterOn) {
    const nudge = tables.nudges.get(`${userId} ${month}`);
    if (nudge) tables.nudges.set(`${userId} ${month}`, { ...nudge, answer, laterOn });
    return { count: nudge ? 1 : 0 };
  },
  async close(userId, month) {
    const nudge = tables.nudges.get(`${userId} ${month}`);
    if (nudge) tables.nudges.set(`${userId} ${month}`, { ...nudge, closing: true });
  },
  async open(fresh) {
    const missing = fresh.filter(({ userId, month }) => !tables.nudges.get(`${userId} ${month}`));
    for (const one of missing) tables.nudges.set(`${one.userId} ${one.month}`, { ...UNANSWERED, ...one });
    return missing.length;
  },
  putOff: async (day, kind, limit) =>
    tables.nudges
      .where(({ laterOn, answer }) => answer === 'later' && laterOn !== null && laterOn <= day)
      .flatMap(({ userId, month, laterOn }) => {
        const person = tables.people.get(userId);
        const sent = tables.outbox.where(
          (row) => row.kind === kind && row.recipient === userId && [month, laterOn].includes(row.subject),
        );
        return person?.member && laterOn !== null && sent.length === 0
          ? [{ userId, month, zone: person.zone, laterOn: new Date(`${laterOn}T00:00:00.000Z`) }]
          : [];
      })
      .sort((one, other) => (one.userId < other.userId ? -1 : 1))
      .slice(0, limit),
});

const UNANSWERED = {
  ...{ customerId: null, skipped: [], answer: null, laterOn: null },
  ...{ noticed: false, closing: false },
};

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
  rest: async (userId, { until }) => tables.rests.set(userId, { userId, until }),
  async acted(userId) {
    for (const nudge of tables.nudges.where((one) => one.userId === userId))
      tables.nudges.set(`${userId} ${nudge.month}`, { ...nudge, noticed: true });
  },
  isQuiet: async (userId) =>
    tables.nudges.where((one) => one.userId === userId && one.closing && !one.noticed).length > 0,
  async comeBack(userId) {
    const count = tables.rests.get(userId) ? 1 : 0;
    tables.rests.delete(userId);
    return { count };
  },
});

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

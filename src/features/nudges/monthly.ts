import type { Tx } from '../../db/workspace.ts';
import type { Put } from '../../delivery/outbox.ts';
import type { Deps } from '../../deps.ts';
import type { Seen } from '../../feature.ts';
import { addDays, addMonths, firstOfMonth, lastOfMonth, localDay, monthOf } from '../../time.ts';
import { without } from '../people/index.ts';
import { calendarName, calendarsOf, type SharedCalendar } from './calendars.ts';
import { monthlyNudge } from './messages.ts';
import { isWithin, type NudgeDue, notBefore, nudgeDue, nudgeMissed, ownNudge, type Span } from './rules.ts';
import { type Calendar, momentsOf } from './spread-rules.ts';
import type { SpreadStore } from './store.ts';
import {
  type Asked,
  type LookedAt,
  type Month,
  NEWCOMER_DAYS,
  type Waiting,
  type WaitingOwn,
  type WaitingStore,
} from './store-due.ts';
import type { Stores } from './stores.ts';

/** People whose own days are looked at, at a time. */
const PAGE = 5_000;

/** Every so many minutes one looks for those whose own days decide. Every zone's ten o'clock is such a minute. */
const BACK_MINUTES = 5;

/** Whoever came back longer ago than this has been asked, unless Mantra was down meanwhile. */
const BACK_DAYS = 10;

/** No zone is a whole day away from UTC; a date column holds no later day. */
const ANYWHERE_DAYS = 1;
const LAST_DAY = '9999-12-31';
const LAST_NUMBER = 31;

/** Who asks: a house, one transaction with its stores. */
type Asking = { stores: Stores; deps: Deps; tx: Tx };

/** What is due now; or, with `since`, what ended between then and now. `seen`: what the last looks have seen to. */
type Question = { now: Date; since: Date | null; seen: Seen };

/** Rows of the month's nudge for everybody whom the question concerns, and the nudges themselves. */
export async function monthlyRows(asking: Asking, question: Question, limit: number): Promise<Put[]> {
  const { stores, tx } = asking;
  const { nudgesStartedAt } = await stores.settings(tx).all();
  if (!nudgesStartedAt) return [];
  const look = await lookAround(asking, question, new Date(nudgesStartedAt));
  const rows = await together(look, stores.waiting(tx), limit);
  if (rows.length >= limit || !isTimeForOne(look)) return rows;
  const own = await alone(look, stores.waiting(tx), limit - rows.length);
  await stores.nudges(tx).open(own.map(({ recipient, subject }) => ({ userId: recipient, month: subject })));
  return [...rows, ...own];
}

/** A month in a calendar; `due`: what is due in it for everybody who has no days of their own, if anything. */
type Open = SharedCalendar & { month: string; today: string; days: number; due: NudgeDue | undefined };

type Look = Question & { startedAt: Date; open: ReadonlyMap<string, Open> };

async function lookAround({ stores, deps, tx }: Asking, question: Question, startedAt: Date): Promise<Look> {
  const { all, spreadOf } = await calendarsOf(stores, deps, tx, question.now);
  const daysOf = spreads(stores.spreads(tx), spreadOf);
  const open = new Map<string, Open>();
  for (const shared of all) {
    const today = localDay(question.now, shared.calendar.zone);
    for (const month of monthsAt(today, question)) {
      const mayBe = question.since !== null || isWithin(shared.spanOf(month), question.now);
      const days = mayBe ? await daysOf(month) : 0;
      const due = mayBe ? dueIn(question, month, shared.calendar, startedAt, days) : undefined;
      open.set(nameOf({ ...shared.stored, month }), { ...shared, month, today, days, due });
    }
  }
  return { ...question, startedAt, open };
}

const monthsAt = (today: string, { since }: Question): string[] =>
  since === null ? [monthOf(today)] : [addMonths(monthOf(today), -1), monthOf(today)];

const dueIn = ({ now, since }: Question, month: string, calendar: Calendar, startedAt: Date, days: number) =>
  since === null ? nudgeDue(now, calendar, startedAt, days) : nudgeMissed(month, since, now, calendar, startedAt, days);

const isDue = (span: Span, { now, since }: Question): boolean =>
  since === null ? isWithin(span, now) : since < span.until && span.until <= now;

/** Those who are due together with everybody in their calendar; not those whom a look before this one has seen to. */
async function together(look: Look, waiting: WaitingStore, limit: number): Promise<Put[]> {
  const rows: Put[] = [];
  let left = [...look.open.values()].flatMap((one) => askedOf(look, one));
  while (left.length > 0 && rows.length < limit) {
    const room = limit - rows.length;
    const asked = left.slice(0, asManyAsFit(look, left, room));
    const people = await waiting.together(asked, room);
    const due = people.flatMap((group) => rowsOf(look, asked[group.n], group));
    noteSeen(look, asked, due.length < room ? undefined : people.at(-1));
    rows.push(...due);
    left = left.slice(asked.length);
  }
  return rows;
}

function askedOf(look: Look, { stored, due, month }: Open): Asked[] {
  if (!due) return [];
  const asked = { ...stored, ...monthFrom(month), from: due.from, to: due.to, after: '' };
  const from = Math.max(due.from, look.seen.upTo(partOf(look, asked)) ?? 0);
  if (from >= due.to) return [];
  return [{ ...asked, from, after: look.seen.endOf(rangeOf(look, { ...asked, from })) ?? '' }];
}

/** How many calendars to ask at once, the first at least: to look through many more people than fit would be for nothing. */
function asManyAsFit({ open }: Look, asked: readonly Asked[], room: number): number {
  let expected = 0;
  const beyond = asked.findIndex((one) => {
    expected += (open.get(nameOf(one))?.people ?? 0) * (one.to - one.from);
    return expected > room;
  });
  return beyond < 0 ? asked.length : Math.max(1, beyond);
}

/** All of these calendars have been seen to; but where the page was full, as far as the last one on it. */
function noteSeen(look: Look, asked: readonly Asked[], last: Waiting | undefined): void {
  for (const one of asked.slice(0, last?.n)) look.seen.note(partOf(look, one), one.to);
  const [goesOn, end] = last ? [asked[last.n], last.userIds.at(-1)] : [];
  if (goesOn && end) look.seen.noteEnd(rangeOf(look, goesOn), end);
}

/** A part of the people, by a name that changes with all that decides when they are due. */
const partOf = ({ startedAt, open }: Look, one: Asked) =>
  `${startedAt.getTime()} ${nameOf(one)} ${open.get(nameOf(one))?.days}`;

/** The same, and which of its places. */
const rangeOf = (look: Look, one: Asked) => `${partOf(look, one)} ${one.from} ${one.to}`;

/** The rows of those of one calendar, everybody's at their own moment. */
function rowsOf({ open }: Look, asked: Asked | undefined, { userIds, places }: Waiting): Put[] {
  const shared = asked && open.get(nameOf(asked));
  if (!shared) return [];
  const momentAt = momentsOf(shared.month, shared.calendar, shared.days);
  return userIds.map((userId, n) => rowFor(userId, shared.month, shared.calendar, momentAt(places[n] ?? 0)));
}

const isAsking = ({ open, since }: Look) => since !== null || [...open.values()].some(({ due }) => due);

const isTimeForOne = ({ since, now }: Look) => since !== null || now.getUTCMinutes() % BACK_MINUTES === 0;

/** Those whose own days decide: newcomers, and whoever is off or rests at some time of the month, or has chosen a day. */
async function alone(look: Look, waiting: WaitingStore, limit: number): Promise<Put[]> {
  const months = [...new Set([...look.open.values()].map(({ month }) => month))].toSorted().map(monthFrom);
  const at = whomToLookAt(look, months);
  const rows: Put[] = [];
  let page: string[] = [];
  do {
    page = await waiting.withOwnDays(at, page.at(-1) ?? '', PAGE);
    const people = page.length > 0 ? await waiting.alone(months, at, page) : [];
    rows.push(...people.flatMap((one) => ownRow(look, one)));
  } while (page.length === PAGE && rows.length < limit);
  return rows.slice(0, limit);
}

/** While everybody is asked, whoever is off in the month and all newcomers; else those who have just come back. */
function whomToLookAt(look: Look, [earliest]: Month[]): LookedAt {
  const today = localDay(look.now, 'UTC');
  const [before, after] = [addDays(today, -ANYWHERE_DAYS), addDays(today, ANYWHERE_DAYS)];
  const first = earliest?.first ?? today;
  const ends = isAsking(look)
    ? { endSince: first, endUntil: LAST_DAY, joinedSince: addDays(first, -NEWCOMER_DAYS) }
    : { endSince: addDays(today, -BACK_DAYS), endUntil: after, joinedSince: LAST_DAY };
  const away = look.since === null ? { awayFrom: before, awayUntil: after } : { awayFrom: first, awayUntil: LAST_DAY };
  const nudgeDays = {
    nudgeDaySince: isAsking(look) ? 0 : dayNumber(today) - BACK_DAYS,
    nudgeDayUntil: look.since === null ? dayNumber(after) : LAST_NUMBER,
  };
  return { ...ends, ...away, ...nudgeDays, resting: after };
}

function ownRow(look: Look, { userId, month, restsUntil, nudgeDay, absences, ...one }: WaitingOwn): Put[] {
  const shared = look.open.get(nameOf({ ...one, month }));
  if (!shared || (restsUntil !== null && restsUntil > shared.today)) return [];
  const calendar = { zone: shared.calendar.zone, works: without(absences, shared.calendar.works) };
  const own = { ...one, works: calendar.works, notBefore: notBefore(month, nudgeDay, restsUntil) };
  const span = ownNudge(month, shared.calendar, own, look.startedAt, shared.days);
  return span && isDue(span, look) ? [rowFor(userId, month, calendar, span.dueAt)] : [];
}

const rowFor = (recipient: string, month: string, calendar: Calendar, dueAt: Date): Put => ({
  ...{ kind: monthlyNudge, recipient, subject: month, dueAt },
  ...calendar,
});

/** Which day of its month a day is. */
const dayNumber = (day: string): number => Number(day.slice(8));

const monthFrom = (month: string): Month => ({ month, first: firstOfMonth(month), last: lastOfMonth(month) });

const nameOf = (one: SharedCalendar['stored'] & { month: string }) => `${one.month} ${calendarName(one)}`;

/** A house that shrinks in the middle of a month stays spread: else the later days' people would be over already. */
function spreads(store: SpreadStore, wanted: (month: string) => number) {
  const days = new Map<string, number>();
  return async (month: string) => {
    const known = days.get(month) ?? (await store.atLeast(month, wanted(month)));
    days.set(month, known);
    return known;
  };
}

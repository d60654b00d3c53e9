import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BUDGET } from '../../src/delivery/budget.ts';
import type { Kind } from '../../src/delivery/outbox.ts';
import { features } from '../../src/features/index.ts';
import { loadHolidays } from '../../src/features/people/holidays.ts';
import { addWorkingDays, without, worksOn } from '../../src/features/people/index.ts';
import { addDays, addMonths, instantOf, localDay, localTime, monthOf, plus, weekOf } from '../../src/time.ts';
import { type TestDatabase, testDatabase } from '../support/database.ts';
import { kindOf, type Scene, scene } from './scene.ts';
import { type Event, type Fate, type Life, livesThrough, talkative } from './streams.ts';

let database: TestDatabase;
let house: Scene;
beforeAll(async () => {
  database = await testDatabase();
  house = await scene(database);
});
afterAll(async () => {
  await house.close();
  await database.close();
});

const DAYTIME = { from: '09:00', until: '17:00' };
const own = (name: string): Kind => {
  const kind = features.flatMap(({ messages = [] }) => messages).find((one) => one.name === name);
  if (!kind) throw new Error(`there is no ${name}`);
  return talkative(kind);
};

/** What habits still to come will bring (decisions, "Messages"), by the days until which it may go out. */
const toCome = (name: string, rest: Partial<Kind>, days: number): Kind =>
  kindOf(name, {
    window: DAYTIME,
    until: (dueAt, zone, works) => instantOf(addWorkingDays(localDay(dueAt, zone), days - 1, works), '17:00', zone),
    ...rest,
  });

/** Every sort of message somebody can get, asked for or not. */
const KINDS = {
  nudge: own('nudges.monthly'),
  again: own('nudges.again'),
  reminder: own('reminders.again'),
  plan: own('plans.today'),
  saved: own('conversations.saved'),
  typed: own('drafts.typed'),
  complaint: kindOf('complaints.line', { until: () => null }),
  relayed: toCome('questions.relayed', { priority: 4, unasked: true }, 5),
  prompt: toCome('stories.prompt', { priority: 5, unasked: true }, 2),
  used: own('returns.used'),
} satisfies Record<string, Kind>;

const holidays = await loadHolidays();

const life = fc
  .record({
    week: fc.constantFrom('12345', '1234', '24', '7', '12345'),
    country: fc.constantFrom('NL', 'DE-BY', 'US', 'BE'),
    zone: fc.constantFrom('Europe/Amsterdam', 'America/New_York', 'Asia/Kathmandu', 'Pacific/Kiritimati'),
    off: fc.array(fc.record({ from: fc.integer({ min: 0, max: 120 }), days: fc.integer({ min: 0, max: 20 }) }), {
      maxLength: 3,
    }),
  })
  .map(({ week, country, zone, off }): Life => {
    const absences = off.map(({ from, days }) => ({ from: addDays(BEGIN, from), until: addDays(BEGIN, from + days) }));
    return { zone, works: without(absences, worksOn({ week, isHoliday: holidays(country), absences: [] })) };
  });

const BEGIN = '2026-11-15';
const moment = fc
  .integer({ min: 0, max: 120 * 24 * 60 })
  .map((minutes) => plus(new Date(`${BEGIN}T00:00:00Z`), { minutes }));
const anything = fc.record({ kind: fc.constantFrom(...Object.values(KINDS)), dueAt: moment });

/** The habit’s own year besides: every month its nudge and both reminders, at ten, whatever else is going on. */
const monthly = ['2026-12', '2027-01', '2027-02'].flatMap((month): Event[] =>
  [
    [KINDS.nudge, `${month}-01`],
    [KINDS.reminder, `${month}-15`],
    [KINDS.reminder, addDays(`${addMonths(month, 1)}-01`, -7)],
  ].map(([kind, day]) => ({ kind: kind as Kind, dueAt: instantOf(day as string, '10:00', 'UTC') })),
);
const stream = fc.array(anything, { maxLength: 60 }).map((some) => [...some, ...monthly]);

const lived = (one: Life, events: readonly Event[]) => house.db.run((tx) => livesThrough(house.deps, tx, one, events));

function most(fates: readonly Fate[], key: (one: Fate) => string): number {
  const counts = new Map<string, number>();
  for (const each of fates) counts.set(key(each), (counts.get(key(each)) ?? 0) + 1);
  return Math.max(0, ...counts.values());
}

describe('whatever falls due for somebody, in whatever order', () => {
  it('they get at most one unasked message a day, two a week, four a month, and three about the habit', async () => {
    await fc.assert(
      fc.asyncProperty(life, stream, async (one, events) => {
        const unasked = (await lived(one, events)).filter(({ is, kind }) => is === 'sent' && kind.unasked);
        const day = ({ at }: Fate) => localDay(at, one.zone);
        expect(most(unasked, day)).toBeLessThanOrEqual(BUDGET.day);
        expect(most(unasked, (each) => weekOf(day(each)))).toBeLessThanOrEqual(BUDGET.week);
        expect(most(unasked, (each) => monthOf(day(each)))).toBeLessThanOrEqual(BUDGET.month);
        const habit = unasked.filter(({ kind }) => kind.monthlyHabit);
        expect(most(habit, (each) => monthOf(day(each)))).toBeLessThanOrEqual(BUDGET.monthlyHabit);
      }),
    );
  });

  it('what has hours comes within them, on a day they work, before its end; and everything has an end', async () => {
    await fc.assert(
      fc.asyncProperty(life, stream, async (one, events) => {
        const fates = await lived(one, events);
        expect(fates).toHaveLength(events.length);
        for (const { is, at, kind, dueAt } of fates) {
          if (is !== 'sent') continue;
          const until = kind.until(dueAt, one.zone, one.works);
          expect(at >= dueAt && (until === null || at < until)).toBe(true);
          if (kind.window === 'always') continue;
          expect(one.works(localDay(at, one.zone))).toBe(true);
          expect(localTime(at, one.zone) >= kind.window.from && localTime(at, one.zone) < kind.window.until).toBe(true);
        }
      }),
    );
  });

  it('what they asked for comes as if nothing else did: plans, answers and complaints are never held back', async () => {
    await fc.assert(
      fc.asyncProperty(life, stream, async (one, events) => {
        const asked = events.filter(({ kind }) => !kind.unasked);
        const alone = await lived(one, asked);
        const among = (await lived(one, events)).filter(({ kind }) => !kind.unasked);
        const told = (fates: Fate[]) =>
          fates.map(({ kind, dueAt, is, at }) => `${kind.name} ${+dueAt} ${is} ${+at}`).sort();
        expect(told(among)).toEqual(told(alone));
      }),
    );
  });

  it('nothing unasked is left out but where the day, the week or the month was full', async () => {
    await fc.assert(
      fc.asyncProperty(life, stream, async (one, events) => {
        const fates = await lived(one, events);
        const unasked = fates.filter(({ is, kind }) => is === 'sent' && kind.unasked);
        for (const { is, at, kind } of fates) {
          if (is !== 'skipped') continue;
          expect(kind.unasked).toBe(true);
          const before = unasked
            .filter((each) => each.at <= at)
            .map((each) => ({ ...each, day: localDay(each.at, one.zone) }));
          const day = localDay(at, one.zone);
          const inMonth = before.filter((each) => monthOf(each.day) === monthOf(day));
          const isFull =
            before.filter((each) => each.day === day).length >= BUDGET.day ||
            before.filter((each) => weekOf(each.day) === weekOf(day)).length >= BUDGET.week ||
            inMonth.length >= BUDGET.month ||
            inMonth.filter((each) => each.kind.monthlyHabit).length >= BUDGET.monthlyHabit;
          expect(isFull).toBe(true);
        }
      }),
    );
  });

  it('of two that wait for the same moment, the nudge goes before the prompt', async () => {
    const dueAt = new Date('2026-12-01T05:00:00Z');
    const amsterdam = {
      zone: 'Europe/Amsterdam',
      works: worksOn({ week: '12345', isHoliday: holidays('NL'), absences: [] }),
    };
    const fates = await lived(
      amsterdam,
      [KINDS.used, KINDS.prompt, KINDS.nudge].map((kind) => ({ kind, dueAt })),
    );
    expect(fates.map(({ kind, is }) => `${kind.name} ${is}`)).toEqual([
      'nudges.monthly sent',
      'returns.used sent',
      'stories.prompt skipped',
    ]);
  });

  it('a day is the one on their own calendar, fourteen hours ahead of Greenwich too', async () => {
    const kiritimati: Life = {
      zone: 'Pacific/Kiritimati',
      works: worksOn({ week: '12345', isHoliday: () => false, absences: [] }),
    };
    const dueAt = new Date('2026-11-30T19:00:00Z');
    const fates = await lived(
      kiritimati,
      [KINDS.used, KINDS.relayed].map((kind) => ({ kind, dueAt })),
    );
    expect(fates.map(({ kind, is, at }) => `${kind.name} ${is} ${localDay(at, kiritimati.zone)}`)).toEqual([
      'questions.relayed sent 2026-12-01',
      'returns.used sent 2026-12-02',
    ]);
  });
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { BUDGET, countsFrom, fits, type Got } from '../../src/delivery/budget.ts';
import { addDays, monthOf, weekOf } from '../../src/time.ts';

const got = (...days: string[]): Got[] => days.map((day) => ({ day, monthlyHabit: false }));
const monthly = (...days: string[]): Got[] => days.map((day) => ({ day, monthlyHabit: true }));
const [next] = got('2026-11-19');
const [nextMonthly] = monthly('2026-11-25');

it.each([
  ['nothing yet', true, []],
  ['one today', false, got('2026-11-19')],
  ['one yesterday', true, got('2026-11-18')],
  ['two this week', false, got('2026-11-16', '2026-11-18')],
  ['two last week', true, got('2026-11-12', '2026-11-13')],
  ['three this month', true, got('2026-11-02', '2026-11-09', '2026-11-12')],
  ['four this month', false, got('2026-11-02', '2026-11-03', '2026-11-09', '2026-11-12')],
  ['four last month', true, got('2026-10-01', '2026-10-08', '2026-10-20', '2026-10-22')],
] as const)('after %s one more on Thursday 19 November: %s', (_what, answer, before) => {
  expect(next && fits(before, next)).toBe(answer);
});

it('brings at most three a month about the monthly habit, and a fourth about something else', () => {
  const before = monthly('2026-11-02', '2026-11-09', '2026-11-16');
  expect(nextMonthly && fits(before, nextMonthly)).toBe(false);
  expect(nextMonthly && fits(before, { ...nextMonthly, monthlyHabit: false })).toBe(true);
});

it('leaves the three about the monthly habit to it, however many others came', () => {
  const before = got('2026-11-02', '2026-11-09', '2026-11-16');
  expect(nextMonthly && fits(before, nextMonthly)).toBe(true);
});

it('counts a week that began in another month', () => {
  expect(fits(got('2026-11-30', '2026-12-01'), { day: '2026-12-03', monthlyHabit: false })).toBe(false);
  expect(countsFrom('2026-12-03')).toBe('2026-11-29');
  expect(countsFrom('2026-12-20')).toBe('2026-11-30');
});

it('holds for every day, week and month, whatever is due when', () => {
  const due = fc.record({ away: fc.integer({ min: 0, max: 120 }), monthlyHabit: fc.boolean() });
  fc.assert(
    fc.property(fc.array(due, { maxLength: 150 }), (stream) => {
      const heard: Got[] = [];
      for (const { away, monthlyHabit } of [...stream].sort((a, b) => a.away - b.away)) {
        const one = { day: addDays('2026-10-01', away), monthlyHabit };
        if (fits(heard, one)) heard.push(one);
      }
      const most = (key: (one: Got) => string, of = heard) =>
        Math.max(0, ...of.map((one) => of.filter((other) => key(other) === key(one)).length));
      expect(most(({ day }) => day)).toBeLessThanOrEqual(BUDGET.day);
      expect(most(({ day }) => weekOf(day))).toBeLessThanOrEqual(BUDGET.week);
      expect(most(({ day }) => monthOf(day))).toBeLessThanOrEqual(BUDGET.month);
      const habit = heard.filter((one) => one.monthlyHabit);
      expect(most(({ day }) => monthOf(day), habit)).toBeLessThanOrEqual(BUDGET.monthlyHabit);
    }),
  );
});

it('refuses nothing that older days could not have used up', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 400 })), (ago) => {
      const day = '2026-11-19';
      const all = ago.map((n) => ({ day: addDays(day, -n), monthlyHabit: n % 2 === 0 }));
      const recent = all.filter((one) => one.day >= countsFrom(day));
      const one = { day, monthlyHabit: true };
      expect(fits(recent, one)).toBe(fits(all, one));
    }),
  );
});

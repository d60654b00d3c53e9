import { addDays, firstDayOf, firstOfMonth, monthOf, weekOf } from '../time.ts';

/** An unasked message somebody got, by their own calendar. */
export type Got = { day: string; monthlyHabit: boolean };

/** Unasked messages a person gets at most, all habits together. `monthlyHabit`: of those about the monthly habit, a month. */
export const BUDGET = { day: 1, week: 2, month: 4, monthlyHabit: 3 } as const;

/** Whether one more unasked message today keeps the budget. `got` may hold older days; they don't count. */
export function fits(got: readonly Got[], next: Got): boolean {
  const inMonth = got.filter(({ day }) => monthOf(day) === monthOf(next.day));
  return (
    got.filter(({ day }) => day === next.day).length < BUDGET.day &&
    got.filter(({ day }) => weekOf(day) === weekOf(next.day)).length < BUDGET.week &&
    inMonth.length < BUDGET.month &&
    (!next.monthlyHabit || inMonth.filter(({ monthlyHabit }) => monthlyHabit).length < BUDGET.monthlyHabit)
  );
}

/** The first day that matters for `fits`, and one more, since a zone may have changed meanwhile. */
export function countsFrom(day: string): string {
  const [earliest = day] = [firstDayOf(weekOf(day)), firstOfMonth(monthOf(day))].sort();
  return addDays(earliest, -1);
}

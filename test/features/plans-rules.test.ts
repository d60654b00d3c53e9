import { describe, expect, it } from 'vitest';
import {
  dayProblem,
  fulfils,
  furthestDay,
  isDone,
  isOpen,
  isUnanswered,
  type Plan,
  planDueAt,
  planUntil,
  proposedDay,
} from '../../src/features/plans/rules.ts';
import { weekdays } from '../support/weekdays.ts';

const AMSTERDAM = 'Europe/Amsterdam';

describe('the day that is proposed', () => {
  it.each([
    ['is five working days away', '2026-12-01', false, '2026-12-08'],
    ['over a weekend too', '2026-12-04', false, '2026-12-11'],
    ['is the next one for a plan whose day has come', '2026-12-01', true, '2026-12-02'],
    ['which may be Monday', '2026-12-04', true, '2026-12-07'],
  ])('%s', (_what, today, again, day) => {
    expect(proposedDay(today, again, weekdays)).toBe(day);
  });
});

describe('a plan can be made', () => {
  it.each([
    ['for today', '2026-12-01', undefined],
    ['not for yesterday', '2026-11-30', 'past'],
    ['for sixty days from now', '2027-01-30', undefined],
    ['not for a day later', '2027-01-31', 'tooFar'],
  ])('%s', (_when, on, problem) => {
    expect(dayProblem(on, '2026-12-01')).toBe(problem);
  });
});

describe('it comes back', () => {
  it.each([
    ['at nine of its day', '2026-12-08', '2026-12-08T08:00:00.000Z'],
    ['on Monday where that is a Saturday', '2026-12-05', '2026-12-07T08:00:00.000Z'],
  ])('%s', (_when, on, at) => {
    expect(planDueAt(on, AMSTERDAM, weekdays).toISOString()).toBe(at);
  });

  it('until five, or until five of the next working day once', () => {
    const friday = new Date('2026-12-04T08:00:00Z');
    expect(planUntil(friday, AMSTERDAM, weekdays).toISOString()).toBe('2026-12-07T16:00:00.000Z');
  });

  it('anywhere on earth by the day that has begun somewhere', () => {
    expect(furthestDay(new Date('2026-12-01T10:30:00Z'))).toBe('2026-12-02');
  });
});

describe('a plan', () => {
  const plan = (more: Partial<Plan>) => ({ ended: null, askedOn: null, ...more });

  it.each([
    ['that hasn’t come back is open', plan({}), true, false],
    ['that came back today is open', plan({ askedOn: '2026-12-08' }), true, false],
    ['that came back yesterday is unanswered', plan({ askedOn: '2026-12-07' }), false, true],
    ['that is done is neither', plan({ askedOn: '2026-12-07', ended: 'done' }), false, false],
    ['that was given up today is neither', plan({ askedOn: '2026-12-08', ended: 'never-mind' }), false, false],
  ])('%s', (_which, one, open, unanswered) => {
    expect(isOpen(one, '2026-12-08')).toBe(open);
    expect(isUnanswered(one, '2026-12-08')).toBe(unanswered);
  });

  it.each([
    ['done, of that month', { ended: 'done', on: '2026-12-08' }, true],
    ['given up', { ended: 'never-mind', on: '2026-12-08' }, false],
    ['still open', { ended: null, on: '2026-12-08' }, false],
    ['done, of the month before', { ended: 'done', on: '2026-11-30' }, false],
  ] as const)('%s', (_which, one, done) => {
    expect(isDone(one, '2026-12')).toBe(done);
  });
});

describe('a conversation is what was planned for 8 December with Bakkerij Zuid', () => {
  const PLAN = { customerId: 'zuid', on: '2026-12-08' };

  it.each([
    ['with anybody in December, where it counts', 'vos', '2026-12-30', true, true],
    ['not with somebody else where it doesn’t', 'vos', '2026-12-08', false, false],
    ['not with somebody else in November', 'vos', '2026-11-30', true, false],
    ['with them, even where it doesn’t count', 'zuid', '2026-12-09', false, true],
    ['with them a fortnight before', 'zuid', '2026-11-24', true, true],
    ['not a day earlier', 'zuid', '2026-11-23', true, false],
    ['with them a fortnight after', 'zuid', '2026-12-22', false, true],
    ['not a day later, where it doesn’t count', 'zuid', '2026-12-23', false, false],
  ])('%s', (_which, customerId, heldOn, counts, expected) => {
    expect(fulfils({ customerId, heldOn, counts }, PLAN)).toBe(expected);
  });
});

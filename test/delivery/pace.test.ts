import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { firstPace, limited, type Pace, readyAt, taken } from '../../src/delivery/pace.ts';
import { plus } from '../../src/time.ts';

const START = new Date('2026-11-17T10:00:00Z');
const CEILING = 4;

/** Sends as fast as the pace allows, against a limiter that refuses more than `allowed` a second over ten seconds. */
function sendFor(seconds: number, from: Pace, allowed = Number.POSITIVE_INFINITY) {
  const begin = from.refilledAt.getTime();
  const end = begin + seconds * 1_000;
  const sent: number[] = [];
  let pace = from;
  let refusals = 0;
  for (let now = begin; ; ) {
    now = Math.max(now, readyAt(pace).getTime());
    if (now >= end) return { pace, sent, refusals };
    const tooFast = (sent.at(-allowed * 10) ?? 0) > now - 10_000;
    pace = taken(pace, new Date(now), CEILING);
    if (tooFast) {
      refusals += 1;
      pace = limited(pace, new Date(now), 5);
    } else sent.push(now);
    if (sent.length + refusals > 1 + CEILING * seconds) throw new Error('the ceiling is exceeded');
  }
}

describe('the pace', () => {
  it('begins with one message at once and then one a second', () => {
    const { sent } = sendFor(10, firstPace(START, 1));
    expect(sent.map((at) => (at - START.getTime()) / 1000)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('grows by a fifth of a message a second with every clean minute, up to the ceiling', () => {
    expect(sendFor(60, firstPace(START, 1)).pace.rate).toBe(1);
    expect(sendFor(61, firstPace(START, 1)).pace.rate).toBeCloseTo(1.2);
    const { pace } = sendFor(30 * 60, firstPace(START, 1));
    expect(pace).toMatchObject({ rate: CEILING, safeRate: null });
  });

  it('does not grow where there was little to send', () => {
    let pace = firstPace(START, 1);
    for (let minutes = 0; minutes < 60; minutes++) pace = taken(pace, plus(START, { minutes }), CEILING);
    expect(pace.rate).toBe(1);
  });

  it('grows only in a minute in which four fifths of what could have gone out did', () => {
    const end = plus(START, { minutes: 1 });
    const after = (sentSince: number) => taken({ ...firstPace(START, 2), sentSince: sentSince - 1 }, end, CEILING).rate;
    expect([95, 96].map(after)).toEqual([2, 2.2]);
  });

  it('saves nothing up while there is nothing to send', () => {
    const { pace } = sendFor(1, firstPace(START, 1));
    const later = taken(pace, plus(START, { hours: 1 }), CEILING);
    expect(readyAt(later)).toEqual(plus(START, { hours: 1, seconds: 1 }));
  });

  it('waits as long as Slack asks and goes on at half the rate', () => {
    const pace = limited({ ...firstPace(START, 3), tokens: 1 }, START, 30);
    expect(pace).toMatchObject({ rate: 1.5, safeRate: 2.7 });
    expect(readyAt(pace) >= plus(START, { seconds: 30 })).toBe(true);
    expect(limited(firstPace(START, 0.2), START, 1).rate).toBe(0.2);
  });

  it('is slowed once by several refusals of one moment, and waits until the longest of their pauses is over', () => {
    const first = limited(firstPace(START, 3), START, 30);
    const second = limited(first, START, 10, 3);
    expect(second).toMatchObject({ rate: 1.5, safeRate: 2.7, pausedUntil: plus(START, { seconds: 30 }) });
    expect(limited(second, START, 60, 3)).toMatchObject({ rate: 1.5, pausedUntil: plus(START, { minutes: 1 }) });
    expect(limited(second, START, 10, 1.5).rate).toBe(0.75);
  });

  it('obeys a pause that is longer than its bucket takes to fill', () => {
    const pausedUntil = plus(START, { minutes: 1 });
    expect(readyAt({ ...firstPace(START, 1), pausedUntil })).toEqual(pausedUntil);
  });

  it('is not slowed for good by one refusal: it is back at the safe rate within minutes', () => {
    const pace = limited(firstPace(START, 3), START, 5);
    expect(sendFor(6 * 60, pace).pace.rate).toBeCloseTo(2.7);
  });

  it('comes back to it half the way at a time, a fifth of a message a second at least', () => {
    const end = plus(START, { minutes: 1 });
    const after = (rate: number) =>
      taken({ ...firstPace(START, rate), safeRate: 3, sentSince: 999 }, end, CEILING).rate;
    expect([1, 2, 2.7, 2.9].map(after)).toEqual([2, 2.5, expect.closeTo(2.9), 3]);
  });

  const learned: Pace = { ...firstPace(START, 2), safeRate: 2, probedAt: START };

  it('tries a little more than the safe rate an hour after the last try, and ever more for as long as that goes well', () => {
    expect(sendFor(58 * 60, learned).pace.rate).toBe(2);
    expect(sendFor(65 * 60, learned).pace.rate).toBeCloseTo(2.06);
    expect(sendFor(75 * 60, learned).pace.rate).toBeCloseTo(2.18);
    expect(sendFor(180 * 60, learned).pace).toMatchObject({ rate: CEILING, safeRate: CEILING });
  });

  it('tries after exactly an hour, and looks for that moment every minute', () => {
    const probedAt = plus(START, { minutes: 1 });
    expect(sendFor(61 * 60, { ...learned, probedAt }).pace.rate).toBe(2);
    expect(sendFor(61 * 60 + 1, { ...learned, probedAt }).pace.rate).toBeCloseTo(2.06);
  });

  it('goes back to the safe rate when the first try is refused, and believes most of what went well before a later one', () => {
    const first = limited({ ...learned, rate: 2.06 }, plus(START, { hours: 1 }), 5);
    expect(first).toMatchObject({ rate: 2, safeRate: 2, probedAt: plus(START, { hours: 1 }) });
    expect(limited({ ...learned, rate: 2.18 }, START, 5).safeRate).toBeCloseTo(2.045);
  });

  it('waits two hours before it tries again where even the safe rate was refused', () => {
    const { probedAt } = limited(learned, START, 5);
    expect(probedAt).toEqual(plus(START, { hours: 1 }));
  });

  it('is never above a ceiling that has been lowered', () => {
    expect(taken({ ...firstPace(START, 10) }, START, 4).rate).toBe(4);
  });

  it('loses little to a limit it has to find out, and meets it at most once an hour afterwards', () => {
    const { pace } = sendFor(3600, firstPace(START, 1), 2.5);
    const hours = 5;
    const { sent, refusals } = sendFor(hours * 3600, pace, 2.5);
    expect(refusals).toBeLessThanOrEqual(hours);
    expect(sent.length / (hours * 3600)).toBeGreaterThan(0.95 * 2.5);
  });

  it('never sends more than the ceiling allows, whatever Slack says and however time passes', () => {
    const step = fc.record({
      wait: fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 5_000 })),
      refusal: fc.option(fc.integer({ min: 1, max: 60 })),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 200 }), (steps) => {
        let pace = firstPace(START, 1);
        let now = START;
        const sent: number[] = [];
        for (const { wait, refusal } of steps) {
          now = new Date(now.getTime() + wait);
          if (readyAt(pace) > now) now = readyAt(pace);
          pace = taken(pace, now, CEILING);
          sent.push(now.getTime());
          if (refusal !== null) pace = limited(pace, now, refusal);
        }
        for (const [n, at] of sent.entries()) expect(at - (sent[n - 1] ?? 0)).toBeGreaterThanOrEqual(1_000 / CEILING);
      }),
    );
  });
});

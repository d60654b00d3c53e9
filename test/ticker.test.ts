import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Log } from '../src/log.ts';
import { startTicker, type Ticker } from '../src/ticker.ts';
import { noLog } from './support/no-log.ts';

const MINUTE = 60_000;

let ticker: Ticker;
let errors: string[];
let log: Log;
beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-12-01T09:57:30Z') });
  errors = [];
  log = { ...noLog, error: (_fields, message) => errors.push(message) };
});
afterEach(async () => {
  await ticker.stop();
  vi.useRealTimers();
});

const clock = { now: () => new Date(), sleep: async () => {} };
const start = (tick: () => Promise<void>, hourly = async () => {}) => {
  ticker = startTicker({ tick, hourly, log, clock });
};
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe('the minute hand', () => {
  it('moves at once and then on every full minute', async () => {
    const at: string[] = [];
    start(async () => void at.push(clock.now().toISOString().slice(11, 19)));
    await pass(2.5 * MINUTE);
    expect(at).toEqual(['09:57:30', '09:58:00', '09:59:00', '10:00:00']);
    expect(ticker.lastTickAt()).toEqual(new Date('2026-12-01T10:00:00Z'));
  });

  it('does the hourly work once in each new hour', async () => {
    const hourly: string[] = [];
    start(
      async () => {},
      async () => void hourly.push(clock.now().toISOString().slice(11, 16)),
    );
    await pass(125 * MINUTE);
    expect(hourly).toEqual(['10:00', '11:00', '12:00']);
  });

  it('never begins a tick while another is at work, and tells of one that hangs', async () => {
    let begun = 0;
    let finish = () => {};
    start(() => {
      begun += 1;
      return new Promise((resolve) => {
        finish = resolve;
      });
    });
    await pass(3 * MINUTE);
    expect({ begun, errors, last: ticker.lastTickAt() }).toEqual({
      begun: 1,
      errors: ['a tick hangs'],
      last: undefined,
    });
    finish();
    await pass(MINUTE);
    expect(begun).toBe(2);
    finish();
  });

  it('goes on after a tick that failed, which doesn’t count as one', async () => {
    let ticks = 0;
    start(async () => {
      ticks += 1;
      if (ticks === 1) throw new Error('no database');
    });
    await pass(1_000);
    expect({ errors, last: ticker.lastTickAt() }).toEqual({ errors: ['a tick failed'], last: undefined });
    await pass(MINUTE);
    expect(ticker.lastTickAt()).toBeDefined();
  });

  it('looks again ten seconds after a tick that failed, or after somebody asked for it, and never twice at once', async () => {
    const at: string[] = [];
    start(async () => {
      at.push(clock.now().toISOString().slice(14, 19));
      if (at.length === 1) throw new Error('no database');
    });
    await pass(12_000);
    ticker.soon();
    ticker.soon();
    await pass(10_000);
    expect(at).toEqual(['57:30', '57:40', '57:52']);
  });

  it('doesn’t look again once it was stopped', async () => {
    let ticks = 0;
    start(async () => {
      ticks += 1;
      throw new Error('no database');
    });
    await pass(0);
    await ticker.stop();
    ticker.soon();
    await pass(MINUTE);
    expect(ticks).toBe(1);
  });

  it('makes up for a minute that passed while the process was busy', async () => {
    let ticks = 0;
    start(async () => {
      ticks += 1;
    });
    await pass(MINUTE);
    const before = ticks;
    vi.setSystemTime(new Date('2026-12-01T09:59:55Z'));
    await pass(MINUTE);
    expect(ticks).toBeGreaterThan(before);
  });

  it('waits at the end for the tick at work, and begins no other', async () => {
    const did: string[] = [];
    start(async () => {
      did.push('begun');
      await new Promise((resolve) => setTimeout(resolve, 5_000));
      did.push('ended');
    });
    const stopping = ticker.stop().then(() => did.push('stopped'));
    await pass(2 * MINUTE);
    await stopping;
    expect(did).toEqual(['begun', 'ended', 'stopped']);
  });
});

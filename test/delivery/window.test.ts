import fc from 'fast-check';
import { expect, it } from 'vitest';
import { opensAt, opensNextDay } from '../../src/delivery/window.ts';
import { localDay, localTime, plus, weekdayOf } from '../../src/time.ts';

const workday = (day: string) => weekdayOf(day) <= 5;
const WINDOW = { from: '10:00', until: '17:00' };
const ZONE = 'Europe/Amsterdam';
const opens = (at: string, zone = ZONE) => opensAt(WINDOW, new Date(at), zone, workday).toISOString();

it.each([
  ['before it opens', '2026-11-17T08:59:00Z', '2026-11-17T09:00:00.000Z'],
  ['while it is open', '2026-11-17T12:34:56Z', '2026-11-17T12:34:56.000Z'],
  ['at its first moment', '2026-11-17T09:00:00Z', '2026-11-17T09:00:00.000Z'],
  ['in its first minute', '2026-11-17T09:00:30Z', '2026-11-17T09:00:30.000Z'],
  ['in its last minute', '2026-11-17T15:59:59Z', '2026-11-17T15:59:59.000Z'],
  ['when it closes', '2026-11-17T16:00:00Z', '2026-11-18T09:00:00.000Z'],
  ['on Friday evening', '2026-11-20T16:00:00Z', '2026-11-23T09:00:00.000Z'],
  ['on Sunday', '2026-11-22T12:00:00Z', '2026-11-23T09:00:00.000Z'],
  ['on the Friday before the clocks change', '2026-03-27T20:00:00Z', '2026-03-30T08:00:00.000Z'],
])('%s it opens when it should', (_when, now, opening) => {
  expect(opens(now)).toBe(opening);
});

it('is always open where a message may go out at any time', () => {
  const night = new Date('2026-11-22T03:00:00Z');
  expect(opensAt('always', night, ZONE, workday)).toEqual(night);
  expect(opensNextDay('always', night, ZONE, workday)).toEqual(new Date('2026-11-22T23:00:00Z'));
});

it('opens on the next working day after today, even where today is still to open', () => {
  const friday = new Date('2026-11-20T05:00:00Z');
  expect(opensNextDay(WINDOW, friday, ZONE, workday)).toEqual(new Date('2026-11-23T09:00:00Z'));
});

it('does not search for ever for somebody who never works', () => {
  expect(opensAt(WINDOW, new Date('2026-11-20T05:00:00Z'), ZONE, () => false) > new Date('2027-12-01T00:00:00Z')).toBe(
    true,
  );
});

it('opens only within its hours, on a working day, never in the past, and a second question changes nothing', () => {
  const moment = fc.date({ min: new Date('2026-01-01'), max: new Date('2028-12-31'), noInvalidDate: true });
  const zone = fc.constantFrom(
    'Europe/Amsterdam',
    'Australia/Lord_Howe',
    'America/Havana',
    'Asia/Beirut',
    'Pacific/Apia',
  );
  const hours = fc.constantFrom(WINDOW, { from: '00:00', until: '01:00' }, { from: '02:15', until: '23:45' });
  fc.assert(
    fc.property(moment, zone, hours, (now, where, window) => {
      const at = opensAt(window, now, where, workday);
      expect(at >= now).toBe(true);
      expect(at < plus(now, { days: 5 })).toBe(true);
      expect(workday(localDay(at, where))).toBe(true);
      expect(localTime(at, where) >= window.from).toBe(true);
      expect(opensAt(window, at, where, workday)).toEqual(at);
    }),
  );
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadHolidays } from '../../src/features/people/holidays.ts';
import {
  addWorkingDays,
  daytimeEnds,
  firstWorkingDay,
  isExcused,
  workingDayFrom,
  worksOn,
} from '../../src/features/people/index.ts';
import { searchPlaces } from '../../src/features/people/places.ts';
import { addDays } from '../../src/time.ts';

const holidays = await loadHolidays();
const worksIn = (country: string, week = '12345') => worksOn({ week, isHoliday: holidays(country), absences: [] });

describe('a public holiday', () => {
  it.each([
    ['Koningsdag is one in the Netherlands', 'NL', '2026-04-27', true],
    ['and not next door', 'BE', '2026-04-27', false],
    ['a Koningsdag on a Sunday is kept on the Saturday', 'NL', '2031-04-26', true],
    ['Bevrijdingsdag is a day of work for most', 'NL', '2026-05-05', false],
    ['so is the evening of Sint-Nicolaas', 'NL', '2026-12-04', false],
    ['Belgium celebrates in July', 'BE', '2026-07-21', true],
    ['Epiphany is one in Bavaria', 'DE-BY', '2026-01-06', true],
    ['and not in Berlin', 'DE-BE', '2026-01-06', false],
    ['Augsburg has one of its own', 'DE-BY-A', '2028-08-08', true],
    ['which Munich hasn’t', 'DE-BY', '2028-08-08', false],
    ['the second of January is one in Scotland', 'GB-SCT', '2026-01-02', true],
    ['and not in England', 'GB-ENG', '2026-01-02', false],
    ['a Boxing Day on a Saturday gives the Monday', 'GB', '2026-12-28', true],
    ['Thanksgiving is one in the United States', 'US', '2026-11-26', true],
    ['an Independence Day on a Saturday gives the Friday', 'US', '2026-07-03', true],
    ['one that lasts for days has all of them', 'KR', '2026-09-25', true],
    ['one that begins the evening before isn’t one then', 'MA', '2026-03-19', false],
    ['but is one on its day', 'MA', '2026-03-20', true],
    ['an afternoon off is a working day', 'IS', '2026-12-24', false],
    ['one that began in December lasts into January', 'SZ', '2027-01-01', true],
    ['nobody knows those of a country that isn’t there', 'ZZ', '2026-12-25', false],
  ])('%s', (_what, country, day, expected) => {
    expect(holidays(country)(day)).toBe(expected);
  });
});

describe('somebody works', () => {
  it.each([
    ['on a Tuesday', '2026-12-01', true],
    ['not on a Saturday', '2026-12-05', false],
    ['not on Christmas Day', '2026-12-25', false],
    ['not on the first day off of their own', '2026-12-14', false],
    ['nor on the last', '2026-12-18', false],
    ['but on the day before', '2026-12-11', true],
    ['and the working day after', '2026-12-21', true],
    ['not while nobody knows when they will be back', '2027-03-10', false],
  ])('%s', (_when, day, expected) => {
    const absences = [
      { from: '2026-12-14', until: '2026-12-18' },
      { from: '2027-03-01', until: null },
    ];
    expect(worksOn({ week: '12345', isHoliday: holidays('NL'), absences })(day)).toBe(expected);
  });

  it('on the weekdays they said, whichever they are', () => {
    const works = worksIn('NL', '357');
    const days = Array.from({ length: 7 }, (_, n) => addDays('2026-11-16', n));
    expect(days.filter(works)).toEqual(['2026-11-18', '2026-11-20', '2026-11-22']);
  });
});

describe('counting working days', () => {
  it('May 2026 begins on the 1st in the Netherlands and on the 4th in Belgium, where the 1st is a holiday', () => {
    expect(firstWorkingDay('2026-05', worksIn('NL'))).toBe('2026-05-01');
    expect(firstWorkingDay('2026-05', worksIn('BE'))).toBe('2026-05-04');
  });

  it('five working days after the Wednesday before Easter 2026 is the Thursday of the next week', () => {
    expect(addWorkingDays('2026-04-01', 5, worksIn('NL'))).toBe('2026-04-09');
    expect(addWorkingDays('2026-04-01', 5, worksIn('DE'))).toBe('2026-04-10');
    expect(addWorkingDays('2026-04-01', 5, worksIn('NL', '123'))).toBe('2026-04-15');
  });

  it('does not search for ever for somebody who never works', () => {
    expect(workingDayFrom('2026-12-01', () => false) > '2027-12-01').toBe(true);
  });

  it('the next working day is one, and no day before it is', () => {
    const day = fc.integer({ min: 0, max: 3_000 }).map((n) => addDays('2026-01-01', n));
    const country = fc.constantFrom('NL', 'BE', 'DE-BY', 'US', 'GB-SCT', 'TR', 'VN');
    const week = fc.subarray([...'1234567'], { minLength: 1 }).map((days) => days.join(''));
    fc.assert(
      fc.property(day, country, week, (from, where, weekdays) => {
        const works = worksIn(where, weekdays);
        const found = workingDayFrom(from, works);
        expect(works(found)).toBe(true);
        for (let before = from; before < found; before = addDays(before, 1)) expect(works(before)).toBe(false);
      }),
    );
  });
});

describe('a month', () => {
  it.each([
    ['counts with five days of work', '2026-12-06', false],
    ['doesn’t with four', '2026-12-05', true],
    ['doesn’t with none', '2026-11-30', true],
  ])('%s', (_what, until, excused) => {
    const works = (day: string) => day <= until && day >= '2026-12-02';
    expect(isExcused('2026-12', works)).toBe(excused);
  });

  it('counts by its own days: those of the months beside it are none of them', () => {
    const works = (day: string) => day <= '2026-12-04' || day >= '2026-12-31';
    expect(isExcused('2026-12', works)).toBe(false);
    expect(isExcused('2026-12', (day) => works(day) && day !== '2026-12-31')).toBe(true);
    expect(isExcused('2026-12', (day) => works(day) && day !== '2026-12-01')).toBe(true);
  });
});

describe('the daytime of a working day ends', () => {
  it.each([
    ['that day at five', 0, '2026-12-25T22:00:00.000Z'],
    ['on the next working day at five', 1, '2026-12-28T22:00:00.000Z'],
  ])('%s', (_when, n, ends) => {
    const moment = new Date('2026-12-26T02:00:00Z');
    const works = (day: string) => !['2026-12-26', '2026-12-27'].includes(day);
    expect(daytimeEnds(moment, n, 'America/New_York', works).toISOString()).toBe(ends);
  });
});

describe('a country is found', () => {
  it.each([
    ['by its name', 'belg', 'nl', 'BE'],
    ['before its islands', 'nederl', 'nl', 'NL'],
    ['by its name in the reader’s language', 'Germany', 'en', 'DE'],
    ['by a state, as it calls itself', 'bayern', 'nl', 'DE-BY'],
    ['by a country and the beginning of a state', 'duits nord', 'nl', 'DE-NW'],
    ['whatever case and accents', 'WURTTEM', 'en', 'DE-BW'],
    ['by a part of a kingdom', 'scotl', 'en', 'GB-SCT'],
  ] as const)('%s: %s', async (_how, typed, lang, code) => {
    expect((await searchPlaces(typed, lang, 100))[0]?.code).toBe(code);
  });

  it('before anybody types, the countries around are offered', async () => {
    const names = (await searchPlaces(' ', 'nl', 100)).map(({ name }) => name);
    expect(names.slice(0, 3)).toEqual(['Nederland', 'België', 'Duitsland']);
  });
});

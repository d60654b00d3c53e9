import { expect, it } from 'vitest';
import {
  atStart,
  dateInWords,
  dayInWords,
  monthInWords,
  ordinalInWords,
  rangeInWords,
  shortDate,
} from '../src/dates.ts';

it('days are said as people say them, whatever was said before', () => {
  expect([dateInWords('2026-09-14', 'nl'), shortDate('2026-09-14', 'nl')]).toEqual(['14 september', '14 sep']);
  expect([shortDate('2026-09-14', 'en'), dateInWords('2026-09-14', 'en')]).toEqual(['14 Sept', '14 September']);
  expect(atStart(dayInWords('2026-11-09', 'nl'))).toBe('Maandag 9 november');
  expect(dayInWords('2026-11-09', 'en')).toBe('Monday 9 November');
});

it('a range names its month once, unless there are two', () => {
  expect(rangeInWords('2026-11-02', '2026-11-08', 'nl')).toEqual(['2', '8 november']);
  expect(rangeInWords('2026-11-30', '2026-12-06', 'en')).toEqual(['30 November', '6 December']);
});

it('a month of another year says which', () => {
  expect(monthInWords('2026-03', 'nl', '2026-11-20')).toBe('maart');
  expect(monthInWords('2025-03', 'en', '2026-11-20')).toBe('March 2025');
});

it('a day of the month is said as people count', () => {
  const days = [1, 2, 3, 4, 10, 11, 12, 13, 20];
  expect(days.map((day) => ordinalInWords(day, 'en')).join(' ')).toBe('1st 2nd 3rd 4th 10th 11th 12th 13th 20th');
  expect(ordinalInWords(10, 'nl')).toBe('10e');
});

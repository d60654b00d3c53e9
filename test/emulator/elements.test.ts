import { describe, expect, it } from 'vitest';
import { nextOrder, ordered, withWords } from './page/blocks/table-order.ts';
import { addMonths, firstDayOfWeek, weeksAround } from './page/elements/calendar-days.ts';
import { sizeInWords } from './page/elements/file-size.ts';
import { MARKS, marked } from './page/elements/marks.ts';
import { numberAttributes, stepped } from './page/elements/number-input.ts';
import { dayFrom, timeFrom } from './page/elements/typed-dates.ts';
import { localTimeOf, secondsOf } from './page/elements/zoned-time.ts';
import { wordsOf } from './page/text/words.ts';

describe('a day as people type it', () => {
  it.each([
    ['2026-11-23', 'nl-NL', '2026-11-23'],
    ['23-11-2026', 'nl-NL', '2026-11-23'],
    ['23/11', 'nl-NL', '2026-11-23'],
    ['11/23/26', 'en-US', '2026-11-23'],
    ['23 nov', 'nl-NL', '2026-11-23'],
    ['1 mrt 2027', 'nl-NL', '2027-03-01'],
    ['Nov 23, 2026', 'en-US', '2026-11-23'],
    ['morgen', 'nl-NL', '2026-11-21'],
    ['Yesterday', 'nl-NL', '2026-11-19'],
    ['31-02-2026', 'nl-NL', undefined],
    ['soon', 'nl-NL', undefined],
    ['', 'nl-NL', undefined],
  ])('%s (%s)', (typed, locale, day) => expect(dayFrom(typed, locale, '2026-11-20')).toBe(day));
});

describe('a time as people type it', () => {
  it.each([
    ['14:05', '14:05'],
    ['1405', '14:05'],
    ['14.05', '14:05'],
    ['9', '09:00'],
    ['2:05 pm', '14:05'],
    ['12 AM', '00:00'],
    ['25:00', undefined],
    ['noon', undefined],
  ])('%s', (typed, time) => expect(timeFrom(typed)).toBe(time));
});

describe('a calendar', () => {
  it('begins its weeks where the reader lives', () => {
    expect(firstDayOfWeek('nl-NL')).toBe(1);
    expect(firstDayOfWeek('en-US')).toBe(7);
    expect(weeksAround('2026-11-20', 1)[0]?.[0]).toBe('2026-10-26');
    expect(weeksAround('2026-11-20', 7)[0]?.[0]).toBe('2026-11-01');
  });

  it('shows whole weeks and no more than the month needs', () => {
    expect(weeksAround('2027-02-10', 1)).toHaveLength(4);
    expect(weeksAround('2026-11-20', 1)).toHaveLength(6);
  });

  it('goes from the 31st to the last day of a shorter month', () => {
    expect(addMonths('2026-10-31', 1)).toBe('2026-11-30');
    expect(addMonths('2026-03-31', -1)).toBe('2026-02-28');
  });
});

describe('an instant in the reader’s zone', () => {
  it.each([
    ['2026-11-24', '09:15', 'Europe/Amsterdam', '2026-11-24T08:15:00Z'],
    ['2026-07-01', '00:00', 'America/New_York', '2026-07-01T04:00:00Z'],
    ['2026-10-25', '12:00', 'Europe/Amsterdam', '2026-10-25T11:00:00Z'],
    ['2026-03-29', '03:30', 'Europe/Amsterdam', '2026-03-29T01:30:00Z'],
  ])('%s %s in %s', (day, time, zone, instant) => {
    const seconds = Date.parse(instant) / 1000;
    expect(secondsOf({ day, time }, zone)).toBe(seconds);
    expect(localTimeOf(seconds, zone)).toEqual({ day, time });
  });
});

describe('a number', () => {
  const cups = { type: 'number_input' as const, is_decimal_allowed: false, min_value: '1', max_value: '3' };

  it('goes up and down with the arrow keys, and no further than its bounds', () => {
    expect(stepped('ArrowUp', '2', cups)).toBe('3');
    expect(stepped('ArrowUp', '3', cups)).toBe('3');
    expect(stepped('ArrowDown', 'many', cups)).toBe('1');
    expect(stepped('a', '2', cups)).toBeUndefined();
  });

  it('says its bounds in words', () => {
    expect(numberAttributes(cups).title).toBe('A whole number, at least 1 and at most 3');
    expect(numberAttributes({ type: 'number_input', is_decimal_allowed: true }).title).toBe('A number');
  });
});

describe('the buttons above a text', () => {
  const mark = (name: string) => {
    const found = MARKS.find((each) => each.name === name);
    if (!found) throw new Error(`There is no button ${name}`);
    return found;
  };

  it('put marks around what is chosen, and take them out again', () => {
    const bold = marked('some tea', 5, 8, mark('Bold'));
    expect(bold).toEqual({ text: 'some *tea*', from: 6, to: 9 });
    expect(marked(bold.text, bold.from, bold.to, mark('Bold')).text).toBe('some tea');
  });

  it('mark whole lines, all or none', () => {
    expect(marked('one\ntwo', 5, 6, mark('Quote')).text).toBe('one\n> two');
    const list = marked('one\ntwo', 0, 7, mark('Bulleted list')).text;
    expect(list).toBe('- one\n- two');
    expect(marked(list, 0, list.length, mark('Bulleted list')).text).toBe('one\ntwo');
  });
});

describe('a data table', () => {
  const number = (value: number) => ({ type: 'raw_number' as const, value, text: `${value} cups` });
  const text = (words: string) => ({ type: 'raw_text' as const, text: words });
  const rows = [
    [text('Mon'), number(9)],
    [text('Tue'), number(10)],
  ];

  it('is sorted by what numbers are worth, up, down, and as it came', () => {
    const up = nextOrder(undefined, 1);
    const down = nextOrder(up, 1);
    expect(ordered(rows, up, 'en')).toEqual(rows);
    expect(ordered(rows, down, 'en')).toEqual(rows.toReversed());
    expect(nextOrder(down, 1)).toBeUndefined();
    expect(nextOrder(down, 0)).toEqual({ column: 0, down: false });
  });

  it('finds the rows with some words', () => {
    expect(withWords(rows, 'TUE')).toEqual([rows[1]]);
    expect(withWords(rows, ' ')).toEqual(rows);
  });
});

it.each([
  [834, '834 bytes'],
  [1_200_000, '1.2 MB'],
  [25_000, '25 kB'],
])('%d bytes are %s', (bytes, words) => expect(sizeInWords(bytes)).toBe(words));

it('the words of a choice have their emoji as signs, unless the app says no', () => {
  expect(wordsOf({ type: 'plain_text', text: 'Tea :tea: :no-such-pot:' })).toBe('Tea 🍵 :no-such-pot:');
  expect(wordsOf({ type: 'plain_text', text: ':wave::skin-tone-3:' })).toBe('👋🏼');
  expect(wordsOf({ type: 'plain_text', text: 'Tea :tea:', emoji: false })).toBe('Tea :tea:');
});

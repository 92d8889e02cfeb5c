/** Partial dates: what people type, and the calendar. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  comparePartialDates,
  daysInMonth,
  firstDayOf,
  isInOrder,
  lastDayOf,
  readPartialDate,
  yearsBetween,
} from '../../../shared/domain/dates/partial-date.ts';

const read = (text: string) => {
  const reading = readPartialDate(text);
  return reading.ok ? reading.value : reading.message;
};

describe('reading a date', () => {
  it.each([
    ['2026', '2026'],
    [' 2026 ', '2026'],
    ['2026-03', '2026-03'],
    ['2026-3', '2026-03'],
    ['2026/3', '2026-03'],
    ['2026.03', '2026-03'],
    ['3/2026', '2026-03'],
    ['03.2026', '2026-03'],
    ['03-2026', '2026-03'],
    ['2026-03-15', '2026-03-15'],
    ['2026/3/5', '2026-03-05'],
    ['2026-03-15T10:42:00Z', '2026-03-15'],
    ['2026-03-15 10:42:00', '2026-03-15'],
    ['Mar 2026', '2026-03'],
    ['mar. 2026', '2026-03'],
    ['March 2026', '2026-03'],
    ['MARCH, 2026', '2026-03'],
    ['2026 March', '2026-03'],
    ['Mar-2026', '2026-03'],
    ['sept 2026', '2026-09'],
    ['15 Mar 2026', '2026-03-15'],
    ['15. March 2026', '2026-03-15'],
    ['March 15, 2026', '2026-03-15'],
    ['15th of March 2026', '2026-03-15'],
    ['the 1st of May 2026', '2026-05-01'],
    ['15/3/2026', '2026-03-15'],
    ['3/15/2026', '2026-03-15'],
    ['3/3/2026', '2026-03-03'],
    ['4.3.2026', '2026-03-04'],
    ['29 Feb 2024', '2024-02-29'],
    ['29 Feb 2000', '2000-02-29'],
  ])('reads %s as %s', (text, value) => {
    expect(readPartialDate(text)).toEqual({ ok: true, value });
  });

  it.each([
    ['2026-13', 'There is no month 13. Try 2026-03, or just 2026.'],
    ['13/2026', 'There is no month 13. Try 2026-03, or just 2026.'],
    ['2024-00', 'There is no month 0. Try 2024-03, or just 2024.'],
    ['2026-02-30', 'There is no 30 February 2026. Try 28 Feb 2026, or just Feb 2026.'],
    ['29 Feb 2026', 'There is no 29 February 2026. Try 28 Feb 2026, or just Feb 2026.'],
    ['29 Feb 1900', 'There is no 29 February 1900. Try 28 Feb 1900, or just Feb 1900.'],
    ['30 Feb 2024', 'There is no 30 February 2024. Try 29 Feb 2024, or just Feb 2024.'],
    ['31 April 2026', 'There is no 31 April 2026. Try 30 Apr 2026, or just Apr 2026.'],
    ['2026-03-00', 'There is no 0 March 2026. Try 1 Mar 2026, or just Mar 2026.'],
    ['3/4/2026', '3/4/2026 can be 3 April or 4 March. Try 2026-04-03 or 2026-03-04.'],
    ['Foo 2026', 'There is no month “foo”. Try Mar 2026, or just 2026.'],
    ['Mar 26', 'Write the year with four figures: Mar 2026.'],
    ['3/26', 'Write the year with four figures: 2026.'],
    ['', 'Write a date such as 2026, 2026-03 or 15 Mar 2026.'],
    ['soon', 'Write a date such as 2026, 2026-03 or 15 Mar 2026.'],
    ['26', 'Write a date such as 2026, 2026-03 or 15 Mar 2026.'],
    ['2026-2027', 'Write a date such as 2026, 2026-03 or 15 Mar 2026.'],
    ['1 2 3 4 2026', 'Write a date such as 2026, 2026-03 or 15 Mar 2026.'],
    ['9999', 'Write a date such as 2026, 2026-03 or 15 Mar 2026.'],
    ['Ma 2026', 'There is no month “ma”. Try Mar 2026, or just 2026.'],
  ])('says of “%s”: %s', (text, message) => {
    expect(readPartialDate(text)).toEqual({ ok: false, message });
  });

  it('reads back every date as it is stored, and as it is said in words', () => {
    const month = fc.integer({ min: 1, max: 12 });
    const date = fc
      .tuple(fc.integer({ min: 1000, max: 2999 }), month, fc.integer({ min: 1, max: 31 }), fc.constantFrom(4, 7, 10))
      .filter(([year, m, day]) => day <= daysInMonth(year, m))
      .map(([year, m, day, length]) =>
        `${year}-${String(m).padStart(2, '0')}-${String(day).padStart(2, '0')}`.slice(0, length),
      );
    fc.assert(
      fc.property(date, (value) => {
        expect(read(value)).toBe(value);
        expect(read(value.split('-').join('/'))).toBe(value);
      }),
    );
  });

  it('answers with a storable date or with a sentence, whatever is typed', () => {
    const typed = fc.oneof(
      fc.string(),
      fc
        .array(fc.constantFrom('2026', '3', '31', 'Mar', 'May', '-', '/', '.', ' ', 'th', ',', '0', 'T10:00'))
        .map((parts) => parts.join('')),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const reading = readPartialDate(text);
        if (reading.ok) {
          expect(reading.value).toMatch(/^[12]\d{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/);
          expect(firstDayOf(reading.value) <= lastDayOf(reading.value)).toBe(true);
        } else {
          expect(reading.message).toMatch(/^[A-Z\d].*\.$/u);
        }
      }),
    );
  });

  it('looks at no text longer than a date can be', () => {
    expect(readPartialDate('1 '.repeat(1_000_000)).ok).toBe(false);
  });
});

describe('the calendar', () => {
  it('spans a partial date from its first to its last day', () => {
    expect([firstDayOf('2026'), lastDayOf('2026')]).toEqual(['2026-01-01', '2026-12-31']);
    expect([firstDayOf('2024-02'), lastDayOf('2024-02')]).toEqual(['2024-02-01', '2024-02-29']);
    expect([firstDayOf('2026-04'), lastDayOf('2026-04')]).toEqual(['2026-04-01', '2026-04-30']);
    expect([firstDayOf('2026-04-03'), lastDayOf('2026-04-03')]).toEqual(['2026-04-03', '2026-04-03']);
  });

  it('sorts by time, the less precise first', () => {
    const sorted = ['2023-12', '2024', '2024-01', '2024-01-01', '2024-02', '2025'];
    expect([...sorted].reverse().sort(comparePartialDates)).toEqual(sorted);
  });

  it('has an end in order when it can lie on or after the start', () => {
    expect(isInOrder('2026-03', '2026')).toBe(true);
    expect(isInOrder('2026', '2026-03')).toBe(true);
    expect(isInOrder('2026-03-15', '2026-03-15')).toBe(true);
    expect(isInOrder('2026-03', '2026-02')).toBe(false);
    expect(isInOrder('2026', '2025-12-31')).toBe(false);
    expect(isInOrder(null, '2025')).toBe(true);
    expect(isInOrder('2025', null)).toBe(true);
  });

  it('counts years by anniversaries', () => {
    expect(yearsBetween('2024-11-21', '2026-11-21')).toBe(2);
    expect(yearsBetween('2024-11-22', '2026-11-21')).toBeCloseTo(2 - 1 / 365, 12);
    expect(yearsBetween('2026-01-01', '2026-07-02')).toBeCloseTo(182 / 365, 12);
    expect(yearsBetween('2024-02-29', '2025-02-28')).toBe(1);
    expect(yearsBetween('2024-02-29', '2028-02-29')).toBe(4);
    expect(yearsBetween('2026-11-21', '2026-11-21')).toBe(0);
    expect(yearsBetween('2027-01-01', '2026-11-21')).toBe(0);
  });

  it('counts no fewer years from an earlier day', () => {
    const anyDay = fc
      .tuple(fc.integer({ min: 2015, max: 2026 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 31 }))
      .filter(([year, month, day]) => day <= daysInMonth(year, month))
      .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join('-'));
    fc.assert(
      fc.property(anyDay, anyDay, anyDay, (x, y, z) => {
        const [first = '', second = '', last = ''] = [x, y, z].sort();
        expect(yearsBetween(first, last)).toBeGreaterThanOrEqual(yearsBetween(second, last));
        expect(yearsBetween(first, second)).toBeLessThanOrEqual(yearsBetween(first, last));
      }),
    );
  });
});

/** How dates read on the screen and on paper. */
import { describe, expect, it } from 'vitest';
import {
  longDateText,
  paperPeriod,
  partialDateText,
  periodText,
  weekdayText,
} from '../../../shared/domain/dates/date-text.ts';

describe('a date in words', () => {
  it('is no more precise than the date', () => {
    expect(partialDateText('2026')).toBe('2026');
    expect(partialDateText('2026-03')).toBe('Mar 2026');
    expect(partialDateText('2026-09')).toBe('Sep 2026');
    expect(partialDateText('2026-03-05')).toBe('5 Mar 2026');
  });

  it('takes month names of other languages, and English for a language nobody knows', () => {
    expect(partialDateText('2026-05', 'de')).toBe('Mai 2026');
    expect(partialDateText('2026-05', 'fr')).toBe('mai 2026');
    expect(partialDateText('2026', 'de')).toBe('2026');
    expect(partialDateText('2026-05', '!!')).toBe('May 2026');
  });

  it('stays on its day in every time zone', () => {
    expect(partialDateText('2026-01-01')).toBe('1 Jan 2026');
    expect(partialDateText('2026-12-31', 'de')).toContain('31');
    expect(longDateText('2026-11-21')).toBe('21 November 2026');
    expect(weekdayText('2026-11-21')).toBe('Saturday 21 November');
  });
});

describe('a period in the interface', () => {
  it.each([
    ['2026-06', '2026-09', false, 'Jun to Sep 2026'],
    ['2025-11', '2026-02', false, 'Nov 2025 to Feb 2026'],
    ['2026-11-03', '2026-11-14', false, '3 to 14 Nov 2026'],
    ['2026-10-28', '2026-11-14', false, '28 Oct to 14 Nov 2026'],
    ['2025-12-28', '2026-01-14', false, '28 Dec 2025 to 14 Jan 2026'],
    ['2024', '2026', false, '2024 to 2026'],
    ['2024', '2024-06', false, '2024 to Jun 2024'],
    ['2024', null, true, '2024 to now'],
    ['2026-03', null, true, 'Mar 2026 to now'],
    [null, null, true, 'Ongoing'],
    ['2026-11-14', '2026-11-14', false, '14 Nov 2026'],
    [null, '2026-09', false, 'Sep 2026'],
    ['2026-09', null, false, 'Sep 2026'],
    [null, null, false, ''],
  ])('from %s to %s (ongoing: %s) reads %s', (start, end, isOngoing, text) => {
    expect(periodText(start, end, isOngoing)).toBe(text);
  });
});

describe('a period on paper', () => {
  it.each([
    ['2023-04', null, true, 'en', 'Apr 2023 – present'],
    ['2018', '2022', false, 'en', '2018 – 2022'],
    ['2018-10', '2018-12', false, 'en', 'Oct 2018 – Dec 2018'],
    ['2018', '2018', false, 'en', '2018'],
    [null, '2022-06', false, 'en', 'Jun 2022'],
    ['2022-06', null, false, 'en', 'Jun 2022'],
    [null, null, true, 'en', 'present'],
    [null, null, false, 'en', ''],
    ['2023-05', null, true, 'de', 'Mai 2023 – heute'],
    ['2023', null, true, 'xx', '2023 – present'],
  ])('from %s to %s (current: %s, %s) prints %s', (start, end, isCurrent, language, text) => {
    expect(paperPeriod(start, end, isCurrent, language)).toBe(text);
  });
});

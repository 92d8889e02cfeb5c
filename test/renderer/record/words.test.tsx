/** Figures, periods and sentences as the record words them. */
import { describe, expect, it } from 'vitest';
import {
  changeText,
  numberText,
  readNumber,
} from '../../../src-renderer/features/record/accomplishment/number-text.ts';
import { lengthText } from '../../../src-renderer/features/record/accomplishment/sections/wording-section.tsx';
import { whenWhereText } from '../../../src-renderer/features/record/accomplishment/when-where.tsx';
import { namePositions, yearSpan } from '../../../src-renderer/features/record/background/position-names.ts';
import { rowDate } from '../../../src-renderer/features/record/row-date.ts';

describe('a figure', () => {
  it.each([
    ['412', 412],
    ['1,204.5', 1204.5],
    ['1 204', 1204],
    ['0,5', 0.5],
    ['−3', -3],
    [' ', null],
  ])('typed as “%s” is %s', (typed, value) => {
    expect(readNumber(typed)).toBe(value);
  });

  it('with a unit in it is refused, and the refusal names what was typed', () => {
    expect(() => readNumber('96 ms')).toThrow('“96 ms” is no figure');
    expect(() => readNumber('1e999')).toThrow();
  });

  it('is shown so that it can be typed again', () => {
    for (const value of [0, 96, -3, 1204.5, 99.96]) expect(readNumber(numberText(value))).toBe(value);
  });

  it('says its change as a share where a share says something', () => {
    expect(changeText(412, 96, 'ms')).toBe('down 77\u00a0%');
    expect(changeText(10, 15, '')).toBe('up 50\u00a0%');
    expect(changeText(99.2, 99.96, '%')).toBeNull();
    expect(changeText(0, 5, 'ms')).toBeNull();
    expect(changeText(null, 5, 'ms')).toBeNull();
  });
});

describe('a position', () => {
  it('is named after its employer, with the years it spans', () => {
    const [name] = namePositions({
      employers: [{ id: 'e', name: 'Fenlock', place: '', description: '', website: '' }],
      positions: [
        {
          id: 'p',
          employerId: 'e',
          title: 'Engineer',
          startedOn: '2024-03',
          endedOn: null,
          isCurrent: true,
          summary: '',
        },
      ],
    });
    expect(name).toMatchObject({ label: 'Fenlock, Engineer', span: '2024 to now' });
  });

  it('of one year says the year once, and without dates nothing', () => {
    expect(yearSpan({ startedOn: '2024-01', endedOn: '2024-12', isCurrent: false })).toBe('2024');
    expect(yearSpan({ startedOn: null, endedOn: null, isCurrent: false })).toBe('');
  });
});

describe('an accomplishment', () => {
  it('is dated by its end, else by its start', () => {
    expect(rowDate({ startedOn: '2026-06', endedOn: '2026-09', isOngoing: false })).toBe('Sep 2026');
    expect(rowDate({ startedOn: '2026-06-14', endedOn: null, isOngoing: false })).toBe('14 Jun 2026');
    expect(rowDate({ startedOn: '2022', endedOn: null, isOngoing: true })).toBe('2022 to now');
    expect(rowDate({ startedOn: null, endedOn: null, isOngoing: false })).toBe('No date');
  });

  it('says when, in which project and in which position in one sentence', () => {
    const dates = { startedOn: '2026-06', endedOn: '2026-09', isOngoing: false };
    expect(whenWhereText(dates, 'Feature store', { title: 'Engineer', employer: 'Fenlock' })).toBe(
      'Jun to Sep 2026, in Feature store as Engineer at Fenlock',
    );
    expect(whenWhereText({ startedOn: null, endedOn: null, isOngoing: false }, null, null)).toMatch(/^Say when/);
  });

  it('has wordings whose length is counted in characters a reader sees', () => {
    expect(lengthText('')).toBe('');
    expect(lengthText('👩‍🔬')).toBe('1 character, about 1 line on paper');
    expect(lengthText('a'.repeat(96))).toBe('96 characters, about 2 lines on paper');
  });
});

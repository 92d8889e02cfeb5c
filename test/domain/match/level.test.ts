/** Levels across scales: translation, label, colour, figures. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  levelColour,
  levelFraction,
  levelLabel,
  levelText,
  translateLevel,
} from '../../../shared/domain/match/level.ts';

describe('levels', () => {
  it('move between scales by their fraction', () => {
    expect(translateLevel(3, 4, 5)).toBe(3.75);
    expect(translateLevel(2, 4, 8)).toBe(4);
    expect(translateLevel(6, 10, 5)).toBe(3);
    expect(translateLevel(9, 4, 5)).toBe(5);
    expect(translateLevel(0, 4, 5)).toBe(0);
    expect(levelFraction(3, 0)).toBe(0);
  });

  it('come back whole from any scale', () => {
    const scale = fc.integer({ min: 1, max: 20 });
    fc.assert(
      fc.property(scale, scale, fc.nat(), (of, other, pick) => {
        const level = 1 + (pick % of);
        expect(translateLevel(translateLevel(level, of, other), other, of)).toBe(level);
      }),
    );
  });

  it('carry the label of their scale, or their number', () => {
    const scale = {
      id: 's',
      name: 'Four',
      levels: [
        { ordinal: 1, label: 'Awareness' },
        { ordinal: 2, label: '' },
      ],
    };
    expect(levelLabel(scale, 1)).toBe('Awareness');
    expect(levelLabel(scale, 2)).toBe('2');
    expect(levelLabel(scale, 3)).toBe('3');
    expect(levelLabel(null, 4)).toBe('4');
  });

  it('share one ramp of colours: of four levels, 1 2 3 4 take colours 1 3 4 5', () => {
    expect([1, 2, 3, 4].map((level) => levelColour(level, 4))).toEqual([1, 3, 4, 5]);
    expect([0, 1, 2, 3, 4, 5].map((level) => levelColour(level, 5))).toEqual([0, 1, 2, 3, 4, 5]);
    expect(levelColour(1, 1)).toBe(5);
  });

  it('are written with two decimals and never rounded up to a level not reached', () => {
    expect([0, 3.8125, 4, 2.5, 3.994, 3.996, 3.9999999, 4.999].map(levelText)).toEqual([
      '0.00',
      '3.81',
      '4.00',
      '2.50',
      '3.99',
      '3.99',
      '3.99',
      '4.99',
    ]);
  });
});

/** The roles of the look, measured: what carries text and what must be seen, in both schemes. */
import { describe, expect, it } from 'vitest';
import { colourRoles } from '../../../src-renderer/colours.ts';

function luminance(color: string): number {
  const hex = color.length === 4 ? [...color.slice(1)].map((digit) => digit + digit).join('') : color.slice(1);
  const [r = 0, g = 0, b = 0] = [0, 2, 4].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function ratio(foreground: string, background: string): number {
  const [low = 0, high = 0] = [luminance(foreground), luminance(background)].toSorted((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const color = (role: string, scheme: 0 | 1): string => {
  const found = colourRoles[role];
  if (found === undefined) throw new Error(`There is no role ${role}.`);
  return found[scheme];
};

const grounds = ['surface', 'ground', 'rail', 'raised', 'hover', 'selected'];
const texts: readonly (readonly [text: string, ground: string])[] = [
  ...['text', 'text1', 'text2', 'accent-text'].flatMap((text) => grounds.map((ground) => [text, ground] as const)),
  ['accent-text', 'tint'],
  ['accent-text', 'tint2'],
  ['text2', 'tint'],
  ['on-accent', 'accent'],
  ['on-accent', 'accent-hover'],
  ['on-danger', 'danger'],
  ['toast-text', 'toast'],
  ['toast-action', 'toast'],
  ['paper-text', 'paper'],
  ['paper-text2', 'paper'],
  ['paper-accent', 'paper'],
  ...['warning', 'danger', 'info'].flatMap((meaning) => [
    [`${meaning}-text`, 'surface'] as const,
    [`${meaning}-text`, `${meaning}-tint`] as const,
  ]),
  ['level-0-text', 'surface'],
  ...[1, 2, 3, 4, 5].map((level) => [`level-${level}-text`, `level-${level}`] as const),
];
const marks: readonly (readonly [mark: string, ground: string])[] = [
  ['control', 'surface'],
  ['control', 'ground'],
  ['focus', 'surface'],
  ['focus', 'selected'],
  ['accent', 'track'],
];

describe.each([
  ['light', 0],
  ['dark', 1],
] as const)('in the %s scheme', (_name, scheme) => {
  it.each(texts)('%s can be read on %s', (text, ground) => {
    expect(ratio(color(text, scheme), color(ground, scheme))).toBeGreaterThanOrEqual(4.5);
  });

  it.each(marks)('%s can be seen on %s', (mark, ground) => {
    expect(ratio(color(mark, scheme), color(ground, scheme))).toBeGreaterThanOrEqual(3);
  });

  it('the levels go one way, from pale to strong', () => {
    const steps = [1, 2, 3, 4, 5].map((level) => luminance(color(`level-${level}`, scheme)));
    const sorted = steps.toSorted((a, b) => (scheme === 0 ? b - a : a - b));
    expect(steps).toEqual(sorted);
  });
});

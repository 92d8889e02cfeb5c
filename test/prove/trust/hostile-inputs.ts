/** Inputs that mean harm: valid ones with one place spoilt, and things that are no input at all. */
import type { Chance } from './chance.ts';

type Plain = Record<string, unknown>;

function nested(depth: number, wrap: (inner: unknown) => unknown): unknown {
  let value: unknown = 1;
  for (let level = 0; level < depth; level += 1) value = wrap(value);
  return value;
}

function circle(): unknown {
  const round: Plain = {};
  round.round = round;
  return round;
}

/** Made anew each time: what is handed over may be changed. */
const hostile: readonly (() => unknown)[] = [
  () => null,
  () => undefined,
  () => '',
  () => ' ',
  () => 0,
  () => -1,
  () => 1.5,
  () => Number.NaN,
  () => Number.POSITIVE_INFINITY,
  () => -0,
  () => 2 ** 53 + 2,
  () => 1e308,
  () => true,
  () => [],
  () => ({}),
  () => [[]],
  () => 'a'.repeat(70_000),
  () => 'a'.repeat(2_000_000),
  () => '\0',
  () => 'a\0b',
  () => '\ud800',
  () => '\u202e\u2066',
  () => '__proto__',
  () => 'constructor',
  () => JSON.parse('{"__proto__":{"polluted":1}}'),
  () => JSON.parse('{"constructor":{"prototype":{"polluted":1}}}'),
  () => new Date(0),
  () => new Map([['polluted', 1]]),
  () => new Set([1]),
  () => 10n,
  () => Symbol('s'),
  () => () => 1,
  () => /x/,
  () => new Uint8Array(10),
  () => new Uint8Array(0),
  () => new Float64Array(4),
  circle,
  () => nested(5_000, (inner) => ({ inner })),
  () => nested(5_000, (inner) => [inner]),
  () => Array(100_001).fill('x'),
  () => Array(100_001).fill({ id: 'x' }),
  () => `'; DROP TABLE accomplishment; --`,
  () => `" OR 1=1 --`,
  () => '../../../etc/passwd',
  () => '%00',
  () => 'javascript:alert(1)',
  () => 'file:///etc/passwd',
  () => ({ toString: () => 'x' }),
  () => ({ valueOf: () => 1 }),
  () => Object.create(null),
  () => '2026-13-45',
  () => '9999-99',
  () => new Error('SELECT an error'),
  () => '*',
  () => '"',
  () => 'NEAR(a b, 2)',
  () => '-"',
  () => '(((',
  () => '{a b}: x',
  () => '<img src=x onerror=alert(1)>',
  () => '=cmd|calc!A0',
  () => '\u{1f4a5}'.repeat(300),
];

/** The places of a value: the value itself, its entries, theirs, down to what has none. */
function placesOf(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => placesOf(inner, [...path, key]))];
}

function spoilt(value: unknown, [key, ...rest]: readonly string[], change: (was: unknown) => unknown): unknown {
  if (key === undefined) return change(value);
  const copy = (Array.isArray(value) ? [...value] : { ...(value as Plain) }) as Plain;
  copy[key] = spoilt(copy[key], rest, change);
  return copy;
}

/** A hostile input for an endpoint that takes inputs such as `example`; and what was done to it, in words. */
export function hostileInput(example: unknown, chance: Chance): { readonly input: unknown; readonly what: string } {
  const places = placesOf(example);
  const place = chance.upTo(4) === 0 ? [] : chance.pick(places);
  const at = place.join('.') || 'the input';
  const which = chance.upTo(hostile.length);
  const value = (hostile[which] as () => unknown)();
  switch (chance.upTo(5)) {
    case 0:
      return { input: spoilt(example, place, () => undefined), what: `${at} left out` };
    case 1:
      return { input: spoilt(example, place, (was) => [was, was]), what: `${at} as a list` };
    case 2: {
      // what a parser of JSON makes of this key is a property of its own, not the prototype
      const extra = JSON.parse('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}');
      const withKeys = (was: unknown) =>
        typeof was === 'object' && was !== null ? Object.defineProperties({ ...was }, describe(extra)) : extra;
      return { input: spoilt(example, place, withKeys), what: `${at} with keys of a prototype` };
    }
    default:
      return { input: spoilt(example, place, () => value), what: `${at} as hostile value ${which}` };
  }
}

const describe = (value: object): PropertyDescriptorMap => Object.getOwnPropertyDescriptors(value);

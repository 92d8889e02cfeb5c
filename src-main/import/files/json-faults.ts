/** JSON in a format of ours: cleaned, checked against its schema, every fault told by its place. */
import type * as z from 'zod';
import { AppError } from '../../../shared/api/errors.ts';
import { cleanText, quoted } from '../outline/clean-text.ts';
import { safeAddress } from '../outline/safe-address.ts';
import type { Notices } from '../roles/notices.ts';
import { isObject } from './read-json.ts';

/** Longer than this, a source is better shown in short. */
const mostLines = 20_000;
const mostFaults = 3;

/** Plain data with every string cleaned and unsafe addresses taken out. The depth was measured before parsing. */
export function cleanedJson(value: unknown, notices: Notices): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (Array.isArray(value)) return value.map((item) => cleanedJson(item, notices));
  if (!isObject(value)) return value;
  const cleaned: Record<string, unknown> = {};
  for (const [key, inner] of Object.entries(value)) {
    if (key !== 'href') cleaned[key] = cleanedJson(inner, notices);
    else if (safeAddress(inner) !== undefined) cleaned[key] = safeAddress(inner);
    else notices.add('LEFT_OUT', `An address that is not http, https or mailto: “${String(inner).slice(0, 80)}”.`);
  }
  return cleaned;
}

/** `roles 2 › requirements 1 › level`; people count from one. */
export function faultPlaceOf(path: readonly PropertyKey[]): string {
  const words: string[] = [];
  for (const step of path) {
    const last = words.at(-1);
    if (typeof step === 'number' && last !== undefined) words[words.length - 1] = `${last} ${step + 1}`;
    else words.push(String(step));
  }
  return words.join(' › ');
}

function kindOf(value: unknown): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  return Array.isArray(value) ? 'a list' : typeof value === 'object' ? 'an object' : `a ${typeof value}`;
}

/** Whole numbers of a pack, and how far they go. */
const ranges: Readonly<Record<string, string>> = {
  level: 'a whole number from 1 to 20 or null',
  ordinal: 'a whole number from 1 to 20',
  levelOrder: 'a whole number from 1 to 30',
};
/** Fields that have to be there, if only to say that nothing is asked. */
const nullableKeys = new Set(['importance']);

function shown(value: unknown): string {
  if (typeof value !== 'number') return kindOf(value);
  return Number.isFinite(value) ? String(value) : 'too large to be one';
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, step) => (isObject(at) || Array.isArray(at) ? Object.getOwnPropertyDescriptor(at, step)?.value : undefined),
    value,
  );
}

/** One fault as a sentence that names its place. */
function faultText(issue: z.core.$ZodIssue, value: unknown, whole: string): string {
  const place = faultPlaceOf(issue.path) || whole;
  const found = valueAt(value, issue.path);
  const last = String(issue.path.at(-1));
  const range = Object.hasOwn(ranges, last) ? ranges[last] : undefined;
  if (range !== undefined && issue.code !== 'custom') return `${place} has to be ${range}, and is ${shown(found)}.`;
  switch (issue.code) {
    case 'invalid_type': {
      const expected = issue.expected === 'int' ? 'whole number' : issue.expected === 'array' ? 'list' : issue.expected;
      return `${place} has to be ${expected === 'object' ? 'an' : 'a'} ${expected}, and is ${shown(found)}.`;
    }
    case 'invalid_value': {
      const values = issue.values.map((allowed) => `“${String(allowed)}”`);
      const known = values.length > 6 ? 'one of the known values' : values.join(' or ');
      return `${place} has to be ${known}${nullableKeys.has(last) ? ' or null' : ''}${found === undefined ? ', and is missing' : ''}.`;
    }
    case 'too_big':
      return `${place} is more than ${issue.maximum}${issue.origin === 'string' ? ' characters' : issue.origin === 'array' ? ' rows' : ''}.`;
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array'
        ? `${place} is empty.`
        : `${place} is less than ${issue.minimum}.`;
    case 'invalid_union':
      if (issue.path.at(-2) === 'cells')
        return `${place} has to be null, a code such as “W!”, or an object with a level, and is ${kindOf(found)}.`;
      return `${place} is not as the format says.`;
    default:
      return `${place} is not as the format says (${issue.message.slice(0, 120)}).`;
  }
}

/** The faults inside a choice of shapes: those of the shape that comes nearest. */
function innermost(issue: z.core.$ZodIssue): z.core.$ZodIssue[] {
  if (issue.code !== 'invalid_union' || issue.path.at(-2) === 'cells') return [issue];
  const nearest = issue.errors
    .filter((some) => some.length > 0)
    .toSorted((a, b) => depthOf(b) - depthOf(a) || a.length - b.length)[0];
  if (nearest === undefined || depthOf(nearest) === 0) return [issue];
  return nearest.flatMap((fault) => innermost({ ...fault, path: [...issue.path, ...fault.path] }));
}

/** How far into the value a shape fits; one that already differs in a word of its kind does not fit at all. */
function depthOf(issues: readonly z.core.$ZodIssue[]): number {
  if (issues.some((issue) => issue.code === 'invalid_union' && issue.path.length <= 1)) return 0;
  const isOther = issues.some(
    (issue) => issue.path.length === 1 && (issue.path[0] === 'list' || issue.path[0] === 'field'),
  );
  return isOther ? 0 : Math.max(0, ...issues.map((issue) => issue.path.length));
}

/** Every fault as a sentence. */
export function faultsOf(error: z.ZodError, value: unknown, whole: string): string[] {
  return error.issues.flatMap(innermost).map((issue) => faultText(issue, value, whole));
}

/** The refusal of a file that is in our format, but not as the format says. */
export function refuseFaults(name: string, what: string, faults: readonly string[]): AppError {
  const places = faults.length === 1 ? 'one place' : `${faults.length} places`;
  const more = faults.length > mostFaults ? ` And ${faults.length - mostFaults} more.` : '';
  return new AppError(
    'FILE_UNREADABLE',
    `${quoted(name)} is a ${what}, but not as the format says in ${places}: ${faults.slice(0, mostFaults).join(' ')}${more} Nothing was added. Mend it, or ask its author.`,
    { faults: faults.slice(0, 50) },
  );
}

/** The value spread out as a person reads it; undefined where that would be a book. */
export function spreadLines(value: unknown): string[] | undefined {
  return linesWithin(value, mostLines) < 0 ? undefined : JSON.stringify(value, null, 2).split('\n');
}

/** How many of so many lines are left after a value; negative as soon as there are too few. */
function linesWithin(value: unknown, most: number): number {
  if (typeof value !== 'object' || value === null) return most - 1;
  let left = most - 2;
  for (const inner of Object.values(value)) {
    if (left < 0) return left;
    left = linesWithin(inner, left);
  }
  return left;
}

/** Our own packs: checked against their schema, with every fault named by its place. */
import type * as z from 'zod';
import { AppError } from '../../shared/api/errors.ts';
import type { Draft } from '../../shared/api/import.ts';
import { DEFAULT_SCALE, RolePack } from '../../shared/api/role-content.ts';
import { safeAddress } from './address.ts';
import { cleanText, quoted } from './clean.ts';
import { type Notices, openNotices } from './notices.ts';
import { isObject } from './read-json.ts';

const VERSION = 1;
/** Longer than this, the source is shown as a summary. */
const MOST_LINES = 20_000;
const MOST_FAULTS = 3;

/** Whether an object says that it is a pack of ours, of whatever version. */
export function isRolePack(value: unknown): value is Record<string, unknown> {
  return isObject(value) && value.format === 'cairn-rolepack';
}

/** Plain data with every string cleaned and unsafe addresses taken out. The depth was measured before parsing. */
function cleaned(value: unknown, notices: Notices): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (Array.isArray(value)) return value.map((one) => cleaned(one, notices));
  if (!isObject(value)) return value;
  const kept: Record<string, unknown> = {};
  for (const [key, one] of Object.entries(value)) {
    if (key !== 'href') kept[key] = cleaned(one, notices);
    else if (safeAddress(one) !== undefined) kept[key] = safeAddress(one);
    else notices.add('LEFT_OUT', `An address that is not http, https or mailto: “${String(one).slice(0, 80)}”.`);
  }
  return kept;
}

/** `roles 2 › requirements 1 › level`; people count from one. */
function placeOf(path: readonly PropertyKey[]): string {
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
const RANGES: Readonly<Record<string, string>> = {
  level: 'a whole number from 1 to 20 or null',
  ordinal: 'a whole number from 1 to 20',
  levelOrder: 'a whole number from 1 to 30',
};
/** Fields that have to be there, if only to say that nothing is asked. */
const OR_NULL = new Set(['importance']);

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
function faultText(issue: z.core.$ZodIssue, value: unknown): string {
  const place = placeOf(issue.path) || 'the pack';
  const found = valueAt(value, issue.path);
  const last = String(issue.path.at(-1));
  const range = Object.hasOwn(RANGES, last) ? RANGES[last] : undefined;
  if (range !== undefined && issue.code !== 'custom') return `${place} has to be ${range}, and is ${shown(found)}.`;
  switch (issue.code) {
    case 'invalid_type': {
      const expected = issue.expected === 'int' ? 'whole number' : issue.expected === 'array' ? 'list' : issue.expected;
      return `${place} has to be ${expected === 'object' ? 'an' : 'a'} ${expected}, and is ${shown(found)}.`;
    }
    case 'invalid_value': {
      const values = issue.values.map((one) => `“${String(one)}”`);
      const known = values.length > 6 ? 'one of the known values' : values.join(' or ');
      return `${place} has to be ${known}${OR_NULL.has(last) ? ' or null' : ''}${found === undefined ? ', and is missing' : ''}.`;
    }
    case 'too_big':
      return `${place} is more than ${issue.maximum}${issue.origin === 'string' ? ' characters' : issue.origin === 'array' ? ' rows' : ''}.`;
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array'
        ? `${place} is empty.`
        : `${place} is less than ${issue.minimum}.`;
    default:
      return `${place} is not as the format says (${issue.message.slice(0, 120)}).`;
  }
}

/** Levels that no scale of the pack has. */
function scaleFaults(pack: RolePack): string[] {
  const heights = new Map([
    [DEFAULT_SCALE, 5],
    ...pack.scales.map((scale) => [scale.key, Math.max(...scale.levels.map((level) => level.ordinal))] as const),
  ]);
  return pack.roles.flatMap((role, place) =>
    role.requirements.flatMap((asked, row) => {
      const where = placeOf(['roles', place, 'requirements', row]);
      const height = heights.get(asked.scale);
      if (asked.level === null) return [];
      if (height === undefined)
        return [`${where} › scale is “${asked.scale.slice(0, 40)}”, which the pack does not define.`];
      return asked.level > height ? [`${where} › level is ${asked.level}, and its scale has ${height}.`] : [];
    }),
  );
}

function refuse(name: string, faults: readonly string[]): AppError {
  const places = faults.length === 1 ? 'one place' : `${faults.length} places`;
  const more = faults.length > MOST_FAULTS ? ` And ${faults.length - MOST_FAULTS} more.` : '';
  return new AppError(
    'FILE_UNREADABLE',
    `${quoted(name)} is a role pack, but not as the format says in ${places}: ${faults.slice(0, MOST_FAULTS).join(' ')}${more} Nothing was added. Mend it, or ask its author.`,
    { faults: faults.slice(0, 50) },
  );
}

/** The draft of a pack. Throws FORMAT_UNKNOWN for a newer version and FILE_UNREADABLE for one that breaks the format. */
export function readRolePack(name: string, source: Record<string, unknown>): Draft {
  const version = source.formatVersion;
  if (typeof version === 'number' && version > VERSION) {
    throw new AppError(
      'FORMAT_UNKNOWN',
      `${quoted(name)} is a role pack of format version ${version}; this Cairn reads version ${VERSION}. Nothing was added. Update Cairn, or ask for the pack in version ${VERSION}.`,
    );
  }
  const notices = openNotices();
  const value = cleaned(source, notices);
  const parsed = RolePack.safeParse(value);
  if (!parsed.success)
    throw refuse(
      name,
      parsed.error.issues.map((issue) => faultText(issue, value)),
    );
  const pack = parsed.data;
  const faults = scaleFaults(pack);
  if (faults.length > 0) throw refuse(name, faults);
  const bareRoles = pack.roles.filter((role) => role.requirements.length === 0);
  if (bareRoles.length > 0) {
    notices.add(
      'KEPT',
      bareRoles.length === 1
        ? '1 role asks for nothing that a match can count.'
        : `${bareRoles.length} roles ask for nothing that a match can count.`,
      undefined,
      bareRoles
        .map((role) => role.title)
        .slice(0, 20)
        .join(' · '),
    );
  }
  return {
    kind: 'pack',
    format: 'role-pack',
    title: pack.name,
    notices: notices.all(),
    sourceLines: linesOf(value, pack),
    pack,
  };
}

/** The file as it is best read: spread out, or told in short when that would be a book. */
function linesOf(value: unknown, pack: RolePack): string[] {
  const lines = JSON.stringify(value, null, 2).split('\n');
  if (lines.length <= MOST_LINES) return lines;
  return [
    `${pack.name} ${pack.version}`,
    `By ${pack.author}. ${pack.licence}.`,
    '',
    ...pack.roles.map((role) =>
      [
        role.title,
        role.levelCode,
        role.family,
        `${role.requirements.length} requirements`,
        `${role.responsibilities.length} responsibilities`,
      ]
        .filter(Boolean)
        .join(' · '),
    ),
  ];
}

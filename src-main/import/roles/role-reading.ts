/** What is gathered while a role document is read, kept within the limits of a stored role. */
import type { RoleContent } from '../../../shared/api/role-content.ts';
import { type RoleList, roleListNames, roleLists } from '../../../shared/vocabulary/role-shape.ts';
import type { OutlineChapter } from '../outline/outline.ts';
import type { HeadingTopic } from './heading-topics.ts';
import { type Notices, openNotices } from './notices.ts';

type TypedList = Exclude<RoleList, 'sections'>;
type Rows = Pick<RoleContent, TypedList>;

const typedLists = roleListNames.filter((list): list is TypedList => list !== 'sections');

/** A role document in the middle of being read. */
export interface RoleReading extends Rows {
  readonly chapters: readonly OutlineChapter[];
  readonly topics: readonly (HeadingTopic | undefined)[];
  readonly notices: Notices;
}

/** Lines of a chapter in the source, from its heading to the line before the next one. */
export interface ChapterLines {
  readonly section: number;
  readonly from: number;
  readonly to: number;
}

const longestLine = 500;
const longestProse = 50_000;

export function openRoleReading(
  chapters: readonly OutlineChapter[],
  topics: readonly (HeadingTopic | undefined)[],
): RoleReading {
  const rows = Object.fromEntries(typedLists.map((list): [string, unknown[]] => [list, []])) as Rows;
  return { chapters, topics, notices: openNotices(), ...rows };
}

/** One line of at most 500 characters; what is longer ends in “…” and stays whole in the source's own words. */
export function asLine(text: string): string {
  const line = text.split(/\s/).filter(Boolean).join(' ');
  return line.length > longestLine ? `${line.slice(0, longestLine - 1)}…` : line;
}

export function asProse(text: string): string {
  return text.length > longestProse ? `${text.slice(0, longestProse - 1)}…` : text;
}

/** `asLine`, or undefined for nothing. */
export function lineOrUndefined(text: string | undefined): string | undefined {
  const line = asLine(text ?? '');
  return line === '' ? undefined : line;
}

/** `asProse`, or undefined for nothing. */
export function proseOrUndefined(text: string | undefined): string | undefined {
  const prose = asProse((text ?? '').trim());
  return prose === '' ? undefined : prose;
}

/** The rows within what a role may hold; more than that stay prose, and a notice says so. */
export function rowsWithinLimits(reading: RoleReading): Rows & Pick<RoleContent, 'stack'> {
  const limited = (list: TypedList) => {
    const rows = reading[list];
    const { most, many } = roleLists[list];
    if (rows.length > most)
      reading.notices.add(
        'NOT_PLACED',
        `${rows.length - most} of ${rows.length} ${many} are kept as prose: a role holds up to ${most}.`,
        rows[most]?.line,
      );
    return [list, rows.slice(0, most)] as const;
  };
  return { stack: [], ...(Object.fromEntries(typedLists.map(limited)) as Rows) };
}

/** What is gathered while a role document is read, kept within the limits of a stored role. */
import type { RoleContent } from '../../../shared/api/role-content.ts';
import type { Chapter } from '../outline/outline.ts';
import { type Notices, openNotices } from './notices.ts';
import type { Topic } from './topics.ts';

type Rows = Pick<
  RoleContent,
  | 'requirements'
  | 'responsibilities'
  | 'kpis'
  | 'tools'
  | 'milestones'
  | 'items'
  | 'scorecard'
  | 'faqs'
  | 'facts'
  | 'links'
  | 'gapPairs'
>;

/** A role document in the middle of being read. */
export interface Reading extends Rows {
  readonly chapters: readonly Chapter[];
  readonly topics: readonly (Topic | undefined)[];
  readonly notices: Notices;
}

/** Lines of a chapter in the source, from its heading to the line before the next one. */
export interface Span {
  readonly section: number;
  readonly from: number;
  readonly to: number;
}

const MOST: Readonly<Record<keyof Rows, number>> = {
  requirements: 1_000,
  responsibilities: 500,
  kpis: 300,
  tools: 500,
  milestones: 300,
  items: 1_000,
  scorecard: 100,
  faqs: 100,
  facts: 100,
  links: 100,
  gapPairs: 50,
};
const LONGEST_LINE = 500;
const LONGEST_PROSE = 50_000;

export function openReading(chapters: readonly Chapter[], topics: readonly (Topic | undefined)[]): Reading {
  return {
    chapters,
    topics,
    notices: openNotices(),
    requirements: [],
    responsibilities: [],
    kpis: [],
    tools: [],
    milestones: [],
    items: [],
    scorecard: [],
    faqs: [],
    facts: [],
    links: [],
    gapPairs: [],
  };
}

/** One line of at most 500 characters; what is longer ends in “…” and stays whole in the source's own words. */
export function asLine(text: string): string {
  const line = text.split(/\s/).filter(Boolean).join(' ');
  return line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE - 1)}…` : line;
}

export function asProse(text: string): string {
  return text.length > LONGEST_PROSE ? `${text.slice(0, LONGEST_PROSE - 1)}…` : text;
}

/** `asLine`, or undefined for nothing. */
export function lineOr(text: string | undefined): string | undefined {
  const line = asLine(text ?? '');
  return line === '' ? undefined : line;
}

/** `asProse`, or undefined for nothing. */
export function proseOr(text: string | undefined): string | undefined {
  const prose = asProse((text ?? '').trim());
  return prose === '' ? undefined : prose;
}

/** The rows within what a role may hold; more than that stay prose, and a notice says so. */
export function rowsWithinLimits(reading: Reading): Rows & Pick<RoleContent, 'stack'> {
  const limited = <Name extends keyof Rows>(name: Name, words: string): Rows[Name] => {
    const rows = reading[name];
    const most = MOST[name];
    if (rows.length <= most) return rows;
    reading.notices.add(
      'NOT_PLACED',
      `${rows.length - most} of ${rows.length} ${words} are kept as prose: a role holds up to ${most}.`,
      rows[most]?.line,
    );
    return rows.slice(0, most) as Rows[Name];
  };
  return {
    stack: [],
    requirements: limited('requirements', 'competencies and skills'),
    responsibilities: limited('responsibilities', 'responsibilities'),
    kpis: limited('kpis', 'KPIs'),
    tools: limited('tools', 'tools'),
    milestones: limited('milestones', 'milestones'),
    items: limited('items', 'entries of its lists'),
    scorecard: limited('scorecard', 'lines of the scorecard'),
    faqs: limited('faqs', 'questions'),
    facts: limited('facts', 'facts'),
    links: limited('links', 'links'),
    gapPairs: limited('gapPairs', 'from → to pairs'),
  };
}

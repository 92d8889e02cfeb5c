/** Putting words of the source where they belong: as a row of a chosen kind, from lines nobody read or from a row of another kind. */
import type { RoleContent } from '../../../../../shared/api/role-content.ts';
import { type DraftList, ITEM_KINDS, type ItemKind } from './draft-fields.ts';
import type { AnyRow } from './draft-values.ts';

/** Where a line of the source can be put by hand. */
export type Place =
  | 'competency'
  | 'skill'
  | 'softSkill'
  | 'responsibility'
  | 'kpi'
  | 'tool'
  | 'milestone'
  | 'scorecard'
  | 'faq'
  | 'fact'
  | 'next'
  | 'lateral'
  | 'feeder'
  | 'gapPair'
  | ItemKind;

export const PLACES: readonly { readonly key: Place; readonly label: string }[] = [
  { key: 'competency', label: 'Competency' },
  { key: 'skill', label: 'Skill' },
  { key: 'softSkill', label: 'Soft skill' },
  { key: 'responsibility', label: 'Responsibility' },
  { key: 'kpi', label: 'KPI' },
  { key: 'tool', label: 'Tool' },
  { key: 'milestone', label: 'Milestone' },
  ...(Object.entries(ITEM_KINDS) as [ItemKind, { one: string }][]).map(([key, { one }]) => ({ key, label: one })),
  { key: 'scorecard', label: 'Scorecard line' },
  { key: 'next', label: 'Next role' },
  { key: 'lateral', label: 'Lateral role' },
  { key: 'feeder', label: 'Feeder role' },
  { key: 'gapPair', label: 'From → to' },
  { key: 'faq', label: 'Question' },
  { key: 'fact', label: 'Fact' },
];

interface Origin {
  readonly line?: number;
  readonly words?: string;
}

/** Bullets, dashes and numbers that only set a line off from others. */
export const withoutBullet = (words: string): string =>
  words
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^(?:[•▪◦*–—-]|\d{1,3}[.)])\s+/, '')
    .replace(/^[•▪◦*–—-]\s*/, '');

/** `Lead: the rest`, where there is a lead short enough to be one. */
function ledBy(text: string): { readonly lead: string; readonly rest: string } | null {
  const at = text.search(/[:–—]\s/);
  if (at < 2 || at > 80) return null;
  return { lead: text.slice(0, at).trim(), rest: text.slice(at + 1).trim() };
}

/** The list a place belongs to and the row that the words become there. */
function rowFor(place: Place, text: string, origin: Origin): { readonly list: DraftList; readonly row: AnyRow } {
  const name = text.slice(0, 500);
  switch (place) {
    case 'competency':
    case 'skill':
    case 'softSkill':
      return {
        list: 'requirements',
        row: {
          competency: name,
          kind: place,
          level: null,
          scale: 'five-levels',
          importance: null,
          isMandatory: false,
          countsInMatch: true,
          details: [],
          ...origin,
        },
      };
    case 'responsibility':
      return { list: 'responsibilities', row: { text, ...origin } };
    case 'kpi':
      return { list: 'kpis', row: { name, ...origin } };
    case 'tool':
      return { list: 'tools', row: { name, ...origin } };
    case 'milestone':
      return { list: 'milestones', row: { horizon: '', text, ...origin } };
    case 'scorecard':
      return { list: 'scorecard', row: { dimension: name, ...origin } };
    case 'faq': {
      const end = text.indexOf('? ');
      return {
        list: 'faqs',
        row: {
          question: end === -1 ? text : text.slice(0, end + 1),
          answer: end === -1 ? '' : text.slice(end + 2),
          ...origin,
        },
      };
    }
    case 'fact': {
      const led = ledBy(text);
      return {
        list: 'facts',
        row: led === null ? { value: name, ...origin } : { label: led.lead, value: led.rest.slice(0, 500), ...origin },
      };
    }
    case 'next':
    case 'lateral':
    case 'feeder':
      return { list: 'links', row: { kind: place, title: name, ...origin } };
    case 'gapPair': {
      const [from, to] = text.split(/\s*→\s*/, 2);
      return { list: 'gapPairs', row: { from: from ?? '', to: to ?? '', ...origin } };
    }
    default:
      return { list: 'items', row: { kind: place, text, ...origin } };
  }
}

/** The role with words added as a row of the chosen kind, with the line they stand on if any, and the id that the new value has. */
export function withPlaced(
  role: RoleContent,
  place: Place,
  words: string,
  line: number | undefined,
): { role: RoleContent; id: string } {
  const { list, row } = rowFor(place, withoutBullet(words), line === undefined ? {} : { line, words });
  return { role: { ...role, [list]: [...role[list], row] } as RoleContent, id: `${list}:${role[list].length}` };
}

/** The words of a row of any list, as one text. */
function wordsOf(list: DraftList, row: AnyRow): string {
  const said = (key: string): string => (typeof row[key] === 'string' ? (row[key] as string) : '');
  switch (list) {
    case 'requirements':
      return said('competency');
    case 'responsibilities':
    case 'milestones':
      return said('text');
    case 'items':
      return said('text') || said('name');
    case 'scorecard':
      return said('dimension');
    case 'faqs':
      return [said('question'), said('answer')].filter(Boolean).join(' ');
    case 'facts':
      return [said('label'), said('value')].filter(Boolean).join(': ');
    case 'links':
      return said('title');
    case 'gapPairs':
      return [said('from'), said('to')].filter(Boolean).join(' → ');
    default:
      return said('name');
  }
}

/** Which place a row is at now. */
export function placeOf(list: DraftList, row: AnyRow): Place {
  switch (list) {
    case 'requirements':
    case 'items':
    case 'links':
      return row.kind as Place;
    case 'responsibilities':
      return 'responsibility';
    case 'kpis':
      return 'kpi';
    case 'tools':
      return 'tool';
    case 'milestones':
      return 'milestone';
    case 'scorecard':
      return 'scorecard';
    case 'faqs':
      return 'faq';
    case 'facts':
      return 'fact';
    case 'gapPairs':
      return 'gapPair';
  }
}

/**
 * The role with one row made a row of another kind, and its new id. Within a list only the kind changes; into another the
 * words, the line and the source's own words go along.
 */
export function withTurned(
  role: RoleContent,
  list: DraftList,
  index: number,
  place: Place,
): { role: RoleContent; id: string } {
  const row = role[list][index] as AnyRow | undefined;
  if (row === undefined) return { role, id: `${list}:${index}` };
  const origin: Origin = {
    ...(typeof row.line === 'number' ? { line: row.line } : {}),
    ...(typeof row.words === 'string' ? { words: row.words } : {}),
  };
  const made = rowFor(place, wordsOf(list, row).trim(), origin);
  const rows = role[list] as readonly AnyRow[];
  if (made.list === list) {
    const kept = rows.map((one, at) => (at === index ? { ...one, kind: place } : one));
    return { role: { ...role, [list]: kept } as RoleContent, id: `${list}:${index}` };
  }
  const without = { ...role, [list]: rows.filter((_one, at) => at !== index) } as RoleContent;
  return {
    role: { ...without, [made.list]: [...without[made.list], made.row] } as RoleContent,
    id: `${made.list}:${without[made.list].length}`,
  };
}

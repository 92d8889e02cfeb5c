/** The O*NET database as tab text: occupations with rated skills, abilities and knowledge, tasks and technologies. */
import { AppError } from '../../../../shared/api/errors.ts';
import type { Draft } from '../../../../shared/api/import.ts';
import type { RequirementContent, RoleContent, ScaleContent } from '../../../../shared/api/role-content.ts';
import { quoted } from '../../outline/clean-text.ts';
import { emptyRole } from '../matrix/matrix-library.ts';
import { openNotices } from '../notices.ts';
import { asLine, asProse } from '../role-reading.ts';
import { linesInShort, officialDraft } from './official-pack.ts';
import { eachRow, type OfficialRow, type OfficialTable } from './official-tables.ts';

const packCard = {
  id: 'onet',
  name: 'O*NET occupations',
  author: 'U.S. Department of Labor, Employment and Training Administration',
  licence: 'CC BY 4.0',
  credit:
    'This page includes information from the O*NET Database by the U.S. Department of Labor, Employment and Training Administration (USDOL/ETA). Used under the CC BY 4.0 license. O*NET® is a trademark of USDOL/ETA. Cairn has modified all or some of this information. USDOL/ETA has not approved, endorsed, or tested these modifications.',
  description: 'Occupations of the O*NET database as they were downloaded, with levels rounded to whole numbers.',
} as const;

/** Levels go from 0 to 7; 0 is “not relevant” and so no level here. */
const onetScale: ScaleContent = {
  key: 'onet-level',
  name: 'O*NET level, 1 to 7',
  levels: [1, 2, 3, 4, 5, 6, 7].map((ordinal) => ({ ordinal, label: `Level ${ordinal}`, code: String(ordinal) })),
};

/** What an element is by the start of its number in the content model. */
const areas: readonly (readonly [string, string, RequirementContent['kind']])[] = [
  ['1.A', 'Abilities', 'competency'],
  ['1.B', 'Interests and values', 'competency'],
  ['1.C', 'Work styles', 'softSkill'],
  ['1.D', 'Work styles', 'softSkill'],
  ['2.A', 'Skills', 'skill'],
  ['2.B', 'Skills', 'skill'],
  ['2.C', 'Knowledge', 'competency'],
  ['4.A', 'Work activities', 'competency'],
];

interface Rating {
  readonly name: string;
  readonly area: string;
  readonly kind: RequirementContent['kind'];
  readonly line: number;
  importance?: number;
  level?: number;
  isSuppressed: boolean;
  isIrrelevant: boolean;
}

interface Occupation {
  readonly code: string;
  title: string;
  description: string;
  readonly ratings: Map<string, Rating>;
  readonly tasks: OfficialRow[];
  readonly technologies: OfficialRow[];
}

/** The draft of the tables that were given. Throws FORMAT_UNKNOWN when none of them can be a role by itself. */
export function readOnet(tables: readonly OfficialTable[]): Draft {
  const notices = openNotices();
  const occupations = new Map<string, Occupation>();
  const files: { name: string; rows: number }[] = [];
  let newest = '';
  const at = (row: OfficialRow): Occupation | undefined => {
    const code = asLine(row.of('onetsoccode'));
    if (code === '') return undefined;
    const known = occupations.get(code);
    if (known !== undefined) return known;
    const made: Occupation = { code, title: '', description: '', ratings: new Map(), tasks: [], technologies: [] };
    occupations.set(code, made);
    return made;
  };
  for (const table of tables) {
    if (table.table === 'unread') {
      notices.add('LEFT_OUT', `${quoted(table.source.name)} is a table of O*NET that Cairn does not use.`);
      continue;
    }
    const rows = eachRow(table, (row) => {
      const occupation = at(row);
      if (occupation === undefined) return;
      if (row.of('title') !== '') occupation.title = asLine(row.of('title'));
      const date = dateOf(row.of('date'));
      if (date > newest) newest = date;
      if (table.table === 'occupations') occupation.description = asProse(row.of('description'));
      else if (table.table === 'tasks') occupation.tasks.push(row);
      else if (table.table === 'technology') occupation.technologies.push(row);
      else addRating(occupation, row);
    });
    files.push({ name: table.source.name, rows });
  }
  if (occupations.size === 0) {
    throw new AppError(
      'FORMAT_UNKNOWN',
      `${quoted(tables[0]?.source.name ?? '')} is a table of O*NET with nothing in it that makes a role. Nothing was added. Give “Occupation Data”, “Skills”, “Abilities”, “Knowledge”, “Task Statements” and “Technology Skills” together.`,
    );
  }
  const roles = [...occupations.values()].map(roleOf);
  noteGaps([...occupations.values()], notices.add);
  return officialDraft(
    'onet',
    packCard,
    newest || 'as downloaded',
    { scales: [onetScale], competencies: [], ladders: [], roles },
    notices,
    linesInShort(files, roles),
  );
}

/** `08/2025` → `2025-08`. */
function dateOf(text: string): string {
  const found = /^(\d{2})\/(\d{4})$/.exec(text);
  return found === null ? '' : `${found[2]}-${found[1]}`;
}

function addRating(occupation: Occupation, row: OfficialRow): void {
  const id = row.of('elementid');
  const area = areas.find(([start]) => id.startsWith(start));
  const value = Number(row.of('datavalue'));
  const scale = row.of('scaleid').toUpperCase();
  if (area === undefined || !Number.isFinite(value) || row.of('datavalue') === '' || (scale !== 'IM' && scale !== 'LV'))
    return;
  const rating: Rating = occupation.ratings.get(id) ?? {
    name: asLine(row.of('elementname')) || asLine(id),
    area: area[1],
    kind: area[2],
    line: row.line,
    isSuppressed: false,
    isIrrelevant: false,
  };
  if (scale === 'IM') rating.importance = value;
  else rating.level = value;
  rating.isSuppressed ||= row.of('recommendsuppress').toUpperCase() === 'Y';
  rating.isIrrelevant ||= row.of('notrelevant').toUpperCase() === 'Y';
  occupation.ratings.set(id, rating);
}

function requirementOf(rating: Rating): RequirementContent {
  const { importance, level, isSuppressed, isIrrelevant } = rating;
  const whole = level === undefined ? 0 : Math.min(7, Math.round(level));
  const details: RequirementContent['details'] = [];
  if (importance !== undefined) details.push({ label: 'Importance', text: `${importance} of 5` });
  if (level !== undefined) details.push({ label: 'Level', text: `${level} of 7` });
  if (isSuppressed) details.push({ label: 'Recommend Suppress', text: 'Y' });
  if (isIrrelevant) details.push({ label: 'Not Relevant', text: 'Y' });
  const weight =
    importance === undefined ? null : importance >= 4 ? 'critical' : importance >= 3 ? 'important' : 'optional';
  return {
    competency: rating.name,
    kind: rating.kind,
    level: whole >= 1 ? whole : null,
    scale: onetScale.key,
    importance: weight,
    isMandatory: false,
    category: rating.area,
    // Too few people answered, or it has no part in the work: shown, and not counted.
    countsInMatch: !isSuppressed && !isIrrelevant && (level === undefined || whole >= 1),
    details,
  };
}

function roleOf(occupation: Occupation): RoleContent {
  const { code, title, description, ratings, tasks, technologies } = occupation;
  const sorted = [...ratings.values()].toSorted(
    (a, b) => a.area.localeCompare(b.area, 'en') || (b.importance ?? 0) - (a.importance ?? 0),
  );
  return {
    ...emptyRole(title || code),
    family: 'O*NET',
    facts: [{ label: 'O*NET-SOC Code', value: code }],
    ...(description === '' ? {} : { summary: description }),
    requirements: sorted.slice(0, 1_000).map(requirementOf),
    responsibilities: tasks.slice(0, 500).map((row) => ({
      text: asProse(row.of('task')),
      ...(row.of('tasktype') === '' ? {} : { group: asLine(row.of('tasktype')) }),
    })),
    tools: technologies.slice(0, 500).map((row) => {
      const marks = [
        ...(row.of('hottechnology').toUpperCase() === 'Y' ? ['Hot technology'] : []),
        ...(row.of('indemand').toUpperCase() === 'Y' ? ['In demand'] : []),
      ];
      return {
        name: asLine(row.of('example')) || asLine(row.of('commoditytitle')) || code,
        category: asLine(row.of('commoditytitle')),
        ...(marks.length === 0 ? {} : { adoption: marks.join(', ') }),
      };
    }),
  };
}

function noteGaps(
  occupations: readonly Occupation[],
  add: (code: 'NOT_PLACED' | 'INTERPRETED' | 'KEPT', message: string) => void,
): void {
  const rated = occupations.filter((occupation) => occupation.ratings.size > 0);
  const untitled = occupations.filter((occupation) => occupation.title === '').length;
  if (untitled > 0)
    add(
      'NOT_PLACED',
      `${untitled} occupations stand under their codes. Give “Occupation Data” with these files to have their titles.`,
    );
  if (rated.length === 0)
    add(
      'KEPT',
      'The roles ask for nothing that a match can count. Give “Skills”, “Abilities” or “Knowledge” with this file.',
    );
  else
    add(
      'INTERPRETED',
      'Levels are rounded to whole numbers from 1 to 7; importance from 4 is read as critical, from 3 as important.',
    );
  const suppressed = rated
    .flatMap((occupation) => [...occupation.ratings.values()])
    .filter((rating) => rating.isSuppressed).length;
  if (suppressed > 0)
    add('KEPT', `${suppressed} ratings that O*NET recommends to suppress are shown, and do not count in a match.`);
}

/** A matrix as it was written, turned into a library: a ladder, a role for each level, graded cells, notices on the rest. */
import type { RequirementContent, RoleContent } from '../../../../shared/api/role-content.ts';
import type {
  LadderContent,
  MatrixCell,
  MatrixSkill,
  RoleLibrary,
  ShortRow,
} from '../../../../shared/api/role-pack.ts';
import { defaultScale } from '../../../../shared/vocabulary/role-shape.ts';
import { cleanLine, lettersAndFigures, quoted } from '../../outline/clean-text.ts';
import type { Notices } from '../notices.ts';
import { asLine, asProse, lineOrUndefined, proseOrUndefined } from '../role-reading.ts';
import { readCells } from './matrix-cells.ts';
import { type Grade, type Grader, openGrader } from './matrix-grades.ts';
import { isBlankCell, type Legend, scaleOfLegend, splitMark } from './matrix-legend.ts';

export interface WrittenLevel {
  /** What stands above the column. */
  readonly code?: string | undefined;
  readonly label: string;
  readonly stack?: readonly string[] | undefined;
  readonly focus?: string | undefined;
}

export interface WrittenRow {
  readonly skill: string;
  readonly category?: string | undefined;
  /** One for each level where `isPlaced`, '' for a blank; otherwise those there are, in order. */
  readonly values: readonly string[];
  readonly isPlaced: boolean;
  readonly line: number;
  /** The source's own words, whole. */
  readonly words: string;
  /** What further columns say of the skill. */
  readonly details?: readonly { readonly label: string; readonly text: string }[] | undefined;
}

export interface WrittenLadder extends Pick<LadderContent, 'faqs' | 'facts' | 'sections'> {
  readonly family: string;
  readonly title: string;
  /** What the levels are levels of, such as “ML Engineer”; empty where the levels are titles themselves. */
  readonly roleTitle: string;
  readonly tagline?: string | undefined;
  readonly summary?: string | undefined;
  readonly levels: readonly WrittenLevel[];
  readonly rows: readonly WrittenRow[];
  readonly legend: Legend | null;
  /** The cells hold sentences that say what the level looks like, and no codes. */
  readonly isProse?: boolean | undefined;
}

const mostSkills = 600;
const mostShortRows = 600;
/** Key of a scale that nobody defined: the cells stay as they are written. */
const unreadKey = 'unread';

/** The library of a matrix. Everything that had to be interpreted or is left to the user gets a notice. */
export function libraryOfMatrix(written: WrittenLadder, notices: Notices): RoleLibrary {
  const single = withoutDoubles(written.rows, notices);
  if (written.isProse) return libraryOfWords(written, single);
  const { legend, rows: values } = readCells(
    single.map((row) => row.values),
    written.legend,
  );
  const rows = single.map((row, at) => ({ ...row, values: values[at] ?? row.values }));
  const roles = written.levels.map((level, index) => roleOf(written, level, index));
  const grader = legend === null ? null : openGrader(legend, values);
  noteLegend(legend, values.flat(), notices);
  const scale = legend === null ? undefined : scaleOfLegend(legend);

  const skills: MatrixSkill[] = [];
  const shortRows: ShortRow[] = [];
  let switched = 0;
  const unread: { row: WrittenRow; raw: string }[] = [];
  for (const row of rows) {
    const origin = { line: row.line, words: asProse(row.words) };
    const category = lineOrUndefined(row.category);
    const named = { ...(category === undefined ? {} : { category }), ...origin };
    const grades = gradesOf(grader, row.values);
    switched += grades.filter((grade) => grade?.isSwitched).length;
    if (!row.isPlaced) {
      const codes = grades.flatMap((grade) => (grade === null ? [] : [codeOf(grade, legend)]));
      if (shortRows.length < mostShortRows)
        shortRows.push({ skill: asLine(row.skill), values: codes.slice(0, 30), ...named });
      noteShort(row, codes, written.levels.length, notices);
      continue;
    }
    if (skills.length >= mostSkills) continue;
    const cells = grades.map((grade, index) => {
      if (grade === null) return null;
      if (grade.level !== null) return { level: grade.level, isMandatory: grade.isMandatory } satisfies MatrixCell;
      unread.push({ row, raw: grade.raw });
      roles[index]?.requirements.push(shownOnly(row, grade, category));
      return scale === undefined ? grade.raw.slice(0, 40) : null;
    });
    skills.push({ name: asLine(row.skill), cells, ...named });
  }
  noteSwitched(grader, switched, legend, notices);
  if (legend !== null) noteUnread(unread, legend, notices);
  const placed = rows.filter((row) => row.isPlaced).length;
  if (placed > mostSkills)
    notices.add(
      'NOT_PLACED',
      `${placed - mostSkills} of ${placed} skills are kept as prose: a matrix holds up to ${mostSkills}.`,
    );
  const matrix = { scale: scale?.key ?? unreadKey, countsThroughParents: false, skills };
  return {
    scales: scale === undefined ? [] : [scale],
    competencies: competenciesOf(rows),
    ladders: [{ ...ladderOf(written), matrix, shortRows }],
    roles,
  };
}

function ladderOf(written: WrittenLadder): LadderContent {
  return {
    family: written.family,
    title: asLine(written.title),
    ...optional('tagline', proseOrUndefined(written.tagline)),
    ...optional('summary', proseOrUndefined(written.summary)),
    shortRows: [],
    faqs: written.faqs.slice(0, 100),
    facts: written.facts.slice(0, 100),
    sections: written.sections,
  };
}

/** What a column of descriptions says of a skill belongs to the skill, whichever level asks for it. */
function competenciesOf(rows: readonly WrittenRow[]): RoleLibrary['competencies'] {
  return rows.flatMap((row) => {
    const about = row.details?.find((detail) => /^(?:description|definition|meaning)s?$/i.test(detail.label));
    const description = proseOrUndefined(about?.text);
    return description === undefined ? [] : [{ name: asLine(row.skill), aliases: [], description }];
  });
}

/** A ladder whose cells are sentences: each level asks for the competency as its cell describes it. */
function libraryOfWords(written: WrittenLadder, rows: readonly WrittenRow[]): RoleLibrary {
  const roles = written.levels.map((level, index) => {
    const role = roleOf(written, level, index);
    for (const row of rows) {
      const text = (row.values[index] ?? '').trim();
      if (isBlankCell(text) || role.requirements.length >= 1_000) continue;
      role.requirements.push({
        competency: asLine(row.skill),
        kind: 'competency',
        level: null,
        scale: defaultScale,
        importance: null,
        isMandatory: false,
        countsInMatch: true,
        ...optional('category', lineOrUndefined(row.category)),
        blurb: asProse(text),
        details: [],
        line: row.line,
        words: asProse(text),
      });
    }
    return role;
  });
  return { scales: [], competencies: competenciesOf(rows), ladders: [ladderOf(written)], roles };
}

const optional = <Key extends string, Value>(key: Key, value: Value | undefined): { [One in Key]?: Value } =>
  value === undefined ? {} : ({ [key]: value } as { [One in Key]: Value });

/** An empty role that only its level tells from others. */
export function emptyRole(title: string): RoleContent {
  return {
    title,
    stack: [],
    facts: [],
    requirements: [],
    responsibilities: [],
    kpis: [],
    tools: [],
    milestones: [],
    items: [],
    scorecard: [],
    faqs: [],
    links: [],
    gapPairs: [],
    sections: [],
  };
}

function roleOf({ family, roleTitle }: WrittenLadder, level: WrittenLevel, index: number): RoleContent {
  const isTitled = roleTitle === '' || lettersAndFigures(level.label).includes(lettersAndFigures(roleTitle));
  const stack = (level.stack ?? []).map(asLine).filter(Boolean).slice(0, 100);
  return {
    ...emptyRole(asLine(isTitled ? level.label : `${level.label} ${roleTitle}`)),
    family,
    levelCode: asLine(level.code ?? level.label),
    levelLabel: asLine(level.label),
    levelOrder: index + 1,
    ...optional('focus', proseOrUndefined(level.focus)),
    stack,
  };
}

/** A cell whose level nobody can tell still asks for the skill. */
function shownOnly(row: WrittenRow, grade: Grade, category: string | undefined): RequirementContent {
  return {
    competency: asLine(row.skill),
    kind: 'skill',
    level: null,
    scale: defaultScale,
    importance: null,
    isMandatory: grade.isMandatory,
    countsInMatch: true,
    ...(category === undefined ? {} : { category }),
    details: grade.raw === '' ? [] : [{ label: 'As written', text: asProse(grade.raw) }],
    line: row.line,
    words: asProse(row.words),
  };
}

/** The same skill twice would be two requirements on one competency: the first row stands. */
function withoutDoubles(rows: readonly WrittenRow[], notices: Notices): WrittenRow[] {
  const seen = new Map<string, WrittenRow>();
  for (const row of rows) {
    const key = lettersAndFigures(row.skill) || row.skill;
    const first = seen.get(key);
    if (first === undefined) seen.set(key, row);
    else {
      notices.add(
        'NOT_PLACED',
        `${quoted(row.skill)} stands in line ${first.line} already; this row is kept as prose alone.`,
        row.line,
        row.words,
      );
    }
  }
  return [...seen.values()];
}

function gradesOf(grader: Grader | null, values: readonly string[]): (Grade | null)[] {
  if (grader !== null) return grader.read(values);
  return values.map((value) => {
    const { text, isMandatory } = splitMark(value);
    return isBlankCell(text) && !isMandatory ? null : { level: null, isMandatory, raw: text, isSwitched: false };
  });
}

/** A grade as a cell is written short, by the legend's own codes. */
function codeOf(grade: Grade, legend: Legend | null): string {
  const entry = grade.level === null ? undefined : legend?.entries[grade.level - 1];
  return `${(entry?.code ?? entry?.label ?? grade.raw).slice(0, 39)}${grade.isMandatory ? '!' : ''}`;
}

function noteLegend(legend: Legend | null, cells: readonly string[], notices: Notices): void {
  const written = [...new Set(cells.map((cell) => splitMark(cell).text).filter((text) => !isBlankCell(text)))];
  if (legend === null && written.length > 0) {
    notices.add(
      'NOT_PLACED',
      'No legend says what the codes of the matrix mean, so they are kept as they are written.',
      undefined,
      `In its cells stand ${written
        .slice(0, 12)
        .map((code) => `“${cleanLine(code.slice(0, 40))}”`)
        .join(', ')}. Each such cell asks that the skill be shown, at no certain level.`,
    );
  } else if (legend?.isGuessed) {
    const levels = legend.entries
      .map(({ code, label }) => (code === undefined || label === `Level ${code}` ? label : `${code} ${label}`))
      .join(' < ');
    notices.add('INTERPRETED', `The matrix has no legend; its cells are read as levels in the order ${levels}.`);
  }
}

function noteShort(row: WrittenRow, codes: readonly string[], levels: number, notices: Notices): void {
  const found = codes.length === 0 ? 'no value' : `${codes.length} of ${levels} values`;
  notices.add(
    'NOT_PLACED',
    `${quoted(row.skill)} has ${found}; which level is blank is for you to say.`,
    row.line,
    row.words,
  );
}

function noteSwitched(grader: Grader | null, switched: number, legend: Legend | null, notices: Notices): void {
  if (switched === 0) return;
  for (const { code, low, high } of grader?.doubles ?? []) {
    notices.add(
      'INTERPRETED',
      `“${code}” stands for ${low} and for ${high}: ${switched} ${switched === 1 ? 'cell is' : 'cells are'} read as ${high}.`,
      legend?.line,
      `The legend names both, and no cell has the code of ${high}. Read as ${low}, those cells would fall below one before them in their row.`,
    );
  }
}

function noteUnread(
  unread: readonly { readonly row: WrittenRow; readonly raw: string }[],
  legend: Legend,
  notices: Notices,
): void {
  const why = legend.isGuessed ? 'cannot be read as a level' : 'is no level of the legend';
  for (const { row, raw } of unread.slice(0, 60)) {
    notices.add(
      'NOT_PLACED',
      raw === ''
        ? `${quoted(row.skill)} is marked without a level.`
        : `“${cleanLine(raw.slice(0, 60))}” at ${quoted(row.skill)} ${why}.`,
      row.line,
      'The skill is asked for at no certain level.',
    );
  }
  if (unread.length > 60) notices.add('NOT_PLACED', `${unread.length - 60} more cells are no level of the legend.`);
}

/** A ladder as a career track: its matrix with where one stands, its levels side by side, and how to move up. */
import type {
  DocumentField,
  PaperLevel,
  TrackCell,
  TrackColumn,
  TrackDocument,
  TrackMatrix,
  TrackRow,
} from '../../api/document.ts';
import type { Ladder, LadderCell, LadderLevel, LadderSkill } from '../../api/ladder.ts';
import type { Scale } from '../../api/values.ts';
import { longDateText } from '../dates/date-text.ts';
import {
  byEvidence,
  bySelfAssessment,
  gradeOf,
  type LevelStanding,
  levelStandings,
  scaleOfSkill,
} from '../match/grade.ts';
import { levelEpsilon, levelLabel } from '../match/level.ts';
import { sentence } from '../paper/joined-text.ts';
import { sectionFields, withoutHidden } from '../paper/paper-blocks.ts';
import { oneLine, plainText } from '../paper/printed-text.ts';
import { groupedRuns } from '../role/requirement-words.ts';
import { levelName, trackSections } from './track-sections.ts';

/** Columns that a sheet on its side holds, and one that stands. */
const mostColumns = 8;
const portraitColumns = 6;

/** A matrix of more skills runs over pages. */
const oneSheet = 24;

const kindNames = { competency: 'Competencies', skill: 'Skills', softSkill: 'Soft skills' } as const;

/** Composes the track. `person` is named only where their standing is shown. Never throws. */
export function composeTrackDocument(
  ladder: Ladder,
  { person, today, paper }: { readonly person: string; readonly today: string; readonly paper: 'a4' | 'letter' },
): TrackDocument {
  const trackTitle = oneLine(ladder.title);
  const hasStanding = ladder.skills.some((skill) => skill.evidenced > 0 || skill.selfAssessed !== null);
  const evidence = levelStandings(ladder, byEvidence);
  const own = levelStandings(ladder, bySelfAssessment);
  const grade = hasStanding ? gradeOf(evidence) : -1;
  const context: Context = { ladder, hasStanding, oneScale: oneScaleOf(ladder) };
  const matrices = partsOf(ladder.levels.length).map((part) => matrixOf(context, part, grade, evidence));
  return withoutHidden({
    kind: 'track',
    title: `${trackTitle}, career track`,
    language: 'en',
    paper,
    isPortrait: ladder.levels.length > mostColumns,
    trackTitle,
    tagline: plainText(ladder.tagline ?? ''),
    counts: countsText(ladder, hasStanding ? oneLine(person) : ''),
    grades: hasStanding
      ? [
          { value: gradeName(ladder, grade), label: 'grade by evidence' },
          { value: gradeName(ladder, gradeOf(own)), label: 'grade by self-assessment' },
        ]
      : [],
    hasStanding,
    standingOf: context.oneScale === null ? '' : `of ${context.oneScale.levels.length}`,
    matrices: ladder.skills.length === 0 ? [] : matrices,
    legends: legendsOf(ladder),
    hasMandatory: hasMandatory(ladder),
    isKeyFirst: matrices.length > 1 || ladder.skills.length > oneSheet,
    notes: notesOf(ladder, hasStanding, matrices.length),
    sections: trackSections(ladder),
    credits: [plainText(ladder.credit ?? '')].filter(Boolean),
    date: longDateText(today),
  });
}

/** Every text of the track in reading order; a row of the matrix is one text, cell after cell. */
export function trackDocumentFields(document: TrackDocument): DocumentField[] {
  return [
    { label: 'Title', text: document.trackTitle },
    { label: 'Tagline', text: document.tagline },
    { label: 'What it holds', text: document.counts },
    ...document.grades.map((grade) => ({ label: 'Grade', text: `${grade.value} ${grade.label}` })),
    ...(document.isKeyFirst ? keyFields(document) : []),
    ...document.matrices.flatMap((matrix) => matrixFields(matrix, document)),
    ...(document.isKeyFirst ? [] : keyFields(document)),
    ...sectionFields(document.sections),
    ...document.credits.map((text) => ({ label: 'Credit', text })),
  ];
}

/** What the marks are called. */
export const markNames = { mandatory: 'mandatory', unproven: 'not yet proven by evidence' } as const;

function keyFields({ legends, hasMandatory: hasDots, hasStanding, notes }: TrackDocument): DocumentField[] {
  return [
    ...legends.map(({ name, levels }) => ({
      label: 'Key',
      text: [name, ...levels.flatMap((level) => [String(level.level), level.label])].filter(Boolean).join(' '),
    })),
    { label: 'Key', text: hasDots ? markNames.mandatory : '' },
    { label: 'Key', text: hasStanding ? markNames.unproven : '' },
    ...notes.map((text) => ({ label: 'Note', text })),
  ];
}

/** What runs at the foot of the pages. */
export function trackRunningText(document: TrackDocument): readonly string[] {
  return [`${sentence(`Career track: ${document.trackTitle}`)} As of ${document.date}`];
}

/** What stands in a cell; the tile’s number, or that it is asked without a level. */
export function trackCellText(asked: TrackCell | null): string {
  if (asked === null) return '';
  return asked.level === null ? 'asked' : String(asked.level.level);
}

function matrixFields(matrix: TrackMatrix, { hasStanding, standingOf }: TrackDocument): DocumentField[] {
  const heads = ['Skill', ...matrix.columns.flatMap((column) => [column.name, column.about])];
  const standing = hasStanding ? ['Evidenced', standingOf, 'Self', standingOf] : [];
  return [
    { label: 'Part', text: matrix.heading },
    { label: 'Levels', text: [...heads, ...standing].filter(Boolean).join(' ') },
    ...matrix.groups.flatMap((group) => [
      { label: 'Group', text: group.name },
      ...group.rows.map((row) => ({
        label: `Row of ${row.name}`,
        text: [row.name, ...row.cells.map(trackCellText), row.evidenced, row.selfAssessed].filter(Boolean).join(' '),
      })),
    ]),
    ...matrix.foot.map((row) => ({ label: row.label, text: [row.label, ...row.cells].join(' ') })),
  ];
}

interface Context {
  readonly ladder: Ladder;
  readonly hasStanding: boolean;
  /** The scale of every cell, where they share one. */
  readonly oneScale: Scale | null;
}

function matrixOf(
  context: Context,
  { from, to, heading: title }: Part,
  grade: number,
  evidence: readonly LevelStanding[],
): TrackMatrix {
  const { ladder, hasStanding } = context;
  const groups = groupedRuns(ladder.skills, (skill) => oneLine(skill.category ?? kindNames[skill.kind]));
  return {
    heading: title,
    columns: ladder.levels.slice(from, to).map((level, at) => columnOf(level, from + at === grade)),
    groups: groups.map((group) => ({
      name: group.label,
      rows: group.rows.map((skill) => rowOf(context, skill, from, to)),
    })),
    foot: footOf(evidence, from, to, hasStanding),
  };
}

function columnOf(level: LadderLevel, isGrade: boolean): TrackColumn {
  const name = levelName(level);
  const title = oneLine(level.title);
  return { id: level.roleId, name, about: name.includes(title) ? '' : title, isGrade };
}

function rowOf({ ladder, hasStanding, oneScale }: Context, skill: LadderSkill, from: number, to: number): TrackRow {
  const scale = scaleOfSkill(ladder, skill);
  const of = oneScale === null && scale !== null ? ` of ${scale.levels.length}` : '';
  const { evidenced, selfAssessed } = skill;
  const asksLevel = skill.cells.some((asked) => asked !== null && asked.level !== null);
  const text = (reached: number | null) => {
    if (reached === null || reached <= 0) return '–';
    return asksLevel ? `${reachedText(reached)}${of}` : reached + levelEpsilon >= 1 ? 'shown' : '–';
  };
  return {
    id: skill.competencyId,
    name: oneLine(skill.name),
    cells: skill.cells.slice(from, to).map((asked) => {
      if (asked === null) return null;
      return {
        level: paperLevel(ladder, asked),
        isMandatory: asked.isMandatory,
        isUnproven: hasStanding && !asked.isMet,
      };
    }),
    evidenced: hasStanding ? text(evidenced) : '',
    selfAssessed: hasStanding ? text(selfAssessed).replace('.0', '') : '',
  };
}

/** A level reached with one decimal, never showing more than there is: 2.96 is `2.9`. */
export function reachedText(level: number): string {
  return (Math.floor(level * 10 + levelEpsilon) / 10).toFixed(1);
}

function footOf(
  evidence: readonly LevelStanding[],
  from: number,
  to: number,
  hasStanding: boolean,
): TrackMatrix['foot'] {
  const part = evidence.slice(from, to);
  const asksMandatory = evidence.some((level) => level.mandatory > 0);
  const others = asksMandatory ? 'Others' : 'Requirements';
  if (!hasStanding) {
    return [
      ...(asksMandatory ? [{ label: 'Mandatory', cells: part.map((level) => String(level.mandatory)) }] : []),
      { label: others, cells: part.map((level) => String(level.others)) },
    ];
  }
  const next = evidence.findIndex((level) => !level.isMet);
  return [
    ...(asksMandatory
      ? [
          {
            label: 'Mandatory, proven',
            cells: part.map((standing) => `${standing.mandatoryMet} of ${standing.mandatory}`),
          },
        ]
      : []),
    {
      label: `${others}, met (80 % needed)`,
      cells: part.map(({ others: of, othersMet }) =>
        of === 0 ? '0 of 0' : `${othersMet} of ${of}, ${Math.floor((100 * othersMet) / of)} %`,
      ),
    },
    {
      label: 'Level',
      cells: part.map((level, at) => (level.isMet ? 'met' : from + at === next ? 'next' : 'later')),
    },
  ];
}

interface Part {
  readonly from: number;
  readonly to: number;
  readonly heading: string;
}

/** Which levels stand in which matrix: all in one, or as evenly as it goes in several. */
function partsOf(count: number): Part[] {
  const parts = count <= mostColumns ? 1 : Math.ceil(count / portraitColumns);
  const size = Math.ceil(count / parts);
  return Array.from({ length: parts }, (_, at) => {
    const [from, to] = [at * size, Math.min((at + 1) * size, count)];
    return { from, to, heading: parts === 1 ? '' : `Levels ${from + 1} to ${to} of ${count}` };
  });
}

const gradeName = ({ levels }: Ladder, place: number): string => {
  const level = levels[place];
  return level === undefined ? 'None yet' : levelName(level);
};

function countsText(ladder: Ladder, person: string): string {
  const cells = ladder.skills.flatMap((skill) => skill.cells.filter((asked) => asked !== null));
  const mandatory = cells.filter((asked) => asked.isMandatory).length;
  const competencies = ladder.skills.filter((skill) => skill.kind === 'competency').length;
  const skills = ladder.skills.length - competencies;
  const counts = [
    counted(ladder.levels.length, 'level'),
    ...(competencies === 0 ? [] : [counted(competencies, 'competency')]),
    ...(skills === 0 ? [] : [counted(skills, 'skill')]),
    counted(cells.length, 'requirement'),
    ...(mandatory === 0 ? [] : [`${mandatory} of them mandatory`]),
  ].join(', ');
  return [person === '' ? '' : sentence(person), `${counts}.`].filter(Boolean).join(' ');
}

const counted = (count: number, noun: string): string =>
  `${count} ${count === 1 ? noun : noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun}s`}`;

const hasMandatory = (ladder: Ladder): boolean =>
  ladder.skills.some((skill) => skill.cells.some((asked) => asked?.isMandatory));

function notesOf(ladder: Ladder, hasStanding: boolean, parts: number): string[] {
  const count = ladder.levels.length;
  return [
    ...(parts > 1 ? [`${count} levels are more than a sheet is wide: the matrix stands in ${parts} parts.`] : []),
    hasStanding
      ? 'Self-assessment is shown beside the evidence and never counted in it.'
      : 'Nothing in the record shows any of this yet, so evidence and self-assessment are left out.',
  ];
}

function oneScaleOf(ladder: Ladder): Scale | null {
  const ids = new Set(ladder.skills.map((skill) => scaleOfSkill(ladder, skill)?.id).filter((id) => id !== undefined));
  return ids.size === 1 ? (ladder.scales.find((scale) => ids.has(scale.id)) ?? null) : null;
}

function paperLevel(ladder: Ladder, { level, scaleId }: LadderCell): PaperLevel | null {
  if (level === null) return null;
  const scale = ladder.scales.find((known) => known.id === scaleId) ?? null;
  return { level, of: scale?.levels.length ?? 5, label: oneLine(levelLabel(scale, level)) };
}

function legendsOf(ladder: Ladder): TrackDocument['legends'] {
  const used = ladder.scales.filter((scale) =>
    ladder.skills.some((skill) => skill.cells.some((asked) => asked?.scaleId === scale.id && asked.level !== null)),
  );
  return used.map((scale) => ({
    name: used.length === 1 ? '' : oneLine(scale.name),
    levels: scale.levels.map(({ ordinal, label }) => ({
      level: ordinal,
      of: scale.levels.length,
      label: label === String(ordinal) ? '' : oneLine(label),
    })),
  }));
}

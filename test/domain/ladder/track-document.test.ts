/** The career track: the matrix as the ladder says it, one’s standing beside it, and nothing that was not asked for. */
import { describe, expect, test } from 'vitest';
import type { Ladder } from '../../../shared/api/ladder.ts';
import { composeTrackDocument, reachedText } from '../../../shared/domain/ladder/track-document.ts';
import { levelName } from '../../../shared/domain/ladder/track-sections.ts';
import { sheetOf } from '../../../shared/domain/paper/paper-sheet.ts';
import { printedFieldsOf } from '../../../shared/domain/paper/printed-fields.ts';
import { ladderOf, ladderSkill } from '../../helpers/paper-roles.ts';

const at = { person: 'Ada Example', today: '2026-11-21', paper: 'a4' } as const;
const compose = (ladder: Ladder) => composeTrackDocument(ladder, at);

const skills = [
  ladderSkill('Sluices', '1! 2! 3', { category: 'Water', evidenced: 2.4, selfAssessed: 3 }),
  ladderSkill('Gauges', '1 1 2', { category: 'Water', evidenced: 1 }),
  ladderSkill('Ledgers', '- x 2!', { category: 'Paper', evidenced: 0, selfAssessed: 1 }),
];

describe('the matrix', () => {
  test('has a row for each skill under its category, and a cell for each level', () => {
    const [matrix] = compose(ladderOf(3, skills)).matrices;
    expect(matrix?.groups.map((group) => [group.name, group.rows.map((row) => row.name)])).toEqual([
      ['Water', ['Sluices', 'Gauges']],
      ['Paper', ['Ledgers']],
    ]);
    expect(matrix?.groups[1]?.rows[0]?.cells).toEqual([
      null,
      { level: null, isMandatory: false, isUnproven: true },
      { level: { level: 2, of: 4, label: 'Working' }, isMandatory: true, isUnproven: true },
    ]);
  });

  test('marks what the evidence does not prove, never by what is believed', () => {
    const [matrix] = compose(ladderOf(3, skills)).matrices;
    expect(matrix?.groups[0]?.rows[0]?.cells.map((cell) => cell?.isUnproven)).toEqual([false, false, true]);
    expect(matrix?.groups[0]?.rows[0]).toMatchObject({ evidenced: '2.4', selfAssessed: '3' });
    expect(matrix?.groups[0]?.rows[1]).toMatchObject({ evidenced: '1.0', selfAssessed: '–' });
  });

  test('ends with what is proven at each level and which level that makes', () => {
    const document = compose(ladderOf(3, skills));
    expect(document.matrices[0]?.foot).toEqual([
      { label: 'Mandatory, proven', cells: ['1 of 1', '1 of 1', '0 of 1'] },
      { label: 'Others, met (80 % needed)', cells: ['1 of 1, 100 %', '1 of 2, 50 %', '0 of 2, 0 %'] },
      { label: 'Level', cells: ['met', 'next', 'later'] },
    ]);
    expect(document.grades).toEqual([
      { value: 'L1', label: 'grade by evidence' },
      { value: 'None yet', label: 'grade by self-assessment' },
    ]);
    expect(document.matrices[0]?.columns.map((column) => column.isGrade)).toEqual([true, false, false]);
    expect(document.counts).toBe('Ada Example. 3 levels, 3 skills, 8 requirements, 3 of them mandatory.');
  });

  test('names each scale and says of how many a figure is where two scales meet', () => {
    const five = {
      ...ladderOf(1, []).scales[0],
      id: 'five',
      name: 'Five',
      levels: [1, 2, 3, 4, 5].map((ordinal) => ({ ordinal, label: '' })),
    };
    const other = ladderSkill('Tact', '4', { evidenced: 3, kind: 'competency' });
    const mixed = [
      { ...other, cells: other.cells.map((cell) => cell && { ...cell, scaleId: 'five' }) },
      ...skills.slice(1, 2),
    ];
    const document = compose(
      ladderOf(1, mixed, { scales: [...ladderOf(1, []).scales, five as Ladder['scales'][number]] }),
    );
    expect(document.legends.map((legend) => legend.name)).toEqual(['Skill levels', 'Five']);
    expect(document.matrices[0]?.groups.map((group) => [group.name, group.rows[0]?.evidenced])).toEqual([
      ['Competencies', '3.0 of 5'],
      ['Water', '1.0 of 4'],
    ]);
  });

  test('lies on its side up to eight levels, and stands in parts beyond', () => {
    const many = (count: number) =>
      compose(ladderOf(count, [ladderSkill('Sluices', Array.from({ length: count }, () => '1').join(' '))]));
    expect(many(8).matrices.map((matrix) => matrix.columns.length)).toEqual([8]);
    expect(sheetOf(many(8))).toMatchObject({ widthMm: 297, heightMm: 210 });
    const split = many(10);
    expect(split.matrices.map((matrix) => [matrix.heading, matrix.columns.length])).toEqual([
      ['Levels 1 to 5 of 10', 5],
      ['Levels 6 to 10 of 10', 5],
    ]);
    expect(sheetOf(split)).toMatchObject({ widthMm: 210, heightMm: 297 });
    expect(split.notes[0]).toBe('10 levels are more than a sheet is wide: the matrix stands in 2 parts.');
  });
});

describe('without anything in the record', () => {
  const bare = compose(
    ladderOf(
      3,
      skills.map((skill) => ({ ...skill, evidenced: 0, selfAssessed: null })),
    ),
  );

  test('nobody is named and no standing is shown', () => {
    expect(bare).toMatchObject({
      hasStanding: false,
      grades: [],
      counts: '3 levels, 3 skills, 8 requirements, 3 of them mandatory.',
    });
    const rows = bare.matrices.flatMap((matrix) => matrix.groups.flatMap((group) => group.rows));
    expect(rows.map((row) => row.evidenced + row.selfAssessed)).toEqual(['', '', '']);
    expect(rows.flatMap((row) => row.cells).some((cell) => cell?.isUnproven)).toBe(false);
    expect(JSON.stringify(bare)).not.toContain('Ada');
  });

  test('the foot still says how much is asked', () => {
    expect(bare.matrices[0]?.foot).toEqual([
      { label: 'Mandatory', cells: ['1', '1', '1'] },
      { label: 'Others', cells: ['1', '2', '2'] },
    ]);
  });
});

describe('after the matrix', () => {
  const base = ladderOf(2, skills);
  const [first, second] = base.levels;
  const told = compose({
    ...base,
    summary: 'Who keeps the weir.\n\nAnd why.',
    credit: 'By the weir keepers, CC BY 4.0.',
    levels: [
      {
        ...(first as Ladder['levels'][number]),
        focus: 'One sluice',
        stack: ['Chain', 'Winch'],
        gapPairs: [{ theme: 'Reach', from: 'one gate', to: 'the river' }],
      },
      { ...(second as Ladder['levels'][number]), tourOfDuty: 'A flood season led' },
    ],
    faqs: [{ question: 'Who may swim?', answer: 'Nobody.' }],
    shortRows: [{ skill: 'Rowing', category: 'Boats', values: ['1'] }],
  });

  test('stand summary, levels, the way up, questions and what is not placed, in this order', () => {
    expect(told.sections.map((section) => section.heading)).toEqual([
      'The ladder',
      'Level by level',
      'How to move up',
      'Questions',
      'Not placed',
    ]);
    const text = printedFieldsOf(told)
      .map((field) => field.text)
      .join('\n');
    for (const words of [
      'L1 One sluice Chain, Winch',
      'From L1 to L2',
      'Tour of duty. A flood season led',
      'Reach one gate the river',
      'Rowing (Boats): 1. The source has 1 values for 2 levels.',
      'By the weir keepers, CC BY 4.0.',
    ])
      expect(text).toContain(words);
  });
});

test('a level is called by code and label, once where one begins the other', () => {
  expect(levelName({ title: 'Keeper', levelCode: 'L2', levelLabel: 'Senior' })).toBe('L2 Senior');
  expect(levelName({ title: 'Keeper', levelCode: 'Sen', levelLabel: 'Senior' })).toBe('Senior');
  expect(levelName({ title: 'Keeper', levelCode: null, levelLabel: null })).toBe('Keeper');
});

test('a level reached is never written as more than it is', () => {
  expect(reachedText(2.99)).toBe('2.9');
  expect(reachedText(3)).toBe('3.0');
  expect(reachedText(0.3 + 0.6)).toBe('0.9');
});

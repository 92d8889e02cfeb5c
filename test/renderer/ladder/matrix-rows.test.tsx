/** Which rows of a matrix are shown, what stands met, what changes between levels, and what the page counts. */
import { describe, expect, test } from 'vitest';
import { reachedText } from '../../../shared/domain/ladder/track-document.ts';
import { byEvidence, bySelfAssessment, gradeOf, levelStandings } from '../../../shared/domain/match/grade.ts';
import { levelInView } from '../../../src-renderer/features/ladder/ladder-levels.ts';
import { readLadderQuery, writeLadderQuery } from '../../../src-renderer/features/ladder/ladder-query.ts';
import { levelDifference } from '../../../src-renderer/features/ladder/level-difference.ts';
import { matrixRows } from '../../../src-renderer/features/ladder/matrix/matrix-rows.ts';
import { factChecks, ladderCounts } from '../../../src-renderer/parts/ladder/ladder-words.ts';
import { level, madeLadder, skill } from './made-ladder.ts';

const all = readLadderQuery('');
const senior = 1;
const told = ({ rows }: ReturnType<typeof matrixRows>) =>
  rows.map((row) => (row.kind === 'heading' ? `# ${row.label}` : row.skill.name));

describe('the rows of a matrix', () => {
  const ladder = madeLadder();

  test('stand under their categories, each gathered in one place', () => {
    const mixed = madeLadder({
      skills: [
        ...ladder.skills,
        skill('Spare glass', ['1', '1', '1']),
        skill('Tact', ['1', '1', '1'], { category: null, kind: 'softSkill' }),
      ],
    });
    expect(told(matrixRows(mixed, all, senior))).toEqual([
      '# Tending',
      'Lamp oil',
      'Wick trimming',
      'Spare glass',
      '# Signals',
      'Fog signals',
      'Log keeping',
      '# Soft skills',
      'Tact',
    ]);
  });

  test('are gaps where the evidence does not reach what the level asks', () => {
    expect(told(matrixRows(ladder, { ...all, show: 'gaps' }, senior))).toEqual([
      '# Tending',
      'Wick trimming',
      '# Signals',
      'Log keeping',
    ]);
  });

  test('are mandatory at the level in view, not at any other', () => {
    expect(told(matrixRows(ladder, { ...all, show: 'mandatory' }, 2))).toEqual(['# Tending', 'Wick trimming']);
  });

  test('differ where level, mandatory or being asked at all differs', () => {
    expect(told(matrixRows(ladder, { ...all, a: 'junior', b: 'senior' }, senior))).toEqual([
      '# Tending',
      'Lamp oil',
      'Wick trimming',
      '# Signals',
      'Fog signals',
    ]);
  });

  test('are found by words of name and category, accents aside', () => {
    expect(told(matrixRows(ladder, { ...all, text: 'sígnals log' }, senior))).toEqual(['# Signals', 'Log keeping']);
  });

  test('of one category leave the counts of the others as the other filters make them', () => {
    const { categories, shown } = matrixRows(ladder, { ...all, category: 'Signals', show: 'gaps' }, senior);
    expect(shown).toBe(1);
    expect(categories).toEqual([
      { name: 'Tending', count: 1 },
      { name: 'Signals', count: 1 },
    ]);
  });
});

describe('the grade', () => {
  test('is the highest level of which every mandatory skill and four fifths of the rest are met, and each below', () => {
    const met = (evidenced: number) =>
      madeLadder({
        skills: [
          skill('Lamp oil', ['1!', '2!', '1!'], { evidenced: 2 }),
          ...[1, 2, 3, 4, 5].map((n) => skill(`Rest ${n}`, ['1', '1', '1'], { evidenced: n === 5 ? evidenced : 1 })),
        ],
      });
    expect(levelStandings(met(0), byEvidence).map((standing) => standing.isMet)).toEqual([true, true, true]);
    const lacking = madeLadder({
      skills: [skill('Lamp oil', ['1!', '3!', '1!'], { evidenced: 2, selfAssessed: 3 })],
    });
    expect(levelStandings(lacking, byEvidence).map((standing) => standing.isMet)).toEqual([true, false, false]);
    expect(gradeOf(levelStandings(lacking, byEvidence))).toBe(0);
    expect(gradeOf(levelStandings(lacking, bySelfAssessment))).toBe(2);
  });

  test('decides the level in view unless one is chosen or pinned', () => {
    const free = madeLadder({ levels: [level('Junior'), level('Senior'), level('Lead')] });
    const evidence = levelStandings(free, byEvidence);
    expect(levelInView(free, 'lead', evidence)).toBe(2);
    expect(levelInView(madeLadder(), null, evidence)).toBe(1);
    expect(levelInView(free, null, evidence)).toBe(gradeOf(evidence) + 1);
  });

  test('shows no more than there is', () => {
    expect(reachedText(2.99)).toBe('2.9');
    expect(reachedText(3)).toBe('3.0');
  });
});

test('between two levels each skill is new, rises, falls, goes, or stays', () => {
  const ladder = madeLadder({
    levels: [level('Junior', { stack: ['Oil', 'Brass'] }), level('Senior', { stack: ['brass', 'Mercury'] })],
    skills: [
      skill('A', [null, '1']),
      skill('B', ['1', '2']),
      skill('C', ['3', '2']),
      skill('D', ['1', null]),
      skill('E', ['2', '2!']),
      skill('F', ['2', '2']),
    ],
  });
  const difference = levelDifference(ladder, 0, 1);
  const names = (rows: readonly { readonly skill: { readonly name: string } }[]) => rows.map((row) => row.skill.name);
  expect(names(difference.added)).toEqual(['A']);
  expect(names(difference.raised)).toEqual(['B']);
  expect(names(difference.lowered)).toEqual(['C']);
  expect(names(difference.dropped)).toEqual(['D']);
  expect(names(difference.otherwise)).toEqual(['E']);
  expect(difference.newStack).toEqual(['Mercury']);
  expect(difference.goneStack).toEqual(['Oil']);
  expect(difference.sameStack).toEqual(['brass']);
});

test('a figure of the page is set beside what is here, and one that counts nothing is left as it is', () => {
  const ladder = madeLadder({
    shortRows: [{ skill: 'Rope work', values: ['1'] }],
    facts: [{ label: 'Skills', value: '5' }, { value: '3 levels' }, { label: 'Edition', value: '2026' }],
  });
  expect(factChecks(ladder)).toEqual([
    { text: '5 skills', here: 4, waiting: 1, isSame: false },
    { text: '3 levels', here: 3, waiting: 0, isSame: true },
    { text: 'Edition: 2026', here: null, waiting: 0, isSame: false },
  ]);
  expect(ladderCounts(ladder)).toBe('3 levels, 4 skills, 11 requirements, 4 mandatory');
});

test('an address holds what is shown, and nothing of what is usual', () => {
  expect(writeLadderQuery(all)).toBe('');
  const query = { ...all, show: 'gaps', category: 'Signals & fog', text: 'a b', a: 'junior', b: 'lead' } as const;
  expect(readLadderQuery(writeLadderQuery(query))).toEqual(query);
});

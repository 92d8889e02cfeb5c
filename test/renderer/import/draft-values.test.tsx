/** A role draft as values: listed whole, changed one field at a time, tied to the lines of its source. */
import { expect, test } from 'vitest';
import type { Notice } from '../../../shared/api/import.ts';
import { RoleContent } from '../../../shared/api/role-content.ts';
import {
  countReading,
  readingSentence,
  sizeText,
} from '../../../src-renderer/features/import/reading/reading-counts.ts';
import { placeChoices } from '../../../src-renderer/features/import/review/role/draft-fields.ts';
import { draftValues, lineOfWords } from '../../../src-renderer/features/import/review/role/draft-values.ts';
import { withRowConverted, withWordsPlaced } from '../../../src-renderer/features/import/review/role/place-words.ts';
import { markLines } from '../../../src-renderer/features/import/review/source-marks.ts';
import { withField, withoutRowAt, withRowAt } from '../../../src-renderer/parts/role-editor/edit-content.ts';

const lines = [
  'Lock keeper',
  '',
  'Keeps boats moving and feet dry.',
  'Water levels (2)',
  '• Log every passage',
  'Subscribe',
];
const role = RoleContent.parse({
  title: 'Lock keeper',
  mission: 'Keeps boats moving and feet dry.',
  requirements: [
    {
      competency: 'Water levels',
      kind: 'competency',
      level: 2,
      importance: null,
      line: 4,
      details: [{ label: 'Use', text: 'Daily' }],
    },
  ],
  responsibilities: [{ text: 'Log every passage', line: 5 }],
  kpis: [{ name: 'Waiting time' }],
});

test('every typed value is listed under its group with its line', () => {
  const values = draftValues(role, lines).filter(({ texts }) => texts.length > 0);
  expect(values.map((value) => [value.id, value.group, value.line])).toEqual([
    ['title', 'Role', 1],
    ['mission', 'Role', 3],
    ['requirements:0', 'Competencies', 4],
    ['responsibilities:0', 'Responsibilities', 5],
    ['kpis:0', 'KPIs', null],
  ]);
  expect(values[2]?.texts).toEqual(['Water levels', '2', 'Use', 'Daily']);
});

test('a place in the ladder is a value without a line, whatever figures the source has', () => {
  const placed = draftValues({ ...role, levelOrder: 2 }, lines).find(({ id }) => id === 'levelOrder');
  expect(placed).toMatchObject({ texts: ['2'], line: null, lines: [] });
});

test('the lines of a value are all those that went into it, and stay its own when it is changed', () => {
  const source = [
    'Lock keeper',
    'Keeps boats moving.',
    '',
    'Keeps feet dry.',
    '1. Water levels',
    '• Use: Read daily',
    '• Importance: Critical',
  ];
  const read = RoleContent.parse({
    title: 'Lock keeper',
    summary: 'Keeps boats moving.\n\nKeeps feet dry.',
    requirements: [
      {
        competency: 'Water levels',
        kind: 'skill',
        level: null,
        importance: 'critical',
        line: 5,
        details: [{ label: 'Use', text: 'Read daily' }],
      },
    ],
  });
  const changed = withField(read, 'title', 'Keeper of locks');
  const values = draftValues(changed, source, read);
  expect(values.find((value) => value.id === 'title')?.line).toBe(1);
  expect(values.find((value) => value.id === 'summary')?.lines).toEqual([2, 4]);
  expect(values.find((value) => value.id === 'requirements:0')?.lines).toEqual([5, 6]);
  expect(markLines([], values).get(6)?.valueId).toBe('requirements:0');
});

test('a changed field changes nothing else, and leaves a role that main accepts', () => {
  const changed = withRowAt(role, 'requirements', 0, () => ({ details: [{ label: 'Use', text: 'Weekly' }] }));
  expect(changed.requirements[0]?.details).toEqual([{ label: 'Use', text: 'Weekly' }]);
  expect({ ...changed, requirements: role.requirements }).toEqual(role);
  expect(withField(role, 'family', 'Canals').family).toBe('Canals');
  expect(withField(role, 'mission', '')).not.toHaveProperty('mission');
  const asked = withRowAt(role, 'requirements', 0, () => ({ level: 4, importance: 'critical', isMandatory: true }));
  expect(RoleContent.safeParse(asked).success).toBe(true);
  expect(withoutRowAt(role, 'kpis', 0).kpis).toEqual([]);
});

test('a line can be placed as each kind, and the value it becomes is found by the id that is answered', () => {
  for (const { value: key } of placeChoices) {
    const placed = withWordsPlaced(role, key, '• Log every passage', 5);
    expect(RoleContent.safeParse(placed.role).success).toBe(true);
    const value = draftValues(placed.role, lines).find(({ id }) => id === placed.id);
    expect(value?.line).toBe(5);
    expect(value?.texts).toContain('Log every passage');
  }
});

test('a value made one of another kind keeps its words and its line, and is found by the id that is answered', () => {
  for (const { value: key } of placeChoices) {
    const turned = withRowConverted(role, 'responsibilities', 0, key);
    expect(RoleContent.safeParse(turned.role).success, key).toBe(true);
    const value = draftValues(turned.role, lines).find((value) => value.id === turned.id);
    expect(value?.line, key).toBe(5);
    expect(value?.texts, key).toContain('Log every passage');
  }
  const skill = withRowConverted(role, 'requirements', 0, 'softSkill').role;
  expect(skill.requirements[0]).toMatchObject({ kind: 'softSkill', level: 2, details: [{ label: 'Use' }] });
  expect(withRowConverted(role, 'requirements', 0, 'tools').role.requirements).toEqual([]);
});

test('words are found on the line that is them, else on the first that holds them', () => {
  expect(lineOfWords('water  levels', lines)).toBe(4);
  expect(lineOfWords('Lock keeper', ['A lock keeper', 'Lock keeper'])).toBe(2);
  expect(lineOfWords('nowhere', lines)).toBeNull();
  expect(lineOfWords('', lines)).toBeNull();
});

test('a line shows its weightiest notice; one that was read in part is not struck', () => {
  const notices: Notice[] = [
    { code: 'KEPT', message: 'k', line: 4 },
    { code: 'NOT_PLACED', message: 'n', line: 4 },
    { code: 'LEFT_OUT', message: 'l', line: 6 },
    { code: 'LEFT_OUT', message: 'the rest of the title', line: 1 },
  ];
  const marks = markLines(notices, draftValues(role, lines));
  expect(marks.get(4)).toEqual({ code: 'NOT_PLACED', notice: 1, valueId: 'requirements:0' });
  expect(marks.get(6)).toEqual({ code: 'LEFT_OUT', notice: 2, valueId: null });
  expect(marks.get(1)?.code).toBe('INTERPRETED');
  expect(marks.has(2)).toBe(false);
});

test('the counts are those of the values that hold something and of the notices', () => {
  const notices: Notice[] = [
    { code: 'INTERPRETED', message: 'i', line: 4 },
    { code: 'LEFT_OUT', message: 'l', line: 6 },
  ];
  const counts = countReading(draftValues(role, lines), notices);
  expect(counts).toEqual({ values: 5, interpreted: 1, notPlaced: 0, leftOut: 1 });
  expect(readingSentence(counts)).toBe('5 values read: 1 place interpreted, 1 left out.');
  expect(readingSentence({ ...counts, interpreted: 0, leftOut: 0 })).toBe('5 values read, all as written.');
});

test('sizes are told in the unit that reads best', () => {
  expect([512, 96_400, 1_230_000].map(sizeText)).toEqual(['512\u00a0bytes', '96\u00a0KB', '1.2\u00a0MB']);
});

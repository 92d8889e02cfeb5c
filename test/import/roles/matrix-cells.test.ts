/** Cells of a matrix as people fill them in: what can be read keeps its level, and what cannot is named. */
import { describe, expect, test } from 'vitest';
import { readDrafts } from '../../../src-main/import/read.ts';
import { workbookOf } from '../files/zip-of.ts';
import { bytesOf, messagesOf } from '../read-text.ts';

function read(content: string | Uint8Array, name = 'table.csv') {
  const [draft] = readDrafts(name, typeof content === 'string' ? bytesOf(content) : content);
  if (draft?.kind !== 'ladder') throw new Error('no ladder');
  const [ladder] = draft.library.ladders;
  const skills = ladder?.matrix?.skills.map((skill) => [
    skill.name,
    ...skill.cells.map((cell) =>
      typeof cell === 'object' && cell !== null ? `${cell.level}${cell.isMandatory ? '!' : ''}` : cell,
    ),
  ]);
  return {
    skills,
    categories: ladder?.matrix?.skills.map((skill) => skill.category),
    levels: draft.library.scales[0]?.levels.length,
    odd: messagesOf(draft, 'NOT_PLACED'),
  };
}

const header = 'Skill,Junior,Mid,Senior\n';

test.each([
  [
    'a range among numbers',
    'Python,1,2,3\nSQL,1-2,2,3\nGit,1,1,2',
    [null, '2', '3'],
    ['“1-2” at “SQL” cannot be read as a level.'],
  ],
  [
    'a word among numbers',
    'Python,1,2,3\nSQL,tbd,2,3\nGit,1,1,2',
    [null, '2', '3'],
    ['“tbd” at “SQL” cannot be read as a level.'],
  ],
  [
    'a half among numbers',
    'Python,1,2,3\nSQL,1.5,2,3\nGit,1,1,2',
    [null, '2', '3'],
    ['“1.5” at “SQL” cannot be read as a level.'],
  ],
  [
    'a word among words',
    'Python,Basic,Intermediate,Advanced\nSQL,Basic,ask Jo,Expert\nGit,Basic,Basic,Advanced',
    ['1', null, '4'],
    ['“ask Jo” at “SQL” cannot be read as a level.'],
  ],
  [
    'a word among codes',
    'Python,L1,L2,L3\nSQL,L1,soon,L3\nGit,L1,L1,L2',
    ['1', null, '3'],
    ['“soon” at “SQL” cannot be read as a level.'],
  ],
  ['numbers with decimals', 'Python,1,2,3\nSQL,1.0,2.0,3.0\nGit,1,1,2', ['1', '2', '3'], []],
  ['numbers with a comma', 'Python,1,2,3\nSQL,"1,0","2,0","3,00"\nGit,1,1,2', ['1', '2', '3'], []],
  ['mandatory numbers with decimals', 'Python,1,2,3\nSQL,1.0*,2.0,3.0!\nGit,1,1,2', ['1!', '2', '3!'], []],
  ['Level 1, level 2, L3', 'Python,Level 1,Level 2,Level 3\nSQL,Level 1,level 2,L3', ['1', '2', '3'], []],
  ['numbers with their words', 'Python,1 - Basic,2 - Good,3 - Expert\nSQL,1,2,3 - Expert', ['1', '2', '3'], []],
])('%s: the rest keep their levels', (_, rows, sql, odd) => {
  const found = read(`${header}${rows}\n`);
  expect(found.skills?.find(([name]) => name === 'SQL')?.slice(1)).toEqual(sql);
  expect(found.skills?.[0]?.slice(1)).toEqual(['1', '2', '3']);
  expect(found.odd).toEqual(odd);
});

test.each([
  ['stars of five', 'Python,★☆☆☆☆,★★☆☆☆,★★★☆☆\nSQL,★☆☆☆☆,★★★★☆,★★★★★', 5],
  ['stars alone', 'Python,★,★★,★★★\nSQL,★,★★★★,★★★★★', 5],
  ['coloured stars', 'Python,⭐,⭐⭐,⭐⭐⭐\nSQL,⭐,⭐⭐⭐⭐,⭐⭐⭐⭐⭐', 5],
  ['dots', 'Python,●○○○○,●●○○○,●●●○○\nSQL,●○○○○,●●●●○,●●●●●', 5],
  ['blocks', 'Python,■□□□□,■■□□□,■■■□□\nSQL,■□□□□,■■■■□,■■■■■', 5],
  ['shares', 'Python,1/6,2/6,3/6\nSQL,1/6,4/6,5/6', 6],
  ['counts of five', 'Python,1 of 5,2 of 5,3 of 5\nSQL,1 of 5,4 of 5,5 of 5', 5],
])('%s are levels', (_, rows, levels) => {
  const found = read(`${header}${rows}\n`);
  expect(found.skills).toEqual([
    ['Python', '1', '2', '3'],
    ['SQL', '1', '4', '5'],
  ]);
  expect(found.levels).toBe(levels);
  expect(found.odd).toEqual([]);
});

test('a star behind a number still says that it is mandatory, and no star at all that nothing is asked', () => {
  expect(read(`${header}Python,1,2★,3\nSQL,1,2,3★\n`).skills).toEqual([
    ['Python', '1', '2!', '3'],
    ['SQL', '1', '2', '3!'],
  ]);
  expect(read(`${header}Python,☆☆☆,★☆☆,★★☆\nSQL,★☆☆,★★☆,★★★\n`).skills?.[0]).toEqual(['Python', null, '1', '2']);
});

test('cells that a legend knows otherwise are read by it', () => {
  const found = read(`Legend,1 = Basic,2 = Good,3 = Expert\n\n${header}Python,1,2,3\nSQL,1.0,2.0,x\n`);
  expect(found.skills?.[1]).toEqual(['SQL', '1', '2', null]);
  expect(found.odd).toEqual(['“x” at “SQL” is no level of the legend.']);
});

test('cells of which most are no levels stay as they are written', () => {
  const found = read(`${header}Python,q,w,e\nSQL,q,w,1\nGit,q,q,e\n`);
  expect(found.skills?.[0]).toEqual(['Python', 'q', 'w', 'e']);
});

describe('in a spreadsheet a merged cell counts in every place that it covers', () => {
  const book = (rows: readonly (readonly (string | number | null)[])[], merged: readonly string[]) =>
    read(workbookOf([{ name: 'Skills', rows, merged }]), 'skills.xlsx');

  test('over columns', () => {
    const { skills } = book(
      [
        ['Skill', 'Junior', 'Mid', 'Senior'],
        ['Python', 1, null, 3],
        ['SQL', 2, null, null],
        ['Git', 1, 2, 3],
      ],
      ['B2:C2', 'B3:D3'],
    );
    expect(skills).toEqual([
      ['Python', '1', '1', '3'],
      ['SQL', '2', '2', '2'],
      ['Git', '1', '2', '3'],
    ]);
  });

  test('over rows, categories too', () => {
    const { skills, categories } = book(
      [
        ['Category', 'Skill', 'Junior', 'Senior'],
        ['Data', 'Python', 1, 3],
        [null, 'SQL', null, 2],
        [null, 'Git', 2, 3],
      ],
      ['A2:A4', 'C2:C3'],
    );
    expect(skills).toEqual([
      ['Python', '1', '3'],
      ['SQL', '1', '2'],
      ['Git', '2', '3'],
    ]);
    expect(categories).toEqual(['Data', 'Data', 'Data']);
  });

  test('but a title or a category over the whole width is no level', () => {
    const { skills, categories } = book(
      [
        ['Ferry matrix', null, null, null],
        ['Skill', 'Junior', 'Mid', 'Senior'],
        ['Data', null, null, null],
        ['Python', 1, 2, 3],
        ['SQL', 1, 2, 3],
      ],
      ['A1:D1', 'A3:D3'],
    );
    expect(skills).toEqual([
      ['Python', '1', '2', '3'],
      ['SQL', '1', '2', '3'],
    ]);
    expect(categories).toEqual(['Data', 'Data']);
  });
});

import { describe, expect, test } from 'vitest';
import { type Figure, figuresOf } from '../../scripts/structure/figures.ts';
import { repeatedRuns } from '../../scripts/structure/repeated-code.ts';

const statements = Array.from({ length: 12 }, (_, index) => `  step${index}(${'a, '.repeat(index)}'b', ${index});`);
const written = (name: string, lines = statements) => `export function ${name}() {\n${lines.join('\n')}\n}\n`;

describe('code that stands twice is found', () => {
  test('when it is the same to the letter, whatever stands around it', () => {
    const texts = new Map([
      ['a.ts', `import { b } from './b.ts';\n\n${written('first')}`],
      ['b.ts', written('second', ['  before(1)[0];', ...statements])],
    ]);
    expect(repeatedRuns(texts)).toEqual([
      {
        lines: 12,
        isSameText: true,
        places: [
          { file: 'a.ts', from: 4, to: 15 },
          { file: 'b.ts', from: 3, to: 14 },
        ],
      },
    ]);
  });

  test('when only names, words and figures differ', () => {
    const renamed = statements.map((line) => line.replace('step', 'walk').replace("'b'", '"c"').replace(/\d\)/, '77)'));
    const found = repeatedRuns(
      new Map([
        ['a.ts', written('first')],
        ['b.ts', written('second', renamed)],
      ]),
    );
    expect(found).toMatchObject([{ lines: 13, isSameText: false }]);
  });

  test('through blank lines, comments and lone brackets, which do not count', () => {
    const spread = statements.map((line) => `${line} // why\n\n  /* and\n   why */`);
    expect(
      repeatedRuns(
        new Map([
          ['a.ts', written('first')],
          ['b.ts', written('first', spread)],
        ]),
      ),
    ).toMatchObject([{ lines: 13, isSameText: true }]);
  });

  test('in style sheets, where what is set is no name', () => {
    const properties = 'color,margin,padding,border,display,flex,gap,width,height,top,left,right'.split(',');
    const sheet = (name: string, value: string) =>
      `.${name} {\n${properties.map((property) => `  ${property}: ${value};`).join('\n')}\n}\n`;
    const pair = (firstSheet: string, secondSheet: string) =>
      repeatedRuns(
        new Map([
          ['a.css', firstSheet],
          ['b.css', secondSheet],
        ]),
      );
    expect(pair(sheet('a', '1px'), sheet('b', '2px'))).toHaveLength(1);
    expect(pair(sheet('a', '1px'), sheet('b', '2px').replace('gap', 'grow'))).toEqual([]);
  });

  test('not when it is shorter, only imports, or a table of like rows', () => {
    const pair = (text: string) =>
      repeatedRuns(
        new Map([
          ['a.ts', `const first = ${text}`],
          ['b.ts', `let second = [1].map(() => ${text})`],
        ]),
      );
    expect(pair(`{\n${statements.slice(1).join('\n')}\n}`)).toEqual([]);
    const rows = (word: string) =>
      Array.from({ length: 30 }, (_, index) => `  { key: '${word}${index}', size: ${index} },`);
    expect(
      repeatedRuns(
        new Map([
          ['a.ts', rows('a').join('\n')],
          ['b.ts', rows('b').join('\n')],
        ]),
      ),
    ).toEqual([]);
    const imports = `import {\n${Array.from({ length: 20 }, (_, index) => `  name${index},`).join('\n')}\n} from './c.ts';\n`;
    expect(
      repeatedRuns(
        new Map([
          ['a.ts', imports],
          ['b.ts', imports],
        ]),
      ),
    ).toEqual([]);
  });
});

describe('a figure of the house fails', () => {
  const failing = (files: Record<string, string>): Figure[] =>
    figuresOf(new Map(Object.entries(files))).filter(({ problems }) => problems.length > 0);

  test('for no house that is tidy', () => {
    expect(failing({ 'shared/a.ts': 'export const a = 1;\n', 'src-renderer/fonts.css': '\n'.repeat(500) })).toEqual([]);
  });

  test.each<[string, Record<string, string>, string]>([
    [
      'a circle',
      { 'shared/a.ts': "import './b.ts';", 'shared/b.ts': "import type {} from './a.ts';" },
      'shared/a.ts → shared/b.ts',
    ],
    ['a long file', { 'shared/a.css': '\n'.repeat(401) }, 'shared/a.css: 401'],
    [
      'a full folder',
      Object.fromEntries(Array.from({ length: 26 }, (_, index) => [`test/e2e/${index}.json`, ''])),
      'test/e2e: 26',
    ],
    [
      'a cast by way of unknown',
      { 'test/a.ts': 'const a = 1;\nconst b = a as unknown\n  as string;\n' },
      'test/a.ts:2',
    ],
    [
      'code that stands twice',
      { 'shared/a.ts': written('first'), 'scripts/b.ts': written('first') },
      'shared/a.ts:1-13 and scripts/b.ts:1-13: 13 lines, the same text',
    ],
  ])('for %s', (_what, files, problem) => {
    expect(failing(files).map(({ problems }) => problems)).toEqual([[problem]]);
  });

  test('for nothing that stands twice in tests', () => {
    expect(failing({ 'test/a.ts': written('first'), 'test/b.ts': written('first') })).toEqual([]);
  });
});

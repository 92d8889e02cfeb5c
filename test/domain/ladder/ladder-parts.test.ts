/** The smaller rules of ladders: the order of their skills, values placed by hand, paths between roles, CSV. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { LadderCell } from '../../../shared/api/ladder.ts';
import { gapBetween, indexRoles, type LinkedRole } from '../../../shared/domain/career/career-paths.ts';
import { mergeOrders } from '../../../shared/domain/ladder/ladder-order.ts';
import { csvField, writeMatrixCsv } from '../../../shared/domain/ladder/matrix-csv.ts';
import { readPlacedCells } from '../../../shared/domain/ladder/short-row.ts';

describe('one order of several lists', () => {
  test('puts what only a later list has where that list has it', () => {
    expect(
      mergeOrders([
        ['a', 'c'],
        ['a', 'b', 'c', 'd'],
        ['x', 'a'],
      ]),
    ).toEqual(['x', 'a', 'b', 'c', 'd']);
  });

  test('keeps the order of the first list, and has every value once', () => {
    const lists = fc.array(fc.uniqueArray(fc.nat(12)), { minLength: 1, maxLength: 4 });
    const property = fc.property(lists, (given) => {
      const merged = mergeOrders(given);
      expect([...merged].sort((a, b) => a - b)).toEqual([...new Set(given.flat())].sort((a, b) => a - b));
      expect(merged.filter((place) => given[0]?.includes(place))).toEqual(given[0]);
    });
    void fc.assert(property, { numRuns: 300 });
  });
});

describe('values placed by hand', () => {
  const scale = {
    levels: ['Awareness', 'Working', 'Advanced', 'Expert'].map((label, at) => ({
      ordinal: at + 1,
      label,
      code: 'AWVE'.charAt(at),
    })),
  };

  test.each([
    [
      ['A', 'W', 'A', null, 'E'],
      [1, 2, 3, null, 4],
    ],
    [
      [null, 'A', 'A', 'W', 'A!'],
      [null, 1, 1, 2, 3],
    ],
    [
      ['W', 'V', 'E'],
      [2, 3, 4],
    ],
    [
      ['expert', '4'],
      [4, 4],
    ],
  ])('%j means %j', (cells, levels) => {
    expect(readPlacedCells(cells, scale)?.map((cell) => cell?.level ?? null)).toEqual(levels);
  });

  test('of a value that is no level nothing is read', () => {
    expect(readPlacedCells(['A', 'Q'], scale)).toBeUndefined();
  });
});

describe('which role a link means', () => {
  const role = (id: string, more: Partial<LinkedRole>): LinkedRole => ({
    id,
    title: 'Engineer',
    family: null,
    levelCode: null,
    packId: null,
    ladderId: null,
    ...more,
  });
  const mention = (title: string, family: string | null = null, levelCode: string | null = null) => ({
    title,
    family,
    levelCode,
  });
  const from = role('from', { title: 'Junior engineer', family: 'Data', packId: 'p' });

  test('is the one of that title, in the family and pack it is named from', () => {
    const resolve = indexRoles([
      from,
      role('a', { family: 'Data', packId: 'p' }),
      role('b', { family: 'Web', packId: 'p' }),
      role('c', { family: 'Data', packId: 'q' }),
    ]);
    expect(resolve(mention('ENGINEER'), from)?.id).toBe('a');
    expect(resolve(mention('Engineer (L2)'), from)?.id).toBe('a');
    expect(resolve(mention('Engineer', 'Web'), from)?.id).toBe('b');
    expect(resolve(mention('Engineer', 'Finance'), from)).toBeNull();
    expect(resolve(mention('Junior engineer'), from)).toBeNull();
  });

  test('is found by family and level where the title is another', () => {
    const resolve = indexRoles([from, role('a', { family: 'Data', levelCode: 'L3' })]);
    expect(resolve(mention('Senior data person', 'data', 'l3'), from)?.id).toBe('a');
    expect(resolve(mention('Senior data person', 'data', 'l4'), from)).toBeNull();
  });

  test('is left open when two families tell equally well', () => {
    const resolve = indexRoles([from, role('a', { family: 'Web' }), role('b', { family: 'Mobile' })]);
    expect(resolve(mention('Engineer'), from)).toBeNull();
  });
});

test('the gap of a path is what rises or is new, widest first, on the scale of the target', () => {
  const asked = (competencyId: string, level: number | null, of = 5) => ({
    competencyId,
    competency: competencyId,
    level,
    of: level === null ? 1 : of,
  });
  expect(
    gapBetween(
      [asked('SQL', 2), asked('Kafka', 2, 4), asked('Reviews', 5), asked('Care', null)],
      [
        asked('SQL', 3),
        asked('Kafka', 4, 5),
        asked('Reviews', 4),
        asked('Tides', 5),
        asked('Care', 1),
        asked('Ropes', null),
      ],
    ),
  ).toEqual([
    { competency: 'Tides', from: null, to: 5, of: 5 },
    { competency: 'Kafka', from: 2.5, to: 4, of: 5 },
    { competency: 'Care', from: null, to: 1, of: 5 },
    { competency: 'SQL', from: 2, to: 3, of: 5 },
    { competency: 'Ropes', from: null, to: null, of: 1 },
  ]);
});

describe('a matrix as CSV', () => {
  /** Reads CSV as RFC 4180 has it. */
  const parse = (csv: string) => {
    const rows: string[][] = [];
    let row: string[] = [];
    for (const [, quoted, plain, end] of csv.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
      row.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
      if (end === ',') continue;
      rows.push(row);
      row = [];
    }
    return rows;
  };
  const scale = {
    id: 's',
    name: '',
    levels: ['A', 'W', 'E'].map((code, at) => ({ ordinal: at + 1, label: code, code })),
  };
  const cell = (level: number | null, isMandatory: boolean): LadderCell => ({
    requirementId: 'r',
    level,
    scaleId: level === null ? null : 's',
    importance: null,
    isMandatory,
    detail: null,
    countsInMatch: true,
    isMet: false,
    isMetBySelf: false,
  });
  const anyCell = fc.option(
    fc
      .tuple(fc.option(fc.integer({ min: 1, max: 3 }), { nil: null }), fc.boolean())
      .map(([level, must]) => cell(level, must)),
    { nil: null },
  );

  test('holds every name and every cell, and nothing a spreadsheet would run', () => {
    const anySkill = fc.record({
      name: fc.string({ minLength: 1 }),
      category: fc.string({ minLength: 1 }),
      cells: fc.tuple(anyCell, anyCell),
    });
    const level = (title: string) => ({ title, levelLabel: null, levelCode: null }) as never;
    const property = fc.property(fc.array(anySkill, { maxLength: 8 }), (skills) => {
      const rows = parse(
        writeMatrixCsv({
          levels: [level('Junior'), level('Senior')],
          skills: skills.map((skill) => ({
            ...skill,
            competencyId: '',
            description: '',
            kind: 'skill',
            evidenced: 0,
            selfAssessed: null,
          })),
          scales: [scale],
        }),
      );
      expect(rows[0]).toEqual(['Category', 'Skill', 'Junior', 'Senior']);
      skills.forEach((skill, at) => {
        const [category, name, ...cells] = rows[at + 1] ?? [];
        const safe = (text: string) => (/^\s*[=+\-@＝＋－＠]|^[\t\r\n]/.test(text) ? `'${text}` : text);
        expect([category, name]).toEqual([safe(skill.category), safe(skill.name)]);
        expect(cells).toEqual(
          skill.cells.map((cell) =>
            cell ? `${cell.level === null ? 'x' : 'AWE'.charAt(cell.level - 1)}${cell.isMandatory ? '!' : ''}` : '',
          ),
        );
      });
      for (const field of rows.flat()) expect(field).not.toMatch(/^\s*[=+\-@]|^[\t\r\n]/);
    });
    void fc.assert(property, { numRuns: 300 });
  });

  test('has an apostrophe before what begins like a formula', () => {
    expect(csvField('=1+1')).toBe("'=1+1");
    expect(csvField('-x, y')).toBe('"\'-x, y"');
    expect(csvField('C++')).toBe('C++');
  });
});

/** The drawing of the career map. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { MapPath, MapRole } from '../../../shared/api/career.ts';
import { layOutMap, type MapBox, neighboursOf } from '../../../shared/domain/career/career-map.ts';

const role = (key: string, more: Partial<MapRole> = {}): MapRole => ({
  key,
  roleId: key,
  title: key,
  family: 'Lights',
  levelCode: null,
  levelOrder: 1,
  ladderId: null,
  pin: null,
  ...more,
});
const path = (from: string, to: string, kind: MapPath['kind'] = 'next'): MapPath => ({
  from,
  to,
  kind,
  note: null,
  theme: null,
  gap: [],
});

const anyMap = fc
  .record({
    roles: fc.uniqueArray(
      fc.record({
        key: fc.nat(400).map((n) => `r${n}`),
        family: fc.constantFrom('Lights', 'Harbour', 'Ropes', 'Charts', null),
        levelOrder: fc.option(fc.integer({ min: 1, max: 6 }), { nil: null }),
        ladderId: fc.constantFrom('a', 'b', null),
        isNamed: fc.integer({ min: 0, max: 9 }).map((n) => n === 0),
      }),
      { selector: (made) => made.key, minLength: 1, maxLength: 40 },
    ),
    ends: fc.array(fc.tuple(fc.nat(99), fc.nat(99), fc.constantFrom('next', 'lateral', 'feeder')), { maxLength: 60 }),
  })
  .map(({ roles, ends }) => {
    const list = roles.map(({ isNamed, ...made }) => role(made.key, isNamed ? { roleId: null, family: null } : made));
    const key = (at: number) => list[at % list.length]?.key ?? '';
    return { roles: list, paths: ends.map(([a, b, kind]) => path(key(a), key(b), kind)) };
  });

const overlap = (a: MapBox, b: MapBox) =>
  a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;

describe('any map', () => {
  test('has every role once, inside its bounds, none over another', () => {
    const property = fc.property(anyMap, ({ roles, paths }) => {
      const { boxes, width, height } = layOutMap(roles, paths);
      expect(boxes.map((box) => box.role.key).sort()).toEqual(roles.map((role) => role.key).sort());
      for (const [at, box] of boxes.entries()) {
        expect(box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height).toBe(true);
        for (const other of boxes.slice(at + 1)) expect(overlap(box, other)).toBe(false);
      }
    });
    void fc.assert(property, { numRuns: 150 });
  });

  test('has lines that run level or upright from box to box and through no other', () => {
    const property = fc.property(anyMap, ({ roles, paths }) => {
      const { boxes, lines } = layOutMap(roles, paths);
      for (const line of lines) {
        const ends = [line.points[0], line.points.at(-1)];
        for (const [at, key] of [line.from, line.to].entries()) {
          const box = boxes.find((box) => box.role.key === key);
          expect([box?.x, (box?.x ?? 0) + (box?.width ?? 0)]).toContain(ends[at]?.x);
        }
        for (const [at, b] of line.points.entries()) {
          const a = line.points[at - 1];
          if (!a) continue;
          expect(a.x === b.x || a.y === b.y).toBe(true);
          for (const box of boxes) {
            const isThrough =
              Math.min(a.x, b.x) < box.x + box.width &&
              Math.max(a.x, b.x) > box.x &&
              Math.min(a.y, b.y) < box.y + box.height &&
              Math.max(a.y, b.y) > box.y;
            expect(isThrough).toBe(false);
          }
        }
      }
    });
    void fc.assert(property, { numRuns: 150 });
  });

  test('draws every path, two between the same roles as one line', () => {
    const property = fc.property(anyMap, ({ roles, paths }) => {
      const { lines } = layOutMap(roles, paths);
      const drawn = lines.flatMap((line) => line.paths).sort((a, b) => a - b);
      expect(drawn).toEqual(paths.flatMap((path, at) => (path.from === path.to ? [] : [at])));
      expect(new Set(lines.map((line) => [line.from, line.to].sort().join(' '))).size).toBe(lines.length);
    });
    void fc.assert(property, { numRuns: 150 });
  });

  test('is the same whatever the order in which roles are given', () => {
    const property = fc.property(anyMap, ({ roles, paths }) => {
      const layout = layOutMap(roles, paths);
      const reversed = layOutMap([...roles].reverse(), paths);
      expect(reversed).toEqual(layout);
    });
    void fc.assert(property, { numRuns: 100 });
  });

  test('can be walked with the arrow keys from any role to any other', () => {
    const property = fc.property(anyMap, ({ roles, paths }) => {
      const neighbours = neighboursOf(layOutMap(roles, paths));
      const reached = new Set([roles[0]?.key ?? '']);
      for (const key of reached) {
        const { left = null, right = null, up = null, down = null } = neighbours.get(key) ?? {};
        for (const next of [left, right, up, down]) if (next !== null) reached.add(next);
      }
      expect(reached.size).toBe(roles.length);
    });
    void fc.assert(property, { numRuns: 150 });
  });
});

test('families stand in lanes, levels in columns, and names at the side they lead from', () => {
  const roles = [
    role('keeper', { levelOrder: 1 }),
    role('head', { levelOrder: 2 }),
    role('pilot', { levelOrder: 2, family: 'Harbour' }),
    role('deckhand', { roleId: null, family: null, levelOrder: null }),
    role('admiral', { roleId: null, family: null, levelOrder: null }),
  ];
  const layout = layOutMap(roles, [
    path('keeper', 'head'),
    path('keeper', 'pilot', 'lateral'),
    path('deckhand', 'keeper', 'feeder'),
    path('head', 'admiral'),
  ]);
  expect(layout.lanes.map((lane) => lane.family)).toEqual(['Harbour', 'Lights']);
  expect(layout.columns.map((column) => column.order)).toEqual([null, 1, 2, null]);
  const at = (key: string) => layout.boxes.find((box) => box.role.key === key);
  expect([at('deckhand')?.column, at('keeper')?.column, at('head')?.column, at('admiral')?.column]).toEqual([
    0, 1, 2, 3,
  ]);
  expect(at('keeper')?.row).toBe(at('head')?.row);
  expect(layout.lines.find((line) => line.to === 'head')?.points.every((point, _, all) => point.y === all[0]?.y)).toBe(
    true,
  );
});

test('a path there and back is one line', () => {
  const { lines } = layOutMap(
    [role('a'), role('b', { family: 'Harbour' })],
    [path('a', 'b', 'lateral'), path('b', 'a', 'lateral')],
  );
  expect(lines).toMatchObject([{ isMutual: true, paths: [0, 1], kind: 'lateral' }]);
});

test('a hundred roles of twenty families are drawn in a moment', () => {
  const roles = Array.from({ length: 100 }, (_, at) =>
    role(`r${at}`, { family: `Family ${at % 20}`, levelOrder: Math.floor(at / 20) + 1, ladderId: `l${at % 20}` }),
  );
  const paths = roles.flatMap((_one, at) => [
    ...(at + 20 < 100 ? [path(`r${at}`, `r${at + 20}`)] : []),
    path(`r${at}`, `r${(at * 7 + 3) % 100}`, 'lateral'),
  ]);
  const from = performance.now();
  const layout = layOutMap(roles, paths);
  expect(performance.now() - from).toBeLessThan(250);
  expect(layout.boxes).toHaveLength(100);
});

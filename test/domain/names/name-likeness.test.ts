/** Which names are taken for one competency. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  alikeFrom,
  indexNames,
  likePairs,
  likestNames,
  nameLikeness,
} from '../../../shared/domain/names/name-likeness.ts';

const alike = [
  ['Data engineering', 'data  Engineering'],
  ['Stakeholder management', 'Management of stakeholders'],
  ['Database design', 'Data base design'],
  ['ML platforms', 'Machine learning platforms'],
  ['CI', 'Continuous integration'],
  ['Kubernetes', 'k8s'],
  ['Apache Kafka', 'Kafka (Apache)'],
  ['Code reviews', 'Code review'],
  ['Dependencies', 'Dependency'],
  ['Observability', 'Observabilty'],
  ['3D', '3 dimensions'],
  ['MAPLE', 'Modern analytics platform learning engineering'],
  ['Résumé parsing', 'Resume parsing'],
] as const;

const apart = [
  ['Java', 'JavaScript'],
  ['Frontend', 'Backend'],
  ['C', 'C++'],
  ['C#', 'C++'],
  ['Python 2', 'Python 3'],
  ['Data engineering', 'Stakeholder management'],
  ['SQL', 'NoSQL'],
  ['Go', 'Git'],
] as const;

test.each(alike)('“%s” and “%s” read alike', (a, b) => {
  expect(nameLikeness(a, b)).toBeGreaterThanOrEqual(alikeFrom);
  expect(likestNames(a, [{ id: '1', name: b }])).toHaveLength(1);
});

test.each(apart)('“%s” and “%s” do not', (a, b) => {
  expect(nameLikeness(a, b)).toBeLessThan(alikeFrom);
  expect(likestNames(a, [{ id: '1', name: b }])).toEqual([]);
});

describe('likeness', () => {
  const name = fc.oneof(
    fc.string({ minLength: 1, maxLength: 20 }),
    fc
      .array(fc.constantFrom('data', 'design', 'ml', 'machine', 'learning', 'systems', 'of', 'and', 'k8s', '2'), {
        minLength: 1,
        maxLength: 5,
      })
      .map((words) => words.join(' ')),
  );

  test('is the same both ways, between 0 and 1, and 1 with itself', () => {
    const property = fc.property(name, name, (a, b) => {
      const likeness = nameLikeness(a, b);
      expect(likeness).toBeCloseTo(nameLikeness(b, a), 9);
      expect(likeness).toBeGreaterThanOrEqual(0);
      expect(likeness).toBeLessThanOrEqual(1);
      expect(nameLikeness(a, a)).toBe(1);
    });
    void fc.assert(property, { numRuns: 500 });
  });

  test('found through the index is what comparing one by one finds', () => {
    const property = fc.property(fc.uniqueArray(name, { minLength: 2, maxLength: 12 }), (names) => {
      const [asked = '', ...rest] = names;
      const listed = rest.map((name, at) => ({ id: String(at), name: name }));
      const found = new Map(indexNames(listed)(asked, { limit: 100 }).map((like) => [like.id, like.likeness]));
      for (const listedName of listed) {
        const likeness = nameLikeness(asked, listedName.name);
        if (likeness >= alikeFrom) expect(found.get(listedName.id)).toBeCloseTo(likeness, 9);
        else expect(found.has(listedName.id)).toBe(false);
      }
    });
    void fc.assert(property, { numRuns: 300 });
  });
});

test('a name and its aliases are one: the pair is given once, by its likest names', () => {
  expect(
    likePairs([
      { id: 'a', name: 'Kubernetes' },
      { id: 'a', name: 'Container orchestration' },
      { id: 'b', name: 'Orchestration of containers' },
      { id: 'b', name: 'k8s' },
      { id: 'c', name: 'Cooking' },
    ]),
  ).toEqual([{ aId: 'a', bId: 'b', likeness: 0.98 }]);
});

test('one name is looked up among 5,000 in a blink, and all 5,000 are paired in a few seconds', () => {
  const heads = ['Data', 'Cloud', 'Product', 'Team', 'Release', 'Service', 'Model', 'Market', 'Risk', 'Vendor'];
  const tails = ['management', 'engineering', 'planning', 'operations', 'analysis', 'design', 'governance', 'testing'];
  const names = Array.from({ length: 5_000 }, (_, at) => ({
    id: String(at),
    name: `${heads[at % 10]} ${tails[Math.floor(at / 10) % 8]} ${String.fromCharCode(97 + (at % 26))}${at.toString(36)}`,
  }));
  const index = indexNames(names);
  const from = performance.now();
  for (let at = 0; at < 50; at += 1) index(`${heads[at % 10]} management of x`);
  expect((performance.now() - from) / 50).toBeLessThan(60);
  const start = performance.now();
  expect(likePairs(names, { min: 0.8, limit: 50 }).length).toBeGreaterThan(0);
  expect(performance.now() - start).toBeLessThan(8_000);
});

test('twenty thousand names that share a word and the shape of their numbers are paired in the time of their number', () => {
  const names = Array.from({ length: 20_000 }, (_, at) => ({ id: String(at), name: `Chain ${at + 1}` }));
  names.push({ id: 'other', name: 'Chains 17' });
  const start = performance.now();
  expect(likePairs(names)).toEqual([{ aId: '16', bId: 'other', likeness: 1 }]);
  expect(performance.now() - start).toBeLessThan(8_000);
});

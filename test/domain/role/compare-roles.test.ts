/** Role specs side by side. */
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Requirement } from '../../../shared/api/role.ts';
import { RoleContent } from '../../../shared/api/role-content.ts';
import { compareRoles } from '../../../shared/domain/role/compare-roles.ts';

const scaleOf = (levels: number) => ({
  id: `scale-${levels}`,
  name: `${levels} levels`,
  levels: Array.from({ length: levels }, (_, at) => ({ ordinal: at + 1, label: `Level ${at + 1}` })),
});
const asks = (competencyId: string, level: number | null, of = 5, name = competencyId): Requirement => ({
  id: `${competencyId} ${level}`,
  competencyId,
  competency: name,
  kind: 'competency',
  level,
  scale: `scale-${of}`,
  scaleLevels: level === null ? null : scaleOf(of),
  importance: null,
  isMandatory: false,
  countsInMatch: true,
  details: [],
});
const role = (id: string, requirements: Requirement[], more: object = {}) => ({
  ...RoleContent.parse({ title: id, ...more }),
  id,
  requirements,
});

describe('levels of one competency', () => {
  test('agree within one step of the coarser scale, and contradict beyond', () => {
    const { competencies } = compareRoles([
      role('a', [asks('SQL', 3, 5), asks('Kafka', 1, 5), asks('Reviews', 2, 4), asks('Care', 2)]),
      role('b', [asks('SQL', 2, 4), asks('Kafka', 4, 5), asks('Reviews', 4, 4), asks('Tides', null)]),
    ]);
    expect(competencies.map((row) => [row.name, row.agreement])).toEqual([
      ['SQL', 'agree'],
      ['Kafka', 'contradict'],
      ['Reviews', 'contradict'],
      ['Care', 'onlyIn'],
      ['Tides', 'onlyIn'],
    ]);
    expect(competencies[0]?.cells.map((cell) => [cell?.fraction, cell?.label])).toEqual([
      [0.6, 'Level 3'],
      [0.5, 'Level 2'],
    ]);
    expect(competencies[1]?.spread).toBeCloseTo(0.6);
  });

  test('asked in some of three columns are neither agreed by all nor contradicted', () => {
    const { competencies } = compareRoles([
      role('a', [asks('SQL', 3)]),
      role('b', [asks('SQL', 3)]),
      role('c', [asks('Kafka', null)]),
    ]);
    expect(competencies.map((row) => row.agreement)).toEqual(['some', 'onlyIn']);
  });

  test('under two names of one document are asked at the higher level', () => {
    const [row] = compareRoles([role('a', [asks('k', 2, 5, 'k8s'), asks('k', 4, 5, 'Kubernetes')])]).competencies;
    expect(row?.cells[0]).toMatchObject({ level: 4, name: 'Kubernetes' });
  });
});

test('KPIs are one by name, and contradict where their targets differ', () => {
  const kpi = (name: string, target?: string) => ({ name, ...(target === undefined ? {} : { target }) });
  const { kpis } = compareRoles([
    role('a', [], { kpis: [kpi('Lead time', '≤ 2 days'), kpi('Uptime', '99 %'), kpi('Cost')] }),
    role('b', [], { kpis: [kpi('lead  time', '≥ 2 days'), kpi('Uptime', '99  %')] }),
  ]);
  expect(kpis.map((row) => [row.name, row.agreement])).toEqual([
    ['Lead time', 'contradict'],
    ['Uptime', 'agree'],
    ['Cost', 'onlyIn'],
  ]);
});

test('responsibilities that read alike share a row', () => {
  const { responsibilities } = compareRoles([
    role('a', [], { responsibilities: [{ text: 'Keeps the nightly load running' }, { text: 'Answers the pager' }] }),
    role('b', [], { responsibilities: [{ text: 'Keeps the nightly loads running well' }, { text: 'Hires people' }] }),
  ]);
  expect(responsibilities.map((row) => [row.name, row.agreement])).toEqual([
    ['Keeps the nightly load running', 'agree'],
    ['Answers the pager', 'onlyIn'],
    ['Hires people', 'onlyIn'],
  ]);
});

test('names that read alike in different columns are offered as one; within a column they are two', () => {
  const { equivalences } = compareRoles([
    role('a', [asks('1', 3, 5, 'Stakeholder management'), asks('2', 3, 5, 'Code review')]),
    role('b', [asks('3', 3, 5, 'Management of stakeholders'), asks('4', 3, 5, 'Peer code reviews')]),
    role('c', [asks('2', 3, 5, 'Code review'), asks('4', 3, 5, 'Peer code reviews')]),
  ]);
  expect(equivalences).toEqual([
    {
      aId: '1',
      bId: '3',
      aName: 'Stakeholder management',
      bName: 'Management of stakeholders',
      aIn: [0],
      bIn: [1],
      likeness: 0.98,
    },
  ]);
});

test('every requirement of every role stands in exactly one cell, whatever the order of the columns', () => {
  const anyRole = fc
    .uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd', 'e'), fc.integer({ min: 1, max: 4 })), {
      selector: ([id]) => id,
    })
    .map((list) => list.map(([id, level]) => asks(id, level, 4)));
  const property = fc.property(fc.array(anyRole, { minLength: 2, maxLength: 4 }), (lists) => {
    const roles = lists.map((list, at) => role(`r${at}`, list));
    const { competencies } = compareRoles(roles);
    lists.forEach((list, column) => {
      const filled = competencies.filter((row) => row.cells[column] != null).map((row) => row.competencyId);
      expect(filled.sort()).toEqual(list.map((requirement) => requirement.competencyId).sort());
    });
    const backwards = compareRoles([...roles].reverse()).competencies;
    for (const row of competencies) {
      expect(backwards.find((other) => other.key === row.key)?.agreement).toBe(row.agreement);
    }
  });
  void fc.assert(property, { numRuns: 200 });
});

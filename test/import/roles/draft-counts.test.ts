/** What the report on a draft counts. */
import { describe, expect, it } from 'vitest';
import type { RolePatch } from '../../../shared/api/role-change.ts';
import { RoleLibrary } from '../../../shared/api/role-pack.ts';
import { countDraft } from '../../../src-main/import/roles/draft-counts.ts';

const library = RoleLibrary.parse({
  scales: [
    {
      key: 's',
      name: 'S',
      levels: [
        { ordinal: 1, label: 'Low' },
        { ordinal: 2, label: 'High' },
      ],
    },
  ],
  ladders: [
    {
      family: 'Rope',
      matrix: {
        scale: 's',
        skills: [
          { name: 'C', category: 'Languages', cells: ['1', null, { level: 2 }] },
          { name: 'C++', category: 'Languages', cells: ['1', '2', '2!'] },
          { name: 'Knots', category: 'Craft', cells: [null, null, '1'] },
        ],
      },
      shortRows: [{ skill: 'Splicing', category: 'Craft', values: ['1', '2'] }],
      faqs: [{ question: 'Why?', answer: 'Because.' }],
      sections: [{ depth: 1, heading: 'About', blocks: [] }],
    },
  ],
  roles: [
    {
      title: 'Roper I',
      family: 'Rope',
      stack: ['Hemp'],
      focus: 'Knots',
      requirements: [
        { competency: 'knots', kind: 'skill', level: 1, importance: null },
        { competency: 'Singing', kind: 'skill', level: null, importance: null },
        { competency: 'Patience', kind: 'competency', level: 2, importance: null, keyRank: 1 },
      ],
      items: [
        { kind: 'deliverable', text: 'A rope' },
        { kind: 'decisionRight', text: 'Which hemp' },
        { kind: 'accelerator', text: 'A machine' },
      ],
      scorecard: [{ dimension: 'Grip', weight: 100 }],
      gapPairs: [{ from: 'pulling', to: 'leading' }],
      faqs: [{ question: 'When?', answer: 'Now.' }],
      sections: [{ depth: 1, heading: 'Duties', blocks: [] }],
    },
    { title: 'Roper II', family: 'Rope', stack: [], sections: [] },
  ],
});

const expectedCounts = {
  competencies: 1,
  keyCompetencies: 1,
  skills: 5,
  deliverables: 1,
  decisionRights: 1,
  accelerators: 1,
  scorecard: 1,
  gapPairs: 1,
  faqs: 2,
  categories: 2,
  cells: 8,
  shortRows: 1,
  stacks: 1,
  focuses: 1,
  sections: 2,
  roles: 2,
};

describe('the counts of a draft', () => {
  const base = { title: 'Rope', notices: [], sourceLines: [] } as const;

  it('read a compact matrix, a skill once however often it is named', () => {
    expect(countDraft({ ...base, kind: 'ladder', format: 'skill-matrix', library })).toMatchObject(expectedCounts);
  });

  it('are the same for a pack of the same content', () => {
    const pack = {
      ...library,
      format: 'cairn-rolepack',
      formatVersion: 2,
      id: 'rope',
      name: 'Rope',
      version: '1',
      author: 'A',
      licence: 'CC BY 4.0',
    } as const;
    expect(countDraft({ ...base, kind: 'pack', format: 'role-pack', pack })).toMatchObject(expectedCounts);
  });

  it('are nothing for a patch', () => {
    const draft = { ...base, kind: 'patch', format: 'role-patch', patch: {} as RolePatch } as const;
    expect(Object.values(countDraft(draft)).every((count) => count === 0)).toBe(true);
  });
});

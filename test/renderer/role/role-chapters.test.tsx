/** What a role page shows and finds: its chapters in order, links to what is here, words, competencies. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Competency } from '../../../shared/api/competency.ts';
import type { Requirement, RoleRow, RoleSpec } from '../../../shared/api/role.ts';
import { RoleContent } from '../../../shared/api/role-content.ts';
import { filterCompetencies } from '../../../src-renderer/features/competencies/filter-competencies.ts';
import { findLinkedRole } from '../../../src-renderer/features/role/chapters/linked-role.ts';
import { pageChaptersOf } from '../../../src-renderer/features/role/chapters/page-chapters.ts';
import { findText } from '../../../src-renderer/features/role/find-text.ts';

const roleSpec = (over: Partial<RoleSpec> = {}): RoleSpec => ({
  id: 'r1',
  title: 'Baker',
  requirements: [],
  responsibilities: [],
  kpis: [],
  tools: [],
  milestones: [],
  items: [],
  scorecard: [],
  faqs: [],
  facts: [],
  stack: [],
  links: [],
  gapPairs: [],
  sections: [],
  source: null,
  pack: null,
  ladderSpec: null,
  ownEdits: 0,
  archivedAt: null,
  pin: null,
  createdAt: '2026-11-21T10:00:00Z',
  deletedAt: null,
  ladder: [],
  ...over,
});

const asked = (competency: string, more: Partial<Requirement>): Requirement => ({
  id: competency,
  competencyId: competency,
  competency,
  kind: 'skill',
  level: null,
  scale: 'five-levels',
  scaleLevels: null,
  importance: null,
  isMandatory: false,
  countsInMatch: true,
  details: [],
  ...more,
});
const titles = (role: RoleSpec) => pageChaptersOf(role).map((chapter) => chapter.title);

test('the page begins with what the role is for, and gives each kind of entry the title it is known by', () => {
  const role = roleSpec({
    functionName: 'Ovens',
    stack: ['Steam'],
    mission: 'Bread on every table',
    requirements: [asked('Shaping', {}), asked('Rye', { category: 'Grain' }), asked('Steam', { countsInMatch: false })],
    items: [
      { kind: 'activity', text: 'Feeds the starter' },
      { kind: 'accelerator', text: 'A winter at the mill' },
    ],
    faqs: [{ question: 'How early?', answer: 'Three.' }],
  });
  expect(titles(role)).toEqual([
    'Mission',
    'At a glance',
    'Day to day',
    'Skills',
    'Skill matrix',
    'The way up',
    'Questions',
  ]);
});

test('the other levels of a ladder are a way up of their own', () => {
  const step = (id: string) => ({ id, title: id, levelCode: null });
  expect(titles(roleSpec({ ladder: [step('r1')] }))).toEqual([]);
  expect(titles(roleSpec({ ladder: [step('r1'), step('r2')] }))).toEqual(['The way up']);
});

test('a chapter of the source that became one of the page goes by the title of the page', () => {
  const sections = [{ depth: 1, heading: 'What a baker does', qualifier: 'by night', blocks: [] }];
  const [duties] = pageChaptersOf(roleSpec({ responsibilities: [{ text: 'Bakes', section: 0 }], sections }));
  expect(duties).toMatchObject({ id: 'responsibilities', title: 'Responsibilities', qualifier: undefined });
});

test('of the ladder that ships, no role prints a typed chapter again as prose', () => {
  const path = resolve(import.meta.dirname, '../../../resources/packs/machine-learning-engineering.rolepack.json');
  const pack = JSON.parse(readFileSync(path, 'utf8')) as { roles: RoleSpec[] };
  for (const role of pack.roles) {
    // a pack leaves out the lists it does not use
    const names = titles(roleSpec({ ...RoleContent.parse(role), requirements: [] }));
    expect(new Set(names).size, `${role.title}: ${names.join(', ')}`).toBe(names.length);
  }
});

const row = (title: string, over: Partial<RoleRow> = {}): RoleRow => ({
  id: title,
  title,
  family: 'Baking',
  levelCode: null,
  levelLabel: null,
  levelOrder: null,
  tourOfDuty: null,
  requirementCount: 3,
  packId: null,
  packName: null,
  sourceName: null,
  ladderId: null,
  isForked: false,
  archivedAt: null,
  pin: null,
  ...over,
});

test('a career link opens the role of its title, its family before another', () => {
  const library = [row('Head', { id: 'a', family: 'Milling' }), row('Head', { id: 'b' })];
  const from = { id: 'x', family: 'Baking' };
  expect(findLinkedRole({ title: 'head' }, library, from)?.id).toBe('b');
  expect(findLinkedRole({ title: 'Head', family: 'Milling' }, library, from)?.id).toBe('a');
  expect(findLinkedRole({ title: 'Owner' }, library, from)).toBeNull();
});

test('words are found without regard to capitals and accents, at the places where they stand', () => {
  expect(findText('Café, cafe, CAFÉ', 'café')).toEqual([
    { start: 0, end: 4 },
    { start: 6, end: 10 },
    { start: 12, end: 16 },
  ]);
  expect(findText('abc', '  ')).toEqual([]);
  fc.assert(
    fc.property(fc.string(), fc.string({ minLength: 1 }), fc.string(), (before, words, after) => {
      const text = before + words + after;
      if (words.trim() === '') return;
      const hits = findText(text, words);
      expect(hits.length).toBeGreaterThan(0);
      for (const hit of hits) expect(hit.end).toBeLessThanOrEqual(text.length);
    }),
  );
});

test('competencies are searched by name and alias, names first', () => {
  const competency = (name: string, aliases: string[] = [], count = 0): Competency => ({
    id: name,
    name,
    aliases,
    parentId: null,
    description: '',
    accomplishmentCount: count,
    roleCount: 1,
    selfAssessment: null,
  });
  const all = [competency('Hand kneading', ['Dough']), competency('Sourdough', [], 2), competency('Dough science')];
  expect(filterCompetencies(all, 'dough', 'all').map((competency) => competency.name)).toEqual([
    'Dough science',
    'Sourdough',
    'Hand kneading',
  ]);
  expect(filterCompetencies(all, '', 'record').map((competency) => competency.name)).toEqual(['Sourdough']);
});

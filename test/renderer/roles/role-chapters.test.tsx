/** How a role is laid out: nothing said twice, nothing unreachable, links to what is here. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Competency } from '../../../shared/api/competency.ts';
import type { RoleRow, RoleSpec } from '../../../shared/api/role.ts';
import { RoleContent, type Section } from '../../../shared/api/role-content.ts';
import { chaptersOfSections } from '../../../shared/domain/role-chapters.ts';
import { filterCompetencies } from '../../../src-renderer/features/roles/filter-competencies.ts';
import { findText } from '../../../src-renderer/features/roles/find-text.ts';
import { findLinkedRole } from '../../../src-renderer/features/roles/linked-role.ts';
import { chaptersOf } from '../../../src-renderer/features/roles/page-chapters.ts';

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

const paragraph = (text: string) => ({ kind: 'paragraph' as const, inlines: [{ text }] });
const section = (heading: string, depth: number, ...texts: string[]): Section => ({
  depth,
  heading,
  blocks: texts.map(paragraph),
});
const titles = (role: RoleSpec) => chaptersOf(role).map((chapter) => chapter.title);

test('a section whose rows stand in a typed chapter is not repeated, and what no row carries stays with the chapter', () => {
  const role = roleSpec({
    responsibilities: [{ text: 'Keep the starter alive through the summer', section: 0 }],
    sections: [
      {
        depth: 1,
        heading: 'Duties',
        blocks: [
          paragraph('These hold on working days.'),
          {
            kind: 'list',
            isOrdered: false,
            items: [{ inlines: [{ text: 'Keep the starter alive through the summer' }] }],
          },
          paragraph('Ask before closing the shop.'),
        ],
      },
      section('Tools of the shop', 1, 'A scale and two hands.'),
    ],
  });
  const [duties, tools] = chaptersOf(role);
  expect(duties).toMatchObject({
    kind: 'responsibilities',
    before: [paragraph('These hold on working days.')],
    after: [paragraph('Ask before closing the shop.')],
  });
  expect(tools).toMatchObject({ kind: 'prose', title: 'Tools of the shop' });
  expect(titles(role)).toHaveLength(2);
});

test('prose that repeats the mission is left out, with its label or without', () => {
  const mission = 'Bread on every table by seven in the morning';
  const labelled = {
    kind: 'paragraph' as const,
    inlines: [{ text: 'Mission.', mark: 'bold' as const }, { text: ` ${mission}` }],
  };
  expect(titles(roleSpec({ mission, sections: [section('Mission', 1, mission)] }))).toEqual(['Mission']);
  expect(titles(roleSpec({ mission, sections: [{ depth: 1, heading: 'Why', blocks: [labelled] }] }))).toEqual([
    'Mission',
  ]);
});

test('a heading stays where something beneath it does', () => {
  const role = roleSpec({
    kpis: [{ name: 'Loaves returned' }],
    sections: [
      section('Figures', 1),
      section('Counted', 2, 'Loaves returned'),
      section('Not counted', 2, 'How it smells at dawn.'),
      section('People', 1),
    ],
  });
  const prose = chaptersOf(role).find((chapter) => chapter.kind === 'prose');
  expect(prose?.title).toBe('Figures');
  expect(prose?.sections.map((one) => one.heading)).toEqual(['Figures', 'Not counted']);
});

test('every paragraph of a document without typed rows is in some chapter', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ depth: fc.integer({ min: 1, max: 4 }), text: fc.uuid() }), { minLength: 1, maxLength: 30 }),
      (parts) => {
        const role = roleSpec({
          sections: parts.map((part, index) => section(`Part ${index}`, part.depth, part.text)),
        });
        const shown = JSON.stringify(chaptersOf(role));
        for (const part of parts) expect(shown).toContain(part.text);
      },
    ),
  );
});

test('what is left of a source chapter stands with the typed chapter that shows its rows, beneath its own headings', () => {
  const role = roleSpec({
    milestones: [{ horizon: '30 days', text: 'Bakes alone on a Sunday', section: 1 }],
    sections: [
      section('Goals', 1, 'Nobody is timed.'),
      section('First month', 2, 'Bakes alone on a Sunday'),
      section('What good looks like', 2, 'The shop smells of bread.'),
      section('People', 1, 'Two apprentices.'),
    ],
  });
  const [milestones, people] = chaptersOf(role);
  expect(milestones).toMatchObject({ kind: 'milestones', before: [paragraph('Nobody is timed.')] });
  expect(milestones?.sections.map((one) => one.heading)).toEqual(['What good looks like']);
  expect(people?.title).toBe('People');
});

test('a label that introduces what is not told stays', () => {
  const mission = 'Bread on every table by seven in the morning';
  const [chapter] = chaptersOf(
    roleSpec({
      mission,
      sections: [section('Mission', 1, `Core mission: ${mission}`, 'What it brings:', 'Fewer cold breakfasts.')],
    }),
  );
  expect(chapter?.after).toEqual([paragraph('What it brings:'), paragraph('Fewer cold breakfasts.')]);
});

test('a page whose title is its only top heading has its chapters one depth below', () => {
  const chapters = chaptersOfSections([
    section('Baker', 1),
    section('Mission', 2),
    section('More', 3),
    section('Tools', 2),
  ]);
  expect(chapters.map((chapter) => chapter.map((one) => one.heading))).toEqual([
    ['Baker'],
    ['Mission', 'More'],
    ['Tools'],
  ]);
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
  expect(filterCompetencies(all, 'dough', 'all').map((one) => one.name)).toEqual([
    'Dough science',
    'Sourdough',
    'Hand kneading',
  ]);
  expect(filterCompetencies(all, '', 'record').map((one) => one.name)).toEqual(['Sourdough']);
});

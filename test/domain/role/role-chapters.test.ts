/** How a role is laid out, on a page and on paper: nothing lost, nothing twice, under the titles of the layout. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Block, RoleContent, type Section } from '../../../shared/api/role-content.ts';
import { paperChapters } from '../../../shared/domain/paper/paper-chapters.ts';
import { chaptersOfSections, roleChapters } from '../../../shared/domain/role/role-chapters.ts';
import { roleContents } from '../../helpers/role-contents.ts';

/** As on paper, but under titles of its own throughout. */
const ownTitles = { ...paperChapters, keepsHeadings: false };

const role = (over: Partial<RoleContent> = {}): RoleContent => ({ ...RoleContent.parse({ title: 'Baker' }), ...over });
const pageOf = (content: RoleContent) => roleChapters(content, ownTitles);
const titles = (content: RoleContent) => pageOf(content).map((chapter) => chapter.title);

const paragraph = (text: string): Block => ({ kind: 'paragraph', inlines: [{ text }] });
const section = (heading: string, depth: number, ...texts: string[]): Section => ({
  depth,
  heading,
  blocks: texts.map(paragraph),
});

test('a section whose rows stand in a typed chapter is not repeated, and what no row carries stays with the chapter', () => {
  const baker = role({
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
  const [duties, tools] = pageOf(baker);
  expect(duties).toMatchObject({
    kind: 'responsibilities',
    before: [paragraph('These hold on working days.')],
    after: [paragraph('Ask before closing the shop.')],
  });
  expect(tools).toMatchObject({ kind: 'prose', title: 'Tools of the shop' });
  expect(titles(baker)).toHaveLength(2);
});

test('prose that repeats the mission is left out, with its label or without', () => {
  const mission = 'Bread on every table by seven in the morning';
  const labelled = {
    kind: 'paragraph' as const,
    inlines: [{ text: 'Mission.', mark: 'bold' as const }, { text: ` ${mission}` }],
  };
  expect(titles(role({ mission, sections: [section('Mission', 1, mission)] }))).toEqual(['Mission']);
  expect(titles(role({ mission, sections: [{ depth: 1, heading: 'Why', blocks: [labelled] }] }))).toEqual(['Mission']);
});

test('a heading stays where something beneath it does', () => {
  const baker = role({
    kpis: [{ name: 'Loaves returned' }],
    sections: [
      section('Figures', 1),
      section('Counted', 2, 'Loaves returned'),
      section('Not counted', 2, 'How it smells at dawn.'),
      section('People', 1),
    ],
  });
  const prose = pageOf(baker).find((chapter) => chapter.kind === 'prose');
  expect(prose?.title).toBe('Figures');
  expect(prose?.sections.map((section) => section.heading)).toEqual(['Figures', 'Not counted']);
});

test('every paragraph of a document without typed rows is in some chapter', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ depth: fc.integer({ min: 1, max: 4 }), text: fc.uuid() }), { minLength: 1, maxLength: 30 }),
      (parts) => {
        const baker = role({
          sections: parts.map((part, index) => section(`Part ${index}`, part.depth, part.text)),
        });
        const shown = JSON.stringify(pageOf(baker));
        for (const part of parts) expect(shown).toContain(part.text);
      },
    ),
  );
});

test('what is left of a source chapter stands with the typed chapter that shows its rows, beneath its own headings', () => {
  const baker = role({
    milestones: [{ horizon: '30 days', text: 'Bakes alone on a Sunday', section: 1 }],
    sections: [
      section('Goals', 1, 'Nobody is timed.'),
      section('First month', 2, 'Bakes alone on a Sunday'),
      section('What good looks like', 2, 'The shop smells of bread.'),
      section('People', 1, 'Two apprentices.'),
    ],
  });
  const [milestones, people] = pageOf(baker);
  expect(milestones).toMatchObject({ kind: 'milestones', before: [paragraph('Nobody is timed.')] });
  expect(milestones?.sections.map((section) => section.heading)).toEqual(['What good looks like']);
  expect(people?.title).toBe('People');
});

test('a label that introduces what is not told stays', () => {
  const mission = 'Bread on every table by seven in the morning';
  const [chapter] = pageOf(
    role({
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
  expect(chapters.map((chapter) => chapter.map((section) => section.heading))).toEqual([
    ['Baker'],
    ['Mission', 'More'],
    ['Tools'],
  ]);
});

test('whatever rows a role has, what they do not tell stands once, and what they tell does not', () => {
  const holds = fc.property(
    roleContents(),
    fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 6 }),
    fc.boolean(),
    (content, depths, keepsHeadings) => {
      const told = ['Keep the oven', ...content.responsibilities.map((responsibility) => responsibility.text)];
      const untold = depths.map((_, at) => [`crust ${at}`, `crumb ${at}`, `crackle ${at}`] as const);
      const sections = depths.map((depth, at): Section => {
        const [first, second, third] = untold[at] ?? ['', '', ''];
        const known = told[at % told.length] ?? '';
        const items = [known, second].map((text) => ({ inlines: [{ text }] }));
        return {
          depth,
          heading: `Part ${at}`,
          blocks: [
            paragraph(first),
            paragraph(known),
            { kind: 'list', isOrdered: false, items },
            { kind: 'table', head: [], rows: [[known, third]] },
          ],
        };
      });
      const chapters = roleChapters(
        { ...content, mission: 'Keep the oven', sections },
        { ...paperChapters, keepsHeadings },
      );
      const blocks = chapters.flatMap(({ before, after, sections: beneath }) => [
        ...before,
        ...after,
        ...beneath.flatMap((section) => section.blocks),
      ]);
      const shown = JSON.stringify(blocks);
      for (const text of untold.flat()) expect(shown.split(text), text).toHaveLength(2);
      for (const text of told) expect(blocks).not.toContainEqual(paragraph(text));
      expect(new Set(chapters.map((chapter) => chapter.id)).size).toBe(chapters.length);
    },
  );
  fc.assert(holds);
});

test('of a list half of which became rows, only the rest stays', () => {
  const items = ['Weigh the flour', 'Light the oven', 'Sing'].map((text) => ({ inlines: [{ text }] }));
  const baker = role({
    responsibilities: [
      { text: 'Weigh the flour', section: 0 },
      { text: 'Light the oven', section: 0 },
    ],
    sections: [{ depth: 1, heading: 'Duties', blocks: [{ kind: 'list', isOrdered: false, items }] }],
  });
  expect(pageOf(baker)[0]?.after).toEqual([
    { kind: 'list', isOrdered: false, items: [{ inlines: [{ text: 'Sing' }] }] },
  ]);
});

test('what the source says of a row beyond its values is still told', () => {
  const words = 'Scale, of the kind with two pans';
  const baker = role({
    tools: [{ name: 'Scale', section: 0, words }],
    sections: [section('Tools', 1, words)],
  });
  expect(pageOf(baker)[0]?.before).toEqual([paragraph(words)]);
});

test('a name and what it looks like are told side by side, whatever level stands between them', () => {
  const requirement = RoleContent.shape.requirements.parse([
    { competency: 'Shaping', kind: 'skill', level: 3, importance: null, blurb: 'turns loaves by feel', section: 0 },
  ]);
  const sections = [section('Skills', 1, 'Shaping (3): turns loaves by feel', 'Shaping – turns loaves by feel')];
  const [skills] = pageOf(role({ requirements: requirement, sections }));
  expect([...(skills?.before ?? []), ...(skills?.after ?? [])]).toEqual([]);
});

test('a layout takes the titles of the source with their brackets, or keeps its own', () => {
  const baker = role({
    responsibilities: [{ text: 'Bakes', section: 0 }],
    sections: [{ depth: 1, heading: 'What a baker does', qualifier: 'by night', blocks: [] }],
  });
  expect(roleChapters(baker, paperChapters)[0]).toMatchObject({ title: 'What a baker does', qualifier: 'by night' });
  expect(pageOf(baker)[0]).toMatchObject({ title: 'Responsibilities', qualifier: undefined });
});

test('prose under the title of the role itself does not bear that title again', () => {
  expect(titles(role({ sections: [section('Baker', 1, 'Up before the birds.')] }))).toEqual(['More from the document']);
});

test('a chapter that is filled from elsewhere stands in its place', () => {
  expect(roleChapters(role({ mission: 'Bread' }), ownTitles, ['wayUp']).map((chapter) => chapter.kind)).toEqual([
    'mission',
    'wayUp',
  ]);
});

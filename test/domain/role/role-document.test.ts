/** A role spec on paper: nothing it says is lost, and nothing is said twice. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RoleSpec } from '../../../shared/api/role.ts';
import { RoleContent } from '../../../shared/api/role-content.ts';
import { printedFieldsOf, runningTextsOf } from '../../../shared/domain/paper/printed-fields.ts';
import { compareReadBack } from '../../../shared/domain/paper/read-back.ts';
import { composeRoleDocument } from '../../../shared/domain/role/role-document.ts';
import { type RoleField, roleFieldNames, roleFields } from '../../../shared/vocabulary/role-shape.ts';
import { roleSpec } from '../../helpers/paper-roles.ts';
import { roleContents } from '../../helpers/role-contents.ts';

const compose = (content: object, more: Partial<RoleSpec> = {}) =>
  composeRoleDocument(roleSpec(RoleContent.parse(content), more), '2026-11-21', 'a4');
const linesOf = (content: object, more: Partial<RoleSpec> = {}) =>
  printedFieldsOf(compose(content, more)).map((field) => field.text);
const bare = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
const paragraph = (text: string) => ({ kind: 'paragraph', inlines: [{ text }] });

test('every field that a role can have is printed', () => {
  const written = roleFieldNames.filter((field) => ['line', 'prose', 'lines'].includes(roleFields[field].kind));
  const wordsOf = (field: RoleField) => `Words of ${field}`;
  const content = Object.fromEntries(
    written.map((field) => [field, roleFields[field].kind === 'lines' ? [wordsOf(field)] : wordsOf(field)]),
  );
  const printed = linesOf(content).join('\n');
  expect(written.filter((field) => !printed.includes(wordsOf(field)))).toEqual([]);
});

describe('what is typed', () => {
  test('stands under its chapter, in reading order, with the source’s own numbers', () => {
    const lines = linesOf({
      title: 'Weir keeper',
      mission: 'Keep the water where it belongs.',
      focus: 'One river',
      stack: ['Winch', 'Gauge'],
      requirements: [
        {
          competency: 'Sluices',
          kind: 'competency',
          level: 3,
          importance: 'critical',
          isMandatory: true,
          keyRank: 2,
          blurb: 'Opens in time',
        },
        {
          competency: 'Rivers',
          kind: 'competency',
          level: 4,
          importance: 'important',
          keyRank: 1,
          details: [{ label: 'Why', text: 'It floods' }],
        },
        { competency: 'Boats', kind: 'competency', level: null, importance: null },
      ],
      responsibilities: [
        { group: 'By day', number: 1, lead: 'Read the gauge', text: 'Each hour, and write it down.' },
        { group: 'By night', number: 2, lead: 'Wake', text: 'the others in time.' },
      ],
      gapPairs: [{ theme: 'Reach', from: 'a gate', to: 'a river' }],
      links: [{ kind: 'next', title: 'River master', levelCode: 'L4', note: 'after a flood' }],
    });
    expect(lines.slice(1)).toEqual([
      'Mission',
      'Keep the water where it belongs.',
      'Focus and stack',
      'One river',
      'Stack. Winch, Gauge',
      'Competencies',
      'Competency Level Asked as What it looks like here',
      'Key competencies, in order',
      'Rivers 4 Expert Important Why It floods',
      'Sluices 3 Advanced Critical, mandatory Opens in time',
      'Further competencies',
      'Boats',
      'Responsibilities',
      'By day',
      '1. Read the gauge. Each hour, and write it down.',
      'By night',
      '2. Wake the others in time.',
      'Way up',
      'Theme From To',
      'Reach a gate a river',
      'Up',
      'River master (L4): after a flood.',
    ]);
  });

  test('is asked in the words of the source where they say the value again, and with them where they do not', () => {
    const asked = (competency: string, importanceNote: string) => ({
      competency,
      kind: 'skill',
      level: null,
      importance: 'important',
      importanceNote,
    });
    const lines = linesOf({
      title: 'Keeper',
      requirements: [asked('Oak', 'Important in old weirs'), asked('Iron', 'where it rusts')],
    });
    expect(lines.slice(-2)).toEqual(['Oak Important in old weirs', 'Iron Important (where it rusts)']);
  });

  test('has no column that no row fills', () => {
    const lines = linesOf({ title: 'Keeper', kpis: [{ name: 'Floods', target: 'none', note: 'in a year' }] });
    expect(lines).toContain('Measure Target');
    expect(lines).toContain('Floods none in a year');
  });

  test('of no row is lost: every word is in the document', () => {
    const holds = fc.property(roleContents(), (content) => {
      const printed = new Set(
        bare(
          printedFieldsOf(composeRoleDocument(roleSpec(content), '2026-11-21', 'a4'))
            .map((field) => field.text)
            .join(' '),
        ),
      );
      const typed = [
        content.title,
        content.tagline,
        content.family,
        content.functionName,
        content.levelCode,
        content.levelLabel,
        content.mission,
        content.tourOfDuty,
        content.summary,
        content.focus,
        ...content.stack,
        content.standard,
        content.nature,
        content.credit,
        ...content.facts.flatMap((fact) => [fact.label, fact.value]),
        ...content.requirements.flatMap((requirement) => [
          requirement.competency,
          requirement.blurb,
          requirement.importanceNote,
          ...requirement.details.flatMap((detail) => [detail.label, detail.text]),
        ]),
        ...content.responsibilities.flatMap((responsibility) => [
          responsibility.group,
          responsibility.lead,
          responsibility.text,
        ]),
        ...content.kpis.flatMap((kpi) => [
          kpi.name,
          kpi.category,
          kpi.measures,
          kpi.why,
          kpi.target,
          kpi.frequency,
          kpi.note,
        ]),
        ...content.tools.flatMap((tool) => [tool.name, tool.category, tool.use, tool.adoption]),
        ...content.milestones.flatMap((milestone) => [milestone.horizon, milestone.text]),
        ...content.items.flatMap((item) => [item.group, item.name, item.text]),
        ...content.scorecard.flatMap((dimension) => [dimension.dimension, dimension.meets, dimension.exceeds]),
        ...content.faqs.flatMap((faq) => [faq.question, faq.answer]),
        ...content.links.flatMap((link) => [link.title, link.family, link.levelCode, link.tourOfDuty, link.note]),
        ...content.gapPairs.flatMap((gapPair) => [gapPair.theme, gapPair.from, gapPair.to]),
      ];
      for (const text of typed) for (const word of bare(text ?? '')) expect(printed, word).toContain(word);
    });
    fc.assert(holds);
  });
});

describe('prose', () => {
  const content = {
    title: 'Weir keeper',
    responsibilities: [
      { text: 'Read the gauge each hour', section: 1, words: 'Read the gauge each hour' },
      { text: 'Grease the winch on Mondays', section: 1 },
    ],
    sections: [
      { depth: 1, heading: 'About the weir', blocks: [paragraph('Built of oak in 1902.')] },
      {
        depth: 1,
        heading: 'What a keeper does',
        blocks: [
          paragraph('Three things, of which two are written here:'),
          {
            kind: 'list',
            isOrdered: false,
            items: ['Read the gauge each hour', 'Grease the winch on Mondays', 'Hold your tongue'].map((text) => ({
              inlines: [{ text }],
            })),
          },
        ],
      },
      {
        depth: 1,
        heading: 'Rates',
        blocks: [{ kind: 'table', head: ['Tide', 'Toll'], rows: [['Spring', 'nine pence']] }],
      },
    ],
  };

  test('that typed rows tell stands once, the rest of its chapter beside them under the source’s own title', () => {
    expect(linesOf(content).slice(1)).toEqual([
      'What a keeper does',
      'Three things, of which two are written here:',
      'Read the gauge each hour',
      'Grease the winch on Mondays',
      'Hold your tongue',
      'About the weir',
      'Built of oak in 1902.',
      'Rates',
      'Tide Toll',
      'Spring nine pence',
    ]);
  });

  test('leaves the words in brackets after a heading with the group that was read from beneath it', () => {
    const lines = linesOf({
      title: 'Weir keeper',
      items: [{ kind: 'risk', group: 'Floods', text: 'In March', section: 1, words: 'In March' }],
      sections: [
        { depth: 1, heading: 'What may go wrong', blocks: [] },
        { depth: 2, heading: 'Floods', qualifier: 'every third year', blocks: [paragraph('In March')] },
      ],
    });
    expect(lines.slice(1)).toEqual(['What may go wrong', 'Floods (every third year)', 'In March']);
  });

  test('has the words in brackets after the heading of its chapter', () => {
    const sections = [{ depth: 1, heading: 'Rates', qualifier: 'since 1902', blocks: [paragraph('Nine pence.')] }];
    expect(linesOf({ title: 'Weir keeper', sections }).slice(1)).toEqual(['Rates (since 1902)', 'Nine pence.']);
  });

  test('of few words is told by a row that was read from the same section, and by no other', () => {
    const rows = (section: number) => ({
      title: 'Weir keeper',
      items: [{ kind: 'stakeholder', name: 'Fishers', text: 'Own the nets. By agreement.', section }],
      sections: [
        { depth: 1, heading: 'Boats', blocks: [] },
        { depth: 1, heading: 'People', blocks: [paragraph('Own the nets.')] },
      ],
    });
    const times = (lines: readonly string[]) => lines.filter((line) => line.includes('Own the nets.')).length;
    expect(times(linesOf(rows(1)))).toBe(1);
    expect(times(linesOf(rows(0)))).toBe(2);
  });

  test('is printed although a row was read from it, when the row does not hold all of its words', () => {
    const lines = linesOf({
      title: 'Weir keeper',
      tools: [{ name: 'Winch', section: 0, words: 'Winch, of the Ashby pattern' }],
      sections: [{ depth: 1, heading: 'Tools', blocks: [paragraph('Winch, of the Ashby pattern')] }],
    });
    expect(lines).toContain('Winch, of the Ashby pattern');
  });

  test('of a document without a single typed row is all there', () => {
    const sentence = fc
      .array(fc.constantFrom('weir', 'oak', 'tide', 'night', 'pence', 'gauge'), { minLength: 1, maxLength: 8 })
      .map((words) => words.join(' '));
    const sections = fc.array(
      fc.record({
        depth: fc.integer({ min: 1, max: 3 }),
        heading: sentence,
        blocks: fc.array(
          fc.oneof(
            sentence.map(paragraph),
            fc.array(sentence, { minLength: 1, maxLength: 4 }).map((items) => ({
              kind: 'list',
              isOrdered: true,
              items: items.map((text) => ({ inlines: [{ text }] })),
            })),
            fc
              .array(sentence, { minLength: 2, maxLength: 2 })
              .map((cells) => ({ kind: 'table', head: [], rows: [cells] })),
          ),
          { maxLength: 3 },
        ),
      }),
      { minLength: 1, maxLength: 6 },
    );
    const holds = fc.property(sections, (list) => {
      const counted = (texts: readonly string[]) => texts.flatMap(bare).filter((word) => !/^\d+$/.test(word)).length;
      const wanted = list
        .flatMap((section) => section.blocks)
        .flatMap((block) => {
          if ('inlines' in block) return block.inlines.map((inline) => inline.text);
          if ('items' in block) return block.items.flatMap((item) => item.inlines.map((inline) => inline.text));
          return block.rows.flat();
        });
      const document = compose({ title: 'zzz', sections: list });
      const body = document.sections.flatMap((section) => section.blocks).filter((block) => block.kind !== 'heading');
      const printed = printedFieldsOf({
        ...document,
        facts: [],
        credits: [],
        sections: [{ id: 'all', heading: '', blocks: body }],
      });
      expect(counted(printed.slice(1).map((field) => field.text))).toBe(counted(wanted));
    });
    fc.assert(holds);
  });
});

test('nothing that cannot be seen reaches the paper', () => {
  const document = compose({
    title: 'Weir\u00AD keeper\u202E',
    tagline: 'of\u00A0the \uFB01rst\u200B rank',
    sections: [{ depth: 1, heading: 'Wei\u200Brs', blocks: [paragraph('on\u2060e')] }],
  });
  expect(printedFieldsOf(document).map((field) => field.text)).toEqual([
    'Weir keeper',
    'of the first rank',
    'Weirs',
    'one',
  ]);
});

test('a paragraph that runs on from the first page is found although the foot of that page stands between', () => {
  const document = compose({ title: 'Weir keeper', mission: 'Keep the water where it belongs.' });
  const pages = [
    ['Role spec', 'Weir keeper', 'Mission', 'A', 'B', 'C', 'Keep the water', 'Printed on 21 November 2026 1 / 2'],
    ['where it belongs.', 'Role spec Weir keeper', 'Printed on 21 November 2026 2 / 2'],
  ];
  expect(compareReadBack(printedFieldsOf(document), pages, runningTextsOf(document)).missing).toEqual([]);
});

describe('the foot', () => {
  test('says whose words these are, and that they were changed', () => {
    const { credits } = compose(
      { title: 'Keeper', credit: 'Source: the river board.' },
      {
        pack: {
          id: 'p',
          name: 'Weirs',
          author: 'A. Keeper',
          licence: 'CC BY 4.0',
          version: '1.2.0',
          attribution: '“Weirs” by A. Keeper.',
        },
        ownEdits: 2,
      },
    );
    expect(credits).toEqual([
      'Source: the river board.',
      '“Weirs” by A. Keeper.',
      'From the pack Weirs 1.2.0 by A. Keeper, CC BY 4.0.',
      'Changed in 2 places since it was read.',
    ]);
  });

  test('names the file it was read from, and no path', () => {
    const { credits } = compose(
      { title: 'Keeper' },
      { source: { name: 'weir.html', format: 'html', url: null, importedAt: '2026-10-02T08:00:00.000Z', sha256: '0' } },
    );
    expect(credits).toEqual(['Read from weir.html on 2 October 2026.']);
  });
});

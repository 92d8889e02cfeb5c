/** Matrices as tables, whatever cuts their columns and wherever their header, legend and categories stand. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../shared/api/errors.ts';
import type { Draft } from '../../../shared/api/import.ts';
import { RoleLibrary } from '../../../shared/api/role-pack.ts';
import { expandMatrix } from '../../../shared/domain/ladder/matrix.ts';
import { readDrafts } from '../../../src-main/import/read.ts';
import { workbookOf, zipOf } from '../files/zip-of.ts';
import { bytesOf, expectRefusal, messagesOf } from '../read-text.ts';
import { recallOf } from '../visible-words.ts';

type LadderDraft = Extract<Draft, { kind: 'ladder' }>;

function ladders(content: string | Uint8Array, name: string): LadderDraft[] {
  const drafts = readDrafts(name, typeof content === 'string' ? bytesOf(content) : content);
  return drafts.map((draft) => {
    if (draft.kind !== 'ladder') throw new Error(`expected a ladder, got ${draft.kind} ${draft.format}`);
    expect(RoleLibrary.safeParse(draft.library).error).toBeUndefined();
    return draft;
  });
}

function ladder(content: string | Uint8Array, name = 'table.csv'): LadderDraft {
  const [draft] = ladders(content, name);
  if (draft === undefined) throw new Error('no draft');
  return draft;
}

/** `[category, skill, levels…]`, `!` for what is mandatory. */
const shown = (draft: LadderDraft) =>
  draft.library.ladders[0]?.matrix?.skills.map((skill) => [
    skill.category,
    skill.name,
    ...skill.cells.map((cell) =>
      typeof cell === 'object' && cell !== null ? `${cell.level}${cell.isMandatory ? '!' : ''}` : cell,
    ),
  ]);

describe('a matrix as CSV', () => {
  const csv = `Ferry Captain Skills Matrix
Legend,B = Basic,G = Good,X = Expert

Category,Skill,Deckhand,Mate,Captain
Ship,"Rudder, and wheel",B,G*,X!
,Engine,,B,G
Crew,"Talk
at length",,-,G
`;

  it('has its header found, its legend read and its categories carried down', () => {
    const draft = ladder(csv, 'x.csv');
    expect(draft).toMatchObject({ format: 'matrix-table', title: 'Ferry Captain Skills Matrix' });
    expect(draft.library.ladders[0]?.family).toBe('Ferry Captain');
    expect(draft.library.roles.map((role) => role.title)).toEqual([
      'Deckhand Ferry Captain',
      'Mate Ferry Captain',
      'Captain Ferry Captain',
    ]);
    expect(shown(draft)).toEqual([
      ['Ship', 'Rudder, and wheel', '1', '2!', '3!'],
      ['Ship', 'Engine', null, '1', '2'],
      ['Crew', 'Talk at length', null, null, '2'],
    ]);
    expect(messagesOf(draft, 'NOT_PLACED')).toEqual([]);
  });

  it('holds every word as prose, and knows the line of each row', () => {
    const draft = ladder(csv, 'x.csv');
    expect(recallOf(csv, draft.library.ladders[0]?.sections ?? []).missing).toEqual([]);
    expect(
      draft.library.ladders[0]?.matrix?.skills.map((skill) => draft.sourceLines[(skill.line ?? 0) - 1]?.slice(0, 8)),
    ).toEqual(['Ship,"Ru', ',Engine,', 'Crew,"Ta']);
  });

  it('comes back as it was written by Cairn: codes and marks, no legend', () => {
    const draft = ladder(
      '"Category","Skill","Junior","Senior"\n"Data","SQL","W","V!"\n"Data","Lakes","A","E"\n"Ops","Shell","","W"\n',
    );
    expect(shown(draft)).toEqual([
      ['Data', 'SQL', '2', '3!'],
      ['Data', 'Lakes', '1', '4'],
      ['Ops', 'Shell', null, '2'],
    ]);
    expect(messagesOf(draft, 'INTERPRETED')[0]).toContain('A Awareness < W Working < V Advanced < E Expert');
  });

  it.each([
    [
      'semicolons and words',
      'Skill;Trainee;Master\nDecks\nScrubbing;Basic;Expert\nOiling;Intermediate;Expert\nRopes\nSplicing;Basic;Intermediate\n',
      [
        ['Decks', 'Scrubbing', '1', '3'],
        ['Decks', 'Oiling', '2', '3'],
        ['Ropes', 'Splicing', '1', '2'],
      ],
    ],
    [
      'tabs, as from the clipboard, and numbers',
      '\tJunior\tMiddle\tSenior\nPython\t1\t2\t3\nSQL\t0\t2\t4\nDocker\t\t1\t2\n',
      [
        [undefined, 'Python', '1', '2', '3'],
        [undefined, 'SQL', null, '2', '4'],
        [undefined, 'Docker', null, '1', '2'],
      ],
    ],
    [
      'a column of what is mandatory',
      'Skill,Required,L1,L2\nKnots,yes,1,2\nSails,no,1,1\nTides,,2,3\n',
      [
        [undefined, 'Knots', '1!', '2!'],
        [undefined, 'Sails', '1', '1'],
        [undefined, 'Tides', '2', '3'],
      ],
    ],
    [
      'its legend beneath',
      'Skill,L1,L2\nKnots,P,Q\nSails,P,P\nTides,Q,Q\n\nP,Poor\nQ,Quite good\n',
      [
        [undefined, 'Knots', '1', '2'],
        [undefined, 'Sails', '1', '1'],
        [undefined, 'Tides', '2', '2'],
      ],
    ],
    [
      'the highest level first in its legend',
      'Legend;E = Expert;B = Beginner\nSkill;L1;L2\nKnots;B;E\nSails;B;B\nTides;E;E\n',
      [
        [undefined, 'Knots', '1', '2'],
        [undefined, 'Sails', '1', '1'],
        [undefined, 'Tides', '2', '2'],
      ],
    ],
  ])('is read with %s', (_name, text, rows) => {
    expect(shown(ladder(text))).toEqual(rows);
  });

  it('keeps many levels in their order', () => {
    const labels = Array.from({ length: 8 }, (_, index) => `L${index + 1}`);
    const rows = Array.from(
      { length: 120 },
      (_, row) => `Area ${row % 6},Skill ${row},${labels.map((_label, index) => 1 + ((row + index) % 5)).join(',')}`,
    );
    const draft = ladder(`Category,Skill,${labels.join(',')}\n${rows.join('\n')}\n`);
    expect(draft.library.roles.map((role) => role.levelCode)).toEqual(labels);
    expect(expandMatrix(draft.library).map((role) => role.requirements.length)).toEqual(labels.map(() => 120));
  });

  it('keeps the description of a skill', () => {
    const draft = ladder('Skill,Description,L1,L2\nKnots,Ties what holds,1,2\nSails,,1,1\nTides,Reads the moon,2,3\n');
    expect(draft.library.competencies).toEqual([
      { name: 'Knots', aliases: [], description: 'Ties what holds' },
      { name: 'Tides', aliases: [], description: 'Reads the moon' },
    ]);
  });
});

describe('a ladder of sentences', () => {
  it('asks at each level for what its cell describes', () => {
    const text =
      'Competency,L1 Designer,L2 Designer\nCraft,"Draws single screens, with help",Draws whole flows alone\nTalk,Shows work to the team,Shows work to other teams!\nCare,,Plans talks with people who use it\n';
    const draft = ladder(text, 'Career ladder Designer.csv');
    expect(draft.library.roles.map((role) => role.title)).toEqual(['L1 Designer', 'L2 Designer']);
    expect(
      draft.library.roles[1]?.requirements.map((requirement) => [
        requirement.competency,
        requirement.kind,
        requirement.level,
        requirement.blurb,
      ]),
    ).toEqual([
      ['Craft', 'competency', null, 'Draws whole flows alone'],
      ['Talk', 'competency', null, 'Shows work to other teams!'],
      ['Care', 'competency', null, 'Plans talks with people who use it'],
    ]);
    expect(draft.library.roles[0]?.requirements).toHaveLength(2);
    expect(recallOf(text, draft.library.ladders[0]?.sections ?? []).missing).toEqual([]);
  });
});

describe('a table that is no matrix', () => {
  it.each([
    ['people', 'Name,Mail,Town\nAnn,a@x.org,Ulm\nBob,b@x.org,Bonn\nCy,c@x.org,Kiel\n'],
    ['figures', 'Year,Rain,Sun,Wind\n2020,812,1650,12\n2021,790,1712,9\n2022,655,1801,14\n'],
  ])('of %s is kept as prose', (_name, text) => {
    const [draft] = readDrafts('table.csv', bytesOf(text));
    if (draft?.kind !== 'role') throw new Error('expected prose');
    expect(draft.format).toBe('text');
    expect(recallOf(text, draft.role.sections).missing).toEqual([]);
    expect(messagesOf(draft, 'NOT_PLACED')[0]).toContain('kept as prose');
  });
});

describe('a spreadsheet', () => {
  const book = workbookOf([
    {
      name: 'Legend',
      rows: [
        ['Code', 'Meaning'],
        ['A', 'Aware'],
        ['W', 'Works'],
        ['E', 'Expert'],
      ],
    },
    {
      name: 'Data engineer',
      rows: [
        ['Updated', { day: 46_000 }],
        [null],
        ['Category', 'Skill', 'Junior', 'Senior'],
        ['Pipes', 'Batch & more', 'A', 'E'],
        [null, 'Stream', { formula: 'IF(A1>1,"W","E")', value: 'W' }, 'E'],
        ['Store', 'Lakes', null, 'W!'],
      ],
    },
    { name: 'Secret', rows: [['hidden words']], isHidden: true },
  ]);

  it('is read sheet by sheet, values only, with the legend of another sheet', () => {
    const draft = ladder(book, 'ladder.xlsx');
    expect(draft).toMatchObject({ format: 'spreadsheet', title: 'Data engineer' });
    expect(shown(draft)).toEqual([
      ['Pipes', 'Batch & more', '1', '3'],
      ['Pipes', 'Stream', '2', '3'],
      ['Store', 'Lakes', null, '2!'],
    ]);
    expect(draft.library.ladders[0]?.facts.map((fact) => [fact.label, fact.value])).toEqual([
      ['Updated', '2025-12-09'],
    ]);
    expect(messagesOf(draft, 'LEFT_OUT')).toEqual(['The hidden sheet “Secret”.']);
    expect(
      recallOf('Code Meaning Aware Works Expert Batch more Stream Lakes', draft.library.ladders[0]?.sections ?? [])
        .missing,
    ).toEqual([]);
    expect(JSON.stringify(draft)).not.toContain('IF(A1');
  });

  it('without a matrix is kept as prose', () => {
    const [draft] = readDrafts(
      'x.xlsx',
      workbookOf([
        {
          name: 'Plan',
          rows: [
            ['Day', 'Who'],
            ['Monday', 'Ann'],
          ],
        },
      ]),
    );
    expect(draft).toMatchObject({ kind: 'role', format: 'spreadsheet', title: 'x' });
  });

  it('gives a ladder for each sheet that is a matrix', () => {
    const rows = [
      ['Skill', 'L1', 'L2'],
      ['Knots', 1, 2],
      ['Sails', 1, 1],
      ['Tides', 2, 2],
    ];
    const drafts = ladders(
      workbookOf([
        { name: 'Mate', rows },
        { name: 'Cook', rows },
      ]),
      'ship.xlsx',
    );
    expect(drafts.map((draft) => [draft.title, draft.files])).toEqual([
      ['Mate', [0]],
      ['Cook', [0]],
    ]);
  });

  it.each([
    [
      'entities that grow',
      '<!DOCTYPE a [<!ENTITY b "bbb">]><worksheet><sheetData><row r="1"><c t="str"><v>&b;</v></c></row></sheetData></worksheet>',
    ],
    ['markup that breaks', '<worksheet><sheetData><row><c>'],
  ])('with %s is refused', (_name, sheet) => {
    const bytes = zipOf([
      { path: 'xl/workbook.xml', bytes: '<workbook><sheets><sheet name="A" r:id="rId1"/></sheets></workbook>' },
      { path: 'xl/worksheets/sheet1.xml', bytes: sheet },
    ]);
    expectRefusal('x.xlsx', bytes, 'FILE_UNREADABLE', 'is a spreadsheet that cannot be read', 'Nothing was added.');
  });
});

describe('any table', () => {
  it('ends in drafts that can be stored, or in a refusal', () => {
    const cell = fc.oneof(
      fc.constantFrom('', 'A', 'W', 'V', 'E', 'E*', '3', '-', 'Skill', 'Category', 'Junior', 'Legend: A = Aware'),
      fc.string({ maxLength: 12 }),
    );
    fc.assert(
      fc.property(
        fc.array(fc.array(cell, { maxLength: 7 }), { minLength: 1, maxLength: 14 }),
        fc.constantFrom(',', ';', '\t'),
        (rows, mark) => {
          try {
            for (const draft of readDrafts('x.csv', bytesOf(rows.map((row) => row.join(mark)).join('\n')))) {
              if (draft.kind === 'ladder') expect(RoleLibrary.safeParse(draft.library).error).toBeUndefined();
              for (const notice of draft.notices)
                if (notice.line !== undefined) expect(draft.sourceLines[notice.line - 1]).toBeDefined();
            }
          } catch (error) {
            if (!(error instanceof AppError)) throw error;
          }
        },
      ),
      { numRuns: 300 },
    );
  });
});

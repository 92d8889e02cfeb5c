/** Pages with a skill matrix, as text: every cell in its place, every word kept, and nothing decided that the page leaves open. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../shared/api/errors.ts';
import type { Draft } from '../../../shared/api/import.ts';
import { RoleLibrary } from '../../../shared/api/role-pack.ts';
import { expandMatrix } from '../../../shared/domain/ladder/matrix.ts';
import { readDrafts } from '../../../src-main/import/read.ts';
import { countDraft } from '../../../src-main/import/roles/draft-counts.ts';
import { propertyRuns } from '../../helpers/property-runs.ts';
import { bytesOf, fixtureText, messagesOf } from '../read-text.ts';
import { recallOf } from '../visible-words.ts';

type LadderDraft = Extract<Draft, { kind: 'ladder' }>;

function ladderDraft(text: string, name = 'page.txt'): LadderDraft {
  const [draft, ...more] = readDrafts(name, bytesOf(text));
  if (draft?.kind !== 'ladder' || more.length > 0) throw new Error(`expected one ladder, got ${draft?.kind}`);
  return draft;
}

const ladderOf = (draft: LadderDraft) => {
  const [ladder] = draft.library.ladders;
  if (ladder === undefined) throw new Error('no ladder');
  return ladder;
};

/** Levels of a skill from the first up. */
const levelsOf = (draft: LadderDraft, skill: string) =>
  ladderOf(draft)
    .matrix?.skills.find((row) => row.name === skill)
    ?.cells.map((cell) => (typeof cell === 'object' ? (cell?.level ?? null) : cell));

const page = fixtureText('skill-matrix.txt');

describe('a page with a skill matrix', () => {
  const draft = ladderDraft(page);
  const ladder = ladderOf(draft);

  it('becomes a ladder with a role for each level', () => {
    expect(draft).toMatchObject({ format: 'skill-matrix', title: 'Lock Keeper' });
    expect(ladder).toMatchObject({
      family: 'Inland Waterways',
      title: 'Lock Keeper',
      tagline: 'Moving boats up and down hill without spilling the canal',
    });
    expect(ladder.summary).toMatch(/^Lock Keeper is a role in the Inland Waterways family\./);
    expect(draft.library.roles.map((role) => [role.title, role.levelCode, role.levelLabel, role.levelOrder])).toEqual([
      ['Trainee Lock Keeper', 'Trai', 'Trainee', 1],
      ['Keeper Lock Keeper', 'Keep', 'Keeper', 2],
      ['Senior / Relief Lock Keeper', 'Seni', 'Senior / Relief', 3],
      ['Superintendent Lock Keeper', 'Supe', 'Superintendent', 4],
    ]);
    expect(draft.library.roles.every((role) => role.family === 'Inland Waterways')).toBe(true);
    expect(RoleLibrary.safeParse(draft.library).error).toBeUndefined();
  });

  it('counts skills, categories, cells, short rows, stacks, focuses and questions', () => {
    expect(countDraft(draft)).toMatchObject({
      skills: 11,
      categories: 4,
      cells: 41,
      shortRows: 2,
      stacks: 4,
      focuses: 4,
      faqs: 2,
      roles: 4,
    });
  });

  it('gives each level its stack and its focus', () => {
    expect(draft.library.roles[0]?.stack).toEqual(['Windlass', 'boat hook (long, short)', 'throw line']);
    expect(draft.library.roles[2]?.focus).toBe('Takes any flight at short notice. Trains keepers.');
  });

  it('reads the legend as a scale in its order', () => {
    expect(draft.library.scales).toEqual([
      {
        key: 'matrix-a-s-v-e',
        name: 'Aware to Examiner',
        levels: [
          { ordinal: 1, label: 'Aware', code: 'A' },
          { ordinal: 2, label: 'Skilled', code: 'S' },
          { ordinal: 3, label: 'Advanced', code: 'V' },
          { ordinal: 4, label: 'Examiner', code: 'E' },
        ],
      },
    ]);
  });

  it('reads a code that stands for two levels by what stands before it in its row, and says so', () => {
    expect(levelsOf(draft, 'Paddle gear')).toEqual([1, 2, 3, 3]);
    expect(levelsOf(draft, 'Stop planks')).toEqual([1, 1, 2, 3]);
    expect(levelsOf(draft, 'Plan B for drought')).toEqual([1, 1, 2, 4]);
    expect(messagesOf(draft, 'INTERPRETED')).toEqual([
      expect.stringMatching(/^“A” stands for Aware and for Advanced: \d+ cells are read as Advanced\.$/),
    ]);
  });

  it('leaves rows with fewer values than levels to the user', () => {
    expect(ladder.shortRows).toEqual([
      {
        skill: 'Rack and pinion',
        category: 'Gates & Paddles',
        values: ['A', 'S'],
        line: 51,
        words: 'Rack and pinion A S',
      },
      {
        skill: 'Narrow beam & wide beam',
        category: 'Boats',
        values: ['A', 'S', 'E'],
        line: 67,
        words: 'Narrow beam & wide beam A S E',
      },
    ]);
    const notices = draft.notices.filter((notice) => notice.code === 'NOT_PLACED');
    expect(notices.map((notice) => notice.line)).toEqual([51, 67]);
    const asked = expandMatrix(draft.library)[0]?.requirements.map((requirement) => requirement.competency);
    expect(asked).not.toContain('Rack and pinion');
  });

  it('shows the page’s own counts beside ours where they differ', () => {
    expect(ladder.facts.map((fact) => [fact.label, fact.value])).toEqual([
      ['skills', '11'],
      ['levels', '4'],
      ['mandatory', '9'],
      ['requirements', '40'],
    ]);
    expect(messagesOf(draft, 'KEPT')).toEqual([
      'The page counts 9 mandatory requirements, but its text does not say which.',
      'The page counts 40 requirements; 41 are read here.',
    ]);
  });

  it('keeps its questions whole', () => {
    expect(ladder.faqs.map((faq) => [faq.question, faq.answer])).toEqual([
      ['What does a Lock Keeper need?', 'A head for weather. See the whole matrix.'],
      ['How do I move up?', 'Ask your superintendent.\nThey keep a list.'],
    ]);
    for (const faq of ladder.faqs) expect(draft.sourceLines[(faq.line ?? 0) - 1]).toBe(faq.question);
  });

  it('holds every word of the page, the matrix as tables', () => {
    expect(recallOf(page, ladder.sections).missing).toEqual([]);
    const tables = ladder.sections.flatMap((section) => section.blocks.filter((block) => block.kind === 'table'));
    expect(tables.map((table) => table.head)).toEqual(
      Array.from({ length: 4 }, () => ['Skills', 'Trai', 'Keep', 'Seni', 'Supe']),
    );
  });

  it('turns into requirements of each role', () => {
    const roles = expandMatrix(draft.library);
    expect(roles.map((role) => role.requirements.length)).toEqual([9, 9, 9, 9]);
    expect(roles[3]?.requirements[0]).toMatchObject({
      competency: 'Gate balance',
      category: 'Gates & Paddles',
      level: 4,
      scale: 'matrix-a-s-v-e',
      words: 'Gate balance A S A E',
    });
  });
});

describe('other pages with a matrix', () => {
  it('are read with their levels printed once, and categories without counts', () => {
    const draft = ladderDraft(`Baker

Skills by grade
1 = Can help, 2 = Can do, 3 = Can teach

Skill Apprentice Baker Master
Dough
Kneading 1 2 3
Proving 1 2* 3*
Ovens
Wood ovens 1 1 2
Steam 1 2 2
`);
    expect(draft.title).toBe('Baker');
    expect(ladderOf(draft).matrix?.skills.map((skill) => [skill.category, skill.name])).toEqual([
      ['Dough', 'Kneading'],
      ['Dough', 'Proving'],
      ['Ovens', 'Wood ovens'],
      ['Ovens', 'Steam'],
    ]);
    expect(ladderOf(draft).matrix?.skills[1]?.cells).toEqual([
      { level: 1, isMandatory: false },
      { level: 2, isMandatory: true },
      { level: 3, isMandatory: true },
    ]);
    expect(draft.library.roles.map((role) => role.title)).toEqual(['Apprentice Baker', 'Baker', 'Master Baker']);
    expect(messagesOf(draft, 'NOT_PLACED')).toEqual([]);
  });

  it('keep their columns where tabs show the blanks', () => {
    const draft = ladderDraft(`Glazier

Legend: B – Beginner; G – Good; T – Trusted

Skills\tYear 1\tYear 2\tYear 3
Cutting\tB\tG\tT
Leading\t\tB\tG
Kiln work\tB\t\tT
Putty\tB

Ask for the long version.
`);
    expect(levelsOf(draft, 'Leading')).toEqual([null, 1, 2]);
    expect(levelsOf(draft, 'Kiln work')).toEqual([1, null, 3]);
    expect(levelsOf(draft, 'Putty')).toEqual([1, null, null]);
    expect(ladderOf(draft).shortRows).toEqual([]);
  });

  it('stay open where tabs show no blanks', () => {
    const draft = ladderDraft(`Glazier

Legend: B – Beginner; G – Good; T – Trusted

Skills\tYear 1\tYear 2\tYear 3
Cutting\tB\tG\tT
Leading\tB\tG
Kiln work\tB\tG\tT

Ask for the long version.
`);
    expect(ladderOf(draft).shortRows.map((row) => [row.skill, row.values])).toEqual([['Leading', ['B', 'G']]]);
  });

  it('without a legend keep their codes as they are written, at no certain level', () => {
    const draft = ladderDraft(`Tuner

Skills Junior Senior
Pins Q X
Felts Q Q
Strings X X
Voicing Q X
`);
    expect(draft.library.scales).toEqual([]);
    expect(messagesOf(draft, 'NOT_PLACED')).toContain(
      'No legend says what the codes of the matrix mean, so they are kept as they are written.',
    );
    expect(countDraft(draft)).toMatchObject({ skills: 4, cells: 8, roles: 2 });
    const roles = expandMatrix(draft.library);
    const rows = roles[0]?.requirements ?? [];
    expect(rows.map(({ competency, level, details }) => [competency, level, details[0]?.text])).toEqual([
      ['Pins', null, 'Q'],
      ['Felts', null, 'Q'],
      ['Strings', null, 'X'],
      ['Voicing', null, 'Q'],
    ]);
  });

  it('with numbers alone say that they are read as levels', () => {
    const draft = ladderDraft('Tuner\n\nSkills L1 L2 L3\nPins 1 2 4\nFelts 1 1 2\nStrings 2 3 4\n');
    expect(levelsOf(draft, 'Pins')).toEqual([1, 2, 4]);
    expect(messagesOf(draft, 'INTERPRETED')[0]).toContain('no legend');
  });

  it('name the value that the legend does not know', () => {
    const draft = ladderDraft(
      'Tuner\n\nB Basic G Good\n\nSkills\tL1\tL2\nPins\tB\tG\nFelts\tB\t?\nStrings\tB\tG\nBass\tG\tG\n\nThe end of it.',
    );
    expect(messagesOf(draft, 'NOT_PLACED')).toEqual(['“?” at “Felts” is no level of the legend.']);
    expect(levelsOf(draft, 'Felts')).toEqual([1, null]);
  });

  it('take one row for a skill that stands twice', () => {
    const draft = ladderDraft('Tuner\n\nB Basic G Good\n\nSkills L1 L2\nPins B G\nFelts B G\nPins G G\nBass G G\n');
    expect(ladderOf(draft).matrix?.skills.map((skill) => skill.name)).toEqual(['Pins', 'Felts', 'Bass']);
    expect(messagesOf(draft, 'NOT_PLACED')[0]).toContain('“Pins” stands in line 6 already');
  });

  it('are put together where every cell stands on a line of its own', () => {
    const folded = page
      .split('\n')
      .map((line) =>
        /^Skills Trai| [ASVE]( [ASVE])+$/.test(line)
          ? line.replaceAll(/ (?=Trai|Keep|Seni|Supe|[ASVE](?: |$))/g, '\n')
          : line,
      )
      .join('\n');
    const draft = ladderDraft(folded);
    expect(countDraft(draft)).toMatchObject({
      skills: 11,
      categories: 4,
      cells: 41,
      shortRows: 2,
      stacks: 4,
      focuses: 4,
    });
    expect(levelsOf(draft, 'Paddle gear')).toEqual([1, 2, 3, 3]);
    expect(recallOf(folded, ladderOf(draft).sections).missing).toEqual([]);
  });

  it('are read where the text has no blank lines, and where the cells are words', () => {
    const dense = ladderDraft(page.split('\n').filter(Boolean).join('\n'));
    expect(countDraft(dense)).toMatchObject({ skills: 11, categories: 4, stacks: 4, focuses: 4, faqs: 2 });
    const words = ladderDraft(
      'Tuner\n\nSkills L1 L2\nPins Basic Advanced\nFelts Basic Working\nStrings Working Advanced\n',
    );
    expect(levelsOf(words, 'Felts')).toEqual([1, 2]);
  });

  it('have their values under the labels of their own part', () => {
    const draft = ladderDraft(
      'Tuner\n\nB Basic G Good\n\nPins\nSkills L1 L2 L3\nTurning B B G\nSetting B G G\n\nFelts\nSkills L2 L3\nCutting B G\nVoicing G G\n',
    );
    expect(levelsOf(draft, 'Cutting')).toEqual([null, 1, 2]);
    expect(ladderOf(draft).shortRows).toEqual([]);
  });

  it('are read from a saved page too', () => {
    const rows = (cells: readonly string[][]) =>
      cells.map((row) => `<tr>${row.map((cell) => `<td>${cell}</td>`).join('')}</tr>`).join('');
    const html = `<!doctype html><html><head><title>Tuner</title></head><body><h1>Tuner</h1><p>B Basic G Good</p><h2>Pins</h2><table><tr><th>Skills</th><th>Junior</th><th>Senior</th></tr>${rows(
      [
        ['Turning', 'B', 'G'],
        ['Setting', '', 'B'],
      ],
    )}</table><h2>Felts</h2><table><tr><th>Skills</th><th>Junior</th><th>Senior</th></tr>${rows([['Cutting', 'G', 'G']])}</table></body></html>`;
    const draft = ladderDraft(html, 'page.html');
    expect(draft.title).toBe('Tuner');
    expect(ladderOf(draft).matrix?.skills.map((skill) => skill.category)).toEqual(['Pins', 'Pins', 'Felts']);
    expect(levelsOf(draft, 'Setting')).toEqual([null, 1]);
  });

  it('are not seen where prose ends in a capital letter', () => {
    const [draft] = readDrafts(
      'x.txt',
      bytesOf('Skills We Want\n\nWe go from plan A to plan B.\nVitamin A\nVitamin E\n'),
    );
    expect(draft?.kind).toBe('role');
  });
});

describe('any damage to such a page', () => {
  it('ends in a draft that can be stored, or in a refusal', () => {
    const lines = page.split('\n');
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(fc.nat(lines.length - 1), fc.constantFrom('drop', 'double', 'cut', 'swap', 'tab'), fc.nat(40)),
          {
            maxLength: 25,
          },
        ),
        (acts) => {
          const text = [...lines];
          for (const [at, act, many] of acts) {
            const line = text[at] ?? '';
            if (act === 'drop') text.splice(at, 1);
            else if (act === 'double') text.splice(at, 0, line);
            else if (act === 'cut') text[at] = line.slice(0, many);
            else if (act === 'swap') text.splice(at, 1, text[(at + many) % text.length] ?? '', line);
            else text[at] = line.replaceAll(' ', '\t');
          }
          try {
            for (const draft of readDrafts('x.txt', bytesOf(text.join('\n')))) {
              if (draft.kind !== 'ladder') continue;
              expect(RoleLibrary.safeParse(draft.library).error).toBeUndefined();
              expect(recallOf(text.join('\n'), ladderOf(draft).sections).missing).toEqual([]);
              for (const notice of draft.notices)
                if (notice.line !== undefined) expect(draft.sourceLines[notice.line - 1]).toBeDefined();
            }
          } catch (error) {
            if (!(error instanceof AppError)) throw error;
          }
        },
      ),
      { numRuns: propertyRuns(150) },
    );
  });
});

const folder = new URL('../../../../shared/samples/', import.meta.url);
const sampleName = existsSync(folder) ? readdirSync(folder).find((name) => name.startsWith('002_')) : undefined;

describe.skipIf(sampleName === undefined)('the skill matrix among the samples', () => {
  it('gives every cell its place, and every word too', () => {
    const text = readFileSync(new URL(sampleName ?? '', folder), 'utf8');
    const draft = ladderDraft(text);
    const counts = { skills: 58, categories: 14, cells: 285, shortRows: 3, stacks: 5, focuses: 5, faqs: 4, roles: 5 };
    expect(countDraft(draft)).toMatchObject(counts);
    expect(expandMatrix(draft.library).map((role) => role.requirements.length)).toEqual([55, 55, 55, 55, 55]);
    expect(recallOf(text, ladderOf(draft).sections).missing).toEqual([]);
    for (const skill of ladderOf(draft).matrix?.skills ?? []) {
      const levels = skill.cells.map((cell) => (typeof cell === 'object' ? (cell?.level ?? 0) : 0));
      expect(levels).toEqual(levels.toSorted((a, b) => a - b));
    }
  });
});

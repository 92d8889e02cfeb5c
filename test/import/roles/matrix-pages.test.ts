/** Pages with a skill matrix that are written otherwise than most: odd names, short labels, few skills, cells on lines. */
import { describe, expect, it } from 'vitest';
import type { Draft } from '../../../shared/api/import.ts';
import { readDrafts } from '../../../src-main/import/read.ts';
import { countDraft } from '../../../src-main/import/roles/draft-counts.ts';
import { bytesOf, messagesOf } from '../read-text.ts';

type LadderDraft = Extract<Draft, { kind: 'ladder' }>;

function ladderDraft(text: string): LadderDraft {
  const [draft, ...more] = readDrafts('page.txt', bytesOf(text));
  if (draft?.kind !== 'ladder' || more.length > 0) throw new Error(`expected one ladder, got ${draft?.kind}`);
  return draft;
}

/** `name: levels` of every skill. */
const rowsOf = (draft: LadderDraft): string[] =>
  (draft.library.ladders[0]?.matrix?.skills ?? []).map(
    (skill) =>
      `${skill.name}: ${skill.cells.map((cell) => (typeof cell === 'object' ? (cell?.level ?? '-') : cell)).join(' ')}`,
  );

interface Page {
  readonly longs: readonly string[];
  readonly header: string;
  readonly legend?: string;
  readonly parts: readonly (readonly [category: string, ...rows: string[]])[];
}

/** A whole page as such sites print it: figures, stack, focus, legend, matrix and questions. */
function pageOf({ longs, header, legend = '', parts }: Page): string {
  const rows = parts.flatMap(([, ...own]) => own);
  return [
    'Lock Keeper',
    '',
    'Moving boats uphill without spilling the canal',
    '',
    `The Waterways ${longs.join(' ')}`,
    `${rows.length} skills`,
    `${longs.length} levels`,
    '',
    'Technology Stack',
    '',
    ...longs.map((long, index) => `${long} rope${index}, pole${index}`),
    '',
    'Focus by Level',
    '',
    ...longs.flatMap((long, index) => [
      long,
      '',
      `Works on locks of kind ${index}. Helps the others at the gates.`,
      '',
    ]),
    'Skill Matrix',
    '',
    `${rows.length} skills. Click on a cell for details.`,
    '',
    legend,
    '',
    ...parts.flatMap(([category, ...own]) => [category, '', `${own.length} skills`, header, ...own, '']),
    'FAQ',
    '',
    'What does a keeper do all day?',
    '',
    'The answer is long enough to be an answer, and it says something about the day.',
    '',
    'Community',
    '',
    'Loading comments...',
  ].join('\n');
}

describe('a skill whose name begins as the head of a column does', () => {
  const codes = [
    'Technology Strategy A W E',
    'Tools Integration A W E',
    'Knowledge Sharing A W E',
    'Competency Modelling A W E',
    'Area Management A W E',
    'Topic Modelling A W E',
    'Skill Aa thing A W E',
  ] as const;

  it('is a row, wherever it stands and whatever the labels are', () => {
    for (const header of ['Skills Jun Mid Sen', 'Skills Junior Middle Senior', 'Skills L1 L2 L3']) {
      const draft = ladderDraft(
        pageOf({
          longs: ['Junior', 'Middle', 'Senior'],
          header,
          legend: 'A Awareness W Working E Expert',
          parts: [
            ['Ropes', ...codes],
            ['Water', 'Tides A W E', 'Tools A W E', 'Sluices A W E'],
          ],
        }),
      );
      expect(countDraft(draft)).toMatchObject({ skills: 10, categories: 2, cells: 30, roles: 3 });
      expect(rowsOf(draft)).toContain('Topic Modelling: 1 2 3');
      expect(rowsOf(draft)).toContain('Tools: 1 2 3');
    }
  });

  it('is a row where the cells are words', () => {
    const draft = ladderDraft(
      pageOf({
        longs: ['Junior', 'Middle', 'Senior'],
        header: 'Skills Jun Mid Sen',
        parts: [
          ['Ropes', 'Splicing Basic Working Expert', 'Topic Knots Basic Advanced Expert'],
          ['Water', 'Tools Basic Working Expert', 'Tides Basic Advanced Expert'],
        ],
      }),
    );
    expect(countDraft(draft)).toMatchObject({ skills: 4, categories: 2, cells: 12 });
  });
});

describe('short labels that are no beginnings of the long ones', () => {
  it.each([
    ['Jr Mid Sr Ld', ['Junior', 'Mid', 'Senior', 'Lead']],
    ['Assoc Cons Mgr Ptnr', ['Associate', 'Consultant', 'Manager', 'Partner']],
  ])('%s find their stack and focus', (labels, longs) => {
    const draft = ladderDraft(
      pageOf({
        longs,
        header: `Skills ${labels}`,
        legend: '1 Aware 2 Working 3 Practised 4 Expert',
        parts: [['Ropes', 'Splicing 1 2 3 4', 'Knots 1 2 3 4', 'Tides 1 2 3 4']],
      }),
    );
    expect(countDraft(draft)).toMatchObject({ skills: 3, cells: 12, stacks: 4, focuses: 4 });
    expect(draft.library.roles.map((role) => role.levelLabel)).toEqual(longs);
    expect(draft.library.roles[2]?.stack).toEqual(['rope2', 'pole2']);
  });

  it('that nothing tells leave a notice beside the stack that was not placed', () => {
    const draft = ladderDraft(
      pageOf({
        longs: ['Apprentice', 'Mid', 'Captain'],
        header: 'Skills Zz Mid Qx',
        legend: '1 Aware 2 Working 3 Practised',
        parts: [['Ropes', 'Splicing 1 2 3', 'Knots 1 2 3', 'Tides 1 2 3']],
      }),
    );
    expect(messagesOf(draft, 'NOT_PLACED')).toContain(
      'The page tells the stack of 1 of 3 levels in words that are known; the rest stays as prose.',
    );
  });
});

describe('a small matrix on a long page', () => {
  it('is read where a legend, printed counts or a heading announce it', () => {
    const draft = ladderDraft(
      pageOf({
        longs: ['Trainee', 'Keeper', 'Head Keeper'],
        header: 'Skills Tra Keep Head',
        parts: [
          ['Ropes', 'Splicing Learning Practising Leading', 'Knots Learning Practising Leading'],
          ['Water', 'Tides Learning Practising Leading'],
        ],
      }),
    );
    expect(countDraft(draft)).toMatchObject({ skills: 3, categories: 2, cells: 9, stacks: 3, focuses: 3, roles: 3 });
  });

  it('is read with accents in its labels and cells', () => {
    const draft = ladderDraft(
      pageOf({
        longs: ['Apprenti', 'Compagnon', 'Maître'],
        header: 'Skills App Comp Maî',
        legend: 'B Base C Compétent M Maîtrise',
        parts: [
          ['Écluses', 'Réseau d’eau B C M', 'Défauts électriques B C M'],
          ['Sécurité', 'Consignation B C M'],
        ],
      }),
    );
    expect(countDraft(draft)).toMatchObject({ skills: 3, categories: 2, cells: 9, stacks: 3, focuses: 3 });
  });

  it('is read with each cell on a line of its own below labels on one line', () => {
    const row = (name: string) => [name, 'B', 'C', 'M'].join('\n');
    const draft = ladderDraft(
      pageOf({
        longs: ['Apprentice', 'Journeyman', 'Master'],
        header: 'Skills App Jour Mas',
        legend: 'B Basic C Competent M Mastery',
        parts: [
          ['Ropes', row('Splicing'), row('Eye / Back Knots')],
          ['Water', row('Tides'), row('Sluice Gates')],
        ],
      }),
    );
    expect(countDraft(draft)).toMatchObject({ skills: 4, categories: 2, cells: 12, stacks: 3, focuses: 3 });
    expect(rowsOf(draft)).toContain('Eye / Back Knots: 1 2 3');
  });
});

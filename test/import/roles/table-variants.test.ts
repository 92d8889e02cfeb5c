/** Tables of people's own making: Markdown, sentences, legends in odd places, levels as rows, and what our own writer wrote. */
import { describe, expect, it } from 'vitest';
import type { Draft } from '../../../shared/api/import.ts';
import type { LadderCell, LadderLevel } from '../../../shared/api/ladder.ts';
import { writeMatrixCsv } from '../../../shared/domain/ladder/matrix-csv.ts';
import { readDrafts } from '../../../src-main/import/read.ts';
import { countDraft } from '../../../src-main/import/roles/draft-counts.ts';
import { bytesOf, messagesOf } from '../read-text.ts';

type LadderDraft = Extract<Draft, { kind: 'ladder' }>;

function ladder(content: string | Uint8Array, name = 'table.csv'): LadderDraft {
  const [draft, ...more] = readDrafts(name, typeof content === 'string' ? bytesOf(content) : content);
  if (draft?.kind !== 'ladder' || more.length > 0) throw new Error(`expected one ladder, got ${draft?.kind}`);
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

describe('a table in Markdown', () => {
  it('has no skill made of dashes, and no title with a sign of headings', () => {
    const draft = ladder(
      [
        '# Barge ladder',
        '',
        '| Skill | Hand | Keeper | Head |',
        '|---|---|---|---|',
        '| Ropes | Basic | Good | Expert |',
        '| Locks | Basic | Good | Good |',
      ].join('\n'),
      'barge.md',
    );
    expect(draft.title).toBe('Barge ladder');
    expect(shown(draft)).toEqual([
      [undefined, 'Ropes', '1', '2', '3'],
      [undefined, 'Locks', '1', '2', '2'],
    ]);
  });

  it('may have rules with colons, a legend above and bold words, which are not what is mandatory', () => {
    const draft = ladder(
      [
        '# Bargee',
        '',
        'Legend: B Basic, G Good, E Expert',
        '',
        '| Category | Skill | Junior | Senior |',
        '| :--- | :---: | ---: | --- |',
        '| Deck | Ropes | B | E |',
        '| Deck | Paint | B | G |',
        '| People | Guests | **B** | E* |',
      ].join('\n'),
    );
    expect(draft.title).toBe('Bargee');
    expect(shown(draft)).toEqual([
      ['Deck', 'Ropes', '1', '3'],
      ['Deck', 'Paint', '1', '2'],
      ['People', 'Guests', '1', '3!'],
    ]);
  });
});

describe('a ladder of sentences', () => {
  const rows = [
    'Scope,"Ties up boats, well watched.","Owns a lock, end to end.","Sets how all the locks are run."',
    'Influence,"Within the crew.","Within the lock.","Across the canal."',
    'Craft,"Ties knots.","Mends gates.","Changes how we build."',
  ];

  it.each(['Dimension', 'Skill'])('is read with %s above its first column', (first) => {
    const draft = ladder([`${first},Keeper I,Keeper II,Staff`, ...rows].join('\n'));
    expect(draft.library.roles.map((role) => [role.levelLabel, role.requirements.length])).toEqual([
      ['Keeper I', 3],
      ['Keeper II', 3],
      ['Staff', 3],
    ]);
    expect(draft.library.roles[1]?.requirements[0]).toMatchObject({
      competency: 'Scope',
      blurb: 'Owns a lock, end to end.',
    });
    expect(messagesOf(draft, 'NOT_PLACED')).toEqual([]);
  });

  it('is told from short sentences that are no codes', () => {
    const draft = ladder(
      ['Skill,Keeper I,Keeper II,Staff', 'Influence,Within the crew.,Within the lock.,On all.', rows[2]].join('\n'),
    );
    expect(messagesOf(draft, 'NOT_PLACED')).toEqual([]);
    expect(draft.library.roles[0]?.requirements[0]).toMatchObject({ blurb: 'Within the crew.' });
  });

  it('may have codes in its cells below “Dimension”', () => {
    const draft = ladder('Dimension,Keeper I,Keeper II,Staff\nScope,A,W,E\nInfluence,A,W,E\nCraft,A,A,E\n');
    expect(shown(draft)).toEqual([
      [undefined, 'Scope', '1', '2', '4'],
      [undefined, 'Influence', '1', '2', '4'],
      [undefined, 'Craft', '1', '1', '4'],
    ]);
  });
});

describe('a legend', () => {
  it('may stand in a row of its own below the header, in another language', () => {
    const draft = ladder(
      'Skill;Azubi;Geselle;Meister\nLegende;1 = Kennt;2 = Kann;3 = Lehrt\nSeile;;;\nKnoten;1;2;3\nWasser;;;\nTiden;;1;3\nWehre;1;2;2\n',
    );
    expect(draft.library.scales[0]?.levels.map((level) => level.label)).toEqual(['Kennt', 'Kann', 'Lehrt']);
    expect(shown(draft)).toEqual([
      ['Seile', 'Knoten', '1', '2', '3'],
      ['Wasser', 'Tiden', null, '1', '3'],
      ['Wasser', 'Wehre', '1', '2', '2'],
    ]);
  });

  it('may be nearly as long as the small matrix above it', () => {
    const draft = ladder(
      'Skill,Junior,Senior\nRopes,A,E\nLocks,W,W\nPaint,A,E\n\nA = Aware\nW = Working\nE = Expert\n',
    );
    expect(shown(draft)).toEqual([
      [undefined, 'Ropes', '1', '3'],
      [undefined, 'Locks', '2', '2'],
      [undefined, 'Paint', '1', '3'],
    ]);
  });
});

describe('a table in UTF-16 without its mark', () => {
  it.each([true, false])('is read with the small end first: %s', (isSmall) => {
    const text = 'Skill\tJunior\tSenior\r\nRopes\tA\tE\r\nLocks – sea\tW\tW\r\nPaint\tA\tE\r\n';
    const bytes = [...text].flatMap((letter) => {
      const code = letter.charCodeAt(0);
      return isSmall ? [code & 255, code >> 8] : [code >> 8, code & 255];
    });
    expect(shown(ladder(Uint8Array.from(bytes)))).toEqual([
      [undefined, 'Ropes', '1', '4'],
      [undefined, 'Locks – sea', '2', '2'],
      [undefined, 'Paint', '1', '4'],
    ]);
  });
});

describe('a matrix with its levels as rows', () => {
  it('is turned, so that each row becomes a level', () => {
    const draft = ladder('Level,Ropes,Locks,Paint\nJunior,A,A,A\nMiddle,W,A,W\nSenior,E,W,E\n');
    expect(draft.library.roles.map((role) => role.levelLabel)).toEqual(['Junior', 'Middle', 'Senior']);
    expect(shown(draft)).toEqual([
      [undefined, 'Ropes', '1', '2', '4'],
      [undefined, 'Locks', '1', '1', '2'],
      [undefined, 'Paint', '1', '2', '4'],
    ]);
  });

  it('is turned in Markdown with words in its cells', () => {
    const draft = ladder(
      [
        '| Level | Technology | People |',
        '|---|---|---|',
        '| D1 | Adopts | Learns |',
        '| D2 | Adopts | Supports |',
        '| D3 | Specializes | Mentors |',
      ].join('\n'),
    );
    expect(countDraft(draft)).toMatchObject({ roles: 3 });
    expect(draft.library.roles.map((role) => role.levelLabel)).toEqual(['D1', 'D2', 'D3']);
  });
});

describe('a matrix that was written by ourselves', () => {
  it('comes back with the names that begin as formulas do', () => {
    const names = ['=SUM()', '+1 culture', '-Xmx tuning', '@decorators', "'quoted' words", '＝wide'];
    const scale = {
      id: 's',
      key: 's',
      name: 'S',
      levels: [
        { ordinal: 1, label: 'Aware', code: 'A' },
        { ordinal: 2, label: 'Working', code: 'W' },
      ],
    };
    const written = writeMatrixCsv({
      levels: [{ title: 'Junior' } as LadderLevel, { title: 'Senior' } as LadderLevel],
      scales: [scale],
      skills: names.map((name) => ({
        name,
        category: '=Ropes',
        competencyId: name,
        description: '',
        kind: 'competency',
        evidenced: 0,
        selfAssessed: null,
        cells: [1, 2].map((level) => ({ level, scaleId: 's', isMandatory: false }) as LadderCell),
      })),
    });
    expect(shown(ladder(written))?.map(([category, name]) => [category, name])).toEqual(
      names.map((name) => ['=Ropes', name]),
    );
  });
});

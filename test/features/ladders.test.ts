/** Ladders as they are read back: levels, matrix, standing, rows to be placed, and the map of careers. */
import { expect, test } from 'vitest';
import { RoleLibrary } from '../../shared/api/role-pack.ts';
import { cellsOf } from '../../shared/domain/ladder/matrix.ts';
import { databaseOver } from '../../src-main/db/database.ts';
import { inTransaction } from '../../src-main/db/open-transaction.ts';
import { semanticDump } from '../../src-main/db/undo/undo.ts';
import { storeLibrary } from '../../src-main/store/packs/store-library.ts';
import { freshCairn, type TestCairn } from '../helpers/cairn.ts';

const sqliteOf = (cairn: TestCairn) => cairn.session.profile?.sqlite ?? expect.fail('no profile is open');
type Written = Parameters<typeof RoleLibrary.parse>[0];

async function store(cairn: TestCairn, library: object): Promise<string[]> {
  const db = databaseOver(sqliteOf(cairn));
  const { newId } = cairn.session.host;
  const origins = { sourceDocumentId: null, packId: null };
  const storing = { db, newId, now: '2026-11-21T10:00:00Z' };
  const parsed = RoleLibrary.parse(library as Written);
  const ids = await inTransaction(db, () => storeLibrary(storing, parsed, origins));
  return ids.map((id) => id ?? expect.fail('a role was left out'));
}

const scale = {
  key: 'awve',
  name: 'Awareness to expert',
  levels: ['Awareness', 'Working', 'Advanced', 'Expert'].map((label, at) => ({
    ordinal: at + 1,
    label,
    code: ['A', 'W', 'V', 'E'][at],
  })),
};

const lighthouse = {
  scales: [scale],
  ladders: [
    {
      family: 'Lighthouse keeping',
      title: 'Keeper of a light',
      tagline: 'From trimming wicks to running a coast',
      matrix: {
        scale: 'awve',
        skills: [
          { name: 'Wick trimming', category: 'Lamp', cells: ['A!', 'W!', 'V'] },
          { name: 'Lens polishing', category: 'Lamp', cells: [null, 'A', 'W'] },
          { name: 'Oil stores', category: 'Lamp', cells: ['A', 'W', 'V'] },
          { name: 'Fog signals', category: 'Sound', cells: ['A', 'W!', 'E'] },
        ],
      },
      shortRows: [{ skill: 'Log keeping', category: 'Lamp', values: ['A', 'W', 'A'], line: 12 }],
      faqs: [{ question: 'How long?', answer: 'Two winters a level.' }],
    },
  ],
  roles: ['Assistant keeper', 'Keeper', 'Head keeper'].map((title, at) => ({
    title,
    family: 'Lighthouse keeping',
    levelCode: `K${at + 1}`,
    levelLabel: ['Junior', 'Middle', 'Senior'][at],
    levelOrder: at + 1,
    stack: at === 0 ? ['Argand lamp'] : ['Argand lamp', 'Fresnel lens'],
    focus: `Focus ${at + 1}`,
    gapPairs: at === 0 ? [{ theme: 'OWNERSHIP', from: 'lighting the lamp', to: 'keeping the light' }] : [],
    links:
      at === 1
        ? [
            { kind: 'lateral', title: 'Harbour pilot' },
            { kind: 'feeder', title: 'Deckhand' },
          ]
        : [],
    requirements: [{ competency: 'Watch keeping', kind: 'competency', level: at + 2, importance: 'critical' }],
  })),
};

test('a ladder is read with its levels in order and its matrix as the document has it', async () => {
  const cairn = await freshCairn();
  const ids = await store(cairn, lighthouse);
  const row = (await cairn.call('listLadders', {})).find((ladder) => ladder.family === 'Lighthouse keeping');
  expect(row).toMatchObject({ title: 'Keeper of a light', levelCount: 3, skillCount: 5, packName: null });
  const ladder = await cairn.call('getLadder', { id: row?.id ?? '' });
  expect(await cairn.call('getLadder', { id: ids[2] ?? '' })).toEqual(ladder);
  expect(ladder.levels.map((level) => [level.title, level.levelLabel, level.stack.length])).toEqual([
    ['Assistant keeper', 'Junior', 1],
    ['Keeper', 'Middle', 2],
    ['Head keeper', 'Senior', 2],
  ]);
  expect(ladder.levels[0]?.gapPairs).toEqual([
    { theme: 'OWNERSHIP', from: 'lighting the lamp', to: 'keeping the light' },
  ]);
  expect(
    ladder.skills.map((skill) => [skill.category, skill.name, skill.cells.map((cell) => cell?.level ?? null)]),
  ).toEqual([
    [null, 'Watch keeping', [2, 3, 4]],
    ['Lamp', 'Wick trimming', [1, 2, 3]],
    ['Lamp', 'Lens polishing', [null, 1, 2]],
    ['Lamp', 'Oil stores', [1, 2, 3]],
    ['Sound', 'Fog signals', [1, 2, 4]],
  ]);
  expect(ladder.skills[1]?.cells.map((cell) => cell?.isMandatory)).toEqual([true, true, false]);
  expect(ladder.scales.map((scale) => scale.levels.length).sort()).toEqual([4, 5]);
  expect(ladder.faqs).toHaveLength(1);
});

test('the matrix shows what is evidenced and self-assessed, each on the scale of its cells', async () => {
  const cairn = await freshCairn();
  const [first = ''] = await store(cairn, lighthouse);
  for (const text of ['Trimmed 80 wicks +"Wick trimming":5', 'Trimmed 90 more +"Wick trimming":5']) {
    const { id } = await cairn.call('logAccomplishment', { text });
    await cairn.call('changeAccomplishment', { id, patch: { status: 'ready' } });
  }
  const { id: competencyId } = await cairn.call('nameCompetency', { name: 'Fog signals' });
  await cairn.call('assessCompetency', { competencyId, level: 5, scaleId: 'five-levels' });
  const ladder = await cairn.call('getLadder', { id: first });
  const skill = (name: string) => ladder.skills.find((skill) => skill.name === name);
  const match = await cairn.call('getMatch', { roleId: first });
  expect(skill('Wick trimming')?.evidenced).toBe(4);
  expect(match.requirements.find((requirement) => requirement.competency === 'Wick trimming')?.evidenced).toBe(4);
  expect(skill('Fog signals')).toMatchObject({ evidenced: 0, selfAssessed: 4 });
  expect(skill('Oil stores')).toMatchObject({ evidenced: 0, selfAssessed: null });
});

test('roles of one family are a ladder without a document that says so; one alone is none', async () => {
  const cairn = await freshCairn();
  const make = async (title: string, levelOrder: number, family = 'Rope making') =>
    (
      await cairn.call('makeRole', {
        role: { ...lighthouse.roles[0], title, levelOrder, family, gapPairs: [], links: [] } as never,
      })
    ).id;
  const second = await make('Senior rope maker', 2);
  const alone = await cairn.dispatch('getLadder', { id: second });
  expect(alone).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
  const first = await make('Rope maker', 1);
  const row = (await cairn.call('listLadders', {})).find((ladder) => ladder.family === 'Rope making');
  expect(row).toMatchObject({ id: first, title: 'Rope making', levelCount: 2, skillCount: 1 });
  expect((await cairn.call('getLadder', { id: second })).levels.map((level) => level.title)).toEqual([
    'Rope maker',
    'Senior rope maker',
  ]);
  await cairn.call('archiveRole', { id: first, isArchived: true });
  expect((await cairn.call('listLadders', {})).some((ladder) => ladder.family === 'Rope making')).toBe(false);
});

test('a short row is placed where the user says, the second A above a W meaning Advanced, and can be taken back', async () => {
  const cairn = await freshCairn();
  const [first = ''] = await store(cairn, lighthouse);
  const { id } = await cairn.call('getLadder', { id: first });
  const before = semanticDump(sqliteOf(cairn));
  await cairn.call('placeShortRow', { ladderId: id, skill: 'Log keeping', cells: ['A', 'W', 'A!'] });
  const ladder = await cairn.call('getLadder', { id });
  const placed = ladder.skills.find((skill) => skill.name === 'Log keeping');
  expect(placed).toMatchObject({ category: 'Lamp', kind: 'skill' });
  expect(placed?.cells.map((cell) => [cell?.level, cell?.isMandatory])).toEqual([
    [1, false],
    [2, false],
    [3, true],
  ]);
  expect(ladder.shortRows).toEqual([]);
  expect(await cairn.call('searchEverything', { text: 'Log keeping' })).toContainEqual(
    expect.objectContaining({ kind: 'role', title: 'Keeper' }),
  );
  await cairn.call('undo', {});
  expect(semanticDump(sqliteOf(cairn))).toEqual(before);
  await expect(
    cairn.call('placeShortRow', { ladderId: id, skill: 'Log keeping', cells: ['A', 'Q', null] }),
  ).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  await expect(
    cairn.call('placeShortRow', { ladderId: id, skill: 'Wick trimming', cells: ['A', null, null] }),
  ).rejects.toMatchObject({ code: 'NOT_FOUND' });
  expect(semanticDump(sqliteOf(cairn))).toEqual(before);
});

test('the matrix goes out as CSV that opens harmlessly in a spreadsheet', async () => {
  const cairn = await freshCairn();
  const formula = JSON.stringify('=HYPERLINK("http://x.example")');
  const harmful = JSON.parse(JSON.stringify(lighthouse).replace('"Oil stores"', formula)) as object;
  const [first = ''] = await store(cairn, harmful);
  const { fileName, bytes } = await cairn.call('writeExport', { kind: 'ladder', format: 'csv', id: first });
  expect(fileName).toBe('Keeper-of-a-light-matrix.csv');
  expect(new TextDecoder().decode(bytes).split('\r\n')).toEqual([
    'Category,Skill,Junior,Middle,Senior',
    'Lamp,Wick trimming,A!,W!,V',
    'Lamp,Lens polishing,,A,W',
    `Lamp,"'=HYPERLINK(""http://x.example"")",A,W,V`,
    'Sound,Fog signals,A,W!,E',
    'Legend,A = Awareness; W = Working; V = Advanced; E = Expert',
    '',
  ]);
});

test('the map joins levels, named roles and links, each path with its gap', async () => {
  const cairn = await freshCairn();
  const [first = '', second = '', third = ''] = await store(cairn, lighthouse);
  const [pilot = ''] = await store(cairn, {
    roles: [
      {
        title: 'Harbour Pilot',
        family: 'Pilotage',
        levelCode: 'P1',
        requirements: [
          { competency: 'Watch keeping', kind: 'competency', level: 5, importance: null },
          { competency: 'Chart reading', kind: 'competency', level: 2, importance: null },
          { competency: 'Wick trimming', kind: 'competency', level: 1, importance: null },
        ],
      },
    ],
  });
  await cairn.call('pinRole', { roleId: third, targetOn: '2027' });
  const { roles, paths } = await cairn.call('getCareerMap', {});
  const of = (from: string, to: string) => paths.find((path) => path.from === from && path.to === to);
  expect(roles.find((role) => role.key === third)?.pin).toEqual({ targetOn: '2027' });
  expect(of(first, second)).toMatchObject({ kind: 'next', theme: 'OWNERSHIP' });
  expect(of(first, second)?.gap.slice(0, 2)).toEqual([
    { competency: 'Fog signals', from: 1, to: 2, of: 4 },
    { competency: 'Lens polishing', from: null, to: 1, of: 4 },
  ]);
  expect(of(second, third)?.kind).toBe('next');
  expect(of(second, pilot)).toMatchObject({ kind: 'lateral', theme: null });
  expect(of(second, pilot)?.gap).toEqual([
    { competency: 'Chart reading', from: null, to: 2, of: 5 },
    { competency: 'Watch keeping', from: 3, to: 5, of: 5 },
  ]);
  const deckhand = roles.find((role) => role.title === 'Deckhand');
  expect(deckhand).toMatchObject({ roleId: null, ladderId: null });
  expect(of(deckhand?.key ?? '', second)).toMatchObject({ kind: 'feeder', gap: [] });
});

test('a matrix of 120 skills by 8 levels in a library of 1,000 roles is read in a moment', async () => {
  const cairn = await freshCairn();
  const many = Array.from({ length: 125 }, (_, family) => ({
    scales: [scale],
    ladders: [
      {
        family: `Family ${family}`,
        matrix: {
          scale: 'awve',
          skills: Array.from({ length: family === 7 ? 120 : 30 }, (_skill, at) => ({
            name: `Skill ${(at * 7 + family) % 900}`,
            category: `Category ${Math.floor(at / 10)}`,
            cells: ['A', 'A', 'W', 'W!', 'V', 'V', 'E', 'E!'],
          })),
        },
      },
    ],
    roles: Array.from({ length: 8 }, (_level, at) => ({
      title: `Role ${family} level ${at + 1}`,
      family: `Family ${family}`,
      levelOrder: at + 1,
      links:
        at < 7
          ? [
              { kind: 'next', title: `Role ${family} level ${at + 2}` },
              { kind: 'lateral', title: `Role ${(family + 1) % 125} level ${at + 1}` },
            ]
          : [],
    })),
  }));
  let seventh = '';
  for (const [family, library] of many.entries()) {
    const [id = ''] = await store(cairn, library);
    if (family === 7) seventh = id;
  }
  const timed = async (run: () => Promise<unknown>) => {
    const from = performance.now();
    await run();
    return performance.now() - from;
  };
  const ladder = await cairn.call('getLadder', { id: seventh });
  expect([ladder.skills.length, ladder.levels.length]).toEqual([120, 8]);
  const took = {
    ladder: await timed(() => cairn.call('getLadder', { id: seventh })),
    list: await timed(() => cairn.call('listLadders', {})),
    map: await timed(() => cairn.call('getCareerMap', {})),
  };
  expect(took.ladder).toBeLessThan(300);
  expect(took.list).toBeLessThan(1_000);
  expect(took.map).toBeLessThan(2_500);
});

test('the matrix written as CSV is read back as the same matrix', async () => {
  const cairn = await freshCairn();
  const [first = ''] = await store(cairn, lighthouse);
  const { bytes } = await cairn.call('writeExport', { kind: 'ladder', format: 'csv', id: first });
  const [draft] = await cairn.call('previewImport', {
    files: [{ name: 'matrix.csv', bytes: new Uint8Array(bytes) }],
  });
  if (draft?.kind !== 'ladder') expect.fail(`read as ${draft?.kind}`);
  const [ladder] = draft.library.ladders;
  expect(draft.library.roles.map((role) => role.levelLabel ?? role.title)).toEqual(['Junior', 'Middle', 'Senior']);
  const before = await cairn.call('getLadder', { id: first });
  const matrix = before.skills.filter((skill) => skill.category !== null);
  const read = ladder?.matrix?.skills.map(({ category, name, cells }) => ({
    category,
    name,
    cells: cellsOf({ name, cells }, draft.library.scales[0]).map((cell) => cell && [cell.level, cell.isMandatory]),
  }));
  expect(read).toEqual(
    matrix.map(({ category, name, cells }) => ({
      category,
      name,
      cells: cells.map((cell) => cell && [cell.level, cell.isMandatory]),
    })),
  );
  expect(draft.library.scales[0]?.levels).toEqual(scale.levels);
});

/** A newer edition of a document that is here already: shown change by change, taken over in part, undone whole. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { RoleContent } from '../../shared/api/role-content.ts';
import { semanticDump } from '../../src-main/db/undo/undo.ts';
import { freshCairn, openCairn, type TestCairn } from '../helpers/cairn.ts';

const page = readFileSync(join(resolve(import.meta.dirname, '..'), 'fixtures/competency-page.txt'), 'utf8');
const dump = (cairn: TestCairn) => semanticDump(cairn.session.profile?.sqlite ?? expect.fail('no profile is open'));

async function read(cairn: TestCairn, text: string): Promise<string> {
  const answer = await cairn.call('readImport', {
    files: [{ name: 'page.txt', bytes: new TextEncoder().encode(text) }],
  });
  return answer?.ids[0] ?? expect.fail('nothing was read');
}

test('the chosen changes of a newer edition go in; pin, evidence and the user’s own edits stay', async () => {
  const cairn = await freshCairn();
  const [id = ''] = (await cairn.call('applyImport', { id: await read(cairn, page) }))?.roleIds ?? [];
  const content = RoleContent.parse(await cairn.call('getRole', { id }));
  const { requirements } = await cairn.call('getRole', { id });
  const asked =
    requirements.find((requirement) => requirement.level === 2) ?? expect.fail('the page asks for no level 2');
  await cairn.call('pinRole', { roleId: id, targetOn: '2027-06' });
  await cairn.call('logAccomplishment', { text: `Rebuilt the quay ledger +"${asked.competency}":2` });
  const [{ id: accomplishmentId } = expect.fail('nothing was logged')] = (await cairn.call('listAccomplishments', {}))
    .rows;
  await cairn.call('changeAccomplishment', { id: accomplishmentId, patch: { status: 'ready', startedOn: '2026-05' } });
  await cairn.call('changeRole', { id, role: { ...content, mission: 'My own words for it.' } });
  const before = dump(cairn);
  const evidenced = async () =>
    (await cairn.call('getMatch', { roleId: id })).requirements.find(
      (requirement) => requirement.competency === asked.competency,
    );
  const shownBefore = (await evidenced())?.evidenced ?? 0;
  expect(shownBefore).toBeGreaterThan(0);

  const raisedPage = raise(page, asked.competency);
  const draftId = await read(cairn, raisedPage);
  const [offer] = await cairn.call('getEditionOffers', { id: draftId });
  expect(offer).toMatchObject({ roleId: id, index: 0, yourEdits: 1 });
  const words = offer?.changes.map((change) => change.words) ?? [];
  expect(words.filter((text) => text.startsWith(`${asked.competency} raised from 2 to 3`))).toHaveLength(1);
  const raised = offer?.changes.find((change) => change.words.startsWith(`${asked.competency} raised`));

  await cairn.call('applyImport', {
    id: draftId,
    into: [{ roleId: id, index: 0, changeIds: raised ? [raised.id] : [] }],
  });
  const after = await cairn.call('getRole', { id });
  const same = after.requirements.find((requirement) => requirement.competency === asked.competency);
  expect(same).toMatchObject({ level: 3, id: asked.id, competencyId: asked.competencyId });
  expect(after).toMatchObject({ mission: 'My own words for it.', pin: { targetOn: '2027-06' } });
  expect((await evidenced())?.evidenced).toBe(shownBefore);
  expect((await cairn.call('listOwnEdits', { id })).map((edit) => edit.words).join()).toContain('Mission');

  await cairn.call('undo', {});
  // the draft waits again, as it did before it was applied
  await cairn.call('discardImport', { id: draftId });
  expect(dump(cairn)).toEqual({ ...before, importDraft: [] });
});

test('the same page again changes nothing', async () => {
  const cairn = await freshCairn();
  await cairn.call('applyImport', { id: await read(cairn, page) });
  const [offer] = await cairn.call('getEditionOffers', { id: await read(cairn, page) });
  expect(offer?.changes).toEqual([]);
});

test('an import that is cancelled leaves the record as it was', async () => {
  const cairn = await freshCairn();
  const { bigPack } = await import('../bench/big-pack.ts');
  const bytes = new TextEncoder().encode(JSON.stringify(bigPack(200)));
  const answer = await cairn.call('readImport', { files: [{ name: 'harbour.rolepack.json', bytes }] });
  const before = dump(cairn);
  const applying = cairn.call('applyImport', { id: answer?.ids[0] ?? '' });
  while (!cairn.events.some((event) => event.kind === 'progress' && event.done >= 40)) await new Promise(setImmediate);
  expect(await cairn.call('cancelImport', {})).toEqual({ wasRunning: true });
  expect(await applying).toBeNull();
  expect(dump(cairn)).toEqual(before);
});

const pack = (roles: readonly object[], version = '1.0.0', more: object = {}) =>
  JSON.stringify({
    format: 'cairn-rolepack',
    formatVersion: 2,
    id: 'ferry',
    name: 'Ferry crew',
    version,
    author: 'Harbour school',
    licence: 'CC BY 4.0',
    roles,
    ...more,
  });
const deckhand = { title: 'Deckhand', family: 'Ferry', levelCode: 'D1', mission: 'On and off' };

test('two roles of a newer pack never go into one, and one the user renamed is known by what it was called', async () => {
  const cairn = await freshCairn();
  const [id = ''] = (await cairn.call('applyImport', { id: await read(cairn, pack([deckhand])) }))?.roleIds ?? [];
  const content = RoleContent.parse(await cairn.call('getRole', { id }));
  await cairn.call('changeRole', { id, role: { ...content, title: 'My deck job', family: 'Mine', levelCode: 'X' } });
  const newer = pack([{ ...deckhand, title: 'Night deckhand' }, deckhand], '2.0.0');
  const draftId = await read(cairn, newer);
  const offers = await cairn.call('getEditionOffers', { id: draftId });
  expect(offers).toMatchObject([{ roleId: id, index: 1, yourEdits: 3, changes: [] }]);
  await expect(
    cairn.call('applyImport', {
      id: draftId,
      into: [
        { roleId: id, index: 0, changeIds: [] },
        { roleId: id, index: 1, changeIds: [] },
      ],
    }),
  ).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  await cairn.call('applyImport', { id: draftId, into: [{ roleId: id, index: 1, changeIds: [] }] });
  const titles = (await cairn.call('listRoles', {})).map((role) => role.title);
  expect(titles).toEqual(expect.arrayContaining(['My deck job', 'Night deckhand']));
});

test('a correction made in the review is an edit of one’s own, and a newer edition does not take it back unasked', async () => {
  const cairn = await freshCairn();
  const draftId = await read(cairn, page);
  const draft = await cairn.call('getImportDraft', { id: draftId });
  if (draft.kind !== 'role') expect.fail('the page is no role');
  await cairn.call('changeImportDraft', { id: draftId, role: { ...draft.role, mission: 'Corrected by hand.' } });
  const [id = ''] = (await cairn.call('applyImport', { id: draftId }))?.roleIds ?? [];
  expect(await cairn.call('getRole', { id })).toMatchObject({ mission: 'Corrected by hand.', ownEdits: 1 });
  const again = await read(cairn, page);
  const [offer] = await cairn.call('getEditionOffers', { id: again });
  expect(offer).toMatchObject({ roleId: id, yourEdits: 1, changes: [] });
  await cairn.call('applyImport', { id: again, into: [{ roleId: id, index: 0, changeIds: [] }] });
  expect(await cairn.call('getRole', { id })).toMatchObject({ mission: 'Corrected by hand.', ownEdits: 1 });
});

test('a pack of another author does not take the place of one that is installed', async () => {
  const cairn = await freshCairn();
  await cairn.call('applyImport', { id: await read(cairn, pack([deckhand])) });
  const foreign = await read(cairn, pack([deckhand], '9.0.0', { author: 'Somebody else' }));
  await expect(cairn.call('applyImport', { id: foreign })).rejects.toMatchObject({ code: 'CONFLICT' });
});

test('a patch with values no role can hold is refused and changes nothing', async () => {
  const cairn = await freshCairn();
  await cairn.call('applyImport', { id: await read(cairn, pack([deckhand])) });
  for (const change of [
    { field: 'stack', before: null, after: 'abc' },
    { field: 'title', before: 'Deckhand', after: '   ' },
    { field: 'effectiveOn', before: null, after: 'not a date' },
    { field: 'levelOrder', before: null, after: 99 },
    {
      list: 'requirements',
      key: 'mooring',
      before: null,
      after: { competency: 'Mooring', kind: 'competency', level: 20, importance: null },
      rank: 0,
    },
  ]) {
    const file = { format: 'cairn-rolepatch', formatVersion: 1, role: deckhand, changes: [change] };
    const before = dump(cairn);
    const attempt = async () => {
      const id = await read(cairn, JSON.stringify(file));
      const [offer] = await cairn.call('getEditionOffers', { id });
      await cairn.call('applyImport', {
        id,
        into: [{ roleId: offer?.roleId ?? '', index: 0, changeIds: offer?.changes.map((offered) => offered.id) ?? [] }],
      });
    };
    await expect(attempt(), JSON.stringify(change)).rejects.toMatchObject({ name: 'AppError' });
    expect({ ...dump(cairn), importDraft: [] }).toEqual({ ...before, importDraft: [] });
  }
});

test('the bytes of every file of a source outlive the closing of the record', async () => {
  const cairn = await freshCairn();
  const occupations = 'O*NET-SOC Code\tTitle\tDescription\n11-1.00\tWeir keepers\tKeep weirs.\n';
  const skills =
    'O*NET-SOC Code\tTitle\tElement ID\tElement Name\tScale ID\tScale Name\tData Value\tN\tStandard Error\tLower CI Bound\tUpper CI Bound\tRecommend Suppress\tNot Relevant\tDate\tDomain Source\n' +
    '11-1.00\tWeir keepers\t2.A.1.a\tReading gauges\tIM\tImportance\t4.12\t8\t0.1\t3.9\t4.3\tN\tn/a\t07/2026\tAnalyst\n';
  const bytes = (text: string) => new TextEncoder().encode(text);
  const answer = await cairn.call('readImport', {
    files: [
      { name: 'Occupation Data.txt', bytes: bytes(occupations) },
      { name: 'Skills.txt', bytes: bytes(skills) },
    ],
  });
  expect(answer?.ids).toHaveLength(1);
  await cairn.close();
  const again = await openCairn(cairn.folder);
  await expect(again.call('readImportAgain', { id: answer?.ids[0] ?? '', isRepaired: true })).resolves.toBeTruthy();
});

/** The page with one competency a level higher, wherever it says so. */
function raise(text: string, competency: string): string {
  const name = competency.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return text
    .replace(new RegExp(`(${name}\\n)2\\n`, 'gi'), '$13\n')
    .replace(new RegExp(`(${name}\\nProficiency: )2`, 'gi'), '$13')
    .replace(new RegExp(`(${name} \\()2\\)`, 'gi'), '$13)');
}

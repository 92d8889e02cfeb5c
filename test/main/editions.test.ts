/** A newer edition of a document that is here already: shown change by change, taken over in part, undone whole. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { RoleContent } from '../../shared/api/role-content.ts';
import { semanticDump } from '../../src-main/db/undo.ts';
import { freshCairn, type TestCairn } from '../helpers/cairn.ts';

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
  const asked = requirements.find((one) => one.level === 2) ?? expect.fail('the page asks for no level 2');
  await cairn.call('pinRole', { roleId: id, targetOn: '2027-06' });
  await cairn.call('logAccomplishment', { text: `Rebuilt the quay ledger +"${asked.competency}":2` });
  const [{ id: accomplishmentId } = expect.fail('nothing was logged')] = (await cairn.call('listAccomplishments', {}))
    .rows;
  await cairn.call('changeAccomplishment', { id: accomplishmentId, patch: { status: 'ready', startedOn: '2026-05' } });
  await cairn.call('changeRole', { id, role: { ...content, mission: 'My own words for it.' } });
  const before = dump(cairn);
  const evidenced = async () =>
    (await cairn.call('getMatch', { roleId: id })).requirements.find((one) => one.competency === asked.competency);
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
  const same = after.requirements.find((one) => one.competency === asked.competency);
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

/** The page with one competency a level higher, wherever it says so. */
function raise(text: string, competency: string): string {
  const name = competency.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return text
    .replace(new RegExp(`(${name}\\n)2\\n`, 'gi'), '$13\n')
    .replace(new RegExp(`(${name}\\nProficiency: )2`, 'gi'), '$13')
    .replace(new RegExp(`(${name} \\()2\\)`, 'gi'), '$13)');
}

/** Roles edited by hand: forks, taking edits back, suggesting them to others, copies, the archive. */
import { expect, test } from 'vitest';
import { RolePatch } from '../../shared/api/role-change.ts';
import { RoleContent } from '../../shared/api/role-content.ts';
import { semanticDump } from '../../src-main/db/undo/undo.ts';
import { freshCairn, type TestCairn } from '../helpers/cairn.ts';

const dump = (cairn: TestCairn) => semanticDump(cairn.session.profile?.sqlite ?? expect.fail('no profile is open'));

async function firstRole(cairn: TestCairn): Promise<{ id: string; content: RoleContent }> {
  const [row] = await cairn.call('listRoles', {});
  if (!row) expect.fail('there are no roles');
  return { id: row.id, content: RoleContent.parse(await cairn.call('getRole', { id: row.id })) };
}

test('the first edit makes a fork, taking it back ends it, and undo restores every row', async () => {
  const cairn = await freshCairn();
  const { id, content } = await firstRole(cairn);
  const before = dump(cairn);
  const [kpi, ...others] = content.kpis;
  await cairn.call('changeRole', {
    id,
    role: {
      ...content,
      mission: 'A mission of my own.',
      kpis: [{ name: kpi?.name ?? '', target: '≤ 1 day' }, ...others],
    },
  });
  const edits = await cairn.call('listOwnEdits', { id });
  expect(edits).toHaveLength(2);
  expect(await cairn.call('getRole', { id })).toMatchObject({ ownEdits: 2, mission: 'A mission of my own.' });
  expect((await cairn.call('listRoles', {})).find((role) => role.id === id)?.isForked).toBe(true);

  const mission = edits.find((edit) => 'field' in edit.change);
  await cairn.call('takeBackEdits', { id, changeIds: [mission?.id ?? ''] });
  expect(await cairn.call('getRole', { id })).toMatchObject({ ownEdits: 1, mission: content.mission });
  await cairn.call('takeBackEdits', {
    id,
    changeIds: (await cairn.call('listOwnEdits', { id })).map((edit) => edit.id),
  });
  expect(await cairn.call('getRole', { id })).toMatchObject({ ownEdits: 0 });
  expect((await cairn.call('listRoles', {})).find((role) => role.id === id)?.isForked).toBe(false);

  for (let step = 0; step < 3; step += 1) await cairn.call('undo', {});
  expect(dump(cairn)).toEqual(before);
});

test('one’s edits become a patch that another Cairn reads, shows and takes in part', async () => {
  const cairn = await freshCairn();
  const { id, content } = await firstRole(cairn);
  await cairn.call('changeRole', {
    id,
    role: {
      ...content,
      mission: 'A better mission.',
      tools: [...content.tools, { name: 'Abacus', category: 'Arithmetic', use: 'Sums by lamplight' }],
    },
  });
  const changeIds = (await cairn.call('listOwnEdits', { id })).map((edit) => edit.id);
  const { bytes, fileName } = await cairn.call('writeExport', {
    kind: 'edits',
    format: 'role-patch',
    id,
    changeIds,
    note: 'Two ideas',
  });
  expect(fileName).toMatch(/\.rolepatch\.json$/);
  expect(RolePatch.parse(JSON.parse(new TextDecoder().decode(bytes)))).toMatchObject({
    author: 'Test Person',
    note: 'Two ideas',
  });

  const other = await freshCairn();
  const read = await other.call('readImport', { files: [{ name: fileName, bytes: new Uint8Array(bytes) }] });
  const [draftId = ''] = read?.ids ?? [];
  expect(await other.call('getImportDraft', { id: draftId })).toMatchObject({ kind: 'patch' });
  const [offer] = await other.call('getEditionOffers', { id: draftId });
  expect(offer?.changes).toHaveLength(2);
  const tool = offer?.changes.find((change) => change.words.includes('Abacus'));
  await other.call('applyImport', {
    id: draftId,
    into: [{ roleId: offer?.roleId ?? '', index: 0, changeIds: [tool?.id ?? ''] }],
  });
  const changed = await other.call('getRole', { id: offer?.roleId ?? '' });
  expect(changed.tools.map((tool) => tool.name)).toContain('Abacus');
  expect(changed.mission).toBe(content.mission);
  expect(changed.ownEdits).toBe(1);
  await other.call('undo', {});
  expect((await other.call('getRole', { id: offer?.roleId ?? '' })).tools.map((tool) => tool.name)).not.toContain(
    'Abacus',
  );
});

test('a patch for a role that is not here says so and changes nothing', async () => {
  const cairn = await freshCairn();
  const patch = {
    format: 'cairn-rolepatch',
    formatVersion: 1,
    role: { title: 'Weir keeper' },
    changes: [{ field: 'mission', before: null, after: 'Keep the weir.' }],
  };
  const bytes = new TextEncoder().encode(JSON.stringify(patch));
  const read = await cairn.call('readImport', { files: [{ name: 'a.json', bytes }] });
  const before = dump(cairn);
  await expect(cairn.call('applyImport', { id: read?.ids[0] ?? '' })).rejects.toMatchObject({
    code: 'INVALID_INPUT',
    message: expect.stringContaining('Weir keeper'),
  });
  expect(dump(cairn)).toEqual(before);
});

test('a role written by hand, its copy and the archive', async () => {
  const cairn = await freshCairn();
  const { id } = await cairn.call('makeRole', {
    role: {
      title: '  Weir keeper ',
      requirements: [{ competency: 'Gauges', kind: 'competency', level: 3, importance: 'critical', isMandatory: true }],
    },
  });
  const made = await cairn.call('getRole', { id });
  expect(made).toMatchObject({ title: 'Weir keeper', source: null, pack: null, ownEdits: 0 });
  expect((await cairn.call('getMatch', { roleId: id })).requirements).toHaveLength(1);
  const copy = await cairn.call('duplicateRole', { id });
  expect(await cairn.call('getRole', { id: copy.id })).toMatchObject({ title: 'Weir keeper (copy)' });
  await cairn.call('pinRole', { roleId: copy.id, targetOn: '2027' });
  await cairn.call('archiveRole', { id: copy.id, isArchived: true });
  const archived = (await cairn.call('listRoles', {})).find((role) => role.id === copy.id);
  expect(archived).toMatchObject({ pin: null });
  expect(archived?.archivedAt).not.toBeNull();
  await cairn.call('undo', {});
  expect((await cairn.call('listRoles', {})).find((role) => role.id === copy.id)?.pin).toMatchObject({
    targetOn: '2027',
  });
  await expect(cairn.call('makeRole', { role: { title: '   ' } })).rejects.toMatchObject({ code: 'INVALID_INPUT' });
});

test('a row that was reworded is taken back in its own words', async () => {
  const cairn = await freshCairn();
  const { id, content } = await firstRole(cairn);
  const [first, ...others] = content.milestones;
  if (!first) expect.fail('the role has no milestones');
  const reworded = { ...first, text: `${first.text} And writes down what was learnt.` };
  await cairn.call('changeRole', { id, role: { ...content, milestones: [reworded, ...others] } });
  const [edit] = await cairn.call('listOwnEdits', { id });
  await cairn.call('takeBackEdits', { id, changeIds: [edit?.id ?? ''] });
  expect((await cairn.call('getRole', { id })).milestones).toEqual(content.milestones);
  expect((await cairn.call('getRole', { id })).ownEdits).toBe(0);
});

/** Roles and ladders on paper and as files: what is handed to the printer and to the save dialog. */
import { describe, expect, test } from 'vitest';
import type { PrintableDocument } from '../../shared/api/document.ts';
import { RolePatch } from '../../shared/api/role-change.ts';
import { RoleContent } from '../../shared/api/role-content.ts';
import { RolePack } from '../../shared/api/role-pack.ts';
import { freshCairn } from '../helpers/cairn.ts';

const canary = 'CANARY-51c0';

/** A record with one shipped ladder, what was printed, and what was saved; dialogs are cancelled when told so. */
async function exporting(isCancelled = false) {
  const printed: PrintableDocument[] = [];
  const saved: { title: string; suggestedName: string; text: string }[] = [];
  const cairn = await freshCairn({
    print: async (document) => {
      printed.push(document);
      return new TextEncoder().encode('%PDF');
    },
    saveFile: async ({ title, suggestedName, bytes }) => {
      if (isCancelled) return null;
      saved.push({ title, suggestedName, text: new TextDecoder().decode(bytes as Uint8Array) });
      return { fileName: suggestedName };
    },
  });
  const roles = await cairn.call('listRoles', {});
  const [role] = roles;
  if (!role) throw new Error('No role ships.');
  return { cairn, printed, saved, role, roles };
}

describe('saving', () => {
  test('a role and a track hands the whole document to the printer, and the PDF to the dialog', async () => {
    const { cairn, printed, saved, role } = await exporting();
    await cairn.call('saveRolePdf', { roleId: role.id, paper: 'letter' });
    await cairn.call('saveTrackPdf', { ladderId: role.id, paper: 'a4' });
    expect(printed.map((document) => [document.kind, document.paper])).toEqual([
      ['role', 'letter'],
      ['track', 'a4'],
    ]);
    expect(saved.map((file) => file.text)).toEqual(['%PDF', '%PDF']);
    for (const file of saved) expect(file.suggestedName).toMatch(/^[\p{L}\p{N}-]+\.pdf$/u);
  });

  test('matrix, pack and patch write what the same endpoints without a dialog answer', async () => {
    const { cairn, saved, role } = await exporting();
    const content = RoleContent.parse(await cairn.call('getRole', { id: role.id }));
    await cairn.call('changeRole', { id: role.id, role: { ...content, mission: 'Keep the lamps lit.' } });
    const changeIds = (await cairn.call('listOwnEdits', { id: role.id })).map((edit) => edit.id);
    const chosen = { roleIds: [role.id], name: 'One role', author: 'Ada' };
    await cairn.call('saveMatrixCsv', { id: role.id });
    await cairn.call('saveRolePack', chosen);
    await cairn.call('saveRolePatch', { id: role.id, changeIds, note: 'Shorter' });
    expect(saved.map((file) => file.text)).toEqual([
      (await cairn.call('writeMatrixCsv', { id: role.id })).csv,
      (await cairn.call('writeRolePack', chosen)).json,
      (await cairn.call('writeRolePatch', { id: role.id, changeIds, note: 'Shorter' })).json,
    ]);
    expect(RolePack.parse(JSON.parse(saved[1]?.text ?? '')).roles).toHaveLength(1);
    expect(RolePatch.parse(JSON.parse(saved[2]?.text ?? '')).changes.length).toBeGreaterThan(0);
  });

  test('is no error when the dialog is cancelled, and makes no undo step', async () => {
    const { cairn, role } = await exporting(true);
    expect(await cairn.call('saveRolePdf', { roleId: role.id, paper: 'a4' })).toBeNull();
    expect(await cairn.call('saveMatrixCsv', { id: role.id })).toBeNull();
    expect(cairn.events.filter((event) => 'undo' in event && event.undo)).toEqual([]);
  });

  test('what is not there is said to be gone', async () => {
    const { cairn } = await exporting();
    for (const [name, input] of [
      ['printRole', { roleId: 'nobody', paper: 'a4' }],
      ['printTrack', { ladderId: 'nobody', paper: 'a4' }],
      ['saveMatrixCsv', { id: 'nobody' }],
    ] as const) {
      expect(await cairn.dispatch(name, input)).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
    }
  });
});

test('a role or a track on paper says how far one stands, and not one word of the work that shows it', async () => {
  const { cairn, printed, role } = await exporting();
  const spec = await cairn.call('getRole', { id: role.id });
  const competencyId = spec.requirements[0]?.competencyId ?? '';
  for (const confidentiality of ['public', 'private'] as const) {
    const { id } = await cairn.call('logAccomplishment', { text: `Work ${canary}` });
    await cairn.call('changeAccomplishment', {
      id,
      patch: {
        confidentiality,
        status: 'ready',
        story: canary,
        witnesses: [{ name: canary, relation: 'manager', title: canary, confirmedOn: null, words: canary }],
        showings: [{ competencyId, level: 5, scaleId: 'five-levels', reason: canary }],
      },
    });
  }
  await cairn.call('saveRolePdf', { roleId: role.id, paper: 'a4' });
  await cairn.call('saveTrackPdf', { ladderId: role.id, paper: 'a4' });
  const track = printed.find((document) => document.kind === 'track');
  expect(track).toMatchObject({ hasStanding: true });
  expect(
    track?.kind === 'track' &&
      track.matrices[0]?.groups.flatMap((group) => group.rows).some((row) => /^[1-5]\./.test(row.evidenced)),
  ).toBe(true);
  expect(JSON.stringify(printed)).not.toContain(canary);
  expect(printed).toHaveLength(2);
});

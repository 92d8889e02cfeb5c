/** Everything that leaves as a file: what is handed to the printer and to the save dialog, and under which name. */
import { describe, expect, test } from 'vitest';
import type { PrintableDocument } from '../../shared/api/document.ts';
import { FileExport } from '../../shared/api/export.ts';
import type { Input } from '../../shared/api/index.ts';
import { RolePatch } from '../../shared/api/role-change.ts';
import { RoleContent } from '../../shared/api/role-content.ts';
import { RolePack } from '../../shared/api/role-pack.ts';
import { freshCairn } from '../helpers/cairn.ts';
import { emptyPdf, exportedText } from '../helpers/exported.ts';

const canary = 'CANARY-51c0';

/** A record with one shipped ladder, what was printed, and what was saved; dialogs are cancelled when told so. */
async function exporting(isCancelled = false) {
  const printed: PrintableDocument[] = [];
  const saved: { title: string; suggestedName: string; text: string }[] = [];
  const cairn = await freshCairn({
    print: async (document) => {
      printed.push(document);
      return emptyPdf;
    },
    saveFile: async ({ title, suggestedName, bytes }) => {
      if (isCancelled) return null;
      saved.push({ title, suggestedName, text: new TextDecoder().decode(bytes as Uint8Array) });
      return { fileName: suggestedName, savedId: `saved as ${suggestedName}` };
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
    await cairn.call('saveExport', { kind: 'role', format: 'pdf', id: role.id });
    await cairn.call('changeSettings', { patch: { paper: 'letter' } });
    await cairn.call('saveExport', { kind: 'ladder', format: 'pdf', id: role.id });
    await cairn.call('saveExport', { kind: 'match', format: 'pdf', id: role.id });
    expect(printed.map((document) => [document.kind, document.paper])).toEqual([
      ['role', 'a4'],
      ['track', 'letter'],
      ['match', 'letter'],
    ]);
    expect(saved.map((file) => file.text.slice(0, 4))).toEqual(['%PDF', '%PDF', '%PDF']);
    for (const file of saved) expect(file.suggestedName).toMatch(/^[\p{L}\p{N}-]+\.pdf$/u);
  });

  test('every kind and format is the file that a preview or a terminal is given, under a name that any disk takes', async () => {
    const { cairn, saved, role } = await exporting();
    const content = RoleContent.parse(await cairn.call('getRole', { id: role.id }));
    await cairn.call('changeRole', { id: role.id, role: { ...content, mission: 'Keep the lamps lit.' } });
    await cairn.call('logAccomplishment', { text: 'Ran the failover drill' });
    const { id: resume } = await cairn.call('createResume', { name: 'Lamps / & Oil', roleId: null });
    const [pack] = await cairn.call('listPacks', {});
    const exports: Input<'writeExport'>[] = [
      { kind: 'record', format: 'json-resume' },
      { kind: 'resume', format: 'pdf', id: resume },
      { kind: 'resume', format: 'json-resume', id: resume },
      { kind: 'match', format: 'pdf', id: role.id },
      { kind: 'role', format: 'pdf', id: role.id },
      { kind: 'roles', format: 'role-pack', ids: [role.id], name: 'One role', author: 'Ada' },
      {
        kind: 'edits',
        format: 'role-patch',
        id: role.id,
        changeIds: (await cairn.call('listOwnEdits', { id: role.id })).map((edit) => edit.id),
        note: 'Shorter',
      },
      { kind: 'ladder', format: 'pdf', id: role.id },
      { kind: 'ladder', format: 'csv', id: role.id },
      { kind: 'pack', format: 'role-pack', id: pack?.id ?? '' },
    ];
    expect(exports.map(({ kind, format }) => `${kind} ${format}`)).toEqual(
      FileExport.options.flatMap(({ shape }) => shape.format.options.map((format) => `${shape.kind.value} ${format}`)),
    );
    for (const wanted of exports) {
      saved.length = 0;
      const written = await cairn.call('writeExport', wanted);
      expect(await cairn.call('saveExport', wanted)).toEqual({
        fileName: written.fileName,
        savedId: `saved as ${written.fileName}`,
        proof: written.proof,
        notices: written.notices,
      });
      expect(saved.map(({ suggestedName, text }) => [suggestedName, text])).toEqual([
        [written.fileName, new TextDecoder().decode(written.bytes)],
      ]);
      expect(written.fileName).toMatch(/^[\p{L}\p{N}-]+\.(?:pdf|csv|json|rolepack\.json|rolepatch\.json)$/u);
      expect(written.proof?.pageCount).toBe(wanted.format === 'pdf' ? 1 : undefined);
      expect(cairn.events.filter((event) => 'undo' in event && event.undo && /xport/.test(event.undo.label))).toEqual(
        [],
      );
    }
    const text = (index: number) => exportedText(cairn.call, exports[index] as Input<'writeExport'>);
    expect(RolePack.parse(JSON.parse(await text(5))).roles).toHaveLength(1);
    expect(RolePatch.parse(JSON.parse(await text(6))).changes.length).toBeGreaterThan(0);
  });

  test('a resume as PDF notes when, and saving anything else or nothing does not', async () => {
    for (const isCancelled of [true, false]) {
      const { cairn } = await exporting(isCancelled);
      const { id } = await cairn.call('createResume', { name: 'Lamps', roleId: null });
      const exportedAt = async () => (await cairn.call('listResumes', {}))[0]?.exportedAt;
      await cairn.call('saveExport', { kind: 'resume', format: 'json-resume', id });
      expect(await exportedAt()).toBeNull();
      cairn.events.length = 0;
      await cairn.call('saveExport', { kind: 'resume', format: 'pdf', id });
      expect(await exportedAt()).toEqual(isCancelled ? null : expect.any(String));
      const stale = cairn.events.flatMap((event) => (event.kind === 'changed' ? event.queries : []));
      expect(stale).toEqual(isCancelled ? [] : ['listResumes']);
    }
  });

  test('what was saved is opened, or shown in its folder, by the system and by no path of the page', async () => {
    const asked: string[] = [];
    const cairn = await freshCairn({ openSaved: async (savedId, how) => void asked.push(`${how} ${savedId}`) });
    await cairn.call('openSavedFile', { savedId: 'a', how: 'open' });
    await cairn.call('openSavedFile', { savedId: 'a', how: 'folder' });
    expect(asked).toEqual(['open a', 'folder a']);
    expect(await cairn.dispatch('openSavedFile', { path: '/etc/passwd', how: 'open' })).toMatchObject({
      error: { code: 'INVALID_INPUT' },
    });
  });

  test('is no error when the dialog is cancelled, and makes no undo step', async () => {
    const { cairn, role } = await exporting(true);
    expect(await cairn.call('saveExport', { kind: 'role', format: 'pdf', id: role.id })).toBeNull();
    expect(await cairn.call('saveExport', { kind: 'ladder', format: 'csv', id: role.id })).toBeNull();
    expect(cairn.events.filter((event) => 'undo' in event && event.undo)).toEqual([]);
  });

  test('what is not there is said to be gone, and a format that a kind does not have is refused', async () => {
    const { cairn } = await exporting();
    for (const [kind, format] of [
      ['resume', 'pdf'],
      ['resume', 'json-resume'],
      ['match', 'pdf'],
      ['role', 'pdf'],
      ['ladder', 'pdf'],
      ['ladder', 'csv'],
      ['pack', 'role-pack'],
    ] as const) {
      const wanted = { kind, format, id: 'nobody' };
      for (const name of ['writeExport', 'saveExport'] as const)
        expect(await cairn.dispatch(name, wanted)).toMatchObject({ ok: false, error: { code: 'NOT_FOUND' } });
    }
    for (const format of ['csv', '__proto__', 'constructor'])
      expect(await cairn.dispatch('saveExport', { kind: 'role', format, id: 'nobody' })).toMatchObject({
        error: { code: 'INVALID_INPUT' },
      });
  });

  test('no export takes a path: what is given beside the thing goes nowhere', async () => {
    const { cairn, saved, role } = await exporting();
    const wanted = { kind: 'ladder', format: 'csv', id: role.id, path: '/tmp/out.csv', fileName: '../out.csv' };
    expect(await cairn.dispatch('saveExport', wanted)).toMatchObject({ ok: true });
    expect(saved.map((file) => file.suggestedName)).toEqual([expect.stringMatching(/^[\p{L}\p{N}-]+-matrix\.csv$/u)]);
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
  await cairn.call('saveExport', { kind: 'role', format: 'pdf', id: role.id });
  await cairn.call('saveExport', { kind: 'ladder', format: 'pdf', id: role.id });
  const track = printed.find((document) => document.kind === 'track');
  expect(track).toMatchObject({ hasStanding: true });
  expect(
    track?.kind === 'track' &&
      track.matrices[0]?.groups.flatMap((group) => group.rows).some((row) => /^[1-5]\./.test(row.evidenced)),
  ).toBe(true);
  expect(JSON.stringify(printed)).not.toContain(canary);
  expect(printed).toHaveLength(2);
});

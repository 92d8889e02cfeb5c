/** Drafts that are read again, discarded and added: what comes back, what is seen meanwhile, what is left behind. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { RoleContent } from '../../shared/api/role-content.ts';
import { bigPack } from '../bench/big-pack.ts';
import { freshCairn, openCairn, type TestCairn } from '../helpers/cairn.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);
const sqliteOf = (cairn: TestCairn) => cairn.session.profile?.sqlite ?? expect.fail('no profile is open');
const fixture = readFileSync(join(import.meta.dirname, '..', 'fixtures', 'job-advert.txt'), 'utf8');
/** Its dashes and quotes went through a wrong encoding. */
const damaged = `${fixture}\n\nAbout us\nWe keep the harbourâ€™s lights â€“ day and night.\n`;

async function draftOf(cairn: TestCairn, text: string, name = 'page.txt'): Promise<string> {
  const read = await cairn.call('readImport', { files: [{ name, bytes: bytesOf(text) }] });
  return read?.ids[0] ?? expect.fail('nothing was read');
}

const sourcesIn = (cairn: TestCairn) =>
  sqliteOf(cairn).prepare(`SELECT count(*) FROM sourceBytes WHERE instr(bytes, ?) > 0`).pluck();

describe('a draft that is read again', () => {
  test('takes the corrections made so far along when it is undone, and redone it is the new reading', async () => {
    const cairn = await freshCairn();
    const id = await draftOf(cairn, damaged);
    const draft = await cairn.call('getImportDraft', { id });
    if (draft.kind !== 'role') expect.fail('no role was read');
    const corrected = RoleContent.parse({ ...draft.role, title: 'Keeper of the lights', mission: 'Never dark.' });
    await cairn.call('changeImportDraft', { id, role: corrected });
    const before = await cairn.call('getImportDraft', { id });

    await cairn.call('readImportAgain', { id, isRepaired: false });
    const again = await cairn.call('getImportDraft', { id });
    expect(again.repair).toMatchObject({ isApplied: false });
    expect(again).not.toHaveProperty('asRead');
    expect(await cairn.call('getUndoState', {})).toMatchObject({ undo: 'Draft read again' });

    await cairn.call('undo', {});
    expect(await cairn.call('getImportDraft', { id })).toEqual(before);
    await cairn.call('redo', {});
    expect(await cairn.call('getImportDraft', { id })).toEqual(again);
  });
});

describe('a draft that is gone', () => {
  test('comes back with what was chosen in its review as long as it can be undone', async () => {
    const cairn = await freshCairn();
    const id = await draftOf(cairn, fixture);
    const key = `import:${id}:settled`;
    await cairn.call('keepUnsaved', { key, text: '1,2' });
    await cairn.call('discardImport', { id });
    // another draft is read and discarded: the first can still be undone
    await cairn.call('discardImport', { id: await draftOf(cairn, `${fixture}\nAnother`) });
    await cairn.call('undo', {});
    await cairn.call('undo', {});
    expect((await cairn.call('getImportDraft', { id })).id).toBe(id);
    expect((await cairn.call('getUnsaved', { key })).text).toBe('1,2');
  });

  test('leaves neither its source nor its choices behind once no step names it', async () => {
    const cairn = await freshCairn();
    const id = await draftOf(cairn, `${fixture}\nCANARY-7710`);
    const key = `import:${id}:joins`;
    await cairn.call('keepUnsaved', { key, text: '{}' });
    await cairn.call('discardImport', { id });
    expect(sourcesIn(cairn).get('CANARY-7710')).toBe(1);
    sqliteOf(cairn).exec('DELETE FROM undoStep');
    // without waiting for the end of the session: the next draft is enough
    const kept = await draftOf(cairn, `${fixture}\nCANARY-7711`);
    expect(sourcesIn(cairn).get('CANARY-7710')).toBe(0);
    expect((await cairn.call('getUnsaved', { key })).text).toBeNull();
    await cairn.close();
    const again = await openCairn(cairn.folder);
    expect(sourcesIn(again).get('CANARY-7711')).toBe(1);
    expect((await again.call('getImportDraft', { id: kept })).id).toBe(kept);
  });
});

/** Waits until an import of so many is in its midst. */
async function progressOf(cairn: TestCairn, total: number): Promise<void> {
  while (!cairn.events.some((event) => event.kind === 'progress' && event.done > 0 && event.total === total))
    await new Promise((resolve) => setImmediate(resolve));
}

describe('while an import is being added', () => {
  test('a list shows none of it or all of it, a backup and an undo wait, and cancelling gets through', async () => {
    const cairn = await freshCairn();
    await cairn.call('logAccomplishment', { text: 'Lit the lamps' });
    const before = (await cairn.call('listRoles', {})).length;
    const id = await draftOf(cairn, JSON.stringify(bigPack(200)), 'harbour.rolepack.json');
    const counts = new Set<number>();
    let isAdding = true;
    const adding = cairn.call('applyImport', { id }).finally(() => {
      isAdding = false;
    });
    const asking = (async () => {
      while (isAdding) {
        counts.add((await cairn.call('listRoles', {})).length);
        await new Promise((resolve) => setImmediate(resolve));
      }
    })();
    await progressOf(cairn, 200);
    const backup = cairn.call('backUpNow', {});
    const added = await adding;
    await asking;
    expect(added?.roleIds).toHaveLength(200);
    counts.add((await cairn.call('listRoles', {})).length);
    expect([...counts].every((count) => count === before || count === before + 200)).toBe(true);
    expect((await backup).fileName).toBeTruthy();

    await cairn.call('undo', {});
    cairn.events.length = 0;
    const again = cairn.call('applyImport', { id });
    await progressOf(cairn, 200);
    const listed = cairn.call('listRoles', {});
    const undone = cairn.dispatch('undo', {});
    expect(await cairn.call('cancelImport', {})).toEqual({ wasRunning: true });
    expect(await again).toBeNull();
    expect(await listed).toHaveLength(before);
    expect(await undone).toMatchObject({ ok: true, value: { label: 'Accomplishment captured' } });
  }, 60_000);
});

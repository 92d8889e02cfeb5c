/** Drafts that are read again, discarded and added: what comes back, what is seen meanwhile, what is left behind. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
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

const decisionsOf = (cairn: TestCairn, id: string) =>
  Promise.all(
    (['settled', 'joins'] as const).map(
      async (about) => (await cairn.call('getImportDecision', { id, about })).decided,
    ),
  );

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

describe('a draft under review', () => {
  test('is parsed once however often it is asked about, and again only when it was changed', async () => {
    const cairn = await freshCairn();
    const id = await draftOf(cairn, fixture);
    const stored = () => sqliteOf(cairn).prepare('SELECT draft FROM importDraft WHERE id = ?').pluck().get(id);
    const parse = vi.spyOn(JSON, 'parse');
    onTestFinished(() => parse.mockRestore());
    const timesParsed = async (work: () => Promise<unknown>) => {
      parse.mockClear();
      await work();
      return parse.mock.calls.filter(([text]) => text === stored()).length;
    };
    const ask = async () => {
      const draft = await cairn.call('getImportDraft', { id });
      await cairn.call('getJoinOffers', { id });
      await cairn.call('getEditionOffers', { id });
      await cairn.call('keepImportDecision', { id, about: 'settled', decided: '1' });
      return draft;
    };
    expect(await timesParsed(ask)).toBe(1);
    expect(await timesParsed(ask)).toBe(0);
    const draft = await ask();
    if (draft.kind !== 'role') expect.fail('no role was read');
    const role = RoleContent.parse({ ...draft.role, title: 'Keeper of the lights' });
    await cairn.call('changeImportDraft', { id, role });
    expect(await timesParsed(ask)).toBe(1);
    // changed beneath it, as undo does, it is another draft at once
    sqliteOf(cairn).exec(`UPDATE importDraft SET draft = json_replace(draft, '$.role.title', 'Lamplighter')`);
    expect(await ask()).toMatchObject({ role: { title: 'Lamplighter' } });
    expect(await timesParsed(() => cairn.call('applyImport', { id }))).toBe(0);
  });
});

describe('a draft that is gone', () => {
  test('comes back with what was chosen in its review as long as it can be undone', async () => {
    const cairn = await freshCairn();
    const id = await draftOf(cairn, fixture);
    await cairn.call('keepImportDecision', { id, about: 'settled', decided: '1' });
    await cairn.call('keepImportDecision', { id, about: 'settled', decided: '1,2' });
    await cairn.call('discardImport', { id });
    await expect(cairn.call('keepImportDecision', { id, about: 'joins', decided: '{}' })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    // another draft is read and discarded: the first can still be undone
    await cairn.call('discardImport', { id: await draftOf(cairn, `${fixture}\nAnother`) });
    await cairn.call('undo', {});
    await cairn.call('undo', {});
    expect((await cairn.call('getImportDraft', { id })).id).toBe(id);
    expect(await decisionsOf(cairn, id)).toEqual(['1,2', null]);
    // what is decided now does not keep the step from being repeated, and goes and comes back with it
    await cairn.call('keepImportDecision', { id, about: 'joins', decided: '{}' });
    await cairn.call('redo', {});
    expect(await decisionsOf(cairn, id)).toEqual([null, null]);
    await cairn.call('undo', {});
    expect(await decisionsOf(cairn, id)).toEqual(['1,2', '{}']);
  });

  test('that was added comes back with what was chosen in its review', async () => {
    const cairn = await freshCairn();
    const id = await draftOf(cairn, fixture);
    await cairn.call('keepImportDecision', { id, about: 'joins', decided: '{"a":1}' });
    await cairn.call('applyImport', { id });
    expect(await decisionsOf(cairn, id)).toEqual([null, null]);
    await cairn.call('undo', {});
    expect(await decisionsOf(cairn, id)).toEqual([null, '{"a":1}']);
  });

  test('leaves neither its source nor its choices behind once no step names it', async () => {
    const cairn = await freshCairn();
    const id = await draftOf(cairn, `${fixture}\nCANARY-7710`);
    await cairn.call('keepImportDecision', { id, about: 'joins', decided: '{}' });
    await cairn.call('discardImport', { id });
    expect(sourcesIn(cairn).get('CANARY-7710')).toBe(1);
    sqliteOf(cairn).exec('DELETE FROM undoStep');
    // without waiting for the end of the session: the next draft is enough
    const kept = await draftOf(cairn, `${fixture}\nCANARY-7711`);
    expect(sourcesIn(cairn).get('CANARY-7710')).toBe(0);
    expect(await decisionsOf(cairn, id)).toEqual([null, null]);
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

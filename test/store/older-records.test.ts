/** Records that earlier versions wrote, each with a draft under review, a bin, a resume and steps to undo. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { BinItem } from '../../shared/api/bin.ts';
import { writeMarkerOf } from '../../src-main/db/profile-marker.ts';
import { semanticDump } from '../../src-main/db/undo/undo.ts';
import { openCairn, type TestCairn, temporaryFolder } from '../helpers/cairn.ts';
import { exportedText } from '../helpers/exported.ts';

const fixtures = resolve(import.meta.dirname, '..', 'fixtures', 'records');

interface Expected {
  readonly roleId: string;
  readonly resumeId: string;
  readonly draftId: string;
  readonly accomplishments: { readonly rows: readonly object[] };
  readonly bin: readonly BinItem[];
  readonly background: object;
  readonly match: { readonly requirements: readonly object[] };
  readonly document: object;
  readonly jsonResume: object;
  readonly drafts: readonly object[];
  readonly draft: { readonly role: object; readonly lines: number; readonly notices: number };
  readonly undo: { readonly undo: string; readonly redo: string };
}

async function openRecordOf(schema: number): Promise<{ cairn: TestCairn; expected: Expected }> {
  const folder = temporaryFolder();
  const file = join(folder, 'record.db');
  writeFileSync(file, gunzipSync(readFileSync(join(fixtures, `schema-${schema}.db.gz`))));
  // without it the record is one from elsewhere, whose steps to undo are dropped; the first two schemas had none
  if (schema > 2) await writeMarkerOf(folder, file);
  const cairn = await openCairn(folder);
  if (cairn.session.problem) expect.fail(cairn.session.problem.message);
  const expected = JSON.parse(readFileSync(join(fixtures, `schema-${schema}.json`), 'utf8')) as Expected;
  return { cairn, expected };
}

/** What was settled and joined in the review of the draft, the same in each record. */
const decided = ['0,1', '{"Data protection":"apart"}'];

const decisionsOf = (cairn: TestCairn, id: string) =>
  Promise.all(
    (['settled', 'joins'] as const).map(async (about) => {
      return (await cairn.call('getImportDecision', { id, about })).decided;
    }),
  );

const dumpOf = (cairn: TestCairn) =>
  semanticDump(cairn.session.profile?.sqlite ?? expect.fail('The record is not open.'));

describe.each([1, 2, 3, 4, 5])('a record that was written with schema %i', (schema) => {
  test('shows its accomplishments, bin, background, match and drafts as they were', async () => {
    const { cairn, expected } = await openRecordOf(schema);
    expect(await cairn.call('listAccomplishments', {})).toMatchObject(expected.accomplishments);
    expect(await cairn.call('listBin', {})).toMatchObject(expected.bin);
    expect(await cairn.call('getBackground', {})).toMatchObject(expected.background);
    expect(await cairn.call('getMatch', { roleId: expected.roleId })).toMatchObject(expected.match);
    expect(await cairn.call('listImportDrafts', {})).toMatchObject(expected.drafts);
    const draft = await cairn.call('getImportDraft', { id: expected.draftId });
    expect(draft).toMatchObject({ kind: 'role', role: expected.draft.role });
    expect([draft.sourceLines.length, draft.notices.length]).toEqual([expected.draft.lines, expected.draft.notices]);
    expect(await cairn.call('getUnsaved', { key: 'capture' })).toEqual({ text: 'Half a sentence about the' });
    expect((await cairn.call('checkRecord', {})).problems).toEqual([]);
  });

  test('keeps what was decided about its draft with the draft, and nowhere else', async () => {
    const { cairn, expected } = await openRecordOf(schema);
    expect(await decisionsOf(cairn, expected.draftId)).toEqual(decided);
    const unsaved = cairn.session.profile?.sqlite.prepare('SELECT key FROM unsavedText').pluck().all();
    expect(unsaved).toEqual(['capture']);
    await cairn.call('applyImport', { id: expected.draftId });
    expect(await decisionsOf(cairn, expected.draftId)).toEqual([null, null]);
    await cairn.call('undo', {});
    expect(await decisionsOf(cairn, expected.draftId)).toEqual(decided);
  });

  test('prints and exports its resume word for word', async () => {
    const { cairn, expected } = await openRecordOf(schema);
    expect((await cairn.call('getResume', { id: expected.resumeId })).document).toMatchObject(expected.document);
    const written = { kind: 'resume', format: 'json-resume', id: expected.resumeId } as const;
    expect(JSON.parse(await exportedText(cairn.call, written))).toEqual(expected.jsonResume);
  });

  test('adds the draft under review, restores from the bin and takes both back', async () => {
    const { cairn, expected } = await openRecordOf(schema);
    const before = dumpOf(cairn);
    await cairn.call('applyImport', { id: expected.draftId });
    for (const { kind, id } of expected.bin) await cairn.call('restoreFromBin', { kind, id });
    expect(await cairn.call('listBin', {})).toEqual([]);
    for (let step = 0; step <= expected.bin.length; step += 1) await cairn.call('undo', {});
    expect(dumpOf(cairn)).toEqual(before);
  });
});

// the journals of schema 1 and 2 held SQL, which is never run, so their steps are gone
test.each([3, 4, 5])('a record of schema %i takes back every step of earlier days and repeats it', async (schema) => {
  const { cairn, expected } = await openRecordOf(schema);
  expect(await cairn.call('getUndoState', {})).toMatchObject(expected.undo);
  const before = dumpOf(cairn);
  let steps = 0;
  for (; (await cairn.call('getUndoState', {})).undo !== null; steps += 1) await cairn.call('undo', {});
  expect(steps).toBeGreaterThan(15);
  expect(await cairn.call('listAccomplishments', {})).toMatchObject({ total: 0 });
  for (let step = 0; step < steps; step += 1) await cairn.call('redo', {});
  expect(dumpOf(cairn)).toEqual(before);
});

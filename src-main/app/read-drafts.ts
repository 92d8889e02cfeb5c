/** Files from strangers into drafts that wait for their review. */
import { createHash } from 'node:crypto';
import type { Draft } from '../../shared/api/import.ts';
import { limits } from '../../shared/vocabulary/limits.ts';
import { query } from '../db/query.ts';
import { checkLimit } from '../import/output-limits.ts';
import { runReader } from '../import/run-reader.ts';
import type { GivenFile } from '../import/source.ts';
import { changeDraft, columnsOf } from '../store/imports/drafts.ts';
import { notFound } from '../store/not-found.ts';
import { deleteOrphanedSources } from '../store/roles/orphaned-sources.ts';
import { storeSourceBytes } from '../store/roles/source-bytes.ts';
import type { ActContext, ReadContext } from './context.ts';

/** A file a source was read from, kept by its hash. */
export interface SourcePart {
  readonly name: string;
  readonly sha256: string;
}

/** Reads in the worker; refuses what is too large before that. */
export function readFilesInWorker(
  context: ReadContext,
  files: readonly GivenFile[],
  options: { readonly isRepaired?: boolean; readonly signal?: AbortSignal } = {},
): Promise<Draft[]> {
  const total = files.reduce((sum, file) => sum + file.bytes.length, 0);
  checkLimit('All files together', total, limits.filesAtOnce);
  return runReader(files, { ...options, known: knownNames(context) });
}

/** Reads outside any transaction, then keeps what was read in one. Null when it was cancelled. */
export async function readAndStoreDrafts(
  context: ActContext,
  files: readonly GivenFile[],
): Promise<{ ids: string[] } | null> {
  const drafts = await cancellable(context, (signal) => readFilesInWorker(context, files, { signal }));
  if (drafts === null) return null;
  const parts = files.map(
    (file): SourcePart => ({
      name: file.name,
      sha256: createHash('sha256').update(file.bytes).digest('hex'),
    }),
  );
  const ids = await context.write(null, ({ db, host, now }) => {
    deleteOrphanedSources(db);
    for (const [index, { sha256 }] of parts.entries())
      storeSourceBytes(db, sha256, files[index]?.bytes ?? new Uint8Array());
    return drafts.map((draft) => {
      const id = host.newId();
      const own = (draft.files ?? [0]).flatMap((place) => parts[place] ?? []);
      const [first, ...further] = own;
      if (!first) throw new Error('A draft names no file it was read from.');
      const names = own.map((part) => part.name).join(', ');
      const source = { sourceName: names.slice(0, 500), sha256: first.sha256, parts: JSON.stringify(further) };
      db.run(query.insertInto('importDraft').values({ id, ...source, ...columnsOf(draft), createdAt: now }));
      return id;
    });
  });
  return { ids };
}

/**
 * Reads the source of a draft once more, its encoding repaired or not; the first draft of the new reading takes its
 * place. One step that can be undone: the corrections of the user come back with the reading they were made in.
 */
export async function rereadDraft(context: ActContext, id: string, isRepaired: boolean): Promise<{ id: string }> {
  const { db } = context;
  const row = db.first(query.selectFrom('importDraft').select(['sourceName', 'sha256', 'parts']).where('id', '=', id));
  if (!row) throw notFound('draft');
  const further = JSON.parse(row.parts) as SourcePart[];
  const name = further.length > 0 ? (row.sourceName.split(', ')[0] ?? row.sourceName) : row.sourceName;
  const files = [{ name, sha256: row.sha256 }, ...further].map((part) => ({
    name: part.name,
    bytes: db.one(query.selectFrom('sourceBytes').select('bytes').where('sha256', '=', part.sha256)).bytes,
  }));
  const [draft] = await readFilesInWorker(context, files, { isRepaired });
  if (!draft) throw notFound('draft');
  await context.write('Draft read again', (inside) => changeDraft(inside.db, id, draft));
  return { id };
}

/** Runs work that `cancelImport` may stop; null when it was. */
export async function cancellable<T>(
  { session }: ActContext,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T | null> {
  const controller = new AbortController();
  session.importing = controller;
  try {
    return await work(controller.signal);
  } catch (error) {
    if (controller.signal.aborted) return null;
    throw error;
  } finally {
    if (session.importing === controller) session.importing = null;
  }
}

/** Names and aliases of the competencies that are here, for readers that recognise them in prose. */
function knownNames({ db }: ReadContext): string[] {
  return db.all(query.selectFrom('competencyName').select('name').limit(5000)).map((competency) => competency.name);
}

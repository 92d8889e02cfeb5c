/**
 * The search index, brought up to date. Saving only notes what became stale, since indexing costs many times what a save
 * does; the notes are worked off before a search, in quiet moments and on closing. They stand in the record's own file,
 * so a crash loses none.
 */
import type { Database } from 'better-sqlite3';
import { prepared } from '../statement-cache.ts';
import { addedWords, addedWordsMark } from './searched-words.ts';

/** So many are indexed before a search, those changed last; a new name of an employer may concern far more. */
const mostPerDrain = 2_000;
/** So many are indexed in a quiet moment, which then is no longer than a blink. */
const mostPerTick = 100;
const momentEveryMs = 1_000;

/** So many accomplishments are remembered as changed; whoever is further behind reads all of them again, which is quicker. */
const changesRemembered = 300;

/** Which accomplishments were indexed, and when: for everybody who holds what they read of them. */
interface ChangeLog {
  /** How many times one was indexed. */
  count: number;
  /** Up to where changes are not remembered any more. */
  forgotten: number;
  /** At which count each was indexed last, those of late last. */
  readonly last: Map<string, number>;
}

const changeLogs = new WeakMap<Database, ChangeLog>();

function changeLogOf(sqlite: Database): ChangeLog {
  const log = changeLogs.get(sqlite) ?? { count: 0, forgotten: 0, last: new Map() };
  changeLogs.set(sqlite, log);
  return log;
}

/** How far the changes of accomplishments go, for `changedSince`; to be asked right after reading. */
export const changesSoFar = (sqlite: Database): number => changeLogOf(sqlite).count;

/**
 * The ids of accomplishments changed since: indexed meanwhile, or waiting for it. One that was still waiting then is
 * among them. Null when they are too many to be worth telling.
 */
export function changedSince(sqlite: Database, count: number): string[] | null {
  const { forgotten, last } = changeLogOf(sqlite);
  if (count < forgotten) return null;
  const waiting = prepared(sqlite, `SELECT refId FROM searchStale WHERE kind = 'accomplishment' LIMIT ?`).all(
    changesRemembered + 1,
  ) as { refId: string }[];
  const changed = new Set(waiting.map((note) => note.refId));
  for (const [id, at] of last) if (at > count) changed.add(id);
  return changed.size > changesRemembered ? null : [...changed];
}

function noteChange(log: ChangeLog, id: string): void {
  log.count += 1;
  log.last.delete(id);
  log.last.set(id, log.count);
  if (log.last.size <= changesRemembered) return;
  const [oldest] = log.last;
  if (!oldest) return;
  log.last.delete(oldest[0]);
  log.forgotten = oldest[1];
}

/** What is indexed of a text beside its title. */
function withAddedWords({ title, body }: { readonly title: string; readonly body: string }): string {
  const added = addedWords(`${title} ${body}`);
  return added === '' ? body : `${body}${addedWordsMark}${added}`;
}

interface Note {
  readonly id: number;
  readonly kind: string;
  readonly refId: string;
}

/**
 * Indexes what was changed, what was changed last if there is more than `atMost`; answers how many it took. Runs in the
 * transaction that is open, else in one of its own. When the disk is full, or the record is open read-only, the index stays as it
 * was: nothing is lost by that, and looking for what is already there must still be possible.
 */
export function drainSearch(sqlite: Database, atMost: number = mostPerDrain): number {
  const notes = prepared(
    sqlite,
    'SELECT id, kind, refId FROM (SELECT id, kind, refId FROM searchStale ORDER BY id DESC LIMIT ?) ORDER BY id',
  ).all(atMost) as Note[];
  if (notes.length === 0) return 0;
  const forget = prepared(sqlite, 'DELETE FROM searchDoc WHERE kind = ? AND refId = ?');
  const source = prepared(sqlite, 'SELECT title, body FROM searchSource WHERE kind = ? AND refId = ?');
  const index = prepared(sqlite, 'INSERT INTO searchDoc(kind, refId, title, body) VALUES (?, ?, ?, ?)');
  const cross = prepared(sqlite, 'DELETE FROM searchStale WHERE id = ?');
  const changes = changeLogOf(sqlite);
  try {
    sqlite.transaction(() => {
      for (const { id, kind, refId } of notes) {
        forget.run(kind, refId);
        const text = source.get(kind, refId) as { title: string; body: string } | undefined;
        if (text !== undefined) index.run(kind, refId, text.title, withAddedWords(text));
        cross.run(id);
        if (kind === 'accomplishment') noteChange(changes, refId);
      }
    })();
  } catch (error) {
    if (!['SQLITE_FULL', 'SQLITE_IOERR_WRITE', 'SQLITE_READONLY'].includes((error as { code?: string }).code ?? ''))
      throw error;
    return 0;
  }
  return notes.length;
}

/**
 * Takes deleted words out of the index for good. It notes a deletion beside the word and drops both only when it happens
 * to write that part again; so it is rewritten whole, which where nothing was deleted is no work.
 */
export function overwriteDeletedWords(sqlite: Database): void {
  for (const index of ['searchWords', 'searchParts'])
    sqlite.prepare(`INSERT INTO ${index}(${index}) VALUES ('optimize')`).run();
}

/** Keeps the index of whatever record is open up to date while nobody searches; answers how to stop. */
export function drainRegularly(open: () => Database | undefined): () => void {
  const timer = setInterval(() => {
    const sqlite = open();
    // a command in its midst is left alone
    if (!sqlite?.open || sqlite.inTransaction) return;
    try {
      drainSearch(sqlite, mostPerTick);
    } catch {
      // what fails here fails at the next search too, whose error is shown
    }
  }, momentEveryMs);
  timer.unref();
  return () => clearInterval(timer);
}

/** The files of a record as an attack or a crash leaves them. */
import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import BetterSqlite3 from 'better-sqlite3';
import { type TestCairn, temporaryFolder } from './cairn.ts';

/** The folder as it stands while the record is open, as after a power cut. */
export function crashedCopy(cairn: TestCairn): string {
  const folder = temporaryFolder();
  for (const name of ['record.db', 'record.db-wal', 'profile.json', 'record.marker.json', 'record.position'])
    if (existsSync(join(cairn.folder, name))) copyFileSync(join(cairn.folder, name), join(folder, name));
  return folder;
}

/** What a rescue wrote, opened. */
export function titlesInBackup(file: string): string[] {
  const copy = join(temporaryFolder(), 'copy.db');
  writeFileSync(copy, gunzipSync(readFileSync(file)));
  const sqlite = new BetterSqlite3(copy);
  try {
    return sqlite.prepare('SELECT title FROM accomplishment ORDER BY title').pluck().all() as string[];
  } finally {
    sqlite.close();
  }
}

/** The profiles that attacks begin with. */
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import BetterSqlite3, { type Database } from 'better-sqlite3';
import { applicationId } from '../../../src-main/db/inspect/file-header.ts';
import { currentSchema, migrate } from '../../../src-main/db/migrate.ts';
import { migrations } from '../../../src-main/db/migrations/index.ts';
import { openCairn } from './cairn.ts';
import type { Flow } from './flows.ts';
import { copyFresh } from './scratch.ts';

export const everyResource = resolve(import.meta.dirname, '../../../resources');

/** The run of the profile's making, of the attack on it, and of the look at what is left. */
export const runs = { making: 1, attack: 2, look: 3 } as const;

/** What a flow finds: a folder with packs and profiles made beforehand. */
export interface Prepared {
  /** What ships, with one ladder: a record opens in a tenth of the time. */
  readonly resources: string;
  /** A profile with six accomplishments and two backups, closed cleanly. */
  readonly usual: string;
  /** The same without its pack, in a record of the oldest schema. */
  readonly old: string;
}

/** Makes them all below a folder. */
export async function prepareProfiles(folder: string): Promise<Prepared> {
  const resources = join(folder, 'resources');
  cpSync(everyResource, resources, {
    recursive: true,
    filter: (path) => !path.endsWith('.rolepack.json') || path.endsWith('machine-learning-engineering.rolepack.json'),
  });
  const usual = join(folder, 'usual');
  const cairn = await openCairn(usual, resources, runs.making);
  await cairn.call('startFresh', { name: 'Ada' });
  for (let index = 0; index < 5; index += 1) await cairn.call('logAccomplishment', { text: `Before ${index} #first` });
  await cairn.call('backUpNow', {});
  await cairn.call('logAccomplishment', { text: 'Before, after the backup' });
  await cairn.close();
  const old = join(folder, 'old');
  makeOldProfile(old, 1);
  return { resources, usual, old };
}

/** A profile as a Cairn of that schema left it, with rows enough to take several pages. */
export function makeOldProfile(folder: string, schema: number): void {
  if (schema >= currentSchema) throw new Error(`Schema ${schema} is not an old one.`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const sqlite = new BetterSqlite3(join(folder, 'record.db'));
  sqlite.pragma(`application_id = ${applicationId}`);
  sqlite.pragma('journal_mode = WAL');
  migrate(sqlite, migrations.slice(0, 1));
  fillFirstSchema(sqlite);
  migrate(sqlite, migrations.slice(0, schema));
  sqlite.pragma('wal_checkpoint(TRUNCATE)');
  sqlite.close();
  const card = { format: 'cairn-profile', formatVersion: 1, isSample: false, createdAt: '2026-01-01T00:00:00.000Z' };
  writeFileSync(join(folder, 'profile.json'), `${JSON.stringify(card, null, 2)}\n`);
}

function fillFirstSchema(sqlite: Database): void {
  const at = '2026-01-01T00:00:00.000Z';
  const story = (seed: number) =>
    Array.from({ length: 80 }, (_, index) => `word${(seed * 31 + index * 7) % 97}`).join(' ');
  sqlite.transaction(() => {
    sqlite.prepare(`UPDATE profile SET name = 'Ada' WHERE id = 'me'`).run();
    const accomplishment = sqlite.prepare(
      `INSERT INTO accomplishment(id, title, story, startedOn, endedOn, isOngoing, positionId, projectId, confidentiality,
         status, shortWording, longWording, createdAt, updatedAt, deletedAt)
       VALUES (?, ?, ?, '2025-03', NULL, 0, NULL, NULL, 'employer', 'ready', '', '', ?, ?, NULL)`,
    );
    for (let index = 0; index < 60; index += 1) accomplishment.run(`a-${index}`, `Done ${index}`, story(index), at, at);
    const competency = sqlite.prepare(
      `INSERT INTO competency(id, name, parentId, description, createdAt) VALUES (?, ?, NULL, '', ?)`,
    );
    for (let index = 0; index < 20; index += 1) competency.run(`c-${index}`, `Competency ${index}`, at);
    const role = sqlite.prepare(
      `INSERT INTO roleSpec(id, title, family, levelCode, levelOrder, words, createdAt, updatedAt) VALUES (?, ?, 'Family', ?, ?, ?, ?, ?)`,
    );
    const requirement = sqlite.prepare(
      `INSERT INTO requirement(id, roleSpecId, rank, competencyId, name, kind, level, scaleId, importance, isMandatory, details)
       VALUES (?, ?, ?, ?, ?, 'competency', 3, 'five-levels', 'critical', 0, '[]')`,
    );
    for (let index = 0; index < 12; index += 1) {
      role.run(`r-${index}`, `Role ${index}`, `L${index}`, index, story(index), at, at);
      for (let rank = 0; rank < 8; rank += 1)
        requirement.run(
          `q-${index}-${rank}`,
          `r-${index}`,
          rank,
          `c-${(index + rank) % 20}`,
          `Competency ${(index + rank) % 20}`,
        );
    }
  })();
}

/** Puts what a flow begins with in a place; answers that place. */
export function startingProfile(prepared: Prepared, { start }: Pick<Flow, 'start'>, place: string): string {
  if (start === 'nothing') rmSync(place, { recursive: true, force: true });
  else copyFresh(prepared[start], place);
  return place;
}

/** Names of files that stand only while something is written; none may stay behind. */
export function temporaryFiles(profile: string): string[] {
  if (!existsSync(profile)) return [];
  return (readdirSync(profile, { recursive: true }) as string[])
    .filter((name) => !name.startsWith('replaced-'))
    .filter((name) => /\.part$|\.part-|\.new$|\.new-|\.restoring|\.tmp$/.test(name));
}

/** What must hold of a profile whatever happened to it, found by opening it as a user would. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import BetterSqlite3 from 'better-sqlite3';
import { findDamage } from '../../../src-main/db/open.ts';
import { openCairn, type ProofCairn } from './cairn.ts';
import { runs } from './profiles.ts';

export interface Expected {
  /** Every state the record may be in; `none` is a folder without a record. */
  readonly states: readonly string[];
  /** Backups that were acknowledged. */
  readonly backups?: readonly string[];
}

/** Opens the profile and answers what is wrong with it, in words; nothing when all promises hold. */
export async function brokenPromises(profile: string, resources: string, expected: Expected): Promise<string[]> {
  const cairn = await openCairn(profile, resources, runs.look);
  try {
    return await look(cairn, profile, expected);
  } catch (error) {
    return [`it could not be looked at: ${(error as Error).message}`];
  } finally {
    await cairn.leave();
  }
}

async function look(cairn: ProofCairn, profile: string, { states, backups = [] }: Expected): Promise<string[]> {
  const app = await cairn.call('getAppState', {});
  if (app.state === 'recovery') return [`it does not open: ${app.code}: ${app.message}`];
  const state = cairn.fingerprint();
  const problems: string[] = [];
  if (!states.includes(state)) {
    const wanted = states.join(' or ');
    problems.push(
      state === 'none' ? `it looks like a first run, expected ${wanted}` : `it is ${state}, expected ${wanted}`,
    );
  }
  if (app.state === 'first-run') return problems;
  const check = await cairn.call('checkRecord', {});
  if (!check.isSound) problems.push(`the record is damaged: ${check.problems[0]}`);
  const listed = await cairn.call('listBackups', {});
  for (const fileName of backups) {
    if (!listed.some((backup) => backup.fileName === fileName)) problems.push(`the backup ${fileName} is not listed`);
  }
  for (const backup of listed) {
    const problem = backupProblem(join(profile, 'backups', backup.fileName), backup.accomplishments);
    if (problem) problems.push(`the backup ${backup.fileName} ${problem}`);
  }
  return problems;
}

/** What was found of a backup's bytes before. */
const seen = new Map<string, string | null>();

/** Reads a backup without any code of the app that lists it; answers what is wrong, or null. */
export function backupProblem(file: string, accomplishments: number): string | null {
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch {
    return 'is listed and not there';
  }
  const key = `${createHash('sha1').update(bytes).digest('hex')} ${accomplishments}`;
  const known = seen.get(key);
  if (known !== undefined) return known;
  const problem = unpackedProblem(bytes, accomplishments);
  seen.set(key, problem);
  return problem;
}

function unpackedProblem(bytes: Buffer, accomplishments: number): string | null {
  let sqlite: BetterSqlite3.Database | undefined;
  try {
    sqlite = openPacked(bytes);
    const [damage] = findDamage(sqlite);
    if (damage !== undefined) return `is damaged: ${damage}`;
    const { n } = sqlite.prepare('SELECT count(*) AS n FROM accomplishment WHERE deletedAt IS NULL').get() as {
      n: number;
    };
    return n === accomplishments ? null : `is listed with ${accomplishments} accomplishments and holds ${n}`;
  } catch (error) {
    return `cannot be read: ${(error as Error).message}`;
  } finally {
    sqlite?.close();
  }
}

/** Opens the bytes of a backup in memory. */
export function openPacked(bytes: Buffer): BetterSqlite3.Database {
  const database = gunzipSync(bytes);
  // there is no log in memory: the two bytes of the header say that none is needed
  database.fill(1, 18, 20);
  return new BetterSqlite3(database);
}

/** An update of an old record: ended at any statement or any write it is old or new, never between. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3, { type Database } from 'better-sqlite3';
import { currentSchema } from '../../../src-main/db/migrate.ts';
import { programFile } from '../../helpers/programs.ts';
import { countControls } from '../controls.ts';
import type { Outcome, Proof, Size } from '../proof.ts';
import { openCairn } from './cairn.ts';
import { brokenPromises } from './check.ts';
import { fingerprintOf } from './fingerprint.ts';
import { makeOldProfile, type Prepared, prepareProfiles, runs } from './profiles.ts';
import { spread } from './random.ts';
import { runFlow } from './run-flow.ts';
import { copyFresh, withScratch } from './scratch.ts';
import { type Fault, injecting, recording, straceUnavailable } from './strace.ts';
import { ordinalsOf } from './trace.ts';

const oldSchemas = Array.from({ length: currentSchema - 1 }, (_, index) => index + 1);

export const migration: Proof = {
  name: 'migration',
  promise:
    'An update that ends at any of its statements leaves the record as it was or wholly updated; a record that cannot be updated stays as it was.',
  unavailable: () => (process.platform === 'win32' ? 'Windows has no signal that ends a process at any moment.' : null),
  run: (size, say) => withScratch((scratch) => proveStatements(scratch, size, say)),
};

export const migrationWrites: Proof = {
  name: 'migration-writes',
  promise:
    'An update that ends at any of its writes and syncs to the disk is finished by the next start, with nothing lost.',
  unavailable: straceUnavailable,
  run: (size, say) => withScratch((scratch) => proveWrites(scratch, size, say)),
};

const quickStatements = 6;
const quickControl = 2;
const quickKills = 3;

async function proveStatements(scratch: string, size: Size, say: (line: string) => void): Promise<Outcome> {
  const prepared = await prepareProfiles(join(scratch, 'prepared'));
  const failures: string[] = [];
  let tried = 0;
  const seen: Record<string, number> = {};
  for (const schema of oldSchemas) {
    const old = join(scratch, `old-${schema}`);
    makeOldProfile(old, schema);
    const statements = await statementsIn(scratch, old, 'whole');
    for (const at of spread(statements, size === 'full' ? statements : quickStatements)) {
      const problems = await endAt(scratch, prepared, old, at, 'whole');
      tried += 1;
      if (problems.length > 0) failures.push(`from schema ${schema}, ended at statement ${at}: ${problems.join('; ')}`);
    }
    // without a transaction around it, an update that ends in its midst must be seen to be between
    const kind = `updates from schema ${schema} without a transaction`;
    seen[kind] = 0;
    const bare = await statementsIn(scratch, old, 'bare');
    for (const at of spread(bare, size === 'full' ? 12 : quickControl)) {
      if ((await endAt(scratch, prepared, old, at, 'bare')).length > 0) seen[kind] = (seen[kind] ?? 0) + 1;
    }
    say(`from schema ${schema}: ${statements} statements, ${failures.length} broken`);
    const poisoned = await poisonedProblems(scratch, prepared, schema);
    tried += 1;
    if (poisoned.length > 0) {
      failures.push(`from schema ${schema}, with a row that points at nothing: ${poisoned.join('; ')}`);
    }
  }
  const { control, missed } = countControls(seen);
  failures.push(...missed);
  say(`control, updates without a transaction: ${control} seen between old and new`);
  return { tried, failed: failures.length, control, failures };
}

type Manner = 'whole' | 'bare';

/** Lets the migration run in a process that ends at the statement; answers how many it saw. */
async function migrateUntil(profile: string, at: number, manner: Manner): Promise<number> {
  const program = programFile('migration-process');
  const { stdout, stderr, signal } = spawnSync(
    process.execPath,
    [program, join(profile, 'record.db'), String(at), manner],
    {
      encoding: 'utf8',
    },
  );
  const seen = Number(stdout.trim().split('\n').at(-1));
  if (Number.isNaN(seen) || at > 0 !== (signal === 'SIGKILL')) throw new Error(`The update did not run: ${stderr}`);
  return seen;
}

async function statementsIn(scratch: string, old: string, manner: Manner): Promise<number> {
  const profile = join(scratch, 'counted');
  copyFresh(old, profile);
  return migrateUntil(profile, 0, manner);
}

async function endAt(scratch: string, prepared: Prepared, old: string, at: number, manner: Manner): Promise<string[]> {
  const profile = join(scratch, 'ended');
  copyFresh(old, profile);
  const before = inFile(profile, describe);
  await migrateUntil(profile, at, manner);
  const after = inFile(profile, describe);
  const updated = await updatedForm(scratch, old);
  if (after !== before && after !== updated.described) return ['it is neither as before nor updated'];
  return brokenPromises(profile, prepared.resources, { states: [updated.state] });
}

const updatedForms = new Map<string, { described: string; state: string }>();

/** What the old record looks like when the update runs to its end. */
async function updatedForm(scratch: string, old: string): Promise<{ described: string; state: string }> {
  const known = updatedForms.get(old);
  if (known) return known;
  const profile = join(scratch, 'updated');
  copyFresh(old, profile);
  await migrateUntil(profile, 0, 'whole');
  const form = { described: inFile(profile, describe), state: inFile(profile, fingerprintOf) };
  updatedForms.set(old, form);
  return form;
}

function inFile<T>(profile: string, read: (sqlite: Database) => T): T {
  const sqlite = new BetterSqlite3(join(profile, 'record.db'));
  try {
    return read(sqlite);
  } finally {
    sqlite.close();
  }
}

/** Schema, tables and every row. */
function describe(sqlite: Database): string {
  const schema = sqlite.pragma('user_version', { simple: true });
  const parts = sqlite.prepare('SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name').pluck().all();
  return JSON.stringify([schema, parts, fingerprintOf(sqlite)]);
}

/** A row that points at nothing keeps a record from being updated: it stays at the old schema, and the user is told. */
async function poisonedProblems(scratch: string, prepared: Prepared, schema: number): Promise<string[]> {
  const profile = join(scratch, 'poisoned');
  makeOldProfile(profile, schema);
  inFile(profile, (sqlite) => {
    sqlite.pragma('foreign_keys = OFF');
    sqlite.exec(
      `INSERT INTO requirement(id, roleSpecId, rank, competencyId, name, kind, level, scaleId, importance, isMandatory, details)
       VALUES ('poisoned', 'nowhere', 1, 'nowhere', 'x', 'skill', 1, 'five-levels', NULL, 0, '[]')`,
    );
  });
  const before = inFile(profile, describe);
  const cairn = await openCairn(profile, prepared.resources, runs.look);
  const app = await cairn.call('getAppState', {});
  const problems: string[] = [];
  if (app.state === 'first-run') problems.push('it looks like a first run');
  if (app.state === 'recovery') {
    if (app.code === 'INTERNAL' || app.message === '') problems.push(`it says ${app.code}: ${app.message}`);
    // what cannot be updated must not be out of reach
    await cairn.dispatch('openReadOnly', {});
    const exported = await cairn.dispatch('writeExport', { kind: 'record', format: 'json-resume' });
    if (!exported.ok) problems.push(`it does not export: ${exported.error.code}: ${exported.error.message}`);
  }
  await cairn.close();
  if (inFile(profile, describe) !== before) problems.push('the old record was changed');
  return problems;
}

/** How often each call is the last, in the full size; of the many writes so many, evenly. */
const killedCalls = [
  { calls: ['pwrite64'], times: 60 },
  { calls: ['fsync'], times: 40 },
  { calls: ['ftruncate'], times: 10 },
  { calls: ['rename'], times: 20 },
  { calls: ['unlink'], times: 20 },
] as const;

async function proveWrites(scratch: string, size: Size, say: (line: string) => void): Promise<Outcome> {
  const prepared = await prepareProfiles(join(scratch, 'prepared'));
  const profile = join(scratch, 'profile');
  const trace = join(scratch, 'trace');
  const failures: string[] = [];
  let tried = 0;
  let alive = 0;
  const seen: Record<string, number> = {};
  for (const schema of oldSchemas) {
    const old = join(scratch, `old-${schema}`);
    makeOldProfile(old, schema);
    const { state } = await updatedForm(scratch, old);
    const run = { flow: 'opening', folder: profile, resources: prepared.resources };
    copyFresh(old, profile);
    await runFlow({ ...run, under: recording(trace) });
    const recorded = readFileSync(trace, 'latin1');
    const faults = killedCalls.flatMap(({ calls, times }) => {
      const places = ordinalsOf(recorded, calls, profile);
      return spread(places.length, times).map(
        (place): Fault => ({ calls, effect: 'signal=KILL', nth: places[place - 1] ?? 1 }),
      );
    });
    for (const place of spread(faults.length, size === 'full' ? faults.length : quickKills)) {
      const fault = faults[place - 1];
      if (!fault) continue;
      copyFresh(old, profile);
      const { said } = await runFlow({ ...run, under: injecting(trace, fault) });
      if (said.at(-1)?.kind === 'closed') {
        alive += 1;
        continue;
      }
      tried += 1;
      const problems = await brokenPromises(profile, prepared.resources, { states: [state] });
      if (problems.length === 0) continue;
      failures.push(`from schema ${schema}, killed at ${fault.calls[0]} ${fault.nth}: ${problems.join('; ')}`);
    }
    say(`from schema ${schema}: ${tried} kills, ${failures.length} broken`);
    // what is looked for must be missed when it is not there
    copyFresh(old, profile);
    inFile(profile, (sqlite) => sqlite.exec(`DELETE FROM accomplishment WHERE id = 'a-7'`));
    const isSeen = (await brokenPromises(profile, prepared.resources, { states: [state] })).length > 0;
    seen[`a record of schema ${schema} that lost a row`] = Number(isSeen);
  }
  if (alive > tried) failures.push(`only ${tried} of ${tried + alive} updates were killed`);
  const { control, missed } = countControls(seen);
  failures.push(...missed);
  say(`control, a record that lost a row before the update: ${control} seen`);
  return { tried, failed: failures.length, control, failures, figures: { 'not killed': alive } };
}

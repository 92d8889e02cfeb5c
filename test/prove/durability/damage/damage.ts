/** What befalls the files of a record: each case is told in words that are no first run, and no byte of it is changed. */
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import type { AppState } from '../../../../shared/api/profile/app.ts';
import type { ProfileProblem } from '../../../../shared/api/profile/profile-problem.ts';
import { applicationId } from '../../../../src-main/db/inspect/file-header.ts';
import { type Controls, countControls } from '../../controls.ts';
import type { Outcome, Proof, Size } from '../../proof.ts';
import { openCairn } from '../cairn.ts';
import { bytesOf, changedFiles } from '../folder-bytes.ts';
import { prepareProfiles, runs } from '../profiles.ts';
import { copyFresh, withScratch } from '../scratch.ts';
import { type DamageCase, type DamagedProfiles, damageCases, prepareDamaged } from './damage-cases.ts';
import { liveCases, liveProblems } from './live-damage.ts';

export const damage: Proof = {
  name: 'damage',
  promise:
    'A record that is damaged, incomplete, missing, foreign, newer, moved or replaced is told from a first run in words that say what to do, and not a byte of it is changed.',
  unavailable: () => null,
  run: (size, say) => withScratch((scratch) => prove(scratch, size, say)),
};

async function prove(scratch: string, size: Size, say: (line: string) => void): Promise<Outcome> {
  const { resources, usual } = await prepareProfiles(join(scratch, 'prepared'));
  const profiles = await prepareDamaged(join(scratch, 'damaged'), usual, resources);
  const place = join(scratch, 'profile');
  const whole: Whole = {
    closed: await fingerprintAt(profiles.closed, place, resources),
    unclosed: await fingerprintAt(profiles.unclosed, place, resources),
  };
  const failures: string[] = [];
  const cases = damageCases(size);
  for (const damaged of cases) {
    copyFresh(profiles[damaged.start], place);
    damaged.damage(place, profiles);
    const problems = await damageProblems(place, resources, damaged, whole);
    if (problems.length > 0) failures.push(`${damaged.name}: ${problems.join('; ')}`);
  }
  say(`${cases.length} kinds of damage, ${failures.length} broken`);
  for (const befalling of liveCases) {
    copyFresh(usual, place);
    const problems = await liveProblems(place, resources, befalling);
    if (problems.length > 0) failures.push(`while open, ${befalling.name}: ${problems.join('; ')}`);
  }
  say(`${liveCases.length} kinds of damage to an open record, ${failures.length} broken in all`);
  const { control, missed } = await blindness(place, resources, profiles, usual);
  failures.push(...missed);
  say(`control, a first run, a careless opener and saves that are gone: ${control} of 3 seen`);
  return { tried: cases.length + liveCases.length, failed: failures.length, control, failures };
}

/** What the record holds when nothing is wrong, by what the damage began with. */
type Whole = Readonly<Record<'closed' | 'unclosed', string>>;

async function damageProblems(
  place: string,
  resources: string,
  { start, outcome }: DamageCase,
  whole: Whole,
): Promise<string[]> {
  const before = bytesOf(place);
  const cairn = await openCairn(place, resources, runs.look);
  let app: AppState;
  let problems: string[];
  try {
    app = await cairn.call('getAppState', {});
    problems = stateProblems(app, outcome);
    if (app.state === 'open' && !isReadOnly(app) && outcome !== 'any') {
      const { isSound } = await cairn.call('checkRecord', {});
      const isSeen = outcome === 'seen' && !isSound;
      const isWhole = isSound && start in whole && cairn.fingerprint() === whole[start as keyof Whole];
      if (!isSeen && !isWhole) problems.push('it opened, and not everything is there');
    }
    if (app.state === 'recovery' && (await cairn.dispatch('startFresh', { name: 'Ada' })).ok) {
      problems.push('a fresh record can be started over it');
    }
  } catch (error) {
    return [`what is open cannot answer: ${(error as Error).message}`];
  } finally {
    await cairn.close();
  }
  if (app.state === 'open' && !isReadOnly(app)) return problems;
  const changed = changedFiles(before, bytesOf(place)).filter((name) => !name.endsWith('-shm'));
  return changed.length > 0 ? [...problems, `it changed ${changed.join(', ')}`] : problems;
}

/** What is wrong with what the user reads first. */
function stateProblems(app: AppState, outcome: DamageCase['outcome']): string[] {
  if (app.state === 'first-run') return ['it looks like a first run'];
  if (app.state === 'open') {
    return typeof outcome === 'string' || isReadOnly(app) ? [] : ['it opened as if nothing were wrong'];
  }
  if (outcome === 'open') return [`it did not open: ${app.code}: ${app.message}`];
  const codes: readonly ProfileProblem[] =
    typeof outcome === 'string' ? ['PROFILE_DAMAGED', 'PROFILE_INCOMPLETE'] : outcome;
  return codes.includes(app.code) ? wordsProblems(app.message) : [`it says ${app.code}: ${app.message}`];
}

/** What happened, what is safe, what to do: the last two are looked for. */
function wordsProblems(message: string): string[] {
  const isSafe = /not changed|not touched|Nothing was changed|is safe|unchanged/.test(message);
  const isAdvice = /[Rr]estore|try again|Open it|Allow|Close it|Put /.test(message);
  return [
    ...(isSafe ? [] : [`it does not say what is safe: ${message}`]),
    ...(isAdvice ? [] : [`it does not say what to do: ${message}`]),
  ];
}

/** A record that can only be read is told on its screen. */
function isReadOnly(app: AppState): boolean {
  return 'isReadOnly' in app && app.isReadOnly !== null;
}

async function fingerprintAt(profile: string, place: string, resources: string): Promise<string> {
  copyFresh(profile, place);
  const cairn = await openCairn(place, resources, runs.look);
  const state = cairn.fingerprint();
  await cairn.leave();
  return state;
}

/**
 * An empty folder must be called a first run, an opener that repairs as it opens must be seen to change bytes, and saves
 * whose only place was emptied must be missed.
 */
async function blindness(
  place: string,
  resources: string,
  profiles: DamagedProfiles,
  usual: string,
): Promise<Controls> {
  const seen = { 'a first run': 0, 'an opener that repairs': 0, 'saves that are gone': 0 };
  copyFresh(profiles.nothing, place);
  const nothing: DamageCase = {
    name: 'nothing',
    start: 'nothing',
    outcome: ['PROFILE_DAMAGED'],
    damage: () => undefined,
  };
  if (
    (await damageProblems(place, resources, nothing, { closed: '', unclosed: '' })).some((problem) =>
      problem.includes('first run'),
    )
  )
    seen['a first run'] += 1;
  copyFresh(profiles.unclosed, place);
  const before = bytesOf(place);
  const careless = new BetterSqlite3(join(place, 'record.db'));
  careless.pragma(`application_id = ${applicationId}`);
  careless.close();
  if (changedFiles(before, bytesOf(place)).length > 0) seen['an opener that repairs'] += 1;
  copyFresh(usual, place);
  const emptied = liveCases.find(({ outcome }) => outcome === 'told');
  const gone = emptied ? await liveProblems(place, resources, { ...emptied, outcome: 'kept' }) : [];
  if (gone.some((problem) => problem.includes('Saved before'))) seen['saves that are gone'] += 1;
  return countControls(seen);
}

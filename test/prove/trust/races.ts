/** Changes of profile and everything that asks or saves meanwhile, fired together in many orders. */
import { readdirSync, readFileSync, readlinkSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { AppError, type Result } from '../../../shared/api/errors.ts';
import { contract, type EndpointName } from '../../../shared/api/index.ts';
import { endSession } from '../../../src-main/app/session.ts';
import type { ProfileLock } from '../../../src-main/profile/profile-lock.ts';
import type { TestCairn } from '../../helpers/cairn.ts';
import type { Proof } from '../proof.ts';
import { copyOf, proofCairn, proofFolder } from './cairn.ts';
import { type Chance, chanceOf } from './chance.ts';
import { type Example, examplesOf } from './examples.ts';
import { type Filled, fillRecord } from './record.ts';
import { startTally } from './tally.ts';

/** One way to change the profile: what it begins with and what is asked for. */
interface Change {
  readonly name: string;
  /** The folder it begins with. */
  readonly from: 'record' | 'sample' | 'nothing';
  /** What happens to the folder before the session starts, and after. */
  readonly before?: (folder: string) => void;
  readonly started?: (folder: string) => void;
  readonly run: (cairn: TestCairn, filled: Filled) => Promise<Result>;
  /** Whether the change takes away what was saved before it was asked for: the sample goes with all that was in it. */
  readonly takesSaved?: boolean;
}

const away = (folder: string) => renameSync(join(folder, 'record.db'), join(folder, 'away.db'));
const back = (folder: string) => renameSync(join(folder, 'away.db'), join(folder, 'record.db'));

const changes: readonly Change[] = [
  { name: 'startFresh', from: 'nothing', run: ({ dispatch }) => dispatch('startFresh', { name: 'Somebody' }) },
  {
    name: 'startFresh over a record',
    from: 'record',
    run: ({ dispatch }) => dispatch('startFresh', { name: 'Somebody' }),
  },
  { name: 'exploreSample', from: 'record', run: ({ dispatch }) => dispatch('exploreSample', {}) },
  { name: 'leaveSample', from: 'sample', takesSaved: true, run: ({ dispatch }) => dispatch('leaveSample', {}) },
  {
    name: 'restoreBackup',
    from: 'record',
    run: ({ dispatch }, { backup }) => dispatch('restoreBackup', { fileName: backup }),
  },
  {
    name: 'two restores',
    from: 'record',
    run: async ({ dispatch }, { backup }) => {
      const [first] = await Promise.all([1, 2].map(() => dispatch('restoreBackup', { fileName: backup })));
      return first as Result;
    },
  },
  {
    name: 'restoreBackup of a damaged one',
    from: 'record',
    before: (folder) => {
      const [name = ''] = readdirSync(join(folder, 'backups')).filter((file) => file.endsWith('.gz'));
      const file = join(folder, 'backups', name);
      const bytes = readFileSync(file);
      bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 0xff;
      writeFileSync(file, bytes);
    },
    run: ({ dispatch }, { backup }) => dispatch('restoreBackup', { fileName: backup }),
  },
  { name: 'openAgain', from: 'record', before: away, started: back, run: ({ dispatch }) => dispatch('openAgain', {}) },
  {
    name: 'the end of the session',
    from: 'record',
    run: async ({ session }) => {
      await endSession(session);
      return { ok: true, value: null };
    },
  },
];

/** What may be answered while profiles come and go; anything else is an answer from between two of them. */
const fitting: readonly string[] = [
  'INVALID_INPUT',
  'NOT_FOUND',
  'CONFLICT',
  'NO_PROFILE',
  'PROFILE_DAMAGED',
  'PROFILE_INCOMPLETE',
  'BACKUP_DAMAGED',
  'PRINT_FAILED',
  'TIMED_OUT',
];

/** Saves and one more opening, asked beside the questions; none of them takes a saved accomplishment away. */
const saves: readonly EndpointName[] = [
  'changeAccomplishment',
  'keepUnsaved',
  'createResume',
  'changeSettings',
  'backUpNow',
  'openAgain',
];

const noLock: ProfileLock = {
  shared: async (work) => work({ outside: (wait) => wait(async () => undefined) }),
  alone: async (work) => work(),
};

export const races: Proof = {
  name: 'races',
  promise:
    'Whatever is asked or saved while the profile is started, restored, left or closed: no acknowledged save is lost, no open file is deleted, no answer comes from between two profiles.',
  unavailable: () => null,
  async run(size, say) {
    const tally = startTally();
    const stage = await setStage();
    const questions = stage.examples.filter(({ name }) => contract[name].kind === 'query');
    const asked = [...questions, ...saves.flatMap((save) => stage.examples.filter(({ name }) => name === save))];
    const rounds = size === 'full' ? 3 : 1;
    /** In the quick part many questions share a run; in full each pair has its own. */
    const perRun = size === 'full' ? 1 : 48;
    let seed = 1;
    for (const change of changes) {
      for (let round = 0; round < rounds; round += 1) {
        for (let at = 0; at < asked.length; at += perRun, seed += 1) {
          const group = asked.slice(at, at + perRun);
          const wrong = await race({ ...stage, change, group, seed, isLocked: true });
          tally.add(
            wrong.length === 0
              ? []
              : [`seed ${seed}, ${change.name} × ${group.map(({ name }) => name).join()}: ${wrong.join(', ')}`],
          );
        }
      }
      if (size === 'full') say(`${change.name} done`);
    }
    const unlocked = size === 'full' ? 40 : 2;
    for (const change of changes.filter(({ name }) => /^(?:restoreBackup|two restores)$/.test(name))) {
      let seen = 0;
      for (let turn = 0; turn < unlocked; turn += 1, seed += 1)
        if (
          (await race({ ...stage, change, group: [{ name: 'openAgain', input: {} }], seed, isLocked: false })).length >
          0
        )
          seen += 1;
      tally.control(`${change.name} without the lock`, seen);
    }
    return tally.outcome();
  },
};

interface Stage {
  readonly folders: Readonly<Record<Change['from'], string>>;
  readonly filled: Filled;
  readonly examples: readonly Example[];
}

async function setStage(): Promise<Stage> {
  const cairn = await proofCairn(proofFolder());
  await cairn.call('startFresh', { name: 'Somebody' });
  const filled = await fillRecord(cairn.call, (place) => `Words of ${place}`);
  const examples = await examplesOf(cairn.call, filled);
  await cairn.close();
  const sample = copyOf(cairn.folder).folder;
  const exploring = await proofCairn(sample);
  await exploring.call('exploreSample', {});
  await exploring.close();
  return { folders: { record: cairn.folder, sample, nothing: proofFolder() }, filled, examples };
}

/** One run: the change of profile, the questions again and again, and saves before, beside and after. */
async function race(
  given: Stage & {
    readonly change: Change;
    readonly group: readonly Example[];
    readonly seed: number;
    readonly isLocked: boolean;
  },
): Promise<string[]> {
  const { change, group, filled, isLocked } = given;
  const chance = chanceOf(given.seed);
  const { folder, remove } = copyOf(given.folders[change.from]);
  change.before?.(folder);
  const cairn = await proofCairn(folder, {
    now: () => new Date(),
    pickFile: async () => null,
    saveFile: async () => null,
    print: async () => {
      await pause(chance);
      throw new AppError('PRINT_FAILED', 'There is no printer here.');
    },
  });
  change.started?.(folder);
  if (!isLocked) Object.assign(cairn.session, { lock: noLock });
  const wrong: string[] = [];
  const acknowledged: { readonly id: string; readonly isBefore: boolean }[] = [];
  let isAsked = false;
  let isOver = false;
  const save = async (text: string) => {
    const isBefore = !isAsked;
    const result = await cairn.dispatch('logAccomplishment', { text });
    if (result.ok) acknowledged.push({ id: (result.value as { id: string }).id, isBefore });
    else wrong.push(...unfitting('logAccomplishment', result, cairn));
  };
  const ask = async ({ name, input }: Example) => {
    for (let turn = 0; turn < 3 || !(isLocked || isOver); turn += 1) {
      // where there is no lock the attacker does not rest
      if (isLocked) await pause(chance);
      else await new Promise<void>((done) => setImmediate(done));
      if (isOver && turn > 0) return;
      wrong.push(...unfitting(name, await cairn.dispatch(name, input), cairn));
    }
  };
  await save('Saved before');
  const beside = [...group.map(ask), saveOften(save, chance, () => isOver)];
  await pause(chance);
  isAsked = true;
  const changed = await change.run(cairn, filled);
  isOver = true;
  wrong.push(...unfitting(change.name, changed, cairn));
  await Promise.all(beside);
  await save('Saved after');
  wrong.push(...deletedFiles());
  await cairn.close();
  if (cairn.session.profile) wrong.push('a profile was left open');
  const { ids: present, held } = savedIn(folder);
  if (held.length > 0) wrong.push(`${held.join()} is still held open`);
  for (const { id, isBefore } of acknowledged)
    if (!present.has(id) && !(change.takesSaved && isBefore))
      wrong.push(`a save ${isBefore ? 'before' : 'after'} it was asked for is lost`);
  const again = await proofCairn(folder);
  if (!again.session.profile)
    wrong.push(`it does not open any more: ${again.session.problem?.code ?? 'nothing is there'}`);
  await again.close();
  remove();
  return [...new Set(wrong)];
}

async function saveOften(save: (text: string) => Promise<void>, chance: Chance, isOver: () => boolean): Promise<void> {
  for (let turn = 0; turn < 6 && !isOver(); turn += 1) {
    await pause(chance);
    await save(`Saved beside, ${turn}`);
  }
}

/** From no time at all to some twenty milliseconds: long enough to fall into every part of a change of profile. */
async function pause(chance: Chance): Promise<void> {
  const kind = chance.upTo(4);
  if (kind === 0) return;
  if (kind === 1) await new Promise<void>((done) => setImmediate(done));
  else await new Promise<void>((done) => setTimeout(done, chance.upTo(kind === 2 ? 4 : 25)));
}

function unfitting(name: string, result: Result, cairn: TestCairn): string[] {
  if (result.ok || fitting.includes(result.error.code)) return [];
  const inside = result.error.code === 'INTERNAL' ? ` (${cairn.logged.at(-1)})` : '';
  return [`${name} was answered ${result.error.code}: ${result.error.message}${inside}`];
}

/** Databases that this process has open and that no folder names any more. */
function deletedFiles(): string[] {
  if (process.platform !== 'linux') return [];
  const open = readdirSync('/proc/self/fd').map((fd) => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`);
    } catch {
      return '';
    }
  });
  return open.some((path) => /record\.db \(deleted\)$/.test(path)) ? ['a database that is open was deleted'] : [];
}

/**
 * The accomplishments in the record, in the sample, and in what restores moved aside: nothing of it is thrown away. And
 * which of these files somebody has open although everything was closed.
 */
function savedIn(folder: string): { readonly ids: ReadonlySet<string>; readonly held: readonly string[] } {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const ids = new Set<string>();
  const held: string[] = [];
  for (const file of files.filter((name) => /(?:^|[/\\])record\.db$/.test(name))) {
    const sqlite = new BetterSqlite3(join(folder, file), { readonly: true });
    try {
      for (const id of sqlite.prepare('SELECT id FROM accomplishment').pluck().all()) ids.add(String(id));
    } catch (error) {
      if ((error as { code?: string }).code !== 'SQLITE_BUSY') throw error;
      held.push(file);
    } finally {
      sqlite.close();
    }
  }
  return { ids, held };
}

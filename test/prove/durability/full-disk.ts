/** A disk that is full, at thirty degrees of fullness: what fits is saved, what does not is refused in words. */
import { cpSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { EndpointName, Input, Output } from '../../../shared/api/index.ts';
import type { Outcome, Proof, Size } from '../proof.ts';
import { openCairn, type ProofCairn } from './cairn.ts';
import { brokenPromises } from './check.ts';
import { type Prepared, prepareProfiles, runs, temporaryFiles } from './profiles.ts';
import { spread } from './random.ts';
import { withScratch } from './scratch.ts';
import { leaveFree, makeRoom, mountUnavailable, withSmallDisk } from './small-disk.ts';

/** Kilobytes that are free. */
const levels = [
  ...[0, 4, 8, 12, 16, 24, 32, 40, 48, 64, 80, 96, 128, 192, 256],
  ...[384, 512, 640, 768, 1_024, 1_280, 1_536, 1_792, 2_048, 2_560, 3_072, 3_584, 4_096, 5_120, 6_144],
];
const sizes = { full: { levels: levels.length, control: 5 }, quick: { levels: 6, control: 1 } } as const;
const competencyPage = readFileSync(resolve(import.meta.dirname, '../../fixtures/competency-page.txt'), 'utf8');

export const fullDisk: Proof = {
  name: 'full-disk',
  promise:
    'On a full disk, opening, saving, importing, backing up, restoring and closing succeed or say that the disk is full; nothing is lost, and all works again once there is room.',
  unavailable: mountUnavailable,
  run: (size, say) => withScratch((scratch) => prove(scratch, size, say)),
};

async function prove(scratch: string, size: Size, say: (line: string) => void): Promise<Outcome> {
  const prepared = await prepareProfiles(join(scratch, 'prepared'));
  const failures: string[] = [];
  let tried = 0;
  let refused = 0;
  for (const place of spread(levels.length, sizes[size].levels)) {
    const free = levels[place - 1] ?? 0;
    const found = await fill(prepared, free, false);
    tried += found.tried;
    refused += found.refused;
    if (found.problems.length > 0) failures.push(`${free} kB free: ${found.problems.join('; ')}`);
    say(`${free} kB free: ${found.tried} acts, ${found.refused} refused, ${found.problems.length} broken`);
  }
  if (refused === 0) failures.push('the disk was never full');
  let control = 0;
  for (const free of levels.slice(8, 8 + sizes[size].control)) {
    if ((await fill(prepared, free, true)).problems.length > 0) control += 1;
  }
  say(`control, refusals that count as saved: ${control} of ${sizes[size].control} seen`);
  return { tried, failed: failures.length, control, failures, figures: { refused } };
}

interface Filled {
  readonly tried: number;
  readonly refused: number;
  readonly problems: readonly string[];
}

/** Opens, saves, imports, backs up, restores and closes on a disk with so much room, then gives it room and looks. */
function fill(prepared: Prepared, freeKilobytes: number, isSwallowing: boolean): Promise<Filled> {
  return withSmallDisk(async (disk) => {
    const folder = join(disk, 'profile');
    cpSync(prepared.usual, folder, { recursive: true });
    leaveFree(disk, freeKilobytes * 1024);
    const begin = await onCopy(prepared.usual, (copy) => fingerprintOf(copy, prepared.resources));
    const story = createStory(await openCairn(folder, prepared.resources, runs.attack), begin, isSwallowing);
    if (story.isOpen()) await live(story, freeKilobytes);
    else story.noteOpening();
    await story.cairn.close();
    makeRoom(disk);
    const { problems } = story;
    const expected = { states: [story.lastState()] };
    problems.push(...(await onCopy(folder, (copy) => brokenPromises(copy, prepared.resources, expected))));
    problems.push(...(await worksAgain(folder, prepared.resources)));
    const left = temporaryFiles(folder);
    if (left.length > 0) problems.push(`it left ${left.join(', ')} behind`);
    return { tried: story.tried(), refused: story.refused(), problems };
  });
}

/** What an opened record went through, told act by act. */
interface Story {
  readonly cairn: ProofCairn;
  readonly problems: string[];
  isOpen(): boolean;
  noteOpening(): void;
  act<Name extends EndpointName>(name: Name, input: Input<Name>, changesRecord: boolean): Promise<Output<Name> | null>;
  lastState(): string;
  tried(): number;
  refused(): number;
}

function createStory(cairn: ProofCairn, begin: string, isSwallowing: boolean): Story {
  const problems: string[] = [];
  let state = cairn.session.profile ? cairn.fingerprint() : begin;
  let tried = 1;
  let refused = 0;
  return {
    cairn,
    problems,
    isOpen: () => cairn.session.profile !== null,
    noteOpening() {
      refused += 1;
      const { problem } = cairn.session;
      if (problem?.code !== 'DISK_FULL') problems.push(`opening says ${problem?.code}: ${problem?.message}`);
    },
    async act(name, input, changesRecord) {
      tried += 1;
      const result = await cairn.dispatch(name, input);
      const after = cairn.session.profile ? cairn.fingerprint() : state;
      if (result.ok || isSwallowing) {
        if (changesRecord && after === state) problems.push(`${name} was acknowledged and changed nothing`);
        if (!changesRecord && after !== state) problems.push(`${name} changed the record`);
        state = after;
        return result.ok ? (result.value as Output<typeof name>) : null;
      }
      refused += 1;
      const { code, message } = result.error;
      if (code === 'INTERNAL') problems.push(`${name} has no words for it: ${cairn.logged.at(-1)}`);
      else if (code === 'DISK_FULL' && !/(disk is full|Free some space)/.test(message))
        problems.push(`${name} says: ${message}`);
      if (after !== state) problems.push(`${name} was refused (${code}) and yet changed the record`);
      state = after;
      return null;
    },
    lastState: () => state,
    tried: () => tried,
    refused: () => refused,
  };
}

async function live(story: Story, seed: number): Promise<void> {
  for (let index = 0; index < 8; index += 1) {
    const text = `Saved ${index} with ${seed} kB. ${'story '.repeat(2_500)}`;
    const made = await story.act('logAccomplishment', { text }, true);
    await story.act('keepUnsaved', { key: 'capture', text: `Not saved yet ${index}` }, true);
    if (index % 4 === 1) await story.act('backUpNow', {}, false);
    if (index % 4 === 2) {
      const read = await story.act('readPastedImport', { text: `${competencyPage}\n${index}` }, true);
      for (const id of read?.ids ?? []) await story.act('applyImport', { id }, true);
    }
    if (made && index % 4 === 3) {
      const binned = await story.act('binAccomplishments', { ids: [made.id] }, true);
      if (binned) await story.act('undo', {}, true);
    }
  }
  const backups = await story.cairn.call('listBackups', {});
  await story.act('restoreBackup', { fileName: backups.at(-1)?.fileName ?? '' }, true);
  if (story.isOpen()) await story.act('logAccomplishment', { text: 'After the restore' }, true);
}

/** With room again, everything that was refused before is done. */
async function worksAgain(folder: string, resources: string): Promise<string[]> {
  const cairn = await openCairn(folder, resources, runs.look);
  try {
    await cairn.call('logAccomplishment', { text: 'There is room again' });
    const { fileName } = await cairn.call('backUpNow', {});
    await cairn.call('restoreBackup', { fileName });
    return [];
  } catch (error) {
    return [`with room again: ${(error as Error).message}`];
  } finally {
    await cairn.close();
  }
}

/** Looking leaves traces, so it looks at a copy. */
function onCopy<T>(profile: string, work: (copy: string) => Promise<T>): Promise<T> {
  return withScratch((scratch) => {
    const copy = join(scratch, 'copy');
    cpSync(profile, copy, { recursive: true });
    return work(copy);
  });
}

async function fingerprintOf(profile: string, resources: string): Promise<string> {
  const cairn = await openCairn(profile, resources, runs.look);
  const state = cairn.fingerprint();
  await cairn.leave();
  return state;
}

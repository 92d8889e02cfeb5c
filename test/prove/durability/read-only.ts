/** A record where nothing may be written: it is told or opened read-only, and it still exports. */
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import type { Outcome, Proof } from '../proof.ts';
import { openCairn } from './cairn.ts';
import { bytesOf, changedFiles } from './folder-bytes.ts';
import { makeOldProfile, type Prepared, prepareProfiles, runs } from './profiles.ts';
import { withScratch } from './scratch.ts';
import { forbidWriting, mountUnavailable, withSmallDisk } from './small-disk.ts';

export const readOnlyDisk: Proof = {
  name: 'read-only-disk',
  promise:
    'A record on a disk that may not be written to can be read and exported, nothing seems to be saved, and no byte changes.',
  unavailable: mountUnavailable,
  run: (_size, say) => withScratch((scratch) => prove(scratch, say)),
};

async function prove(scratch: string, say: (line: string) => void): Promise<Outcome> {
  const prepared = await prepareProfiles(join(scratch, 'prepared'));
  const unclosed = join(scratch, 'unclosed');
  const running = join(scratch, 'running');
  cpSync(prepared.usual, running, { recursive: true });
  const cairn = await openCairn(running, prepared.resources, runs.attack);
  await cairn.call('logAccomplishment', { text: 'In the log' });
  cpSync(running, unclosed, { recursive: true });
  await cairn.close();
  const old = join(scratch, 'old');
  makeOldProfile(old, 1);
  const failures: string[] = [];
  const begins = { 'a closed record': prepared.usual, 'an unclosed record': unclosed, 'an old record': old };
  for (const [name, begin] of Object.entries(begins)) {
    const problems = await problemsOn(prepared, begin, true);
    if (problems.length > 0) failures.push(`${name}: ${problems.join('; ')}`);
    say(`${name}: ${problems.length} broken`);
  }
  // where writing is allowed, the same look must find that things were saved
  const control = (await problemsOn(prepared, prepared.usual, false)).length > 0 ? 1 : 0;
  say(`control, a disk that may be written to: ${control} of 1 seen`);
  return { tried: Object.keys(begins).length, failed: failures.length, control, failures };
}

function problemsOn({ resources }: Prepared, begin: string, isForbidden: boolean): Promise<string[]> {
  return withSmallDisk(async (disk) => {
    const profile = join(disk, 'profile');
    cpSync(begin, profile, { recursive: true });
    if (isForbidden) forbidWriting(disk);
    const before = bytesOf(profile);
    const cairn = await openCairn(profile, resources, runs.look);
    const problems: string[] = [];
    const found = await cairn.call('getAppState', {});
    if (found.state === 'recovery' && found.code !== 'READ_ONLY')
      problems.push(`it says ${found.code}: ${found.message}`);
    if (found.state === 'recovery') await cairn.dispatch('openReadOnly', {});
    const app = await cairn.call('getAppState', {});
    if (app.state === 'first-run') problems.push('it looks like a first run');
    if (app.state === 'recovery') problems.push(`it cannot be read: ${app.code}: ${app.message}`);
    const saved = await cairn.dispatch('logAccomplishment', { text: 'Never saved' });
    if (saved.ok) problems.push('a save was acknowledged');
    else if (saved.error.code !== 'READ_ONLY') problems.push(`a save says ${saved.error.code}: ${saved.error.message}`);
    const exported = await cairn.dispatch('writeExport', { kind: 'record', format: 'json-resume' });
    if (!exported.ok) problems.push(`it does not export: ${exported.error.code}: ${exported.error.message}`);
    await cairn.close();
    const changed = changedFiles(before, bytesOf(profile));
    if (changed.length > 0) problems.push(`it changed ${changed.join(', ')}`);
    return problems;
  });
}

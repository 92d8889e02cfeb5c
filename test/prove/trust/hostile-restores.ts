/** Files made to do harm, put beside the backups: listed, chosen and restored as somebody would. */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { semanticDump } from '../../../src-main/db/undo/undo.ts';
import { startNodeProcess } from '../../../src-main/jobs/node-process.ts';
import { adoptionDone } from '../../../src-main/profile/adopt-in-background.ts';
import type { TestCairn } from '../../helpers/cairn.ts';
import { hostileBackups, soundDatabase } from '../../helpers/hostile-backups.ts';
import type { Proof } from '../proof.ts';
import { copyOf, proofCairn, proofFolder } from './cairn.ts';
import { cannotMeasure, measure } from './meter.ts';
import { startTally, type Tally } from './tally.ts';

// what each file makes of a process is measured on one that is fresh
const asInTheApp = { now: () => new Date(), startProcess: startNodeProcess };

const mostMilliseconds = 60_000;
const mostMegabytes = 500;

export const hostileRestores: Proof = {
  name: 'hostile-backups',
  promise:
    'A file put beside the backups runs nothing, takes little memory of main, and what is no record of this Cairn is neither listed nor restored.',
  unavailable: cannotMeasure,
  async run(size, say) {
    const tally = startTally();
    const made = await proofCairn(proofFolder());
    await made.call('startFresh', { name: 'Somebody' });
    await made.call('logAccomplishment', { text: 'What is mine' });
    await made.close();
    const scratch = proofFolder();
    let index = 0;
    for (const backup of hostileBackups(scratch)) {
      index += 1;
      if (size === 'quick' && index % 20 !== 1) continue;
      const { folder, remove } = copyOf(made.folder);
      const backups = join(folder, 'backups');
      mkdirSync(backups, { recursive: true });
      const fileName = backup.write(backups);
      const cairn = await proofCairn(folder, asInTheApp);
      const wrong = await tryBackup(cairn, fileName, backup.isAdopted, tally);
      tally.add(wrong.length === 0 ? [] : [`${backup.name} (${backup.why}): ${wrong.join(', ')}`]);
      await cairn.close();
      remove();
      if (size === 'full') say(backup.name);
    }
    const { folder } = copyOf(made.folder);
    mkdirSync(join(folder, 'backups'), { recursive: true });
    writeFileSync(join(folder, 'backups', 'sound.db.gz'), gzipSync(soundDatabase(scratch)));
    const cairn = await proofCairn(folder, asInTheApp);
    // were a sound file not taken in, the refusals would say nothing
    tally.control('a sound file', (await tryBackup(cairn, 'sound.db.gz', false, tally)).length > 0);
    await cairn.close();
    const bomb = gzipSync(Buffer.alloc(700 * 1024 * 1024));
    const { before, most } = await measure(() => gunzipSync(bomb).length);
    tally.control('a bomb that nobody stops', most - before > mostMegabytes);
    return tally.outcome();
  },
};

/** Lists the backups and restores every one that came by the file, then goes on working. */
async function tryBackup(cairn: TestCairn, fileName: string, mayBeTaken: boolean, tally: Tally): Promise<string[]> {
  const wrong: string[] = [];
  const before = dumpOf(cairn);
  const known = new Set(readdirSync(join(cairn.folder, 'backups')).filter((name) => name !== fileName));
  const within = async <T>(what: string, act: () => Promise<T>): Promise<T> => {
    const measured = await measure(act);
    const growth = measured.most - measured.before;
    tally.most(`longest ms to ${what}`, measured.milliseconds);
    tally.most('most MB of main', growth);
    tally.most('most MB of a process of its own', measured.child);
    if (measured.milliseconds > mostMilliseconds) wrong.push(`${Math.round(measured.milliseconds)} ms to ${what}`);
    if (growth > mostMegabytes) wrong.push(`${Math.round(growth)} MB of main to ${what}`);
    return measured.value;
  };
  // what was put there is looked through while the list is already shown
  const list = async () => {
    await cairn.call('listBackups', {});
    await adoptionDone(cairn.folder);
    return cairn.call('listBackups', {});
  };
  const listed = await within('list', list);
  await within('list again', list);
  const taken = listed.map((backup) => backup.fileName).filter((name) => !known.has(name));
  if (!mayBeTaken && taken.length > 0) wrong.push('it is listed');
  for (const name of mayBeTaken ? taken : [fileName]) {
    const restored = await within('restore', () => cairn.dispatch('restoreBackup', { fileName: name }));
    if (!restored.ok && restored.error.code === 'INTERNAL') wrong.push(`it broke: ${cairn.logged.at(-1)}`);
    if (restored.ok && !mayBeTaken) wrong.push('it was restored');
    if (!restored.ok && dumpOf(cairn) !== before) wrong.push('it was refused and the record changed');
  }
  // a trigger or a step of undo that came with it would act now
  const count = () =>
    cairn.session.profile?.sqlite.prepare('SELECT count(*) FROM accomplishment').pluck().get() as number;
  const there = count();
  const logged = await cairn.dispatch('logAccomplishment', { text: 'One more' });
  if (!logged.ok || count() !== there + 1) wrong.push('a capture after it does not add one');
  await cairn.dispatch('undo', {});
  if (count() !== there) wrong.push('undo after it does not take one back');
  await cairn.dispatch('undo', {});
  return wrong;
}

function dumpOf({ session }: TestCairn): string {
  const dump = session.profile ? semanticDump(session.profile.sqlite) : {};
  return createHash('sha256').update(JSON.stringify(dump)).digest('hex');
}

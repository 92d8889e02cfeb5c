/** What is done while the disk, the power or the process fails: each flow is a run of acts, the same in every run. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { EndpointName, Input, Output } from '../../../shared/api/index.ts';

/** Performs acts and says aloud what was acknowledged. */
export interface Actor {
  /** An act after which the record differs, acknowledged when it returns; null when it was refused. */
  act<Name extends EndpointName>(name: Name, input: Input<Name>): Promise<Output<Name> | null>;
  /** A backup, acknowledged by its file name; the record stays as it is. */
  backUp(): Promise<void>;
  /** A question, or an act that leaves the record as it is; null when it was refused. */
  ask<Name extends EndpointName>(name: Name, input: Input<Name>): Promise<Output<Name> | null>;
}

export interface Flow {
  readonly name: string;
  /** The profile it begins with. */
  readonly start: 'usual' | 'old' | 'nothing';
  readonly run: (actor: Actor) => Promise<void>;
}

const fixture = (name: string) => readFileSync(resolve(import.meta.dirname, '../../fixtures', name), 'utf8');

export const flows: readonly Flow[] = [
  { name: 'edit', start: 'usual', run: edit },
  { name: 'import', start: 'usual', run: importRoles },
  { name: 'backup', start: 'usual', run: backUp },
  { name: 'restore', start: 'usual', run: restore },
  { name: 'first-start', start: 'nothing', run: startFirst },
  { name: 'pack', start: 'usual', run: changePacks },
  // opening is what migrates
  { name: 'migration', start: 'old', run: backUp },
];

/** Opens and closes: what updates an old record, and nothing more. */
const opening: Flow = { name: 'opening', start: 'old', run: async () => undefined };

export function flowNamed(name: string): Flow {
  const flow = [...flows, opening].find((candidate) => candidate.name === name);
  if (!flow) throw new Error(`There is no flow called ${name}.`);
  return flow;
}

async function edit(actor: Actor): Promise<void> {
  const ids: string[] = [];
  for (let index = 0; index < 10; index += 1) {
    const text = `Thing ${index}. ${'story words '.repeat(index * 40)} #tag${index % 3} +Data engineering:${1 + (index % 5)}`;
    const made = await actor.act('logAccomplishment', { text });
    if (made) {
      ids.push(made.id);
      await actor.act('changeAccomplishment', {
        id: made.id,
        patch: { story: `Edited ${index} ${'x'.repeat(index * 900)}` },
      });
    }
    await actor.act('keepUnsaved', { key: 'capture', text: `Not saved yet ${index}` });
    if (index % 4 === 3 && ids.length > 1) await actor.act('binAccomplishments', { ids: ids.splice(-2) });
    if (index % 5 === 4) await actor.act('undo', {});
    if (index % 7 === 6) await actor.act('changeSettings', { patch: { theta: 1 + index / 10 } });
  }
}

async function importRoles(actor: Actor): Promise<void> {
  for (const text of [fixture('competency-page.txt'), fixture('job-advert.txt')]) {
    const read = await actor.act('readPastedImport', { text });
    for (const id of read?.ids ?? []) await actor.act('applyImport', { id });
    await actor.act('undo', {});
    await actor.act('redo', {});
  }
  const read = await actor.act('readPastedImport', { text: `${fixture('competency-page.txt')}\nmore` });
  for (const id of read?.ids ?? []) await actor.act('discardImport', { id });
}

async function backUp(actor: Actor): Promise<void> {
  for (let index = 0; index < 3; index += 1) {
    await actor.act('logAccomplishment', { text: `Backed up ${index}` });
    await actor.backUp();
  }
}

async function restore(actor: Actor): Promise<void> {
  const backups = await actor.ask('listBackups', {});
  const oldest = backups?.at(-1)?.fileName ?? '';
  await actor.act('logAccomplishment', { text: 'After the backup' });
  await actor.act('restoreBackup', { fileName: oldest });
  await actor.act('logAccomplishment', { text: 'After the restore' });
  const newest = (await actor.ask('listBackups', {}))?.at(0)?.fileName ?? '';
  await actor.act('restoreBackup', { fileName: newest });
  await actor.act('logAccomplishment', { text: 'After the second restore' });
}

async function startFirst(actor: Actor): Promise<void> {
  await actor.act('startFresh', { name: 'Ada' });
  await actor.act('logAccomplishment', { text: 'The first' });
  await actor.backUp();
  await actor.act('logAccomplishment', { text: 'The second' });
}

async function changePacks(actor: Actor): Promise<void> {
  const [pack] = (await actor.ask('listPacks', {})) ?? [];
  if (!pack) return;
  await actor.act('removePack', { id: pack.id });
  await actor.act('installPack', { id: pack.id });
  await actor.act('undo', {});
  await actor.act('redo', {});
}

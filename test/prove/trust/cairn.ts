/** A Cairn without a window for a proof, and folders that are gone when the proof's process is. */
import { cpSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Host } from '../../../src-main/host.ts';
import { openCairn, type TestCairn } from '../../helpers/cairn.ts';

const folders: string[] = [];
process.once('exit', () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/**
 * Where the folders are: in memory where there is room. None of the proofs here is about the disk, and thousands of
 * records are opened and closed.
 */
const parent = hasRoom('/dev/shm') ? '/dev/shm' : tmpdir();

function hasRoom(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize > 256 * 1024 * 1024;
  } catch {
    return false;
  }
}

export function proofFolder(): string {
  const folder = mkdtempSync(join(parent, 'cairn-proof-'));
  folders.push(folder);
  return folder;
}

/** A copy of a profile folder in a folder of its own, and how to remove it before the end. */
export function copyOf(folder: string): { readonly folder: string; readonly remove: () => void } {
  const copy = proofFolder();
  cpSync(folder, copy, { recursive: true });
  return {
    folder: copy,
    remove: () => {
      rmSync(copy, { recursive: true, force: true });
      folders.splice(folders.indexOf(copy), 1);
    },
  };
}

/** Opens what is in the folder; the proof closes it. */
export function proofCairn(folder: string, over: Partial<Host> = {}): Promise<TestCairn> {
  return openCairn(folder, over, undefined, () => undefined);
}

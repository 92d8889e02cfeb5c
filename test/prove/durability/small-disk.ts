/** Small disks in memory, for trying what happens when one is full or may not be written to. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let known: string | null | undefined;

/** Why none can be mounted here, or null. */
export function mountUnavailable(): string | null {
  if (known === undefined) {
    try {
      unmount(mountSmallDisk());
      known = null;
    } catch (error) {
      known = `No small disk can be mounted here: ${(error as Error).message}.`;
    }
  }
  return known;
}

/** Runs work with a disk of 24 MB in memory, which is gone afterwards. */
export async function withSmallDisk<T>(work: (disk: string) => Promise<T>): Promise<T> {
  const disk = mountSmallDisk();
  try {
    return await work(disk);
  } finally {
    unmount(disk);
  }
}

/** Fills the disk up, but for so many bytes. */
export function leaveFree(disk: string, bytes: number): void {
  const { bavail, bsize } = statfsSync(disk);
  const filling = bavail * bsize - bytes;
  if (filling < 0) throw new Error(`The small disk has ${bavail * bsize} bytes free, fewer than ${bytes}.`);
  writeFileSync(join(disk, 'filling'), Buffer.alloc(filling, 1));
}

/** Takes the filling away again. */
export function makeRoom(disk: string): void {
  rmSync(join(disk, 'filling'), { force: true });
}

/** Forbids writing to it, whoever tries. */
export function forbidWriting(disk: string): void {
  mount(['-o', 'remount,ro', disk]);
}

function mountSmallDisk(): string {
  if (process.platform !== 'linux') throw new Error('only Linux mounts a disk in memory');
  const folder = mkdtempSync(join(tmpdir(), 'cairn-proof-disk-'));
  try {
    mount(['-t', 'tmpfs', '-o', 'size=24m,mode=0700', 'tmpfs', folder]);
    return folder;
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

function mount(args: readonly string[]): void {
  const { status, stderr, error } = spawnSync('mount', args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(error?.message ?? stderr.trim());
}

function unmount(folder: string): void {
  const { status } = spawnSync('umount', [folder]);
  // something still has it open: it goes when that is closed
  if (status !== 0) spawnSync('umount', ['-l', folder]);
  rmSync(folder, { recursive: true, force: true });
}

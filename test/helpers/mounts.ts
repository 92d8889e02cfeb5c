/** Folders of a disk that is small or takes no writes, where this system lets a test mount them. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { temporaryFolder } from './cairn.ts';

/** Whether a test may mount at all: on Linux, as root. */
export const canMount = process.platform === 'linux' && process.getuid?.() === 0 && tryMounting();

function tryMounting(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-test-mount-'));
  try {
    run('mount', '-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', folder);
    run('umount', folder);
    return true;
  } catch {
    return false;
  } finally {
    rmdirSync(folder);
  }
}

function run(...[command = '', ...words]: string[]): void {
  const done = spawnSync(command, words, { encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`${command} ${words.join(' ')}: ${done.stderr}`);
}

/** A disk of so many bytes, gone when the test is. `resize` sets how many it has from then on. */
export function smallDisk(bytes: number): { folder: string; resize: (bytes: number) => void } {
  const folder = join(temporaryFolder(), 'disk');
  mkdirSync(folder);
  run('mount', '-t', 'tmpfs', '-o', `size=${bytes},mode=0700`, 'tmpfs', folder);
  onTestFinished(() => run('umount', '-l', folder));
  return { folder, resize: (size) => run('mount', '-o', `remount,size=${size}`, folder) };
}

/** Whether a test may keep a folder from being written: by a mount, or by its rights where it does not run as root. */
export const canMakeReadOnly = canMount || (process.platform !== 'win32' && process.getuid?.() !== 0);

/** Lets nothing be written in the folder, or at the file, until the test ends. */
export function makeReadOnly(path: string): void {
  if (!canMount) {
    const { mode } = statSync(path);
    chmodSync(path, mode & ~0o222);
    onTestFinished(() => chmodSync(path, mode));
    return;
  }
  run('mount', '--bind', path, path);
  onTestFinished(() => run('umount', '-l', path));
  run('mount', '-o', 'remount,bind,ro', path);
}

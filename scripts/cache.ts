// The folder where large things fetched or compiled for development are kept between checkouts.
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { ScriptError } from './run-program.ts';

/** `$XDG_CACHE_HOME/cairn`, or `~/.cache/cairn`. */
export function cacheFolder(environment: NodeJS.ProcessEnv = process.env): string {
  return join(environment.XDG_CACHE_HOME || join(homedir(), '.cache'), 'cairn');
}

/** Refuses a file whose SHA-512 is not the pinned one, and removes it so that the next run fetches it again. */
export async function verifyIntegrity(file: string, integrity: string): Promise<void> {
  const hash = createHash('sha512');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  const found = `sha512-${hash.digest('base64')}`;
  if (found === integrity) return;
  await rm(file, { force: true });
  throw new ScriptError(
    `${file} is not what was expected and has been removed.\n  expected ${integrity}\n  found    ${found}`,
  );
}

/**
 * Runs `work` while no other process of this system holds the lock of that name.
 * The lock is a Linux abstract socket: the kernel releases it however its holder ends, so it is never left behind.
 */
export async function withLock<T>(name: string, work: () => Promise<T>, onWait: () => void = () => {}): Promise<T> {
  const path = `\0cairn:${createHash('sha256').update(`${cacheFolder()}:${name}`).digest('hex').slice(0, 32)}`;
  for (let waited = false; ; waited = true) {
    const release = await tryListen(path);
    if (release) {
      try {
        return await work();
      } finally {
        release();
      }
    }
    if (!waited) onWait();
    await delay(300);
  }
}

async function tryListen(path: string): Promise<(() => void) | undefined> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error),
    );
    server.listen({ path }, () => {
      server.unref();
      resolve(() => server.close());
    });
  });
}

/** Makes a fresh folder inside the cache; what is built there is moved into place by one rename. */
export async function workFolder(name: string): Promise<string> {
  const folder = join(cacheFolder(), `.${name}-${process.pid}`);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  return folder;
}

/** What a folder holds, down to the bytes, names and times. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Two states are equal when nothing was written, made, renamed or removed between them. */
export function folderState(folder: string): Record<string, string> {
  const state: Record<string, string> = { '.': String(statSync(folder, { bigint: true }).mtimeNs) };
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    const path = join(folder, name);
    const found = statSync(path, { bigint: true });
    const hash = found.isFile() ? createHash('sha256').update(readFileSync(path)).digest('hex') : 'folder';
    state[name] = `${hash} ${found.mtimeNs} ${found.mode}`;
  }
  return state;
}

/** What stands in a folder, byte for byte. */
import { createHash } from 'node:crypto';
import { lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const emptyFile = createHash('sha1').digest('hex');

/** A hash for every file, by its path inside the folder; other things by their kind. */
export function bytesOf(folder: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const name of readdirSync(folder, { recursive: true }) as string[]) {
    const stat = lstatSync(join(folder, name));
    if (stat.isFile())
      found.set(
        name,
        createHash('sha1')
          .update(readFileSync(join(folder, name)))
          .digest('hex'),
      );
    else found.set(name, stat.isDirectory() ? 'folder' : 'special');
  }
  return found;
}

/** What was changed or removed; what is new beside it does no harm, and an empty file that goes takes nothing along. */
export function changedFiles(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): string[] {
  return [...before].filter(([name, hash]) => after.get(name) !== hash && hash !== emptyFile).map(([name]) => name);
}

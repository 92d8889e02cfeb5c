/** A copy of the sources to change and run: what a guide or a declaration promises is tried there, not here. */
import { cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '..', '..');

const copied = ['package.json', 'tsconfig.json', 'shared', 'scripts', 'src-main', 'src-renderer', 'resources'];

/** Copies the sources into an empty folder, but for files that are left out; what they depend on is linked. */
export function copySources(folder: string, isCopied: (file: string) => boolean = () => true): void {
  for (const name of copied) cpSync(join(root, name), join(folder, name), { recursive: true, filter: isCopied });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
}

/** Changes a file of a copy. */
export function changeFile(folder: string, file: string, edit: (text: string) => string): void {
  const path = join(folder, file);
  writeFileSync(path, edit(readFileSync(path, 'utf8')));
}

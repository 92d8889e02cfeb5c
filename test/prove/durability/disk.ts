/**
 * A disk as it may be found after the power went: what was synced is there, of the rest as much as the model allows.
 *
 * - `ordered`, as ext4 does it: names become durable in the order they were made, all of them with any sync; data that
 *   was not synced may be missing or torn.
 * - `strict`, what POSIX promises and no more: a name is durable when its folder was synced, data when its file was;
 *   everything else may be missing, torn or there, in any order.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Random } from './random.ts';
import type { DiskEvent } from './trace.ts';

export type Model = 'ordered' | 'strict';

/** How much of what was not synced survives. */
export const survivals = ['nothing', 'everything', 'some writes', 'torn writes'] as const;
export type Survival = (typeof survivals)[number];

/** A disk writes sectors of this size whole. */
const sectorBytes = 512;

type Change = { readonly bytes: Buffer; readonly at: number } | { readonly size: number };

interface File {
  durable: Buffer;
  /** What was written since the last sync. */
  pending: Change[];
}

type Entry = File | 'folder';
type Names = Map<string, Entry>;

interface Renaming {
  readonly apply: (names: Names) => void;
  readonly folders: readonly string[];
}

export interface Disk {
  apply(event: DiskEvent): void;
  /** Writes what is left of the disk's root after a power cut at this point into an empty folder. */
  materialise(folder: string, survival: Survival, random: Random): void;
}

/** A disk that holds a copy of the folder `begin`, as if it had lain at `root`. */
export function createDisk(root: string, begin: string, model: Model): Disk {
  const durable = readNames(begin, root);
  const names: Names = new Map(durable);
  let pending: Renaming[] = [];
  const opened = new Map<string, { entry: Entry; path: string; position: number }>();

  const rename = (apply: Renaming['apply'], ...paths: string[]) => {
    apply(names);
    pending.push({ apply, folders: paths.map((path) => dirname(path)) });
  };
  const settle = (folder: string | null) => {
    const settles = (renaming: Renaming) => folder === null || renaming.folders.includes(folder);
    for (const renaming of pending) if (settles(renaming)) renaming.apply(durable);
    pending = pending.filter((renaming) => !settles(renaming));
  };

  const open = ({ file, path, creates, empties }: DiskEvent & { kind: 'open' }) => {
    const isInside = path === root || path.startsWith(`${root}/`);
    let entry = isInside ? names.get(path) : undefined;
    if (isInside && !entry && creates) {
      const created: File = { durable: Buffer.alloc(0), pending: [] };
      entry = created;
      rename((table) => table.set(path, created), path);
    }
    if (!entry) opened.delete(file);
    else {
      if (empties && entry !== 'folder') entry.pending.push({ size: 0 });
      opened.set(file, { entry, path, position: 0 });
    }
  };

  return {
    apply(event) {
      switch (event.kind) {
        case 'open':
          open(event);
          break;
        case 'close':
          opened.delete(event.file);
          break;
        case 'write': {
          const target = opened.get(event.file);
          if (!target || target.entry === 'folder')
            throw new Error(`A write to ${event.path}, which was never opened.`);
          target.entry.pending.push({ bytes: event.bytes, at: event.at ?? target.position });
          if (event.at === null) target.position += event.bytes.length;
          break;
        }
        case 'resize': {
          const target = opened.get(event.file);
          if (target && target.entry !== 'folder') target.entry.pending.push({ size: event.size });
          break;
        }
        case 'sync': {
          const target = opened.get(event.file);
          if (!target) break;
          if (target.entry !== 'folder') {
            target.entry.durable = changed(target.entry.durable, target.entry.pending);
            target.entry.pending = [];
          }
          if (model === 'ordered') settle(null);
          else if (target.entry === 'folder') settle(target.path);
          break;
        }
        case 'remove':
          rename((table) => table.delete(event.path), event.path);
          break;
        case 'rename':
          rename((table) => move(table, event.from, event.path), event.from, event.path);
          break;
        case 'link': {
          const entry = names.get(event.from);
          if (entry) rename((table) => table.set(event.path, entry), event.path);
          break;
        }
        case 'make-folder':
          rename((table) => table.set(event.path, 'folder'), event.path);
          break;
      }
    },

    materialise(folder, survival, random) {
      const left: Names = new Map(durable);
      for (const renaming of survivingNames(pending, model, survival, random)) renaming.apply(left);
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder);
      // a folder comes before what is in it; what stands in a folder that is lost is lost too
      const isReachable = (path: string): boolean => {
        const parent = dirname(path);
        return path === root || (left.get(parent) === 'folder' && isReachable(parent));
      };
      for (const path of [...left.keys()].sort()) {
        const entry = left.get(path);
        if (path === root || entry === undefined || !isReachable(path)) continue;
        const place = join(folder, path.slice(root.length));
        if (entry === 'folder') mkdirSync(place, { mode: 0o700 });
        else
          writeFileSync(place, changed(entry.durable, survivingData(entry.pending, survival, random)), { mode: 0o600 });
      }
    },
  };
}

function readNames(folder: string, as: string): Names {
  const names: Names = new Map([[as, 'folder']]);
  for (const entry of readdirSync(folder, { withFileTypes: true, recursive: true })) {
    const from = join(entry.parentPath, entry.name);
    const path = join(as, from.slice(folder.length));
    names.set(path, entry.isDirectory() ? 'folder' : { durable: readFileSync(from), pending: [] });
  }
  return names;
}

/** A folder takes along what is in it. */
function move(names: Names, from: string, to: string): void {
  for (const [path, entry] of [...names]) {
    if (path !== from && !path.startsWith(`${from}/`)) continue;
    names.delete(path);
    names.set(`${to}${path.slice(from.length)}`, entry);
  }
}

function survivingNames(
  pending: readonly Renaming[],
  model: Model,
  survival: Survival,
  random: Random,
): readonly Renaming[] {
  if (survival === 'nothing') return [];
  if (survival === 'everything') return pending;
  return model === 'ordered'
    ? pending.slice(0, random.below(pending.length + 1))
    : pending.filter(() => random.next() < 0.5);
}

function survivingData(pending: readonly Change[], survival: Survival, random: Random): readonly Change[] {
  if (survival === 'nothing') return [];
  if (survival === 'everything') return pending;
  if (survival === 'some writes') return pending.filter(() => random.next() < 0.5);
  return pending.flatMap((change) => {
    if ('size' in change) return random.next() < 0.5 ? [change] : [];
    const sectors: Change[] = [];
    for (let start = 0; start < change.bytes.length; start += sectorBytes) {
      if (random.next() < 0.6)
        sectors.push({ bytes: change.bytes.subarray(start, start + sectorBytes), at: change.at + start });
    }
    return sectors;
  });
}

/** The bytes after the changes; those given stay as they are. */
function changed(bytes: Buffer, changes: readonly Change[]): Buffer {
  if (changes.length === 0) return bytes;
  let size = bytes.length;
  let most = size;
  for (const change of changes) {
    size = 'size' in change ? change.size : Math.max(size, change.at + change.bytes.length);
    most = Math.max(most, size);
  }
  const result = Buffer.alloc(most);
  bytes.copy(result);
  size = bytes.length;
  for (const change of changes) {
    if ('size' in change) {
      // what was cut off reads as zeros when the file grows again
      if (change.size < size) result.fill(0, change.size, size);
      size = change.size;
    } else {
      change.bytes.copy(result, change.at);
      size = Math.max(size, change.at + change.bytes.length);
    }
  }
  return result.subarray(0, size);
}

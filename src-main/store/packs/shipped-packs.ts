/** The packs that ship with Cairn: their files, and installing one. */
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { RolePack } from '../../../shared/api/role-pack.ts';
import { query } from '../../db/query.ts';
import { storeSourceBytes } from '../roles/source-bytes.ts';
import type { Storing } from '../roles/store-role.ts';
import { storeLibrary, storePackCard } from './store-library.ts';

export interface ShippedPack {
  readonly name: string;
  readonly bytes: Buffer;
  readonly pack: RolePack;
}

/** What was read of a folder; the files that ship do not change under a running app. */
const read = new Map<string, Promise<readonly ShippedPack[]>>();

/** Every pack in a folder, by file name. */
export function shippedPacks(folder: string): Promise<readonly ShippedPack[]> {
  const known = read.get(folder) ?? readPacks(folder);
  read.set(folder, known);
  known.catch(() => read.delete(folder));
  return known;
}

async function readPacks(folder: string): Promise<ShippedPack[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.rolepack.json')).sort();
  return Promise.all(
    names.map(async (name) => {
      const bytes = await readFile(join(folder, name));
      return { name, bytes, pack: RolePack.parse(JSON.parse(bytes.toString('utf8'))) };
    }),
  );
}

/** Installs a pack with its file kept as source; answers the ids of its roles. Runs in the caller's transaction. */
export async function installPack(storing: Storing, { name, bytes, pack }: ShippedPack): Promise<string[]> {
  const { db, newId, now } = storing;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  storeSourceBytes(db, sha256, bytes);
  const sourceDocumentId = newId();
  const source = { id: sourceDocumentId, sha256, name, format: 'role-pack', url: null, importedAt: now };
  db.run(query.insertInto('sourceDocument').values(source));
  storePackCard(storing, pack);
  const ids = await storeLibrary(storing, pack, { sourceDocumentId, packId: pack.id });
  return ids.flatMap((id) => id ?? []);
}

/** Installs every pack of a folder. */
export async function installPacks(storing: Storing, folder: string): Promise<void> {
  for (const shipped of await shippedPacks(folder)) await installPack(storing, shipped);
}

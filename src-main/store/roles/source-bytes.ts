/** The bytes of what was read, kept once under their hash. */
import type { WritableDatabase } from '../../db/database.ts';
import { query } from '../../db/query.ts';

/** Keeps bytes; nothing happens when they are kept already. */
export function storeSourceBytes(db: WritableDatabase, sha256: string, bytes: Uint8Array): void {
  const insert = query.insertInto('sourceBytes').values({ sha256, bytes: Buffer.from(bytes) });
  db.run(insert.onConflict((conflict) => conflict.doNothing()));
}

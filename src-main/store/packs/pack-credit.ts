/** The credit a pack asks for. */
import type { ReadableDatabase } from '../../db/database.ts';
import { query } from '../../db/query.ts';

/** Its own words, or its name, author and licence; undefined when there is no such pack. */
export function packCredit(db: ReadableDatabase, packId: string): string | undefined {
  const card = db.first(
    query.selectFrom('pack').select(['attribution', 'name', 'author', 'licence']).where('id', '=', packId),
  );
  return card && (card.attribution || `${card.name} · ${card.author} · ${card.licence}`);
}

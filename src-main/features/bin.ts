/** The bin: what was moved there, and the way back. */
import { sql } from 'kysely';
import type { BinItem } from '../../shared/api/bin.ts';
import { binKinds, things } from '../../shared/vocabulary/things.ts';
import type { Handlers } from '../app/context.ts';
import { restoreFromBin } from '../store/bin.ts';

export const binHandlers: Pick<Handlers, 'listBin' | 'restoreFromBin'> = {
  async listBin({ db }) {
    const [first, ...others] = binKinds.map((kind) =>
      db
        .selectFrom(things[kind].table as 'employer')
        .select([
          sql<BinItem['kind']>`${sql.lit(kind)}`.as('kind'),
          'id',
          sql<string>`${sql.ref(things[kind].title)}`.as('title'),
          sql<string>`${sql.ref('deletedAt')}`.as('deletedAt'),
        ])
        .where('deletedAt', 'is not', null),
    );
    const all = others.reduce((union, kind) => union?.unionAll(kind), first);
    return (await all?.orderBy('deletedAt', 'desc').orderBy('id').limit(2000).execute()) ?? [];
  },

  async restoreFromBin({ db }, { kind, id }) {
    await restoreFromBin(db, kind, id);
    return { id };
  },
};

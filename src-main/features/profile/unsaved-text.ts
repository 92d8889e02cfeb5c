/** Text that is typed and not saved yet. */
import type { Handlers } from '../../app/context.ts';
import { query } from '../../db/query.ts';

export const unsavedTextHandlers: Pick<Handlers, 'keepUnsaved' | 'getUnsaved'> = {
  keepUnsaved({ db, now }, { key, text }) {
    if (text === '') db.run(query.deleteFrom('unsavedText').where('key', '=', key));
    else {
      const insert = query.insertInto('unsavedText').values({ key, text, savedAt: now });
      db.run(insert.onConflict((conflict) => conflict.column('key').doUpdateSet({ text, savedAt: now })));
    }
    return { savedAt: now };
  },

  getUnsaved({ db }, { key }) {
    const row = db.first(query.selectFrom('unsavedText').select('text').where('key', '=', key));
    return { text: row?.text ?? null };
  },
};

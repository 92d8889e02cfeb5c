/** The bin: what was moved there, and the way back. */
import type { Handlers } from '../app/context.ts';
import { listBin, restoreFromBin } from '../store/bin.ts';

export const binHandlers: Pick<Handlers, 'listBin' | 'restoreFromBin'> = {
  listBin: ({ db }) => listBin(db),

  restoreFromBin({ db }, { kind, id }) {
    restoreFromBin(db, kind, id);
    return { id };
  },
};

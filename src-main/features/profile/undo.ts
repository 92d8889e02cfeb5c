/** Undo and redo, step by step. */
import type { Handlers } from '../../app/context.ts';
import { runInTurn } from '../../db/open-transaction.ts';
import { replayStep, undoState } from '../../db/undo/undo.ts';

export const undoHandlers: Pick<Handlers, 'getUndoState' | 'undo' | 'redo'> = {
  getUndoState: ({ db }) => undoState(db),

  async undo({ profile, host, now }, { stepId }) {
    // waits for its turn at the connection, so that no other command is half done
    return runInTurn(profile.db, () => {
      profile.hasChanged = true;
      return replayStep(profile.db, 'undo', { id: host.newId(), at: now, onlyIf: stepId });
    });
  },

  async redo({ profile, host, now }) {
    return runInTurn(profile.db, () => {
      profile.hasChanged = true;
      return replayStep(profile.db, 'redo', { id: host.newId(), at: now });
    });
  },
};

/** A record that does not open: opening it read-only, and saving what can be read of it. */

import { AppError } from '../../../shared/api/errors.ts';
import { profileProblems } from '../../../shared/api/profile/profile-problem.ts';
import type { Handlers } from '../../app/context.ts';
import { profileOfSession } from '../../app/session.ts';
import type { SalvageOutcome } from '../../db/salvage/salvage.ts';
import { fileNameOf } from '../../files/file-name.ts';
import { openProfileReadOnly } from '../../profile/profile-open.ts';
import { salvageInto } from '../../profile/salvage-file.ts';

export const recoveryHandlers: Pick<Handlers, 'openReadOnly' | 'salvageRecord'> = {
  async openReadOnly({ session }) {
    if (session.profile) return { isOpen: true };
    const { problem } = session;
    if (!problem) throw new AppError('NO_PROFILE', 'There is no record here yet. Start one first.');
    const { folder, isSample } = profileOfSession(session);
    const code = profileProblems.find((known) => known === problem.code) ?? 'INTERNAL';
    session.profile = await openProfileReadOnly(folder, isSample, session.host, { code, message: problem.message });
    session.problem = null;
    return { isOpen: true };
  },

  async salvageRecord({ session, host, today }) {
    const { folder } = profileOfSession(session);
    let salvaged: SalvageOutcome = { tables: [], problems: [] };
    const saved = await host.saveFile({
      title: 'Save what can be read',
      suggestedName: fileNameOf(['Cairn', 'salvage', today], 'json'),
      bytes: async (file) => {
        salvaged = await salvageInto(host, folder, file);
      },
    });
    return saved && { fileName: saved.fileName, ...salvaged };
  },
};

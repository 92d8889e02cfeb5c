/** Privacy: the connections that were refused, and where the data is. */
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Handlers } from '../../app/context.ts';
import { backupBytes } from '../../backup/backup-list.ts';

export const privacyHandlers: Pick<Handlers, 'getPrivacy'> = {
  async getPrivacy({ profile, host }) {
    let recordBytes = 0;
    for (const suffix of ['', '-wal']) {
      recordBytes += await stat(join(profile.folder, `record.db${suffix}`)).then(
        (file) => file.size,
        () => 0,
      );
    }
    return {
      connectionAttempts: host.connectionAttempts(),
      folder: profile.folder,
      recordBytes,
      backupBytes: await backupBytes(profile.folder),
    };
  },
};

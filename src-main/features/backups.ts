/** Backups: the list, making one, putting one back, checking the record. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Backup } from '../../shared/api/app.ts';
import { AppError } from '../../shared/api/errors.ts';
import {
  adoptBackups,
  backupsDone,
  listBackups,
  makeBackup,
  putBackReplaced,
  replaceDatabase,
  unpackBackup,
} from '../db/backup.ts';
import { schemaOf } from '../db/migrate.ts';
import { findDamage } from '../db/open.ts';
import { journaledTables } from '../db/undo-tables.ts';
import type { Context, Handlers } from '../dispatch.ts';
import { openProfile } from '../profile.ts';
import { writeMarkerOf } from '../profile-marker.ts';
import { closeOpenProfile } from '../session.ts';

export const backupHandlers: Pick<
  Handlers,
  'listBackups' | 'backUpNow' | 'saveBackupCopy' | 'restoreBackup' | 'checkRecord'
> = {
  async listBackups({ session }) {
    const folder = session.profile?.folder ?? session.folder;
    if (!session.profile?.isReadOnly) await adoptBackups(folder);
    return listBackups(folder).map(withoutHash);
  },

  backUpNow: (context) => makeOne(context),

  async saveBackupCopy(context) {
    const backup = await makeOne(context);
    const bytes = await readFile(join(context.profile.folder, 'backups', backup.fileName));
    return context.host.saveFile({
      title: 'Save a copy of the backup',
      suggestedName: `Cairn-${context.today}.db.gz`,
      bytes,
    });
  },

  async restoreBackup({ session, host }, { fileName }) {
    if (session.problem?.code === 'PROFILE_LOCKED') throw session.problem;
    const folder = session.profile?.folder ?? session.folder;
    const isSample = session.profile?.isSample ?? false;
    const unpacked = await unpackBackup(folder, fileName);
    await backupsDone(folder);
    if (session.profile) await makeBackup(session.profile.sqlite, folder, 'Before a restore', host.now());
    if (session.profile) session.profile.hasChanged = false;
    await closeOpenProfile(session);
    await writeMarkerOf(folder, unpacked);
    const aside = await replaceDatabase(folder, unpacked, host.now());
    try {
      session.profile = await openProfile(folder, isSample, host.now());
      session.problem = null;
    } catch (error) {
      putBackReplaced(folder, aside);
      session.problem =
        error instanceof AppError
          ? error
          : new AppError('INTERNAL', 'The backup could not be opened. What was there before is back in its place.');
      throw session.problem;
    }
    return { fileName };
  },

  checkRecord({ sqlite }) {
    const problems = findDamage(sqlite);
    const rows: Record<string, number> = {};
    for (const table of journaledTables(sqlite))
      rows[table] = (sqlite.prepare(`SELECT count(*) AS n FROM "${table}"`).get() as { n: number }).n;
    return { isSound: problems.length === 0, problems, schema: schemaOf(sqlite), rows };
  },
};

async function makeOne({ profile, host }: Context): Promise<Backup> {
  // what is saved from here on is not in this backup
  profile.hasChanged = false;
  try {
    return withoutHash(await makeBackup(profile.sqlite, profile.folder, 'Asked for', host.now()));
  } catch (error) {
    profile.hasChanged = true;
    throw error;
  }
}

function withoutHash({ sha256: _sha256, ...backup }: Backup & { readonly sha256: string }): Backup {
  return backup;
}

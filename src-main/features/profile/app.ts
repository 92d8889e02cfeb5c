/** The app itself: what the window shows first, opening a profile, the sample, and what is opened outside of Cairn. */
import { join } from 'node:path';
import { AppError } from '../../../shared/api/errors.ts';
import type { AppState } from '../../../shared/api/profile/app.ts';
import { profileProblems } from '../../../shared/api/profile/profile-problem.ts';
import { type CountedThings, thingKinds, things } from '../../../shared/vocabulary/things.ts';
import { readAddress } from '../../app/address-to-open.ts';
import type { Handlers } from '../../app/context.ts';
import {
  closeOpenProfile,
  createAndOpenProfile,
  openExistingProfile,
  removeSample,
  type Session,
} from '../../app/session.ts';
import { listBackups } from '../../backup/backup-list.ts';
import { backupHealth } from '../../backup/backup-status.ts';
import { compiled, countOf, query } from '../../db/query.ts';
import { adoptInBackground } from '../../profile/adopt-in-background.ts';
import { noteDamageInUse } from '../../profile/damage-in-use.ts';
import { installPacks } from '../../store/packs/shipped-packs.ts';
import { installSampleRecord } from '../../store/record/sample-record.ts';

export const appHandlers: Pick<
  Handlers,
  | 'getAppState'
  | 'openAgain'
  | 'openIncomplete'
  | 'startFresh'
  | 'exploreSample'
  | 'leaveSample'
  | 'showDataFolder'
  | 'openAddress'
> = {
  async getAppState({ session }) {
    const { profile } = session;
    if (session.problem) adoptInBackground(session, session.folder);
    try {
      return stateOf(session);
    } catch (error) {
      // without an answer the window shows nothing: a record damaged here is recovered like one that does not open
      const damage = profile && (await noteDamageInUse(session, profile, 'query', error));
      if (!damage) throw error;
      const message = `${damage}. Nothing was changed. Save what can be read of it, or restore a backup.`;
      return recoveryState(session, profile.folder, new AppError('PROFILE_DAMAGED', message));
    }
  },

  async openAgain({ session }) {
    if (session.profile?.isReadOnly) await closeOpenProfile(session);
    if (!session.profile) await openExistingProfile(session);
    return { isOpen: session.profile !== null };
  },

  async openIncomplete({ session }) {
    if (!session.profile) await openExistingProfile(session, { isIncompleteAccepted: true });
    return { isOpen: session.profile !== null };
  },

  async startFresh({ session, host }, { name }) {
    if (session.problem) throw session.problem;
    const storing = { newId: host.newId, now: host.now().toISOString() };
    const { folder } = await createAndOpenProfile(session, false, async (db) => {
      await installPacks({ db, ...storing }, join(session.resources, 'packs'));
      db.run(query.updateTable('profile').set({ name: name.trim() }));
    });
    return { folder };
  },

  async exploreSample({ session, host }) {
    const storing = { newId: host.newId, now: host.now().toISOString() };
    const { folder } = await createAndOpenProfile(session, true, async (db) => {
      await installPacks({ db, ...storing }, join(session.resources, 'packs'));
      await installSampleRecord({ db, ...storing }, join(session.resources, 'sample', 'record.json'));
    });
    return { folder };
  },

  async leaveSample({ session, profile }) {
    if (!profile.isSample) throw new AppError('CONFLICT', 'This is your own record, not the sample. It stays.');
    await closeOpenProfile(session);
    removeSample(session);
    await openExistingProfile(session);
    return { folder: session.folder };
  },

  async showDataFolder({ session, host }) {
    const folder = session.profile?.folder ?? session.folder;
    await host.openFolder(folder);
    return { folder };
  },

  async openAddress({ host }, { url }) {
    return { isOpened: await host.openAddress(readAddress(url)) };
  },
};

function stateOf(session: Session): AppState {
  const { profile, problem, host } = session;
  const version = host.version;
  if (problem) return recoveryState(session, session.folder, problem);
  if (!profile) return { state: 'first-run', folder: session.folder, version };
  const { db } = profile;
  const backups = backupHealth(profile.folder);
  return {
    state: 'open',
    folder: profile.folder,
    version,
    isSample: profile.isSample,
    personName: db.one(nameOfProfile()).name,
    counts: db.one(countsOfRecord()),
    backups,
    isReadOnly: profile.isReadOnly,
  };
}

const nameOfProfile = compiled(() => query.selectFrom('profile').select('name'));

const countsOfRecord = compiled(() =>
  query.selectNoFrom(({ selectFrom }) =>
    thingKinds
      .filter((kind) => things[kind].isCounted)
      .map((kind) => {
        const rows = selectFrom(things[kind].table as 'resume');
        // accomplishments are counted as they come and go: there may be far more of them than of anything else
        const accomplishmentCount = selectFrom('accomplishmentCount').select(({ fn, val }) =>
          fn.coalesce(fn.sum<number>('n'), val(0)).as('count'),
        );
        const counted =
          kind === 'accomplishment'
            ? accomplishmentCount.$asScalar().$notNull()
            : countOf(things[kind].hasBin ? rows.where('deletedAt', 'is', null) : rows);
        return counted.as(things[kind].plural as CountedThings);
      }),
  ),
);

function recoveryState({ host }: Session, folder: string, problem: AppError): AppState {
  return {
    state: 'recovery',
    folder,
    version: host.version,
    code: profileProblems.find((code) => code === problem.code) ?? 'INTERNAL',
    message: problem.message,
    backups: listBackups(folder).map(({ sha256: _sha256, databaseBytes: _bytes, ...backup }) => backup),
  };
}

/** Settings, Backups: what there is, making one now, and saving a copy elsewhere. */
import { Button, Group } from '@mantine/core';
import { actions } from '../../../shared/vocabulary/actions.ts';
import { ApiError, call, useAnswer, useCommand } from '../../api.ts';
import { BackupNotice } from '../../parts/backup/backup-notice.tsx';
import { BackupTable } from '../../parts/backup/backup-table.tsx';
import { SalvageResult } from '../../parts/backup/salvaged.tsx';
import { Answer } from '../../parts/errors/answer.tsx';
import { ErrorBox } from '../../parts/errors/error-box.tsx';
import { ExportMessage } from '../../parts/export/export-message.tsx';
import { Empty } from '../../ui/empty.tsx';
import { LongWork } from '../../ui/long-work.tsx';
import { SettingsTitle } from './setting-row.tsx';

/** Whether a backup was refused because of what the record holds. */
const saysDamage = (error: unknown): boolean =>
  error instanceof ApiError && (error.code === 'BACKUP_DAMAGED' || error.code === 'PROFILE_DAMAGED');

export function BackupsPage() {
  const app = useAnswer('getAppState', {});
  const backups = useAnswer('listBackups', {});
  const unfit = useAnswer('listRefusedBackups', {});
  const backUp = useCommand('backUpNow');
  const saveCopy = useCommand('saveBackupCopy');
  const salvage = useCommand('salvageRecord');
  const refused = [backUp, saveCopy, salvage].find(({ error }) => error !== null);
  const saved = saveCopy.data;
  const health = app.data?.state === 'open' && !app.data.isSample ? app.data.backups : null;
  const isDamaged =
    (health !== null && health.checkProblem !== null) || [backUp, saveCopy].some(({ error }) => saysDamage(error));
  const isSample = app.data?.state === 'open' && app.data.isSample;
  return (
    <>
      <SettingsTitle>Backups</SettingsTitle>
      <p className="cn-small cn-quiet">
        Made when you quit and every half hour while something changes, and before an update or a restore. Each is read
        back whole before it counts.
      </p>
      {health === null ? null : <BackupNotice health={health} />}
      <Group gap="sm" mt={12} mb="md">
        {isDamaged ? (
          <Button variant="filled" loading={salvage.isPending} onClick={() => salvage.mutate({})}>
            Save what can be read…
          </Button>
        ) : null}
        <Button loading={backUp.isPending} onClick={() => backUp.mutate({})}>
          {actions['back-up'].label}
        </Button>
        <Button loading={saveCopy.isPending} onClick={() => saveCopy.mutate({})}>
          Save a copy…
        </Button>
        {saved === null || saved === undefined ? null : (
          <ExportMessage
            saved={{ savedId: saved.savedId ?? null, notices: [] }}
            text={`Saved as ${saved.fileName} and read back whole.`}
            onClose={saveCopy.reset}
            isReadable={false}
          />
        )}
      </Group>
      {saveCopy.isPending ? (
        <LongWork work="backup" label="Saving the copy" onCancel={() => void call('cancelBackupWork', {})} />
      ) : null}
      {salvage.isPending ? <LongWork label="Reading what can be read" /> : null}
      {backUp.isPending ? <LongWork work="backup" label="Making the backup" /> : null}
      {refused === undefined ? null : <ErrorBox error={refused.error} retry={() => refused.mutate({})} />}
      {salvage.data == null ? null : <SalvageResult report={salvage.data} />}
      <Answer of={backups} />
      {backups.data?.length === 0 ? (
        isSample ? (
          <Empty title="The sample is not backed up" text="Nothing in it is yours. Your own record has its backups." />
        ) : (
          <Empty title="No backup yet" text="The first is made when you quit; “Back up now” makes one at once." />
        )
      ) : null}
      {backups.data === undefined || backups.data.length === 0 ? null : (
        <BackupTable backups={backups.data} nowHolds={app.data?.state === 'open' ? app.data.counts : null} />
      )}
      {unfit.data?.map(({ fileName, why }) => (
        <p key={fileName} className="cn-small cn-quiet">
          <bdi>{fileName}</bdi> was added by hand and is not a valid backup: {why}.
        </p>
      ))}
    </>
  );
}

/** Shown when the record could not be opened: what happened, what is safe, and every way back there is. */
import { Button } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import type { AppState } from '../../../shared/api/app.ts';
import { call, useCommand } from '../../api.ts';
import { BackupTable } from '../../components/backup-table.tsx';
import { ErrorBox, splitMessage } from '../../components/error-box.tsx';
import { Mark } from '../../components/mark.tsx';
import classes from './recovery-screen.module.css';
import { Salvaged } from './salvaged.tsx';

type RecoveryState = Extract<AppState, { state: 'recovery' }>;

interface Advice {
  readonly safe: string;
  readonly act: string;
}

const advice: Readonly<Record<RecoveryState['code'], Advice>> = {
  PROFILE_DAMAGED: {
    safe: 'The damaged file stays where it is, untouched. The backups below were read back whole when they were made.',
    act: 'Save what can be read of it first, since that may be newer than any backup. Then restore the newest backup; the damaged file is kept beside it.',
  },
  PROFILE_INCOMPLETE: {
    safe: 'What the record itself holds is whole, and the backups below were read back whole when they were made.',
    act: 'If the file “record.db-wal” was moved, put it back into the folder and try again. Otherwise open the record to read, compare it with the newest backup, and restore that or continue with what is there.',
  },
  RECORD_REPLACED: {
    safe: 'Everything up to the last save was written into a backup, which is below.',
    act: 'Put the folder or the file back where it was and try again, or restore that backup.',
  },
  PROFILE_NEWER: {
    safe: 'Your record is whole. It was written by a newer Cairn, so this one does not touch it.',
    act: 'Open it with the newer Cairn. Here it can be opened to read and exported. A backup below is from before that, and would leave out what was written since.',
  },
  PROFILE_LOCKED: {
    safe: 'Your record is whole. Another Cairn has it open, and two at once could spoil it.',
    act: 'Close the other window, then try again. Opened to read, it shows what is saved up to now.',
  },
  READ_ONLY: {
    safe: 'Your record is whole. It could be read, and the folder cannot be written.',
    act: 'Give the folder write access, or connect the drive it is on, then try again. Until then, open it to read: everything can be looked at, printed and exported.',
  },
  DISK_FULL: {
    safe: 'Your record is whole. The disk has no room for what comes next.',
    act: 'Free some space, then try again. Until then, open it to read: everything can be looked at, printed and exported to another disk.',
  },
  INTERNAL: {
    safe: 'Nothing was written. Your record and the backups below are where they were.',
    act: 'Try again. If it stays, restore the newest backup; the present file is kept beside it.',
  },
};

/** What goes away without a backup, once its cause does. */
const helpsItself: ReadonlySet<RecoveryState['code']> = new Set(['PROFILE_LOCKED', 'READ_ONLY', 'DISK_FULL']);

/** What stands in its place may be any file, so it is not shown as the record. */
const cannotBeShown: ReadonlySet<RecoveryState['code']> = new Set(['RECORD_REPLACED']);

export function RecoveryScreen({ state }: { readonly state: RecoveryState }) {
  const [error, setError] = useState<unknown>(null);
  const open = useCommand('openReadOnly');
  const salvage = useCommand('salvageRecord');
  const isBusy = open.isPending || salvage.isPending;
  const { safe, act } = advice[state.code];
  const [what, rest] = splitMessage(state.message);
  return (
    <main className={classes.screen}>
      <div className={classes.page}>
        <Mark size={40} />
        <h1 className={classes.title}>{what}</h1>
        {rest === '' ? null : <p className={classes.lead}>{rest}</p>}
        <dl className={classes.facts}>
          <dt>What is safe</dt>
          <dd>{safe}</dd>
          <dt>What to do</dt>
          <dd>{act}</dd>
          <dt>Where it is</dt>
          <dd className={classes.path}>{state.folder}</dd>
        </dl>
        <div className={classes.acts}>
          <Button
            variant={helpsItself.has(state.code) ? 'filled' : 'default'}
            onClick={() => void call('openAgain', {}).catch(setError)}
          >
            Try again
          </Button>
          {cannotBeShown.has(state.code) ? null : (
            <Button
              loading={open.isPending}
              disabled={isBusy}
              onClick={() => open.mutate({}, { onError: setError, onSuccess: () => setError(null) })}
            >
              Open to read
            </Button>
          )}
          {state.code === 'PROFILE_LOCKED' ? null : (
            <Button
              loading={salvage.isPending}
              disabled={isBusy}
              onClick={() => salvage.mutate({}, { onError: setError, onSuccess: () => setError(null) })}
            >
              Save what can be read…
            </Button>
          )}
          {state.code === 'PROFILE_INCOMPLETE' ? (
            <Button disabled={isBusy} onClick={() => void call('openIncomplete', {}).catch(setError)}>
              Continue with what is there
            </Button>
          ) : null}
          <Button onClick={() => void call('showDataFolder', {}).catch(setError)}>Open folder</Button>
        </div>
        {salvage.data ? <Salvaged report={salvage.data} /> : null}
        {error === null ? null : <ErrorBox error={error} />}
        {state.code === 'PROFILE_LOCKED' ? null : (
          <section aria-label="Backups">
            <h2 className={classes.heading}>Backups</h2>
            {state.backups.length === 0 ? (
              <p className={classes.none}>
                <IconAlertTriangle size={16} stroke={1.6} aria-hidden />
                There is none in this folder. If you have saved a copy elsewhere, put it into “backups” there and try
                again.
              </p>
            ) : (
              <BackupTable backups={state.backups} nowHolds={null} />
            )}
          </section>
        )}
      </div>
    </main>
  );
}

/** Shown when the record could not be opened: what happened, what is safe, and every way back there is. */
import { Box, Button, Flex } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import type { AppState } from '../../../shared/api/profile/app.ts';
import { call, useCommand } from '../../api.ts';
import { BackupTable } from '../../parts/backup/backup-table.tsx';
import { SalvageResult } from '../../parts/backup/salvaged.tsx';
import { ErrorBox, splitMessage } from '../../parts/errors/error-box.tsx';
import { CairnMark } from '../../ui/cairn-mark.tsx';
import { LongWork } from '../../ui/long-work.tsx';
import classes from './recovery-screen.module.css';

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
    safe: 'Nothing was changed. What is in the file was saved before the missing changes, and the backups below are whole.',
    act: 'Put “record.db-wal” back beside “record.db” and try again. If it is gone for good, open what is there read-only and compare it with the newest backup: restore the backup if it holds more, or continue with what is there. A backup of it is made first.',
  },
  PROFILE_NEWER: {
    safe: 'Your record is whole. It was written by a newer Cairn, so this one does not touch it.',
    act: 'Open it with the newer Cairn, or open it here read-only. A backup below is from before that, and would leave out what was written since.',
  },
  PROFILE_LOCKED: {
    safe: 'Your record is whole. Another Cairn has it open, and two at once could spoil it.',
    act: 'Close the other window, then try again. Opened read-only, it shows what is saved up to now.',
  },
  RECORD_REPLACED: {
    safe: 'Cairn stopped before it wrote into a file that is not yours. What was in the record by then is in the copy named above, if one could be made.',
    act: 'Put the file or its folder back if it was moved, for instance by a sync program, then try again. Or restore the copy from the list below.',
  },
  READ_ONLY: {
    safe: 'Your record is whole. It could be read, and the folder cannot be written.',
    act: 'Give the folder write access, or connect the drive it is on, then try again. Until then it can be opened read-only: searched, printed and exported.',
  },
  DISK_FULL: {
    safe: 'Your record is whole. There is no space left to save anything new.',
    act: 'Free some space, then try again. Until then it can be opened read-only: searched, printed and exported.',
  },
  INTERNAL: {
    safe: 'Nothing was written. Your record and the backups below are where they were.',
    act: 'Try again. If it stays, restore the newest backup; the present file is kept beside it.',
  },
};

/** What is over once its cause is gone, without a backup. */
const needsNoBackup: ReadonlySet<RecoveryState['code']> = new Set([
  'PROFILE_LOCKED',
  'RECORD_REPLACED',
  'READ_ONLY',
  'DISK_FULL',
]);

/** What stands in its place may be any file, so it is not shown as the record. */
const cannotBeShown: ReadonlySet<RecoveryState['code']> = new Set(['RECORD_REPLACED']);

export function RecoveryScreen({ state }: { readonly state: RecoveryState }) {
  const [error, setError] = useState<unknown>(null);
  const again = useCommand('openAgain');
  const toRead = useCommand('openReadOnly');
  const incomplete = useCommand('openIncomplete');
  const salvage = useCommand('salvageRecord');
  const { safe, act } = advice[state.code];
  const [what, rest] = splitMessage(state.message);
  const isBusy = again.isPending || toRead.isPending || incomplete.isPending || salvage.isPending;
  /** One way at a time; what the way before it answered is not true any more. */
  const start = (way: typeof again | typeof toRead | typeof incomplete | typeof salvage) => {
    for (const other of [again, toRead, incomplete, salvage]) other.reset();
    setError(null);
    way.mutate({});
  };
  const refusal = error ?? again.error ?? toRead.error ?? incomplete.error ?? salvage.error;
  const isOpenElsewhere = state.code === 'PROFILE_LOCKED';
  return (
    <main className="cn-screen">
      <Box maw={800} mx="auto" pt={48} pb={40} px="lg">
        <CairnMark size={40} />
        <Box component="h1" mt={20}>
          {what}
        </Box>
        {rest === '' ? null : (
          <Box component="p" mt="xs" c="var(--cn-text1)">
            {rest}
          </Box>
        )}
        <dl className={classes.facts}>
          <dt>What is safe</dt>
          <dd>{safe}</dd>
          <dt>What to do</dt>
          <dd>{act}</dd>
          <dt>Where it is</dt>
          <dd className="cn-small cn-breaks">{state.folder}</dd>
        </dl>
        <Flex wrap="wrap" gap="sm" mt="sm" mb="md">
          <Button
            variant={needsNoBackup.has(state.code) ? 'filled' : 'default'}
            loading={again.isPending}
            disabled={isBusy}
            onClick={() => start(again)}
          >
            Try again
          </Button>
          {cannotBeShown.has(state.code) ? null : (
            <Button loading={toRead.isPending} disabled={isBusy} onClick={() => start(toRead)}>
              Open read-only
            </Button>
          )}
          {state.code === 'PROFILE_INCOMPLETE' ? (
            <Button loading={incomplete.isPending} disabled={isBusy} onClick={() => start(incomplete)}>
              Continue with what is there
            </Button>
          ) : null}
          {isOpenElsewhere ? null : (
            <Button loading={salvage.isPending} disabled={isBusy} onClick={() => start(salvage)}>
              Save what can be read…
            </Button>
          )}
          <Button variant="subtle" color="gray" onClick={() => void call('showDataFolder', {}).catch(setError)}>
            Open folder
          </Button>
        </Flex>
        {salvage.isPending ? <LongWork label="Reading what can be read" /> : null}
        {again.data?.isOpen === false && !isBusy ? (
          <Box component="p" className="cn-small" mb="md" c="var(--cn-text1)" role="status">
            Tried again: it still does not open, for the reason above.
          </Box>
        ) : null}
        {refusal === null ? null : <ErrorBox error={refusal} />}
        {salvage.data == null ? null : <SalvageResult report={salvage.data} />}
        {isOpenElsewhere ? null : (
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
      </Box>
    </main>
  );
}

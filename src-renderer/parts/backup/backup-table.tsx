/** The backups there are: when, why, what each holds, how large; and putting one in the place of the record. */
import { Button, Flex, Modal, Stack, Table } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useState } from 'react';
import type { Backup } from '../../../shared/api/profile/backup.ts';
import { call, useCommand } from '../../api.ts';
import { bytesText, momentInSentence, momentText } from '../../ui/instant-text.ts';
import { LongWork } from '../../ui/long-work.tsx';
import { ErrorBox } from '../errors/error-box.tsx';
import classes from './backup-table.module.css';

/** What the record holds now, to say what a restore would lose. */
export interface Holdings {
  readonly accomplishments: number;
  readonly roles: number;
  readonly resumes: number;
}

interface BackupTableProps {
  /** Newest first. */
  readonly backups: readonly Backup[];
  /** Null when the record cannot be read. */
  readonly nowHolds: Holdings | null;
}

const counted = (count: number, singular: string, plural: string): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? singular : plural}`;

/** `148 accomplishments, 12 roles, 5 resumes` */
export function holdsText({ accomplishments, roles, resumes }: Holdings): string {
  return [
    counted(accomplishments, 'accomplishment', 'accomplishments'),
    counted(roles, 'role', 'roles'),
    counted(resumes, 'resume', 'resumes'),
  ].join(', ');
}

/** What a restore takes away, in words; null when the counts give nothing away. */
export function lossText(backup: Holdings, now: Holdings | null): string | null {
  if (now === null) return null;
  const lost = [
    now.accomplishments > backup.accomplishments
      ? counted(now.accomplishments - backup.accomplishments, 'accomplishment', 'accomplishments')
      : '',
    now.roles > backup.roles ? counted(now.roles - backup.roles, 'role', 'roles') : '',
    now.resumes > backup.resumes ? counted(now.resumes - backup.resumes, 'resume', 'resumes') : '',
  ].filter((text) => text !== '');
  return lost.length === 0 ? null : lost.join(', ');
}

export function BackupTable({ backups, nowHolds }: BackupTableProps) {
  const [chosen, setChosen] = useState<Backup | null>(null);
  return (
    <>
      <div className={classes.scroll}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">When</Table.Th>
              <Table.Th scope="col">Why</Table.Th>
              <Table.Th scope="col">Holds</Table.Th>
              <Table.Th scope="col" ta="right">
                Size
              </Table.Th>
              <Table.Th scope="col">Checked</Table.Th>
              <Table.Th scope="col">
                <span className="cn-aside">Act</span>
              </Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {backups.map((backup) => {
              const when = momentText(backup.madeAt);
              return (
                <Table.Tr key={backup.fileName}>
                  <Table.Th scope="row" className={classes.when}>
                    {when}
                  </Table.Th>
                  <Table.Td>{backup.reason}</Table.Td>
                  <Table.Td className="cn-quiet cn-figures">{holdsText(backup)}</Table.Td>
                  <Table.Td className="cn-quiet cn-figures" ta="right">
                    {bytesText(backup.bytes)}
                  </Table.Td>
                  <Table.Td>
                    <span className={classes.checked}>
                      <IconCheck size={14} stroke={1.6} aria-hidden />
                      Read back
                    </span>
                  </Table.Td>
                  <Table.Td ta="right">
                    <button
                      type="button"
                      className={classes.restore}
                      aria-label={`Restore the backup of ${when}`}
                      onClick={() => setChosen(backup)}
                    >
                      Restore
                    </button>
                  </Table.Td>
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </div>
      <RestoreDialog backup={chosen} nowHolds={nowHolds} onClose={() => setChosen(null)} />
    </>
  );
}

interface RestoreDialogProps {
  readonly backup: Backup | null;
  readonly nowHolds: Holdings | null;
  readonly onClose: () => void;
}

function RestoreDialog({ backup, nowHolds, onClose }: RestoreDialogProps) {
  const restore = useCommand('restoreBackup');
  const close = () => {
    // While it runs it is cancelled first, by its own button.
    if (restore.isPending) return;
    restore.reset();
    onClose();
  };
  const isCancelled = restore.isSuccess && restore.data === null;
  const when = backup === null ? '' : momentInSentence(backup.madeAt);
  const loss = backup === null ? null : lossText(backup, nowHolds);
  return (
    <Modal
      opened={backup !== null}
      onClose={close}
      title={`Restore the backup of ${when}?`}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {backup === null ? null : (
        <Stack gap="sm">
          <p>It holds {holdsText(backup)}.</p>
          <p>
            {loss === null
              ? `What you changed after ${when} will not be in the record any more.`
              : `The record now has ${loss} more; those, and what you changed after ${when}, will not be in it any more.`}
          </p>
          <p className="cn-quiet">The present file is kept beside the restored one, in the same folder.</p>
          {restore.error === null ? null : <ErrorBox error={restore.error} />}
          {isCancelled ? <p role="status">Cancelled. Nothing was changed; the record is as it was.</p> : null}
          {restore.isPending ? (
            <LongWork
              work="restore"
              label="Reading the backup and putting it in place"
              onCancel={() => void call('cancelBackupWork', {})}
            />
          ) : null}
          <Flex wrap="wrap" gap="sm" justify="flex-end" mt="sm">
            {restore.isPending ? null : (
              <Button variant="subtle" color="gray" onClick={close} data-autofocus>
                Cancel
              </Button>
            )}
            <Button
              variant="filled"
              color={loss === null ? 'lichen' : 'red'}
              loading={restore.isPending}
              onClick={() =>
                restore.mutate(
                  { fileName: backup.fileName },
                  {
                    onSuccess: (restored) => {
                      if (restored !== null) onClose();
                    },
                  },
                )
              }
            >
              Restore {holdsText(backup).split(',')[0]}
            </Button>
          </Flex>
        </Stack>
      )}
    </Modal>
  );
}

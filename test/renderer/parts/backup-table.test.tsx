import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { BackupTable, lossText } from '../../../src-renderer/parts/backup/backup-table.tsx';
import { splitMessage } from '../../../src-renderer/parts/errors/error-box.tsx';
import { fakeMain, show } from './fake-main.tsx';

const backup = {
  fileName: 'record-1.cairn',
  madeAt: '2026-11-19T09:20:00.000Z',
  reason: 'Daily',
  bytes: 38_200_000,
  schema: 1,
  accomplishments: 146,
  roles: 11,
  resumes: 5,
};

describe('restoring a backup', () => {
  it('asks first, and names what would be lost', async () => {
    const main = fakeMain({ restoreBackup: () => ({ fileName: backup.fileName }) });
    show(<BackupTable backups={[backup]} nowHolds={{ accomplishments: 148, roles: 11, resumes: 6 }} />);
    fireEvent.click(screen.getByRole('button', { name: /^Restore the backup/ }));
    expect(await screen.findByText(/The record now has 2 accomplishments, 1 resume more/)).toBeTruthy();
    expect(main.inputsOf('restoreBackup')).toEqual([]);
    fireEvent.click(screen.getByRole('button', { name: 'Restore 146 accomplishments' }));
    await waitFor(() => expect(main.inputsOf('restoreBackup')).toEqual([{ fileName: 'record-1.cairn' }]));
  });

  it('counts nothing as lost that the backup holds too', () => {
    expect(lossText(backup, { accomplishments: 140, roles: 11, resumes: 5 })).toBeNull();
    expect(lossText(backup, null)).toBeNull();
  });
});

describe('the message of an error', () => {
  it('is split after what happened', () => {
    expect(splitMessage('The resume was not written. The disk is full. Free 2 MB, then try again.')).toEqual([
      'The resume was not written',
      'The disk is full. Free 2 MB, then try again.',
    ]);
  });

  it('is left whole when it is one sentence, whatever dots are in it', () => {
    expect(splitMessage('The file “notes.v2.html” is empty.')).toEqual(['The file “notes.v2.html” is empty', '']);
  });
});

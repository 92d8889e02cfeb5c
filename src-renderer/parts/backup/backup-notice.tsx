/** What is wrong with the backups or was found by the check, and what to do; nothing while all is well. */
import type { ReactNode } from 'react';
import type { BackupHealth } from '../../../shared/api/profile/backup.ts';
import { Notice } from '../../ui/notice.tsx';
import { backupState } from './backup-state.ts';

export function BackupNotice({ health, children }: { readonly health: BackupHealth; readonly children?: ReactNode }) {
  const { tone, text, advice } = backupState(health, false);
  if (tone !== 'warning' && tone !== 'danger') return null;
  return (
    <Notice tone={tone} what={text} rest={advice}>
      {children}
    </Notice>
  );
}

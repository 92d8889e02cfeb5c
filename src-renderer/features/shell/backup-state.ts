/** How old the last backup is, in a few words, and whether that should worry. */
import { clockText, daysSince } from '../../components/instant-text.ts';

export interface BackupState {
  readonly text: string;
  readonly tone: 'quiet' | 'warning' | 'danger';
}

/** Older than this is told as a warning, with its age. */
const freshDays = 3;

/** The sample is made anew whenever it is opened, so that it has no backup is as it should be. */
export function backupState(lastBackupAt: string | null, isSample: boolean, now: Date = new Date()): BackupState {
  if (lastBackupAt === null) return { text: isSample ? 'Not backed up' : 'No backup yet', tone: 'quiet' };
  const days = daysSince(lastBackupAt, now);
  if (days > freshDays) return { text: `Last backup ${days} days ago`, tone: 'warning' };
  if (days <= 0) return { text: `Backed up ${clockText(lastBackupAt)}`, tone: 'quiet' };
  return { text: days === 1 ? 'Backed up yesterday' : `Backed up ${days} days ago`, tone: 'quiet' };
}

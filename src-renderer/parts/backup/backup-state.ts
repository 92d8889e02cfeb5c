/** How the backups of the record stand, in words, and whether that should worry. */
import type { BackupHealth } from '../../../shared/api/profile/backup.ts';
import { clockText, daysSince, dayText, momentInSentence, momentText } from '../../ui/instant-text.ts';

export interface BackupState {
  /** A few words, for the rail. */
  readonly short: string;
  readonly text: string;
  /** Why, and what to do; null while there is nothing to do. */
  readonly advice: string | null;
  readonly tone: 'good' | 'quiet' | 'warning' | 'danger';
}

/** Older than this is told as a warning, with its age. */
const freshDays = 3;

/** The sample is made again whenever it is opened, so that it has no backup is as it should be. */
export function backupState(health: BackupHealth, isSample: boolean, now: Date = new Date()): BackupState {
  const { lastGoodAt, lastFailure, lastCheckAt, checkProblem } = health;
  if (isSample) {
    return { short: 'Not backed up', text: 'The sample is not backed up', advice: null, tone: 'quiet' };
  }
  if (checkProblem !== null) {
    const when = lastCheckAt === null ? '' : ` ${momentInSentence(lastCheckAt, now)}`;
    const backup =
      lastGoodAt === null ? 'There is no backup yet.' : `The last good backup is of ${lastOf(health, now)}.`;
    return {
      short: 'Damage found',
      text: `Damage was found in the record${when}`,
      advice: `${asSentence(checkProblem)} ${backup} Save what can be read first, then restore a backup.`,
      tone: 'danger',
    };
  }
  if (lastFailure !== null) {
    const backup =
      lastGoodAt === null
        ? 'There is no backup yet. Your record itself is saved.'
        : `The last good one is of ${lastOf(health, now)}; your record itself is saved.`;
    return {
      short: `Backup failed ${daysSince(lastFailure.at, now) <= 0 ? clockText(lastFailure.at) : dayInSentence(lastFailure.at, now)}`,
      text: `The backup of ${momentInSentence(lastFailure.at, now)} failed`,
      advice: `${asSentence(lastFailure.message)} ${backup}`,
      tone: 'warning',
    };
  }
  if (lastGoodAt === null) return { short: 'No backup yet', text: 'No backup yet', advice: null, tone: 'quiet' };
  const days = daysSince(lastGoodAt, now);
  if (days > freshDays) {
    return {
      short: `Last backup ${days} days ago`,
      text: `The last backup is ${days} days old`,
      advice: null,
      tone: 'warning',
    };
  }
  if (days <= 0) {
    const clock = clockText(lastGoodAt);
    return {
      short: `Backed up ${clock}`,
      text: `Backed up at ${clock} and read back whole`,
      advice: null,
      tone: 'good',
    };
  }
  return {
    short: days === 1 ? 'Backed up yesterday' : `Backed up ${days} days ago`,
    text: `Backed up ${momentText(lastGoodAt, now)} and read back whole`,
    advice: null,
    tone: 'good',
  };
}

/** `yesterday`, `18 Nov` */
function dayInSentence(instant: string, now: Date): string {
  return dayText(instant, now).replace('Yesterday', 'yesterday');
}

function lastOf({ lastGoodAt }: BackupHealth, now: Date): string {
  return lastGoodAt === null ? '' : momentInSentence(lastGoodAt, now);
}

const asSentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`);

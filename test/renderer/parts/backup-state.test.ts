import { describe, expect, it } from 'vitest';
import type { BackupHealth } from '../../../shared/api/profile/backup.ts';
import { backupState } from '../../../src-renderer/parts/backup/backup-state.ts';

const now = new Date(2026, 10, 21, 10, 42);
const daysBack = (days: number) => new Date(2026, 10, 21 - days, 9, 12).toISOString();
const health = (over: Partial<BackupHealth> = {}): BackupHealth => ({
  lastGoodAt: daysBack(0),
  lastFailure: null,
  lastCheckAt: null,
  checkProblem: null,
  ...over,
});
const failure = { at: daysBack(0), message: 'The disk is full' };

describe('how the backups stand', () => {
  it('is a time today and a day until the third', () => {
    expect(backupState(health(), false, now)).toMatchObject({ short: 'Backed up 09:12', tone: 'good' });
    expect(backupState(health({ lastGoodAt: daysBack(1) }), false, now).short).toBe('Backed up yesterday');
    expect(backupState(health({ lastGoodAt: daysBack(3) }), false, now).tone).toBe('good');
  });

  it('is a warning after three days', () => {
    expect(backupState(health({ lastGoodAt: daysBack(9) }), false, now)).toMatchObject({
      short: 'Last backup 9 days ago',
      text: 'The last backup is 9 days old',
      tone: 'warning',
    });
  });

  it('is never good without a backup', () => {
    expect(backupState(health({ lastGoodAt: null }), false, now)).toMatchObject({
      text: 'No backup yet',
      tone: 'quiet',
    });
    expect(backupState(health({ lastGoodAt: null }), true, now).text).toBe('The sample is not backed up');
  });

  it('is a warning with when and why once a backup has failed since the last good one', () => {
    const { short, text, advice, tone } = backupState(
      health({ lastGoodAt: daysBack(1), lastFailure: failure }),
      false,
      now,
    );
    expect([short, text, tone]).toEqual(['Backup failed 09:12', 'The backup of today, 09:12 failed', 'warning']);
    expect(advice).toBe('The disk is full. The last good one is of yesterday, 09:12; your record itself is saved.');
  });

  it('is a warning also when the first backup failed', () => {
    const { advice, tone } = backupState(health({ lastGoodAt: null, lastFailure: failure }), false, now);
    expect(tone).toBe('warning');
    expect(advice).toContain('There is no backup yet');
  });

  it('is a danger when a check or a question found damage, whatever the backups are', () => {
    const { text, advice, tone } = backupState(
      health({ lastFailure: failure, lastCheckAt: daysBack(1), checkProblem: 'An index does not fit its table' }),
      false,
      now,
    );
    expect(tone).toBe('danger');
    expect(text).toBe('Damage was found in the record yesterday, 09:12');
    expect(advice).toBe(
      'An index does not fit its table. The last good backup is of today, 09:12. Save what can be read first, then restore a backup.',
    );
  });
});

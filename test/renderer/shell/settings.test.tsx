import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Route } from 'wouter';
import type { AppState } from '../../../shared/api/profile/app.ts';
import { defaultSettings } from '../../../src-main/db/settings.ts';
import { findSettings } from '../../../src-renderer/features/settings/settings-list.ts';
import { SettingsScreen } from '../../../src-renderer/features/settings/settings-screen.tsx';
import { clockText, daysSince, dayText } from '../../../src-renderer/ui/instant-text.ts';
import { fakeMain, Refusal, show } from '../parts/fake-main.tsx';

type Open = Extract<AppState, { state: 'open' }>;

const defaults = defaultSettings('de-DE');
const settings = (over: Partial<typeof defaults> = {}) => ({
  getSettings: () => ({ ...defaults, ...over }),
  getDefaultSettings: () => defaults,
});
const at = (page: string) => show(<Route path="/settings/:page?" component={SettingsScreen} />, `/settings/${page}`);

describe('settings', () => {
  it('are found by the words of a person', () => {
    expect(findSettings('dark').map(({ name }) => name)).toEqual(['Colour scheme']);
    expect(findSettings('where files')[0]?.page.id).toBe('privacy');
    expect(findSettings('xyzzy')).toEqual([]);
  });

  it('take effect one by one, and can each be put back', async () => {
    const main = fakeMain(settings({ recency: false }));
    at('scales');
    fireEvent.click(await screen.findByRole('button', { name: 'Reset: Older evidence' }));
    await waitFor(() => expect(main.inputsOf('changeSettings')).toEqual([{ patch: { recency: true } }]));
    expect(screen.queryByRole('button', { name: 'Reset: Ready' })).toBeNull();
  });

  it('put the paper back to what the region uses', async () => {
    const main = fakeMain({ ...settings({ paper: 'a4' }), getDefaultSettings: () => defaultSettings('en-US') });
    at('general');
    fireEvent.click(await screen.findByRole('button', { name: 'Reset: Paper' }));
    await waitFor(() => expect(main.inputsOf('changeSettings')).toEqual([{ patch: { paper: 'letter' } }]));
  });

  it('refuse a Nearly ready above Ready, in words, and save nothing', async () => {
    const main = fakeMain(settings());
    at('scales');
    const close = await screen.findByLabelText('Nearly ready');
    fireEvent.change(close, { target: { value: '0.9' } });
    fireEvent.blur(close);
    expect(await screen.findByText('Nearly ready lies below Ready, which is 0.8.')).toBeTruthy();
    expect(main.inputsOf('changeSettings')).toEqual([]);
  });

  it('save a figure on leaving its field', async () => {
    const main = fakeMain(settings());
    at('scales');
    const theta = await screen.findByLabelText('Proof of a level');
    fireEvent.change(theta, { target: { value: '3' } });
    fireEvent.blur(theta);
    await waitFor(() => expect(main.inputsOf('changeSettings')).toEqual([{ patch: { theta: 3 } }]));
  });

  it('show the count of connections as main counts it', async () => {
    fakeMain({
      getPrivacy: () => ({ connectionAttempts: 1, folder: '/x', recordBytes: 6_100_000, backupBytes: 32_300_000 }),
    });
    at('privacy');
    expect(await screen.findByText('network connection attempted since Cairn was opened')).toBeTruthy();
    expect(screen.getByText('38.4 MB: record 6.1 MB, backups 32.3 MB')).toBeTruthy();
  });

  it('tell what a check of the record found', async () => {
    fakeMain({
      checkRecord: () => ({ isSound: false, problems: ['Row 7 of evidence belongs to nothing.'], schema: 1, rows: {} }),
    });
    at('about');
    fireEvent.click(screen.getByRole('button', { name: 'Check the record' }));
    expect(await screen.findByText('Row 7 of evidence belongs to nothing.')).toBeTruthy();
  });
});

describe('the backups of a record in which the check found damage', () => {
  const report = {
    fileName: 'Cairn-salvage.json',
    tables: [{ name: 'role', rows: 12, doubtfulRows: 0, problem: null }],
    problems: ['The index of the search is damaged'],
  };
  const record = (checkProblem: string | null) => ({
    ...settings(),
    getAppState: (): Open => ({
      state: 'open',
      version: '1',
      folder: '/home/ada/Cairn',
      isSample: false,
      personName: 'Ada',
      counts: { accomplishments: 3, roles: 1, resumes: 0, imports: 0 },
      backups: { lastGoodAt: '2026-11-20T09:00:00Z', lastFailure: null, lastCheckAt: null, checkProblem },
      isReadOnly: null,
    }),
    listBackups: () => [],
    listRefusedBackups: () => [],
    salvageRecord: () => report,
  });

  it('offer to save what can be read, and show what that was', async () => {
    const main = fakeMain(record('An index does not fit its table'));
    at('backups');
    expect(await screen.findByText(/Save what can be read first, then restore a backup\./)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Save what can be read…' }));
    const saved = await screen.findByRole('status', { name: 'Saved' });
    expect(saved.textContent).toContain('Saved as Cairn-salvage.json');
    expect(saved.textContent).toContain('The index of the search is damaged');
    expect(main.inputsOf('salvageRecord')).toEqual([{}]);
  });

  it('offer it also when a backup does not pass its check', async () => {
    fakeMain({
      ...record(null),
      backUpNow: () => {
        throw new Refusal('BACKUP_DAMAGED', 'The backup did not pass its check, so it was not kept.');
      },
    });
    at('backups');
    fireEvent.click(await screen.findByRole('button', { name: 'Back up now' }));
    expect(await screen.findByRole('button', { name: 'Save what can be read…' })).toBeTruthy();
  });

  it('offer it only then', async () => {
    fakeMain(record(null));
    at('backups');
    expect(await screen.findByText('No backup yet')).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Save what can be read…' })).toBeNull();
  });
});

describe('the age of a day', () => {
  it('counts midnights, not hours', () => {
    const late = new Date(2026, 10, 20, 23, 59).toISOString();
    expect(daysSince(late, new Date(2026, 10, 21, 0, 1))).toBe(1);
    expect(dayText(late, new Date(2026, 10, 21, 0, 1))).toBe('Yesterday');
    expect(clockText(late)).toBe('23:59');
  });
});

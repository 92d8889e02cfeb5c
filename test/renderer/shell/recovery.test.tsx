import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { AppState } from '../../../shared/api/profile/app.ts';
import type { SalvageReport } from '../../../shared/api/profile/recovery.ts';
import { RecoveryScreen } from '../../../src-renderer/features/recovery/recovery-screen.tsx';
import { Banners } from '../../../src-renderer/features/shell/banners.tsx';
import { ReadOnlyContext } from '../../../src-renderer/parts/saving/read-only.ts';
import { EditableText } from '../../../src-renderer/parts/text/editable-text.tsx';
import { fakeMain, Refusal, show } from '../parts/fake-main.tsx';

type Recovery = Extract<AppState, { state: 'recovery' }>;
type Open = Extract<AppState, { state: 'open' }>;

const damaged: Recovery = {
  state: 'recovery',
  folder: '/home/ada/Cairn',
  version: '1',
  code: 'PROFILE_DAMAGED',
  message: 'The file that holds your record is damaged. Nothing was changed.',
  backups: [
    {
      fileName: 'b',
      madeAt: '2026-11-20T09:00:00Z',
      reason: 'Daily',
      bytes: 1,
      schema: 1,
      accomplishments: 3,
      roles: 1,
      resumes: 0,
    },
  ],
};
const button = (name: string) => screen.getByRole('button', { name });
const names = () => screen.getAllByRole('button').map(({ textContent }) => textContent);

describe('a record that could not be opened', () => {
  it('tells what happened, what is safe, what to do, and offers each backup', () => {
    fakeMain({});
    show(<RecoveryScreen state={damaged} />);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('The file that holds your record is damaged');
    expect(screen.getByText(/stays where it is, untouched/)).toBeTruthy();
    expect(screen.getByRole('button', { name: /^Restore the backup/ })).toBeTruthy();
  });

  it('offers no backup while another Cairn has the record open, only to read what is saved', () => {
    fakeMain({});
    show(<RecoveryScreen state={{ ...damaged, code: 'PROFILE_LOCKED' }} />);
    expect(screen.queryByRole('region', { name: 'Backups' })).toBeNull();
    expect(names()).toEqual(['Try again', 'Open read-only', 'Open folder']);
  });

  it('is not shown when another file stands in its place', () => {
    fakeMain({});
    show(<RecoveryScreen state={{ ...damaged, code: 'RECORD_REPLACED', backups: [] }} />);
    expect(names()).toEqual(['Try again', 'Save what can be read…', 'Open folder']);
  });

  it('never offers to start with an empty record over a damaged one', () => {
    fakeMain({});
    show(<RecoveryScreen state={{ ...damaged, backups: [] }} />);
    expect(names()).toEqual(['Try again', 'Open read-only', 'Save what can be read…', 'Open folder']);
  });

  it('is tried again without leaving the screen, and says when the reason is still there', async () => {
    const main = fakeMain({ openAgain: () => ({ isOpen: false }) });
    show(<RecoveryScreen state={damaged} />);
    fireEvent.click(button('Try again'));
    expect((await screen.findByText(/it still does not open/)).getAttribute('role')).toBe('status');
    expect(main.inputsOf('openAgain')).toEqual([{}]);
  });

  it('is opened read-only on demand', async () => {
    const main = fakeMain({ openReadOnly: () => ({ isOpen: true }) });
    show(<RecoveryScreen state={{ ...damaged, code: 'READ_ONLY' }} />);
    fireEvent.click(button('Open read-only'));
    await waitFor(() => expect(main.inputsOf('openReadOnly')).toEqual([{}]));
  });

  it('can be continued without its newest changes, where those alone are missing', async () => {
    const main = fakeMain({ openIncomplete: () => ({ isOpen: true }) });
    const page = show(<RecoveryScreen state={damaged} />);
    expect(screen.queryByRole('button', { name: 'Continue with what is there' })).toBeNull();
    page.unmount();
    show(<RecoveryScreen state={{ ...damaged, code: 'PROFILE_INCOMPLETE' }} />);
    fireEvent.click(button('Continue with what is there'));
    await waitFor(() => expect(main.inputsOf('openIncomplete')).toEqual([{}]));
  });

  it('says what main refuses, and that nothing else was tried', async () => {
    fakeMain({
      openReadOnly: () => {
        throw new Refusal('PROFILE_DAMAGED', 'Not even the beginning of the file can be read. Nothing was changed.');
      },
    });
    show(<RecoveryScreen state={damaged} />);
    fireEvent.click(button('Open read-only'));
    expect((await screen.findByRole('alert')).textContent).toContain('Not even the beginning');
  });

  const report: SalvageReport = {
    fileName: 'Cairn-salvage.json',
    tables: [
      { name: 'role', rows: 12, doubtfulRows: 0, problem: null },
      { name: 'accomplishment', rows: 140, doubtfulRows: 2, problem: '6 rows could not be read' },
    ],
    problems: ['The index of the search is damaged'],
  };

  it('shows what was saved of it, and table by table what could not be read', async () => {
    fakeMain({ salvageRecord: () => report });
    show(<RecoveryScreen state={damaged} />);
    fireEvent.click(button('Save what can be read…'));
    const saved = await screen.findByRole('status', { name: 'Saved' });
    expect(saved.textContent).toContain('Saved as Cairn-salvage.json');
    expect(saved.textContent).toContain('152 rows of 2 tables were read whole');
    expect(saved.textContent).toContain('6 rows could not be read');
    expect(saved.textContent).toContain('The index of the search is damaged');
    expect(saved.textContent).not.toContain('Nothing is missing');
  });

  it('says nothing when saving what can be read was cancelled', async () => {
    const main = fakeMain({ salvageRecord: () => null });
    show(<RecoveryScreen state={damaged} />);
    fireEvent.click(button('Save what can be read…'));
    await waitFor(() => expect(main.inputsOf('salvageRecord')).toHaveLength(1));
    await waitFor(() => expect(button('Try again').hasAttribute('disabled')).toBe(false));
    expect(screen.queryByRole('status', { name: 'Saved' })).toBeNull();
    expect(screen.queryByRole('alert')).toBeNull();
  });
});

describe('a restore', () => {
  it('shows how far it is, is cancelled in words, and changes nothing then', async () => {
    let cancel: (answer: null) => void = () => undefined;
    const main = fakeMain({
      restoreBackup: () => new Promise((resolve) => (cancel = resolve)),
      cancelBackupWork: () => {
        cancel(null);
        return { wasRunning: true };
      },
    });
    show(<RecoveryScreen state={damaged} />);
    fireEvent.click(screen.getByRole('button', { name: /^Restore the backup/ }));
    fireEvent.click(await screen.findByRole('button', { name: 'Restore 3 accomplishments' }));
    await screen.findByRole('button', { name: 'Cancel' }, { timeout: 3_000 });
    main.emit({ kind: 'progress', work: 'restore', done: 30, total: 120 });
    expect(await screen.findByText(/, 25\s%/)).toBeTruthy();
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(await screen.findByText(/Cancelled. Nothing was changed/)).toBeTruthy();
  });
});

describe('a record that is open read-only', () => {
  const open: Open = {
    state: 'open',
    folder: '/x',
    version: '1',
    isSample: false,
    personName: 'Ada',
    counts: { accomplishments: 0, roles: 0, resumes: 0, imports: 0 },
    backups: { lastGoodAt: null, lastFailure: null, lastCheckAt: null, checkProblem: null },
    isReadOnly: { code: 'READ_ONLY', message: 'The folder of your record cannot be written. Give it write access.' },
  };

  it('says why at the top, and that it can be tried again', async () => {
    const main = fakeMain({ openAgain: () => ({ isOpen: true }) });
    show(<Banners state={open} />);
    const banner = screen.getByRole('region', { name: 'Open read-only' });
    expect(banner.textContent).toContain('The folder of your record cannot be written.');
    expect(banner.textContent).toContain('Everything can be read, exported and printed');
    fireEvent.click(button('Try again'));
    await waitFor(() => expect(main.inputsOf('openAgain')).toEqual([{}]));
  });

  it('says nothing of it when it can be changed', () => {
    fakeMain({});
    show(<Banners state={{ ...open, isReadOnly: null }} />);
    expect(screen.queryByRole('region')).toBeNull();
  });

  it('opens no field, so that nothing can be typed that would be refused', () => {
    fakeMain({});
    show(
      <ReadOnlyContext value={true}>
        <EditableText label="Title" value="Ran the drill" onSave={() => undefined} />
      </ReadOnlyContext>,
    );
    fireEvent.click(screen.getByText('Ran the drill'));
    expect(screen.queryByRole('textbox')).toBeNull();
  });
});

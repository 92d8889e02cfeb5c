import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { FirstRunScreen } from '../../../src-renderer/features/first-run/first-run-screen.tsx';
import { RecoveryScreen } from '../../../src-renderer/features/recovery/recovery-screen.tsx';
import { Banners } from '../../../src-renderer/features/shell/banners.tsx';
import { fakeMain, Refusal, show } from '../components/fake-main.tsx';

describe('the first run', () => {
  it('says where the record will live, and starts by Enter with the name that was given', async () => {
    const main = fakeMain({});
    const { history } = show(<FirstRunScreen folder="/home/ada/Cairn" />);
    expect(screen.getByText('/home/ada/Cairn')).toBeTruthy();
    const name = screen.getByRole('textbox');
    fireEvent.change(name, { target: { value: ' Ada ' } });
    const form = name.closest('form');
    if (form === null) throw new Error('The name stands in no form.');
    fireEvent.submit(form);
    await waitFor(() => expect(history.at(-1)).toBe('/home'));
    expect(main.inputsOf('startFresh')).toEqual([{ name: 'Ada' }]);
  });

  it('brings one who has files to the import', async () => {
    const main = fakeMain({});
    const { history } = show(<FirstRunScreen folder="/x" />);
    fireEvent.click(screen.getByRole('button', { name: /Bring what you have/ }));
    await waitFor(() => expect(history.at(-1)).toBe('/import'));
    expect(main.inputsOf('startFresh')).toEqual([{ name: '' }]);
  });

  it('opens the sample without making a profile', async () => {
    const main = fakeMain({});
    show(<FirstRunScreen folder="/x" />);
    fireEvent.click(screen.getByRole('button', { name: /Look around first/ }));
    await waitFor(() => expect(main.inputsOf('exploreSample')).toHaveLength(1));
    expect(main.inputsOf('startFresh')).toEqual([]);
  });

  it('says what to do when the folder cannot be made', async () => {
    fakeMain({
      startFresh: () => {
        throw new Refusal('DISK_FULL', 'The folder was not made. The disk is full. Free 5 MB, then try again.');
      },
    });
    show(<FirstRunScreen folder="/x" />);
    fireEvent.click(screen.getByRole('button', { name: /^Start/ }));
    expect((await screen.findByRole('alert')).textContent).toContain('Free 5 MB, then try again.');
  });
});

describe('a record that could not be opened', () => {
  const state = {
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
  } as const;

  it('tells what happened, what is safe, what to do, and offers each backup', () => {
    fakeMain({});
    show(<RecoveryScreen state={state} />);
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('The file that holds your record is damaged');
    expect(screen.getByText(/stays where it is, untouched/)).toBeTruthy();
    expect(screen.getByRole('button', { name: /^Restore the backup/ })).toBeTruthy();
  });

  it('offers no backup while another Cairn has the record open', () => {
    fakeMain({});
    show(<RecoveryScreen state={{ ...state, code: 'PROFILE_LOCKED' }} />);
    expect(screen.queryByRole('region', { name: 'Backups' })).toBeNull();
    expect(screen.queryByRole('button', { name: /^Restore/ })).toBeNull();
  });

  it('never offers to start with an empty record over a damaged one', () => {
    fakeMain({});
    show(<RecoveryScreen state={{ ...state, backups: [] }} />);
    const names = screen.getAllByRole('button').map((button) => button.textContent);
    expect(names).toEqual(['Try again', 'Open to read', 'Save what can be read…', 'Open folder']);
  });

  it('opens to read, and says why when that cannot be', async () => {
    const main = fakeMain({
      openReadOnly: () => {
        throw new Refusal('PROFILE_DAMAGED', 'The file is cut off. It was not changed. Save what can be read.');
      },
    });
    show(<RecoveryScreen state={{ ...state, code: 'READ_ONLY' }} />);
    fireEvent.click(screen.getByRole('button', { name: 'Open to read' }));
    expect((await screen.findByRole('alert')).textContent).toContain('Save what can be read.');
    expect(main.inputsOf('openReadOnly')).toEqual([{}]);
  });

  it('saves what can be read and says what is missing', async () => {
    fakeMain({
      salvageRecord: () => ({
        fileName: 'saved.json',
        tables: [
          { name: 'accomplishment', rows: 40, doubtfulRows: 2, problem: '2 of 42 rows missing.' },
          { name: 'witness', rows: 3, doubtfulRows: 0, problem: null },
        ],
        problems: [],
      }),
    });
    show(<RecoveryScreen state={state} />);
    fireEvent.click(screen.getByRole('button', { name: /^Save what can be read/ }));
    const said = await screen.findByRole('status', { name: 'Saved' });
    expect(said.textContent).toContain('Saved as saved.json: 43 rows of 2 tables.');
    expect(said.textContent).toContain('accomplishment: 2 of 42 rows missing.');
    expect(said.textContent).not.toContain('witness');
  });

  it('continues without the newest changes only where they are what is missing', () => {
    const main = fakeMain({});
    show(<RecoveryScreen state={{ ...state, code: 'PROFILE_INCOMPLETE' }} />);
    fireEvent.click(screen.getByRole('button', { name: 'Continue with what is there' }));
    expect(main.inputsOf('openIncomplete')).toEqual([{}]);
  });
});

describe('a record that is open to read only', () => {
  const state = {
    state: 'open',
    folder: '/x',
    version: '1',
    isSample: false,
    personName: 'Ada',
    counts: { accomplishments: 1, roles: 0, resumes: 0, imports: 0 },
    lastBackupAt: null,
    hasPinnedRole: false,
    isReadOnly: { code: 'DISK_FULL', message: 'The disk is full, so it could not be opened for writing. It is safe.' },
  } as const;

  it('says so above every screen, with the reason, and tries again when asked to', async () => {
    const main = fakeMain({});
    show(<Banners state={state} />);
    const banner = screen.getByRole('region', { name: 'Open to read only' });
    expect(banner.textContent).toContain('nothing you change is saved. The disk is full, so it could not be opened');
    fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(main.inputsOf('openAgain')).toEqual([{}]));
  });

  it('says nothing when the record can be changed', () => {
    fakeMain({});
    show(<Banners state={{ ...state, isReadOnly: null }} />);
    expect(screen.queryByRole('region', { name: 'Open to read only' })).toBeNull();
  });
});

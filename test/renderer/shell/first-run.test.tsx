import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { FirstRunScreen } from '../../../src-renderer/features/first-run/first-run-screen.tsx';
import { RecoveryScreen } from '../../../src-renderer/features/recovery/recovery-screen.tsx';
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
    expect(names).toEqual(['Try again', 'Open folder']);
  });
});

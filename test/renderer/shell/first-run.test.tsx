import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { FirstRunScreen } from '../../../src-renderer/features/first-run/first-run-screen.tsx';
import { fakeMain, Refusal, show } from '../parts/fake-main.tsx';

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

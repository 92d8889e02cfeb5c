import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Toasts } from '../../../src-renderer/features/shell/toasts.tsx';
import { useToasts } from '../../../src-renderer/features/shell/use-toasts.ts';
import { fakeMain, Refusal, show } from '../parts/fake-main.tsx';

const Shown = () => <Toasts toasts={useToasts()} />;
const changed = (id: string, label: string, isQuiet = false) =>
  ({ kind: 'changed', queries: [], undo: { id, label, isQuiet } }) as const;

describe('the message after an act', () => {
  beforeEach(() => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('offers to take back that very step, and then to do it again', async () => {
    const main = fakeMain({ undo: () => ({ label: 'Moved to the bin' }) });
    show(<Shown />);
    act(() => main.emit(changed('step-1', 'Moved to the bin')));
    fireEvent.click(screen.getByRole('button', { name: /^Undo/ }));
    expect(await screen.findByText('Undone: Moved to the bin')).toBeTruthy();
    expect(main.inputsOf('undo')).toEqual([{ stepId: 'step-1' }]);
    expect(screen.getByRole('button', { name: /^Redo/ })).toBeTruthy();
  });

  it('goes after ten seconds', async () => {
    const main = fakeMain({});
    show(<Shown />);
    act(() => main.emit(changed('step-1', 'Moved to the bin')));
    await act(() => vi.advanceTimersByTimeAsync(9_000));
    expect(screen.queryByText('Moved to the bin')).toBeTruthy();
    await act(() => vi.advanceTimersByTimeAsync(1_100));
    expect(screen.queryByText('Moved to the bin')).toBeNull();
  });

  it('stays while the focus is in it', async () => {
    const main = fakeMain({});
    show(<Shown />);
    act(() => main.emit(changed('step-1', 'Moved to the bin')));
    fireEvent.focus(screen.getByRole('button', { name: /^Undo/ }));
    await act(() => vi.advanceTimersByTimeAsync(30_000));
    expect(screen.queryByText('Moved to the bin')).toBeTruthy();
  });

  it('is one at a time: the later takes the place of the earlier', () => {
    const main = fakeMain({});
    show(<Shown />);
    act(() => main.emit(changed('step-1', 'Moved to the bin')));
    act(() => main.emit(changed('step-2', 'Role added')));
    expect(screen.queryByText('Moved to the bin')).toBeNull();
    expect(screen.getByText('Role added')).toBeTruthy();
  });

  it('is not there for text typed in place, and an older one goes: its undo would take back something else', () => {
    const main = fakeMain({});
    show(<Shown />);
    act(() => main.emit(changed('step-1', 'Moved to the bin')));
    act(() => main.emit(changed('step-2', 'Wording', true)));
    expect(screen.queryByRole('button', { name: /^Undo/ })).toBeNull();
  });

  it('says so when the step is no longer the last', async () => {
    const main = fakeMain({
      undo: () => {
        throw new Refusal('CONFLICT', 'Something else was changed since. Undo that first.');
      },
    });
    show(<Shown />);
    act(() => main.emit(changed('step-1', 'Moved to the bin')));
    fireEvent.click(screen.getByRole('button', { name: /^Undo/ }));
    await waitFor(() => expect(screen.getByText('Something else was changed since. Undo that first.')).toBeTruthy());
  });
});

import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { DropZone } from '../../../src-renderer/parts/drop-zone/drop-zone.tsx';
import { fakeMain, Refusal, show } from './fake-main.tsx';

/** A file being dragged over the window, or let go there. */
function drag(type: 'dragenter' | 'dragover' | 'drop', files: readonly File[]): Event {
  const event = new Event(type, { bubbles: true, cancelable: true });
  Object.assign(event, { dataTransfer: { types: ['Files'], files } });
  window.dispatchEvent(event);
  return event;
}

describe('a file dropped on the window', () => {
  it('is read into a draft, and the draft is opened for review', async () => {
    const main = fakeMain({ readImport: () => ({ ids: ['draft-1'] }) });
    const onRead = vi.fn();
    show(<DropZone onRead={onRead} />);
    act(() => void drag('dragenter', []));
    expect(screen.getByText(/You review it before anything is added/)).toBeTruthy();
    let dropped: Event | undefined;
    act(() => {
      dropped = drag('drop', [new File(['{}'], 'role.json')]);
    });
    await waitFor(() => expect(onRead.mock.calls).toEqual([['draft-1']]));
    expect(main.inputsOf('readImport')).toEqual([
      { files: [{ name: 'role.json', bytes: new Uint8Array([123, 125]) }] },
    ]);
    // else the window would show the file in place of the app
    expect(dropped?.defaultPrevented).toBe(true);
  });

  it('with others is read in one go, and several drafts wait on the import screen', async () => {
    const main = fakeMain({ readImport: () => ({ ids: ['draft-1', 'draft-2'] }) });
    const onRead = vi.fn();
    show(<DropZone onRead={onRead} />);
    act(() => void drag('drop', [new File(['a'], 'a.csv'), new File(['b'], 'b.csv')]));
    await waitFor(() => expect(main.inputsOf('readImport')).toHaveLength(1));
    await waitFor(() => expect(screen.queryByRole('status')).toBeNull());
    expect(onRead).not.toHaveBeenCalled();
  });

  it('that takes long can be stopped', async () => {
    let stop: (answer: null) => void = () => undefined;
    const main = fakeMain({
      readImport: () =>
        new Promise<null>((settle) => {
          stop = settle;
        }),
      cancelImport: () => {
        stop(null);
        return { wasRunning: true };
      },
    });
    const onRead = vi.fn();
    show(<DropZone onRead={onRead} />);
    act(() => void drag('drop', [new File(['a'], 'a.csv')]));
    fireEvent.click(await screen.findByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(screen.queryByRole('status')).toBeNull());
    expect(main.inputsOf('cancelImport')).toHaveLength(1);
    expect(onRead).not.toHaveBeenCalled();
  });

  it('that cannot be read is told so, and nothing is opened', async () => {
    fakeMain({
      readImport: () => {
        throw new Refusal('FILE_EMPTY', 'The file “a.html” is empty. Nothing was added.');
      },
    });
    const onRead = vi.fn();
    show(<DropZone onRead={onRead} />);
    act(() => void drag('drop', [new File([], 'a.html')]));
    expect((await screen.findByRole('alert')).textContent).toContain('The file “a.html” is empty');
    expect(onRead).not.toHaveBeenCalled();
  });
});

import { fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { type Act, keysText, matchesKeys, useActs, useAllActs } from '../../../src-renderer/acts.ts';
import { useKeys } from '../../../src-renderer/features/shell/use-keys.ts';
import { fakeMain, show } from '../parts/fake-main.tsx';

function Keys({ acts, singleKeys = true }: { readonly acts: readonly Act[]; readonly singleKeys?: boolean }) {
  useActs(acts);
  useKeys(singleKeys);
  return (
    <>
      <input aria-label="Field" />
      <button type="button">Elsewhere</button>
    </>
  );
}

function Screen({ acts }: { readonly acts: readonly Act[] }) {
  useActs(acts);
  return null;
}

/** A screen that can be left, and beside it the names of the acts there are. */
function Leaving({ acts }: { readonly acts: readonly Act[] }) {
  const [isThere, setThere] = useState(true);
  const names = useAllActs().map(({ id }) => id);
  return (
    <>
      <output>{names.join()}</output>
      {isThere ? <Screen acts={acts} /> : null}
      <button type="button" onClick={() => setThere(false)}>
        Leave
      </button>
    </>
  );
}

const made = (id: string, keys: string, run: () => void): Act => ({ id, label: id, keys, group: 'Everywhere', run });
const elsewhere = () => screen.getByRole('button', { name: 'Elsewhere' });

describe('keys', () => {
  it('run their act, with Ctrl also from inside a field', () => {
    fakeMain({});
    const run = vi.fn();
    show(<Keys acts={[made('capture', 'mod+N', run)]} />);
    fireEvent.keyDown(elsewhere(), { key: 'n', ctrlKey: true });
    fireEvent.keyDown(screen.getByLabelText('Field'), { key: 'n', ctrlKey: true });
    fireEvent.keyDown(elsewhere(), { key: 'n' });
    fireEvent.keyDown(elsewhere(), { key: 'n', ctrlKey: true, shiftKey: true });
    expect(run).toHaveBeenCalledTimes(2);
  });

  it('without Ctrl are text inside a field, and do nothing when switched off', () => {
    fakeMain({});
    const run = vi.fn();
    const page = show(<Keys acts={[made('shortcuts', '?', run)]} />);
    fireEvent.keyDown(screen.getByLabelText('Field'), { key: '?', shiftKey: true });
    expect(run).not.toHaveBeenCalled();
    fireEvent.keyDown(elsewhere(), { key: '?', shiftKey: true });
    expect(run).toHaveBeenCalledTimes(1);
    page.unmount();
    show(<Keys acts={[made('shortcuts', '?', run)]} singleKeys={false} />);
    fireEvent.keyDown(elsewhere(), { key: '?', shiftKey: true });
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('of the screen come before those of everywhere', () => {
    fakeMain({});
    const everywhere = vi.fn();
    const here = vi.fn();
    show(
      <>
        <Screen acts={[{ ...made('print', 'mod+P', here), group: 'This screen' }]} />
        <Keys acts={[made('print', 'mod+P', everywhere)]} />
      </>,
    );
    fireEvent.keyDown(elsewhere(), { key: 'p', ctrlKey: true });
    expect(here).toHaveBeenCalledTimes(1);
    expect(everywhere).not.toHaveBeenCalled();
  });

  it('do not reach what lies under a dialog', () => {
    fakeMain({});
    const run = vi.fn();
    show(
      <>
        <Keys acts={[made('screen-1', 'mod+1', run)]} />
        <div role="dialog" aria-modal="true" />
      </>,
    );
    fireEvent.keyDown(elsewhere(), { key: '1', ctrlKey: true });
    expect(run).not.toHaveBeenCalled();
  });

  it('leave a field its own undo before the record takes back a step', () => {
    fakeMain({});
    const run = vi.fn();
    Object.assign(document, { queryCommandEnabled: () => true });
    show(<Keys acts={[made('undo', 'mod+Z', run)]} />);
    screen.getByLabelText('Field').focus();
    fireEvent.keyDown(screen.getByLabelText('Field'), { key: 'z', ctrlKey: true });
    expect(run).not.toHaveBeenCalled();
    Object.assign(document, { queryCommandEnabled: () => false });
    fireEvent.keyDown(screen.getByLabelText('Field'), { key: 'z', ctrlKey: true });
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('and the native menu run the same act', () => {
    const main = fakeMain({});
    const run = vi.fn();
    show(<Keys acts={[made('capture', 'mod+N', run)]} />);
    main.emit({ kind: 'act', act: 'capture' });
    main.emit({ kind: 'act', act: 'print' });
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('are told apart by their modifiers', () => {
    const press = (init: KeyboardEventInit) => new KeyboardEvent('keydown', init);
    fakeMain({});
    expect(matchesKeys(press({ key: 'Z', ctrlKey: true, shiftKey: true }), 'mod+shift+Z')).toBe(true);
    expect(matchesKeys(press({ key: 'Z', ctrlKey: true, shiftKey: true }), 'mod+Z')).toBe(false);
    expect(matchesKeys(press({ key: 'ArrowLeft', altKey: true }), 'alt+ArrowLeft')).toBe(true);
    expect(matchesKeys(press({ key: 'ArrowLeft', altKey: true, ctrlKey: true }), 'alt+ArrowLeft')).toBe(false);
    // a keyboard whose digits are on the shifted level
    expect(matchesKeys(press({ key: 'é', code: 'Digit2', ctrlKey: true }), 'mod+2')).toBe(true);
  });

  it('are written as the system writes them', () => {
    fakeMain({});
    expect(keysText('mod+shift+Z')).toBe('Ctrl Shift Z');
    Object.assign(window.api, { platform: 'darwin' });
    expect(keysText('mod+N')).toBe('⌘ N');
  });
});

describe('the registry', () => {
  it('loses the acts of a screen with the screen', () => {
    fakeMain({});
    show(<Leaving acts={[made('print', 'mod+P', () => undefined)]} />);
    expect(screen.getByRole('status').textContent).toBe('print');
    fireEvent.click(screen.getByRole('button', { name: 'Leave' }));
    expect(screen.getByRole('status').textContent).toBe('');
  });
});

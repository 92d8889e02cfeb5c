import { fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { useKeys } from '../../../src-renderer/features/shell/use-keys.ts';
import {
  type Action,
  keyHint,
  keysText,
  matchesKeys,
  offeredAction,
  useAllActions,
  useOfferedActions,
} from '../../../src-renderer/offered-actions.ts';
import { fakeMain, show } from '../parts/fake-main.tsx';

function Keys({ offered, singleKeys = true }: { readonly offered: readonly Action[]; readonly singleKeys?: boolean }) {
  useOfferedActions(offered);
  useKeys(singleKeys);
  return (
    <>
      <input aria-label="Field" />
      <button type="button">Elsewhere</button>
    </>
  );
}

function Screen({ offered }: { readonly offered: readonly Action[] }) {
  useOfferedActions(offered);
  return null;
}

/** A screen that can be left, and beside it the names of the actions there are. */
function Leaving({ offered }: { readonly offered: readonly Action[] }) {
  const [isThere, setThere] = useState(true);
  const names = useAllActions().map(({ id }) => id);
  return (
    <>
      <output>{names.join()}</output>
      {isThere ? <Screen offered={offered} /> : null}
      <button type="button" onClick={() => setThere(false)}>
        Leave
      </button>
    </>
  );
}

const elsewhere = () => screen.getByRole('button', { name: 'Elsewhere' });

describe('keys', () => {
  it('run their action, with Ctrl also from inside a field', () => {
    fakeMain({});
    const run = vi.fn();
    show(<Keys offered={[offeredAction('capture', run)]} />);
    fireEvent.keyDown(elsewhere(), { key: 'n', ctrlKey: true });
    fireEvent.keyDown(screen.getByLabelText('Field'), { key: 'n', ctrlKey: true });
    fireEvent.keyDown(elsewhere(), { key: 'n' });
    fireEvent.keyDown(elsewhere(), { key: 'n', ctrlKey: true, shiftKey: true });
    expect(run).toHaveBeenCalledTimes(2);
  });

  it('without Ctrl are text inside a field, and do nothing when switched off', () => {
    fakeMain({});
    const run = vi.fn();
    const page = show(<Keys offered={[offeredAction('shortcuts', run)]} />);
    fireEvent.keyDown(screen.getByLabelText('Field'), { key: '?', shiftKey: true });
    expect(run).not.toHaveBeenCalled();
    fireEvent.keyDown(elsewhere(), { key: '?', shiftKey: true });
    expect(run).toHaveBeenCalledTimes(1);
    page.unmount();
    show(<Keys offered={[offeredAction('shortcuts', run)]} singleKeys={false} />);
    fireEvent.keyDown(elsewhere(), { key: '?', shiftKey: true });
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('of the screen come before those of everywhere', () => {
    fakeMain({});
    const everywhere = vi.fn();
    const here = vi.fn();
    show(
      <>
        <Screen offered={[offeredAction('export-match', here)]} />
        <Keys offered={[offeredAction('print', everywhere)]} />
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
        <Keys offered={[offeredAction('go-home', run)]} />
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
    show(<Keys offered={[offeredAction('undo', run)]} />);
    screen.getByLabelText('Field').focus();
    fireEvent.keyDown(screen.getByLabelText('Field'), { key: 'z', ctrlKey: true });
    expect(run).not.toHaveBeenCalled();
    Object.assign(document, { queryCommandEnabled: () => false });
    fireEvent.keyDown(screen.getByLabelText('Field'), { key: 'z', ctrlKey: true });
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('and the native menu run the same action', () => {
    const main = fakeMain({});
    const run = vi.fn();
    show(<Keys offered={[offeredAction('capture', run)]} />);
    main.emit({ kind: 'action', action: 'capture' });
    main.emit({ kind: 'action', action: 'print' });
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('and the native menu reach what the screen offers in place of a general action', () => {
    const main = fakeMain({});
    const here = vi.fn();
    const everywhere = vi.fn();
    show(
      <>
        <Keys offered={[offeredAction('print', everywhere), offeredAction('export', everywhere)]} />
        <Screen offered={[offeredAction('export-resume', here)]} />
      </>,
    );
    main.emit({ kind: 'action', action: 'print' });
    main.emit({ kind: 'action', action: 'export' });
    fireEvent.keyDown(elsewhere(), { key: 'e', ctrlKey: true });
    expect(here).toHaveBeenCalledTimes(3);
    expect(everywhere).not.toHaveBeenCalled();
  });

  it('of the size work under a dialog, with or without the shift that a plus needs', () => {
    fakeMain({});
    const run = vi.fn();
    show(
      <>
        <Keys offered={[offeredAction('larger', run)]} />
        <div role="dialog" aria-modal="true" />
      </>,
    );
    fireEvent.keyDown(elsewhere(), { key: '+', ctrlKey: true, shiftKey: true });
    fireEvent.keyDown(elsewhere(), { key: '+', ctrlKey: true });
    fireEvent.keyDown(elsewhere(), { key: '=', ctrlKey: true });
    fireEvent.keyDown(elsewhere(), { key: '+' });
    expect(run).toHaveBeenCalledTimes(3);
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
    expect(keysText('mod++')).toBe('⌘ +');
    expect(keyHint('back')).toBe('⌘ [');
  });
});

describe('the registry', () => {
  it('loses the actions of a screen with the screen', () => {
    fakeMain({});
    show(<Leaving offered={[offeredAction('print', () => undefined)]} />);
    expect(screen.getByRole('status').textContent).toBe('print');
    fireEvent.click(screen.getByRole('button', { name: 'Leave' }));
    expect(screen.getByRole('status').textContent).toBe('');
  });
});

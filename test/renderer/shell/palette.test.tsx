import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { SearchHit } from '../../../shared/api/search.ts';
import { addressOfThing } from '../../../shared/vocabulary/things.ts';
import { Palette } from '../../../src-renderer/features/shell/palette.tsx';
import { paletteRows, rankLabel } from '../../../src-renderer/features/shell/palette-rows.ts';
import { type Action, offeredAction, useOfferedActions } from '../../../src-renderer/offered-actions.ts';
import { fakeMain, show } from '../parts/fake-main.tsx';

const hit = (id: string, title: string, snippet = title): SearchHit => ({
  kind: 'accomplishment',
  id,
  title,
  detail: '',
  snippet,
});
const nothing = () => undefined;

function Shown({ offered, onClose }: { readonly offered: readonly Action[]; readonly onClose: () => void }) {
  useOfferedActions(offered);
  return <Palette mode="jump" onClose={onClose} />;
}

describe('how rows are ranked', () => {
  it('knows the beginning of a label, of its words, and what stands inside', () => {
    expect(rankLabel('Go to Resumes', 'go')).toBe(0);
    expect(rankLabel('Go to Resumes', 'res')).toBe(1);
    expect(rankLabel('Go to Resumes', 'to res')).toBe(1);
    expect(rankLabel('Go to Resumes', 'sume')).toBe(2);
    expect(rankLabel('Go to Resumes', 'match')).toBeNull();
    expect(rankLabel('Réglages', 'regl')).toBe(0);
  });

  it('puts titles that begin so first, then actions, then the other hits as the search gave them', () => {
    const rows = paletteRows(
      're',
      [offeredAction('redo', nothing), offeredAction('capture', nothing)],
      [hit('1', 'Wrote a report'), hit('2', 'Rebuilt the stream')],
      [],
    );
    expect(rows.map(({ id }) => id)).toEqual(['accomplishment:2', 'action:redo', 'accomplishment:1']);
  });

  it('without a text offers what was opened lately, then every action but the hidden', () => {
    const rows = paletteRows(
      '  ',
      [offeredAction('undo', nothing), offeredAction('palette', nothing)],
      [],
      [hit('1', 'One')],
    );
    expect(rows.map(({ id }) => id)).toEqual(['accomplishment:1', 'action:undo']);
  });

  it('knows where each kind of hit is opened', () => {
    expect(addressOfThing('role', 'x')).toBe('/roles/x');
    expect(addressOfThing('position', 'x')).toBe('/background/position/x');
    expect(addressOfThing('competency', 'a&b')).toBe('/competencies?id=a%26b');
  });
});

describe('the palette', () => {
  const field = () => screen.findByRole('textbox', { name: 'Search or jump to' });

  it('opens the best row by Enter, and marks what was searched for', async () => {
    fakeMain({ searchEverything: () => [hit('42', 'Rebuilt the stream', '…the \u0002stream\u0003 of meters')] });
    const onClose = vi.fn();
    const { history } = show(<Shown offered={[]} onClose={onClose} />);
    fireEvent.change(await field(), { target: { value: 'stream' } });
    const marked = await screen.findByText('stream', { selector: 'mark' });
    expect(marked).toBeTruthy();
    await waitFor(() => expect(document.querySelector('[data-combobox-selected]')).toBeTruthy());
    fireEvent.keyDown(await field(), { key: 'Enter', code: 'Enter' });
    expect(onClose).toHaveBeenCalled();
    expect(history.at(-1)).toBe('/record/42');
  });

  it('runs an action', async () => {
    fakeMain({ searchEverything: () => [] });
    const run = vi.fn();
    show(<Shown offered={[offeredAction('back-up', run)]} onClose={() => undefined} />);
    fireEvent.change(await field(), { target: { value: 'back' } });
    fireEvent.click(await screen.findByText('Back up now'));
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('says in words when nothing is found', async () => {
    fakeMain({ searchEverything: () => [] });
    show(<Shown offered={[]} onClose={() => undefined} />);
    fireEvent.change(await field(), { target: { value: 'xyzzy' } });
    expect(await screen.findByText(/Nothing has all of these words/)).toBeTruthy();
  });
});

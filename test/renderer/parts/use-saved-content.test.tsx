import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, renderHook, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { expect, test } from 'vitest';
import { useSavedContent } from '../../../src-renderer/parts/saving/use-saved-content.ts';

type Rows = readonly string[];

function showRows(save: (rows: Rows) => Promise<void>) {
  const client = new QueryClient();
  const wrapper = ({ children }: { readonly children: ReactNode }) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  );
  return renderHook(() => useSavedContent<Rows>({ saved: none, save, pauseMs: null }), { wrapper }).result;
}

const none: Rows = [];

test('changes made in one event build on each other, are shown at once, and are saved one after the other', async () => {
  const saves: Rows[] = [];
  let isSaving = false;
  const rows = showRows(async (content) => {
    expect(isSaving).toBe(false);
    isSaving = true;
    await new Promise((done) => setTimeout(done, 5));
    isSaving = false;
    saves.push(content);
  });
  let stored: Promise<unknown> = Promise.resolve();
  act(() => {
    void rows.current.update((now) => [...now, 'ferry']);
    stored = rows.current.update((now) => [...now, 'barge']);
  });
  expect(rows.current.content).toEqual(['ferry', 'barge']);
  await act(() => stored);
  expect(saves.at(-1)).toEqual(['ferry', 'barge']);
});

test('a refused change says why, stays as it was made, and goes with the next save', async () => {
  const saves: Rows[] = [];
  let isRefusing = true;
  const rows = showRows(async (content) => {
    if (isRefusing) throw new Error('The disk is full.');
    saves.push(content);
  });
  await act(() => expect(rows.current.update((now) => [...now, 'ferry'])).rejects.toThrow('The disk is full.'));
  await waitFor(() => expect(rows.current.error).toBeInstanceOf(Error));
  expect(rows.current.content).toEqual(['ferry']);
  isRefusing = false;
  await act(() => rows.current.settled());
  expect(saves).toEqual([['ferry']]);
});

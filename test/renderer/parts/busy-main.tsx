/** A main that answers in the order it is asked, and as late as a test likes: it answers, and delivers, one step at a time. */
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, fireEvent, render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { vi } from 'vitest';
import type { Result } from '../../../shared/api/errors.ts';
import type { AppEvent } from '../../../shared/api/events.ts';
import { call, queryClient, refetchStaleAnswers, useAnswer } from '../../../src-renderer/api.ts';
import { ActionsProvider } from '../../../src-renderer/offered-actions.ts';
import { theme } from '../../../src-renderer/theme.ts';

/** What the tests store: one text under this key. */
export const storedKey = 'the text';

interface Request {
  readonly name: string;
  readonly input: {
    readonly key?: string;
    readonly text?: string;
    readonly id?: string;
    readonly about?: string;
    readonly decided?: string;
  };
  readonly reply: (result: Result) => void;
}

export function busyMain(initial = '') {
  let stored = initial;
  const requests: Request[] = [];
  const outbox: (() => void)[] = [];
  const listeners = new Set<(event: AppEvent) => void>();
  const saves: string[] = [];
  const unsaved = new Map<string, string>();
  const call = (name: string, input: Request['input']) =>
    new Promise<Result>((reply) => requests.push({ name, input, reply }));
  const onEvent = (listener: (event: AppEvent) => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  Object.assign(window, { api: { call, onEvent, platform: 'linux' } });
  const stopFollowing = refetchStaleAnswers();

  const change = (text: string) => {
    stored = text;
    outbox.push(() => {
      for (const listener of listeners) listener({ kind: 'changed', queries: ['getUnsaved'], undo: null });
    });
  };
  /** Main takes up the oldest request; what it says is on its way afterwards. */
  const answer = (isRefused = false) => {
    const request = requests.shift();
    if (request === undefined) return;
    const { name, input, reply } = request;
    if (isRefused) {
      outbox.push(() => reply({ ok: false, error: { code: 'DISK_FULL', message: 'The disk is full.' } }));
    } else if (name === 'keepUnsaved' && input.key === storedKey) {
      saves.push(input.text ?? '');
      change(input.text ?? '');
      outbox.push(() => reply({ ok: true, value: { savedAt: '' } }));
    } else {
      const decision = `import:${input.id}:${input.about}`;
      if (name === 'keepUnsaved') unsaved.set(input.key ?? '', input.text ?? '');
      if (name === 'keepImportDecision') unsaved.set(decision, input.decided ?? '');
      const value =
        name === 'getUnsaved'
          ? { text: input.key === storedKey ? stored : (unsaved.get(input.key ?? '') ?? null) }
          : name === 'getImportDecision'
            ? { decided: unsaved.get(decision) ?? null }
            : name === 'logAccomplishment'
              ? { id: 'made' }
              : null;
      outbox.push(() => reply({ ok: true, value }));
    }
  };
  /** Main catches up, and all it says arrives. */
  const settle = async () => {
    for (let step = 0; step < 200 && (requests.length > 0 || outbox.length > 0); step += 1) {
      answer();
      while (outbox.length > 0) await act(async () => outbox.shift()?.());
      await pass(1);
    }
  };
  return {
    answer,
    /** The oldest message of main reaches the window. */
    deliver: () => act(async () => outbox.shift()?.()),
    /** Another one than the window changes the text: an undo, the terminal. */
    change,
    stored: () => stored,
    /** Text that an earlier window stored under a key, or a decision of a draft under `import:ID:ABOUT`. */
    earlier: (key: string, text: string) => unsaved.set(key, text),
    aside: (key: string) => unsaved.get(key),
    saves,
    isQuiet: () => requests.length === 0 && outbox.length === 0,
    waiting: () => requests.map(({ name }) => name),
    settle,
    /** What is saved by what goes away is answered too: the next test begins with nothing on its way. */
    end: async () => {
      cleanup();
      await settle();
      stopFollowing();
      queryClient.clear();
    },
  };
}

export type BusyMain = ReturnType<typeof busyMain>;

export const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

export const save = (text: string): Promise<unknown> => call('keepUnsaved', { key: storedKey, text });

/** What main has, as a screen shows it. */
export function useStored(): string {
  return useAnswer('getUnsaved', { key: storedKey }).data?.text ?? '';
}

export function showField(content: ReactNode) {
  return render(
    <MantineProvider theme={theme} env="test">
      <QueryClientProvider client={queryClient}>
        <ActionsProvider>{content}</ActionsProvider>
      </QueryClientProvider>
    </MantineProvider>,
  );
}

type TextElement = HTMLInputElement | HTMLTextAreaElement;

/** The field on the screen, opened if it is shown as text. */
export function fieldOf(page: { readonly container: HTMLElement }): TextElement {
  const find = () => page.container.querySelector<TextElement>('input:not([type="hidden"]), textarea');
  if (find() === null) fireEvent.click(page.container.querySelector('button') ?? page.container);
  const field = find();
  if (field === null) throw new Error('No field is shown.');
  return field;
}

export const typeInto = (field: TextElement, text: string) => fireEvent.change(field, { target: { value: text } });

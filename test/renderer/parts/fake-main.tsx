/** A main process of a dozen lines: answers what a test tells it to, remembers what it was asked, and speaks up unasked. */
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import type { ErrorCode, Result } from '../../../shared/api/errors.ts';
import type { AppEvent } from '../../../shared/api/events.ts';
import { ActionsProvider } from '../../../src-renderer/offered-actions.ts';
import { cssVariablesResolver, theme } from '../../../src-renderer/theme.ts';

/** What main refuses with. */
export class Refusal extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}

export type Answers = Readonly<Record<string, (input: never) => unknown>>;

export interface FakeMain {
  readonly calls: { readonly name: string; readonly input: unknown }[];
  /** Inputs of the calls of that name. */
  readonly inputsOf: (name: string) => readonly unknown[];
  readonly emit: (event: AppEvent) => void;
}

/** Puts a main behind `window.api`. What a test does not answer is answered with `{}`. */
export function fakeMain(answers: Answers): FakeMain {
  const calls: { name: string; input: unknown }[] = [];
  const listeners = new Set<(event: AppEvent) => void>();
  const call = async (name: string, input: unknown): Promise<Result> => {
    calls.push({ name, input });
    try {
      const answer = answers[name];
      return { ok: true, value: answer === undefined ? {} : await answer(input as never) };
    } catch (error) {
      if (error instanceof Refusal) return { ok: false, error: { code: error.code, message: error.message } };
      throw error;
    }
  };
  const onEvent = (listener: (event: AppEvent) => void) => {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  };
  Object.assign(window, { api: { call, onEvent, platform: 'linux' } });
  return {
    calls,
    inputsOf: (name) => calls.filter((made) => made.name === name).map(({ input }) => input),
    emit: (event) => {
      for (const listener of listeners) listener(event);
    },
  };
}

/** Shows something as the app would: with its theme, cache, actions, and an address of its own. */
export function show(content: ReactNode, at = '/') {
  const place = memoryLocation({ path: at, record: true });
  const client = new QueryClient({ defaultOptions: { queries: { retry: false }, mutations: { retry: false } } });
  const page = render(
    <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} env="test">
      <QueryClientProvider client={client}>
        <Router hook={place.hook}>
          <ActionsProvider>{content}</ActionsProvider>
        </Router>
      </QueryClientProvider>
    </MantineProvider>,
  );
  return { ...page, history: place.history };
}

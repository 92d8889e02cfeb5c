/** A screen as the window shows it, over a real record: the same dispatch and database as the app, without a window. */
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, configure, render } from '@testing-library/react';
import type { ComponentType } from 'react';
import { onTestFinished } from 'vitest';
import { Route, Router } from 'wouter';
import { memoryLocation } from 'wouter/memory-location';
import type { AppEvent } from '../../../shared/api/events.ts';
import { queryClient, refetchStaleAnswers } from '../../../src-renderer/api.ts';
import { ActionsProvider } from '../../../src-renderer/offered-actions.ts';
import { cssVariablesResolver, theme } from '../../../src-renderer/theme.ts';
import { TrailProvider } from '../../../src-renderer/ui/trail.tsx';
import { freshCairn, type TestCairn } from '../../helpers/cairn.ts';

// A whole screen over a real database, beside other tests: a second is not always enough.
configure({ asyncUtilTimeout: 10_000 });

export interface ShownScreen {
  readonly cairn: TestCairn;
  /** Every address visited, the present one last. */
  readonly visited: readonly string[];
}

/** What happy-dom lacks and Mantine asks for. */
function completeWindow(): void {
  window.matchMedia ??= (query: string) => ({
    matches: false,
    media: query,
    onchange: null,
    addListener: () => undefined,
    removeListener: () => undefined,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    dispatchEvent: () => false,
  });
  if (!('fonts' in document)) {
    Object.defineProperty(document, 'fonts', {
      configurable: true,
      value: { addEventListener: () => undefined, removeEventListener: () => undefined },
    });
  }
  Element.prototype.scrollIntoView = () => undefined;
}

/** Opens the sample record, with the roles that ship. */
export async function sampleCairn(...options: Parameters<typeof freshCairn>): Promise<TestCairn> {
  const cairn = await freshCairn(...options);
  await cairn.call('exploreSample', {});
  return cairn;
}

/** Shows the screen at an address; `path` is its route. */
export function showScreen(cairn: TestCairn, Screen: ComponentType, path: string, at: string): ShownScreen {
  completeWindow();
  const listeners = new Set<(event: AppEvent) => void>();
  let told = cairn.events.length;
  const tellNews = () => {
    for (const event of cairn.events.slice(told)) for (const listener of listeners) listener(event);
    told = cairn.events.length;
  };
  Object.defineProperty(window, 'api', {
    configurable: true,
    writable: true,
    value: {
      platform: 'linux',
      onEvent: (listener: (event: AppEvent) => void) => {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      call: async (name: string, input: unknown) => {
        const result = await cairn.dispatch(name, input);
        tellNews();
        return result;
      },
    },
  });
  const unfollow = refetchStaleAnswers();
  const location = memoryLocation({ path: at, record: true });
  render(
    <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} env="test">
      <QueryClientProvider client={queryClient}>
        <Router hook={location.hook} searchHook={location.searchHook}>
          <ActionsProvider>
            <TrailProvider>
              <Route path={path}>
                <Screen />
              </Route>
            </TrailProvider>
          </ActionsProvider>
        </Router>
      </QueryClientProvider>
    </MantineProvider>,
  );
  onTestFinished(() => {
    cleanup();
    unfollow();
    queryClient.clear();
  });
  return { cairn, visited: location.history ?? [] };
}

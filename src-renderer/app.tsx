/** The window's root: theme, cache, routes, and which of first run, recovery and the app itself is shown. */
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect } from 'react';
import { type AroundNavHandler, Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { screenAt } from '../shared/vocabulary/screens.ts';
import { queryClient, useAnswer } from './api.ts';
import { Shell } from './features/shell/shell.tsx';
import { lazyComponent, ShowLazy } from './lazy-component.tsx';
import { ActionsProvider } from './offered-actions.ts';
import { ErrorBox } from './parts/errors/error-box.tsx';
import { flushAll } from './parts/saving/flush.ts';
import { fetchScreen } from './screens.ts';
import { cssVariablesResolver, theme } from './theme.ts';
import { TrailProvider } from './ui/trail.tsx';

const firstRun = lazyComponent(async () => (await import('./features/first-run/first-run-screen.tsx')).FirstRunScreen);
const recovery = lazyComponent(async () => (await import('./features/recovery/recovery-screen.tsx')).RecoveryScreen);

// Fetched while main is asked which profile is open.
fetchScreen(window.location.hash.slice(1) || '/home');

/** A screen's filters are in the query; they do not follow to another screen. */
const aroundNav: AroundNavHandler = (navigate, to, options) => {
  const isElsewhere = screenAt(to) !== screenAt(window.location.hash.slice(1));
  navigate(isElsewhere && !to.includes('?') && window.location.search !== '' ? `${to}?` : to, options);
};

export function App() {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariablesResolver} defaultColorScheme="auto">
      <QueryClientProvider client={queryClient}>
        <Router hook={useHashLocation} aroundNav={aroundNav}>
          <ActionsProvider>
            <TrailProvider>
              <Window />
            </TrailProvider>
          </ActionsProvider>
        </Router>
      </QueryClientProvider>
    </MantineProvider>
  );
}

/** Saves what is typed when the window is about to close, then says so. */
function useFlushOnClose(): void {
  useEffect(
    () =>
      window.api.onEvent((event) => {
        if (event.kind !== 'flush') return;
        void flushAll()
          .then(untilQuiet)
          .then(() => window.api.call('windowFlushed', {}));
      }),
    [],
  );
}

/** Settles when no command is on its way, at the latest after a second and a half. */
async function untilQuiet(): Promise<void> {
  const end = Date.now() + 1_500;
  while (queryClient.isMutating() > 0 && Date.now() < end) await new Promise((resolve) => setTimeout(resolve, 15));
}

function Window() {
  useFlushOnClose();
  const { data: state, error, refetch } = useAnswer('getAppState', {});
  if (error !== null && state === undefined) {
    return (
      <main style={{ padding: 'var(--cn-margin)' }}>
        <ErrorBox error={error} retry={() => void refetch()} />
      </main>
    );
  }
  if (state === undefined) return null;
  if (state.state === 'first-run') return <ShowLazy of={firstRun} with={{ folder: state.folder }} />;
  if (state.state === 'recovery') return <ShowLazy of={recovery} with={{ state }} />;
  return <Shell key={state.folder} state={state} />;
}

/** The app around its screens: rail, top bar, banners, and what floats above them. */
import { useDisclosure } from '@mantine/hooks';
import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { Redirect, Route, Switch, useLocation } from 'wouter';
import type { AppState } from '../../../shared/api/app.ts';
import { useAnswer } from '../../api.ts';
import { DropZone } from '../../components/drop-zone.tsx';
import { ErrorBoundary } from '../../components/error-boundary.tsx';
import { Loading } from '../../components/loading.tsx';
import { Page } from '../../components/pane.tsx';
import { CaptureDialog, rootOf, screenAt, screens } from '../../screens.tsx';
import { Banners } from './banners.tsx';
import { Rail } from './rail.tsx';
import classes from './shell.module.css';
import { Toasts } from './toasts.tsx';
import { TopBar } from './top-bar.tsx';
import { useAppliedSettings } from './use-applied-settings.ts';
import { useKeys } from './use-keys.ts';
import { useShellActs } from './use-shell-acts.ts';
import { useToasts } from './use-toasts.ts';

const Palette = lazy(async () => ({ default: (await import('./palette.tsx')).Palette }));
const ShortcutsSheet = lazy(async () => ({ default: (await import('./shortcuts-sheet.tsx')).ShortcutsSheet }));

export type OpenState = Extract<AppState, { state: 'open' }>;

export function Shell({ state }: { readonly state: OpenState }) {
  const [location, navigate] = useLocation();
  const settings = useAnswer('getSettings', {});
  const [isCapturing, capture] = useDisclosure(false);
  const [isSheetOpen, sheet] = useDisclosure(false);
  const [palette, setPalette] = useState<'closed' | 'jump' | 'search'>('closed');
  const toasts = useToasts();

  useAppliedSettings(settings.data);
  useShellActs({
    capture: capture.open,
    openPalette: useCallback(() => setPalette((now) => (now === 'jump' ? 'closed' : 'jump')), []),
    openSearch: useCallback(() => setPalette((now) => (now === 'search' ? 'closed' : 'search')), []),
    toggleSheet: sheet.toggle,
    toasts,
  });
  useKeys(settings.data?.singleKeys ?? true);
  const main = useFocusOnScreen(location);
  const review = useCallback((id: string) => navigate(`/import/${id}`), [navigate]);

  return (
    <div className={classes.shell}>
      <button type="button" className={classes.skip} onClick={() => main.current?.focus()}>
        Skip to the content
      </button>
      <Rail state={state} />
      <div className={classes.column}>
        <TopBar />
        <Banners state={state} />
        <main className={classes.main} id="content" tabIndex={-1} ref={main}>
          <ErrorBoundary key={rootOf(screenAt(location) ?? { path: '/' })}>
            <Suspense
              fallback={
                <Page>
                  <Loading />
                </Page>
              }
            >
              <Switch>
                {screens.map(({ path, Component }) => (
                  <Route key={path} path={path} component={Component} />
                ))}
                <Route>
                  <Redirect to="/home" replace />
                </Route>
              </Switch>
            </Suspense>
          </ErrorBoundary>
        </main>
      </div>
      <Toasts toasts={toasts} />
      <DropZone onRead={review} />
      <Suspense fallback={null}>
        <Kept isOpen={isCapturing}>
          <CaptureDialog opened={isCapturing} onClose={capture.close} />
        </Kept>
        <Kept isOpen={palette !== 'closed'}>
          <Palette mode={palette} onClose={() => setPalette('closed')} />
        </Kept>
        <Kept isOpen={isSheetOpen}>
          <ShortcutsSheet opened={isSheetOpen} onClose={sheet.close} />
        </Kept>
      </Suspense>
    </div>
  );
}

/** Mounts something when it is first opened, and leaves it mounted, so that it can fade and keep its text. */
function Kept({ isOpen, children }: { readonly isOpen: boolean; readonly children: React.ReactNode }) {
  const wasOpen = useRef(false);
  wasOpen.current ||= isOpen;
  return wasOpen.current ? children : null;
}

/** Puts the focus on the content when another screen is shown, so that keys and readers start there. */
function useFocusOnScreen(location: string) {
  const main = useRef<HTMLElement>(null);
  const root = screenAt(location)?.path;
  const last = useRef(root);
  useEffect(() => {
    if (last.current === root) return;
    last.current = root;
    main.current?.focus({ preventScroll: true });
    main.current?.scrollTo({ top: 0 });
  }, [root]);
  return main;
}

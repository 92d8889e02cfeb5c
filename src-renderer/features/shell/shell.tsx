/** The app around its screens: rail, top bar, banners, and what floats above them. */
import { Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useCallback, useEffect, useRef, useState } from 'react';
import { Redirect, Route, Switch, useLocation } from 'wouter';
import type { OpenState } from '../../../shared/api/profile/app.ts';
import { railIds, type ScreenId, screenAt, screenIds, screens } from '../../../shared/vocabulary/screens.ts';
import { useAnswer } from '../../api.ts';
import { lazyComponent, ShowLazy } from '../../lazy-component.tsx';
import { DropZone } from '../../parts/drop-zone/drop-zone.tsx';
import { ErrorBoundary } from '../../parts/errors/error-boundary.tsx';
import { ReadOnlyContext } from '../../parts/saving/read-only.ts';
import { captureDialog, views } from '../../screens.ts';
import { Loading } from '../../ui/loading.tsx';
import { Page } from '../../ui/pane.tsx';
import { Banners } from './banners.tsx';
import { Rail } from './rail.tsx';
import classes from './shell.module.css';
import { Toasts } from './toasts.tsx';
import { TopBar } from './top-bar.tsx';
import { useAppliedSettings } from './use-applied-settings.ts';
import { useDialogFocus } from './use-dialog-focus.ts';
import { useFocusNet } from './use-focus-net.ts';
import { useKeys } from './use-keys.ts';
import { useShellActions } from './use-shell-actions.ts';
import { useToasts } from './use-toasts.ts';
import { windowTitle } from './window-title.ts';

const palette = lazyComponent(async () => (await import('./palette.tsx')).Palette);
const shortcutsSheet = lazyComponent(async () => (await import('./shortcuts-sheet.tsx')).ShortcutsSheet);

/** What stands in a screen's place while it is fetched. */
const reading = (
  <Page>
    <Loading />
  </Page>
);

export function Shell({ state }: { readonly state: OpenState }) {
  const [location, navigate] = useLocation();
  const settings = useAnswer('getSettings', {});
  const [isCapturing, capture] = useDisclosure(false);
  const [isSheetOpen, sheet] = useDisclosure(false);
  const [paletteMode, setPaletteMode] = useState<'closed' | 'jump' | 'search'>('closed');
  const toasts = useToasts();

  useAppliedSettings(settings.data);
  useShellActions({
    capture: capture.open,
    openPalette: useCallback(() => setPaletteMode((now) => (now === 'jump' ? 'closed' : 'jump')), []),
    openSearch: useCallback(() => setPaletteMode((now) => (now === 'search' ? 'closed' : 'search')), []),
    toggleSheet: sheet.toggle,
    toasts,
  });
  useKeys(settings.data?.singleKeys ?? true);
  usePreparedScreens();
  useFocusNet();
  useDialogFocus();
  const root = screenAt(location);
  const main = useFocusOnScreen(location, root);
  useWindowTitle(windowTitle(state));
  const closePalette = useCallback(() => setPaletteMode('closed'), []);
  const review = useCallback((id: string) => navigate(`/import/${id}`), [navigate]);

  return (
    <ReadOnlyContext value={state.isReadOnly !== null}>
      <div className={classes.shell}>
        <button type="button" className={classes.skip} onClick={() => main.current?.focus()}>
          Skip to the content
        </button>
        <Rail state={state} />
        <Stack gap={0} miw={0} mih={0}>
          <TopBar />
          <Banners state={state} />
          <main className={classes.main} id="content" tabIndex={-1} ref={main}>
            <ErrorBoundary key={root}>
              <Switch>
                {screenIds.map((id) => (
                  <Route key={id} path={screens[id].path}>
                    <ShowLazy key={id} of={views[id]} with={{}} meanwhile={reading} />
                  </Route>
                ))}
                <Route>
                  <Redirect to="/home" replace />
                </Route>
              </Switch>
            </ErrorBoundary>
          </main>
        </Stack>
        <Toasts toasts={toasts} />
        <DropZone onRead={review} />
        <Kept isOpen={isCapturing}>
          <ShowLazy of={captureDialog} with={{ opened: isCapturing, onClose: capture.close }} />
        </Kept>
        <Kept isOpen={paletteMode !== 'closed'}>
          <ShowLazy of={palette} with={{ mode: paletteMode, onClose: closePalette }} />
        </Kept>
        <Kept isOpen={isSheetOpen}>
          <ShowLazy of={shortcutsSheet} with={{ opened: isSheetOpen, onClose: sheet.close }} />
        </Kept>
      </div>
    </ReadOnlyContext>
  );
}

/** Mounts something when it is first opened, and leaves it mounted, so that it can fade and keep its text. */
function Kept({ isOpen, children }: { readonly isOpen: boolean; readonly children: React.ReactNode }) {
  const wasOpen = useRef(false);
  wasOpen.current ||= isOpen;
  return wasOpen.current ? children : null;
}

/** Fetches what may be opened next once the window has nothing better to do, so that each opens at once. */
function usePreparedScreens(): void {
  useEffect(() => {
    const prepare = () => {
      for (const part of [captureDialog, palette, shortcutsSheet]) void part.load();
      for (const id of railIds) void views[id].load();
    };
    const timer = setTimeout(() => requestIdleCallback(prepare), 800);
    return () => clearTimeout(timer);
  }, []);
}

/** Names the record in the title of the window for as long as it is open. */
function useWindowTitle(title: string): void {
  useEffect(() => {
    document.title = title;
    return () => {
      document.title = 'Cairn';
    };
  }, [title]);
}

/** Puts the focus on the content when another screen is shown, so that keys and readers start there. */
function useFocusOnScreen(location: string, root: ScreenId | undefined) {
  const main = useRef<HTMLElement>(null);
  const last = useRef(root);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever another place is shown, what had the focus may be gone with the last
  useEffect(() => {
    if (document.activeElement === document.body) main.current?.focus({ preventScroll: true });
  }, [location]);
  useEffect(() => {
    if (last.current === root) return;
    last.current = root;
    main.current?.focus({ preventScroll: true });
    main.current?.scrollTo({ top: 0 });
  }, [root]);
  return main;
}

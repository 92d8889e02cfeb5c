/** What every screen offers. */
import { useLocation } from 'wouter';
import { addressOf, goIds, screens } from '../../../shared/vocabulary/screens.ts';
import { call } from '../../api.ts';
import { offeredAction, useActions, useOfferedActions } from '../../offered-actions.ts';
import { canFieldUndo } from './use-keys.ts';
import type { ToastStore } from './use-toasts.ts';

interface ShellActions {
  readonly capture: () => void;
  readonly openPalette: () => void;
  readonly openSearch: () => void;
  readonly toggleSheet: () => void;
  readonly toasts: ToastStore;
}

const zoomStep = 0.1;
const zoomLimits = { least: 0.5, most: 3 };

/** Puts the cursor into the filter of the screen, the field marked with `data-filter`. */
function focusFilter(): void {
  const marked = document.querySelector<HTMLElement>('main [data-filter]');
  const field = marked?.matches('input, textarea') ? marked : marked?.querySelector<HTMLElement>('input, textarea');
  (field ?? marked)?.focus();
}

export function useShellActions({ capture, openPalette, openSearch, toggleSheet, toasts }: ShellActions): void {
  const [, navigate] = useLocation();

  const step = (name: 'undo' | 'redo') => {
    // A field takes back what was typed in it before the record takes back a step.
    if (canFieldUndo(name)) {
      document.execCommand(name);
      return;
    }
    toasts.step(name);
  };

  const zoomTo = (next: (zoom: number) => number) => {
    const change = async () => {
      const zoom = next((await call('getSettings', {})).zoom);
      const inTenths = Math.round(zoom * 10) / 10;
      await call('changeSettings', {
        patch: { zoom: Math.min(zoomLimits.most, Math.max(zoomLimits.least, inTenths)) },
      });
      return null;
    };
    toasts.tell(change(), 'The size was not changed.');
  };

  // A screen that has something to print or export takes this over.
  const tellNothingToPrint = () =>
    toasts.showNote('There is nothing to print on this screen. Open a resume, a match, a role or a ladder.');

  useActions<'everywhere'>({
    capture,
    import: () => navigate(addressOf('import')),
    export: tellNothingToPrint,
    print: tellNothingToPrint,
    undo: () => step('undo'),
    redo: () => step('redo'),
    palette: openPalette,
    search: openSearch,
    filter: focusFilter,
    back: () => history.back(),
    forward: () => history.forward(),
    'actual-size': () => zoomTo(() => 1),
    larger: () => zoomTo((zoom) => zoom + zoomStep),
    smaller: () => zoomTo((zoom) => zoom - zoomStep),
    shortcuts: toggleSheet,
    'show-folder': () => void call('showDataFolder', {}),
    'back-up': () =>
      toasts.tell(
        call('backUpNow', {}).then(() => 'Backed up and read back whole'),
        'The backup was not made.',
      ),
  });
  useOfferedActions(
    goIds.map((id) =>
      offeredAction(`go-${id}`, () => navigate(screens[id].isFresh ? `${addressOf(id)}?` : addressOf(id))),
    ),
  );
}

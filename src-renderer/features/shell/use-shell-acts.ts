/** The acts that are there on every screen. */
import { useLocation } from 'wouter';
import { type Act, useActs } from '../../acts.ts';
import { call } from '../../api.ts';
import { railScreens, rootOf } from '../../screens.tsx';
import { fieldCan } from './use-keys.ts';
import type { ToastStore } from './use-toasts.ts';

interface ShellActs {
  readonly capture: () => void;
  readonly openPalette: () => void;
  readonly openSearch: () => void;
  readonly toggleSheet: () => void;
  readonly toasts: ToastStore;
}

/** Puts the cursor into the filter of the screen, the field marked with `data-filter`. */
function focusFilter(): void {
  const marked = document.querySelector<HTMLElement>('main [data-filter]');
  const field = marked?.matches('input, textarea') ? marked : marked?.querySelector<HTMLElement>('input, textarea');
  (field ?? marked)?.focus();
}

export function useShellActs({ capture, openPalette, openSearch, toggleSheet, toasts }: ShellActs): void {
  const [, navigate] = useLocation();

  const takeBack = async (name: 'undo' | 'redo') => {
    // A field takes back what was typed in it before the record takes back a step.
    if (fieldCan(name)) {
      document.execCommand(name);
      return;
    }
    try {
      const { label } = await call(name, {});
      if (name === 'undo') toasts.showUndone(label);
      else toasts.showNote(`Done again: ${label}`);
    } catch (refusal) {
      toasts.showNote(refusal instanceof Error ? refusal.message : 'Nothing was taken back.');
    }
  };

  const acts: readonly Act[] = [
    { id: 'capture', label: 'Capture an accomplishment', keys: 'mod+N', group: 'Everywhere', run: capture },
    { id: 'palette', label: 'Search or jump to', keys: 'mod+K', group: 'Everywhere', run: openPalette, isHidden: true },
    {
      id: 'palette-too',
      label: 'Search or jump to',
      keys: 'mod+shift+P',
      group: 'Everywhere',
      run: openPalette,
      isHidden: true,
    },
    { id: 'search', label: 'Search everything', keys: 'mod+shift+F', group: 'Everywhere', run: openSearch },
    { id: 'undo', label: 'Undo', keys: 'mod+Z', group: 'Everywhere', run: () => void takeBack('undo') },
    { id: 'redo', label: 'Redo', keys: 'mod+shift+Z', group: 'Everywhere', run: () => void takeBack('redo') },
    { id: 'back', label: 'Back', keys: 'alt+ArrowLeft', group: 'Everywhere', run: () => history.back() },
    { id: 'forward', label: 'Forward', keys: 'alt+ArrowRight', group: 'Everywhere', run: () => history.forward() },
    { id: 'filter', label: 'Filter this screen', keys: '/', group: 'Everywhere', run: focusFilter, isHidden: true },
    { id: 'shortcuts', label: 'Keyboard shortcuts', keys: '?', group: 'Everywhere', run: toggleSheet },
    ...railScreens.map(
      (screen): Act => ({
        id: `screen-${screen.order}`,
        label: `Go to ${screen.name}`,
        keys: `mod+${screen.order}`,
        group: 'Screens',
        run: () => navigate(rootOf(screen)),
      }),
    ),
    { id: 'careers', label: 'Open the career map', group: 'Screens', run: () => navigate('/careers?') },
    { id: 'compare', label: 'Compare roles', group: 'Screens', run: () => navigate('/compare?') },
    { id: 'competencies', label: 'Go to Competencies', group: 'Screens', run: () => navigate('/competencies') },
    { id: 'background', label: 'Go to Background', group: 'Screens', run: () => navigate('/background') },
    { id: 'bin', label: 'Go to the bin', group: 'Screens', run: () => navigate('/bin') },
    { id: 'settings', label: 'Go to Settings', keys: 'mod+,', group: 'Screens', run: () => navigate('/settings') },
    { id: 'import', label: 'Import a file', group: 'Everywhere', run: () => navigate('/import') },
    // The menu of the window offers these everywhere; a screen that has something to print takes them over.
    ...['print', 'export'].map(
      (id): Act => ({
        id,
        label: 'Print',
        group: 'Everywhere',
        isHidden: true,
        run: () => toasts.showNote('Nothing to print here. Open a resume or a match.'),
      }),
    ),
    {
      id: 'back-up',
      label: 'Back up now',
      group: 'Everywhere',
      run: () =>
        void call('backUpNow', {})
          .then(() => toasts.showNote('Backed up and read back whole'))
          .catch((refusal: unknown) =>
            toasts.showNote(refusal instanceof Error ? refusal.message : 'The backup was not made.'),
          ),
    },
    {
      id: 'show-folder',
      label: 'Show the data folder',
      group: 'Everywhere',
      run: () => void call('showDataFolder', {}),
    },
  ];
  useActs(acts);
}

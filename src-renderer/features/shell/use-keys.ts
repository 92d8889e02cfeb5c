/** Runs the act whose keys are pressed, and the act that the native menu names. */
import { useEffect } from 'react';
import { type Act, isSingleKey, matchesKeys, useAllActs, useRunAct } from '../../acts.ts';

const textTypes = new Set(['text', 'search', 'email', 'url', 'tel', 'password', 'number', 'date', 'month']);

/** Whether keys typed there are text. */
export function isTextField(target: Element | null): boolean {
  if (target instanceof HTMLTextAreaElement) return true;
  if (target instanceof HTMLInputElement) return textTypes.has(target.type);
  return target instanceof HTMLElement && target.isContentEditable;
}

/** Whether the field that has the focus can take something back, or do it again, by itself. */
export function fieldCan(id: string): boolean {
  if (id !== 'undo' && id !== 'redo') return false;
  return isTextField(document.activeElement) && document.queryCommandEnabled(id);
}

/** Under a dialog the rest of the window is out of reach; the palette's own keys close it again. */
function isReachable(act: Act): boolean {
  if (document.querySelector('[aria-modal="true"]') === null) return true;
  return act.id === 'palette' || act.id === 'search' || act.id === 'shortcuts';
}

export function useKeys(hasSingleKeys: boolean): void {
  const acts = useAllActs();
  const runAct = useRunAct();

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const act = acts.findLast(({ keys }) => keys !== undefined && matchesKeys(event, keys));
      if (act?.keys === undefined || !isReachable(act) || fieldCan(act.id)) return;
      const isInText = isTextField(event.target instanceof Element ? event.target : null);
      if (isSingleKey(act.keys) && (!hasSingleKeys || isInText)) return;
      event.preventDefault();
      act.run();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [acts, hasSingleKeys]);

  useEffect(
    () =>
      window.api.onEvent((event) => {
        if (event.kind === 'act') runAct(event.act);
      }),
    [runAct],
  );
}

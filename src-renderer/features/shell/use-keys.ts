/** Takes the action whose keys are pressed, and the one that the native menu names. */
import { useEffect } from 'react';
import { type ActionId, actions } from '../../../shared/vocabulary/actions.ts';
import {
  type Action,
  isSingleKey,
  keysOnThisSystem,
  matchesKeys,
  useAllActions,
  useRunAction,
} from '../../offered-actions.ts';

const textTypes = new Set(['text', 'search', 'email', 'url', 'tel', 'password', 'number', 'date', 'month']);

/** Whether keys typed there are text. */
export function isTextField(target: Element | null): boolean {
  if (target instanceof HTMLTextAreaElement) return true;
  if (target instanceof HTMLInputElement) return textTypes.has(target.type);
  return target instanceof HTMLElement && target.isContentEditable;
}

/** Whether the field that has the focus can take something back, or do it again, by itself. */
export function canFieldUndo(id: ActionId): boolean {
  if (id !== 'undo' && id !== 'redo') return false;
  return isTextField(document.activeElement) && document.queryCommandEnabled(id);
}

/** Under a dialog the rest of the window is out of reach; the palette's own keys close it again. */
function isReachable({ id }: Action): boolean {
  return actions[id].isAboveDialogs === true || document.querySelector('[aria-modal="true"]') === null;
}

export function useKeys(hasSingleKeys: boolean): void {
  const offered = useAllActions();
  const runAction = useRunAction();

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      const isPressed = (keys: string) => matchesKeys(event, keys);
      const action = offered.findLast(({ id }) => keysOnThisSystem(id).some(isPressed));
      if (action === undefined || !isReachable(action) || canFieldUndo(action.id)) return;
      const isInText = isTextField(event.target instanceof Element ? event.target : null);
      const isSingle = keysOnThisSystem(action.id).filter(isPressed).every(isSingleKey);
      if (isSingle && (!hasSingleKeys || isInText)) return;
      event.preventDefault();
      action.run();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [offered, hasSingleKeys]);

  useEffect(
    () =>
      window.api.onEvent((event) => {
        if (event.kind === 'action') runAction(event.action);
      }),
    [runAction],
  );
}

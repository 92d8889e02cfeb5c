/**
 * A dialog begins at its first field, with the text in it selected. Left alone the focus goes to what stands first, which is
 * the button that closes it again; and a field that appears once main has answered would never have it.
 */
import { useEffect } from 'react';

const closeButton = 'button[aria-label="Close"]';
const fields =
  'input:not([type="hidden"]):not([disabled]):not([type="radio"]):not([type="checkbox"]), textarea:not([disabled])';

/** So long a dialog takes to open. */
const settlingMs = 400;
/** A field that is not there by then is not waited for. */
const patienceMs = 2_000;

function begin(dialog: Element): boolean {
  const field = dialog.querySelector<HTMLInputElement | HTMLTextAreaElement>(fields);
  if (field === null || !field.checkVisibility()) return false;
  field.focus();
  if (!field.readOnly) field.select();
  return true;
}

/** To be called once, for all dialogs of the window. */
export function useDialogFocus(): void {
  useEffect(() => {
    const openedAt = new WeakMap<Element, number>();
    const onFocusIn = ({ target }: FocusEvent) => {
      if (!(target instanceof Element)) return;
      const dialog = target.closest('[role="dialog"]');
      // the dialog as a whole has the focus for a moment before anything in it
      if (dialog === null || dialog === target) return;
      const opened = openedAt.get(dialog) ?? performance.now();
      openedAt.set(dialog, opened);
      // later the focus is where a person has put it; the trap of the dialog may put it there twice
      if (performance.now() - opened > settlingMs || !target.matches(closeButton) || begin(dialog)) return;
      const observer = new MutationObserver(() => {
        // whoever has gone on meanwhile is left where they are
        if (document.activeElement !== target || begin(dialog)) observer.disconnect();
      });
      observer.observe(dialog, { childList: true, subtree: true });
      setTimeout(() => observer.disconnect(), patienceMs);
    };
    document.addEventListener('focusin', onFocusIn);
    return () => document.removeEventListener('focusin', onFocusIn);
  }, []);
}

/**
 * A dialog begins at its first field, with the text in it selected. Left alone the focus goes to what stands first, which is
 * the button that closes it again; and a field that appears once main has answered would never have it.
 */
import { useEffect } from 'react';

const closeButton = '.mantine-Modal-close, .mantine-Drawer-close';
const fields =
  'input:not([type="hidden"]):not([disabled]):not([type="radio"]):not([type="checkbox"]), textarea:not([disabled])';

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
    const known = new WeakSet<Element>();
    const onFocusIn = ({ target }: FocusEvent) => {
      if (!(target instanceof Element)) return;
      const dialog = target.closest('[role="dialog"]');
      if (dialog === null || known.has(dialog)) return;
      // from the second time on the focus is where a person has put it
      known.add(dialog);
      if (!target.matches(closeButton) || begin(dialog)) return;
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

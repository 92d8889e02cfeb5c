/**
 * Catches the focus when what had it goes away: a button that its own act replaces, a row that was deleted, a dialog.
 * What stood next to it gets it, or what opened the dialog, or the content of the window.
 */
import { useEffect } from 'react';

const focusable = 'a[href], button:not([disabled]), input:not([disabled]), textarea:not([disabled]), [tabindex="0"]';
const floating = '[role="dialog"], [role="menu"]';

/** Menus and dialogs give the focus back by themselves where they can, a moment after they are gone. */
const patienceMs = 60;

/** Whether some of it is within the window, so that whoever looks for the focus finds it. */
function isInSight(element: Element): boolean {
  const { top, left, bottom, right } = element.getBoundingClientRect();
  return bottom > 0 && right > 0 && top < window.innerHeight && left < window.innerWidth;
}

/** A place that had the focus. */
interface Stop {
  readonly element: Element;
  /** What could have it instead, the nearest first. */
  readonly others: readonly HTMLElement[];
  /** Where the focus was before this place opened; null for what does not float over something else. */
  readonly opener: Stop | null;
}

export function useFocusNet(): void {
  useEffect(() => {
    let last: Stop | null = null;
    const openers = new WeakMap<Element, Stop | null>();
    let timer: ReturnType<typeof setTimeout> | undefined;

    const remember = ({ target }: FocusEvent) => {
      if (!(target instanceof HTMLElement)) return;
      const over = target.closest(floating);
      if (over !== null && !openers.has(over)) openers.set(over, last);
      const place = over ?? target.closest('main, nav') ?? document.body;
      const all = [...place.querySelectorAll<HTMLElement>(focusable)];
      const at = all.indexOf(target);
      const others = at < 0 ? [] : [...all.slice(at + 1), ...all.slice(0, at).reverse()];
      last = { element: target, others, opener: over === null ? null : (openers.get(over) ?? null) };
    };
    const isLost = () => last !== null && !last.element.isConnected && document.activeElement === document.body;
    const catchIt = () => {
      if (!isLost()) return;
      let next: Element | undefined;
      for (let stop = last; stop !== null && next === undefined; stop = stop.opener) {
        const there = [stop.element, ...stop.others].filter(
          (element) => element.isConnected && element.checkVisibility(),
        );
        next = there.find(isInSight) ?? there[0];
      }
      (next instanceof HTMLElement ? next : document.getElementById('content'))?.focus({ preventScroll: true });
    };
    const observer = new MutationObserver(() => {
      if (!isLost()) return;
      clearTimeout(timer);
      timer = setTimeout(catchIt, patienceMs);
    });

    document.addEventListener('focusin', remember);
    observer.observe(document.body, { childList: true, subtree: true });
    return () => {
      document.removeEventListener('focusin', remember);
      observer.disconnect();
      clearTimeout(timer);
    };
  }, []);
}

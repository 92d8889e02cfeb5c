/** Catches the focus when what had it goes away, such as a button that its own act replaces: what stood next gets it. */
import { useEffect } from 'react';

const focusable = 'a[href], button:not([disabled]), input:not([disabled]), textarea:not([disabled]), [tabindex="0"]';

/** A dialog or a menu gives the focus back by itself, a moment after it is gone. */
const patienceMs = 60;

/** Keeps the focus near where it was; in the content of the window when nothing there is left. */
export function useFocusNet(): void {
  useEffect(() => {
    let lost: Element | null = null;
    /** What could have had the focus instead, the nearest first. */
    let others: readonly HTMLElement[] = [];
    let timer: ReturnType<typeof setTimeout> | undefined;

    const remember = ({ target }: FocusEvent) => {
      if (!(target instanceof Element)) return;
      lost = target;
      const place = target.closest('[role="dialog"], main, nav') ?? document.body;
      const all = [...place.querySelectorAll<HTMLElement>(focusable)];
      const at = all.indexOf(target as HTMLElement);
      others = at < 0 ? [] : [...all.slice(at + 1), ...all.slice(0, at).reverse()];
    };
    const isLost = () => lost !== null && !lost.isConnected && document.activeElement === document.body;
    const catchIt = () => {
      if (!isLost()) return;
      const next = others.find((one) => one.isConnected && one.checkVisibility() && one.matches(focusable));
      (next ?? document.getElementById('content'))?.focus({ preventScroll: true });
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

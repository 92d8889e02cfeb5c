/** Gives the focus back when something that was mounted open, such as a dialog, is gone. */
import { useEffect, useRef } from 'react';

/** What had the focus before gets it back at the end; when that is gone as well, the content of the window does. */
export function useReturnFocus(): void {
  const before = useRef(document.activeElement);
  useEffect(
    () => () => {
      const opener = before.current;
      setTimeout(() => {
        if (document.activeElement !== null && document.activeElement !== document.body) return;
        const back = opener instanceof HTMLElement && opener.isConnected ? opener : document.getElementById('content');
        back?.focus({ preventScroll: true });
      });
    },
    [],
  );
}

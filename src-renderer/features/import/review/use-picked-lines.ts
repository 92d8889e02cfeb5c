/** Lines of a source that are picked together, to be added as values. */
import { useCallback, useState } from 'react';

export interface PickedLines {
  readonly picked: ReadonlySet<number>;
  readonly toggle: (line: number) => void;
  /** Picks all lines from one to another, whichever is first. */
  readonly extend: (from: number, to: number) => void;
  readonly clear: () => void;
}

const noLines: ReadonlySet<number> = new Set();

export function usePickedLines(): PickedLines {
  const [picked, setPicked] = useState<ReadonlySet<number>>(noLines);
  const toggle = useCallback(
    (line: number) =>
      setPicked((before) => {
        const next = new Set(before);
        if (!next.delete(line)) next.add(line);
        return next;
      }),
    [],
  );
  const extend = useCallback((from: number, to: number) => {
    const first = Math.min(from, to);
    setPicked(new Set(Array.from({ length: Math.abs(to - from) + 1 }, (_, index) => first + index)));
  }, []);
  const clear = useCallback(() => setPicked((before) => (before.size === 0 ? before : noLines)), []);
  return { picked, toggle, extend, clear };
}

/** The one message at the bottom left: what was just done, with a way back. */
import { useCallback, useEffect, useMemo, useState } from 'react';
import { call } from '../../api.ts';
import { onAddressRefused } from '../../parts/text/open-address.ts';

export type Toast =
  | { readonly kind: 'done'; readonly key: number; readonly stepId: string; readonly label: string }
  | { readonly kind: 'undone'; readonly key: number; readonly label: string }
  | { readonly kind: 'note'; readonly key: number; readonly label: string };

export interface ToastStore {
  readonly toast: Toast | null;
  readonly showNote: (label: string) => void;
  /** Says what came of something, or why nothing did. */
  readonly tell: (work: Promise<string | null>, failure: string) => void;
  /** Undoes the last step, or the one that is named if it is still the last; or redoes one. Says so, with the way back. */
  readonly step: (name: 'undo' | 'redo', stepId?: string) => void;
  readonly close: () => void;
}

let count = 0;
const nextKey = (): number => {
  count += 1;
  return count;
};

export function useToasts(): ToastStore {
  const [toast, setToast] = useState<Toast | null>(null);
  useEffect(
    () =>
      window.api.onEvent((event) => {
        if (event.kind !== 'changed' || event.undo === null) return;
        const { id, label, isQuiet } = event.undo;
        // A later step makes the undo of an earlier message unsafe to offer.
        setToast(isQuiet ? null : { kind: 'done', key: nextKey(), stepId: id, label });
      }),
    [],
  );
  const showNote = useCallback((label: string) => setToast({ kind: 'note', key: nextKey(), label }), []);
  useEffect(() => onAddressRefused(showNote), [showNote]);
  const close = useCallback(() => setToast(null), []);
  const tell = useCallback(
    (work: Promise<string | null>, failure: string) =>
      void work
        .catch((refusal: unknown) => (refusal instanceof Error ? refusal.message : failure))
        .then((words) => words !== null && showNote(words)),
    [showNote],
  );
  const step = useCallback(
    (name: 'undo' | 'redo', stepId?: string) => {
      const stepping = call(name, stepId === undefined ? {} : { stepId }).then(({ label }) => {
        if (name === 'redo') return `Redone: ${label}`;
        setToast({ kind: 'undone', key: nextKey(), label });
        return null;
      });
      tell(stepping, name === 'undo' ? 'Nothing was undone.' : 'Nothing was redone.');
    },
    [tell],
  );
  return useMemo(() => ({ toast, showNote, tell, step, close }), [toast, showNote, tell, step, close]);
}

/** The one message at the bottom left: what was just done, with a way back. */
import { useCallback, useEffect, useMemo, useState } from 'react';
import { onAddressRefused } from '../../parts/text/open-address.ts';

export type Toast =
  | { readonly kind: 'done'; readonly key: number; readonly stepId: string; readonly label: string }
  | { readonly kind: 'undone'; readonly key: number; readonly label: string }
  | { readonly kind: 'note'; readonly key: number; readonly label: string };

export interface ToastStore {
  readonly toast: Toast | null;
  readonly showUndone: (label: string) => void;
  readonly showNote: (label: string) => void;
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
  const showUndone = useCallback((label: string) => setToast({ kind: 'undone', key: nextKey(), label }), []);
  const showNote = useCallback((label: string) => setToast({ kind: 'note', key: nextKey(), label }), []);
  useEffect(() => onAddressRefused(showNote), [showNote]);
  const close = useCallback(() => setToast(null), []);
  return useMemo(() => ({ toast, showUndone, showNote, close }), [toast, showUndone, showNote, close]);
}

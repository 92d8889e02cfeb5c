/** One change made to several accomplishments, with the dialog that asks what it is. */
import { type ReactNode, useState } from 'react';
import { useCommand } from '../../api.ts';
import { BulkDialog, type BulkField, type BulkPatch } from './bulk-dialog.tsx';

interface BulkChange {
  readonly apply: (ids: readonly string[], patch: BulkPatch) => void;
  readonly ask: (field: BulkField, ids: readonly string[]) => void;
  readonly isBusy: boolean;
  /** The question, and what main refused. */
  readonly dialog: ReactNode;
}

export function useBulkChange(onChanged: () => void): BulkChange {
  const change = useCommand('changeAccomplishments');
  const [asked, setAsked] = useState<{ readonly field: BulkField; readonly ids: readonly string[] } | null>(null);
  const close = () => {
    setAsked(null);
    change.reset();
  };
  const apply = (ids: readonly string[], patch: BulkPatch) => {
    if (ids.length === 0) return;
    change.mutate(
      { ids: [...ids], patch },
      {
        onSuccess: () => {
          close();
          onChanged();
        },
      },
    );
  };
  return {
    apply,
    ask: (field, ids) => ids.length > 0 && setAsked({ field, ids }),
    isBusy: change.isPending,
    dialog: (
      <BulkDialog
        field={asked?.field ?? null}
        count={asked?.ids.length ?? 0}
        error={change.error}
        onApply={(patch) => apply(asked?.ids ?? [], patch)}
        onClose={close}
      />
    ),
  };
}

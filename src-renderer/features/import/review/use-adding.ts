/** Adding what a draft holds, or discarding it: how far it is, stopping it, and where to go afterwards. */
import { useCallback, useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import type { Input } from '../../../../shared/api/index.ts';
import { call, useCommand } from '../../../api.ts';

export type AddInput = Omit<Input<'applyImport'>, 'id'>;

export interface AddingProgress {
  readonly done: number;
  readonly total: number;
}

export interface Adding {
  readonly add: (input: () => AddInput) => void;
  readonly cancel: () => void;
  readonly discard: () => void;
  readonly isAdding: boolean;
  readonly isDiscarding: boolean;
  /** Once it takes longer than a moment. */
  readonly progress: AddingProgress | null;
  /** What a cancelled adding left, in words. */
  readonly note: string | null;
  readonly error: unknown;
}

interface UseAdding {
  readonly id: string;
  /** Settles what is typed before the draft is added. */
  readonly onBefore: () => Promise<void>;
}

/** For a review in which nothing is typed. */
export const noUnsavedText = () => Promise.resolve();

/** What ends within it needs no bar. */
const momentMs = 700;

export function useAdding({ id, onBefore }: UseAdding): Adding {
  const [, navigate] = useLocation();
  const [startedAt, setStartedAt] = useState<number | null>(null);
  const [progress, setProgress] = useState<AddingProgress | null>(null);
  const [note, setNote] = useState<string | null>(null);
  const apply = useCommand('applyImport');
  const discarding = useCommand('discardImport');

  useEffect(() => {
    if (startedAt === null) return;
    return window.api.onEvent((event) => {
      if (event.kind !== 'progress' || event.work !== 'import') return;
      if (Date.now() - startedAt >= momentMs) setProgress({ done: event.done, total: event.total });
    });
  }, [startedAt]);

  const add = (input: () => AddInput) => {
    if (startedAt !== null) return;
    const run = async () => {
      setStartedAt(Date.now());
      setNote(null);
      try {
        await onBefore();
        const added = await apply.mutateAsync({ id, ...input() });
        if (added === null) {
          setNote('Cancelled. Nothing was added; the draft is as it was.');
          return;
        }
        navigate(added.roleIds.length === 1 ? `/roles/${added.roleIds[0]}` : '/roles', { replace: true });
      } catch {
        // What main refused stands above the panes.
      } finally {
        setStartedAt(null);
        setProgress(null);
      }
    };
    void run();
  };
  const cancel = useCallback(() => void call('cancelImport', {}).catch(() => undefined), []);
  const discard = () => discarding.mutate({ id }, { onSuccess: () => navigate('/import', { replace: true }) });
  return {
    add,
    cancel,
    discard,
    isAdding: startedAt !== null,
    isDiscarding: discarding.isPending,
    progress,
    note,
    error: apply.error ?? discarding.error,
  };
}

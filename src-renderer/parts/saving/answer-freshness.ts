/** Whether main's answers in the window's cache are as new as what was saved: until they are, they touch no field. */
import { notifyManager, type Query, type QueryClient } from '@tanstack/react-query';

export interface AnswerWatch {
  /** From now on counts what comes, and tells when all of it has. */
  readonly watch: () => void;
  /** Goes on counting and telling after `stop`. */
  readonly resume: () => void;
  /** Whether everything that a change made stale has been asked again and answered. */
  readonly areFresh: () => boolean;
  /** Whether an answer has come since `watch`, and none was refused. */
  readonly haveCome: () => boolean;
  readonly stop: () => void;
}

const isAwaited = ({ state }: Query): boolean =>
  state.fetchStatus === 'fetching' || (state.isInvalidated && state.status !== 'error');

/** Whether nothing in the cache is known to be older than main, also where no screen shows it now. */
export function isCacheFresh(client: QueryClient): boolean {
  return !client
    .getQueryCache()
    .getAll()
    .some((query) => isAwaited(query));
}

export function watchAnswers(client: QueryClient, onFresh: () => void): AnswerWatch {
  let come = 0;
  let refused = 0;
  let isTelling = false;
  let unsubscribe: (() => void) | null = null;
  const areFresh = () =>
    !client
      .getQueryCache()
      .getAll()
      .some((query) => query.isActive() && isAwaited(query));

  const resume = () => {
    unsubscribe ??= client.getQueryCache().subscribe((event) => {
      if (event.type !== 'updated') return;
      if (event.action.type === 'success') come += 1;
      else if (event.action.type === 'error') refused += 1;
      else return;
      if (isTelling || !areFresh()) return;
      isTelling = true;
      // In the same turn as the screens that show the answer, so that a field is never drawn with an older one between.
      notifyManager.schedule(() => {
        isTelling = false;
        if (unsubscribe !== null) onFresh();
      });
    });
  };
  return {
    watch: () => {
      come = 0;
      refused = 0;
      resume();
    },
    resume,
    areFresh,
    haveCome: () => come > 0 && refused === 0,
    stop: () => {
      unsubscribe?.();
      unsubscribe = null;
    },
  };
}

/** Content that saves itself, for every field, choice and list of the window. The rules are in `saved-content.ts`. */
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { createSavedContent, type SavedContentOptions, type SavedContentStore } from './saved-content.ts';

interface UseSavedContent<Content> extends Partial<SavedContentOptions<Content>> {
  /** What main has, as far as the window knows. */
  readonly saved: Content;
  readonly save: (content: Content) => unknown;
  /** With a key, what is not stored yet is shown again when its owner goes away and comes back. */
  readonly key?: string | undefined;
}

export interface SavedContent<Content> {
  /** What was changed last, until main's answer is newer. */
  readonly content: Content;
  /** What `content` is by now, also within the event that changed it. */
  readonly latest: () => Content;
  readonly change: (content: Content) => void;
  /** Changes what is there by now, also within the event that changed it. Settles once it is stored; throws what main refuses. */
  readonly update: (make: (now: Content) => Content) => Promise<void>;
  /** Settles once everything changed so far is stored; throws what main refuses. */
  readonly settled: () => Promise<void>;
  /** Saves now; settles once the newest content is stored, or answers false when main refused it. */
  readonly flush: () => Promise<boolean>;
  /** The same when the field is left: from then on it shows what main made of the content. */
  readonly leave: () => Promise<boolean>;
  readonly error: unknown;
  /** What `error` is by now. */
  readonly refusal: () => unknown;
  /** Whether what is shown is stored as unsaved, because it was refused or never saved. */
  readonly isUnsavedStored: boolean;
  /** Whether what is shown is not stored yet. */
  readonly isUnsaved: boolean;
  readonly offerUnsaved: (content: Content) => boolean;
  /** Shows what main has, and forgets what was not stored. */
  readonly discard: () => void;
}

interface KnownStore {
  readonly isDone: () => boolean;
  /** Of the content that its key stands for. */
  readonly store: unknown;
}

/** Stores with a key, by window; those that nobody shows are forgotten once they are stored. */
const known = new WeakMap<QueryClient, Map<string, KnownStore>>();

function storeOf<Content>(client: QueryClient, key: string | undefined): SavedContentStore<Content> {
  if (key === undefined) return createSavedContent(client);
  const stores = known.get(client) ?? new Map<string, KnownStore>();
  known.set(client, stores);
  for (const [name, { isDone }] of stores) if (isDone()) stores.delete(name);
  const before = stores.get(key);
  if (before !== undefined) return before.store as SavedContentStore<Content>;
  const store = createSavedContent<Content>(client);
  stores.set(key, { isDone: store.isDone, store });
  return store;
}

export function useSavedContent<Content>({
  saved,
  save,
  key,
  isSame = Object.is,
  pauseMs = 0,
  onRefusal = 'stay',
  storeUnsaved = () => undefined,
}: UseSavedContent<Content>): SavedContent<Content> {
  const client = useQueryClient();
  const store = useMemo(() => storeOf<Content>(client, key), [client, key]);
  const answer = useRef(saved);
  answer.current = saved;
  useSyncExternalStore(store.subscribe, store.version);
  useLayoutEffect(() => {
    Object.assign(store.options, { save, isSame, pauseMs, onRefusal, storeUnsaved });
    store.compare(saved);
  });
  // What goes away saves first.
  useEffect(() => () => void store.leave(), [store]);
  const own = store.own();
  const latest = useCallback(() => {
    const now = store.own();
    return now === null ? answer.current : now.content;
  }, [store]);
  const settled = useCallback(async () => {
    if (!(await store.flush())) throw store.error();
  }, [store]);
  const update = useCallback(
    async (make: (now: Content) => Content) => {
      const before = latest();
      const next = make(before);
      if (next === before) return;
      store.change(next);
      await settled();
    },
    [store, latest, settled],
  );
  return {
    content: own === null ? saved : own.content,
    latest,
    change: store.change,
    update,
    settled,
    flush: store.flush,
    leave: store.leave,
    error: store.error(),
    refusal: store.error,
    isUnsavedStored: store.isUnsavedStored(),
    isUnsaved: store.isPending(),
    offerUnsaved: store.offerUnsaved,
    discard: store.discard,
  };
}

/**
 * A value that is chosen rather than typed: shown at once, saved in order, and taken back when main refuses it. `choose`
 * settles once it is stored, and rejects with the refusal.
 */
export function useSavedChoice<Value>(
  saved: Value,
  save: (value: Value) => unknown,
  isSame: (a: Value, b: Value) => boolean = Object.is,
): readonly [value: Value, choose: (value: Value) => Promise<void>] {
  const store = useSavedContent<Value>({ saved, save, isSame, pauseMs: null, onRefusal: 'revert' });
  const { change, leave, refusal } = store;
  const choose = useCallback(
    async (value: Value) => {
      change(value);
      if (!(await leave())) throw refusal();
    },
    [change, leave, refusal],
  );
  return [store.content, choose];
}

/**
 * Content that is changed in the window and saved by main: the state behind every field, choice and list that saves
 * itself. From the first change on, what was changed is shown; what main answers is shown again only once it is newer.
 */
import type { QueryClient } from '@tanstack/react-query';
import { isCacheFresh, watchAnswers } from './answer-freshness.ts';
import { onFlush } from './flush.ts';

export interface SavedContentOptions<Content> {
  /** Stores the content; a rejection or a throw is a refusal. Called for one content at a time, in order. */
  save: (content: Content) => unknown;
  /** Whether two contents are stored alike. */
  isSame: (a: Content, b: Content) => boolean;
  /** How long after the last change it is saved; `null`: when `flush` or `leave` asks for it. */
  pauseMs: number | null;
  /** What becomes of content that was refused: it stays to be saved again, or what main has is shown again. */
  onRefusal: 'stay' | 'revert';
  /** Told what was refused, and null once it is stored. */
  storeUnsaved: (content: Content | null) => unknown;
}

/** The longest wait after a first change, so that someone who never pauses is saved too. */
const longestMs = 1_000;

export interface SavedContentStore<Content> {
  readonly options: SavedContentOptions<Content>;
  /** What is shown instead of main's answer; null while that is shown. */
  readonly own: () => { readonly content: Content } | null;
  readonly error: () => unknown;
  /** Whether what is shown was refused, or comes from an earlier time, and is stored as unsaved. */
  readonly isUnsavedStored: () => boolean;
  /** Whether something changed is not stored yet. */
  readonly isPending: () => boolean;
  readonly change: (content: Content) => void;
  /** Shows content of an earlier time that was never saved; nothing when something was changed since. */
  readonly offerUnsaved: (content: Content) => boolean;
  /** Saves now. Settles once the newest content is stored, also when it is changed meanwhile; false when refused. */
  readonly flush: () => Promise<boolean>;
  /** The same, and what main makes of the content is shown from then on, as when a field is left. */
  readonly leave: () => Promise<boolean>;
  readonly discard: () => void;
  /** Told what main's answer is, whenever the owner is drawn. */
  readonly compare: (saved: Content) => void;
  readonly subscribe: (listener: () => void) => () => void;
  /** Changes whenever what is shown may have. */
  readonly version: () => number;
  /** Whether it can be forgotten: nobody shows it, all is stored, and main's answers are no older. */
  readonly isDone: () => boolean;
}

/** Made before its owner is drawn, which fills in the options and renews them from then on. */
export function createSavedContent<Content>(client: QueryClient): SavedContentStore<Content> {
  const options: SavedContentOptions<Content> = {
    save: () => undefined,
    isSame: Object.is,
    pauseMs: null,
    onRefusal: 'stay',
    storeUnsaved: () => undefined,
  };
  let own: { readonly content: Content } | null = null;
  let error: unknown = null;
  let isUnsaved = false;
  let isEdited = false;
  let wasChanged = false;
  /** What main is known to hold; null while that is uncertain. */
  let stored: { readonly content: Content } | null = null;
  /** Main's answer when the first change was made, and the first one after a save had come to rest. */
  let before: { readonly content: Content } | null = null;
  let echo: { readonly content: Content } | null = null;
  let last: { readonly content: Content } | null = null;
  let running: Promise<boolean> | null = null;
  let isAsked = false;
  let isFlushing = false;
  let isUnsavedStored = false;
  let since: number | null = null;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let stopFlushing: (() => void) | null = null;
  let version = 0;
  const listeners = new Set<() => void>();
  const answers = watchAnswers(client, () => {
    // What nobody shows compares no answer: it would follow them for good, and each of them asks the whole cache.
    if (listeners.size === 0 && !isPending()) answers.stop();
    else announce();
  });

  const isPending = () => isUnsaved || running !== null;

  function announce(): void {
    version += 1;
    for (const listener of [...listeners]) listener();
  }

  function follow(isNeeded: boolean): void {
    if (isNeeded) stopFlushing ??= onFlush(() => (isPending() ? flush() : undefined));
    else {
      stopFlushing?.();
      stopFlushing = null;
    }
  }

  function release(): void {
    own = null;
    before = null;
    echo = null;
    isEdited = false;
    answers.stop();
  }

  function change(content: Content): void {
    before ??= last;
    own = { content };
    echo = null;
    isUnsaved = true;
    isEdited = true;
    wasChanged = true;
    if (options.pauseMs === null) error = null;
    follow(true);
    const now = Date.now();
    since ??= now;
    if (timer !== null) clearTimeout(timer);
    if (options.pauseMs !== null) {
      const wait = Math.min(options.pauseMs, Math.max(0, since + longestMs - now));
      timer = setTimeout(() => {
        isAsked = true;
        void run();
      }, wait);
    }
    announce();
  }

  function run(): Promise<boolean> {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (running === null && !isUnsaved) {
      isAsked = false;
      isFlushing = false;
      return Promise.resolve(error === null);
    }
    running ??= saveAll();
    return running;
  }

  async function saveAll(): Promise<boolean> {
    let isStored = true;
    while (own !== null && isUnsaved && (isAsked || isFlushing)) {
      const saving = own;
      isAsked = false;
      isStored = await saveOnce(saving);
      // What was refused waits until it is asked for again; what was changed meanwhile does not.
      if (!isStored && (own === saving || own === null)) break;
    }
    isAsked = false;
    isFlushing = false;
    running = null;
    follow(isUnsaved);
    announce();
    return isStored;
  }

  async function saveOnce(saving: { readonly content: Content }): Promise<boolean> {
    isUnsaved = false;
    since = null;
    try {
      if (stored === null || !options.isSame(saving.content, stored.content)) {
        answers.watch();
        await options.save(saving.content);
        stored = saving;
      }
      error = null;
      if (isUnsavedStored) await options.storeUnsaved(null);
      isUnsavedStored = false;
      return true;
    } catch (refusal) {
      stored = null;
      if (own !== null) error = refusal;
      if (own !== saving) return false;
      if (options.onRefusal === 'revert') {
        release();
        return false;
      }
      isUnsaved = true;
      isUnsavedStored = true;
      announce();
      await options.storeUnsaved(saving.content);
      return false;
    }
  }

  function flush(): Promise<boolean> {
    isAsked = true;
    isFlushing = true;
    return run();
  }

  function compare(saved: Content): void {
    const isOther = last !== null && !options.isSame(saved, last.content);
    if (isOther && stored !== null && !options.isSame(saved, stored.content)) stored = null;
    last = { content: saved };
    if (own === null) {
      stored = last;
      return;
    }
    if (isPending() || !answers.areFresh()) return;
    const isNews = echo !== null && !options.isSame(saved, echo.content);
    echo ??= last;
    const hasFollowed =
      answers.haveCome() ||
      (before !== null && !options.isSame(saved, before.content)) ||
      options.isSame(saved, own.content);
    if (!isNews && (isEdited || !hasFollowed)) return;
    release();
    stored = last;
    announce();
  }

  return {
    options,
    own: () => own,
    error: () => error,
    isUnsavedStored: () => isUnsavedStored,
    isPending,
    change,
    offerUnsaved: (content) => {
      if (wasChanged || own !== null || (last !== null && options.isSame(content, last.content))) return false;
      before = last;
      own = { content };
      isUnsaved = true;
      isUnsavedStored = true;
      follow(true);
      announce();
      return true;
    },
    flush,
    leave: () => {
      isEdited = false;
      const isStored = flush();
      announce();
      return isStored;
    },
    discard: () => {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      isUnsaved = false;
      error = null;
      since = null;
      follow(running !== null);
      release();
      if (isUnsavedStored) void options.storeUnsaved(null);
      isUnsavedStored = false;
      announce();
    },
    compare,
    subscribe: (listener) => {
      listeners.add(listener);
      // Shown again before main's answer was.
      if (own !== null && !isPending()) answers.resume();
      return () => listeners.delete(listener);
    },
    version: () => version,
    isDone: () => listeners.size === 0 && !isPending() && isCacheFresh(client),
  };
}

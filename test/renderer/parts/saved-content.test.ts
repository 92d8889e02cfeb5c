import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createSavedContent } from '../../../src-renderer/parts/saving/saved-content.ts';

const key = ['title'];

/** A field over one answer of main's, which another part of the window shows too. */
function setUp() {
  const main = { title: 'Ferry' };
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const store = createSavedContent<string>(client);
  store.options.save = (title) => {
    main.title = title.trim();
  };
  const other = new QueryObserver(client, { queryKey: key, queryFn: () => main.title });
  const stopOther = other.subscribe(() => undefined);
  return { client, store, main, stopOther, isFollowing: () => client.getQueryCache().hasListeners() };
}

describe('a field that goes away before the answer of main', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('follows no more answers once one has come', async () => {
    const { client, store, stopOther, isFollowing } = setUp();
    await vi.runAllTimersAsync();
    store.compare('Ferry');
    const leaveScreen = store.subscribe(() => undefined);
    store.change('Barge');
    await store.flush();
    expect(isFollowing()).toBe(true);
    leaveScreen();
    await store.leave();
    await client.invalidateQueries({ queryKey: key });
    await vi.runAllTimersAsync();
    expect(isFollowing()).toBe(false);
    stopOther();
  });

  test('shows what it saved when it comes back, and then what main made of it', async () => {
    const { client, store, stopOther, isFollowing } = setUp();
    await vi.runAllTimersAsync();
    store.compare('Ferry');
    const leaveScreen = store.subscribe(() => undefined);
    store.change('Ferry ');
    await store.flush();
    leaveScreen();
    await store.leave();
    await client.invalidateQueries({ queryKey: key });
    await vi.runAllTimersAsync();

    const leaveAgain = store.subscribe(() => undefined);
    expect(store.own()).toEqual({ content: 'Ferry ' });
    expect(isFollowing()).toBe(true);
    await client.invalidateQueries({ queryKey: key });
    await vi.runAllTimersAsync();
    store.compare('Ferry');
    expect(store.own()).toBeNull();
    expect(isFollowing()).toBe(false);
    leaveAgain();
    stopOther();
  });
});

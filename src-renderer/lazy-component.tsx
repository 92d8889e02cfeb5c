/**
 * Parts of the window that are fetched when they are needed, or a little before. What is already there is shown at once:
 * `React.lazy` would always show its fallback first, and then hold the content back for 300 ms.
 */
import { type ComponentType, type ReactNode, useEffect, useState } from 'react';

export interface LazyComponent<Props> {
  /** Fetches it; once is enough. */
  readonly load: () => Promise<ComponentType<Props>>;
  /** What has been fetched, or null. */
  readonly peek: () => ComponentType<Props> | null;
}

/** Something that is fetched once, on the first call of `load`; a fetch that failed is tried again. */
export function lazyComponent<Props>(fetchIt: () => Promise<ComponentType<Props>>): LazyComponent<Props> {
  let found: ComponentType<Props> | null = null;
  let fetching: Promise<ComponentType<Props>> | null = null;
  const load = () => {
    fetching ??= fetchIt().then(
      (component) => {
        found = component;
        return component;
      },
      (error: unknown) => {
        fetching = null;
        throw error;
      },
    );
    return fetching;
  };
  return { load, peek: () => found };
}

interface ShowProps<Props> {
  readonly of: LazyComponent<Props>;
  readonly with: Props;
  /** Shown until it is there. */
  readonly meanwhile?: ReactNode;
}

/** Shows it, at once when it has been fetched. What keeps it from coming is thrown, for the boundary around it. */
export function ShowLazy<Props extends object>({ of, with: props, meanwhile = null }: ShowProps<Props>) {
  const [isThere, setThere] = useState(of.peek() !== null);
  const [error, setError] = useState<unknown>(null);
  useEffect(() => {
    if (isThere) return;
    let isGone = false;
    of.load().then(
      () => {
        if (!isGone) setThere(true);
      },
      (failure: unknown) => {
        if (!isGone) setError(failure);
      },
    );
    return () => {
      isGone = true;
    };
  }, [isThere, of]);
  if (error !== null) throw error;
  const Component = of.peek();
  return Component === null ? meanwhile : <Component {...props} />;
}

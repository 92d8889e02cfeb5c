/** Acts that stay the same object from render to render, so that what is given them need not be redrawn. */
import { useRef } from 'react';

/** Functions that call the newest of those given. */
export function useStableCallbacks<Acts extends { readonly [Name in keyof Acts]: (...args: never[]) => unknown }>(
  acts: Acts,
): Acts {
  const latest = useRef(acts);
  latest.current = acts;
  const steady = useRef<Acts | null>(null);
  steady.current ??= Object.fromEntries(
    Object.keys(acts).map((name) => [name, (...args: never[]) => latest.current[name as keyof Acts](...args)]),
  ) as Acts;
  return steady.current;
}

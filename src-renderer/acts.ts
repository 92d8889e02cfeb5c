/** The one registry of acts: the palette, the keys, the native menu and the `?` sheet are all fed from it. */
import {
  createContext,
  createElement,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useSyncExternalStore,
} from 'react';

/** Where an act stands on the `?` sheet. */
export type ActGroup = 'Everywhere' | 'Screens' | 'This screen';

export interface Act {
  /** The name by which the native menu calls it too. */
  readonly id: string;
  /** A verb and its object, such as `Capture an accomplishment`. */
  readonly label: string;
  /** Such as `mod+N`, `mod+shift+Z`, `alt+ArrowLeft`, `?`; `mod` is Ctrl, on a Mac Command. */
  readonly keys?: string | undefined;
  readonly group: ActGroup;
  readonly run: () => void;
  /** Left out of the palette: it opens it, or makes no sense from there. */
  readonly isHidden?: boolean | undefined;
}

interface Registry {
  readonly add: (acts: readonly Act[]) => () => void;
  readonly list: () => readonly Act[];
  readonly subscribe: (listener: () => void) => () => void;
}

/** An empty registry. Of two acts with the same id or keys that of the screen holds, then the later one. */
export function createRegistry(): Registry {
  const sets = new Set<readonly Act[]>();
  const listeners = new Set<() => void>();
  let all: readonly Act[] = [];
  const refresh = () => {
    const every = [...sets].flat();
    const isHere = ({ group }: Act) => group === 'This screen';
    all = [...every.filter((act) => !isHere(act)), ...every.filter(isHere)];
    for (const listener of listeners) listener();
  };
  return {
    add: (acts) => {
      sets.add(acts);
      refresh();
      return () => {
        sets.delete(acts);
        refresh();
      };
    },
    list: () => all,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const ActsContext = createContext<Registry>(createRegistry());

export function ActsProvider({ children }: { readonly children: ReactNode }) {
  const registry = useMemo(createRegistry, []);
  return createElement(ActsContext.Provider, { value: registry }, children);
}

/** Registers acts for as long as the component is shown. They may be made anew at each render. */
export function useActs(acts: readonly Act[]): void {
  const registry = useContext(ActsContext);
  const latest = useRef(acts);
  latest.current = acts;
  const shape = acts
    .map(({ id, label, keys, group, isHidden }) => `${id}\t${label}\t${keys}\t${group}\t${isHidden}`)
    .join('\n');
  // biome-ignore lint/correctness/useExhaustiveDependencies: what an act does is read when it runs; only how it looks registers it anew
  useEffect(
    () =>
      registry.add(
        latest.current.map((act) => ({
          ...act,
          run: () => latest.current.find(({ id }) => id === act.id)?.run(),
        })),
      ),
    [registry, shape],
  );
}

/** Every act there is now. */
export function useAllActs(): readonly Act[] {
  const registry = useContext(ActsContext);
  return useSyncExternalStore(registry.subscribe, registry.list);
}

/** Runs an act by its id, such as `capture`; nothing happens when there is none. */
export function useRunAct(): (id: string) => void {
  const registry = useContext(ActsContext);
  return useMemo(
    () => (id: string) =>
      registry
        .list()
        .findLast((act) => act.id === id)
        ?.run(),
    [registry],
  );
}

const isMac = (): boolean => typeof window !== 'undefined' && window.api?.platform === 'darwin';

/** Whether keys need neither Ctrl, Command nor Alt: such keys are off inside fields and can be switched off. */
export function isSingleKey(keys: string): boolean {
  return !/(mod|alt)\+/.test(keys);
}

/** Whether a key event is that of `keys`. */
export function matchesKeys(event: KeyboardEvent, keys: string): boolean {
  const parts = keys.split('+');
  const key = keys.endsWith('++') ? '+' : (parts.at(-1) ?? '');
  const mod = isMac() ? event.metaKey : event.ctrlKey;
  const other = isMac() ? event.ctrlKey : event.metaKey;
  if (mod !== parts.includes('mod') || event.altKey !== parts.includes('alt') || other) return false;
  // The shift that makes a `?` is part of the key, not of the chord.
  if (!isSingleKey(keys) && event.shiftKey !== parts.includes('shift')) return false;
  return event.key.toLowerCase() === key.toLowerCase() || (/^\d$/.test(key) && event.code === `Digit${key}`);
}

const names: Readonly<Record<string, string>> = {
  mod: 'Ctrl',
  alt: 'Alt',
  shift: 'Shift',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
};
const macNames: Readonly<Record<string, string>> = { ...names, mod: '⌘', alt: '⌥', shift: '⇧' };

/** Keys as the user reads them: `Ctrl N`, on a Mac `⌘ N`. */
export function keysText(keys: string): string {
  const known = isMac() ? macNames : names;
  return keys
    .split('+')
    .map((part) => known[part] ?? (part.length === 1 ? part.toUpperCase() : part))
    .join(' ');
}

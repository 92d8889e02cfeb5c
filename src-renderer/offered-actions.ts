/** The actions that can be taken now: each of the list, with what it does where the window is. */
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
import { type ActionId, type ActionOn, type ActionPlace, actions, keysOf } from '../shared/vocabulary/actions.ts';

/** An action that is offered now. */
export interface Action {
  readonly id: ActionId;
  /** As the list has it, unless it depends on what is shown. */
  readonly label: string;
  readonly run: () => void;
}

/** What an action does; with a label of its own where that depends on what is shown; null when it is not offered. */
type Offer = (() => void) | Pick<Action, 'label' | 'run'> | null;

interface Registry {
  readonly add: (offered: readonly Action[]) => () => void;
  readonly list: () => readonly Action[];
  readonly subscribe: (listener: () => void) => () => void;
}

/** Whether it is offered by a screen, and not everywhere. */
const isHere = ({ id }: Action): boolean => !['everywhere', 'screens'].includes(actions[id].on);

/** An empty registry. What a screen offers stands last, and for the general actions that it replaces. */
function createRegistry(): Registry {
  const sets = new Set<readonly Action[]>();
  const listeners = new Set<() => void>();
  let all: readonly Action[] = [];
  const refresh = () => {
    const every = [...sets].flat();
    const local = every.filter(isHere);
    const replaced = local.flatMap(({ id }): readonly ActionId[] => actions[id].replaces ?? []);
    all = [...every.filter((action) => !isHere(action) && !replaced.includes(action.id)), ...local];
    for (const listener of listeners) listener();
  };
  return {
    add: (offered) => {
      sets.add(offered);
      refresh();
      return () => {
        sets.delete(offered);
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

const ActionsContext = createContext<Registry>(createRegistry());

export function ActionsProvider({ children }: { readonly children: ReactNode }) {
  const registry = useMemo(createRegistry, []);
  return createElement(ActionsContext.Provider, { value: registry }, children);
}

/** Offers, for as long as the component is shown, every action that the list has at a place: `useActions<'match'>({ … })`. */
export function useActions<At extends ActionPlace>(offers: Readonly<Record<ActionOn<At>, Offer>>): void {
  useOfferedActions(
    (Object.entries(offers) as readonly (readonly [ActionId, Offer])[]).flatMap(([id, offer]) =>
      offer === null ? [] : [offeredAction(id, offer)],
    ),
  );
}

/** An action of the list with what it does. */
export function offeredAction(id: ActionId, offer: NonNullable<Offer>): Action {
  return typeof offer === 'function' ? { id, label: actions[id].label, run: offer } : { ...offer, id };
}

/** Offers actions for as long as the component is shown. They may be made again at each render. */
export function useOfferedActions(offered: readonly Action[]): void {
  const registry = useContext(ActionsContext);
  const latest = useRef(offered);
  latest.current = offered;
  const shape = offered.map(({ id, label }) => `${id}\t${label}`).join('\n');
  // biome-ignore lint/correctness/useExhaustiveDependencies: what an action does is read when it runs; only how it looks offers it again
  useEffect(
    () =>
      registry.add(
        latest.current.map((shown) => ({
          ...shown,
          run: () => latest.current.find(({ id }) => id === shown.id)?.run(),
        })),
      ),
    [registry, shape],
  );
}

/** Every action that is offered now. */
export function useAllActions(): readonly Action[] {
  const registry = useContext(ActionsContext);
  return useSyncExternalStore(registry.subscribe, registry.list);
}

/** Runs an action, or what a screen offers in its stead; nothing happens when there is neither. */
export function useRunAction(): (id: ActionId) => void {
  const registry = useContext(ActionsContext);
  return useMemo(
    () => (wanted: ActionId) =>
      registry
        .list()
        .findLast(({ id }) => id === wanted || actions[id].replaces?.some((general) => general === wanted))
        ?.run(),
    [registry],
  );
}

const platform = (): string => window.api?.platform ?? '';
const isMac = (): boolean => platform() === 'darwin';

/** The keys of an action on this system. */
export function keysOnThisSystem(id: ActionId): readonly string[] {
  return keysOf(id, platform());
}

/** The first keys of an action as the user reads them; empty when it has none. */
export function keyHint(id: ActionId): string {
  return keysText(keysOnThisSystem(id)[0] ?? '');
}

/** `mod+shift+Z` taken apart; the last part may be a plus itself. */
const partsOf = (keys: string): readonly string[] => keys.match(/[^+]+|\+$/g) ?? [];

/** Whether keys need neither Ctrl, Command nor Alt: such keys are off inside fields and can be switched off. */
export function isSingleKey(keys: string): boolean {
  return !/(mod|alt)\+/.test(keys);
}

/** Whether it deletes what has the focus: Delete, or what a keyboard without that key has in its place. */
export function isDeleteKey({ key, ctrlKey, metaKey }: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey'>): boolean {
  return key === 'Delete' || (key === 'Backspace' && (ctrlKey || metaKey));
}

/** Whether a key event is that of `keys`. */
export function matchesKeys(event: KeyboardEvent, keys: string): boolean {
  const parts = partsOf(keys);
  const key = parts.at(-1) ?? '';
  const mod = isMac() ? event.metaKey : event.ctrlKey;
  const other = isMac() ? event.ctrlKey : event.metaKey;
  if (mod !== parts.includes('mod') || event.altKey !== parts.includes('alt') || other) return false;
  // The shift that makes a sign, such as `?`, is part of the key, not of the chord.
  const isSign = /^[^\p{L}\p{N}]$/u.test(key);
  if (!isSign && event.shiftKey !== parts.includes('shift')) return false;
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
  return partsOf(keys)
    .map((part) => known[part] ?? (part.length === 1 ? part.toUpperCase() : part))
    .join(' ');
}

/** What main tells the window unasked. */

/** Acts that the native menu and the window share; see `src-renderer/acts.ts`. */
export type MenuAct =
  | 'capture'
  | 'palette'
  | 'search'
  | 'undo'
  | 'redo'
  | 'shortcuts'
  | 'import'
  | 'print'
  | 'export'
  | 'settings'
  | 'back'
  | 'forward'
  | `screen-${1 | 2 | 3 | 4 | 5 | 6}`;

export type LongWork = 'import' | 'backup' | 'restore' | 'check';

/** A step that undo can take back. */
export interface UndoStep {
  readonly id: string;
  readonly label: string;
  /** Its field has said already that it is saved. */
  readonly isQuiet: boolean;
}

export type AppEvent =
  /** Queries whose answers are stale now. */
  | {
      readonly kind: 'changed';
      readonly queries: readonly string[];
      readonly undo: UndoStep | null;
    }
  | { readonly kind: 'act'; readonly act: MenuAct }
  /** How far long work is; at `done` = `total` it has ended. */
  | { readonly kind: 'progress'; readonly work: LongWork; readonly done: number; readonly total: number }
  /** The window is about to close: flush what is typed, then answer by calling `windowFlushed` of the bridge. */
  | { readonly kind: 'flush' };

/** What preload puts on `window.api`. */
export interface Bridge {
  readonly call: (name: string, input: unknown) => Promise<import('./errors.ts').Result>;
  readonly onEvent: (listener: (event: AppEvent) => void) => () => void;
  readonly platform: string;
}

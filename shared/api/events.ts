/** What main tells the window unasked. */
import type { ActionId } from '../vocabulary/actions.ts';

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
  /** An action was chosen in the native menu. */
  | { readonly kind: 'action'; readonly action: ActionId }
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

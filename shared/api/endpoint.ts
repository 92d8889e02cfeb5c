/** How one endpoint of the contract is declared: what it takes, what it answers, what it reads or changes. */
import type * as z from 'zod';

/** What a command may change and a query may read; a command makes every query of the same topic stale. */
export type Topic =
  | 'app'
  | 'settings'
  | 'record'
  | 'accomplishments'
  | 'competencies'
  | 'roles'
  | 'pins'
  | 'resumes'
  | 'imports'
  | 'undo'
  | 'backups';

/** What a command changes that opens another record: nothing that was read before still holds. */
export const everyTopic: readonly Topic[] = [
  'app',
  'settings',
  'record',
  'accomplishments',
  'competencies',
  'roles',
  'pins',
  'resumes',
  'imports',
  'undo',
  'backups',
];

declare const answer: unique symbol;

/** Reads and never writes. `needsProfile` is false for what must answer before a profile is open. */
export interface Query<Schema extends z.ZodType = z.ZodType, Output = unknown> {
  readonly kind: 'query';
  readonly input: Schema;
  readonly reads: readonly Topic[];
  readonly needsProfile: boolean;
  readonly [answer]?: Output;
}

/** What an undo step is called. A quiet one is told by its field alone: a message for every pause of a sentence would be noise. */
export type StepLabel = string | { readonly quiet: string };

/**
 * Writes, in one transaction. With `undo` it makes one undo step with that label; with `merge` a step follows
 * into the one before it when both give the same key within a few seconds (a sentence typed is one step, not forty).
 */
export interface Command<Schema extends z.ZodType = z.ZodType, Output = unknown, Act extends boolean = boolean> {
  readonly kind: 'command';
  readonly input: Schema;
  readonly changes: readonly Topic[];
  readonly needsProfile: boolean;
  readonly undo: false | ((input: z.output<Schema>) => StepLabel);
  readonly merge?: (input: z.output<Schema>) => string | null;
  /** Talks to the system (dialogs, printer, files): runs outside a transaction and opens its own, so that none waits on a person. */
  readonly isAct: Act;
  /** Whether it may write into the record or its folder; what does not is allowed when the record is open read-only. */
  readonly writes: boolean;
  /**
   * How it uses the profile that is open: beside others, or alone because it opens, closes or replaces it. `none` is for
   * what must get through while others wait, and touches no profile.
   */
  readonly profileLock: 'shared' | 'alone' | 'none';
  readonly [answer]?: Output;
}

export type Endpoint = Query | Command;

/** Declares a query: `query<Answer>()({ input, reads })`. */
export const query =
  <Output>() =>
  <Schema extends z.ZodType>(declared: {
    readonly input: Schema;
    readonly reads: readonly Topic[];
    readonly needsProfile?: boolean;
  }): Query<Schema, Output> => ({ kind: 'query', needsProfile: true, ...declared });

/** Declares a command: `command<Answer>()({ input, changes, undo })`. */
export const command =
  <Output>() =>
  <Schema extends z.ZodType, Act extends boolean = false>(declared: {
    readonly input: Schema;
    readonly changes: readonly Topic[];
    readonly undo: false | ((input: z.output<Schema>) => StepLabel);
    readonly merge?: (input: z.output<Schema>) => string | null;
    readonly isAct?: Act;
    readonly writes?: boolean;
    readonly profileLock?: 'shared' | 'alone' | 'none';
    readonly needsProfile?: boolean;
  }): Command<Schema, Output, Act> => ({
    kind: 'command',
    needsProfile: true,
    isAct: false as Act,
    writes: true,
    profileLock: 'shared',
    ...declared,
  });

/** What a caller gives. */
export type InputOf<E> = E extends { readonly input: infer Schema extends z.ZodType } ? z.input<Schema> : never;
/** What a handler gets: defaults filled in. */
export type ParsedOf<E> = E extends { readonly input: infer Schema extends z.ZodType } ? z.output<Schema> : never;
export type OutputOf<E> = E extends { readonly [answer]?: infer Output } ? Exclude<Output, undefined> : never;

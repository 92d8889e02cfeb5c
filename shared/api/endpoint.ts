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

declare const answer: unique symbol;

/** Reads and never writes. `needsProfile` is false for what must answer before a profile is open. */
export interface Query<Input = unknown, Output = unknown> {
  readonly kind: 'query';
  readonly input: z.ZodType<Input>;
  readonly reads: readonly Topic[];
  readonly needsProfile: boolean;
  readonly [answer]?: Output;
}

/**
 * Writes, in one transaction. With `undo` it makes one undo step with that label; with `merge` a step follows
 * into the one before it when both give the same key within a few seconds (a sentence typed is one step, not forty).
 */
export interface Command<Input = unknown, Output = unknown> {
  readonly kind: 'command';
  readonly input: z.ZodType<Input>;
  readonly changes: readonly Topic[];
  readonly needsProfile: boolean;
  readonly undo: false | ((input: Input) => string);
  readonly merge?: (input: Input) => string | null;
  readonly [answer]?: Output;
}

export type Endpoint<Input = unknown, Output = unknown> = Query<Input, Output> | Command<Input, Output>;

/** Declares a query: `query<Answer>()({ input, reads })`. */
export const query =
  <Output>() =>
  <Input>(declared: {
    readonly input: z.ZodType<Input>;
    readonly reads: readonly Topic[];
    readonly needsProfile?: boolean;
  }): Query<Input, Output> => ({ kind: 'query', needsProfile: true, ...declared });

/** Declares a command: `command<Answer>()({ input, changes, undo })`. */
export const command =
  <Output>() =>
  <Input>(declared: {
    readonly input: z.ZodType<Input>;
    readonly changes: readonly Topic[];
    readonly undo: false | ((input: Input) => string);
    readonly merge?: (input: Input) => string | null;
    readonly needsProfile?: boolean;
  }): Command<Input, Output> => ({ kind: 'command', needsProfile: true, ...declared });

export type InputOf<E> = E extends Endpoint<infer Input, infer _Output> ? Input : never;
export type OutputOf<E> = E extends { readonly [answer]?: infer Output } ? Exclude<Output, undefined> : never;

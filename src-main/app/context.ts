/** What handlers are given, and their shape. */
import type { Contract, EndpointName, Output, Parsed } from '../../shared/api/index.ts';
import type { ReadableDatabase, WritableDatabase } from '../db/database.ts';
import type { Host } from '../host.ts';
import type { Profile } from '../profile/profile.ts';
import type { Session } from './session.ts';

/** What every handler may use; a query cannot write. */
export interface ReadContext {
  readonly db: ReadableDatabase;
  readonly profile: Profile;
  readonly session: Session;
  readonly host: Host;
  /** The present instant as ISO text, and its local calendar day. */
  readonly now: string;
  readonly today: string;
}

/** What a command may use, inside its transaction. */
export interface WriteContext extends ReadContext {
  readonly db: WritableDatabase;
}

/** What a command declared `isAct` may use, outside of any transaction. */
export interface ActContext extends ReadContext {
  /** Runs a transaction of its own, with an undo step when given a label. */
  readonly write: <T>(label: string | null, change: (context: WriteContext) => Promise<T> | T) => Promise<T>;
}

type ContextOf<Name extends EndpointName> = Contract[Name] extends { readonly kind: 'query' }
  ? ReadContext
  : Contract[Name] extends { readonly isAct: true }
    ? ActContext
    : WriteContext;

export type Handlers = {
  readonly [Name in EndpointName]: (
    context: ContextOf<Name>,
    input: Parsed<Name>,
  ) => Promise<Output<Name>> | Output<Name>;
};

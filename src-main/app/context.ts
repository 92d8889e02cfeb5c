/** What handlers are given, and their shape. */
import type { Database } from 'better-sqlite3';
import type { Kysely } from 'kysely';
import type { EndpointName, Output, Parsed } from '../../shared/api/index.ts';
import type { WritableDatabase } from '../db/database.ts';
import type { Tables } from '../db/schema.ts';
import type { Host } from '../host.ts';
import type { Profile } from '../profile/profile.ts';
import type { Session } from './session.ts';

/** What a handler may use. Inside a command `db` is the transaction; there is no other handle. */
export interface Context {
  readonly db: Kysely<Tables> & WritableDatabase;
  readonly sqlite: Database;
  readonly profile: Profile;
  readonly session: Session;
  readonly host: Host;
  /** The present instant as ISO text, and its local calendar day. */
  readonly now: string;
  readonly today: string;
  /** For commands declared `isAct`: runs a transaction of its own, with an undo step when given a label. */
  readonly write: <T>(label: string | null, change: (context: Context) => Promise<T>) => Promise<T>;
}

export type Handlers = {
  readonly [Name in EndpointName]: (context: Context, input: Parsed<Name>) => Promise<Output<Name>> | Output<Name>;
};

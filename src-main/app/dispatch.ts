/**
 * The one way in: name → parsed input → handler → Result. A command runs in one transaction and makes one undo step.
 * This is the only place that catches; what is not an AppError is logged under a short reference and crosses as INTERNAL.
 */
import type * as z from 'zod';
import type { Command, Endpoint } from '../../shared/api/endpoint.ts';
import { AppError, type Result } from '../../shared/api/errors.ts';
import type { UndoStep } from '../../shared/api/events.ts';
import { contract, type EndpointName } from '../../shared/api/index.ts';
import type { ProfileProblem } from '../../shared/api/profile/profile-problem.ts';
import { diskFault } from '../db/disk-error.ts';
import { openingError } from '../db/open.ts';
import { inTransaction, runInTurn, transactionsEnded } from '../db/open-transaction.ts';
import { beginStep, endStep, forgetStep } from '../db/undo/undo.ts';
import type { Host } from '../host.ts';
import { noteDamageInUse } from '../profile/damage-in-use.ts';
import type { Profile } from '../profile/profile.ts';
import { assertInPlace, assertSaved } from '../profile/record-watch.ts';
import { abortRegularMaintenance } from '../profile/regular-maintenance.ts';
import type { ActContext, WriteContext } from './context.ts';
import { handlers } from './handlers.ts';
import { lockReleasingHost } from './lock-releasing-host.ts';
import type { Session } from './session.ts';

export type Dispatch = (name: string, input: unknown) => Promise<Result>;

/** Makes the dispatch of a session. It never throws and never rejects. */
export function createDispatch(session: Session, log: (line: string) => void = () => undefined): Dispatch {
  return async (name, input) => {
    try {
      session.lastCallAt = session.host.now().getTime();
      const endpoint = Object.hasOwn(contract, name) ? (contract[name as EndpointName] as Endpoint) : undefined;
      if (!endpoint) throw new AppError('UNKNOWN_ENDPOINT', `There is nothing called “${String(name).slice(0, 80)}”.`);
      const parsed = endpoint.input.safeParse(input);
      if (!parsed.success)
        throw new AppError('INVALID_INPUT', describeProblems(parsed.error), parsed.error.issues.slice(0, 20));
      const value = await underLock(session, endpoint, (host) =>
        answer(session, host, name as EndpointName, endpoint, parsed.data),
      );
      return { ok: true, value };
    } catch (error) {
      return refuse(error, name, session, log);
    }
  };
}

/** What stops the command whose transaction is open. */
const mayInterrupt = (endpoint: Endpoint): boolean =>
  endpoint.kind === 'command' && endpoint.isAct && endpoint.profileLock === 'none';

/** Questions and saves wait for a change of profile that is under way, and it for them, but never for a person. */
function underLock<T>(session: Session, endpoint: Endpoint, work: (host: Host) => Promise<T>): Promise<T> {
  const { lock, host } = session;
  switch (endpoint.kind === 'query' ? 'shared' : endpoint.profileLock) {
    case 'none':
      return work(host);
    case 'alone':
      abortRegularMaintenance(session);
      return lock.alone(() => work(host));
    case 'shared': {
      // only what runs outside a transaction may step out of the lock
      const isAct = endpoint.kind === 'command' && endpoint.isAct;
      return lock.shared((stay) => work(isAct ? lockReleasingHost(session, stay) : host));
    }
  }
}

async function answer(
  session: Session,
  host: Host,
  name: EndpointName,
  endpoint: Endpoint,
  input: unknown,
): Promise<unknown> {
  if (endpoint.needsProfile && !session.profile) {
    throw session.problem ?? new AppError('NO_PROFILE', 'No record is open yet. Start one first.');
  }
  if (endpoint.kind === 'command' && endpoint.writes) refuseToWrite(session.profile);
  // a command waits for its turn by itself; what only reads must not see half of one
  const { profile } = session;
  if (profile && !mayInterrupt(endpoint)) await transactionsEnded(profile.sqlite);
  if (endpoint.kind === 'command' && endpoint.profileLock !== 'shared')
    return run(session, host, name, endpoint, input);
  try {
    assertStillOpen(session, profile);
    if (profile && endpoint.needsProfile && !mayInterrupt(endpoint)) await assertInPlace(session, profile);
    const value = await run(session, host, name, endpoint, input);
    // a question may have brought the search up to date
    profile?.log?.note();
    return value;
  } catch (error) {
    // a record that was left meanwhile says so, and not that its handle is closed
    assertStillOpen(session, profile);
    const damage = profile && (await noteDamageInUse(session, profile, endpoint.kind, error));
    throw damage ? damaged(damage) : error;
  }
}

/** A record may be left while somebody waits for it: when its file was moved or replaced. */
function assertStillOpen(session: Session, profile: Profile | null): void {
  if (profile && session.profile !== profile && session.problem) throw session.problem;
}

async function run(
  session: Session,
  host: Host,
  name: EndpointName,
  endpoint: Endpoint,
  input: unknown,
): Promise<unknown> {
  const handler = handlers[name] as (context: ActContext | WriteContext, input: unknown) => Promise<unknown> | unknown;
  const context = contextOf(session, host);
  if (endpoint.kind === 'query') return handler(context, input);
  let step: UndoStep | null = null;
  let value: unknown;
  const { profile } = context;
  const isSaved = async () => {
    if (profile && endpoint.profileLock === 'shared') await assertSaved(session, profile);
  };
  if (endpoint.isAct) {
    value = await handler(context, input);
    // in its turn: while a transaction is open, SQLite answers nothing about the log
    if (profile) await runInTurn(profile.db, isSaved);
  } else {
    const result = await transact(
      context,
      undoOf(endpoint, input),
      (inside) => Promise.resolve(handler(inside, input)),
      isSaved,
    );
    value = result.value;
    step = result.step;
  }
  announce(session, endpoint, step);
  return value;
}

/** The one place that keeps a record that is open read-only from being written. */
function refuseToWrite(profile: Profile | null): void {
  if (!profile?.isReadOnly) return;
  const because = whyReadOnly[profile.isReadOnly.code];
  throw new AppError('READ_ONLY', `This record is open read-only, because ${because}. Nothing was changed.`);
}

const whyReadOnly: Readonly<Record<ProfileProblem, string>> = {
  READ_ONLY: 'Cairn may not write in its folder',
  DISK_FULL: 'the disk it is on is full',
  PROFILE_NEWER: 'a newer Cairn wrote it',
  PROFILE_DAMAGED: 'it could not be brought to the version this Cairn needs',
  PROFILE_INCOMPLETE: 'its newest changes are missing',
  PROFILE_LOCKED: 'another program has it open',
  RECORD_REPLACED: 'its file was moved or replaced while it was open',
  INTERNAL: 'it could not be opened for writing',
};

type BegunStep = Omit<UndoStep, 'id'> & { readonly mergeKey: string | null };

function undoOf(endpoint: Command, input: unknown): BegunStep | null {
  if (endpoint.undo === false) return null;
  const label = endpoint.undo(input);
  const isQuiet = typeof label !== 'string';
  return { label: isQuiet ? label.quiet : label, isQuiet, mergeKey: endpoint.merge?.(input) ?? null };
}

function contextOf(session: Session, host: Host): ActContext {
  const now = host.now();
  const context: ActContext = {
    // endpoints that need no profile never touch these
    db: session.profile?.db as Profile['db'],
    profile: session.profile as Profile,
    session,
    host,
    now: now.toISOString(),
    today: localDay(now),
    write: async (label, change) => {
      refuseToWrite(session.profile);
      const result = await transact(
        contextOf(session, session.host),
        label === null ? null : { label, isQuiet: false, mergeKey: null },
        change,
      );
      if (result.step) session.emit({ kind: 'changed', queries: ['getUndoState'], undo: result.step });
      return result.value;
    },
  };
  return context;
}

/** One transaction, one undo step. `isSaved` rejects when what was committed is not where it will be found again. */
async function transact<T>(
  context: ActContext,
  undo: BegunStep | null,
  change: (context: WriteContext) => Promise<T> | T,
  isSaved: () => Promise<void> = async () => undefined,
): Promise<{ value: T; step: UndoStep | null }> {
  const { profile, host } = context;
  const { db, sqlite } = profile;
  try {
    const work = async () => {
      const at = { id: host.newId(), label: undo?.label ?? '', mergeKey: undo?.mergeKey ?? null, at: context.now };
      const id = undo ? beginStep(sqlite, at) : null;
      const value = await change({ ...context, db });
      const isKept = id !== null && endStep(sqlite, id);
      return { value, step: isKept && undo ? { id, label: undo.label, isQuiet: undo.isQuiet } : null };
    };
    return await inTransaction(db, work, () => {
      profile.hasChanged = true;
      return isSaved();
    });
  } catch (error) {
    if (sqlite.open) forgetStep(sqlite);
    throw error;
  }
}

/** Tells the window which queries are stale. */
function announce(session: Session, endpoint: Command, step: UndoStep | null): void {
  const changed = new Set<string>([...endpoint.changes, ...(step ? ['undo'] : [])]);
  if (changed.size === 0) return;
  session.emit({ kind: 'changed', queries: queriesReading(changed), undo: step });
}

/** By the topics asked for: a command changes the same ones at every call, and the contract never changes. */
const queriesByTopics = new Map<string, readonly string[]>();

/** Names of the queries that read any of these topics. */
export function queriesReading(topics: ReadonlySet<string>): readonly string[] {
  const key = [...topics].join();
  const known = queriesByTopics.get(key);
  if (known) return known;
  const names = Object.entries(contract as Record<string, Endpoint>)
    .filter(([, endpoint]) => endpoint.kind === 'query' && endpoint.reads.some((topic) => topics.has(topic)))
    .map(([name]) => name);
  queriesByTopics.set(key, names);
  return names;
}

function refuse(error: unknown, name: string, session: Session, log: (line: string) => void): Result {
  const known = knownError(error);
  if (known) return { ok: false, error: { code: known.code, message: known.message, details: known.details } };
  const reference = session.host.newId().slice(-6);
  const { name: kind, code = '' } = error as Error & { code?: string };
  log(`${reference} ${name}: ${kind} ${code} ${framesOf(error as Error).join(' < ')}`);
  return {
    ok: false,
    error: {
      code: 'INTERNAL',
      message: `Something in Cairn failed (reference ${reference}). Your record is as it was before. Try again; if it fails again, the log names the reference.`,
    },
  };
}

/** Where in the code it happened. What the error says is left out, of however many lines it is: it may quote the user. */
function framesOf({ stack = '', message = '' }: Error): string[] {
  const at = stack.indexOf(message);
  if (at < 0) return [];
  const frames = stack.slice(at + message.length).split('\n');
  return frames.flatMap((line) => (/^ +at /.test(line) ? [line.trim()] : [])).slice(0, 5);
}

function knownError(error: unknown): AppError | null {
  if (error instanceof AppError) return error;
  const code = (error as { code?: string }).code ?? '';
  const fault = diskFault(error);
  if (fault === 'full' || fault === 'failing') return notSaved();
  if (code.startsWith('SQLITE_CONSTRAINT')) {
    return new AppError('CONFLICT', 'That does not fit what is in the record. Nothing was changed.');
  }
  const opening = openingError(error);
  return opening instanceof AppError ? opening : null;
}

function damaged(what: string): AppError {
  return new AppError(
    'PROFILE_DAMAGED',
    `${what}, and this needs that part. Nothing was changed, and the backups made before are safe. Under Settings, Backups, save what can be read first, then restore a backup.`,
  );
}

function notSaved(): AppError {
  return new AppError(
    'DISK_FULL',
    'This was not saved: the disk is full or did not take it. What was saved before is safe, and your text stays in the field. Free some space, then try again.',
  );
}

/** The local calendar day of an instant, as ISO text. */
function localDay(now: Date): string {
  return `${now.getFullYear()}-${String(now.getMonth() + 1).padStart(2, '0')}-${String(now.getDate()).padStart(2, '0')}`;
}

/** The first problem, in words, with the field it is about. */
function describeProblems(error: z.ZodError): string {
  const [first] = error.issues;
  if (!first) return 'The input was not understood.';
  const field = first.path.filter((part) => typeof part === 'string').at(-1);
  const isOwnWords = !/^(Invalid|Too|Expected|Unrecognized)/.test(first.message);
  if (isOwnWords) return first.message;
  if (first.code === 'too_big') {
    const what = field ? `“${String(field)}”` : 'That';
    const most = Number(first.maximum).toLocaleString('en');
    return first.origin === 'string'
      ? `${what} is too long: ${most} characters are the most. Nothing was changed.`
      : `${what} is more than Cairn takes: ${most} at most. Nothing was changed.`;
  }
  return `${field ? `“${String(field)}” was` : 'The input was'} not understood: ${first.message}. Nothing was changed.`;
}

/** Malformed and hostile calls of every endpoint, as a page or a terminal that was taken over would make them. */
import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { AppError, type Result } from '../../../shared/api/errors.ts';
import { contract, type EndpointName } from '../../../shared/api/index.ts';
import { handlers } from '../../../src-main/app/handlers.ts';
import { semanticDump } from '../../../src-main/db/undo/undo.ts';
import type { TestCairn } from '../../helpers/cairn.ts';
import type { Proof } from '../proof.ts';
import { copyOf, proofCairn, proofFolder } from './cairn.ts';
import { chanceOf } from './chance.ts';
import { examplesOf } from './examples.ts';
import { hostileInput } from './hostile-inputs.ts';
import { fillRecord } from './record.ts';
import { startTally } from './tally.ts';

/** Words of the inside: SQL, its errors, places in our code, a stack. */
const internals =
  /SQLITE_|\bsqlite\b|\b(?:SELECT|INSERT INTO|UPDATE|DELETE FROM|PRAGMA)\b|\b(?:src-main|node_modules)\b|\.[cm]?[jt]s:\d+|\bat \S+ \(|\bat file:/i;

export const ipcFuzz: Proof = {
  name: 'ipc-fuzz',
  promise:
    'Whatever is sent to an endpoint, the answer is a value or a typed refusal without internals, and what is refused changes nothing.',
  unavailable: () => null,
  async run(size, say) {
    const perEndpoint = size === 'full' ? 100 : 3;
    const tally = startTally();
    const made = await proofCairn(proofFolder());
    await made.call('startFresh', { name: 'Somebody' });
    const filled = await fillRecord(made.call, (place) => `Words of ${place}`);
    const examples = await examplesOf(made.call, filled);
    await made.close();

    const attempt = opener(made.folder);
    let seed = 1;
    for (const { name, input: example } of examples) {
      for (let round = 0; round < perEndpoint; round += 1, seed += 1) {
        const { input, what } = hostileInput(example, chanceOf(seed));
        const wrong = await attempt(name, input);
        tally.add(wrong.length === 0 ? [] : [`seed ${seed}, ${name} with ${what}: ${wrong.join(', ')}`]);
      }
      if (size === 'full') say(`${name} done`);
    }
    for (const [what, name, handler] of leaks(filled.work.public)) {
      const sound = handlers[name];
      Object.assign(handlers, { [name]: handler });
      tally.control(what, (await attempt(name, {})).length > 0);
      Object.assign(handlers, { [name]: sound });
      delete (Object.prototype as Record<string, unknown>).polluted;
    }
    await attempt.close();
    return tally.outcome();
  },
};

/** Handlers that do what none may. */
function leaks(accomplishmentId: string): readonly (readonly [string, EndpointName, (...given: never[]) => unknown])[] {
  const refuse = (words: string) => () => {
    throw new AppError('CONFLICT', words);
  };
  return [
    ['SQL in a refusal', 'getSettings', refuse('near "x": syntax error in SELECT x')],
    ['a stack in a refusal', 'getHome', refuse('Error: no\n    at load (/home/x/src-main/db/open.ts:1:2)')],
    [
      'a prototype that is changed',
      'listTags',
      () => {
        Object.assign(Object.prototype, { polluted: 1 });
        return [];
      },
    ],
    [
      'a refusal that wrote',
      'showDataFolder',
      ({ sqlite }: { readonly sqlite: Database }) => {
        sqlite.prepare(`UPDATE accomplishment SET title = 'Spoilt' WHERE id = ?`).run(accomplishmentId);
        throw new AppError('CONFLICT', 'That was refused.');
      },
    ],
  ];
}

/**
 * Calls an endpoint and answers what was wrong with the answer. The record is put back as it was whenever a call has
 * changed it, so that each call meets the same.
 */
function opener(folder: string) {
  const host = {
    pickFile: async () => null,
    saveFile: async () => null,
    print: async () => {
      throw new AppError('PRINT_FAILED', 'There is no printer here.');
    },
  };
  let at: { cairn: TestCairn; remove: () => void; dump: string; changes: number } | null = null;
  const open = async () => {
    const copy = copyOf(folder);
    const cairn = await proofCairn(copy.folder, host);
    return { cairn, remove: copy.remove, dump: dumpOf(cairn), changes: changesOf(cairn) };
  };
  const close = async () => {
    await at?.cairn.close();
    at?.remove();
    at = null;
  };
  const attempt = async (name: EndpointName, input: unknown): Promise<string[]> => {
    at ??= await open();
    const { cairn, dump, changes } = at;
    const result = await cairn.dispatch(name, input).catch((error: unknown) => `it threw ${String(error)}`);
    if (typeof result === 'string') return [result];
    const wrong = judge(result, cairn);
    const isTouched = changesOf(cairn) !== changes;
    if (!result.ok && isTouched && dumpOf(cairn) !== dump) wrong.push('it refused and changed the record');
    if (isTouched || (result.ok && contract[name].kind === 'command')) await close();
    return wrong;
  };
  return Object.assign(attempt, { close });
}

function judge(result: Result, cairn: TestCairn): string[] {
  const wrong: string[] = [];
  if (!result.ok) {
    const { code, message, details } = result.error;
    const told = `${message} ${safeJson(details)}`;
    if (code === 'INTERNAL') wrong.push(`it failed inside: ${cairn.logged.at(-1)}`);
    if (typeof message !== 'string' || message.length < 6) wrong.push('it refused without words');
    if (internals.test(told)) wrong.push(`it names internals: ${internals.exec(told)?.[0]}`);
    if (told.includes(cairn.folder)) wrong.push('it names a path');
  }
  const plain: Record<string, unknown> = {};
  if (plain.polluted !== undefined) wrong.push('the prototype of every object was changed');
  return wrong;
}

function safeJson(value: unknown): string {
  try {
    return JSON.stringify(value, (_key, inner: unknown) => (typeof inner === 'bigint' ? String(inner) : inner)) ?? '';
  } catch {
    return '';
  }
}

/** What the record holds, in a few characters. */
function dumpOf({ session }: TestCairn): string {
  if (!session.profile) return 'nothing is open';
  return createHash('sha256')
    .update(safeJson(semanticDump(session.profile.sqlite)))
    .digest('hex');
}

/** Grows with every row the connection writes; another connection counts from nought. */
function changesOf({ session }: TestCairn): number {
  if (!session.profile) return -1;
  const { n } = session.profile.sqlite.prepare('SELECT total_changes() AS n').get() as { n: number };
  return n;
}

/**
 * Random acts of a user, through dispatch, then undone to the start, done again to the end and undone once more; the
 * record must be the same each time it comes by the same place. Runs in a test and on plain Node alike.
 */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import * as fc from 'fast-check';
import type { EndpointName, Input, Output } from '../../shared/api/index.ts';
import { createDispatch, type Dispatch } from '../../src-main/app/dispatch.ts';
import { endSession, type Session, startSession } from '../../src-main/app/session.ts';
import { semanticDump } from '../../src-main/db/undo/undo.ts';
import { type Act, type Asking, acts } from './acts.ts';
import { everyResource, testHost } from './cairn.ts';

/** One act of a script: which, on what and with which words is decided by numbers, so that any act fits any record. */
export interface ScriptedAct {
  readonly act: string;
  readonly picks: readonly number[];
  readonly texts: readonly string[];
  /** How long the user waited before it; short enough, and it may join the step before. */
  readonly waitMs: number;
  readonly restarts: boolean;
}

const texts = fc.oneof(
  { weight: 3, arbitrary: fc.nat(1_000_000).map((n) => `words ${n}`) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      '',
      '\0',
      'before\0after',
      "O'Brien -- ; DROP TABLE",
      '"\\u0000"',
      '\ud800',
      'é\u0301\u202e',
      '9007199254740993',
      '\u2028\ufeff',
      'a'.repeat(3_000),
    ),
  },
);

/** A script of so many acts. */
export function scripts(length: { readonly min: number; readonly max: number }): fc.Arbitrary<ScriptedAct[]> {
  const act = fc.record({
    act: fc.constantFrom(...Object.keys(acts)),
    picks: fc.array(fc.nat(10_000), { minLength: 8, maxLength: 8 }),
    texts: fc.array(texts, { minLength: 6, maxLength: 6 }),
    waitMs: fc.constantFrom(800, 800, 10_000),
    restarts: fc.nat(24).map((n) => n === 0),
  });
  return fc.array(act, { minLength: length.min, maxLength: length.max, size: 'max' });
}

/** Runs the script of a seed. `breaksUndo` takes one note out of the journal, so that it must fail. */
export function runRandomActs(options: {
  readonly seed: number;
  readonly acts: number;
  readonly breaksUndo?: boolean;
}): Promise<{ tried: number; failures: string[] }> {
  const [script = []] = fc.sample(scripts({ min: options.acts, max: options.acts }), {
    seed: options.seed,
    numRuns: 1,
  });
  return runScript(script, options.breaksUndo);
}

/** Runs a script on a record of its own. `tried` counts the acts that were done, undone and done again. */
export async function runScript(
  script: readonly ScriptedAct[],
  breaksUndo = false,
): Promise<{ tried: number; failures: string[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'cairn-acts-'));
  const run = new Run(folder);
  try {
    await run.start();
    for (const [at, scripted] of script.entries()) await run.act(at, scripted);
    if (breaksUndo) run.takeOutOneNote();
    await run.thereAndBack(script);
    return { tried: run.tried, failures: run.failures };
  } finally {
    await run.end();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What a record holds, a text for every table. */
type Print = ReadonlyMap<string, string>;

class Run {
  readonly failures: string[] = [];
  tried = 0;
  readonly #folder: string;
  readonly #resources: string;
  readonly #logged: string[] = [];
  #clock = Date.parse('2026-11-21T10:00:00Z');
  #session: Session | null = null;
  #dispatch: Dispatch = async () => ({ ok: false, error: { code: 'NO_PROFILE', message: 'Nothing is open.' } });
  /** The record before each step that can be undone, oldest first. */
  readonly #before: { readonly what: string; readonly print: Print }[] = [];
  /** Drafts appear without a step: only their going is one. */
  readonly #drafts = new Set<string>();

  constructor(folder: string) {
    this.#folder = join(folder, 'profile');
    this.#resources = join(folder, 'resources');
    mkdirSync(join(this.#resources, 'packs'), { recursive: true });
    cpSync(join(everyResource, 'sample'), join(this.#resources, 'sample'), { recursive: true });
    cpSync(
      resolve(import.meta.dirname, '../fixtures/small.rolepack.json'),
      join(this.#resources, 'packs', 'small.rolepack.json'),
    );
  }

  async start(): Promise<void> {
    await this.#open();
    await this.#call('startFresh', { name: 'Test Person' });
  }

  async end(): Promise<void> {
    if (this.#session) await endSession(this.#session);
    this.#session = null;
  }

  async act(at: number, scripted: ScriptedAct): Promise<void> {
    this.#clock += scripted.waitMs;
    if (scripted.restarts) await this.#restart();
    const call = await this.#prepare(scripted);
    if (!call) return;
    const what = `act ${at} ${call.name}`;
    const before = this.#print();
    const { undoId } = await this.#call('getUndoState', {});
    const result = await this.#dispatch(call.name, call.input);
    const after = this.#print();
    if (!result.ok) {
      if (result.error.code === 'INTERNAL') this.failures.push(`${what}: ${this.#logged.at(-1) ?? 'INTERNAL'}`);
      this.#compare(`${what}, refused,`, after, before);
      return;
    }
    this.tried += 1;
    if ((await this.#call('getUndoState', {})).undoId !== undoId) this.#before.push({ what, print: before });
    else if (scripted.waitMs > 5_000) this.#compare(`${what}, without a step,`, after, before);
  }

  /** Undoes everything, does it again and undoes it once more. */
  async thereAndBack(script: readonly ScriptedAct[]): Promise<void> {
    const end = this.#print();
    const prints = this.#before.map(({ print }) => print);
    for (const verb of ['undo', 'redo', 'undo'] as const) {
      for (let nth = 0; nth < prints.length; nth += 1) {
        this.#clock += 10_000;
        const at = verb === 'undo' ? prints.length - 1 - nth : nth;
        const what = `${verb} of ${this.#before[at]?.what}`;
        const result = await this.#dispatch(verb, {});
        if (!result.ok) {
          this.failures.push(`${what}: ${result.error.message} ${this.#logged.at(-1) ?? ''}`);
          return;
        }
        const expected = verb === 'undo' ? prints[at] : (prints[at + 1] ?? end);
        if (!this.#compare(what, this.#print(), expected ?? end)) return;
        if (script[nth]?.restarts) await this.#restart();
      }
      const more = await this.#call('getUndoState', {});
      if (more[verb] !== null) this.failures.push(`After the last ${verb} there is more: ${more[verb]}`);
    }
    const { problems } = await this.#call('checkRecord', {});
    this.failures.push(...problems.map((problem) => `The record is not sound: ${problem}`));
  }

  /** The fault of the control: the newest step has lost its first note, which no later one of the step stands in for. */
  takeOutOneNote(): void {
    this.#session?.profile?.sqlite.exec(
      'DELETE FROM undoEntry WHERE seq = (SELECT min(seq) FROM undoEntry WHERE step = (SELECT max(seq) FROM undoStep))',
    );
  }

  async #open(): Promise<void> {
    this.#session = await startSession({
      host: testHost({ now: () => new Date(this.#clock) }),
      folder: this.#folder,
      resources: this.#resources,
    });
    this.#dispatch = createDispatch(this.#session, (line) => this.#logged.push(line));
  }

  async #restart(): Promise<void> {
    await this.end();
    await this.#open();
  }

  async #call<Name extends EndpointName>(name: Name, input: Input<Name>): Promise<Output<Name>> {
    const result = await this.#dispatch(name, input);
    if (!result.ok) throw new Error(`${name}: ${result.error.message} ${this.#logged.at(-1) ?? ''}`);
    return result.value as Output<Name>;
  }

  #prepare(scripted: ScriptedAct): ReturnType<Act> {
    let picked = 0;
    let written = 0;
    const asking: Asking = {
      ask: (name, input) => this.#call(name, input),
      pick: (list) => list[(scripted.picks[picked++ % scripted.picks.length] ?? 0) % Math.max(1, list.length)],
      text: () => scripted.texts[written++ % scripted.texts.length] ?? '',
      read: async (fixture) => {
        const text = readFileSync(resolve(import.meta.dirname, '../fixtures', fixture), 'utf8');
        const result = await this.#dispatch('readPastedImport', { text });
        const read = result.ok ? (result.value as Output<'readPastedImport'>) : null;
        for (const id of read?.ids ?? []) this.#drafts.add(id);
        return read?.ids[0] ?? null;
      },
    };
    const act = acts[scripted.act];
    return act ? act(asking) : Promise.resolve(null);
  }

  #print(): Print {
    const sqlite = this.#session?.profile?.sqlite;
    if (!sqlite) throw new Error(`No record is open: ${this.#session?.problem?.message}`);
    return new Map(Object.entries(semanticDump(sqlite)).map(([table, rows]) => [table, JSON.stringify(rows)]));
  }

  #compare(what: string, actual: Print, expected: Print): boolean {
    const differing = [...expected.keys()].filter((table) => {
      if (actual.get(table) === expected.get(table)) return false;
      return table !== 'importDraft' || !this.#isSameButNewDrafts(actual.get(table), expected.get(table));
    });
    if (differing.length > 0) this.failures.push(`${what} left another record: ${differing.join(', ')}`);
    return differing.length === 0;
  }

  #isSameButNewDrafts(actual = '[]', expected = '[]'): boolean {
    const rowsOf = (print: string) =>
      (JSON.parse(print) as { id: string }[]).map((row) => [row.id, JSON.stringify(row)]);
    const [here, there] = [
      new Map(rowsOf(actual) as [string, string][]),
      new Map(rowsOf(expected) as [string, string][]),
    ];
    return (
      [...there].every(([id, row]) => here.get(id) === row) &&
      [...here.keys()].every((id) => there.has(id) || this.#drafts.has(id))
    );
  }
}

/**
 * A process that performs one flow and says after each act what was acknowledged; made to be killed, cut off from the
 * power and handed failing disks. Arguments: flow, profile folder, folder of resources, and what is taken away on
 * purpose for a control.
 */
import { writevSync } from 'node:fs';
import BetterSqlite3 from 'better-sqlite3';
import type { EndpointName, Output } from '../../../shared/api/index.ts';
import { startNodeProcess } from '../../../src-main/jobs/node-process.ts';
import { openCairn } from './cairn.ts';
import { type Actor, flowNamed } from './flows.ts';
import { runs } from './profiles.ts';
import type { Weakness } from './run-flow.ts';

const [flowName = '', folder = '', resources = '', weakness = 'none'] = process.argv.slice(2) as [
  string?,
  string?,
  string?,
  Weakness?,
];
if (weakness === 'unsynced') neverSync();

const cairn = await openCairn(folder, resources, runs.attack, startNodeProcess);
// by a call of its own, so that a fault of `write` never hits it
const say = (line: string) => writevSync(1, [Buffer.from(line), Buffer.from('\n')]);
const state = () => {
  try {
    return cairn.fingerprint();
  } catch (error) {
    return `unreadable:${(error as { code?: string }).code ?? (error as Error).message}`;
  }
};

async function perform<Name extends EndpointName>(
  kind: 'act' | 'ask',
  name: Name,
  input: unknown,
): Promise<Output<Name> | null> {
  if (kind === 'act' && weakness === 'early') say(`done ${name} unknown`);
  const result = await cairn.dispatch(name, input);
  if (result.ok || weakness === 'swallowing') {
    if (kind === 'act' && weakness !== 'early') say(`done ${name} ${state()}`);
    return result.ok ? (result.value as Output<Name>) : null;
  }
  const words = result.error.code === 'INTERNAL' ? (cairn.logged.at(-1) ?? '') : result.error.message;
  say(`refused ${name} ${result.error.code} ${state()} ${words.replaceAll('\n', ' ')}`);
  return null;
}

const actor: Actor = {
  act: (name, input) => perform('act', name, input),
  ask: (name, input) => perform('ask', name, input),
  async backUp() {
    const made = await perform('ask', 'backUpNow', {});
    if (made) say(`backup ${made.fileName}`);
  },
};
say(`opened ${state()}`);
await flowNamed(flowName).run(actor);
say(`ended ${state()}`);
await cairn.close();
say('closed');

/** The control of a power cut: a record that believes its disk at once. What asks for the setting is told the usual. */
function neverSync(): void {
  const { pragma } = BetterSqlite3.prototype;
  BetterSqlite3.prototype.pragma = function (
    this: BetterSqlite3.Database,
    source: string,
    options?: BetterSqlite3.PragmaOptions,
  ) {
    if (source === 'synchronous') return options?.simple ? 2 : [{ synchronous: 2 }];
    return pragma.call(this, source.startsWith('synchronous =') ? 'synchronous = NORMAL' : source, options);
  };
}

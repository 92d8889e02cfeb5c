/** Runs the proofs that are named, or all; prints a table, writes out/prove.json, and fails if one does not hold. */
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withBuiltApp } from '../../scripts/built-app.ts';
import { main, root, start } from '../../scripts/run-program.ts';
import { enterTemporaryFolder } from '../../scripts/temporary-folder.ts';
import { setup as bundlePrograms } from '../helpers/setup/bundle-programs.ts';
import { proofs } from './list.ts';
import type { Message } from './one.ts';
import type { Proof, Size } from './proof.ts';
import { chooseProofs, countRows, type Ending, markdownOf, type Row, readRequest, rowOf, tableOf } from './report.ts';

/** A proof that takes longer hangs. */
const patienceMinutes: Readonly<Record<Size, number>> = { quick: 5, full: 120 };
/** The quick part is there to be waited for; the figures of the full run are measured with nothing beside them. */
const atOnce: Readonly<Record<Size, number>> = { quick: 2, full: 1 };

await main(async () => {
  const request = readRequest(process.argv.slice(2));
  if (request.isList) {
    for (const { name, promise, isFullOnly } of proofs)
      console.log(`${name.padEnd(20)} ${promise}${isFullOnly ? ' (not in the quick part)' : ''}`);
    return 0;
  }
  enterTemporaryFolder();
  const { size } = request;
  const chosen = chooseProofs(proofs, request);
  // npm test has built it already
  const isBuilt = process.env.CAIRN_ELECTRON !== undefined;
  const needsBuild = !isBuilt && chosen.some((proof) => proof.needsWindow && proof.unavailable() === null);
  await bundlePrograms();
  let rows: readonly Row[] = [];
  const prove = async (env: NodeJS.ProcessEnv) => {
    rows = await runAll(chosen, size, env);
    return 0;
  };
  const status = needsBuild ? await withBuiltApp(prove) : await prove({});
  if (status !== 0) return status;
  console.log(request.isMarkdown ? markdownOf(rows, proofs) : tableOf(rows));
  mkdirSync(join(root, 'out'), { recursive: true });
  writeFileSync(join(root, 'out', 'prove.json'), `${JSON.stringify(rows, null, 2)}\n`);
  const counts = countRows(rows);
  if (request.report !== null) writeFileSync(request.report, JSON.stringify(counts));
  return counts.failed === 0 ? 0 : 1;
});

async function runAll(chosen: readonly Proof[], size: Size, env: NodeJS.ProcessEnv): Promise<Row[]> {
  const rows = new Map<string, Row>();
  const waiting = [...chosen];
  const next = async (): Promise<void> => {
    for (let proof = waiting.shift(); proof; proof = waiting.shift()) {
      const row = rowOf(proof.name, size, await runOne(proof, size, env));
      console.error(`${row.notRun !== undefined ? 'not run' : row.holds ? 'holds  ' : 'FAILED '}  ${row.name}`);
      rows.set(proof.name, row);
    }
  };
  await Promise.all(Array.from({ length: atOnce[size] }, next));
  return chosen.flatMap(({ name }) => rows.get(name) ?? []);
}

async function runOne(proof: Proof, size: Size, env: NodeJS.ProcessEnv): Promise<Ending> {
  const why = proof.unavailable();
  if (why !== null) return { kind: 'notRun', why };
  const since = performance.now();
  const child = start(process.execPath, [join(import.meta.dirname, 'one.ts'), proof.name, size], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  let heard: Message | null = null;
  child.on('message', (message: Message) => {
    if (message.kind === 'line') console.error(`${proof.name}: ${message.line}`);
    else heard = message;
  });
  let isHanging = false;
  const timer = setTimeout(() => {
    isHanging = true;
    child.kill('SIGKILL');
  }, patienceMinutes[size] * 60_000);
  const [code, signal] = (await once(child, 'close')) as [number | null, NodeJS.Signals | null];
  clearTimeout(timer);
  const seconds = (performance.now() - since) / 1000;
  const last = heard as Message | null;
  if (last?.kind === 'outcome') return { kind: 'outcome', outcome: last.outcome, seconds };
  if (last?.kind === 'crash') return { kind: 'crash', why: last.why, seconds };
  if (isHanging) return { kind: 'crash', why: `It was ended after ${patienceMinutes[size]} minutes.`, seconds };
  return {
    kind: 'crash',
    why: `Its process ended with ${signal ?? `status ${code}`} before it had an outcome.`,
    seconds,
  };
}

/** Runs one proof in a process of its own and sends its outcome to the runner, so that nothing it breaks outlives it. */
import { proofs } from './list.ts';
import type { Outcome, Size } from './proof.ts';

/** What the runner hears. */
export type Message =
  | { readonly kind: 'line'; readonly line: string }
  | { readonly kind: 'outcome'; readonly outcome: Outcome }
  | { readonly kind: 'crash'; readonly why: string };

const [name, size] = process.argv.slice(2) as [string, Size];
const proof = proofs.find((candidate) => candidate.name === name);
const send = (message: Message) => new Promise<void>((sent) => process.send?.(message, () => sent()));

let last: Message;
try {
  if (!proof) throw new Error('There is no such proof.');
  last = { kind: 'outcome', outcome: await proof.run(size, (line) => void send({ kind: 'line', line })) };
} catch (error) {
  last = { kind: 'crash', why: String((error as Error)?.stack ?? error) };
}
await send(last);
// a timer or a process that a proof left behind must not keep the run waiting
process.exit(0);

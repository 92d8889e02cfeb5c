/** The power goes at any moment: flows are recorded call by call, and the disk is rebuilt as it may then be found. */
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { countControls } from '../controls.ts';
import type { Outcome, Proof, Size } from '../proof.ts';
import { brokenPromises } from './check.ts';
import { createDisk, type Model, survivals } from './disk.ts';
import { type Flow, flowNamed, flows } from './flows.ts';
import { type Prepared, prepareProfiles, startingProfile } from './profiles.ts';
import { type Random, randomFrom } from './random.ts';
import { allowedStates, backupsOf, runFlow, type Said, statesOf, understand, type Weakness } from './run-flow.ts';
import { copyFresh, withScratch } from './scratch.ts';
import { recording, straceUnavailable } from './strace.ts';
import { type DiskEvent, readTrace } from './trace.ts';

const sizes = { full: { points: 500, control: 200 }, quick: { points: 6, control: 6 } } as const;
const models: readonly Model[] = ['ordered', 'strict'];
const seed = 20_261_121;

export const powerLoss: Proof = {
  name: 'power-loss',
  promise:
    'When the power goes at any moment of editing, importing, backing up, restoring, starting first, changing packs or migrating, everything acknowledged is there and nothing is half done.',
  unavailable: straceUnavailable,
  run: (size, say) => withScratch((scratch) => prove(scratch, size, say)),
};

async function prove(scratch: string, size: Size, say: (line: string) => void): Promise<Outcome> {
  const prepared = await prepareProfiles(join(scratch, 'prepared'));
  const failures: string[] = [];
  let tried = 0;
  for (const flow of flows) {
    const record = await recordFlow(scratch, prepared, flow, 'none');
    for (const model of models) {
      const found = await cutThePower(scratch, prepared, record, model, sizes[size].points);
      tried += found.points;
      failures.push(...found.failures);
      say(`${flow.name}, ${model}: ${found.points} points, ${found.failures.length} broken`);
      for (const failure of found.failures) say(failure);
    }
  }
  const blind = await recordFlow(scratch, prepared, flowNamed('edit'), 'unsynced');
  const seen: Record<string, number> = {};
  for (const model of models) {
    const found = await cutThePower(scratch, prepared, blind, model, sizes[size].control);
    seen[`a record that is not synced, ${model}`] = found.failures.length;
    say(`control, a record that is not synced, ${model}: ${found.failures.length} of ${found.points} broken`);
  }
  const { control, missed } = countControls(seen);
  failures.push(...missed);
  return { tried, failed: failures.length, control, failures };
}

interface Recorded {
  readonly flow: Flow;
  readonly root: string;
  /** The disk's root as it was before. */
  readonly begin: string;
  readonly trace: string;
  readonly events: readonly DiskEvent[];
}

/** Lets the flow run under strace. The profile's folder is itself part of the disk that loses power. */
async function recordFlow(scratch: string, prepared: Prepared, flow: Flow, weakness: Weakness): Promise<Recorded> {
  const begin = join(scratch, 'begin');
  const root = join(scratch, 'root');
  const trace = join(scratch, `${flow.name}.trace`);
  rmSync(begin, { recursive: true, force: true });
  mkdirSync(begin);
  startingProfile(prepared, flow, join(begin, 'profile'));
  copyFresh(begin, root);
  const run = {
    flow: flow.name,
    folder: join(root, 'profile'),
    resources: prepared.resources,
    weakness,
    under: recording(trace),
  };
  const { said, complaints } = await runFlow(run);
  const refused = said.find((line) => line.kind === 'refused');
  if (refused || said.at(-1)?.kind !== 'closed') {
    throw new Error(`The flow ${flow.name} did not run to its end: ${refused ? JSON.stringify(refused) : complaints}`);
  }
  return { flow, root, begin, trace, events: readTrace(trace, root) };
}

async function cutThePower(
  scratch: string,
  { resources }: Prepared,
  { flow, root, begin, trace, events }: Recorded,
  model: Model,
  count: number,
): Promise<{ points: number; failures: string[] }> {
  const random = randomFrom(seed);
  const chosen = choosePoints(events, root, count, random);
  const disk = createDisk(root, begin, model);
  const saidLater = events.flatMap((event, index) => said(event, index));
  const failures: string[] = [];
  const left = join(scratch, 'left');
  let applied = 0;
  for (const [turn, at] of chosen.entries()) {
    for (; applied <= at; applied += 1) disk.apply(events[applied] as DiskEvent);
    const survival = survivals[turn % survivals.length] ?? 'nothing';
    disk.materialise(left, survival, random);
    const before = saidLater.filter((line) => line.index <= at).map((line) => line.said);
    const problems = await brokenPromises(join(left, 'profile'), resources, {
      states: allowedStates(flow.start, statesOf(before).length, statesOf(saidLater.map((line) => line.said))),
      backups: backupsOf(before),
    });
    if (problems.length > 0) {
      const event = events[at] as DiskEvent;
      const place = 'path' in event ? `${event.kind} ${event.path.slice(root.length)}` : event.kind;
      failures.push(
        `${flow.name}, ${model}, seed ${seed}, event ${at} (${place}), ${survival} survives: ${problems.join('; ')}`,
      );
    }
  }
  if (failures.length > 0) keepTrace(trace, `${flow.name}.trace`);
  return { points: chosen.length, failures };
}

/** Every other point stands at a name, a sync or an acknowledgement: writes are many, and the rest is where order counts. */
function choosePoints(events: readonly DiskEvent[], root: string, count: number, random: Random): number[] {
  const all = events.flatMap((event, index) => (changesDisk(event, root) ? [index] : []));
  const rare = all.filter((index) => events[index]?.kind !== 'write');
  const points = Array.from({ length: count }, (_, turn) => {
    const from = turn % 2 === 0 ? all : rare;
    return from[random.below(from.length)] ?? 0;
  });
  return points.sort((a, b) => a - b);
}

function changesDisk(event: DiskEvent, root: string): boolean {
  if (event.kind === 'said') return true;
  if (event.kind === 'close') return false;
  if (event.kind === 'open') return event.path.startsWith(root) && (event.creates || event.empties);
  return event.path.startsWith(root);
}

function said(event: DiskEvent, index: number): { index: number; said: Said }[] {
  const understood = event.kind === 'said' ? understand(event.line) : null;
  return understood ? [{ index, said: understood }] : [];
}

/** A trace differs from run to run, so one that showed a fault is kept to look at. */
function keepTrace(trace: string, name: string): void {
  const folder = resolve(import.meta.dirname, '../../../out/prove');
  mkdirSync(folder, { recursive: true });
  copyFileSync(trace, join(folder, name));
}

/** The process is killed at random moments; what it had acknowledged is there afterwards, and nothing is half done. */
import { join } from 'node:path';
import type { Outcome, Proof, Size } from '../proof.ts';
import { brokenPromises } from './check.ts';
import { type Flow, flowNamed, flows } from './flows.ts';
import { type Prepared, prepareProfiles, startingProfile, temporaryFiles } from './profiles.ts';
import { type Random, randomFrom } from './random.ts';
import { allowedStates, backupsOf, runFlow, type Said, statesOf, type Weakness } from './run-flow.ts';
import { withScratch } from './scratch.ts';

const sizes = {
  full: { flows: flows.map(({ name }) => name), kills: 200, control: 20 },
  quick: { flows: ['edit', 'import', 'backup', 'restore'], kills: 8, control: 5 },
} as const;
const seed = 20_261_122;

export const kills: Proof = {
  name: 'kills',
  promise: 'However suddenly the process ends, what it had acknowledged is there and nothing is half done.',
  unavailable: () => (process.platform === 'win32' ? 'Windows has no signal that ends a process at any moment.' : null),
  run: (size, say) => withScratch((scratch) => prove(scratch, size, say)),
};

async function prove(scratch: string, size: Size, say: (line: string) => void): Promise<Outcome> {
  const prepared = await prepareProfiles(join(scratch, 'prepared'));
  const random = randomFrom(seed);
  const names = sizes[size].flows;
  const failures: string[] = [];
  let leftBehind = 0;
  for (const [index, name] of names.entries()) {
    const course = await courseOf(scratch, prepared, flowNamed(name));
    const share = Math.floor((sizes[size].kills + index) / names.length);
    const found = await killOften(scratch, prepared, course, share, random);
    failures.push(...found.failures);
    leftBehind = Math.max(leftBehind, found.leftBehind);
    say(`${name}: ${share} kills, ${found.failures.length} broken`);
  }
  const edit = await courseOf(scratch, prepared, flowNamed('edit'));
  const control = await killOften(scratch, prepared, edit, sizes[size].control, random, 'early');
  say(
    `control, a record that acknowledges before it saves: ${control.failures.length} of ${sizes[size].control} broken`,
  );
  return {
    tried: sizes[size].kills,
    failed: failures.length,
    control: control.failures.length,
    failures,
    figures: { 'temporary files after a kill': leftBehind },
  };
}

/** A flow as it goes when nobody disturbs it: what it says, and when. */
interface Course {
  readonly flow: Flow;
  readonly states: readonly string[];
  readonly times: readonly number[];
}

async function courseOf(scratch: string, prepared: Prepared, flow: Flow): Promise<Course> {
  const folder = startingProfile(prepared, flow, join(scratch, 'course'));
  const times: number[] = [];
  const run = { flow: flow.name, folder, resources: prepared.resources };
  const { said, complaints } = await runFlow(run, () => times.push(performance.now()));
  if (said.at(-1)?.kind !== 'closed') throw new Error(`The flow ${flow.name} did not run to its end: ${complaints}`);
  return { flow, states: statesOf(said), times };
}

async function killOften(
  scratch: string,
  prepared: Prepared,
  course: Course,
  count: number,
  random: Random,
  weakness: Weakness = 'none',
): Promise<{ failures: string[]; leftBehind: number }> {
  const failures: string[] = [];
  let leftBehind = 0;
  for (let turn = 0; turn < count; turn += 1) {
    const folder = startingProfile(prepared, course.flow, join(scratch, 'killed'));
    const after = random.below(course.times.length - 1);
    const between = (course.times[after + 1] ?? 0) - (course.times[after] ?? 0);
    const waitMs = random.next() * between;
    const said = await killAfter({ folder, course, resources: prepared.resources, after, waitMs, weakness });
    const states = statesOf(said);
    // an early acknowledgement says no state: what counts is how many there were
    const strayed = weakness === 'none' && states.some((state, index) => state !== course.states[index]);
    const problems = strayed
      ? ['it went another way than when nobody disturbed it']
      : await brokenPromises(folder, prepared.resources, {
          states: allowedStates(course.flow.start, states.length, course.states),
          backups: backupsOf(said),
        });
    leftBehind = Math.max(leftBehind, temporaryFiles(folder).length);
    if (problems.length > 0) {
      const when = `${waitMs.toFixed(1)} ms after line ${after}`;
      failures.push(`${course.flow.name}, seed ${seed}, kill ${turn} (${when}): ${problems.join('; ')}`);
    }
  }
  return { failures, leftBehind };
}

interface Kill {
  readonly folder: string;
  readonly course: Course;
  readonly resources: string;
  /** The line after which the clock runs. */
  readonly after: number;
  readonly waitMs: number;
  readonly weakness: Weakness;
}

async function killAfter({ folder, course, resources, after, waitMs, weakness }: Kill): Promise<readonly Said[]> {
  let lines = 0;
  const run = { flow: course.flow.name, folder, resources, weakness };
  const { said } = await runFlow(run, (_line, child) => {
    if (lines === after) setTimeout(() => child.kill('SIGKILL'), waitMs);
    lines += 1;
  });
  return said;
}

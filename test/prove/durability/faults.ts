/** Single calls to the disk fail, one after the other: each ends in success or in words, and nothing acknowledged is lost. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { profileProblems } from '../../../shared/api/profile/profile-problem.ts';
import { type Controls, countControls } from '../controls.ts';
import type { Outcome, Proof, Size } from '../proof.ts';
import { brokenPromises } from './check.ts';
import { flowNamed } from './flows.ts';
import { type Prepared, prepareProfiles, startingProfile, temporaryFiles } from './profiles.ts';
import { spread } from './random.ts';
import { backupsOf, type FlowResult, runFlow, type Said, statesOf, type Weakness } from './run-flow.ts';
import { withScratch } from './scratch.ts';
import { type Fault, firedIn, injecting, recording, straceUnavailable } from './strace.ts';
import { ordinalsOf } from './trace.ts';

const flowsTried = ['edit', 'backup', 'import', 'restore', 'migration', 'first-start'] as const;

/** How often each call is made to fail in one flow, in the full size. */
const attacks: readonly (Pick<Fault, 'calls' | 'effect' | 'forever'> & { readonly times: number })[] = [
  { calls: ['pwrite64'], effect: 'error=EIO', times: 9 },
  { calls: ['pwrite64'], effect: 'error=ENOSPC', times: 9 },
  { calls: ['pwrite64'], effect: 'error=ENOSPC', forever: true, times: 4 },
  { calls: ['write'], effect: 'error=EIO', times: 3 },
  { calls: ['write'], effect: 'error=ENOSPC', times: 3 },
  { calls: ['fsync', 'fdatasync'], effect: 'error=EIO', times: 16 },
  { calls: ['fsync', 'fdatasync'], effect: 'error=EIO', forever: true, times: 4 },
  { calls: ['ftruncate'], effect: 'error=EIO', times: 5 },
  { calls: ['rename', 'renameat', 'renameat2'], effect: 'error=EIO', times: 8 },
  { calls: ['link', 'linkat'], effect: 'error=EIO', times: 2 },
  { calls: ['unlink', 'unlinkat'], effect: 'error=EIO', times: 6 },
];

/** At least so many faults must have fired, or the proof says nothing. */
const leastFired = { full: 300, quick: 9 } as const;
const sizes = { full: { control: 8 }, quick: { control: 1 } } as const;
const quickAttempts = 12;

export const faults: Proof = {
  name: 'faults',
  promise:
    'When any single write, sync, rename, link, removal or change of size fails while saving, importing, backing up, restoring, starting first or migrating, the user is told in words and nothing acknowledged is lost.',
  unavailable: straceUnavailable,
  run: (size, say) => withScratch((scratch) => prove(scratch, size, say)),
};

interface Attempt {
  readonly flow: (typeof flowsTried)[number];
  readonly fault: Fault;
}

async function prove(scratch: string, size: Size, say: (line: string) => void): Promise<Outcome> {
  const prepared = await prepareProfiles(join(scratch, 'prepared'));
  const courses = new Map<string, Course>();
  const attempts: Attempt[] = [];
  for (const flow of flowsTried) {
    const course = await courseOf(scratch, prepared, flow);
    courses.set(flow, course);
    for (const { times, ...attack } of attacks) {
      const places = course.ordinals(attack.calls);
      for (const place of spread(places.length, times))
        attempts.push({ flow, fault: { ...attack, nth: places[place - 1] ?? 1 } });
    }
  }
  const chosen =
    size === 'full' ? attempts : spread(attempts.length, quickAttempts).flatMap((place) => attempts[place - 1] ?? []);
  const failures: string[] = [];
  let fired = 0;
  for (const attempt of chosen) {
    const result = await tryFault(scratch, prepared, attempt, courses.get(attempt.flow) as Course);
    if (!result.hasFired) continue;
    fired += 1;
    if (result.problems.length > 0) {
      const failure = `${describe(attempt)}: ${result.problems.join('; ')}`;
      failures.push(failure);
      say(failure);
    }
    if (fired % 25 === 0) say(`${fired} faults fired, ${failures.length} broken`);
  }
  if (fired < leastFired[size])
    failures.push(`only ${fired} of ${chosen.length} faults fired, at least ${leastFired[size]} must`);
  const { control, missed } = await blindness(scratch, prepared, courses.get('edit') as Course, sizes[size].control);
  failures.push(...missed);
  say(`control, refusals that are swallowed and faults that never fire: ${control} of ${2 * sizes[size].control} seen`);
  return {
    tried: fired,
    failed: failures.length,
    control,
    failures,
    figures: { 'did not fire': chosen.length - fired },
  };
}

/** How often swallowed refusals, and faults that never fire, were noticed: this many times each. */
async function blindness(scratch: string, prepared: Prepared, course: Course, times: number): Promise<Controls> {
  const seen = { 'refusals that are swallowed': 0, 'faults that never fire': 0 };
  const writes = course.ordinals(['pwrite64']);
  for (const place of spread(writes.length - 1, times)) {
    const nth = writes[place] ?? 1;
    const full: Attempt = { flow: 'edit', fault: { calls: ['pwrite64'], effect: 'error=ENOSPC', nth, forever: true } };
    const { problems } = await tryFault(scratch, prepared, full, course, 'swallowing');
    if (problems.some((problem) => problem.includes('acknowledged and changed nothing')))
      seen['refusals that are swallowed'] += 1;
    // this SQLite never calls it
    const never: Attempt = {
      flow: 'edit',
      fault: { calls: ['fdatasync'], effect: 'error=EIO', nth: 1, forever: true },
    };
    if (!(await tryFault(scratch, prepared, never, course)).hasFired) seen['faults that never fire'] += 1;
  }
  return countControls(seen);
}

/** A flow as it goes when nothing fails. */
interface Course {
  /** The state after each acknowledgement. */
  readonly states: readonly string[];
  /** The places, counted in each thread, at which calls of a kind concern the profile. */
  readonly ordinals: (calls: readonly string[]) => readonly number[];
}

async function courseOf(scratch: string, prepared: Prepared, name: string): Promise<Course> {
  const folder = startingProfile(prepared, flowNamed(name), join(scratch, 'faulty'));
  const trace = join(scratch, 'course.trace');
  const { said, complaints } = await runFlow({
    flow: name,
    folder,
    resources: prepared.resources,
    under: recording(trace),
  });
  if (said.at(-1)?.kind !== 'closed') throw new Error(`The flow ${name} did not run to its end: ${complaints}`);
  const text = readFileSync(trace, 'latin1');
  return { states: statesOf(said), ordinals: (calls) => ordinalsOf(text, calls, folder) };
}

async function tryFault(
  scratch: string,
  prepared: Prepared,
  { flow, fault }: Attempt,
  course: Course,
  weakness: Weakness = 'none',
): Promise<{ hasFired: boolean; problems: readonly string[] }> {
  const folder = startingProfile(prepared, flowNamed(flow), join(scratch, 'faulty'));
  const trace = join(scratch, 'faulty.trace');
  const under = injecting(trace, fault);
  const result = await runFlow({ flow, folder, resources: prepared.resources, weakness, under });
  const fired = firedIn(trace);
  // a fault outside the profile, such as in the pipes between threads, says nothing about the record
  const hasFired = fired.some((line) => line.includes(folder)) && fired.every((line) => line.includes(folder));
  const mayLeaveFile = fault.calls.includes('unlink');
  const left = temporaryFiles(folder);
  const problems = [
    ...storyProblems(result, course.states[0] ?? 'none'),
    ...(left.length > 0 && !mayLeaveFile ? [`it left ${left.join(', ')} behind`] : []),
    ...(await brokenPromises(folder, prepared.resources, {
      states: statesAllowed(result.said, course, fault.calls.includes('fsync')),
      backups: backupsOf(result.said),
    })),
  ];
  return { hasFired, problems };
}

/** What the process told: each refusal in words and without effect, each success with one. */
function storyProblems({ said, exitCode, signal, complaints }: FlowResult, first: string): string[] {
  // one cause may keep every later act from working
  const problems = new Set<string>();
  if (said.at(-1)?.kind !== 'closed') {
    problems.add(`the process ended with ${signal ?? exitCode}: ${complaints.trim().split('\n').at(-1)}`);
  }
  let before = first;
  for (const line of said) {
    if (line.kind === 'refused') {
      if (line.code === 'INTERNAL')
        problems.add(line.words ? `it has no words for ${line.words}` : 'it says INTERNAL from then on');
      if (isOpen(line.state) && line.state !== before) {
        problems.add(`${line.act} was refused (${line.code}) and yet changed the record`);
      }
    } else if (line.kind === 'done' && line.state === before && line.act !== 'restoreBackup') {
      // a backup may hold just what is there; every other act leaves a trace
      problems.add(`${line.act} was acknowledged and changed nothing`);
    } else if (line.kind === 'opened' && line.state === 'INTERNAL') {
      problems.add('opening has no words for it');
    }
    if ('state' in line && isOpen(line.state)) before = line.state;
  }
  return [...problems];
}

/** Whether it is a state of an open record, and not why none is open. */
function isOpen(state: string): boolean {
  return !state.startsWith('unreadable:') && !(profileProblems as readonly string[]).includes(state);
}

/** When a sync failed, what was refused may stand in the log all the same, whole: the disk only did not vouch for it. */
function statesAllowed(said: readonly Said[], course: Course, isSync: boolean): readonly string[] {
  const last = lastState(said, course);
  const next = course.states[course.states.indexOf(last) + 1];
  return isSync && next !== undefined ? [last, next] : [last];
}

function lastState(said: readonly Said[], course: Course): string {
  const states = said.flatMap((line) => ('state' in line && isOpen(line.state) ? [line.state] : []));
  return states.at(-1) ?? course.states[0] ?? 'none';
}

function describe({ flow, fault: { calls, effect, nth, forever } }: Attempt): string {
  return `${flow}, ${calls[0]} ${effect} at call ${nth}${forever ? ' and every later one' : ''}`;
}

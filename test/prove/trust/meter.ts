/** How long an act takes, and how much memory this process and those it starts have meanwhile. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

export interface Measured<T> {
  readonly value: T;
  readonly milliseconds: number;
  /** What this process had before, and the most it had, in megabytes. */
  readonly before: number;
  readonly most: number;
  /** The most that one process had which was started meanwhile. */
  readonly child: number;
}

const sampledEveryMs = 25;

/** Why memory cannot be measured here, or null. */
export const cannotMeasure = (): string | null =>
  process.platform === 'linux' ? null : 'The most memory a process ever had is read from the /proc of Linux.';

/** Measures an act; a refusal is measured too, as its value. */
export async function measure<T>(act: () => Promise<T> | T): Promise<Measured<T>> {
  const before = memoryOf('self').now;
  let child = 0;
  const look = () => {
    for (const pid of childrenOf()) child = Math.max(child, memoryOf(pid).most);
  };
  // from here on the most it had is the most it has
  writeFileSync('/proc/self/clear_refs', '5');
  const timer = setInterval(look, sampledEveryMs);
  const since = performance.now();
  try {
    const value = await act();
    const milliseconds = performance.now() - since;
    return { value, milliseconds, before, most: memoryOf('self').most, child };
  } finally {
    clearInterval(timer);
  }
}

function childrenOf(): string[] {
  return readdirSync('/proc/self/task').flatMap((thread) =>
    read(`/proc/self/task/${thread}/children`).split(' ').filter(Boolean),
  );
}

function memoryOf(pid: string): { readonly now: number; readonly most: number } {
  const status = read(`/proc/${pid}/status`);
  const megabytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0) / 1024;
  return { now: megabytes('VmRSS'), most: megabytes('VmHWM') };
}

/** A process that has ended meanwhile says nothing. */
function read(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return '';
  }
}

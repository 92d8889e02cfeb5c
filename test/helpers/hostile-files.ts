/** Files that were made to do harm when they are imported, in every format that is read, and a way to try each. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { AppError } from '../../shared/api/errors.ts';
import { runReader } from '../../src-main/import/run-reader.ts';
import { archives } from './hostile/archives.ts';
import { data } from './hostile/data.ts';
import { pages } from './hostile/pages.ts';
import { bytesOf, type HostileFile, type Recipe } from './hostile/shapes.ts';
import { texts } from './hostile/texts.ts';
import { workbooks } from './hostile/workbooks.ts';

export type { HostileFile };

const recipes: readonly Recipe[] = [...archives, ...workbooks, ...data, ...pages, ...texts];

/**
 * All of them, under names of their own. Their bytes are the same at every run and made whenever they are asked for:
 * together they are hundreds of megabytes.
 */
export function* hostileFiles(): Iterable<HostileFile> {
  for (const [name, why, make] of recipes) {
    yield {
      name,
      why,
      get bytes() {
        const made = make();
        return typeof made === 'string' ? bytesOf(made) : made;
      },
    };
  }
}

export interface HostileReading {
  readonly outcome: 'refused' | 'read';
  readonly code?: string;
  readonly milliseconds: number;
  /** Of processors, all threads of this process together: what else the machine does is not in it. */
  readonly processorMilliseconds: number;
  /** By which the memory of this process, the thread included, was larger than before at its largest. */
  readonly megabytes: number;
}

const sampledEvery = 5;

/** Reads one as a dropped file is read: in the thread of the reader. What is no refusal in words is thrown. */
export async function readHostile({ name, bytes }: HostileFile): Promise<HostileReading> {
  collectGarbage();
  const before = process.memoryUsage.rss();
  let most = before;
  const look = () => {
    most = Math.max(most, process.memoryUsage.rss());
  };
  const timer = setInterval(look, sampledEvery);
  const began = performance.now();
  const used = process.cpuUsage();
  const measured = () => ({
    milliseconds: Math.round(performance.now() - began),
    processorMilliseconds: Math.round(processorTime(process.cpuUsage(used))),
    megabytes: Math.round((most - before) / 1024 / 1024),
  });
  try {
    await runReader([{ name, bytes }]);
    look();
    return { outcome: 'read', ...measured() };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    look();
    return { outcome: 'refused', code: error.code, ...measured() };
  } finally {
    clearInterval(timer);
  }
}

const processorTime = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1_000;

/** What earlier files left behind is no growth of this one. */
function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}

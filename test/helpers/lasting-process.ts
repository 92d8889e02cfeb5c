/** The process for work on databases, begun once and asked again: to begin one takes longer than most of its work. */
import type { WorkerProcess } from '../../src-main/host.ts';
import { startNodeProcess } from '../../src-main/jobs/node-process.ts';
import type { JobAnswer } from '../../src-main/jobs/run-job.ts';

interface Running {
  readonly process: WorkerProcess;
  /** Whoever asks it now; nobody when it is idle. */
  asking: Asking | null;
  isKilled: boolean;
}

interface Asking {
  readonly onMessage: ((message: unknown) => void)[];
  readonly onExit: ((code: number) => void)[];
  isAnswered: boolean;
}

const idle: Running[] = [];

/** As `startNodeProcess`; what was answered and then ended waits for the next work instead, what was not is killed. */
export function startLastingProcess(): WorkerProcess {
  const running = idle.pop() ?? begin();
  const asking: Asking = { onMessage: [], onExit: [], isAnswered: false };
  running.asking = asking;
  return {
    post: (message) => running.process.post(message),
    onMessage: (listener) => asking.onMessage.push(listener),
    onExit: (listener) => asking.onExit.push(listener),
    kill() {
      if (running.asking !== asking) return;
      // an answer may still arrive from a process that is being killed
      if (running.isKilled) return;
      if (!asking.isAnswered) {
        running.isKilled = true;
        return running.process.kill();
      }
      running.asking = null;
      idle.push(running);
      for (const listener of asking.onExit) queueMicrotask(() => listener(0));
    },
  };
}

function begin(): Running {
  const running: Running = { process: startNodeProcess(), asking: null, isKilled: false };
  running.process.onMessage((message) => {
    const { asking } = running;
    if (!asking) return;
    asking.isAnswered = (message as JobAnswer).progress === undefined;
    for (const listener of asking.onMessage) listener(message);
  });
  running.process.onExit((code) => {
    const at = idle.indexOf(running);
    if (at >= 0) idle.splice(at, 1);
    for (const listener of running.asking?.onExit ?? []) listener(code);
  });
  return running;
}

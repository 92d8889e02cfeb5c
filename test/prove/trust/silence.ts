/** The real app in a network namespace of its own, walked through every screen: what it sends is counted by the kernel. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { capture, hasCommand } from '../../../scripts/run-program.ts';
import type { Proof } from '../proof.ts';
import { proofFolder } from './cairn.ts';
import type { Walked } from './silence-walk.ts';
import { startTally } from './tally.ts';

export const silence: Proof = {
  name: 'network-silence',
  promise: 'The app sends nothing over the network: not at its start, on no screen, not when it prints or backs up.',
  needsWindow: true,
  isFullOnly: true,
  unavailable() {
    if (process.platform !== 'linux') return 'Network namespaces are of Linux.';
    if (!hasCommand('unshare') || !hasCommand('ip')) return 'It needs unshare and ip (util-linux, iproute2).';
    const isAllowed = spawnSync('unshare', ['--net', 'ip', 'link', 'set', 'lo', 'up']).status === 0;
    return isAllowed ? null : 'This user may not make a network namespace; root may.';
  },
  async run() {
    const tally = startTally();
    const walk = [process.execPath, join(import.meta.dirname, 'silence-walk.ts'), proofFolder(), '20'];
    const { status, stdout, output } = await capture('unshare', ['--net', ...walk], { timeoutMs: 600_000 });
    const last = stdout.trim().split('\n').at(-1) ?? '';
    if (status !== 0 || !last.startsWith('{')) throw new Error(`The walk ended early:\n${output.slice(-2_000)}`);
    const { parts, control, controlInApp } = JSON.parse(last) as Walked;
    for (const [what, { tcp, udp }] of parts)
      tally.add(tcp + udp === 0 ? [] : [`${what}: ${tcp} connections opened, ${udp} datagrams sent`]);
    tally.control('one connection from Node', control.tcp);
    tally.control('one datagram from Node', control.udp);
    tally.control('one connection from the app', controlInApp.tcp);
    tally.control('one datagram from the app', controlInApp.udp);
    return tally.outcome();
  },
};

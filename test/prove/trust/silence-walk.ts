/**
 * Runs inside a network namespace of its own, where every address leads back to this machine: nothing gets out, and what
 * is sent is counted. Starts the app twice, once untouched and once walked through every screen, and prints the counts.
 */
import { execFileSync, spawn } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { launchOptions } from '../../helpers/window.ts';
import { openFilled, routesOf, visit } from './walk.ts';

/** What has been sent in this namespace so far. */
export interface Sent {
  readonly tcp: number;
  readonly udp: number;
}

/** What the proof hears. */
export interface Walked {
  /** By what was done: the start on its own, each screen, and what the app does without being asked. */
  readonly parts: readonly (readonly [what: string, sent: Sent])[];
  /** One connection and one datagram from Node, and as many from the app itself. */
  readonly control: Sent;
  readonly controlInApp: Sent;
}

function sent(): Sent {
  const value = (file: string, line: string, name: string) => {
    const [names = '', values = ''] = readFileSync(file, 'utf8')
      .split('\n')
      .filter((row) => row.startsWith(`${line}:`));
    return Number(values.split(/\s+/)[names.split(/\s+/).indexOf(name)]);
  };
  const udp6 = Number(/^Udp6OutDatagrams\s+(\d+)/m.exec(readFileSync('/proc/net/snmp6', 'utf8'))?.[1] ?? 0);
  // connections over IPv6 are counted with the others
  return {
    tcp: value('/proc/net/snmp', 'Tcp', 'ActiveOpens'),
    udp: value('/proc/net/snmp', 'Udp', 'OutDatagrams') + udp6,
  };
}

async function during(work: () => Promise<unknown>): Promise<Sent> {
  const before = sent();
  await work();
  const after = sent();
  return { tcp: after.tcp - before.tcp, udp: after.udp - before.udp };
}

/** Starts the app with nobody driving it, lets it be for a while, and ends it. */
async function leaveAlone(folder: string, milliseconds: number): Promise<void> {
  const { executablePath, args } = launchOptions(folder);
  const app = spawn(executablePath, args, { stdio: 'ignore' });
  const gone = once(app, 'exit');
  await wait(milliseconds);
  app.kill('SIGTERM');
  await Promise.race([gone, wait(15_000).then(() => app.kill('SIGKILL'))]);
}

const [folder = '', seconds = '10'] = process.argv.slice(2);
execFileSync('ip', ['link', 'set', 'lo', 'up']);
execFileSync('ip', ['route', 'add', 'local', '0.0.0.0/0', 'dev', 'lo']);
try {
  execFileSync('ip', ['-6', 'route', 'add', 'local', '::/0', 'dev', 'lo'], { stdio: 'ignore' });
} catch {
  // a kernel without IPv6 sends none
}

/** Words full of addresses, as somebody would type or paste them. */
const say = (place: string) =>
  /url|website|href/.test(place)
    ? `https://canary.example/${place}`
    : `See https://canary.example/${place} ![x](https://canary.example/x.png) <img src="https://canary.example/y.png">`;

const window = await openFilled(join(folder, 'walked'), say);
// the driver has its connections by now; whatever is opened from here on is not its
const parts: [string, Sent][] = [];
const part = async (what: string, work: () => Promise<unknown>) => parts.push([what, await during(work)]);
for (const route of routesOf(window.filled)) await part(route, () => visit(window.page, route));
await part('printing', () => window.call('writeExport', { kind: 'resume', format: 'pdf', id: window.filled.resume }));
await part('a backup', () => window.call('backUpNow', {}));
await part('some seconds of nothing', () => wait(Number(seconds) * 1_000));
const controlInApp = await during(() =>
  window.app.evaluate(async () => {
    const { connect: open } = process.getBuiltinModule('node:net');
    const { createSocket: make } = process.getBuiltinModule('node:dgram');
    const stream = open(80, '192.0.2.1');
    stream.on('error', () => undefined);
    const datagram = make('udp4');
    datagram.send('x', 53, '192.0.2.1');
    await new Promise((done) => setTimeout(done, 1_000));
    stream.destroy();
    datagram.close();
  }),
);
await part('closing', () => window.quit());
await part('a start that nobody drives', () => leaveAlone(join(folder, 'walked'), Number(seconds) * 1_000));
const control = await during(async () => {
  const stream = connect(80, '192.0.2.1');
  stream.on('error', () => undefined);
  const datagram = createSocket('udp4');
  datagram.send('x', 53, '192.0.2.1');
  await wait(500);
  stream.destroy();
  datagram.close();
});
const walked: Walked = { parts, control, controlInApp };
process.stdout.write(`${JSON.stringify(walked)}\n`, () => process.exit(0));

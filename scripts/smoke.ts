// npm run smoke: opens the app that `npm run package` made, logs, prints and quits, through the terminal as anyone could.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { ensureElectronRuns, withDisplay } from './linux-needs.ts';
import { capture, main, root, ScriptError, start } from './run-program.ts';

const patienceMs = 60_000;
/** A window without its page has one colour or two; letters alone have dozens. */
const fewestColours = 100;

await main(async () => {
  const program = findProgram();
  await ensureElectronRuns(program, true);
  await checkFuses(program);
  const folder = await mkdtemp(join(tmpdir(), 'cairn-smoke-'));
  try {
    await withDisplay(
      (display) => useApp(program, join(folder, 'record'), { ...process.env, ...display }, folder),
      folder,
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
  console.error('The packaged app opens, logs, prints and quits.');
  return 0;
});

/** The program within what was packaged for this system. */
function findProgram(): string {
  const release = join(root, 'release');
  const inside =
    process.platform === 'darwin'
      ? ['Cairn.app', 'Contents', 'MacOS', 'Cairn']
      : [process.platform === 'win32' ? 'Cairn.exe' : 'cairn'];
  const folders = existsSync(release) ? readdirSync(release) : [];
  const found = folders.map((name) => join(release, name, ...inside)).find((path) => existsSync(path));
  if (found === undefined) throw new ScriptError('Nothing is packaged for this system. First: npm run package');
  return found;
}

/** What electron-builder.yml asks for is set in the program itself. */
async function checkFuses(program: string): Promise<void> {
  const fuses = await getCurrentFuseWire(program);
  const wanted = [
    ['RunAsNode', FuseV1Options.RunAsNode, FuseState.DISABLE],
    ['NODE_OPTIONS', FuseV1Options.EnableNodeOptionsEnvironmentVariable, FuseState.DISABLE],
    ['--inspect', FuseV1Options.EnableNodeCliInspectArguments, FuseState.DISABLE],
    ['only its own archive', FuseV1Options.OnlyLoadAppFromAsar, FuseState.ENABLE],
  ] as const;
  for (const [name, fuse, state] of wanted) expect(fuses[fuse] === state, `The fuse for ${name} is as it is asked for`);
}

async function useApp(program: string, record: string, env: NodeJS.ProcessEnv, folder: string): Promise<void> {
  // Chromium does not start for root without it, and the app lets nobody else give it
  const sandbox = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const refused = await capture(program, [...sandbox, '--remote-debugging-port=0'], { env, timeoutMs: patienceMs });
  expect(refused.status === 2, 'A switch that opens the app to others is refused');

  const terminal = async (...words: string[]) => {
    const { status, stdout, output } = await capture(
      process.execPath,
      [join(root, 'src-main', 'cli.ts'), ...words, '--data', record],
      { env, timeoutMs: patienceMs },
    );
    if (status !== 0) throw new ScriptError(`cairn ${words.join(' ')} failed.\n${output.trim()}`);
    return JSON.parse(stdout) as never;
  };
  const titles = async () =>
    ((await terminal('list', 'accomplishments')) as { title: string }[]).map(({ title }) => title).toSorted();

  // a record from before, as an update finds it
  await terminal('log', 'Logged before');
  const screen = join(folder, 'Xvfb_screen0');
  if (existsSync(screen)) expect(coloursIn(screen) < fewestColours, 'Nothing is on the screen before');
  const app = start(program, [...sandbox, '--data', record], { env, stdio: 'ignore' });
  const ended = new Promise<number | null>((done) => app.once('exit', done));
  await until('The app opens and listens', () => isListening(record));
  if (existsSync(screen)) await until('Its window is drawn', () => coloursIn(screen) > fewestColours);

  await terminal('log', 'Logged in the packaged app');
  const expected = ['Logged before', 'Logged in the packaged app'];
  expect((await titles()).join() === expected.join(), 'What was logged is listed');
  const [role] = (await terminal('list', 'roles')) as { id: string }[];
  const paper = join(folder, 'role.pdf');
  await terminal('print', 'role', role?.id ?? '', paper);
  expect((await readFile(paper)).subarray(0, 5).toString('latin1') === '%PDF-', 'A role is printed');
  const { connectionAttempts } = (await terminal('call', 'getPrivacy', '{}')) as { connectionAttempts: number };
  expect(connectionAttempts === 0, 'No connection is tried');

  // as a person or the system asks: by closing its window, by a signal
  if (process.platform === 'win32') await capture('taskkill', ['/pid', `${app.pid}`]);
  else app.kill('SIGTERM');
  const status = await Promise.race([ended, delay(patienceMs, 'nothing', { ref: false })]);
  expect(status === 0, 'The app quits');
  expect((await titles()).join() === expected.join(), 'What was logged is kept');
  const { isSound } = (await terminal('check')) as { isSound: boolean };
  expect(isSound, 'The record is sound');
}

/** Whether the app answers terminals: until then they would open the record themselves. */
function isListening(record: string): boolean {
  if (process.platform !== 'win32') return existsSync(join(record, 'cairn.sock'));
  return readdirSync('\\\\.\\pipe\\').some((name) => name.startsWith('cairn-'));
}

/** How many colours are on a screen that Xvfb keeps in a file: a header, a table of colours, then the points. */
function coloursIn(screen: string): number {
  const bytes = readFileSync(screen);
  const start = bytes.readUInt32BE(0) + bytes.readUInt32BE(76) * 12;
  const points = bytes.subarray(start);
  return new Set(new Uint32Array(points.buffer.slice(points.byteOffset, points.byteOffset + (points.length & ~3))))
    .size;
}

async function until(what: string, isSo: () => boolean): Promise<void> {
  for (const since = performance.now(); performance.now() - since < patienceMs; await delay(100)) {
    if (isSo()) return expect(true, what);
  }
  expect(false, what);
}

function expect(isSo: boolean, what: string): void {
  if (!isSo) throw new ScriptError(`Not so: ${what.charAt(0).toLowerCase()}${what.slice(1)}.`);
  console.error(`${what}.`);
}

/** Cairn in a terminal: the same dispatch without a window. JSON on stdout, messages on stderr, exit 0, 1 (refused) or 2 (usage). */
import './zod-config.ts';
import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { AppError, type Result } from '../shared/api/errors.ts';
import type { Output } from '../shared/api/index.ts';
import type { AppState } from '../shared/api/profile/app.ts';
import { createDispatch, type Dispatch } from './app/dispatch.ts';
import { endSession, startSession } from './app/session.ts';
import { hasProfile } from './profile/profile.ts';
import type { Call } from './terminal/call.ts';
import { encode, isBusy, isClosed, reachApp } from './terminal/socket.ts';
import { commands, resolveGivenPath, usage } from './terminal/terminal-commands.ts';
import { createTerminalHost } from './terminal/terminal-host.ts';

/** How long a terminal waits while the app answers as many others as it can. */
const busyPatienceMs = 15_000;

/** What keeps a record from being written and does not concern who only reads. */
const opensToRead: ReadonlySet<string> = new Set(['READ_ONLY', 'DISK_FULL', 'PROFILE_NEWER', 'PROFILE_INCOMPLETE']);

process.umask(0o077);
process.exitCode = await run(process.argv.slice(2));

async function run(argv: readonly string[]): Promise<number> {
  let parsed: ReturnType<typeof readArguments>;
  try {
    parsed = readArguments(argv);
  } catch (error) {
    return refuseUsage((error as Error).message);
  }
  const [name = 'help', ...words] = parsed.positionals;
  if (name === 'help' || parsed.values.help) {
    process.stdout.write(usage);
    return 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) return refuseUsage(`There is no command “${name}”.`);
  if (words.length < command.words[0] || words.length > command.words[1])
    return refuseUsage(`Usage: cairn ${command.usage}`);
  const folder = parsed.values.data === undefined ? defaultFolder() : resolveGivenPath(parsed.values.data);
  let connection: Awaited<ReturnType<typeof connect>> | null = null;
  try {
    if ('runAlone' in command) {
      process.stdout.write(`${encode(await command.runAlone(words, folder))}\n`);
      return 0;
    }
    const isReading = typeof command.reads === 'function' ? command.reads(words) : command.reads === true;
    connection = await connect(folder, isReading);
    const { dispatch } = connection;
    const call: Call = async (endpoint, input) => unwrap(await dispatch(endpoint, input)) as Output<typeof endpoint>;
    const answer = await command.run({ call, words, yes: parsed.values.yes, folder, dispatch });
    process.stdout.write(`${encode(answer)}\n`);
    return 0;
  } catch (error) {
    const refusal =
      error instanceof AppError
        ? error
        : new AppError('INTERNAL', `Something in Cairn failed: ${(error as Error).message}`);
    process.stderr.write(`${refusal.message}\n`);
    process.stdout.write(
      `${JSON.stringify({ error: { code: refusal.code, message: refusal.message, details: refusal.details } })}\n`,
    );
    return 1;
  } finally {
    await connection?.end();
  }
}

function readArguments(argv: readonly string[]) {
  return parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      data: { type: 'string' },
      yes: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
}

function refuseUsage(message: string): number {
  process.stderr.write(`${message}\n\n${usage}`);
  return 2;
}

function unwrap(result: Result): unknown {
  if (result.ok) return result.value;
  throw new AppError(result.error.code, result.error.message, result.error.details);
}

/**
 * The app that has the profile open answers; otherwise the profile is opened here, and made if there is none. Who only
 * reads gets one that cannot be written, too.
 */
async function connect(folder: string, isReading: boolean): Promise<{ dispatch: Dispatch; end: () => Promise<void> }> {
  const app = await connectToApp(folder);
  if (app) return app;
  const root = join(import.meta.dirname, '..');
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const host = createTerminalHost({
    version,
    electron: async () => {
      const { electronForTerminal } = await import('../scripts/electron-for-terminal.ts');
      return electronForTerminal(root);
    },
  });
  const session = await startSession({ host, folder, resources: join(root, 'resources'), ownOnly: true });
  const dispatch = createDispatch(session, (line) => process.stderr.write(`${line}\n`));
  if (isReading && session.problem && opensToRead.has(session.problem.code)) {
    process.stderr.write(`${session.problem.message}\nThe record was opened read-only.\n`);
    unwrap(await dispatch('openReadOnly', {}));
  }
  if (!session.problem && !hasProfile(folder)) {
    unwrap(await dispatch('startFresh', { name: '' }));
    process.stderr.write(`A new record was made in ${folder}.\n`);
  }
  return { dispatch, end: () => endSession(session, { leastMinutes: 30 }) };
}

/** The app that has this record open; null when none has. Throws when one has it and does not answer. */
async function connectToApp(folder: string): Promise<{ dispatch: Dispatch; end: () => Promise<void> } | null> {
  const until = Date.now() + busyPatienceMs;
  for (;;) {
    const app = await reachApp(folder);
    if (!app) return null;
    const state = await app.call('getAppState', {});
    if (state.ok) {
      // an app that shows the sample, or no record yet, does not have this one open
      const value = state.value as AppState;
      if (value.state === 'open' && !value.isSample) return { dispatch: app.call, end: async () => app.end() };
    }
    app.end();
    if (state.ok || isClosed(state)) return null;
    if (!isBusy(state) || Date.now() > until) unwrap(state);
    await new Promise((later) => setTimeout(later, 200));
  }
}

/** The app's own place, as Electron names it on each system. */
function defaultFolder(): string {
  const home = homedir();
  if (process.platform === 'darwin') return join(home, 'Library', 'Application Support', 'Cairn', 'record');
  if (process.platform === 'win32')
    return join(process.env.APPDATA ?? join(home, 'AppData', 'Roaming'), 'Cairn', 'record');
  return join(process.env.XDG_CONFIG_HOME ?? join(home, '.config'), 'Cairn', 'record');
}

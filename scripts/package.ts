// npm run package: builds the app and packs it for this system. Arguments name formats: `npm run package -- dir deb`.
import { cp, readFile, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type FoundElectron, findElectron } from './electron.ts';
import { electronViteBin, main, root, run, ScriptError } from './run-program.ts';

await main(async () => {
  const formats = process.argv.slice(2);
  const electron = await findElectron();
  const built = await run(process.execPath, [
    electronViteBin,
    'build',
    '--config',
    'src-main/electron.vite.config.ts',
    '--logLevel',
    'warn',
  ]);
  if (built !== 0) return built;
  if (electron.origin === 'cache') return packForTrying(electron, formats);
  return pack(formats, `prebuilds/${process.platform}-${process.arch}.node`);
});

function pack(formats: readonly string[], sqliteBinary: string, options: readonly string[] = []): Promise<number> {
  const system = process.platform === 'darwin' ? '--mac' : process.platform === 'win32' ? '--win' : '--linux';
  const builder = join(root, 'node_modules', 'electron-builder', 'cli.js');
  return run(
    process.execPath,
    [builder, system, ...formats, '--publish', 'never', '--config', 'electron-builder.yml', ...options],
    // electron-builder.yml names the binary through this variable.
    { env: { ...process.env, CAIRN_SQLITE_BINARY: sqliteBinary } },
  );
}

/**
 * What can be packed without the official Electron: a folder and a tar of it, to see the packaged app work.
 * The other formats need tools that electron-builder, too, fetches from GitHub.
 */
async function packForTrying(electron: FoundElectron, formats: readonly string[]): Promise<number> {
  const impossible = formats.filter((format) => format !== 'dir' && format !== 'tar.gz');
  if (impossible.length > 0) {
    throw new ScriptError(`Without GitHub only dir and tar.gz can be made, not ${impossible.join(', ')}.`);
  }
  console.error(
    '\n*** FOR TRYING ONLY: DO NOT HAND THIS PACKAGE TO ANYBODY ***\n' +
      `It holds Electron ${electron.version} from the npm registry, which gets no more security fixes,\n` +
      'because the official Electron could not be downloaded.\n',
  );
  // The runtime as it would come from its makers: without the default app that runs ours from source.
  const bare = join(root, 'out', 'electron');
  await rm(bare, { recursive: true, force: true });
  await cp(dirname(electron.path), bare, { recursive: true });
  await rm(join(bare, 'resources', 'app'), { recursive: true, force: true });
  const packed = await pack(['dir'], 'build/Release/better_sqlite3.node', [
    `-c.electronDist=${bare}`,
    `-c.electronVersion=${electron.version}`,
  ]);
  await rm(bare, { recursive: true, force: true });
  if (packed !== 0 || (formats.length > 0 && !formats.includes('tar.gz'))) return packed;
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8')) as { version: string };
  const name = `cairn-${version}-for-trying`;
  return run(
    'tar',
    ['-czf', `${name}.tar.gz`, `--transform=s/^linux-unpacked/${name}/`, '--owner=0', '--group=0', 'linux-unpacked'],
    { cwd: join(root, 'release') },
  );
}

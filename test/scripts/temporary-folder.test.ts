/** What a run of tests leaves in the temporary folder goes with the run. */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../helpers/cairn.ts';

test('what a run and the programs it starts leave in the temporary folder is gone when the run ends', () => {
  const folder = temporaryFolder();
  const scripts = pathToFileURL(resolve(import.meta.dirname, '../../scripts/temporary-folder.ts')).href;
  const leave = `require('node:fs').mkdtempSync(require('node:path').join(require('node:os').tmpdir(), 'left-'))`;
  const program = `
    import { spawnSync } from 'node:child_process';
    import { enterTemporaryFolder } from ${JSON.stringify(scripts)};
    enterTemporaryFolder();
    enterTemporaryFolder();
    const { stdout } = spawnSync(process.execPath, ['-p', ${JSON.stringify(leave)}], { encoding: 'utf8' });
    console.log(stdout);`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    encoding: 'utf8',
    env: { ...process.env, TMPDIR: folder, TMP: folder, TEMP: folder },
  });
  expect(stderr).toBe('');
  expect(stdout).toMatch(/cairn-run-[^/\\]+[/\\]left-/);
  expect(readdirSync(folder)).toEqual([]);
});

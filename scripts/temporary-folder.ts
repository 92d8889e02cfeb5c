// A folder for everything that a run of tests puts into the system's temporary folder: it goes with the run, whatever was
// killed meanwhile and could not clear up after itself.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

// short: a profile in it has a socket, whose path may have some hundred characters
const prefix = 'cairn-run-';

/** Makes it the temporary folder of this process and of all that it starts from now on. */
export function enterTemporaryFolder(): void {
  // the proofs of `npm test` run within its own
  if (basename(tmpdir()).startsWith(prefix)) return;
  const folder = mkdtempSync(join(tmpdir(), prefix));
  for (const name of ['TMPDIR', 'TMP', 'TEMP']) process.env[name] = folder;
  process.once('exit', () => {
    try {
      rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
    } catch (error) {
      console.error(`The temporary folder ${folder} could not be removed: ${(error as Error).message}`);
    }
  });
}

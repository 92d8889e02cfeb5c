/** Gives a profile folder that was made elsewhere, or copied, back to its owner alone. */
import type { Stats } from 'node:fs';
import { chmod, lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Cairn's own files by their names; what else a person put into its folders keeps its mode, and what was copied among the
 * backups stays as it came: no other account can open it.
 */
const recordFile = /^(?:record\.db|record\.marker\.json$|\.record\.\d+\.\d+\.new)/;
const unfinishedFile = /^\.cairn-[0-9a-f]+\.part$/;
const otherFile = /^(?:profile\.json|restore\.json|cairn\.log)$/;
const backupFile =
  /^(?:\d{6,12}-\d{8}T\d{6}Z-v\d{1,6}\.db\.gz|manifest\.json|status\.json|\.\d+\..*\.part(?:-journal|-wal|-shm)?)$/;
/** A record that another was put in the place of. */
const replacedFolder = /^replaced-[0-9A-Za-z-]{1,60}$/;

/**
 * Sets the folder to 0700 and the profile's own files to 0600, on systems that have such modes. Never throws: a record
 * on a medium without modes, or of another user, must still open. Links are not followed.
 */
export async function makePrivate(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  for (const name of await makeFilesPrivate(folder, [recordFile, otherFile])) {
    const path = join(folder, name);
    if (name === 'backups') await makeFilesPrivate(path, [backupFile]);
    if (name === 'sample') await makePrivate(path);
    // Chromium minds its own files; that no other account can open them is enough
    if (name === '.window') await setMode(path, 0o700);
    if (!replacedFolder.test(name)) continue;
    for (const inside of await makeFilesPrivate(path, [recordFile]))
      if (inside === 'not-opened') await makeFilesPrivate(join(path, inside), [recordFile]);
  }
}

/** Closes a folder and the files in it that go by these names; answers the names of the folders in it. */
async function makeFilesPrivate(folder: string, names: readonly RegExp[]): Promise<string[]> {
  const folders: string[] = [];
  // the folder first: then no other account can change what is in it meanwhile
  for (const entry of await listMadePrivate(folder)) {
    const isOurs = [...names, unfinishedFile].some((name) => name.test(entry.name));
    if (entry.isFile() && isOurs) await setMode(join(folder, entry.name), 0o600);
    if (entry.isDirectory()) folders.push(entry.name);
  }
  return folders;
}

/** What is in a folder that is now its owner's alone; nothing when it could not be made so. */
async function listMadePrivate(folder: string) {
  if (!(await setMode(folder, 0o700))) return [];
  return readdir(folder, { withFileTypes: true }).catch(() => []);
}

/** Whether the file or folder is this user's own and has that mode now. By its name: opening the database and closing it again would drop the lock on it. */
async function setMode(path: string, mode: number): Promise<boolean> {
  try {
    const found = await lstat(path);
    if (!isOwn(found)) return false;
    if ((found.mode & 0o777) !== mode) await chmod(path, mode);
    return true;
  } catch {
    return false;
  }
}

/** A folder in which everybody may write, such as /tmp, is nobody's profile and stays as it is. */
function isOwn(found: Stats): boolean {
  const isShared = found.isDirectory() && (found.mode & 0o1000) !== 0;
  return (found.isFile() || found.isDirectory()) && found.uid === process.getuid?.() && !isShared;
}

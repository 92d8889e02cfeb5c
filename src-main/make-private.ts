/** Gives a profile folder that was made elsewhere, or copied, back to its owner alone. */
import type { Stats } from 'node:fs';
import { chmod, lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** Cairn's own files in a profile folder; what else a person put there keeps its mode. */
const ownFile = /^(?:record\.|profile\.json$|cairn\.log$|\.record\.|\.cairn-)/;
/** Folders in which everything is Cairn's. */
const wholeFolder = /^(?:backups|attachments|replaced-.*)$/;

/**
 * Sets the folder to 0700 and the profile's own files to 0600, on systems that have such modes. Never throws: a record
 * on a medium without modes, or of another user, must still open. Links are not followed.
 */
export async function makePrivate(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  // the folder first: then nobody else can change what is in it meanwhile
  for (const entry of await openedUp(folder)) {
    const path = join(folder, entry.name);
    if (entry.isFile() && ownFile.test(entry.name)) await setMode(path, 0o600);
    if (!entry.isDirectory()) continue;
    if (wholeFolder.test(entry.name)) await makeAllPrivate(path);
    if (entry.name === 'sample') await makePrivate(path);
    // Chromium minds its own files; that nobody else gets in to them is enough
    if (entry.name === '.window') await setMode(path, 0o700);
  }
}

async function makeAllPrivate(folder: string): Promise<void> {
  for (const entry of await openedUp(folder)) {
    const path = join(folder, entry.name);
    if (entry.isFile()) await setMode(path, 0o600);
    if (entry.isDirectory()) await makeAllPrivate(path);
  }
}

/** What is in a folder that is now its owner's alone; nothing when it could not be made so. */
async function openedUp(folder: string) {
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

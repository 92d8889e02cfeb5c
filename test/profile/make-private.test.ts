/** A profile folder is its owner's alone, however it came to be. */
import { chmodSync, linkSync, lstatSync, mkdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makePrivate } from '../../src-main/profile/make-private.ts';
import { freshCairn, temporaryFolder } from '../helpers/cairn.ts';

const modeOf = (path: string) => (statSync(path).mode & 0o777).toString(8);

function write(path: string, mode: number): string {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, 'x');
  chmodSync(path, mode);
  return path;
}

describe.skipIf(process.platform === 'win32')('a profile folder that others could read', () => {
  test('is closed to them, with every file of Cairn in it', async () => {
    const folder = join(temporaryFolder(), 'record');
    const files = [
      'record.db',
      'record.db-wal',
      'record.marker.json',
      'profile.json',
      'cairn.log',
      'restore.json',
      'backups/manifest.json',
      'backups/status.json',
      'backups/000001-20261121T104200Z-v3.db.gz',
      'backups/.4711.check.db.part-wal',
      'replaced-2026/record.db',
      'replaced-2026/not-opened/record.db-wal',
      'sample/record.db',
      'sample/backups/manifest.json',
    ].map((name) => write(join(folder, name), 0o644));
    const folders = ['', 'backups', 'replaced-2026', 'sample', 'sample/backups'].map((name) => join(folder, name));
    mkdirSync(join(folder, '.window'));
    for (const path of [...folders, join(folder, '.window')]) chmodSync(path, 0o755);
    await makePrivate(folder);
    expect(files.map(modeOf)).toEqual(files.map(() => '600'));
    expect([...folders, join(folder, '.window')].map(modeOf)).toEqual(Array(6).fill('700'));
  });

  test('keeps the modes of what a person put there', async () => {
    const folder = temporaryFolder();
    const script = write(join(folder, 'my-script.sh'), 0o755);
    const deep = write(join(folder, 'photos', 'record.db'), 0o644);
    const foreign = [
      'backups/tool.sh',
      'backups/holiday.db.gz',
      'replaced-2026/notes.txt',
      'attachments/photo.jpg',
    ].map((name) => write(join(folder, name), 0o755));
    await makePrivate(folder);
    expect([modeOf(script), modeOf(deep)]).toEqual(['755', '644']);
    expect(foreign.map(modeOf)).toEqual(foreign.map(() => '755'));
  });

  test('leads nowhere else: links are not followed', async () => {
    const folder = temporaryFolder();
    const outside = write(join(temporaryFolder(), 'notes.txt'), 0o644);
    symlinkSync(outside, join(folder, 'record.db'));
    symlinkSync(dirname(outside), join(folder, 'backups'));
    const before = modeOf(dirname(outside));
    chmodSync(dirname(outside), 0o755);
    // by the name of a file of Cairn's own, in a folder of its own
    const replaced = join(folder, 'replaced-2026');
    mkdirSync(replaced);
    symlinkSync(outside, join(replaced, 'record.db'));
    await makePrivate(folder);
    expect([modeOf(outside), modeOf(dirname(outside))]).toEqual(['644', '755']);
    expect(lstatSync(join(folder, 'record.db')).isSymbolicLink()).toBe(true);
    chmodSync(dirname(outside), Number.parseInt(before, 8));
  });

  test('is left as it is when everybody may write there, when it is a file, and when it is not there', async () => {
    const shared = join(temporaryFolder(), 'shared');
    write(join(shared, 'record.db'), 0o644);
    chmodSync(shared, 0o1777);
    await makePrivate(shared);
    expect(lstatSync(shared).mode & 0o7777).toBe(0o1777);
    const file = write(join(temporaryFolder(), 'a-file'), 0o644);
    await makePrivate(join(file, 'below'));
    await makePrivate(join(shared, 'not-there'));
    expect(modeOf(file)).toBe('644');
  });

  test('can be closed to them while the record is open, which goes on being saved to', async () => {
    const cairn = await freshCairn();
    chmodSync(cairn.folder, 0o755);
    chmodSync(join(cairn.folder, 'record.db'), 0o644);
    await makePrivate(cairn.folder);
    expect([modeOf(cairn.folder), modeOf(join(cairn.folder, 'record.db'))]).toEqual(['700', '600']);
    await cairn.call('logAccomplishment', { text: 'Ran the failover drill' });
    expect((await cairn.call('listAccomplishments', {})).rows).toHaveLength(1);
  });

  test('with a second name elsewhere is closed under both: they are one file', async () => {
    const folder = temporaryFolder();
    const database = write(join(folder, 'record.db'), 0o644);
    const other = join(temporaryFolder(), 'copy.db');
    linkSync(database, other);
    await makePrivate(folder);
    expect(modeOf(other)).toBe('600');
  });
});

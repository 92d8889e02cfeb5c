/** A record that does not open: the words a person reads say what happened, what is safe and what to do. */
import {
  cpSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statfsSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { expect, test } from 'vitest';
import { currentSchema, migrate } from '../../src-main/db/migrate.ts';
import { migrations } from '../../src-main/db/migrations/index.ts';
import { openCairn, temporaryFolder } from '../helpers/cairn.ts';
import { folderState } from '../helpers/folder-state.ts';
import { canMakeReadOnly, canMount, makeReadOnly, smallDisk } from '../helpers/mounts.ts';

const recordIn = (folder: string) => join(folder, 'record.db');

async function closedRecord(folder: string): Promise<void> {
  const cairn = await openCairn(folder);
  await cairn.call('startFresh', { name: 'Test Person' });
  await cairn.call('logAccomplishment', { text: 'Relit the northern beacon' });
  await cairn.close();
}

interface Case {
  readonly name: string;
  /** Spoils the folder of a closed record, or what is around it. */
  readonly spoil: (folder: string) => void | Promise<void>;
  /** Begins on a disk of its own. */
  readonly disk?: true;
  readonly needs?: 'a mount' | 'a mount, or no root';
  readonly code: string;
  readonly words: string;
  /** What opening it read-only gives: the record, or the words of the refusal. */
  readonly toRead: 'open' | RegExp;
}

const overwrite = (folder: string, from: number, bytes: Buffer) => {
  const file = readFileSync(recordIn(folder));
  bytes.copy(file, from);
  writeFileSync(recordIn(folder), file);
};

/** As a Cairn of the first schema left it, with one row that points at nothing. */
function putOldRecord(folder: string): void {
  const sqlite = new BetterSqlite3(`${recordIn(folder)}.old`);
  sqlite.pragma('application_id = 0x43524331');
  migrate(sqlite, migrations.slice(0, 1));
  sqlite.pragma('foreign_keys = OFF');
  sqlite.exec(`INSERT INTO accomplishmentTag VALUES ('nothing', 'water', 1)`);
  sqlite.close();
  renameSync(`${recordIn(folder)}.old`, recordIn(folder));
  rmSync(join(folder, 'record.marker.json'));
}

const cases: readonly Case[] = [
  {
    name: 'whose first page is damaged',
    spoil: (folder) => overwrite(folder, 100, Buffer.alloc(3_996, 0xa5)),
    code: 'PROFILE_DAMAGED',
    words:
      'The file that holds your record is damaged. It was not changed. Save what can be read of it, or restore a backup.',
    toRead: /is damaged. It was not changed. Save what can be read/,
  },
  {
    name: 'whose file is missing',
    spoil: (folder) => rmSync(recordIn(folder)),
    code: 'PROFILE_DAMAGED',
    words:
      'The file that holds your record is missing from its folder. Nothing was changed. Restore a backup, or look at the folder first.',
    toRead: /missing/,
  },
  {
    name: 'in whose place stands a folder',
    spoil: (folder) => {
      rmSync(recordIn(folder));
      mkdirSync(recordIn(folder));
    },
    code: 'PROFILE_DAMAGED',
    words:
      'What stands in the place of your record is not a file. Nothing was changed. Restore a backup, or look at the folder first.',
    toRead: /not a file/,
  },
  {
    name: 'whose file is empty',
    spoil: (folder) => truncateSync(recordIn(folder), 0),
    code: 'PROFILE_DAMAGED',
    words:
      'The file that holds your record is empty. Nothing was changed. Restore a backup, or look at the folder first.',
    toRead: /empty/,
  },
  {
    name: 'whose file is cut off',
    spoil: (folder) => truncateSync(recordIn(folder), statSync(recordIn(folder)).size - 4096),
    code: 'PROFILE_DAMAGED',
    words:
      'The file that holds your record is cut off. Nothing was changed. Save what can be read of it, or restore a backup.',
    toRead: /cut off/,
  },
  {
    name: 'whose file is something else',
    spoil: (folder) => writeFileSync(recordIn(folder), 'A shopping list. '.repeat(900)),
    code: 'PROFILE_DAMAGED',
    words:
      'The file that holds your record does not begin as a record of Cairn does. Nothing was changed. Save what can be read of it, or restore a backup.',
    toRead: /begin/,
  },
  {
    name: 'that a newer Cairn wrote',
    spoil: (folder) => {
      const sqlite = new BetterSqlite3(recordIn(folder));
      sqlite.pragma(`user_version = ${currentSchema + 1}`);
      sqlite.close();
    },
    code: 'PROFILE_NEWER',
    words: `This record was written by a newer Cairn (schema ${currentSchema + 1}; this one knows ${currentSchema}). It was not touched. Open it with the newer Cairn, open it read-only here, or restore a backup made before.`,
    toRead: 'open',
  },
  {
    name: 'that another Cairn has open',
    spoil: async (folder) => {
      await openCairn(folder);
    },
    code: 'PROFILE_LOCKED',
    words:
      'Another program has this record open, perhaps a second Cairn. Nothing was changed. Close it there, then try again, or open it read-only as it stands now.',
    toRead: 'open',
  },
  {
    name: 'whose log is lost',
    spoil: async (folder) => {
      const cairn = await openCairn(folder);
      await cairn.call('logAccomplishment', { text: 'Only in the log' });
      const copy = temporaryFolder();
      cpSync(folder, copy, { recursive: true });
      await cairn.close();
      rmSync(folder, { recursive: true });
      cpSync(copy, folder, { recursive: true });
      rmSync(`${recordIn(folder)}-wal`);
    },
    code: 'PROFILE_INCOMPLETE',
    words:
      'The newest changes to your record are missing. The file “record.db-wal”, which held them, is gone or cut off, or an older “record.db” was put in the place of yours. Nothing was changed. Put the missing file back and try again, restore a backup, or continue with what is there.',
    toRead: 'open',
  },
  {
    name: 'with a row that points at nothing, at an update',
    spoil: putOldRecord,
    code: 'PROFILE_DAMAGED',
    words:
      'Your record could not be brought to the version this Cairn needs: one of its parts points at something that is missing. It is unchanged, and all of it can be read. Open it read-only, save what can be read, or restore a backup.',
    toRead: 'open',
  },
  {
    name: 'in a folder that takes no writes',
    spoil: makeReadOnly,
    needs: 'a mount, or no root',
    code: 'READ_ONLY',
    words:
      'Cairn may not write in the folder of this record. It is safe and was not changed. Allow writing there, then try again, or open it read-only.',
    toRead: 'open',
  },
  {
    name: 'whose file takes no writes',
    spoil: (folder) => makeReadOnly(recordIn(folder)),
    needs: 'a mount, or no root',
    code: 'READ_ONLY',
    words:
      'Cairn may not write in the folder of this record. It is safe and was not changed. Allow writing there, then try again, or open it read-only.',
    toRead: 'open',
  },
  {
    name: 'on a full disk',
    disk: true,
    needs: 'a mount',
    spoil: () => undefined,
    code: 'DISK_FULL',
    words:
      'The disk is full, so the record could not be opened for writing. It is safe. Free some space, then try again, or open it read-only.',
    toRead: 'open',
  },
];

for (const { name, spoil, disk, needs, code, words, toRead } of cases) {
  test.skipIf((needs === 'a mount' && !canMount) || (needs !== undefined && !canMakeReadOnly))(
    `a record ${name}${needs === undefined ? '' : ` (needs ${needs})`}: ${code}`,
    async () => {
      const small = disk ? smallDisk(16 * 1024 * 1024) : null;
      const folder = small ? join(small.folder, 'record') : join(temporaryFolder(), 'record');
      await closedRecord(folder);
      await spoil(folder);
      if (small) {
        const { blocks, bfree, bsize } = statfsSync(small.folder);
        small.resize((blocks - bfree) * bsize);
      }
      const cairn = await openCairn(folder);
      const state = await cairn.call('getAppState', {});
      expect(state).toMatchObject({ state: 'recovery', code, message: words });
      // what happened, what is safe, what to do
      expect(words).toMatch(/not changed|Nothing was changed|unchanged|not touched|is safe/);
      expect(words).toMatch(/Restore|restore|try again/);
      const before = folderState(folder);
      const opened = await cairn.dispatch('openReadOnly', {});
      if (toRead === 'open') {
        expect(opened).toEqual({ ok: true, value: { isOpen: true } });
        expect(await cairn.call('getAppState', {})).toMatchObject({
          state: 'open',
          isReadOnly: { code, message: words },
        });
        await cairn.call('listAccomplishments', {});
        expect(await cairn.dispatch('logAccomplishment', { text: 'x' })).toMatchObject({
          error: {
            code: 'READ_ONLY',
            message: expect.stringMatching(/open read-only, because .*\. Nothing was changed\.$/),
          },
        });
      } else {
        expect(opened).toMatchObject({ ok: false, error: { code, message: expect.stringMatching(toRead) } });
        expect(await cairn.call('getAppState', {})).toMatchObject({ state: 'recovery', code });
      }
      await cairn.close();
      expect(folderState(folder)).toEqual(before);
    },
  );
}

test.skipIf(!canMount)(
  'however little room is left on the disk, the record opens or the words say that it is full (needs a mount)',
  async () => {
    const disk = smallDisk(16 * 1024 * 1024);
    const folder = join(disk.folder, 'record');
    await closedRecord(folder);
    const whole = join(temporaryFolder(), 'record');
    cpSync(folder, whole, { recursive: true });
    const states: string[] = [];
    for (const free of [0, 4, 8, 12, 16, 20, 24, 28, 32, 36, 40, 48, 56, 64, 80, 96, 128, 160, 192, 256]) {
      disk.resize(16 * 1024 * 1024);
      rmSync(folder, { recursive: true });
      cpSync(whole, folder, { recursive: true });
      const { blocks, bfree, bsize } = statfsSync(disk.folder);
      disk.resize((blocks - bfree) * bsize + free * 1024);
      const cairn = await openCairn(folder);
      const state = await cairn.call('getAppState', {});
      if (state.state === 'recovery') {
        states.push(`${state.code} ${state.message.split('.')[0]}`);
        expect(await cairn.call('openReadOnly', {})).toEqual({ isOpen: true });
      } else states.push(state.state);
      expect((await cairn.call('listAccomplishments', {})).rows).toHaveLength(1);
      await cairn.close();
    }
    expect(new Set(states)).toEqual(
      new Set(['DISK_FULL The disk is full, so the record could not be opened for writing', 'open']),
    );
  },
);

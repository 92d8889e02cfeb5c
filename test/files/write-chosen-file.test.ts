/** Where a file may go that a person named: anywhere but into the folder of a record, whatever the path is called. */
import {
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createDatabase } from '../../src-main/db/open.ts';
import { writeChosenFile } from '../../src-main/files/write-chosen-file.ts';
import { writeFileWhole } from '../../src-main/files/write-file.ts';
import { temporaryFolder } from '../helpers/cairn.ts';

/** A folder as a profile has it, with a second one beside it to write to. */
function places() {
  const root = temporaryFolder();
  const profile = join(root, 'Record');
  const elsewhere = join(root, 'elsewhere');
  mkdirSync(join(profile, 'backups'), { recursive: true });
  mkdirSync(join(profile, 'sample'));
  mkdirSync(elsewhere);
  for (const name of ['record.db', 'record.db-wal', 'profile.json', 'backups/manifest.json', 'sample/record.db'])
    writeFileSync(join(profile, name), `this is ${name}`);
  return { root, profile, elsewhere };
}

type Places = ReturnType<typeof places>;

/** All files below a folder with what is in them. */
function contents(folder: string): Record<string, string> {
  const found: Record<string, string> = {};
  for (const name of readdirSync(folder, { recursive: true }) as string[])
    if (statSync(join(folder, name), { throwIfNoEntry: false })?.isFile())
      found[name] = readFileSync(join(folder, name), 'utf8');
  return found;
}

const intoTheRecord: readonly [string, (at: Places) => string][] = [
  ['the database', ({ profile }) => join(profile, 'record.db')],
  ['its log', ({ profile }) => join(profile, 'record.db-wal')],
  ['a name that is not there yet', ({ profile }) => join(profile, 'new.json')],
  ['a trailing dot', ({ profile }) => join(profile, 'record.db.')],
  ['a trailing space', ({ profile }) => join(profile, 'record.db ')],
  ['another case', ({ profile }) => join(profile, 'RECORD.DB')],
  ['a backup', ({ profile }) => join(profile, 'backups', 'manifest.json')],
  ['the sample', ({ profile }) => join(profile, 'sample', 'record.db')],
  ['a way round', ({ profile }) => `${profile}/backups/../record.db`],
  ['a way round from outside', ({ elsewhere }) => `${elsewhere}/../Record/./record.db`],
  ['doubled slashes', ({ profile }) => `${profile}//record.db`],
  [
    'a link to the database',
    ({ profile, elsewhere }) => {
      symlinkSync(join(profile, 'record.db'), join(elsewhere, 'notes.json'));
      return join(elsewhere, 'notes.json');
    },
  ],
  [
    'a link to a link to the database',
    ({ profile, elsewhere }) => {
      symlinkSync(join(profile, 'record.db'), join(elsewhere, 'first'));
      symlinkSync('first', join(elsewhere, 'second'));
      return join(elsewhere, 'second');
    },
  ],
  [
    'a link to a file that would be new in the folder',
    ({ profile, elsewhere }) => {
      symlinkSync(join(profile, 'not-there-yet'), join(elsewhere, 'dangling'));
      return join(elsewhere, 'dangling');
    },
  ],
  [
    'a second name of the database',
    ({ profile, elsewhere }) => {
      linkSync(join(profile, 'record.db'), join(elsewhere, 'copy.db'));
      return join(elsewhere, 'copy.db');
    },
  ],
  [
    'a link to the folder',
    ({ profile, elsewhere }) => {
      symlinkSync(profile, join(elsewhere, 'shortcut'));
      return join(elsewhere, 'shortcut', 'record.db');
    },
  ],
  [
    'a link to a folder in the folder',
    ({ profile, elsewhere }) => {
      symlinkSync(join(profile, 'backups'), join(elsewhere, 'mine'));
      return join(elsewhere, 'mine', 'new.gz');
    },
  ],
  [
    'the folder of another record',
    ({ root }) => {
      mkdirSync(join(root, 'Other', 'backups'), { recursive: true });
      createDatabase(join(root, 'Other', 'record.db')).close();
      return join(root, 'Other', 'backups', 'x.json');
    },
  ],
];

describe('a file that a person names', () => {
  test.each(intoTheRecord)('is refused before a byte is written: %s', async (_name, prepare) => {
    const at = places();
    const path = prepare(at);
    const before = contents(at.root);
    await expect(writeChosenFile(path, 'an export', at.profile)).rejects.toMatchObject({
      code: 'INVALID_INPUT',
      message: expect.stringContaining('Choose another place'),
    });
    expect(contents(at.root)).toEqual(before);
  });

  test('is refused where a folder of the record is linked to another disk', async () => {
    const { profile, elsewhere } = places();
    symlinkSync(elsewhere, join(profile, 'more-backups'));
    await expect(writeChosenFile(join(elsewhere, 'x.json'), 'x', profile)).rejects.toMatchObject({
      code: 'INVALID_INPUT',
    });
  });

  test('is written beside the record and anywhere else, and replaces what is there', async () => {
    const { root, profile, elsewhere } = places();
    for (const file of [join(root, 'record.db'), join(elsewhere, 'resume.pdf'), join(root, 'Record.json')]) {
      await writeChosenFile(file, 'first', profile);
      await writeChosenFile(file, 'second', profile);
      expect(readFileSync(file, 'utf8')).toBe('second');
    }
    expect(readdirSync(elsewhere)).toEqual(['resume.pdf']);
  });

  test('is written where there is no record yet', async () => {
    const { root } = places();
    await writeChosenFile(join(root, 'x.json'), 'x', join(root, 'no-such-folder'));
    expect(readFileSync(join(root, 'x.json'), 'utf8')).toBe('x');
  });

  test('behind a link is written where the link points, and the link stays a link', async () => {
    const { root, profile, elsewhere } = places();
    writeFileSync(join(elsewhere, 'real.pdf'), 'old');
    const link = join(root, 'resume.pdf');
    symlinkSync(join('elsewhere', 'real.pdf'), link);
    await writeChosenFile(link, 'new', profile);
    expect(readlinkSync(link)).toBe(join('elsewhere', 'real.pdf'));
    expect(readFileSync(join(elsewhere, 'real.pdf'), 'utf8')).toBe('new');
    const ring = join(root, 'ring');
    symlinkSync('ring', ring);
    await expect(writeChosenFile(ring, 'x', profile)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });

  test.skipIf(process.platform === 'win32')('is no device, and a device is not replaced', async () => {
    const { profile } = places();
    await expect(writeChosenFile('/dev/null', 'x', profile)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
  });

  test('in a folder that is not there is refused with what to do', async () => {
    const { root, profile } = places();
    await expect(writeChosenFile(join(root, 'gone', 'x.json'), 'x', profile)).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    await expect(writeChosenFile(root, 'x', profile)).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });
});

test('a link that somebody put where a file is being written is not followed', async () => {
  const { root, elsewhere } = places();
  const victim = join(root, 'victim');
  writeFileSync(victim, 'untouched');
  const file = join(elsewhere, 'x.json');
  // the name that was once used while writing
  symlinkSync(victim, join(elsewhere, `.${basename(file)}.${process.pid}.part`));
  await writeFileWhole(file, 'x');
  expect(readFileSync(victim, 'utf8')).toBe('untouched');
  expect(readFileSync(file, 'utf8')).toBe('x');
  expect(lstatSync(file).isFile()).toBe(true);
  expect(existsSync(join(elsewhere, 'x.json.part'))).toBe(false);
});

/** Files that were saved, opened and shown in their folder afterwards. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createSavedFiles } from '../../src-main/files/saved-files.ts';
import { temporaryFolder } from '../helpers/cairn.ts';

function opening(problem = '') {
  const done: string[] = [];
  let count = 0;
  const files = createSavedFiles({
    newId: () => `${count++}`,
    open: async (path) => {
      done.push(`open ${path}`);
      return problem;
    },
    showInFolder: (path) => void done.push(`show ${path}`),
  });
  const folder = temporaryFolder();
  const saved = (name: string) => {
    writeFileSync(join(folder, name), '');
    return files.note(join(folder, name));
  };
  return { files, done, folder, saved };
}

test('a file is opened, or shown in its folder', async () => {
  const { files, done, folder, saved } = opening();
  const id = saved('Resume.PDF');
  await files.open(id, 'open');
  await files.open(id, 'folder');
  expect(done).toEqual([`open ${join(folder, 'Resume.PDF')}`, `show ${join(folder, 'Resume.PDF')}`]);
});

test('what could run when it is opened is only shown in its folder', async () => {
  const { files, done, saved } = opening();
  for (const name of ['a.sh', 'a.bat', 'a', 'a.pdf.exe', 'a.desktop']) await files.open(saved(name), 'open');
  expect(done.map((act) => act.split(' ')[0])).toEqual(['show', 'show', 'show', 'show', 'show']);
});

test('a file that is gone, or that no program opens, is said by its name', async () => {
  const { files, done, folder, saved } = opening('no program');
  const id = saved('Resume.pdf');
  await expect(files.open(id, 'open')).rejects.toThrow(/^No program on this computer opens Resume\.pdf\. It is in /);
  rmSync(join(folder, 'Resume.pdf'));
  mkdirSync(join(folder, 'Resume.pdf'));
  done.length = 0;
  for (const how of ['open', 'folder'] as const)
    await expect(files.open(id, how)).rejects.toThrow(/^Resume\.pdf is no longer where it was saved/);
  await expect(files.open('other', 'open')).rejects.toThrow(/too long ago/);
  expect(done).toEqual([]);
});

test('only the last two hundred are known', async () => {
  const { files, saved } = opening();
  const first = saved('0.pdf');
  for (let count = 0; count < 200; count += 1) files.note(`/nowhere/${count}`);
  await expect(files.open(first, 'open')).rejects.toThrow(/too long ago/);
});

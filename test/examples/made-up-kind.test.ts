/** A kind of thing in the record is one entry and a migration: a made-up kind goes through every layer of a copy of the sources. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { migrations } from '../../src-main/db/migrations/index.ts';
import { temporaryFolder } from '../helpers/cairn.ts';
import { changeFile, copySources, root } from '../helpers/source-copy.ts';

const award = `award: {
    list: 'awards',
    word: 'Award',
    heading: 'Awards',
    icon: 'certificate',
    title: 'title',
    fields: {
      title: { label: 'Title of the award', kind: 'line', jsonResume: 'title' },
      awarder: { label: 'Awarder', kind: 'line', jsonResume: 'awarder' },
      awardedOn: { label: 'Awarded', kind: 'date', jsonResume: 'date' },
    },
    period: ['awardedOn'],
    detail: ['awarder'],
    order: ['-awardedOn', 'id'],
    empty: 'What you were honoured with.',
    resume: { lead: ['title'], rest: 'awarder' },
  },
  language: {`;
const migration = `export const version = 999;
export const sql = \`CREATE TABLE award (
  id TEXT PRIMARY KEY NOT NULL, title TEXT NOT NULL, awarder TEXT NOT NULL, awardedOn TEXT, createdAt TEXT NOT NULL, deletedAt TEXT
) STRICT;\`;
`;

/** The sources with a made-up kind: its entry and its migration, nothing else. */
function withAwards(): string {
  const folder = temporaryFolder();
  // of the twelve ladders none is needed
  copySources(folder, (file) => !file.endsWith('.rolepack.json'));
  changeFile(folder, 'shared/vocabulary/record-kinds.ts', (text) => text.replace('language: {', award));
  writeFileSync(
    join(folder, 'src-main/db/migrations/add-award.ts'),
    migration.replace('999', String(migrations.length + 1)),
  );
  changeFile(
    folder,
    'src-main/db/migrations/index.ts',
    (text) =>
      `import * as addAward from './add-award.ts';\n${text.replace(/(Migration\[\] = \[[^\]]*?),?\s*\]/, '$1, addAward]')}`,
  );
  return folder;
}

const values = { title: 'Golden Lantern', awarder: 'Harbour Guild', awardedOn: '2024-05' };

/** What a person does with an award, in a process of the copy; prints what each step answers. */
const walk = `
import { createDispatch } from './src-main/app/dispatch.ts';
import { endSession, startSession } from './src-main/app/session.ts';
import { createTerminalHost } from './src-main/terminal/terminal-host.ts';
const host = createTerminalHost({ version: '0', electron: () => Promise.reject(new Error('nothing is printed')) });
const session = await startSession({ host, folder: 'record', resources: 'resources', ownOnly: true });
const dispatch = createDispatch(session, console.error);
const ask = async (name, input) => {
  const result = await dispatch(name, input);
  if (!result.ok) throw new Error(name + ': ' + result.error.message);
  return result.value;
};
await ask('startFresh', { name: 'Ada Example' });
const { id } = await ask('addBackgroundItem', { item: { kind: 'award', values: ${JSON.stringify(values)} } });
const added = (await ask('getBackground', {})).awards;
await ask('binBackgroundItem', { kind: 'award', id });
const bin = await ask('listBin', {});
const undone = await ask('undo', {});
const resume = await ask('createResume', { name: 'Honours', roleId: null });
const { document } = await ask('getResume', { id: resume.id });
const { bytes } = await ask('writeExport', { kind: 'record', format: 'json-resume' });
const { awards } = JSON.parse(new TextDecoder().decode(bytes));
console.log(JSON.stringify({ id, added, bin, undone, document, awards }));
await endSession(session, { leastMinutes: 30 });
`;

test('a made-up kind is an entry and a migration: it type-checks, is kept, printed, thrown away and restored', () => {
  const folder = withAwards();
  const node = (...words: string[]) => spawnSync(process.execPath, words, { cwd: folder, encoding: 'utf8' });
  const types = node(join(root, 'node_modules/typescript/bin/tsc'), '--build', 'src-main', 'src-renderer');
  expect(types.stdout).toBe('');

  writeFileSync(join(folder, 'walk.ts'), walk);
  const done = node('walk.ts');
  expect(done.status, done.stderr).toBe(0);
  const { id, ...said } = JSON.parse(done.stdout);
  expect(said).toMatchObject({
    added: [{ id, ...values }],
    bin: [{ kind: 'award', title: 'Golden Lantern' }],
    undone: { label: 'Award moved to the bin' },
    document: {
      blocks: [
        {
          kind: 'entries',
          section: 'awards',
          heading: 'Awards',
          entries: [{ lead: 'Golden Lantern', rest: 'Harbour Guild', dates: 'May 2024' }],
        },
      ],
    },
    awards: [{ title: 'Golden Lantern', awarder: 'Harbour Guild', date: '2024-05' }],
  });
}, 300_000);

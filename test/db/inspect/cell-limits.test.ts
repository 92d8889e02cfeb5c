/** What a value of a record may take: nothing that Cairn saves is refused in a file, and nothing far beyond is taken in. */
import { copyFileSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { expect, test } from 'vitest';
import { adoptBackups } from '../../../src-main/backup/backup-adoption.ts';
import { listBackups } from '../../../src-main/backup/backup-list.ts';
import { listRefused } from '../../../src-main/backup/backup-status.ts';
import { findOversizedCell } from '../../../src-main/db/inspect/cell-limits.ts';
import { migrate } from '../../../src-main/db/migrate.ts';
import { startNodeProcess } from '../../../src-main/jobs/node-process.ts';
import { everyResource, freshCairn, openCairn, type TestCairn, temporaryFolder } from '../../helpers/cairn.ts';

/** Three bytes each, as long as a text may have. */
const prose = '\u5b57'.repeat(50_000);
const line = '\u5b57'.repeat(500);

/** Puts a backup of the record beside those of another, who knows nothing of it. */
async function adoptedElsewhere(cairn: TestCairn, from = cairn.folder) {
  await cairn.call('backUpNow', {});
  const [name = ''] = readdirSync(join(from, 'backups')).filter((file) => file.endsWith('.db.gz'));
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'backups'));
  copyFileSync(join(from, 'backups', name), join(folder, 'backups', 'from-elsewhere.db.gz'));
  await adoptBackups(folder, { startProcess: startNodeProcess }, new AbortController().signal);
  return { refused: listRefused(folder), adopted: listBackups(folder).map(({ fileName }) => fileName) };
}

test('a record whose every text is as long as it may be is taken in', async () => {
  const cairn = await freshCairn();
  await cairn.call('changeProfile', {
    patch: {
      name: line,
      summary: prose,
      links: Array.from({ length: 20 }, () => ({ label: line, url: `https://a.example/${'"'.repeat(1_980)}` })),
    },
  });
  await cairn.call('keepUnsaved', { key: 'capture', text: '\u5b57'.repeat(200_000) });
  const { id } = await cairn.call('logAccomplishment', { text: 'Everything' });
  const { competencies } = await cairn.call('listCompetencies', {});
  await cairn.call('changeAccomplishment', {
    id,
    patch: {
      title: line,
      story: prose,
      shortWording: prose,
      longWording: prose,
      showings: competencies
        .slice(0, 60)
        .map((competency) => ({ competencyId: competency.id, level: 3, scaleId: 'five-levels', reason: prose })),
      witnesses: Array.from({ length: 20 }, () => ({
        name: line,
        relation: 'peer' as const,
        title: line,
        confirmedOn: null,
        words: prose,
      })),
      evidence: Array.from({ length: 60 }, () => ({
        kind: 'quote' as const,
        title: line,
        url: 'a'.repeat(2_000),
        quote: prose,
        notedOn: null,
      })),
    },
  });
  await cairn.call('searchEverything', { text: 'everything' });
  expect(await adoptedElsewhere(cairn)).toEqual({ refused: [], adopted: ['from-elsewhere.db.gz'] });
}, 120_000);

test('a role document at its limits is taken in, as a draft and as a role', async () => {
  const cairn = await freshCairn();
  const quotes = '"'.repeat(50_000);
  const pack = {
    format: 'cairn-rolepack',
    formatVersion: 1,
    id: 'at-the-limits',
    name: 'At the limits',
    version: '1.0.0',
    author: line,
    licence: line,
    attribution: 'Everybody',
    roles: [
      {
        title: 'Everything',
        summary: prose,
        stack: Array.from({ length: 100 }, () => line),
        facts: Array.from({ length: 8 }, () => ({ label: line, value: line, words: quotes })),
        requirements: [
          {
            competency: 'Everything',
            kind: 'skill',
            level: null,
            importance: null,
            details: Array.from({ length: 20 }, () => ({ label: line, text: quotes })),
          },
        ],
        sections: [
          {
            depth: 1,
            heading: line,
            blocks: Array.from({ length: 30 }, () => ({ kind: 'paragraph', inlines: [{ text: prose }] })),
          },
        ],
      },
    ],
  };
  const bytes = new TextEncoder().encode(JSON.stringify(pack));
  const read = await cairn.call('readImport', { files: [{ name: 'limits.rolepack.json', bytes }] });
  expect(read?.ids).toHaveLength(1);
  await cairn.call('readImport', { files: [{ name: 'limits.rolepack.json', bytes }] });
  await cairn.call('applyImport', { id: read?.ids[0] ?? '' });
  const sqlite = cairn.session.profile?.sqlite;
  const longest = (from: string) => sqlite?.prepare(`SELECT max(octet_length(${from}`).pluck().get();
  expect(longest('details)) FROM requirement')).toBeGreaterThan(2_000_000);
  expect(longest('blocks)) FROM section')).toBeGreaterThan(4_000_000);
  expect(longest('draft)) FROM importDraft')).toBeGreaterThan(7_000_000);
  expect(await adoptedElsewhere(cairn)).toEqual({ refused: [], adopted: ['from-elsewhere.db.gz'] });
}, 120_000);

test('the sample, with everything that ships, is taken in', async () => {
  const cairn = await openCairn(temporaryFolder(), {}, everyResource);
  const { folder } = await cairn.call('exploreSample', {});
  expect(await adoptedElsewhere(cairn, folder)).toEqual({ refused: [], adopted: ['from-elsewhere.db.gz'] });
}, 120_000);

test.each([
  [`INSERT INTO setting VALUES ('x', json_quote(hex(zeroblob(600000))))`, /“setting” holds 2 MB in a single “value”/],
  [`INSERT INTO sourceBytes VALUES ('x', zeroblob(105000000))`, /“sourceBytes” holds 101 MB in a single “bytes”/],
  [`UPDATE profile SET summary = hex(zeroblob(600000))`, /“profile” holds 2 MB in a single “summary”/],
])('a value that Cairn never writes so long is named: %s', (change, words) => {
  const sqlite = new BetterSqlite3(':memory:');
  migrate(sqlite);
  expect(findOversizedCell(sqlite)).toBeNull();
  sqlite.exec(change);
  expect(findOversizedCell(sqlite)).toMatch(words);
  sqlite.close();
});

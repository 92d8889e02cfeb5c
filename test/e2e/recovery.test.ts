/** A record that does not open, in the real window: it is read, and what can be read of it is saved. */
import { createHash } from 'node:crypto';
import { readFileSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { expect, test } from 'vitest';
import { temporaryFolder } from '../helpers/cairn.ts';
import { answerSaveDialog, goTo, openApp, openFresh } from '../helpers/window.ts';

const hash = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');

async function closedRecord(): Promise<string> {
  const app = await openFresh();
  await app.call('logAccomplishment', { text: 'Relit the northern beacon' });
  await app.quit();
  return app.folder;
}

test('a record of a newer Cairn is opened read-only: it is shown and found, and a change is refused', async () => {
  const folder = await closedRecord();
  const record = join(folder, 'record.db');
  const sqlite = new BetterSqlite3(record);
  sqlite.pragma('user_version = 99');
  sqlite.close();
  const before = hash(record);
  const { page, call, quit, complaints } = await openApp(folder);
  await page.getByRole('button', { name: 'Open read-only' }).click();
  await page.getByRole('region', { name: 'Open read-only' }).waitFor();
  await goTo(page, '/record');
  await page.getByText('Relit the northern beacon').first().waitFor();
  expect(await call('searchEverything', { text: 'beacon' })).toHaveLength(1);
  await expect(call('logAccomplishment', { text: 'One more' })).rejects.toThrow(
    /open read-only, because a newer Cairn wrote it/,
  );
  expect(complaints).toEqual([]);
  await quit();
  expect(hash(record)).toBe(before);
});

test('what can be read of a damaged record is saved where the person says', async () => {
  const folder = await closedRecord();
  const record = join(folder, 'record.db');
  truncateSync(record, statSync(record).size - 4096);
  const before = hash(record);
  const target = join(temporaryFolder(), 'saved.json');
  const { app, page, quit } = await openApp(folder);
  await answerSaveDialog(app, target);
  await page.getByRole('button', { name: /^Save what can be read/ }).click();
  await page.getByRole('status', { name: 'Saved' }).getByText('Saved as saved.json').waitFor({ timeout: 30_000 });
  const archive = JSON.parse(readFileSync(target, 'utf8'));
  expect(archive.tables.accomplishment.rows).toHaveLength(1);
  await quit();
  expect(hash(record)).toBe(before);
});

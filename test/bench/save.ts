/** How long one edit takes until it is on disk, beside the least that SQLite can do with the same disk. */
import { join } from 'node:path';
import type { Database } from 'better-sqlite3';
import { createDatabase } from '../../src-main/db/open.ts';
import { type BenchCairn, withCairn } from './cairn.ts';
import { type Bench, figure, median, ms, p95, timeInTurns } from './measure.ts';
import { prose, seededRandom } from './words.ts';

const rounds = 200;

/** One row changed in one transaction of a database with the settings of a record: the least a save can be. */
export function bareDatabase(folder: string): { readonly commit: (round: number) => void; readonly close: () => void } {
  const sqlite = createDatabase(join(folder, 'bare.db'));
  sqlite.exec('CREATE TABLE story (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT');
  const random = seededRandom(3);
  const insert = sqlite.prepare('INSERT INTO story(text) VALUES (?)');
  sqlite.transaction(() => {
    for (let at = 0; at < 1_000; at += 1) insert.run(prose(random, 90));
  })();
  const update = sqlite.prepare('UPDATE story SET text = ? WHERE id = ?');
  return { commit: (round) => update.run(prose(random, 90), (round * 37) % 1_000), close: () => sqlite.close() };
}

/** Ids all over the record, always in the same order. */
export function someIds(sqlite: Database, count: number): string[] {
  const rows = sqlite.prepare('SELECT id FROM accomplishment ORDER BY id').all() as { id: string }[];
  const random = seededRandom(11);
  return Array.from({ length: count }, () => rows[Math.floor(random() * rows.length)]?.id ?? '');
}

/** An edit as the window sends it: a story with a few words more, of another accomplishment each time. */
export function storyEdit(cairn: BenchCairn, ids: readonly string[]): (round: number) => Promise<unknown> {
  const random = seededRandom(5);
  return (round) => {
    const id = ids[round % ids.length] ?? '';
    return cairn.call('changeAccomplishment', { id, patch: { story: prose(random, 92) } });
  };
}

export const save: Bench = {
  name: 'save',
  about: 'one edit of an accomplishment until it is on disk, against one bare commit',
  needsElectron: false,
  run: () =>
    withCairn(10_000, async (cairn) => {
      const bare = bareDatabase(cairn.folder);
      const ids = someIds(cairn.sqlite, rounds + 10);
      const edit = storyEdit(cairn, ids);
      const samples = await timeInTurns(rounds, {
        bare: bare.commit,
        story: edit,
        title: (round) =>
          cairn.call('changeAccomplishment', { id: ids[round] ?? '', patch: { title: `Halved the load ${round}` } }),
      });
      bare.close();
      const bareTime = median(samples.bare);
      const note = (edits: readonly number[]) =>
        `median ${ms(median(edits))}, p95 ${ms(p95(edits))}; bare commit median ${ms(bareTime)}, p95 ${ms(p95(samples.bare))}`;
      return [
        figure(
          'save: p95 of a story edit ÷ one bare commit',
          p95(samples.story) / bareTime,
          '×',
          5,
          note(samples.story),
        ),
        figure(
          'save: p95 of a title edit ÷ one bare commit',
          p95(samples.title) / bareTime,
          '×',
          5,
          note(samples.title),
        ),
      ];
    }),
};

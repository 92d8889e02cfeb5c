/** Search as main answers it, key by key, beside the bare question to the index. */
import type { Database } from 'better-sqlite3';
import { wordQuery } from '../../src-main/db/search/search.ts';
import { withCairn } from './cairn.ts';
import { type Bench, figure, median, ms, p95, timeInTurns } from './measure.ts';
import { keystrokes, searches } from './words.ts';

/** Rows that the palette asks for. */
export const shown = 12;

/** The least that answers a search: ranked ids of what holds every word. */
export function bareSearch(sqlite: Database): (text: string) => unknown {
  const find = sqlite.prepare('SELECT rowid FROM searchWords WHERE searchWords MATCH ? ORDER BY rank LIMIT ?');
  return (text) => find.all(wordQuery(text), shown);
}

export const typed: readonly string[] = searches.flatMap(keystrokes);

export const searchInMain: Bench = {
  name: 'search-main',
  about: 'search through dispatch, every key of eight searches, against the bare query of the index',
  needsElectron: false,
  run: () =>
    withCairn(10_000, async ({ sqlite, call }) => {
      const bare = bareSearch(sqlite);
      const at = (round: number) => typed[round % typed.length] ?? '';
      const samples = await timeInTurns(typed.length * 2, {
        bare: (round) => bare(at(round)),
        everything: (round) => call('searchEverything', { text: at(round), limit: shown }),
        list: (round) => call('listAccomplishments', { text: at(round) }),
      });
      const budget = 2 * p95(samples.bare) + 10;
      const note = (of: readonly number[]) =>
        `median ${ms(median(of))}; bare query median ${ms(median(samples.bare))}, p95 ${ms(p95(samples.bare))}`;
      return [
        figure(
          'search in main: p95, palette',
          p95(samples.everything),
          'ms',
          Math.min(30, Math.round(budget)),
          note(samples.everything),
        ),
        figure(
          'search in main: p95, record list',
          p95(samples.list),
          'ms',
          Math.min(30, Math.round(budget)),
          note(samples.list),
        ),
      ];
    }),
};

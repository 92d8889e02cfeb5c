/** Search as one types, in the window: from a key to the rows it found. */
import { join } from 'node:path';
import { inFolder, withCairn } from './cairn.ts';
import { cairnFolder, untilHome, withWindow } from './desktop.ts';
import { type Bench, figure, median, ms, p95, timeInTurns } from './measure.ts';
import { copyRecord } from './record.ts';
import { callFrom, untilQuiet } from './screen-list.ts';
import { bareSearch, shown } from './search.ts';
import { keystrokes, searches } from './words.ts';

/** As fast as people type. */
const betweenKeysMs = 120;

export const search: Bench = {
  name: 'search',
  about: 'a key typed in the palette until its rows are painted, against the bare query of the index',
  needsElectron: true,
  run: async (desktop) => {
    const bare = await withCairn(10_000, async ({ sqlite }) => {
      const find = bareSearch(sqlite);
      const texts = searches.flatMap(keystrokes);
      const { search } = await timeInTurns(texts.length * 3, {
        search: (round) => find(texts[round % texts.length] ?? ''),
      });
      return search;
    });
    const rows = await inFolder(async (folder) => {
      const record = await copyRecord(10_000, join(folder, 'record'));
      return withWindow(desktop, { app: cairnFolder, data: record }, async (page) => {
        await untilHome(page);
        await untilQuiet(page);
        const call = callFrom(page);
        const samples: number[] = [];
        for (const text of searches) {
          await page.keyboard.press('Control+k');
          await page.waitForSelector('input[aria-label="Search or jump to"]');
          for (const typed of keystrokes(text)) {
            const expected = (await call('searchEverything', { text: typed, limit: shown })).map(({ title }) => title);
            const took = await page.evaluate(typeOne, [typed, expected] as const);
            // a key that changes nothing in the rows has nothing to wait for
            if (took !== null) samples.push(took);
            await page.waitForTimeout(betweenKeysMs);
          }
          await page.keyboard.press('Escape');
          await page.waitForSelector('input[aria-label="Search or jump to"]', { state: 'hidden' });
        }
        return samples;
      });
    });
    const budget = 2 * p95(bare) + 10;
    return [
      figure(
        'search as you type: p95, key to rows painted',
        p95(rows),
        'ms',
        30,
        `median ${ms(median(rows))} of ${rows.length} keys; includes waiting for the next frame`,
      ),
      figure(
        'search as you type: p95 ÷ (2 × bare query + 10 ms)',
        p95(rows) / budget,
        '×',
        1,
        `bare query median ${ms(median(bare))}, p95 ${ms(p95(bare))}`,
      ),
    ];
  },
};

/** Runs in the page: types, then waits until every expected title is among the rows and painted. */
function typeOne([text, expected]: readonly [string, readonly string[]]): Promise<number | null> {
  const input = document.querySelector<HTMLInputElement>('input[aria-label="Search or jump to"]');
  const setValue = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set;
  const isThere = () => {
    const options = [...document.querySelectorAll('[aria-label="Found"] [role="option"]')].map(
      (option) => option.textContent ?? '',
    );
    return expected.every((title) => options.some((option) => option.includes(title)));
  };
  const wasThere = isThere();
  return new Promise((resolve) => {
    const since = performance.now();
    const look = () => {
      if (!isThere()) return;
      observer.disconnect();
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - since)));
    };
    const observer = new MutationObserver(look);
    observer.observe(document.body, { childList: true, subtree: true, characterData: true });
    setValue?.call(input, text);
    input?.dispatchEvent(new Event('input', { bubbles: true }));
    if (wasThere) {
      observer.disconnect();
      resolve(null);
    }
  });
}

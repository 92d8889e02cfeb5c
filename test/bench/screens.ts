/** Every screen opened for the first time in a window, from the change of address to the first paint of its content. */
import { join } from 'node:path';
import { inFolder } from './cairn.ts';
import { cairnFolder, untilHome, withWindow } from './desktop.ts';
import { type Bench, type Figure, figure, median, ms } from './measure.ts';
import { copyRecord } from './record.ts';
import { listScreens, openScreen, untilQuiet } from './screen-list.ts';

const rounds = 5;
/** A screen this slow is not opened again: one figure says enough. */
const hopelessMs = 3_000;

export const screens: Bench = {
  name: 'screens',
  about: 'every screen: address changed to first paint of content, first time in a fresh page and again',
  needsElectron: true,
  run: (desktop) =>
    inFolder(async (folder) => {
      const record = await copyRecord(10_000, join(folder, 'record'));
      return withWindow(desktop, { app: cairnFolder, data: record }, async (page) => {
        page.setDefaultTimeout(120_000);
        await untilHome(page);
        const all = await listScreens(page);
        const first = new Map<string, number[]>(all.map(({ name }) => [name, []]));
        const again = new Map<string, number[]>(all.map(({ name }) => [name, []]));
        for (let round = 0; round < rounds; round += 1) {
          for (const samples of [first, again]) {
            for (const screen of all) {
              const known = samples.get(screen.name);
              if ((first.get(screen.name)?.[0] ?? 0) > hopelessMs) continue;
              known?.push(await openScreen(page, screen));
              await untilQuiet(page);
            }
          }
          // a fresh page has asked nothing and loaded no screen
          await page.evaluate(() => {
            location.hash = '/home';
          });
          await page.reload();
          await untilHome(page);
          await untilQuiet(page);
        }
        return all.map(({ name }): Figure => {
          const samples = first.get(name) ?? [];
          const warm = again.get(name) ?? [];
          const note = `slowest of ${samples.length} ${ms(Math.max(...samples))}${warm.length > 0 ? `; again ${ms(median(warm))}` : ''}`;
          return figure(`screen: ${name}`, median(samples), 'ms', 100, note);
        });
      });
    }),
};

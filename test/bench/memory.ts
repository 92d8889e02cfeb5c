/** Memory of all processes after every screen was visited, beside a blank window's. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication } from 'playwright-core';
import { inFolder } from './cairn.ts';
import { blankFolder, cairnFolder, untilHome, withWindow } from './desktop.ts';
import { type Bench, figure } from './measure.ts';
import { copyRecord } from './record.ts';
import { listScreens, openScreen, untilQuiet } from './screen-list.ts';

/** Long enough for what is no longer needed to be let go. */
const settleMs = 4_000;

export const memory: Bench = {
  name: 'memory',
  about: 'working sets of all processes after visiting every screen, against a blank window',
  needsElectron: true,
  run: (desktop) =>
    inFolder(async (folder) => {
      const blank = await withWindow(
        desktop,
        { app: blankFolder, data: join(folder, 'blank') },
        async (page, electron) => {
          await page.waitForTimeout(settleMs);
          return memoryOf(electron);
        },
      );
      const record = await copyRecord(10_000, join(folder, 'record'));
      const [early, cairn] = await withWindow(desktop, { app: cairnFolder, data: record }, async (page, electron) => {
        page.setDefaultTimeout(120_000);
        await untilHome(page);
        await page.waitForTimeout(settleMs);
        const atHome = await memoryOf(electron);
        for (const screen of await listScreens(page)) {
          await openScreen(page, screen);
          await untilQuiet(page);
        }
        await page.evaluate(() => {
          location.hash = '/home';
        });
        await page.waitForTimeout(settleMs);
        return [atHome, await memoryOf(electron)] as const;
      });
      return [
        figure(
          'memory after every screen ÷ blank window',
          cairn.workingSetMb / blank.workingSetMb,
          '×',
          1.5,
          `working sets: Cairn ${describe(cairn)}; blank ${describe(blank)}`,
        ),
        figure('memory on Home ÷ blank window', early.workingSetMb / blank.workingSetMb, '×', null, describe(early)),
      ];
    }),
};

interface Memory {
  readonly workingSetMb: number;
  /** What is shared is counted once, in parts; null where the system does not say. */
  readonly proportionalMb: number | null;
  readonly processes: readonly { readonly type: string; readonly mb: number }[];
}

async function memoryOf(electron: ElectronApplication): Promise<Memory> {
  const metrics = await electron.evaluate(({ app }) =>
    app.getAppMetrics().map(({ pid, type, memory: used }) => ({ pid, type, kb: used.workingSetSize })),
  );
  const shares = metrics.map(({ pid }) => proportionalKb(pid));
  return {
    workingSetMb: sum(metrics.map(({ kb }) => kb)) / 1024,
    proportionalMb: shares.includes(null) ? null : sum(shares as number[]) / 1024,
    processes: metrics.map(({ type, kb }) => ({ type, mb: Math.round(kb / 1024) })),
  };
}

function proportionalKb(pid: number): number | null {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? Number.NaN);
  } catch {
    return null;
  }
}

function describe({ workingSetMb, proportionalMb, processes }: Memory): string {
  const share = proportionalMb === null ? '' : `, ${Math.round(proportionalMb)} MB with shared pages counted once`;
  return `${Math.round(workingSetMb)} MB (${processes.map(({ type, mb }) => `${type} ${mb}`).join(', ')}${share})`;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

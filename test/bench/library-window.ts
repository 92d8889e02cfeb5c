/** The library in the window with a thousand roles more: opening it, scrolling it, walking a matrix of 120 × 8 by keys. */
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { RolePack } from '../../shared/api/role-pack.ts';
import { bigPack } from './big-pack.ts';
import { inFolder } from './cairn.ts';
import { cairnFolder, untilHome, withWindow } from './desktop.ts';
import { type Bench, figure, median, ms, p95 } from './measure.ts';
import { copyRecord } from './record.ts';
import { callFrom, openScreen, untilQuiet } from './screen-list.ts';

const frames = 90;
const keys = 60;

export const libraryWindow: Bench = {
  name: 'library-window',
  about: 'the roles of a library of 1,000 opened and scrolled, and a matrix of 120 × 8 walked by keys, in the window',
  needsElectron: true,
  run: (desktop) =>
    inFolder(async (folder) => {
      const record = await copyRecord(10_000, join(folder, 'record'));
      return withWindow(desktop, { app: cairnFolder, data: record }, async (page) => {
        await untilHome(page);
        await untilQuiet(page);
        await add(page, bigPack());
        const [wide = ''] = await add(page, widePack());
        await untilQuiet(page);
        const roles = {
          name: 'roles',
          route: '/roles',
          content: '[role="tree"][aria-label="Roles"] [role="treeitem"]',
        };
        const opened = await openScreen(page, roles);
        await untilQuiet(page);
        const scrolled = await page.evaluate(scrollFrames, [roles.content, frames] as const);
        const matrix = { name: 'matrix', route: `/ladders/${wide}`, content: '[role="grid"] [role="gridcell"]' };
        const matrixOpened = await openScreen(page, matrix);
        await untilQuiet(page);
        const matrixScrolled = await page.evaluate(scrollFrames, ['[role="grid"] [role="gridcell"]', frames] as const);
        await page.locator('[role="grid"] [role="gridcell"]').first().focus();
        const walked: number[] = [];
        for (let key = 0; key < keys; key += 1) {
          walked.push(await page.evaluate(pressAndWait, key % 8 === 7 ? 'ArrowRight' : 'ArrowDown'));
        }
        return [
          figure('library list of 1,000 roles, opened', opened, 'ms', 150, 'to its first rows painted'),
          figure(
            'library list, scrolled: p95 frame',
            p95(scrolled),
            'ms',
            50,
            `median ${ms(median(scrolled))} of ${frames} frames, 240 px each`,
          ),
          figure('matrix of 120 × 8, opened', matrixOpened, 'ms', 200, 'to its first cells painted'),
          figure('matrix, scrolled: p95 frame', p95(matrixScrolled), 'ms', 50, `median ${ms(median(matrixScrolled))}`),
          figure(
            'matrix, arrow key to the next cell painted: p95',
            p95(walked),
            'ms',
            50,
            `median ${ms(median(walked))} of ${keys} keys`,
          ),
        ];
      });
    }),
};

async function add(page: Page, pack: RolePack): Promise<readonly string[]> {
  const call = callFrom(page);
  // as pasted text, because bytes do not cross the window's own bridge from here
  const read = await call('readPastedImport', { text: JSON.stringify(pack) });
  return (await call('applyImport', { id: read?.ids[0] ?? '' }))?.roleIds ?? [];
}

function widePack(): RolePack {
  const family = 'Wide ladder';
  return RolePack.parse({
    format: 'cairn-rolepack',
    formatVersion: 2,
    id: 'wide',
    name: family,
    version: '1.0.0',
    author: 'Harbour school of Ostby',
    licence: 'CC BY 4.0',
    ladders: [
      {
        family,
        matrix: {
          scale: 'five-levels',
          skills: Array.from({ length: 120 }, (_, skill) => ({
            name: `Wide skill ${skill + 1}`,
            category: `Category ${(skill % 12) + 1}`,
            cells: Array.from({ length: 8 }, (_cell, level) => ({
              level: Math.min(5, 1 + (level >> 1)),
              isMandatory: level > 5,
            })),
          })),
        },
      },
    ],
    roles: Array.from({ length: 8 }, (_, level) => ({
      title: `Wide level ${level + 1}`,
      family,
      levelOrder: level + 1,
    })),
  });
}

/** Runs in the page: scrolls what holds the element, frame by frame, and answers how long each frame took. */
function scrollFrames([selector, count]: readonly [string, number]): Promise<number[]> {
  let scroller: Element | null = document.querySelector(selector);
  while (scroller && scroller.scrollHeight <= scroller.clientHeight + 40) scroller = scroller.parentElement;
  const taken: number[] = [];
  return new Promise((resolve, reject) => {
    const found = scroller;
    if (!found) {
      reject(new Error(`Nothing around ${selector} scrolls.`));
      return;
    }
    let last = performance.now();
    const step = (now: number) => {
      taken.push(now - last);
      last = now;
      found.scrollTop += 240;
      if (taken.length > count) resolve(taken.slice(1));
      else requestAnimationFrame(step);
    };
    requestAnimationFrame(step);
  });
}

/** Runs in the page: a key on the focused cell, until the frame after its effect. */
function pressAndWait(key: string): Promise<number> {
  const since = performance.now();
  document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  return new Promise((resolve) => {
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => resolve(performance.now() - since);
      channel.port2.postMessage(null);
    });
  });
}

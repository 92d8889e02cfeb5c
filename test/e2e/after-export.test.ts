/** What follows an export in the real window: the file is opened or shown, and nothing on the page moves or is covered. */
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFolder } from '../helpers/cairn.ts';
import { answerSaveDialog, goTo, openSample } from '../helpers/window.ts';

describe.skipIf(!process.env.CAIRN_ELECTRON)('after an export', () => {
  test.each([
    [1280, 800],
    [1024, 640],
  ])('at %i × %i the message offers the file, covers nothing and moves nothing', async (width, height) => {
    const { app, page, call, complaints } = await openSample();
    await app.evaluate(({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(...size), [
      width,
      height,
    ] as [number, number]);
    const [resume] = await call('listResumes', {});
    await goTo(page, `/resumes/${resume?.id}`);
    const pane = page.getByRole('region', { name: 'Page', exact: true });
    await pane.getByText(/^Read back: /).waitFor({ timeout: 30_000 });
    const opened = await app.evaluateHandle(({ shell }) => {
      const done: string[] = [];
      shell.openPath = async (path) => {
        done.push(`open ${path}`);
        return '';
      };
      shell.showItemInFolder = (path) => void done.push(`show ${path}`);
      return done;
    });
    const file = join(temporaryFolder(), 'resume.pdf');
    await answerSaveDialog(app, file);
    const boxes = () =>
      page.evaluate(() =>
        [...document.querySelectorAll('main, main section, main canvas, nav a')].map((element) => {
          const { x, y, width: wide, height: high } = element.getBoundingClientRect();
          return [x, y, wide, high].map(Math.round).join();
        }),
      );
    await pane.locator('canvas').nth(1).waitFor();
    const before = await boxes();
    await pane.getByRole('button', { name: 'Export as PDF' }).click();
    await page.getByText(/^Exported to resume\.pdf/).waitFor({ state: 'attached', timeout: 30_000 });
    if (process.env.CAIRN_PICTURES) await page.screenshot({ path: join(process.env.CAIRN_PICTURES, `${width}.png`) });
    expect(await boxes()).toEqual(before);
    const message = await page.getByRole('button', { name: 'Close the message' }).boundingBox();
    const main = await page.locator('main').boundingBox();
    expect((message?.x ?? 0) + (message?.width ?? 0)).toBeLessThanOrEqual(main?.x ?? 0);
    await page.getByRole('button', { name: 'Open', exact: true }).click();
    await page.getByRole('button', { name: 'Show in folder' }).click();
    await expect.poll(() => opened.jsonValue()).toEqual([`open ${file}`, `show ${file}`]);
    await page.getByRole('button', { name: 'Close the message' }).click();
    await page.getByText(/^Exported to resume\.pdf/).waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
  });
});

/** Looking at a screen with axe, in both schemes and any size: what the accessibility tests share. */
import axe from 'axe-core';
import type { Locator, Page } from 'playwright-core';
import type { TestWindow } from '../helpers/window.ts';

export type Scheme = 'light' | 'dark';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Each violation as one line: the rule, where, and what axe says of it. */
export async function violations(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(async (values) => {
    const { axe: loaded } = window as unknown as { axe: typeof axe };
    const results = await loaded.run(document, { runOnly: { type: 'tag', values }, resultTypes: ['violations'] });
    return results.violations.flatMap(({ id, nodes }) =>
      nodes.map(
        ({ target, html, failureSummary }) => `${id} ${target.join(' ')} ${html.slice(0, 160)} ${failureSummary}`,
      ),
    );
  }, tags);
}

async function setScheme({ page, call }: TestWindow, colorScheme: Scheme): Promise<void> {
  await call('changeSettings', { patch: { colorScheme } });
  await page.waitForFunction(
    (wanted) => document.documentElement.getAttribute('data-mantine-color-scheme') === wanted,
    colorScheme,
  );
}

export const none = { light: [], dark: [] };

/** What is wrong in either scheme, on what is shown now. */
export async function inBothSchemes(opened: TestWindow): Promise<Record<Scheme, readonly string[]>> {
  const dark = await setScheme(opened, 'dark').then(() => violations(opened.page));
  const light = await setScheme(opened, 'light').then(() => violations(opened.page));
  return { light, dark };
}

/** Where there are no settings yet, the system says which scheme it is. */
export async function setSystemScheme(page: Page, colorScheme: Scheme): Promise<void> {
  await page.emulateMedia({ colorScheme });
  await page.waitForFunction(
    (wanted) => document.documentElement.getAttribute('data-mantine-color-scheme') === wanted,
    colorScheme,
  );
}

export async function setSize({ app, page }: TestWindow, width: number, height: number): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, [wide, high]) =>
      BrowserWindow.getAllWindows()
        .find((one) => one.isVisible())
        ?.setContentSize(wide, high),
    [width, height] as const,
  );
  await page.waitForFunction(([wide]) => window.innerWidth === wide, [width] as const);
}

/** Movement is off, so that nothing is measured half faded in. */
export async function still(opened: TestWindow): Promise<TestWindow> {
  await opened.page.emulateMedia({ reducedMotion: 'reduce' });
  return opened;
}

export interface Screen {
  readonly name: string;
  readonly route: string;
  /** What is there once the screen has its content. */
  readonly shown: (page: Page) => Locator;
  /** What is done there before it is looked at. */
  readonly act?: (page: Page) => Promise<void>;
}

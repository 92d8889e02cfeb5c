/** Looking at a screen with axe, in both schemes and any size: what the accessibility tests share. */
import axe from 'axe-core';
import type { Locator, Page } from 'playwright-core';
import type { TestWindow } from '../helpers/window.ts';

export type Scheme = 'light' | 'dark';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The rules whose answer changes with nothing but the colours. */
const colourRules = ['color-contrast', 'link-in-text-block'];

/** Each violation of the rules as one line: the rule, where, and what axe says of it. */
export async function violations(page: Page, rules: 'all' | 'of colours' = 'all'): Promise<readonly string[]> {
  const runOnly: axe.RunOnly = rules === 'all' ? { type: 'tag', values: tags } : { type: 'rule', values: colourRules };
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(async (only) => {
    const { axe: loaded } = window as typeof window & { axe: typeof axe };
    const results = await loaded.run(document, { runOnly: only, resultTypes: ['violations'] });
    return results.violations.flatMap(({ id, nodes }) =>
      nodes.map(
        ({ target, html, failureSummary }) => `${id} ${target.join(' ')} ${html.slice(0, 160)} ${failureSummary}`,
      ),
    );
  }, runOnly);
}

async function setScheme({ page, call }: TestWindow, colorScheme: Scheme): Promise<void> {
  await call('changeSettings', { patch: { colorScheme } });
  await page.waitForFunction(
    (wanted) => document.documentElement.getAttribute('data-mantine-color-scheme') === wanted,
    colorScheme,
  );
}

export const none = { light: [], dark: [] };

/**
 * What is wrong in either scheme, on what is shown now: with all rules in the one it is shown in, with those of colours
 * in the other, which then stays.
 */
export async function inBothSchemes(opened: TestWindow): Promise<Record<Scheme, readonly string[]>> {
  const { page } = opened;
  const shown = await page.evaluate(() => document.documentElement.getAttribute('data-mantine-color-scheme'));
  const isDark = shown === 'dark';
  const inFirst = await violations(page);
  await setScheme(opened, isDark ? 'light' : 'dark');
  const inSecond = await violations(page, 'of colours');
  return isDark ? { dark: inFirst, light: inSecond } : { light: inFirst, dark: inSecond };
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
        .find((window) => window.isVisible())
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

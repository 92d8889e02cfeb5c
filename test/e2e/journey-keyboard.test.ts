/** The same first ten minutes without a mouse: every step is reached by keys, and the focus is never out of sight. */
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { temporaryFolder } from '../helpers/cairn.ts';
import { textOfPdf } from '../helpers/pdf-text.ts';
import { answerOpenDialog, answerSaveDialog, openApp, share, type TestWindow } from '../helpers/window.ts';

const fixtures = resolve(import.meta.dirname, '../fixtures');
/** No screen needs more steps than this from one end to the other. */
const mostSteps = 120;

let opened: TestWindow;
let page: Page;
let hasFailed = false;

beforeAll(async () => {
  const { value, end } = await share((atEnd) => openApp(undefined, atEnd));
  opened = value;
  page = value.page;
  return end;
});

// Each step begins where the last one ended: after a failure the rest would only repeat it.
beforeEach((context) => context.skip(hasFailed));
afterEach((context) => {
  hasFailed ||= context.task.result?.state === 'fail';
});

/** What is wrong with where the focus is; empty when someone who looks for it would find it. */
function faultOfFocus(): Promise<string> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    if (focused === null || focused === document.body) return 'nothing has the focus';
    const name = `${focused.tagName.toLowerCase()} ${focused.getAttribute('aria-label') ?? focused.textContent?.slice(0, 40)}`;
    // A switch and its like are drawn by what surrounds the field itself.
    const isDrawnAround = focused.matches('input[type="radio"], input[type="checkbox"]');
    const shown = isDrawnAround ? (focused.parentElement ?? focused) : focused;
    const { width, height, top, left, bottom, right } = shown.getBoundingClientRect();
    if (width === 0 || height === 0) return `${name} has no size`;
    if (!shown.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return `${name} is not visible`;
    const isInWindow = bottom > 0 && right > 0 && top < window.innerHeight && left < window.innerWidth;
    return isInWindow ? '' : `${name} is outside the window`;
  });
}

/** Whether what has the focus, or something around or in it, looks another way than without: the name of it if not. */
function unmarkedFocus(): Promise<string> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    if (!(focused instanceof HTMLElement)) return 'nothing';
    const drawn: Element[] = [focused, ...[...focused.querySelectorAll('*')].slice(0, 200)];
    if (focused.nextElementSibling !== null) drawn.push(focused.nextElementSibling);
    for (let around = focused.parentElement; around !== null; around = around.parentElement) drawn.push(around);
    const look = () =>
      drawn
        .map((element) => getComputedStyle(element))
        .map((style) => [style.outlineStyle, style.outlineWidth, style.boxShadow, style.borderTopColor].join(' '))
        .join('\n');
    const marked = look();
    focused.blur();
    const plain = look();
    focused.focus({ preventScroll: true });
    return marked === plain ? `${focused.tagName} ${focused.getAttribute('aria-label') ?? focused.textContent}` : '';
  });
}

async function expectFocusInSight(): Promise<void> {
  await expect.poll(faultOfFocus, { timeout: 5_000 }).toBe('');
}

async function press(...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
  await expectFocusInSight();
}

/** Goes on with a key, step by step, until what is looked for has the focus. */
async function reach(wanted: Locator, key = 'Tab'): Promise<void> {
  await wanted.first().waitFor();
  const isThere = () => wanted.first().evaluate((element) => element === document.activeElement);
  for (let steps = 0; steps < mostSteps; steps++) {
    if (await isThere()) return;
    await page.keyboard.press(key);
    expect(await faultOfFocus()).toBe('');
  }
  throw new Error(`${wanted} was not reached with ${mostSteps} × ${key}.`);
}

const button = (name: string | RegExp) => page.getByRole('button', { name });
const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name });

/** Opens a text where it stands, writes it, and leaves it. */
async function write(label: RegExp, text: string): Promise<void> {
  await reach(button(label));
  await press('Enter');
  await page.keyboard.type(text);
  await press('Escape');
}

test('the first start: a name and Enter', async () => {
  await page.keyboard.type('Ines Okafor');
  await press('Enter');
  await page.getByText('Three first acts').waitFor();
  await expectFocusInSight();
});

test('the palette leads to the profile, an employer and a position', async () => {
  await press('Control+k');
  await page.getByRole('dialog').getByRole('textbox').waitFor();
  await page.keyboard.type('go to back');
  await page.getByRole('option', { name: 'Go to Background' }).waitFor();
  await press('Enter');
  await button(/^Name: Ines Okafor/).waitFor();
  await write(/^Headline/, 'Support analyst');

  await reach(button('Add employer'), 'Shift+Tab');
  await press('Enter');
  await page.keyboard.type('Harrow Parcel');
  await press('Enter');
  await reach(button('Add position at Harrow Parcel'), 'Shift+Tab');
  await press('Enter');
  await page.keyboard.type('Support Analyst');
  await press('Enter');
  await reach(page.getByLabel('Start'));
  await page.keyboard.type('Mar 2024');
  await reach(page.getByRole('switch', { name: 'Until now' }));
  await press('Space');
  await expect
    .poll(() => opened.call('getBackground', {}))
    .toMatchObject({
      profile: { headline: 'Support analyst' },
      employers: [{ name: 'Harrow Parcel' }],
      positions: [{ title: 'Support Analyst', startedOn: '2024-03', isCurrent: true }],
    });
});

test('a role document comes in through the file dialog, another through the clipboard', async () => {
  await press('Control+6');
  await heading('Import').waitFor();
  await answerOpenDialog(opened.app, join(fixtures, 'blueprint-post.json'));
  await reach(button('Choose a file'));
  await press('Enter');
  await heading('blueprint-post.json').waitFor();
  await press('Control+Enter');
  await heading('Data Platform Reliability Engineer').waitFor();
  await expectFocusInSight();

  await press('Control+6');
  await heading('Import').waitFor();
  const text = await readFile(join(fixtures, 'competency-page.txt'), 'utf8');
  await opened.app.evaluate(({ clipboard }, copied) => clipboard.writeText(copied), text);
  await press('Control+v');
  await reach(button('Read pasted text'));
  await press('Enter');
  await heading('Pasted text').waitFor();
  await press('Control+Enter');
  await heading('Support Operations Analyst').waitFor();
  await expectFocusInSight();
});

test('the role of the ladder is found by typing, opened with Enter and pinned', async () => {
  await press('Control+3');
  await page.getByRole('tree', { name: 'Roles' }).waitFor();
  await press('Control+f');
  await page.keyboard.type('support');
  await press('ArrowDown', 'Enter');
  await heading('Support Operations Analyst').waitFor();
  await reach(button('Pin'));
  await press('Enter');
  await reach(page.getByRole('dialog').getByLabel('By when, if you know'));
  await page.keyboard.type('Sep 2027');
  await reach(page.getByRole('dialog').getByRole('button', { name: 'Pin role' }));
  await press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await page.getByText('Sep 2027').first().waitFor();
  await expectFocusInSight();
});

test('two things done are captured from wherever one is', async () => {
  for (const note of [
    'Halved the questions about lost parcels #support @Support +data analysis:2 ',
    'Wrote the short answer on customs fees #writing @Support +written communication:3 ',
  ]) {
    await press('Control+n');
    await page.getByRole('dialog').getByRole('textbox').waitFor();
    await page.keyboard.type(note);
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await expectFocusInSight();
  }
  expect((await opened.call('listAccomplishments', {})).total).toBe(2);
});

test('one of them is found in the list and told whole: story, dates, a metric, a witness, ready', async () => {
  await press('Control+2');
  await page.getByRole('listbox', { name: 'Accomplishments' }).waitFor();
  await press('/');
  await page.keyboard.type('lost parc');
  await page.getByText('1 found').waitFor();
  await press('ArrowDown', 'Enter');
  await heading(/Halved the questions/).waitFor();

  await reach(button(/^Edit dates/));
  await press('Enter', 'Control+a');
  await page.keyboard.type('Jun 2026');
  await press('Tab');
  await page.keyboard.type('Sep 2026');
  await press('Escape');
  await button(/^Edit dates.*Jun to Sep 2026/).waitFor();

  await reach(button('Add metric'));
  await press('Enter');
  const metric = page.getByRole('group', { name: 'metric' });
  for (const [field, text] of [
    ['What was measured', 'questions a week'],
    ['Before', '412'],
    ['After', '198'],
  ] as const) {
    await reach(metric.getByLabel(field));
    await page.keyboard.type(text);
  }
  await reach(metric.getByRole('button', { name: 'Done' }));
  await press('Enter');
  await metric.waitFor({ state: 'detached' });

  await write(/^Edit: Story/, 'Every third question was about a lost parcel. I moved the tracking link up.');

  await reach(button('Add witness'));
  await press('Enter');
  const witness = page.getByRole('group', { name: 'witness' });
  await reach(witness.getByLabel('Name'));
  await page.keyboard.type('Rosa Lind');
  await reach(witness.getByRole('combobox', { name: 'Relation' }));
  await press('Enter');
  const manager = page.getByRole('option', { name: 'Manager' });
  await manager.waitFor();
  // the list goes round
  for (let steps = 0; steps < 5 && (await manager.getAttribute('data-combobox-selected')) === null; steps++) {
    await press('ArrowDown');
  }
  await press('Enter');
  await reach(witness.getByRole('button', { name: 'Done' }));
  await press('Enter');
  await witness.waitFor({ state: 'detached' });

  await reach(button('Mark ready'), 'Shift+Tab');
  await press('Enter');
  await button('Status: Ready').waitFor();
  await expectFocusInSight();
  const { rows } = await opened.call('listAccomplishments', { text: 'lost parcels' });
  expect(await opened.call('getAccomplishment', { id: rows[0]?.id ?? '' })).toMatchObject({
    status: 'ready',
    startedOn: '2026-06',
    endedOn: '2026-09',
    story: 'Every third question was about a lost parcel. I moved the tracking link up.',
    metrics: [{ name: 'questions a week', baseline: 412, value: 198 }],
    witnesses: [{ name: 'Rosa Lind', relation: 'manager' }],
  });
});

test('the match opens figure by figure, down to the accomplishment', async () => {
  await press('Control+4');
  await reach(button(/^Match \d/));
  await press('Enter');
  const why = page.getByRole('complementary', { name: 'Why' });
  await reach(why.getByRole('button', { name: 'Data Analysis' }));
  await press('Enter');
  await why.getByText('What was counted').waitFor();
  await reach(why.getByRole('link', { name: /Halved the questions/ }));
  await press('Enter');
  await heading(/Halved the questions/).waitFor();
  await expectFocusInSight();
});

test('the other one is made ready from the palette on', async () => {
  await press('Control+k');
  await page.getByRole('dialog').getByRole('textbox').waitFor();
  await page.keyboard.type('customs');
  await page
    .getByRole('dialog')
    .getByRole('option', { name: /Wrote the short answer/ })
    .waitFor();
  await press('Enter');
  await heading(/Wrote the short answer/).waitFor();
  await reach(button('Mark ready'));
  await press('Enter');
  await button('Status: Ready').waitFor();
  await expectFocusInSight();
});

test('a resume is made, worded, put in order and exported', async () => {
  await press('Control+5');
  await reach(button('Create a resume'));
  await press('Enter');
  await reach(page.getByRole('dialog').getByLabel('Name'));
  await press('Enter');
  const content = page.getByRole('region', { name: 'Content' });
  const lines = content.getByRole('list', { name: /^Lines of Support Analyst/ });
  await lines.getByRole('listitem').nth(1).waitFor();
  await expectFocusInSight();

  await reach(lines.getByRole('button', { name: /^Move Halved the questions/ }));
  const isFirst = (await lines.getByRole('button', { name: /^Move Halved the questions.*item 1/ }).count()) === 1;
  await press(isFirst ? 'Alt+ArrowDown' : 'Alt+ArrowUp');
  await lines
    .getByRole('button', { name: isFirst ? /^Move Halved.*item 2 of 2/ : /^Move Halved.*item 1 of 2/ })
    .waitFor();
  await expectFocusInSight();

  await reach(
    lines.getByRole('button', { name: /^Hide the line: Wrote the short answer/ }),
    isFirst ? 'Shift+Tab' : 'Tab',
  );
  await press('Enter');
  await lines.getByRole('button', { name: /^Show the line: Wrote the short answer/ }).waitFor();

  await reach(lines.getByRole('button', { name: /^Halved the questions/ }), isFirst ? 'Tab' : 'Shift+Tab');
  await press('Enter');
  await press('Control+a');
  await page.keyboard.type('Cut questions about lost parcels from 412 to 198 a week');
  await press('Enter');
  await content.getByText('Differs from the record').waitFor();
  await expectFocusInSight();

  const path = join(temporaryFolder(), 'resume.pdf');
  await answerSaveDialog(opened.app, path);
  await press('Control+e');
  await page.getByText(/^Exported to resume.pdf/).waitFor();
  const text = await textOfPdf(path);
  expect(text).toContain('Ines Okafor');
  expect(text).toContain('Cut questions about lost parcels from 412 to 198 a week');
  expect(text).not.toContain('customs fees');
});

test('Delete moves to the bin, Ctrl Z brings back from another screen, Ctrl Shift Z does it again', async () => {
  await press('Control+2');
  const list = page.getByRole('listbox', { name: 'Accomplishments' });
  await reach(list);
  await press('End', 'Delete');
  await expect.poll(async () => (await opened.call('listAccomplishments', {})).total).toBe(1);
  await expectFocusInSight();
  await press('Control+1', 'Control+z');
  await page.getByText(/^Undone: /).waitFor();
  await expect.poll(async () => (await opened.call('listAccomplishments', {})).total).toBe(2);
  await press('Control+Shift+z');
  await expect.poll(async () => (await opened.call('listAccomplishments', {})).total).toBe(1);
  await press('Control+z');
  await expect.poll(async () => (await opened.call('listAccomplishments', {})).total).toBe(2);
});

test('the list of keys opens and closes, and the focus comes back to where it was', async () => {
  await press('Control+1');
  await reach(button(/^Capture/));
  await press('?');
  await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor();
  await press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  const isBack = () =>
    button(/^Capture/)
      .first()
      .evaluate((element) => element === document.activeElement);
  await expect.poll(isBack).toBe(true);
});

test('every stop of Tab on every screen is in sight and marked', async () => {
  for (const key of ['1', '2', '3', '4', '5', '6', ',']) {
    await press(`Control+${key}`);
    for (let steps = 0; steps < 40; steps++) {
      await page.keyboard.press('Tab');
      expect(await faultOfFocus(), `Ctrl ${key}, ${steps + 1} × Tab`).toBe('');
      expect(await unmarkedFocus(), `Ctrl ${key}, ${steps + 1} × Tab`).toBe('');
    }
  }
});

test('all the while nothing was asked of the network, and the settings say so', async () => {
  await press('Control+,');
  await reach(page.getByRole('navigation', { name: 'Pages of the settings' }).getByRole('link', { name: 'Privacy' }));
  await press('Enter');
  await page.getByText('network connections attempted since Cairn was opened').waitFor();
  await page.getByRole('main').getByText('0', { exact: true }).waitFor();
  expect((await opened.call('getPrivacy', {})).connectionAttempts).toBe(0);
  expect(opened.complaints).toEqual([]);
});

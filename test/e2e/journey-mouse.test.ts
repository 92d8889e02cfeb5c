/** A person's first ten minutes with the mouse: from the first start to a resume on disk, each step as they would do it. */
import { join, resolve } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { temporaryFolder } from '../helpers/cairn.ts';
import { textOfPdf } from '../helpers/pdf-text.ts';
import { answerOpenDialog, answerSaveDialog, dropFiles, openApp, share, type TestWindow } from '../helpers/window.ts';

const fixtures = resolve(import.meta.dirname, '../fixtures');

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

const rail = (name: string) => page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name });
const section = (name: string) => page.getByRole('region', { name, exact: true });

/** Opens a text where it stands, writes it, and leaves it by a click beside it. */
async function write(label: RegExp, text: string): Promise<void> {
  await page.getByRole('button', { name: label }).first().click();
  await page.keyboard.type(text);
  await page.keyboard.press('Escape');
}

/** The match of the pinned role, as its page says it. */
async function matchFigure(): Promise<number> {
  await rail('Match').click();
  const figure = page.getByRole('button', { name: /^Match \d/ });
  return Number(/[\d.]+/.exec((await figure.getAttribute('aria-label')) ?? '')?.[0]);
}

async function drag(from: Locator, to: Locator): Promise<void> {
  const start = await from.boundingBox();
  const end = await to.boundingBox();
  if (start === null || end === null) throw new Error('Nothing to drag, or nowhere to drag it to.');
  await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2);
  await page.mouse.down();
  await page.mouse.move(start.x + start.width / 2, start.y + start.height / 2 + 8, { steps: 2 });
  await page.mouse.move(end.x + start.width / 2, end.y + end.height / 2, { steps: 8 });
  await page.mouse.up();
}

test('the first start asks for nothing but a name, and opens an empty record at Home', async () => {
  await page.getByRole('textbox', { name: /^Your name/ }).click();
  await page.keyboard.type('Ines Okafor');
  await page.getByRole('button', { name: 'Start' }).click();
  await page.getByText('Three first acts').waitFor();
  expect(await opened.call('getAppState', {})).toMatchObject({ state: 'open', personName: 'Ines Okafor' });
});

test('the profile, an employer and a position are written where they stand', async () => {
  await page.getByRole('link', { name: 'Add position' }).click();
  await page.getByRole('button', { name: /^Name: Ines Okafor/ }).waitFor();
  await write(/^Headline/, 'Support analyst');
  await write(/^E-mail/, 'ines@example.org');
  await write(/^Edit: Summary/, 'I find out why customers ask.');

  await page.getByRole('button', { name: 'Add employer' }).click();
  await page.keyboard.type('Harrow Parcel');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Add position at Harrow Parcel' }).click();
  await page.keyboard.type('Support Analyst');
  await page.keyboard.press('Enter');
  await page.getByLabel('Start').click();
  await page.keyboard.type('Mar 2024');
  await page.keyboard.press('Enter');
  await page.getByRole('switch', { name: 'Until now' }).click();

  await expect
    .poll(() => opened.call('getBackground', {}))
    .toMatchObject({
      profile: { headline: 'Support analyst', email: 'ines@example.org', summary: 'I find out why customers ask.' },
      employers: [{ name: 'Harrow Parcel' }],
      positions: [{ title: 'Support Analyst', startedOn: '2024-03', isCurrent: true }],
    });
});

test('a role document chosen in the file dialog is reviewed beside its source, and added', async () => {
  await rail('Import').click();
  await answerOpenDialog(opened.app, join(fixtures, 'blueprint-post.json'));
  await page.getByRole('button', { name: 'Choose a file' }).click();
  await page.getByRole('heading', { level: 1, name: 'blueprint-post.json' }).waitFor();
  await page.getByRole('listbox', { name: 'Source, line by line' }).getByRole('option').first().waitFor();
  await page.getByRole('button', { name: 'Add role' }).click();
  await page.getByRole('heading', { level: 1, name: 'Data Platform Reliability Engineer' }).waitFor();
});

test('a file dropped on the window is read wherever one is', async () => {
  await rail('Record').click();
  await page.getByText('No accomplishments yet').waitFor();
  await dropFiles(page, [join(fixtures, 'competency-page.txt')]);
  await page.getByRole('heading', { level: 1, name: 'competency-page.txt' }).waitFor();
  await page.getByRole('button', { name: 'Add role' }).click();
  await page.getByRole('heading', { level: 1, name: 'Support Operations Analyst' }).waitFor();
});

test('pasted text is read too; added by mistake, one undo takes the role back and leaves the draft', async () => {
  await rail('Import').click();
  await page.getByRole('heading', { level: 1, name: 'Import' }).waitFor();
  await opened.app.evaluate(({ clipboard }) =>
    clipboard.writeText('Depot Planner\n\nMission\n\nPlan the vans.\n\n• Plan each morning\n• Watch the load\n'),
  );
  await page.keyboard.press('Control+v');
  await page.getByRole('button', { name: 'Read pasted text' }).click();
  await page.getByRole('heading', { level: 1, name: 'Pasted text' }).waitFor();
  await page.getByRole('button', { name: 'Add role' }).click();
  await page.getByRole('heading', { level: 1, name: /Depot Planner/ }).waitFor();
  await page.getByRole('status').getByRole('button', { name: /^Undo/ }).click();
  await page.getByText(/^Undone: /).waitFor();
  const roles = await opened.call('listRoles', {});
  expect(roles.some(({ title }) => title.includes('Depot Planner'))).toBe(false);
  expect(await opened.call('listImportDrafts', {})).toHaveLength(1);
});

test('a role of the ladder is pinned as the aim, with a date', async () => {
  await rail('Roles').click();
  await page.getByRole('textbox', { name: 'Filter the roles' }).fill('support operations');
  await page.getByRole('treeitem', { name: /Support Operations Analyst/ }).click();
  await page.getByRole('heading', { level: 1, name: 'Support Operations Analyst' }).waitFor();
  await page.getByRole('button', { name: 'Pin', exact: true }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('By when, if you know').click();
  await page.keyboard.type('Sep 2027');
  await dialog.getByRole('button', { name: 'Pin role' }).click();
  await page.getByText('Sep 2027').first().waitFor();
  expect(await matchFigure()).toBe(0);
});

test('two things done are captured: one in the dialog, one in the field on Home', async () => {
  await page.keyboard.press('Control+n');
  await page.getByRole('dialog').getByRole('textbox').waitFor();
  await page.keyboard.type('Halved the questions about lost parcels #support @Support +data analysis:2');
  await page.getByRole('dialog').getByText('Data Analysis').first().waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });

  await rail('Home').click();
  await page.getByRole('main').getByRole('textbox').first().click();
  await page.keyboard.type('Wrote the short answer on customs fees #writing @Support +written communication:3');
  await page.getByRole('main').getByRole('button', { name: 'Save' }).click();
  await expect.poll(() => opened.call('listAccomplishments', {})).toMatchObject({ total: 2 });
});

test('an accomplishment is told whole: story, dates, a metric, a manager as witness; then it is ready', async () => {
  await rail('Record').click();
  await page.getByRole('option', { name: /Halved the questions/ }).click();
  await page.getByRole('heading', { level: 1, name: /Halved the questions/ }).waitFor();
  await write(
    /^Edit: Story/,
    'Every third question was about a lost parcel. I moved the tracking link to the first line.',
  );

  await page.getByRole('button', { name: /^Edit dates/ }).click();
  const when = page.getByRole('group', { name: 'dates, position and project' });
  await when.getByLabel('Start').fill('Jun 2026');
  await when.getByLabel('End').fill('Sep 2026');
  await when.getByRole('button', { name: 'Done' }).click();

  await page.getByRole('button', { name: 'Add metric' }).click();
  const metric = page.getByRole('group', { name: 'metric' });
  await metric.getByLabel('What was measured').fill('questions a week');
  await metric.getByLabel('Before').fill('412');
  await metric.getByLabel('After').fill('198');
  await metric.getByRole('button', { name: 'Done' }).click();

  await page.getByRole('button', { name: 'Add witness' }).click();
  const witness = page.getByRole('group', { name: 'witness' });
  await witness.getByLabel('Name').fill('Rosa Lind');
  await witness.getByRole('combobox', { name: 'Relation' }).click();
  await page.getByRole('option', { name: 'Manager' }).click();
  await witness.getByRole('button', { name: 'Done' }).click();

  await page.getByRole('button', { name: 'Mark ready' }).click();
  await page.getByRole('button', { name: 'Status: Ready' }).waitFor();
  const { rows } = await opened.call('listAccomplishments', { text: 'lost parcels' });
  expect(await opened.call('getAccomplishment', { id: rows[0]?.id ?? '' })).toMatchObject({
    status: 'ready',
    startedOn: '2026-06',
    endedOn: '2026-09',
    tags: ['support'],
    showings: [{ level: 2 }],
    metrics: [{ name: 'questions a week', baseline: 412, value: 198 }],
    witnesses: [{ name: 'Rosa Lind', relation: 'manager' }],
  });
});

test('search as one types finds it by a word of its story', async () => {
  await page.getByRole('button', { name: 'Search or jump to' }).click();
  await page.keyboard.type('tracking li');
  await page
    .getByRole('dialog')
    .getByRole('option', { name: /Halved the questions/ })
    .click();
  await page.getByRole('heading', { level: 1, name: /Halved the questions/ }).waitFor();
});

test('the match has risen, and every figure of it leads to the accomplishment behind it', async () => {
  expect(await matchFigure()).toBeGreaterThan(0);
  await page.getByRole('button', { name: /^Match \d/ }).click();
  const why = page.getByRole('complementary', { name: 'Why' });
  await why.getByRole('button', { name: 'Data Analysis' }).click();
  await why.getByText('What was counted').waitFor();
  await why.getByRole('link', { name: /Halved the questions/ }).click();
  await page.getByRole('heading', { level: 1, name: /Halved the questions/ }).waitFor();
});

test('a resume is made: a line hidden, another worded anew and marked, the order changed by dragging', async () => {
  await page.getByRole('button', { name: /^Capture Ctrl/ }).click();
  await page.getByRole('dialog').getByRole('textbox').waitFor();
  await page.keyboard.type('Showed eleven agents how to read the weekly board @Support ');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await rail('Record').click();
  for (const title of ['Wrote the short answer', 'Showed eleven agents']) {
    await page.getByRole('option', { name: new RegExp(title) }).click();
    await page.getByRole('heading', { level: 1, name: new RegExp(title) }).waitFor();
    await page.getByRole('button', { name: 'Mark ready' }).click();
    await page.getByRole('button', { name: 'Status: Ready' }).waitFor();
  }

  await rail('Resumes').click();
  await page.getByRole('button', { name: 'Create a resume' }).first().click();
  await page.getByRole('dialog').getByRole('button', { name: 'Create' }).click();
  const content = section('Content');
  const lines = content.getByRole('list', { name: /^Lines of Support Analyst/ });
  await lines.getByRole('listitem').nth(2).waitFor();

  await lines.getByRole('button', { name: /^Hide the line: Wrote the short answer/ }).click();
  await lines.getByRole('button', { name: /^Show the line: Wrote the short answer/ }).waitFor();

  await lines.getByRole('button', { name: /^Halved the questions/ }).click();
  await page.keyboard.press('Control+a');
  await page.keyboard.type('Cut questions about lost parcels from 412 to 198 a week');
  await page.keyboard.press('Enter');
  await content.getByText('Differs from the record').waitFor();

  // the one that speaks to the role stood first; this one does not speak to it
  await drag(
    lines.getByRole('button', { name: /^Move Showed eleven agents.* item 3 of 3/ }),
    lines.getByRole('button', { name: /^Move .* item 1 of 3/ }),
  );
  await lines.getByRole('button', { name: /^Move Showed eleven agents.* item 1 of 3/ }).waitFor();
});

test('the resume that is exported holds the name and the new wording, and not the hidden line', async () => {
  const path = join(temporaryFolder(), 'resume.pdf');
  await answerSaveDialog(opened.app, path);
  await page.getByRole('button', { name: 'Export as PDF' }).click();
  await page.getByText(/^Exported to resume.pdf/).waitFor();
  const text = await textOfPdf(path);
  expect(text).toContain('Ines Okafor');
  expect(text).toContain('Cut questions about lost parcels from 412 to 198 a week');
  expect(text).toContain('Showed eleven agents how to read the weekly board');
  expect(text).not.toContain('customs fees');
  // as it was dragged
  expect(text.indexOf('Showed eleven agents')).toBeLessThan(text.indexOf('Cut questions'));
});

test('what went to the bin by mistake comes back from the message, and Ctrl Z works on every screen', async () => {
  await rail('Record').click();
  await page.getByRole('option', { name: /Showed eleven agents/ }).click();
  await page.getByRole('heading', { level: 1, name: /Showed eleven agents/ }).waitFor();
  await page.getByRole('button', { name: 'More acts' }).click();
  await page.getByRole('menuitem', { name: 'Move to the bin' }).click();
  await page.getByRole('option', { name: /Showed eleven agents/ }).waitFor({ state: 'detached' });
  await page.getByRole('status').getByRole('button', { name: /^Undo/ }).click();
  await page.getByRole('option', { name: /Showed eleven agents/ }).waitFor();

  await page.getByRole('option', { name: /Showed eleven agents/ }).click();
  await page.getByRole('button', { name: 'More acts' }).click();
  await page.getByRole('menuitem', { name: 'Move to the bin' }).click();
  await page.getByRole('option', { name: /Showed eleven agents/ }).waitFor({ state: 'detached' });
  await rail('Roles').click();
  await page.getByRole('tree', { name: 'Roles' }).waitFor();
  await page.keyboard.press('Control+z');
  await page.getByText(/^Undone: /).waitFor();
  await expect.poll(async () => (await opened.call('listAccomplishments', {})).total).toBe(3);
});

test('all the while nothing was asked of the network, and the settings say so', async () => {
  await rail('Settings').click();
  await page.getByRole('navigation', { name: 'Pages of the settings' }).getByRole('link', { name: 'Privacy' }).click();
  await page.getByText('network connections attempted since Cairn was opened').waitFor();
  await page.getByRole('main').getByText('0', { exact: true }).waitFor();
  expect((await opened.call('getPrivacy', {})).connectionAttempts).toBe(0);
  expect(opened.complaints).toEqual([]);
});

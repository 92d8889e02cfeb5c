/** The role library as a person lives with it: each kind of document comes in, is corrected, aimed at, renewed, suggested, undone. */
import { readFile, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { temporaryFolder } from '../helpers/cairn.ts';
import { answerSaveDialog, dropFiles, openApp, share, type TestWindow } from '../helpers/window.ts';

const fixtures = resolve(import.meta.dirname, '../fixtures');
const blueprint = 'Data Platform Reliability Engineer';

let opened: TestWindow;
let page: Page;
let atStart: unknown;
let hasFailed = false;

beforeAll(async () => {
  const { value, end } = await share((atEnd) => openApp(undefined, atEnd));
  opened = value;
  page = value.page;
  await opened.call('startFresh', { name: 'Ines Okafor' });
  await page.getByText('Three first acts').waitFor();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  atStart = await library();
  return end;
});

// Each step begins where the last one ended: after a failure the rest would only repeat it.
beforeEach((context) => context.skip(hasFailed));
afterEach((context) => {
  hasFailed ||= context.task.result?.state === 'fail';
});

/** All that is answered of roles, ladders, packs, competencies and evidence; scales are kept once they are known. */
async function library(): Promise<unknown> {
  return {
    roles: await opened.call('listRoles', {}),
    ladders: await opened.call('listLadders', {}),
    packs: await opened.call('listPacks', {}),
    competencies: (await opened.call('listCompetencies', {})).competencies,
    accomplishments: await opened.call('listAccomplishments', {}),
  };
}

const rail = (name: string) => page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name });
const button = (name: string | RegExp) => page.getByRole('button', { name });
const heading = (name: string | RegExp) => page.getByRole('heading', { level: 1, name });
/** The switch between the parts of a review. */
const part = (name: RegExp) => page.getByRole('radiogroup', { name: 'What of the draft' }).getByText(name);
const row = (table: string, text: string | RegExp): Locator =>
  page.getByRole('group', { name: table, exact: true }).getByRole('row').filter({ hasText: text });

async function drop(path: string, title = path.split('/').at(-1) ?? ''): Promise<void> {
  await dropFiles(page, [path]);
  await heading(title).waitFor();
}

async function paste(text: string): Promise<void> {
  await rail('Import').click();
  await heading('Import').waitFor();
  await opened.app.evaluate(({ clipboard }, copied) => clipboard.writeText(copied), text);
  await page.keyboard.press('Control+v');
  await button('Read pasted text').click();
  await heading('Pasted text').waitFor();
}

/** Finds a role in the list by its title and shows it beside. */
async function find(title: string): Promise<void> {
  await rail('Roles').click();
  await page.getByRole('textbox', { name: 'Filter the roles' }).fill(title);
  await page.getByRole('treeitem', { level: 2, name: new RegExp(title) }).click();
  await heading(title).waitFor();
}

async function openRole(title: string): Promise<void> {
  await find(title);
  await page.getByRole('link', { name: 'Read the role' }).click();
  await page.getByRole('navigation', { name: 'Contents' }).waitFor();
}

async function writeIn(field: Locator, text: string): Promise<void> {
  await field.fill(text);
  await field.press('Tab');
}

/** The changed edition of the blueprint: one target raised, one moved where the reader moved it too, one tool dropped. */
async function newerEdition(): Promise<string> {
  const post = JSON.parse(await readFile(join(fixtures, 'blueprint-post.json'), 'utf8'));
  const renewed = [
    ['Median &lt; 45 minutes; none above 4 hours', 'Median &lt; 30 minutes; none above 2 hours'],
    ['<td>&gt; 80 %</td>', '<td>&gt; 85 %</td>'],
    [/<tr><td>On call<\/td>.*?<\/tr>\n/, ''],
  ] as const;
  for (const [before, after] of renewed) {
    const next = post.content.rendered.replace(before, after);
    expect(next).not.toBe(post.content.rendered);
    post.content.rendered = next;
  }
  post.modified = '2026-10-02T09:00:00';
  const path = join(opened.folder, 'blueprint-autumn.json');
  await writeFile(path, JSON.stringify(post));
  return path;
}

test('a blueprint is dropped, a target corrected, names like known ones decided, and its page counts what it holds', async () => {
  await rail('Record').click();
  await page.getByText('No accomplishments yet').waitFor();
  await drop(join(fixtures, 'blueprint-post.json'));
  await part(/^All, \d/).click();
  await button(/^KPIs 9/).click();
  await page.getByRole('button', { name: /^Time to detect/, expanded: false }).click();
  await writeIn(page.getByRole('textbox', { name: 'Target', exact: true }), '< 8 minutes for the first tier');

  await part(/^Join, 3$/).click();
  const offer = (name: string) => page.getByRole('group', { name: `What ${name} is` });
  await offer('SQL and query plans').getByRole('button', { name: 'Same as Indexes and query plans' }).click();
  await offer('Container workloads').getByRole('button', { name: 'Different' }).click();
  await page.getByText('2 of 3 decided').waitFor();
  await page.getByText('Joined with Indexes and query plans').waitFor();
  await button('Add role').click();

  await heading(blueprint).waitFor();
  await row('KPIs', 'Time to detect').getByText('< 8 minutes for the first tier').waitFor();
  expect(await page.getByRole('group', { name: 'KPIs', exact: true }).getByRole('row').count()).toBe(10);
  await find(blueprint);
  await page.getByText(/10 skills, 4 soft skills, 19 responsibilities, 9 KPIs, 12 tools, 12 milestones/).waitFor();

  const { competencies } = await opened.call('listCompetencies', {});
  expect(competencies.find(({ name }) => name === 'Indexes and query plans')).toMatchObject({
    aliases: expect.arrayContaining(['SQL and query plans']),
  });
  expect(competencies.some(({ name }) => name === 'SQL and query plans')).toBe(false);
  expect(competencies.some(({ name }) => name === 'Container workloads')).toBe(true);
});

test('a competency page is pasted, a level corrected', async () => {
  await paste(await readFile(join(fixtures, 'competency-page.txt'), 'utf8'));
  await part(/^All, \d/).click();
  await page
    .getByRole('button', { name: /Process Design/, expanded: false })
    .first()
    .click();
  await page.getByRole('combobox', { name: 'Level of Process Design' }).selectOption('2');
  await button('Add role').click();
  await heading('Support Operations Analyst').waitFor();
  await find('Support Operations Analyst');
  await page.getByText(/6 competencies, 7 responsibilities/).waitFor();
  const role = (await opened.call('listRoles', {})).find(({ title }) => title === 'Support Operations Analyst');
  const { requirements } = await opened.call('getRole', { id: role?.id ?? '' });
  expect(requirements.find(({ competency }) => competency === 'Process Design')?.level).toBe(2);
});

test('a matrix with short rows is pasted: a cell corrected, one row placed in the review, the other on the ladder', async () => {
  await paste(await readFile(join(fixtures, 'skill-matrix.txt'), 'utf8'));
  await page.getByText('2 rows have fewer values than levels. Say which levels are blank.').waitFor();
  const short = page.locator('[data-short]').filter({ hasText: 'Rack and pinion' });
  await short.getByRole('button', { name: /^Keeper: blank/ }).click();
  await short.getByRole('button', { name: /^Superintendent: blank/ }).click();
  await short.getByText('Blank at Trainee and Senior / Relief.').waitFor();
  await short.getByRole('button', { name: /^Put .*into the matrix/ }).click();
  await page.getByText('1 row has fewer values than levels. Say which level is blank.').waitFor();

  await page.getByRole('gridcell', { name: /^Gauge boards, Trainee: / }).click();
  await page.getByRole('combobox', { name: 'At Trainee' }).selectOption('1');
  await page.getByRole('gridcell', { name: /^Gauge boards, Trainee: level 1 of 4/ }).waitFor();
  await button('Add 4 roles').click();

  await page.getByRole('tree', { name: 'Roles' }).waitFor();
  await page.getByRole('textbox', { name: 'Filter the roles' }).fill('Lock Keeper');
  await page.getByRole('treeitem', { level: 1, name: /Inland Waterways/ }).dblclick();
  await page.getByRole('grid', { name: /^Skill matrix of/ }).waitFor();
  const counts = page.getByRole('navigation', { name: 'Categories' }).getByRole('button');
  await expect
    .poll(() => counts.allTextContents())
    .toEqual(['All10', 'Gates & Paddles4', 'Water Levels3', 'Boats1', 'People2']);

  await page.getByText('1 row has fewer values than levels.').waitFor();
  await button('Place it').click();
  const dialog = page.getByRole('dialog');
  for (const name of ['value 1, A, at Trainee', 'value 2, S, at Senior / Relief', 'value 3, E, at Superintendent']) {
    await dialog.getByRole('radio', { name: `Narrow beam & wide beam: ${name}` }).check();
  }
  await dialog.getByText('Blank at Keeper.').waitFor();
  await dialog.getByRole('button', { name: 'Place', exact: true }).click();
  await dialog.waitFor({ state: 'detached' });
  await expect.poll(() => counts.first().textContent()).toBe('All11');

  const ladder = (await opened.call('listLadders', {})).find(({ family }) => family === 'Inland Waterways');
  const { skills } = await opened.call('getLadder', { id: ladder?.id ?? '' });
  const levels = (name: string) =>
    skills.find((skill) => skill.name === name)?.cells.map((cell) => cell?.level ?? null);
  expect(levels('Rack and pinion')).toEqual([null, expect.any(Number), null, 2]);
  expect(levels('Narrow beam & wide beam')).toEqual([expect.any(Number), null, 2, 4]);
  expect(levels('Gauge boards')?.[0]).toBe(1);
});

test('a matrix of a spreadsheet is dropped as CSV, and a name joined with one that is here', async () => {
  await drop(join(fixtures, 'ferry-captain.csv'));
  await part(/^Join, \d/).click();
  const offer = page.getByRole('group', { name: 'What Stakeholder managment is' });
  await offer.getByRole('button', { name: 'Same as Stakeholder collaboration' }).click();
  await button('Add 3 roles').click();
  await page.getByRole('tree', { name: 'Roles' }).waitFor();
  await page.getByRole('textbox', { name: 'Filter the roles' }).fill('Mate Ferry Captain');
  await page
    .getByRole('treeitem', { level: 2, name: /Mate Ferry Captain/ })
    .getByText('4 requirements')
    .waitFor();
  const role = (await opened.call('listRoles', {})).find(({ title }) => title === 'Mate Ferry Captain');
  const { requirements } = await opened.call('getRole', { id: role?.id ?? '' });
  expect(requirements.map(({ competency, level, isMandatory }) => [competency, level, isMandatory])).toEqual([
    ['Rudder, and wheel', 2, true],
    ['Engine', 1, false],
    ['Stakeholder managment', 2, false],
    ['Talk at length', 1, false],
  ]);
});

test('a job advert is pasted: what is a must is taken back to nice to have', async () => {
  await paste(await readFile(join(fixtures, 'job-advert.txt'), 'utf8'));
  await part(/^All, \d/).click();
  await page.getByRole('button', { name: /^Python/, expanded: false }).click();
  await page.getByRole('checkbox', { name: 'Python is mandatory' }).uncheck();
  await page.getByRole('combobox', { name: 'Importance of Python' }).selectOption('optional');
  await button('Add role').click();
  await heading('River Data Engineer').waitFor();
  await find('River Data Engineer');
  await page.getByText(/3 responsibilities/).waitFor();
  const role = (await opened.call('listRoles', {})).find(({ title }) => title === 'River Data Engineer');
  const { requirements } = await opened.call('getRole', { id: role?.id ?? '' });
  const asked = (name: string) => requirements.find(({ competency }) => competency === name);
  expect(asked('Python')).toMatchObject({ importance: 'optional', isMandatory: false });
  expect(asked('SQL')).toMatchObject({ importance: 'critical', isMandatory: true });
});

test('a pack is dropped, its card read, and it stands among the packs', async () => {
  await drop(join(fixtures, 'small.rolepack.json'));
  await page.getByRole('region', { name: 'What the pack brings' }).getByText('Library services').first().waitFor();
  await button('Add 2 roles').click();
  await page.getByRole('tree', { name: 'Roles' }).waitFor();
  await page.getByRole('link', { name: 'Packs' }).click();
  const pack = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Library services' }) });
  await pack.getByText(/^2 roles/).waitFor();
});

test('the blueprint is pinned, and evidence for one of its KPIs is found again in the match', async () => {
  await openRole(blueprint);
  await button('Pin').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Pin role' }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });

  await row('KPIs', 'Time to restore')
    .getByRole('button', { name: 'Capture an accomplishment for Time to restore' })
    .click();
  const capture = page.getByRole('dialog');
  await expect.poll(() => capture.getByRole('textbox').inputValue()).toBe('Time to restore: ');
  await page.keyboard.type('from 45 to 20 minutes after the rehearsals +"Indexes and query plans":3 ');
  // what was typed last is understood
  await capture.getByText('Indexes and query plans', { exact: true }).first().waitFor();
  await capture.getByRole('button', { name: 'Keep as metric' }).click();
  await capture.getByRole('button', { name: 'Save' }).click();
  await capture.waitFor({ state: 'detached' });
  await rail('Record').click();
  await page.getByRole('option', { name: /^Time to restore/ }).click();
  await button('Mark ready').click();
  await button('Status: Ready').waitFor();

  const { rows } = await opened.call('listAccomplishments', {});
  expect(await opened.call('getAccomplishment', { id: rows[0]?.id ?? '' })).toMatchObject({
    metrics: [{ name: 'Time to restore', baseline: 45, value: 20 }],
    showings: [{ level: 3 }],
  });
  await expectEvidence();
});

/** The match of the aim counts the evidence, and leads to it. */
async function expectEvidence(): Promise<void> {
  await rail('Match').click();
  await page.getByRole('button', { name: /^Match \d/ }).click();
  const why = page.getByRole('complementary', { name: 'Why' });
  await why.getByRole('button', { name: /^(SQL|Indexes) and query plans/ }).click();
  await why.getByText('What was counted').waitFor();
  await why.getByRole('link', { name: /^Time to restore/ }).waitFor();
  await page.keyboard.press('Escape');
}

test('the role is edited by hand, and says in how many places it differs from what was read', async () => {
  await openRole(blueprint);
  await more(blueprint, 'Edit');
  const kpis = page.getByRole('list', { name: 'KPIs' });
  await kpis.getByRole('button', { name: /^Actionable alarms/ }).click();
  await writeIn(kpis.getByLabel('Target'), '> 90 %');
  await page.getByRole('textbox', { name: 'Add a tool' }).fill('Flow gauge');
  await page.getByRole('textbox', { name: 'Add a tool' }).press('Enter');
  await page.getByRole('list', { name: 'Tools' }).getByText('Flow gauge').waitFor();
  await page.getByRole('link', { name: 'Done' }).click();
  await row('KPIs', 'Actionable alarms').getByText('> 90 %').waitFor();
  // what was corrected in the review is among them
  await button(/^Yours differs in \d+ places$/).click();
  const edits = page.getByRole('dialog');
  await edits
    .getByText(/Actionable alarms/)
    .first()
    .waitFor();
  await edits
    .getByText(/Flow gauge/)
    .first()
    .waitFor();
  await page.keyboard.press('Escape');
  await edits.waitFor({ state: 'detached' });
});

test('a newer edition is compared: one change taken, one left, one’s own edits and the evidence stay', async () => {
  await drop(await newerEdition());
  await page.getByRole('note').filter({ hasText: 'Here already' }).getByRole('link', { name: blueprint }).waitFor();
  await button('Compare with the one you have').click();
  const changes = page.getByRole('region', { name: 'Changes' });
  for (const left of [/PagerDuty/, /^Section “10 Tools/]) {
    await changes.getByRole('checkbox', { name: left }).uncheck();
  }
  expect(await changes.getByRole('checkbox', { name: /Time to restore/ }).isChecked()).toBe(true);
  // what one changed oneself is not taken over unasked
  await changes.getByText('You changed it too').waitFor();
  expect(await changes.getByRole('checkbox', { name: /Actionable alarms/ }).isChecked()).toBe(false);
  await button('Take over 3 changes').click();

  await heading(blueprint).waitFor();
  await row('KPIs', 'Time to restore').getByText('Median < 30 minutes; none above 2 hours').waitFor();
  await row('KPIs', 'Time to detect').getByText('< 8 minutes for the first tier').waitFor();
  await row('KPIs', 'Actionable alarms').getByText('> 90 %').waitFor();
  await row('Tools', 'Flow gauge').waitFor();
  await row('Tools', 'PagerDuty').waitFor();
  expect((await opened.call('listRoles', {})).filter(({ title }) => title === blueprint)).toHaveLength(1);
  await expectEvidence();
});

test('an edit is saved as a suggestion, taken back, and read in again as another would read it', async () => {
  const path = join(temporaryFolder(), 'alarms.rolepatch.json');
  await answerSaveDialog(opened.app, path);
  await openRole(blueprint);
  const differs = button(/^Yours differs in \d+ places$/);
  const before = await differs.textContent();
  await differs.click();
  const edits = page.getByRole('dialog');
  await edits.getByRole('checkbox', { name: /Actionable alarms/ }).check();
  await edits.getByRole('textbox', { name: /^Note to go with it/ }).fill('Four in five is too few.');
  await edits.getByRole('button', { name: /^Save the suggestion/ }).click();
  await edits.getByText('Saved as alarms.rolepatch.json').waitFor();
  await edits.getByRole('button', { name: 'Take back 1', exact: true }).click();
  await edits.getByRole('checkbox', { name: /Actionable alarms/ }).waitFor({ state: 'detached' });
  await page.keyboard.press('Escape');
  await edits.waitFor({ state: 'detached' });
  await row('KPIs', 'Actionable alarms').getByText('> 85 %').waitFor();

  await drop(path);
  await page.getByText('Four in five is too few.').waitFor();
  await page.getByRole('checkbox', { name: /Target of Actionable alarms changed/ }).waitFor();
  await button('Accept 1 change').click();
  await heading(blueprint).waitFor();
  await row('KPIs', 'Actionable alarms').getByText('> 90 %').waitFor();
  expect(await differs.textContent()).toBe(before);
  await expectEvidence();
});

test('undo takes all of it back, step by step, to what was there at the start', async () => {
  await rail('Roles').click();
  await page.getByRole('tree', { name: 'Roles' }).waitFor();
  for (let steps = 0; steps < 60; steps++) {
    const { undoId } = await opened.call('getUndoState', {});
    if (undoId === null) break;
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await opened.call('getUndoState', {})).undoId).not.toBe(undoId);
  }
  expect(await opened.call('getUndoState', {})).toMatchObject({ undo: null });
  expect(await library()).toEqual(atStart);
  await page.getByText('60 roles').waitFor();
});

test('all the while the page never complained, and nothing was asked of the network', async () => {
  expect(opened.complaints).toEqual([]);
  expect((await opened.call('getPrivacy', {})).connectionAttempts).toBe(0);
});

async function more(title: string, item: string): Promise<void> {
  await button(`More for ${title}`).click();
  await page.getByRole('menuitem', { name: item }).click();
}

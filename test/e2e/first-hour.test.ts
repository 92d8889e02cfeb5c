/** From six typed lines to a printed resume, by keys alone and without opening one of them. */
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { temporaryFolder } from '../helpers/cairn.ts';
import { textOfPdf } from '../helpers/pdf-text.ts';
import { answerSaveDialog, goTo, openFresh, share, type TestWindow } from '../helpers/window.ts';

let opened: TestWindow;
let page: Page;
let presses = 0;

beforeAll(async () => {
  const { value, end } = await share((atEnd) => openFresh('Ada Example', atEnd));
  opened = value;
  page = value.page;
  return end;
});

const press = async (key: string) => {
  presses += 1;
  await page.keyboard.press(key);
};

const lines = [
  'Led the night ward',
  'Trained six nurses',
  'Cut the waiting list',
  'Wrote the handover sheet',
  'Ran the drill',
  'Chose the new beds',
];

test('six lines are captured one after the other, each at the position that is held', async () => {
  const employer = { kind: 'employer', values: { name: 'St Anne', place: '', website: '', description: '' } } as const;
  const { id: employerId } = await opened.call('addBackgroundItem', { item: employer });
  const values = { employerId, title: 'Team lead', startedOn: '2020', endedOn: null, isCurrent: true, summary: '' };
  await opened.call('addBackgroundItem', { item: { kind: 'position', values } });
  for (const line of lines) {
    await press('Control+n');
    await page.getByRole('dialog').getByRole('textbox', { name: 'What you got done' }).waitFor();
    await page.keyboard.insertText(line);
    await page.getByText('Team lead, St Anne').first().waitFor();
    await press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }
  const { rows } = await opened.call('listAccomplishments', {});
  expect(rows.map(({ title }) => title).toSorted()).toEqual(lines.toSorted());
  expect(new Set(rows.map(({ positionId }) => positionId)).size).toBe(1);
});

test('a resume says that they are drafts, uses all of them at once, and prints each', async () => {
  const { id } = await opened.call('createResume', { name: 'Ward', roleId: null });
  await goTo(page, `/resumes/${id}`);
  await page.getByText('6 drafts are not in this resume').waitFor();
  await page.getByRole('button', { name: 'Use all' }).click();
  await page.getByText('6 drafts are not in this resume').waitFor({ state: 'detached' });
  const file = join(temporaryFolder(), 'ward.pdf');
  await answerSaveDialog(opened.app, file);
  await opened.call('saveExport', { kind: 'resume', format: 'pdf', id });
  const text = (await textOfPdf(file)).replace(/\s+/g, ' ');
  expect(lines.filter((line) => !text.includes(line))).toEqual([]);
});

test('eight are given a position and made ready in at most twelve presses', async () => {
  for (const text of ['One more', 'And another']) await opened.call('logAccomplishment', { text });
  presses = 0;
  await press('Control+2');
  const list = page.getByRole('listbox', { name: 'Accomplishments' });
  await list.waitFor();
  await list.focus();
  await press('Control+a');
  await page.getByRole('toolbar', { name: 'What is chosen' }).getByText('Change 8').waitFor();
  await press('p');
  await page.getByRole('option', { name: /Team lead/ }).waitFor();
  await press('ArrowDown');
  await press('Enter');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await expect.poll(async () => page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('listbox');
  await press('r');
  await expect.poll(async () => (await opened.call('listDrafts', {})).total).toBe(0);
  expect(presses).toBeLessThanOrEqual(12);
});

/** What has the focus: its label, and how much of its text is selected. */
const focus = () =>
  page.evaluate(() => {
    const field = document.activeElement as HTMLInputElement | null;
    const label =
      field?.getAttribute('aria-label') ?? document.querySelector(`label[for="${field?.id}"]`)?.textContent ?? '';
    return { label, selected: field?.value?.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0) ?? null };
  });

test('a dialog begins at its first field, with the text in it selected', async () => {
  const [aim] = await opened.call('listRoles', {});
  if (aim === undefined) throw new Error('roles ship with the app');
  await opened.call('pinRole', { roleId: aim.id, targetOn: null });
  await goTo(page, '/resumes');
  await page.getByRole('button', { name: 'Create a resume' }).first().click();
  await expect.poll(focus).toEqual({ label: expect.stringMatching(/^Name/), selected: aim.title });
  await opened.call('undo', {});
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  const [role] = await opened.call('listRoles', {});
  await goTo(page, `/roles/${role?.id}`);
  await page.getByRole('button', { name: 'Pin', exact: false }).first().click();
  await page.getByRole('dialog').waitFor();
  await expect.poll(async () => (await focus()).label).toMatch(/^By when/);
  await page.keyboard.press('Escape');
});

test('what is typed over a choice narrows the choices', async () => {
  await goTo(page, '/resumes');
  await page.getByRole('button', { name: 'Create a resume' }).first().click();
  await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('Second');
  const role = page.getByRole('dialog').getByRole('combobox', { name: 'For which role' });
  await role.click();
  await page.keyboard.type('engineer');
  await page
    .getByRole('option', { name: /engineer/i })
    .first()
    .waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Create', exact: true }).click();
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  const made = (await opened.call('listResumes', {})).find(({ name }) => name === 'Second');
  expect(made?.roleTitle).toMatch(/engineer/i);
});

test('the keys open what they stand on beside the list', async () => {
  await goTo(page, '/record');
  const list = page.getByRole('listbox', { name: 'Accomplishments' });
  await list.waitFor();
  const [, second] = (await opened.call('listAccomplishments', {})).rows;
  await list.focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowDown');
  await page.getByRole('button', { name: `Title: ${second?.title}` }).waitFor();
  expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('listbox');
});

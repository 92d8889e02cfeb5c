/** What is wrong with a file or a field is said in words where it was given; nothing is half written, and the window goes on. */
import { truncateSync, writeFileSync } from 'node:fs';
import { mkdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { answerOpenDialog, dropFiles, goTo, openApp, share, type TestWindow } from '../helpers/window.ts';

const fixtures = resolve(import.meta.dirname, '../fixtures');

let opened: TestWindow;
let page: Page;

beforeAll(async () => {
  const { value, end } = await share(async (atEnd) => {
    const fresh = await openApp(undefined, atEnd);
    await fresh.call('startFresh', { name: 'Ada Example' });
    await fresh.page.getByText('Three first acts').waitFor();
    return fresh;
  });
  opened = value;
  page = value.page;
  return end;
});

/** Everything that a file that was refused must leave as it was. */
async function holdings(): Promise<unknown> {
  const state = await opened.call('getAppState', {});
  return {
    counts: state.state === 'open' ? state.counts : state.state,
    drafts: await opened.call('listImportDrafts', {}),
    competencies: (await opened.call('listCompetencies', {})).competencies.length,
    undo: await opened.call('getUndoState', {}),
  };
}

/** The window answers: another screen opens by its key, and shows what it has. */
async function expectAlive(): Promise<void> {
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+3');
  await page.getByRole('tree', { name: 'Roles' }).waitFor();
}

function fileOf(name: string, content: string | Uint8Array): string {
  const path = join(opened.folder, name);
  writeFileSync(path, content);
  return path;
}

const refusal = () => page.getByRole('main').getByRole('alert');

describe('a file that is no role document', () => {
  beforeEach(async () => {
    await goTo(page, '/home');
    await goTo(page, '/import');
    await page.getByRole('heading', { level: 1, name: 'Import' }).waitFor();
  });

  const post = (content: string) => JSON.stringify({ title: { rendered: 'A role' }, content: { rendered: content } });
  const files: readonly {
    readonly what: string;
    readonly name: string;
    readonly make: () => string | Uint8Array | Promise<string>;
    readonly says: readonly string[];
  }[] = [
    {
      what: 'is a PDF under the name of JSON',
      name: 'role.json',
      make: () => '%PDF-1.7\n%âãÏÓ\n1 0 obj',
      says: ['“role.json” seems to be a PDF, not text', 'Nothing was added'],
    },
    {
      what: 'is a picture under the name of text',
      name: 'role.txt',
      make: () => Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, ...new Uint8Array(600)]),
      says: ['seems to be a PNG picture', 'Nothing was added'],
    },
    {
      what: 'is binary',
      name: 'role.html',
      make: () => Uint8Array.from({ length: 4_000 }, (_, index) => (index * index * 31 + (index >> 3)) % 256),
      says: ['seems to be a binary file', 'Nothing was added'],
    },
    {
      what: 'was cut off',
      name: 'cut.json',
      make: async () => (await readFile(join(fixtures, 'blueprint-post.json'), 'utf8')).slice(0, 9_000),
      says: ['ends in the middle', 'Nothing was added', 'Save or download it once more'],
    },
    {
      what: 'breaks in the middle of a line',
      name: 'broken.json',
      make: () => '{\n  "title": oops\n}',
      says: ['breaks at line 2, column 12', 'Nothing was added'],
    },
    {
      what: 'is JSON nested a hundred thousand levels deep',
      name: 'deep.json',
      make: () => `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`,
      says: ['nested 100001 levels deep', 'Nothing was added'],
    },
    {
      what: 'would change what an object is',
      name: 'proto.json',
      make: () => '{"title":{"rendered":"A"},"content":{"rendered":"<p>b</p>","__proto__":{"x":1}}}',
      says: ['“__proto__”', 'Nothing was added'],
    },
    { what: 'is empty', name: 'empty.txt', make: () => '', says: ['“empty.txt” is empty'] },
    {
      what: 'is a page whose only content is a script',
      name: 'script.json',
      make: () => post('<script>document.title = "taken"</script>'),
      says: ['has no text'],
    },
    {
      what: 'is a pack that breaks the format',
      name: 'broken.rolepack.json',
      make: async () =>
        (await readFile(join(fixtures, 'small.rolepack.json'), 'utf8')).replace('"level": 2', '"level": "two"'),
      says: ['is a role pack, but not as the format says', 'level', 'Nothing was added'],
    },
    {
      what: 'is a pack of a later version',
      name: 'later.rolepack.json',
      make: () => '{"format":"cairn-rolepack","formatVersion":9,"name":"Later"}',
      says: ['format version 9', 'Nothing was added'],
    },
  ];

  test.each(files)('that $what is refused in words', async ({ name, make, says }) => {
    await answerOpenDialog(opened.app, fileOf(name, await make()));
    const before = await holdings();
    await page.getByRole('button', { name: 'Choose a file' }).click();
    for (const words of says) await refusal().getByText(words).waitFor();
    expect(await holdings()).toEqual(before);
    await expectAlive();
  });

  test('that is JSON of no format Cairn knows is kept as prose, and the review says what it seems to be', async () => {
    await answerOpenDialog(opened.app, fileOf('resume.json', '{"basics":{"name":"Ada Example"},"work":[]}'));
    await page.getByRole('button', { name: 'Choose a file' }).click();
    await page.getByRole('heading', { level: 1, name: 'resume.json' }).waitFor();
    await page.getByText(/JSON of no format that Cairn knows: a JSON Resume/).waitFor();
    await page.getByRole('listbox', { name: 'Source, line by line' }).getByText('Name: Ada Example').waitFor();
    await page.getByRole('button', { name: 'Discard draft' }).click();
    await page.getByText('No drafts.').waitFor();
    await expectAlive();
  });

  test('of 200 MB is refused by its size, chosen or dropped', async () => {
    const path = fileOf('huge.json', '');
    truncateSync(path, 200 * 1024 * 1024);
    const before = await holdings();
    await answerOpenDialog(opened.app, path);
    await page.getByRole('button', { name: 'Choose a file' }).click();
    await refusal().getByText('“huge.json” holds 200 MB; the limit is 20').waitFor();
    await expectAlive();
    await dropFiles(page, [path]);
    await page
      .getByRole('alert')
      .getByText(/huge.json.*200 MB/)
      .waitFor();
    await page.getByRole('alert').getByRole('button', { name: 'Close' }).click();
    expect(await holdings()).toEqual(before);
    await expectAlive();
  });

  test('that is a folder is refused, chosen or dropped', async () => {
    const path = join(opened.folder, 'a folder');
    await mkdir(path);
    const before = await holdings();
    await answerOpenDialog(opened.app, path);
    await page.getByRole('button', { name: 'Choose a file' }).click();
    await refusal().getByText('a folder is not a file').waitFor();
    await dropFiles(page, [path]);
    await page
      .getByRole('alert')
      .getByText(/it is a folder/)
      .waitFor();
    await page.getByRole('alert').getByRole('button', { name: 'Close' }).last().click();
    expect(await holdings()).toEqual(before);
    await expectAlive();
  });

  test('that is gone by the time it is read is refused', async () => {
    await answerOpenDialog(opened.app, join(opened.folder, 'gone.txt'));
    await page.getByRole('button', { name: 'Choose a file' }).click();
    await refusal().getByText('gone.txt could not be opened').waitFor();
    await expectAlive();
  });

  test('among good ones is named, and the good ones wait for their review', async () => {
    const bad = fileOf('bad.json', '{"one":1,"two":');
    await dropFiles(page, [bad, join(fixtures, 'competency-page.txt')]);
    await page.getByRole('heading', { level: 1, name: 'competency-page.txt' }).waitFor();
    await page.getByText('“bad.json” is JSON that ends in the middle').waitFor();
    const drafts = await opened.call('listImportDrafts', {});
    expect(drafts.map(({ sourceName }) => sourceName)).toEqual(['competency-page.txt']);
    for (const { id } of drafts) await opened.call('discardImport', { id });
    await expectAlive();
  });

  test('cancelled in the dialog, nothing is said and nothing is changed', async () => {
    await answerOpenDialog(opened.app, null);
    const before = await holdings();
    await page.getByRole('button', { name: 'Choose a file' }).click();
    await page.getByRole('button', { name: 'Choose a file', disabled: false }).waitFor();
    expect(await refusal().count()).toBe(0);
    expect(await holdings()).toEqual(before);
  });

  test('an empty paste cannot be read: the button waits for words', async () => {
    await page.getByLabel('Or paste the text of a page').fill('  \n ');
    expect(await page.getByRole('button', { name: 'Read pasted text' }).isDisabled()).toBe(true);
    await page.getByLabel('Or paste the text of a page').fill('--- *** ...');
    await page.getByRole('button', { name: 'Read pasted text' }).click();
    await refusal().getByText('is empty').waitFor();
    expect(await page.getByLabel('Or paste the text of a page').inputValue()).toBe('--- *** ...');
    await page.getByLabel('Or paste the text of a page').fill('');
  });
});

describe('a page that means harm', () => {
  test('is shown as its words: no script runs, no address is fetched, nothing but web links is one', async () => {
    const html = `<html><body><h1>Harbour Pilot</h1><script>window.taken = 1</script><img src="https://track.example/p.png" onerror="window.taken = 2">
      <h2>Mission</h2><p>Bring ships in. <a href="javascript:window.taken=3">Read on</a> <a href="https://example.org/pilot">At the harbour</a></p>
      <iframe src="https://track.example/f"></iframe><style>body { display: none }</style><p>&lt;img src=x onerror=alert(1)&gt;</p></body></html>`;
    await goTo(page, '/import');
    await answerOpenDialog(opened.app, fileOf('pilot.html', html));
    await page.getByRole('button', { name: 'Choose a file' }).click();
    await page.getByRole('button', { name: 'Add role' }).click();
    await page.getByRole('heading', { level: 1, name: 'Harbour Pilot' }).waitFor();
    await page.getByText('Bring ships in.').first().waitFor();
    expect(await page.evaluate(() => 'taken' in window)).toBe(false);
    expect(await page.getByRole('main').locator('img, iframe, script, style, [href^="javascript"]').count()).toBe(0);
    expect((await opened.call('getPrivacy', {})).connectionAttempts).toBe(0);
  });

  test('a role without competencies can be read, and its match says why there is no figure', async () => {
    await goTo(page, '/match');
    const pilot = (await opened.call('listRoles', {})).find(({ title }) => title === 'Harbour Pilot');
    expect(pilot?.requirementCount).toBe(0);
    await goTo(page, `/match/${pilot?.id}`);
    await page.getByText('This role asks for no competencies').waitFor();
    expect(await page.getByRole('main').textContent()).not.toMatch(/NaN|Infinity/);
    await expectAlive();
  });
});

describe('a field', () => {
  let id: string;
  beforeAll(async () => {
    id = (await opened.call('logAccomplishment', { text: 'Ran the failover drill' })).id;
  });
  beforeEach(async () => {
    await goTo(page, '/home');
    await goTo(page, `/record/${id}`);
    await page.getByRole('heading', { level: 1, name: /Ran the failover drill/ }).waitFor();
  });

  test('with an end before the start says so, and neither date is lost or saved', async () => {
    const before = await opened.call('getAccomplishment', { id });
    await page.getByRole('button', { name: /^Edit dates/ }).click();
    const group = page.getByRole('group', { name: 'dates, position and project' });
    await group.getByLabel('End').fill('Mar 2024');
    await group.getByLabel('End').press('Enter');
    await group.getByText(/The end \(2024-03\) is before the start/).waitFor();
    expect(await group.getByLabel('End').inputValue()).toBe('Mar 2024');
    expect(await opened.call('getAccomplishment', { id })).toEqual(before);
    await group.getByLabel('End').fill('');
    await group.getByRole('button', { name: 'Done' }).click();
    await group.waitFor({ state: 'detached' });
  });

  test('with a date that no calendar has says which part is wrong', async () => {
    await page.getByRole('button', { name: /^Edit dates/ }).click();
    const group = page.getByRole('group', { name: 'dates, position and project' });
    await group.getByLabel('Start').fill('2026-13');
    await group.getByLabel('Start').press('Enter');
    await group.getByText(/There is no month 13/).waitFor();
    await group.getByLabel('Start').fill('30 February 2026');
    await group.getByLabel('Start').press('Enter');
    await group.locator('[aria-invalid="true"]').waitFor();
    await page.keyboard.press('Escape');
    await group.getByRole('button', { name: 'Done' }).click();
    await group.waitFor({ state: 'detached' });
    await expectAlive();
  });

  test('with a figure that is none keeps what was typed and says so', async () => {
    await page.getByRole('button', { name: 'Add metric' }).click();
    const metric = page.getByRole('group', { name: 'metric' });
    await metric.getByLabel('What was measured').fill('recovery time');
    await metric.getByLabel('Before').fill('about an hour');
    await metric.getByLabel('After').fill('9');
    await metric.getByText('“about an hour” is no figure').waitFor();
    await metric.getByRole('button', { name: 'Done' }).click();
    expect(await metric.getByLabel('Before').inputValue()).toBe('about an hour');
    await metric.getByLabel('Before').fill('38');
    await metric.getByRole('button', { name: 'Done' }).click();
    await metric.waitFor({ state: 'detached' });
    await expect
      .poll(async () => (await opened.call('getAccomplishment', { id })).metrics)
      .toMatchObject([{ name: 'recovery time', baseline: 38, value: 9 }]);
  });

  test('with an address that is no web address offers nothing to open', async () => {
    await page.getByRole('button', { name: 'Add evidence' }).click();
    const evidence = page.getByRole('group', { name: 'evidence' });
    await evidence.getByLabel('Address').fill('javascript:alert(1)');
    await evidence.getByRole('button', { name: 'Done' }).click();
    await evidence.waitFor({ state: 'detached' });
    expect(await page.getByRole('button', { name: /^Open the address/ }).count()).toBe(0);
    await expect(opened.call('openAddress', { url: 'javascript:alert(1)' })).rejects.toThrow();
    await expect(opened.call('openAddress', { url: 'file:///etc/passwd' })).rejects.toThrow();
  });

  test('of capture takes a level that no scale has as words, and says so', async () => {
    await page.keyboard.press('Control+n');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').fill('Moved the queue +kubernetes:9 @Nobody');
    await dialog.getByRole('status').waitFor();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.waitFor({ state: 'detached' });
    const { rows } = await opened.call('listAccomplishments', { text: 'queue' });
    expect(await opened.call('getAccomplishment', { id: rows[0]?.id ?? '' })).toMatchObject({
      positionId: null,
      showings: [],
    });
  });

  test('of capture saves nothing without words', async () => {
    const before = await holdings();
    await page.keyboard.press('Control+n');
    await page.getByRole('dialog').getByRole('textbox').fill('   ');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await holdings()).toEqual(before);
  });

  test('of search takes whatever is typed as words to look for', async () => {
    const filter = page.getByLabel('Filter accomplishments');
    for (const text of [
      '"',
      'failover" OR "',
      "'; DROP TABLE accomplishment; --",
      'NEAR(a b)',
      '*',
      '((((',
      'title:',
    ]) {
      await filter.fill(text);
      await page
        .getByText(/found|Nothing found/i)
        .first()
        .waitFor();
      expect(await refusal().count()).toBe(0);
    }
    await filter.fill('failover dri');
    await page.getByRole('option', { name: /Ran the failover drill/ }).waitFor();
    await filter.fill('');
    await expectAlive();
  });

  test('of a threshold that makes no sense says why, and the match keeps counting as before', async () => {
    const before = await opened.call('getSettings', {});
    await goTo(page, '/settings/scales');
    const closeAt = page.getByLabel('Nearly ready', { exact: true });
    await closeAt.fill('0.95');
    await closeAt.press('Enter');
    await page.getByText(/Nearly ready lies below Ready/).waitFor();
    await goTo(page, '/home');
    expect(await opened.call('getSettings', {})).toEqual(before);
  });
});

test('through all of it the page never complained and nothing failed inside', async () => {
  expect(opened.complaints).toEqual([]);
  await expect(readFile(join(opened.folder, 'cairn.log'), 'utf8')).rejects.toThrow('ENOENT');
});

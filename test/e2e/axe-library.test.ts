/** The role library in both schemes without a violation that axe can find: its lists, pages, editors and every review. */
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { goTo, openSample, share, type TestWindow } from '../helpers/window.ts';
import { inBothSchemes, none, type Screen, setSize, still } from './axe-check.ts';

const fixtures = resolve(import.meta.dirname, '../fixtures');
const fixture = (name: string) => readFile(join(fixtures, name), 'utf8');

let opened: TestWindow;
/** What stands for each name in capitals of a route. */
const ids: Record<string, string> = {};

/** Reads a text under a name, and answers the draft of it. */
async function draftOf(name: string, text: string): Promise<string> {
  const read = await opened.call('readImport', { files: [{ name, bytes: new TextEncoder().encode(text) }] });
  return read?.ids[0] ?? '';
}

/** A role that was read and then edited, a newer edition of it, and a suggestion that someone sends. */
async function forkRole(): Promise<void> {
  const post = await fixture('blueprint-post.json');
  const draftId = await draftOf('blueprint-post.json', post);
  const draft = await opened.call('getImportDraft', { id: draftId });
  if (draft.kind !== 'role') throw new Error('The blueprint is read as one role.');
  const id = (await opened.call('applyImport', { id: draftId }))?.roleIds[0] ?? '';
  const [first, ...others] = draft.role.kpis;
  if (first === undefined) throw new Error('The blueprint has KPIs.');
  const role = { ...draft.role, mission: 'Data that arrives.', kpis: [{ ...first, target: '> 99 %' }, ...others] };
  await opened.call('changeRole', { id, role });
  ids.FORK = id;
  const changeIds = (await opened.call('listOwnEdits', { id })).map((edit) => edit.id);
  const { fileName, bytes } = await opened.call('writeExport', {
    kind: 'edits',
    format: 'role-patch',
    id,
    changeIds,
    note: 'Seen at three companies.',
  });
  await opened.call('takeBackEdits', { id, changeIds });
  ids.PATCH = await draftOf(fileName, new TextDecoder().decode(bytes));
  await opened.call('changeRole', { id, role });
  const newer = post.replaceAll('&gt; 98 % of working days', '&gt; 97 % of working days').replace('Airflow', 'Prefect');
  ids.EDITION = await draftOf('blueprint-autumn.json', newer);
}

beforeAll(async () => {
  const { value, end } = await share(async (atEnd) => still(await openSample(atEnd)));
  opened = value;
  const { call } = opened;
  const roles = await call('listRoles', {});
  const [first] = await call('listLadders', {});
  const ladder = await call('getLadder', { id: first?.id ?? '' });
  ids.ROLE = roles.find(({ pin }) => pin !== null)?.id ?? '';
  ids.LADDER = ladder.id;
  ids.SKILL = ladder.skills[0]?.competencyId ?? '';
  ids.JUNIOR = ladder.levels[0]?.roleId ?? '';
  ids.MIDDLE = ladder.levels[1]?.roleId ?? '';
  ids.SENIOR = ladder.levels[2]?.roleId ?? '';
  const matrix = await draftOf('lock-keeper.txt', await fixture('skill-matrix.txt'));
  await call('applyImport', { id: matrix });
  ids.LOCKS = (await call('listLadders', {})).find(({ family }) => family === 'Inland Waterways')?.id ?? '';
  await forkRole();
  ids.MATRIXDRAFT = await draftOf('ferry-captain.csv', await fixture('ferry-captain.csv'));
  ids.SHORTDRAFT = await draftOf(
    'canals.txt',
    (await fixture('skill-matrix.txt')).replaceAll('Lock Keeper', 'Canal Keeper'),
  );
  ids.PACKDRAFT = await draftOf('small.rolepack.json', await fixture('small.rolepack.json'));
  ids.ADVERT = await draftOf('advert.txt', await fixture('job-advert.txt'));
  ids.REPAIRED = await draftOf(
    'büro.txt',
    'BÃ¼roleiter\n\nMission\n\nHÃ¤lt das BÃ¼ro offen, auch wenn es regnet.\n\n• GrÃ¶ÃŸen prÃ¼fen\n• SchlÃ¼ssel fÃ¼hren\n',
  );
  return end;
});

afterEach(async () => {
  // What was opened over the screen does not stay for the next one.
  const dialog = opened.page.getByRole('dialog');
  for (let tries = 0; tries < 4 && (await dialog.count()) > 0; tries++) await opened.page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
});

/** The switch between the parts of a review. */
const part = (name: RegExp) => (page: Page) =>
  page.getByRole('radiogroup', { name: 'What of the draft' }).getByText(name).click();
const contents = (page: Page) => page.getByRole('navigation', { name: 'Contents' });
const matrix = (page: Page) => page.getByRole('grid', { name: /^Skill matrix/ });
const discard = (page: Page) => page.getByRole('button', { name: 'Discard draft' });
const tree = (page: Page) => page.getByRole('tree', { name: 'Roles' });

const library: readonly Screen[] = [
  {
    name: 'the library, its filters open',
    route: '/roles',
    shown: tree,
    act: async (page) => {
      await page.getByRole('button', { name: 'Narrow the list' }).click();
      await page.getByRole('combobox', { name: 'Family' }).waitFor();
    },
  },
  {
    name: 'the library, narrowed, two roles marked',
    route: '/roles?family=Inland+Waterways',
    shown: (page) => page.getByRole('button', { name: 'Inland Waterways: take this filter away' }),
    act: async (page) => {
      for (const title of ['Trainee Lock Keeper', 'Superintendent Lock Keeper']) {
        await page.getByRole('treeitem', { name: new RegExp(title) }).click({ modifiers: ['Control'] });
      }
      await page.getByRole('link', { name: 'Compare', exact: true }).waitFor();
    },
  },
  {
    name: 'a family beside the list',
    route: '/roles?text=inland',
    shown: tree,
    act: async (page) => {
      await page.getByRole('treeitem', { level: 1 }).first().click();
      await page.getByRole('heading', { level: 1, name: /Lock Keeper|Inland Waterways/ }).waitFor();
    },
  },
  {
    name: 'a new role',
    route: '/roles',
    shown: tree,
    act: async (page) => {
      await page.getByRole('button', { name: 'Add a role' }).click();
      await page.getByRole('menuitem', { name: 'Create a role' }).click();
      await page.getByRole('dialog').getByLabel('Title').fill('Harbour pilot');
    },
  },
  { name: 'the packs', route: '/roles/packs', shown: (page) => page.getByRole('heading', { level: 2 }).first() },
  { name: 'an imported role', route: '/roles/FORK', shown: contents },
  {
    name: 'an imported role as it came',
    route: '/roles/FORK',
    shown: contents,
    act: async (page) => {
      await page.getByRole('button', { name: 'The document as it came' }).click();
      await page.getByRole('button', { name: 'By chapters' }).waitFor();
    },
  },
  {
    name: 'the own edits of a role',
    route: '/roles/FORK',
    shown: contents,
    act: async (page) => {
      await page.getByRole('button', { name: /^Yours differs in/ }).click();
      await page.getByRole('dialog').getByRole('checkbox').first().check();
      await page
        .getByRole('dialog')
        .getByRole('textbox', { name: /^Note to go with it/ })
        .waitFor();
    },
  },
  {
    name: 'a role edited by hand',
    route: '/roles/FORK/edit',
    shown: (page) => page.getByRole('heading', { level: 2, name: /^Competencies/ }),
    act: async (page) => {
      await page.getByRole('list', { name: 'KPIs' }).locator('button[aria-controls]').first().click();
      await page.getByRole('list', { name: 'Skills', exact: true }).locator('button[aria-controls]').first().click();
      await page.getByRole('combobox', { name: /^Level of/ }).waitFor();
    },
  },
  {
    name: 'a competency beside the list',
    route: '/competencies?id=SKILL',
    shown: (page) => page.getByRole('complementary', { name: 'The competency' }).getByText(/^Asked for by/),
  },
];

const ladders: readonly Screen[] = [
  { name: 'the matrix', route: '/ladders/LADDER', shown: matrix },
  {
    name: 'a cell of it',
    route: '/ladders/LADDER?skill=SKILL&level=JUNIOR',
    shown: (page) => page.getByRole('button', { name: 'Capture an accomplishment' }),
  },
  { name: 'where two levels differ', route: '/ladders/LADDER?a=JUNIOR&b=SENIOR', shown: matrix },
  {
    name: 'the mandatory ones, none found',
    route: '/ladders/LADDER?show=mandatory&text=zzzz',
    shown: (page) => page.getByText('No skill matches'),
  },
  { name: 'the levels', route: '/ladders/LADDER?view=levels', shown: (page) => page.locator('[data-level]').first() },
  {
    name: 'about the ladder',
    route: '/ladders/LADDER?view=about',
    shown: (page) => page.getByRole('tab', { selected: true }),
  },
  {
    name: 'about an imported ladder',
    route: '/ladders/LOCKS?view=about',
    shown: (page) => page.getByText('A head for weather.').first(),
  },
  {
    name: 'short rows to place',
    route: '/ladders/LOCKS',
    shown: matrix,
    act: async (page) => {
      await page.getByRole('button', { name: 'Place them' }).click();
      await page.getByRole('dialog').getByRole('radio').first().check();
    },
  },
  { name: 'two roles compared', route: '/compare?roles=JUNIOR,MIDDLE', shown: (page) => page.locator('tbody').first() },
  {
    name: 'three roles compared',
    route: '/compare?roles=JUNIOR,SENIOR,FORK',
    shown: (page) => page.locator('tbody').first(),
  },
  {
    name: 'responsibilities compared',
    route: '/compare?roles=JUNIOR,MIDDLE&tab=responsibilities',
    shown: (page) => page.locator('tbody').first(),
  },
  {
    name: 'a comparison to begin',
    route: '/compare',
    shown: (page) => page.getByRole('heading', { level: 2 }).first(),
  },
  { name: 'the career map', route: '/careers', shown: (page) => page.locator('[data-role-key]').first() },
  {
    name: 'a role on the map, a path open',
    route: '/careers?role=JUNIOR',
    shown: (page) => page.getByRole('complementary', { name: 'The role' }).getByRole('link').first(),
    act: async (page) => {
      const beside = page.getByRole('complementary', { name: 'The role' });
      await beside.getByRole('button', { expanded: false }).first().click();
      await beside.getByRole('link', { name: 'Compare the two' }).waitFor();
    },
  },
  {
    name: 'the list of careers',
    route: '/careers?view=list',
    shown: (page) => page.locator('[data-role-key]').first(),
  },
];

const reviews: readonly Screen[] = [
  {
    name: 'a matrix with short rows',
    route: '/import/SHORTDRAFT',
    shown: (page) => page.locator('[data-short]').first(),
  },
  {
    name: 'a cell of a matrix',
    route: '/import/MATRIXDRAFT',
    shown: matrix,
    act: async (page) => {
      await matrix(page).getByRole('gridcell').first().click();
      await page.getByRole('combobox', { name: /^At / }).waitFor();
    },
  },
  { name: 'the levels of a ladder', route: '/import/SHORTDRAFT', shown: discard, act: part(/^Levels, 4/) },
  { name: 'about a ladder', route: '/import/SHORTDRAFT', shown: discard, act: part(/^About/) },
  { name: 'names to join', route: '/import/MATRIXDRAFT', shown: discard, act: part(/^Join, \d/) },
  { name: 'notices of a ladder', route: '/import/SHORTDRAFT', shown: discard, act: part(/^To look at/) },
  { name: 'a pack', route: '/import/PACKDRAFT', shown: (page) => page.getByRole('button', { name: 'Add 2 roles' }) },
  {
    name: 'a pack beside its source',
    route: '/import/PACKDRAFT',
    shown: discard,
    act: (page) => page.getByRole('button', { name: 'Show the source' }).click(),
  },
  { name: 'a job advert', route: '/import/ADVERT', shown: discard, act: part(/^All, \d/) },
  { name: 'what of a job advert is not placed', route: '/import/ADVERT', shown: discard, act: part(/^Unplaced/) },
  {
    name: 'an edition',
    route: '/import/EDITION',
    shown: discard,
    act: async (page) => {
      await page.getByRole('button', { name: 'Compare with the one you have' }).click();
      await page.getByRole('region', { name: 'Changes' }).getByText('You changed it too').waitFor();
    },
  },
  {
    name: 'a suggestion',
    route: '/import/PATCH',
    shown: (page) => page.getByText('Seen at three companies.'),
  },
  {
    name: 'a text whose encoding is repaired',
    route: '/import/REPAIRED',
    shown: (page) => page.getByText(/^8 places were saved in a wrong encoding/),
    act: async (page) => {
      await page.getByRole('button', { name: 'Show some' }).click();
      await page.getByRole('columnheader', { name: 'Repaired' }).waitFor();
    },
  },
];

const small = [
  'the packs',
  'a role edited by hand',
  'the matrix',
  'two roles compared',
  'a cell of a matrix',
  'an edition',
];
const groups = [
  { group: 'the library', screens: library },
  { group: 'ladders and careers', screens: ladders },
  { group: 'the review of', screens: reviews },
];

describe.each(groups)('$group', ({ screens }) => {
  const views = [
    ...screens.map((screen) => ({ ...screen, width: 1280, height: 800 })),
    ...screens.filter(({ name }) => small.includes(name)).map((screen) => ({ ...screen, width: 1024, height: 640 })),
  ];
  test.each(views)('$name, $width × $height', async ({ route, shown, act, width, height }) => {
    const { page } = opened;
    await setSize(opened, width, height);
    // From elsewhere, so that the screen begins as it does for someone who comes to it.
    await goTo(page, '/settings/about');
    await page.getByRole('heading', { name: 'About', level: 1 }).waitFor();
    await goTo(
      page,
      route.replace(/\b[A-Z]{3,}\b/g, (name) => ids[name] ?? name),
    );
    await shown(page).waitFor();
    await act?.(page);
    expect(await inBothSchemes(opened)).toEqual(none);
  });
});

test('nothing was complained of meanwhile, and nothing was asked of the network', async () => {
  expect(opened.complaints).toEqual([]);
  expect((await opened.call('getPrivacy', {})).connectionAttempts).toBe(0);
});

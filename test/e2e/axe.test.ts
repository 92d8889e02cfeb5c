/** Every screen, in both schemes, without a violation that axe can find: WCAG 2 A and AA, and its best practice. */
import { truncateSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import { temporaryFolder } from '../helpers/cairn.ts';
import { goTo, openApp, openSample, share, type TestWindow } from '../helpers/window.ts';
import { inBothSchemes, none, type Screen, setSize, setSystemScheme, still, violations } from './axe-check.ts';

const fixtures = resolve(import.meta.dirname, '../fixtures');

describe('before there is a record', () => {
  let opened: TestWindow;
  beforeAll(async () => {
    const { value, end } = await share(async (atEnd) => still(await openApp(undefined, atEnd)));
    opened = value;
    return end;
  });

  test.each(['light', 'dark'] as const)('the first run, %s', async (scheme) => {
    await setSystemScheme(opened.page, scheme);
    await opened.page.getByRole('heading', { name: 'Start fresh' }).waitFor();
    expect(await violations(opened.page)).toEqual([]);
  });
});

describe('in an empty record', () => {
  let opened: TestWindow;
  beforeAll(async () => {
    const { value, end } = await share(async (atEnd) => {
      const fresh = await still(await openApp(undefined, atEnd));
      await fresh.call('startFresh', { name: 'Ada Example' });
      // without the roles that ship, too
      for (const { id } of await fresh.call('listRoles', {})) await fresh.call('binRole', { id });
      return fresh;
    });
    opened = value;
    return end;
  });

  const screens: readonly Screen[] = [
    { name: 'home', route: '/home', shown: (page) => page.getByText('Three first acts') },
    { name: 'the record', route: '/record', shown: (page) => page.getByText('No accomplishments yet') },
    { name: 'the background', route: '/background', shown: (page) => page.getByRole('button', { name: /^E-mail/ }) },
    { name: 'the bin', route: '/bin', shown: (page) => page.getByRole('button', { name: /^Restore/ }).first() },
    { name: 'the roles', route: '/roles', shown: (page) => page.getByText('No roles yet') },
    { name: 'the match', route: '/match', shown: (page) => page.getByText('No role to compare with') },
    { name: 'the resumes', route: '/resumes', shown: (page) => page.getByText('No resumes yet') },
    { name: 'the import', route: '/import', shown: (page) => page.getByRole('heading', { name: 'Import', level: 1 }) },
  ];
  test.each(screens)('$name', async ({ route, shown }) => {
    await goTo(opened.page, route);
    await shown(opened.page).waitFor();
    expect(await inBothSchemes(opened)).toEqual(none);
  });
});

describe('a record that cannot be opened', () => {
  let opened: TestWindow;
  beforeAll(async () => {
    const { value, end } = await share(async (atEnd) => {
      const folder = temporaryFolder(atEnd);
      const first = await openApp(folder, atEnd);
      await first.call('startFresh', { name: 'Ada Example' });
      await first.call('logAccomplishment', { text: 'Kept through damage' });
      await first.quit();
      truncateSync(join(folder, 'record.db'), 3_000);
      return still(await openApp(folder, atEnd));
    });
    opened = value;
    return end;
  });

  test.each(['light', 'dark'] as const)('the recovery, %s', async (scheme) => {
    const { page } = opened;
    await setSystemScheme(page, scheme);
    await page.getByRole('heading', { name: 'Backups' }).waitFor();
    expect(await violations(page)).toEqual([]);
  });

  test.each(['light', 'dark'] as const)('the question before a restore, %s', async (scheme) => {
    const { page } = opened;
    await setSystemScheme(page, scheme);
    await page
      .getByRole('button', { name: /^Restore the backup/ })
      .first()
      .click();
    await page.getByRole('dialog').waitFor();
    expect(await violations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  });
});

describe('with a record in it', () => {
  let opened: TestWindow;
  const ids = { role: '', resume: '', roleDraft: '', packDraft: '', employer: '', position: '', accomplishment: '' };

  beforeAll(async () => {
    const { value, end } = await share(async (atEnd) => still(await openSample(atEnd)));
    opened = value;
    const { call, page } = opened;
    const { employers, positions } = await call('getBackground', {});
    ids.employer = employers[0]?.id ?? '';
    ids.position = positions[0]?.id ?? '';
    const { rows } = await call('listAccomplishments', { text: 'demand models' });
    ids.accomplishment = rows[0]?.id ?? '';
    const waste = await call('logAccomplishment', { text: 'Written by mistake' });
    await call('binAccomplishments', { ids: [waste.id] });
    ids.role = (await call('listRoles', {})).find(({ pin }) => pin !== null)?.id ?? '';
    ids.resume = (await call('createResume', { name: 'For Saltgrove', roleId: ids.role })).id;
    ids.roleDraft =
      (await call('readPastedImport', { text: await readFile(join(fixtures, 'competency-page.txt'), 'utf8') }))
        ?.ids[0] ?? '';
    ids.packDraft =
      (await call('readPastedImport', { text: await readFile(join(fixtures, 'small.rolepack.json'), 'utf8') }))
        ?.ids[0] ?? '';
    await page.keyboard.press('Escape');
    return end;
  });

  afterEach(async () => {
    // What was opened over the screen does not stay for the next one: Escape may take what is typed back first.
    const dialog = opened.page.getByRole('dialog');
    for (let tries = 0; tries < 4 && (await dialog.count()) > 0; tries++) await opened.page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });

  const why = (page: Page) => page.getByRole('complementary', { name: 'Why' });
  const screens: readonly Screen[] = [
    { name: 'home', route: '/home', shown: (page) => page.getByRole('heading', { name: 'Worth doing next' }) },
    {
      name: 'the record, with one open',
      route: '/record',
      shown: (page) => page.getByRole('heading', { name: 'Story' }),
    },
    {
      name: 'the record, nothing found',
      route: '/record',
      shown: (page) => page.getByRole('heading', { name: 'Story' }),
      act: async (page) => {
        await page.getByLabel('Filter accomplishments').fill('zzzz');
        await page.getByText('Nothing found').waitFor();
      },
    },
    {
      name: 'the record, all drafts chosen',
      route: '/record?status=draft',
      shown: (page) => page.getByRole('heading', { name: 'Story' }),
      act: async (page) => {
        await page.getByRole('listbox', { name: 'Accomplishments' }).press('Control+a');
        await page.getByRole('toolbar', { name: 'What is chosen' }).waitFor();
      },
    },
    {
      name: 'the record, tags for what is chosen',
      route: '/record?status=draft',
      shown: (page) => page.getByRole('heading', { name: 'Story' }),
      act: async (page) => {
        await page.getByRole('listbox', { name: 'Accomplishments' }).press('t');
        await page.getByRole('textbox', { name: 'Add tags' }).waitFor();
      },
    },
    {
      name: 'the record, its fields open',
      route: '/record/ACCOMPLISHMENT',
      shown: (page) => page.getByRole('heading', { name: 'Story' }),
      act: async (page) => {
        await page.getByRole('button', { name: 'Add metric' }).click();
        await page.getByRole('button', { name: 'Edit dates, position and project' }).click();
        await page.getByLabel('Start').first().waitFor();
      },
    },
    {
      name: 'the filters of the record',
      route: '/record',
      shown: (page) => page.getByRole('heading', { name: 'Story' }),
      act: async (page) => {
        await page.getByRole('button', { name: 'Narrow the list' }).click();
        await page.getByLabel('Confidentiality').first().waitFor();
      },
    },
    { name: 'the profile', route: '/background', shown: (page) => page.getByRole('button', { name: /^E-mail/ }) },
    {
      name: 'an employer',
      route: '/background/employer/EMPLOYER',
      shown: (page) => page.locator('main').getByText('Employer', { exact: true }).first(),
    },
    {
      name: 'a position',
      route: '/background/position/POSITION',
      shown: (page) => page.getByRole('button', { name: 'Its accomplishments' }),
    },
    { name: 'the bin', route: '/bin', shown: (page) => page.getByText('Written by mistake') },
    {
      name: 'the competencies',
      route: '/competencies',
      shown: (page) => page.getByRole('heading', { name: 'Competencies', level: 1 }),
    },
    { name: 'the roles', route: '/roles', shown: (page) => page.getByRole('link', { name: 'Read the role' }) },
    {
      name: 'the roles, none found',
      route: '/roles',
      shown: (page) => page.getByRole('link', { name: 'Read the role' }),
      act: async (page) => {
        await page.getByLabel('Filter the roles').fill('zzzz');
        await page.getByText('No role matches').waitFor();
      },
    },
    { name: 'a role', route: '/roles/ROLE', shown: (page) => page.getByRole('heading', { level: 2 }).nth(1) },
    {
      name: 'finding in a role',
      route: '/roles/ROLE',
      shown: (page) => page.getByRole('heading', { level: 2 }).nth(1),
      act: async (page) => {
        await page.keyboard.press('Control+f');
        await page.keyboard.type('model');
      },
    },
    { name: 'the match', route: '/match/ROLE', shown: (page) => page.getByRole('button', { name: /^Match \d/ }) },
    {
      name: 'why the match',
      route: '/match/ROLE',
      shown: (page) => page.getByRole('button', { name: /^Match \d/ }),
      act: async (page) => {
        await page.getByRole('button', { name: /^Match \d/ }).click();
        await why(page).getByRole('table').waitFor();
      },
    },
    {
      name: 'why a requirement',
      route: '/match/ROLE',
      shown: (page) => page.getByRole('button', { name: /^Match \d/ }),
      act: async (page) => {
        await page
          .getByRole('button', { name: /see why$/ })
          .first()
          .click();
        await why(page).getByText('What was counted').waitFor();
      },
    },
    { name: 'the resumes', route: '/resumes', shown: (page) => page.getByText('For Saltgrove').first() },
    {
      name: 'a resume',
      route: '/resumes/RESUME',
      shown: (page) => page.locator('main').getByRole('heading', { level: 1 }).first(),
    },
    {
      name: 'the import',
      route: '/import',
      shown: (page) =>
        page.getByText('small.rolepack', { exact: false }).or(page.getByText('Library services')).first(),
    },
    {
      name: 'the review of a role',
      route: '/import/ROLEDRAFT',
      shown: (page) => page.getByRole('button', { name: 'Add role' }),
    },
    {
      name: 'every value of a role to review',
      route: '/import/ROLEDRAFT',
      shown: (page) => page.getByRole('button', { name: 'Add role' }),
      act: async (page) => {
        await page.getByText(/^All, \d/).click();
        await page.locator('[data-value^="requirements"] button[aria-expanded="false"]').first().click();
        await page
          .getByRole('combobox', { name: /^Level of/ })
          .first()
          .waitFor();
      },
    },
    {
      name: 'the review of a pack',
      route: '/import/PACKDRAFT',
      shown: (page) => page.getByRole('button', { name: 'Add 2 roles' }),
    },
    ...['general', 'appearance', 'keyboard', 'scales', 'privacy', 'backups', 'about'].map(
      (name): Screen => ({
        name: `settings, ${name}`,
        route: `/settings/${name}`,
        shown: (page) => page.locator('main').getByRole('heading', { level: 1 }),
      }),
    ),
    {
      name: 'capture',
      route: '/home',
      shown: (page) => page.getByRole('heading', { name: 'Worth doing next' }),
      act: async (page) => {
        await page.keyboard.press('Control+n');
        await page.getByRole('dialog').getByRole('textbox').waitFor();
        await page.keyboard.type('Cut the cold start from 38 s to 9 s #serving @mach +data engineering:3');
        await page.getByRole('dialog').getByRole('button', { name: 'Save' }).waitFor();
      },
    },
    {
      name: 'the palette',
      route: '/home',
      shown: (page) => page.getByRole('heading', { name: 'Worth doing next' }),
      act: async (page) => {
        await page.keyboard.press('Control+k');
        await page.getByRole('dialog').getByLabel('Search or jump to').last().waitFor();
        await page.keyboard.type('forecast');
        await page
          .getByRole('option', { name: /forecast/i })
          .first()
          .waitFor();
      },
    },
    {
      name: 'search everything',
      route: '/home',
      shown: (page) => page.getByRole('heading', { name: 'Worth doing next' }),
      act: async (page) => {
        await page.keyboard.press('Control+Shift+f');
        await page.keyboard.type('forecast');
        await page
          .getByRole('option', { name: /forecast/i })
          .first()
          .waitFor();
      },
    },
    {
      name: 'the sheet of shortcuts',
      route: '/match/ROLE',
      shown: (page) => page.getByRole('button', { name: /^Match \d/ }),
      act: async (page) => {
        await page.keyboard.press('?');
        await page.getByRole('dialog').getByText('In lists and fields').waitFor();
      },
    },
  ];
  const small = ['the record, with one open', 'the match', 'why a requirement', 'a resume'];
  const sizes = [
    { width: 1280, height: 800, screens },
    { width: 1024, height: 640, screens: screens.filter(({ name }) => small.includes(name)) },
  ];

  for (const { width, height, screens: shownThere } of sizes) {
    test.each(shownThere)(`$name, ${width} × ${height}`, async ({ route, shown, act }) => {
      const { page } = opened;
      await setSize(opened, width, height);
      // From elsewhere, so that the screen begins as it does for someone who comes to it.
      await goTo(page, '/settings/about');
      await page.getByRole('heading', { name: 'About', level: 1 }).waitFor();
      await goTo(
        page,
        route.replace(/[A-Z]+$/, (name) => idOf(name)),
      );
      await shown(page).waitFor();
      await act?.(page);
      expect(await inBothSchemes(opened)).toEqual(none);
    });
  }

  function idOf(name: string): string {
    const key = Object.keys(ids).find((key) => key.toUpperCase() === name) as keyof typeof ids;
    return ids[key];
  }

  test('nothing was complained of meanwhile, and nothing was asked of the network', async () => {
    expect(opened.complaints).toEqual([]);
    expect((await opened.call('getPrivacy', {})).connectionAttempts).toBe(0);
  });
});

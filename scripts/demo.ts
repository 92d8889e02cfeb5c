// npm run demo: an invented role and an invented person through the whole main job, in the real app, without a display.
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import type { Result } from '../shared/api/errors.ts';
import type { EndpointName, Input, Output } from '../shared/api/index.ts';
// for the type of window.api
import type {} from '../src-renderer/api.ts';
import { withBuiltApp } from './built-app.ts';
import type { FoundElectron } from './electron.ts';
import { main, root } from './run-program.ts';

const out = join(root, 'out', 'demo');
const roleDocument = join(root, 'test', 'fixtures', 'blueprint-post.json');

await main(() => withBuiltApp(demo));

async function demo(env: NodeJS.ProcessEnv, electron: FoundElectron): Promise<number> {
  await rm(out, { recursive: true, force: true });
  await mkdir(out, { recursive: true });
  const folder = await mkdtemp(join(tmpdir(), 'cairn-demo-'));
  const app = await _electron.launch({
    executablePath: electron.path,
    args: [...electron.args, root, '--data', folder],
    env: Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined)),
  });
  try {
    await tour(app, await app.firstWindow());
    console.log(`The demo is in ${out}`);
    return 0;
  } finally {
    await app.evaluate(({ app: own }) => own.quit()).catch(() => undefined);
    await app.close().catch(() => undefined);
    await rm(folder, { recursive: true, force: true });
  }
}

async function tour(app: ElectronApplication, page: Page): Promise<void> {
  const call = async <Name extends EndpointName>(name: Name, input: Input<Name>): Promise<Output<Name>> => {
    const result = (await page.evaluate(([endpoint, payload]) => window.api.call(endpoint as string, payload), [
      name,
      input,
    ] as const)) as Result;
    if (!result.ok) throw new Error(`${name}: ${result.error.message}`);
    return result.value as Output<Name>;
  };
  await page.getByRole('heading', { level: 1 }).waitFor();
  await picture(page, 'first-run', 'light');

  // an invented person's record, then a role document read through the file dialog, reviewed and added
  await call('exploreSample', {});
  await page.reload();
  await app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
  }, roleDocument);
  const picked = await call('pickImport', {});
  const draftId = picked?.ids[0] ?? '';
  await show(page, `/import/${draftId}`);
  await picture(page, 'import-review', 'light');
  await call('changeSettings', { patch: { colorScheme: 'dark' } });
  await show(page, `/import/${draftId}`);
  await picture(page, 'import-review', 'dark');
  await page.getByRole('button', { name: 'Add role' }).click();
  await page.waitForURL(/#\/roles\//);
  const roleId = page.url().split('/').at(-1) ?? '';
  await call('pinRole', { roleId, targetOn: '2027-06' });

  // one more stone
  await page.keyboard.press('Control+n');
  await page.keyboard.type(
    'Cut the cold start of the ranking model from 38 s to 9 s. Sites can restart at shift change. #serving',
  );
  await picture(page, 'capture', 'dark');
  await page.keyboard.press('Enter');

  const { rows } = await call('listAccomplishments', { status: 'ready', sort: 'newest', limit: 1 });
  const [resume] = await call('listResumes', {});
  const ladder = (await call('listRoles', {})).find((role) => role.pin !== null && role.id !== roleId) ?? {
    id: roleId,
  };
  const screens: readonly (readonly [string, string])[] = [
    ['home', '/home'],
    ['record', `/record/${rows[0]?.id ?? ''}`],
    ['background', '/background'],
    ['competencies', '/competencies'],
    ['bin', '/bin'],
    ['roles', '/roles'],
    ['role', `/roles/${roleId}`],
    ['ladder-role', `/roles/${ladder.id}`],
    ['role-edit', `/roles/${ladder.id}/edit`],
    ['packs', '/roles/packs'],
    ['ladder', `/ladders/${ladder.id}`],
    ['compare', `/compare?roles=${ladder.id},${roleId}`],
    ['careers', '/careers'],
    ['match', `/match/${ladder.id}`],
    ['match-blueprint', `/match/${roleId}`],
    ['resumes', '/resumes'],
    ['resume', `/resumes/${resume?.id ?? ''}`],
    ['import', '/import'],
    ['settings', '/settings'],
    ['settings-privacy', '/settings/privacy'],
    ['settings-backups', '/settings/backups'],
    ['settings-scales', '/settings/scales'],
  ];
  for (const scheme of ['light', 'dark'] as const) {
    await call('changeSettings', { patch: { colorScheme: scheme } });
    for (const [name, route] of screens) {
      await show(page, route);
      await picture(page, name, scheme);
    }
    await page.keyboard.press('Control+k');
    await picture(page, 'palette', scheme);
    await page.keyboard.press('Escape');
  }

  // paper, through the same export a person uses
  for (const [file, kind, id] of [
    ['resume.pdf', 'resume', resume?.id ?? ''],
    ['match.pdf', 'match', ladder.id],
    ['role.pdf', 'role', ladder.id],
    ['career-track.pdf', 'ladder', ladder.id],
  ] as const) {
    await app.evaluate(
      ({ dialog }, path) => {
        dialog.showSaveDialog = async () => ({ canceled: false, filePath: path });
      },
      join(out, file),
    );
    await call('saveExport', { kind, format: 'pdf', id });
    const head = (await readFile(join(out, file))).subarray(0, 5).toString('latin1');
    if (head !== '%PDF-') throw new Error(`${file} is not a PDF`);
  }
  const { connectionAttempts } = await call('getPrivacy', {});
  if (connectionAttempts !== 0) throw new Error(`${connectionAttempts} requests to the network were attempted`);
}

async function show(page: Page, route: string): Promise<void> {
  await page.evaluate((to) => {
    // as the router writes addresses: what follows a question mark stands before the hash
    const [path = '', query] = to.split('?');
    history.replaceState(null, '', `${query === undefined ? window.location.pathname : `?${query}`}#${path}`);
    window.dispatchEvent(new HashChangeEvent('hashchange'));
  }, route);
  await page.locator('main').waitFor();
  // a paper takes longest: the first page drawn, or nothing to draw
  await page.waitForTimeout(route.startsWith('/resumes/') ? 2_500 : 500);
}

async function picture(page: Page, name: string, scheme: 'light' | 'dark'): Promise<void> {
  await page.waitForTimeout(250);
  await writeFile(join(out, `${name}-${scheme}.png`), await page.screenshot());
}

/** A walk through every screen of the window over a filled record. */
import type { Page } from 'playwright-core';
import { untilQuiet } from '../../bench/screen-list.ts';
import { goTo, openApp, type TestWindow } from '../../helpers/window.ts';
import { type Filled, fillRecord, type Say } from './record.ts';

/** The window over a record filled with these words, and how to end it. */
export async function openFilled(folder: string, say: Say): Promise<TestWindow & { readonly filled: Filled }> {
  const window = await openApp(folder, (clean) => process.once('exit', () => void clean()));
  await window.call('startFresh', { name: 'Somebody' });
  const filled = await fillRecord(window.call, say);
  await window.page.reload();
  await window.page.getByRole('navigation').first().waitFor();
  return { ...window, filled };
}

/** Every address of the window over that record. */
export function routesOf(at: Filled, imports: readonly string[] = at.imports): readonly string[] {
  return [
    '/record',
    ...Object.values(at.work).map((id) => `/record/${id}`),
    '/background',
    `/background/employer/${at.employer}`,
    `/background/project/${at.project}`,
    '/bin',
    '/competencies',
    '/roles',
    '/roles/packs',
    `/roles/${at.role}`,
    `/roles/${at.role}/edit`,
    `/roles/${at.packRole}`,
    `/ladders/${at.role}`,
    `/compare?roles=${at.role},${at.nextRole}`,
    '/careers',
    '/match',
    `/match/${at.role}`,
    '/resumes',
    `/resumes/${at.resume}`,
    '/import',
    ...imports.map((id) => `/import/${id}`),
    '/settings',
    '/settings/backups',
    '/settings/privacy',
    '/settings/about',
    '/home',
  ];
}

/** Goes there and waits until nothing moves any more, some seconds at most: a screen may go on counting. */
export async function visit(page: Page, route: string): Promise<void> {
  await goTo(page, route);
  await Promise.race([untilQuiet(page), new Promise<void>((done) => setTimeout(done, 8_000))]);
}

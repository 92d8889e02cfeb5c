/** Every screen of the app with what shows that its content is there, and how long it takes to get there. */
import type { Page } from 'playwright-core';
import type { EndpointName, Input, Output } from '../../shared/api/index.ts';
import { roleDocument } from './role-document.ts';

export interface Screen {
  readonly name: string;
  readonly route: string;
  /** Matches an element inside the content when there is something to read. */
  readonly content: string;
}

/** Asks main as the window does. */
export function callFrom(page: Page) {
  return async <Name extends EndpointName>(name: Name, input: Input<Name>): Promise<Output<Name>> => {
    const result = await page.evaluate(([endpoint, given]) => window.api.call(endpoint, given), [name, input] as const);
    if (!result.ok) throw new Error(`${name}: ${result.error.message}`);
    return result.value as Output<Name>;
  };
}

/** The screens over this record, in an order that begins elsewhere than on Home, where the app starts; a draft is made so that there is one to review. */
export async function listScreens(page: Page): Promise<readonly Screen[]> {
  const call = callFrom(page);
  const { rows, total } = await call('listAccomplishments', { limit: 1 });
  const { rows: middle } = await call('listAccomplishments', { limit: 1, offset: Math.floor(total / 2) });
  const roles = await call('listRoles', {});
  const role = roles.find(({ pin }) => pin !== null) ?? roles[0];
  const [resume] = await call('listResumes', {});
  if (!rows[0] || !role || !resume) throw new Error('The record lacks what the screens show.');
  const text = new TextDecoder().decode(roleDocument());
  const ids = (await call('readPastedImport', { text }))?.ids ?? [];
  return [
    { name: 'record', route: '/record', content: '[role="listbox"][aria-label="Accomplishments"] [role="option"]' },
    { name: 'accomplishment', route: `/record/${middle[0]?.id}`, content: 'section[aria-label="Details"] h1' },
    { name: 'background', route: '/background', content: 'section[aria-label="Details"] h1' },
    { name: 'bin', route: '/bin', content: 'h1' },
    { name: 'competencies', route: '/competencies', content: '[role="radiogroup"][aria-label^="Your level"]' },
    { name: 'roles', route: '/roles', content: '[role="tree"][aria-label="Roles"] [role="treeitem"]' },
    { name: 'role', route: `/roles/${role.id}`, content: 'nav[aria-label="Contents"] li' },
    { name: 'ladder', route: `/ladders/${role.id}`, content: '[role="grid"] [role="gridcell"]' },
    { name: 'careers', route: '/careers', content: 'h1' },
    { name: 'match', route: `/match/${role.id}`, content: 'section[aria-label="Match"]' },
    { name: 'resumes', route: '/resumes', content: 'table tbody tr' },
    { name: 'import', route: '/import', content: 'section[aria-label="A file"]' },
    { name: 'import review', route: `/import/${ids[0]}`, content: 'h1' },
    { name: 'settings', route: '/settings', content: 'nav[aria-label="Pages of the settings"] a' },
    { name: 'home', route: '/home', content: 'section[aria-label="Continue"]' },
    { name: 'resume', route: `/resumes/${resume.id}`, content: 'section[aria-label="Content"]' },
  ];
}

/** Goes to a screen by its address and answers the milliseconds to the frame that painted its first content. */
export function openScreen(page: Page, { route, content }: Screen): Promise<number> {
  return page.evaluate(
    ([to, selector]) =>
      new Promise<number>((resolve, reject) => {
        setTimeout(() => reject(new Error(`${to} showed nothing for two minutes.`)), 120_000);
        // what already matches belongs to the screen before
        for (const element of document.querySelectorAll(`#content ${selector}`))
          element.setAttribute('data-before', '');
        const since = performance.now();
        const look = () => {
          if (!document.querySelector(`#content ${selector}:not([data-before])`)) return;
          observer.disconnect();
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - since)));
        };
        const observer = new MutationObserver(look);
        observer.observe(document.body, { childList: true, subtree: true });
        location.hash = to;
      }),
    [route, content] as const,
  );
}

/** Waits until nothing has changed in the window for a while. */
export function untilQuiet(page: Page, quietMs = 250): Promise<void> {
  return page.evaluate(
    (ms) =>
      new Promise<void>((resolve) => {
        let timer = setTimeout(done, ms);
        const observer = new MutationObserver(() => {
          clearTimeout(timer);
          timer = setTimeout(done, ms);
        });
        observer.observe(document.body, { childList: true, subtree: true, characterData: true });
        function done() {
          observer.disconnect();
          resolve();
        }
      }),
    quietMs,
  );
}

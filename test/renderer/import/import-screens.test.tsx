/** From pasted text to a role: the draft is reviewed beside its source, changed, and added in one step. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { ImportReviewScreen } from '../../../src-renderer/features/import/import-review-screen.tsx';
import { ImportScreen } from '../../../src-renderer/features/import/import-screen.tsx';
import { freshCairn } from '../../helpers/cairn.ts';
import { showScreen } from '../roles/show-screen.tsx';

// A real database and a whole screen: more than a unit of code, and slower where other tests run beside it.
vi.setConfig({ testTimeout: 30_000 });

const fixture = (name: string) => resolve(import.meta.dirname, '../../fixtures', name);

async function draftOf(name: string) {
  const cairn = await freshCairn();
  const read = await cairn.call('readImport', { files: [{ name, bytes: new Uint8Array(readFileSync(fixture(name))) }] });
  const id = read?.ids[0] ?? '';
  return { cairn, id, draft: await cairn.call('getImportDraft', { id }) };
}

test('pasted text becomes a draft and opens for its review', async () => {
  const cairn = await freshCairn();
  const { visited } = showScreen(cairn, ImportScreen, '/import', '/import');
  const field = await screen.findByRole('textbox', { name: /^Or paste the text of a page/ });
  fireEvent.change(field, { target: { value: readFileSync(fixture('competency-page.txt'), 'utf8') } });
  fireEvent.click(screen.getByRole('button', { name: 'Read pasted text' }));
  await waitFor(() => expect(visited.at(-1)).toMatch(/^\/import\/.+/), { timeout: 10_000 });
  const [draft] = await cairn.call('listImportDrafts', {});
  expect(visited.at(-1)).toBe(`/import/${draft?.id}`);
});

test('what cannot be read is told in place, and nothing waits', async () => {
  const cairn = await freshCairn();
  showScreen(cairn, ImportScreen, '/import', '/import');
  const field = await screen.findByRole('textbox', { name: /^Or paste the text of a page/ });
  fireEvent.change(field, { target: { value: '{"broken": ' } });
  fireEvent.click(screen.getByRole('button', { name: 'Read pasted text' }));
  const alert = await screen.findByRole('alert', {}, { timeout: 10_000 });
  expect(alert.textContent).toContain('Nothing was added');
  expect(await cairn.call('listImportDrafts', {})).toEqual([]);
});

test('the review counts what it lists, and a value changed there is in the draft', async () => {
  const { cairn, id, draft } = await draftOf('blueprint-post.json');
  if (draft.kind !== 'role') throw new Error('a blueprint is one role');
  showScreen(cairn, ImportReviewScreen, '/import/:id', `/import/${id}`);
  const all = await screen.findByRole('radio', { name: /^All, \d+$/ });
  const count = Number(
    all.closest('label')?.textContent?.match(/\d+/)?.[0] ?? screen.getByText(/^All, /).textContent?.match(/\d+/)?.[0],
  );
  expect(screen.getByText(new RegExp(`${count} values read`))).toBeTruthy();
  fireEvent.click(all);
  const title = await screen.findByRole('textbox', { name: 'Title' });
  fireEvent.change(title, { target: { value: 'Keeper of pipelines' } });
  fireEvent.blur(title);
  await waitFor(async () => expect((await cairn.call('getImportDraft', { id })).title).toBe('Keeper of pipelines'));
});

test('an empty title is refused where it is typed', async () => {
  const { cairn, id, draft } = await draftOf('blueprint-post.json');
  showScreen(cairn, ImportReviewScreen, '/import/:id', `/import/${id}`);
  fireEvent.click(await screen.findByRole('radio', { name: /^All, / }));
  const title = await screen.findByRole('textbox', { name: 'Title' });
  fireEvent.change(title, { target: { value: '' } });
  fireEvent.blur(title);
  expect(await screen.findByText(/Title cannot be empty/)).toBeTruthy();
  expect((await cairn.call('getImportDraft', { id })).title).toBe(draft.title);
});

test('Change on a notice goes to the value that was read from its line', async () => {
  const { cairn, id } = await draftOf('blueprint-post.json');
  showScreen(cairn, ImportReviewScreen, '/import/:id', `/import/${id}`);
  const changes = await screen.findAllByRole('button', { name: /^Change: / });
  fireEvent.click(changes.at(-1) as HTMLElement);
  await waitFor(() => expect(document.activeElement?.tagName).toBe('TEXTAREA'));
  expect(document.activeElement?.closest('[data-chosen]')).not.toBeNull();
});

test('a settled notice stays settled when the review is left and come back to', async () => {
  const { cairn, id, draft } = await draftOf('blueprint-post.json');
  const open = draft.notices.filter((notice) => notice.code !== 'KEPT').length;
  const kept = draft.notices.length - open;
  showScreen(cairn, ImportReviewScreen, '/import/:id', `/import/${id}`);
  const [keep] = await screen.findAllByRole('button', { name: /^Keep: / });
  fireEvent.click(keep as HTMLElement);
  expect(await screen.findByText(`${kept + 1} of ${draft.notices.length} settled`)).toBeTruthy();
  await waitFor(async () =>
    expect((await cairn.call('getUnsaved', { key: `import:${id}:settled` })).text).not.toBeNull(),
  );
});

test('adding makes the role, with what was typed last, and one undo takes it back', async () => {
  const { cairn, id } = await draftOf('blueprint-post.json');
  const before = (await cairn.call('listRoles', {})).length;
  const { visited } = showScreen(cairn, ImportReviewScreen, '/import/:id', `/import/${id}`);
  fireEvent.click(await screen.findByRole('radio', { name: /^All, / }));
  fireEvent.change(await screen.findByRole('textbox', { name: 'Family' }), { target: { value: 'Pipelines' } });
  fireEvent.click(screen.getByRole('button', { name: 'Add role' }));
  await waitFor(() => expect(visited.at(-1)).toMatch(/^\/roles\/.+/), { timeout: 10_000 });
  const role = await cairn.call('getRole', { id: visited.at(-1)?.split('/').at(-1) ?? '' });
  expect(role.family).toBe('Pipelines');
  await cairn.call('undo', {});
  expect(await cairn.call('listRoles', {})).toHaveLength(before);
  expect(await cairn.call('listImportDrafts', {})).toHaveLength(1);
});

test('a value the reader did not read is added by hand, and a required level makes it count', async () => {
  const { cairn, id } = await draftOf('blueprint-post.json');
  showScreen(cairn, ImportReviewScreen, '/import/:id', `/import/${id}`);
  fireEvent.click(await screen.findByRole('radio', { name: /^All, / }));
  fireEvent.change(await screen.findByRole('textbox', { name: 'Words of the value to add' }), {
    target: { value: 'Cartography' },
  });
  fireEvent.click(screen.getByRole('button', { name: 'Add' }));
  fireEvent.change(await screen.findByRole('combobox', { name: 'Level of Cartography' }), { target: { value: '4' } });
  await waitFor(async () => {
    const draft = await cairn.call('getImportDraft', { id });
    expect(draft.kind === 'role' && draft.role.requirements.at(-1)).toMatchObject({
      competency: 'Cartography',
      kind: 'competency',
      level: 4,
    });
  });
});

test('a pack lists its roles with their counts and is added whole', async () => {
  const { cairn, id, draft } = await draftOf('small.rolepack.json');
  if (draft.kind !== 'pack') throw new Error('a pack is a pack');
  const { visited } = showScreen(cairn, ImportReviewScreen, '/import/:id', `/import/${id}`);
  for (const role of draft.pack.roles) {
    const header = await screen.findByRole('rowheader', { name: new RegExp(`^${role.title}`) });
    const cells = within(header.closest('tr') as HTMLElement).getAllByRole('cell');
    expect(cells[1]?.textContent).toBe(String(role.requirements.length));
  }
  fireEvent.click(screen.getByRole('button', { name: `Add ${draft.pack.roles.length} roles` }));
  await waitFor(() => expect(visited.at(-1)).toBe('/roles'));
});

/** From pasted text to a role: the draft is reviewed beside its source, changed, and added in one step. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { ImportScreen } from '../../../src-renderer/features/import/reading/import-screen.tsx';
import { ImportReviewScreen } from '../../../src-renderer/features/import/review/import-review-screen.tsx';
import { freshCairn } from '../../helpers/cairn.ts';
import { showScreen } from '../roles/show-screen.tsx';

// A real database and a whole screen: more than a unit of code, and slower where other tests run beside it.
vi.setConfig({ testTimeout: 30_000 });

const fixture = (name: string) => resolve(import.meta.dirname, '../../fixtures', name);

async function draftOf(name: string) {
  const cairn = await freshCairn();
  const read = await cairn.call('readImport', {
    files: [{ name, bytes: new Uint8Array(readFileSync(fixture(name))) }],
  });
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
  await waitFor(() => expect(document.activeElement?.tagName).toMatch(/^(TEXTAREA|INPUT)$/));
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
    expect((await cairn.call('getImportDecision', { id, about: 'settled' })).decided).not.toBeNull(),
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

/** Text whose letters were read as another encoding before it was saved. */
function garbled(text: string): Uint8Array {
  const letters: Readonly<Record<number, string>> = { 128: '€', 147: '“', 148: '”', 153: '™', 156: 'œ' };
  const read = [...Buffer.from(text, 'utf8')].map((byte) => letters[byte] ?? String.fromCharCode(byte)).join('');
  return new TextEncoder().encode(read);
}

async function draftOfBytes(
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
  from?: Awaited<ReturnType<typeof freshCairn>>,
) {
  const cairn = from ?? (await freshCairn());
  const read = await cairn.call('readImport', { files: [{ name, bytes }] });
  return { cairn, id: read?.ids[0] ?? '' };
}

test('a repaired text can be read as it stands and repaired again', async () => {
  const page = readFileSync(fixture('competency-page.txt'), 'utf8').replaceAll('. ', ' — and so on. ');
  const { cairn, id } = await draftOfBytes('page.txt', new Uint8Array(garbled(page)));
  showScreen(cairn, ImportReviewScreen, '/import/:id', `/import/${id}`);
  expect(await screen.findByText(/saved in a wrong encoding and are repaired/)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Show some places' }));
  expect((await screen.findAllByText(/â€”/)).length).toBeGreaterThan(0);
  fireEvent.click(screen.getByRole('switch', { name: 'Repair' }));
  expect(await screen.findByText(/They are shown as they stand/, {}, { timeout: 10_000 })).toBeTruthy();
  const draft = await cairn.call('getImportDraft', { id });
  expect(draft.repair?.isApplied).toBe(false);
  fireEvent.click(screen.getByRole('switch', { name: 'Repair' }));
  expect(await screen.findByText(/saved in a wrong encoding and are repaired/, {}, { timeout: 10_000 })).toBeTruthy();
});

test('what is typed just before a draft is read again belongs to the reading it was typed in, and comes back by undo', async () => {
  const page = readFileSync(fixture('competency-page.txt'), 'utf8').replaceAll('. ', ' — and so on. ');
  const { cairn, id } = await draftOfBytes('page.txt', new Uint8Array(garbled(page)));
  const asRead = await cairn.call('getImportDraft', { id });
  showScreen(cairn, ImportReviewScreen, '/import/:id', `/import/${id}`);
  fireEvent.click(await screen.findByRole('radio', { name: /^All, \d+$/ }));
  fireEvent.change(await screen.findByRole('textbox', { name: 'Title' }), { target: { value: 'Keeper of lights' } });
  fireEvent.click(screen.getByRole('switch', { name: 'Repair' }));
  expect(await screen.findByText(/They are shown as they stand/, {}, { timeout: 10_000 })).toBeTruthy();
  expect((await cairn.call('getImportDraft', { id })).title).toBe(asRead.title);
  await cairn.call('undo', {});
  expect((await cairn.call('getImportDraft', { id })).title).toBe('Keeper of lights');
});

test('a row with too few values is placed by hand, a cell is changed by a key, and both are in the roles that are added', async () => {
  const { cairn, id } = await draftOf('skill-matrix.txt');
  const { visited } = showScreen(cairn, ImportReviewScreen, '/import/:id', `/import/${id}`);
  expect(await screen.findByText(/2 rows have fewer values than levels/)).toBeTruthy();
  const [toKeeper] = await screen.findAllByRole('button', { name: /^Keeper: blank. Place / });
  fireEvent.click(toKeeper as HTMLElement);
  const [toLast] = await screen.findAllByRole('button', { name: /^Superintendent: blank. Place / });
  fireEvent.click(toLast as HTMLElement);
  expect(await screen.findByText('Blank at Trainee and Senior / Relief.')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Put into the matrix: Rack and pinion' }));
  expect(await screen.findByText(/1 row has fewer values than levels/)).toBeTruthy();
  const cell = await screen.findByRole('gridcell', { name: /^Gate balance, Trainee: / });
  fireEvent.focus(cell);
  fireEvent.keyDown(cell, { key: '3' });
  fireEvent.keyDown(cell, { key: 'm' });
  await screen.findByRole('gridcell', { name: /^Gate balance, Trainee: level 3 of \d, .*mandatory$/ });
  fireEvent.click(screen.getByRole('button', { name: 'Add 4 roles' }));
  await waitFor(() => expect(visited.at(-1)).toBe('/roles'), { timeout: 10_000 });
  const roles = await cairn.call('listRoles', {});
  const levels = await Promise.all(
    ['Trainee Lock Keeper', 'Keeper Lock Keeper', 'Senior / Relief Lock Keeper'].map((title) =>
      cairn.call('getRole', { id: roles.find((role) => role.title === title)?.id ?? '' }),
    ),
  );
  const asks = levels.map(
    (role) => role.requirements.find(({ competency }) => competency === 'Rack and pinion')?.level,
  );
  expect(asks[0]).toBeUndefined();
  expect(asks[1]).toBe(1);
  expect(asks[2]).toBeUndefined();
  expect(levels[0]?.requirements.find(({ competency }) => competency === 'Gate balance')).toMatchObject({
    level: 3,
    isMandatory: true,
  });
});

test('lines left as prose are picked and become values, one a line', async () => {
  const { cairn, id } = await draftOf('blueprint-post.json');
  showScreen(cairn, ImportReviewScreen, '/import/:id', `/import/${id}`);
  fireEvent.click(await screen.findByRole('radio', { name: /^Unplaced, / }));
  const before = await cairn.call('getImportDraft', { id });
  const boxes = within(screen.getByRole('region', { name: 'Draft' })).getAllByRole('checkbox');
  fireEvent.click(boxes[0] as HTMLElement);
  fireEvent.click(boxes[1] as HTMLElement);
  expect(await screen.findByText('2 lines picked')).toBeTruthy();
  fireEvent.change(screen.getByRole('combobox', { name: 'Kind of the value to add' }), { target: { value: 'tools' } });
  fireEvent.click(screen.getByRole('button', { name: 'Add 2' }));
  await waitFor(async () => {
    const after = await cairn.call('getImportDraft', { id });
    if (after.kind !== 'role' || before.kind !== 'role') throw new Error('a blueprint is one role');
    expect(after.role.tools.slice(before.role.tools.length)).toHaveLength(2);
    expect(after.role.tools.at(-1)?.line).toBeGreaterThan(0);
  });
});

const pageText = () => readFileSync(fixture('competency-page.txt'), 'utf8');
const bytesOf = (text: string) => new Uint8Array(new TextEncoder().encode(text));

test('a name like one that is here is joined only when the user says so', async () => {
  const cairn = await freshCairn();
  const { id: first } = await draftOfBytes('page.txt', bytesOf(pageText()), cairn);
  const draft = await cairn.call('getImportDraft', { id: first });
  if (draft.kind !== 'role') throw new Error('a competency page is one role');
  const known = draft.role.requirements[0]?.competency ?? '';
  await cairn.call('applyImport', { id: first });
  const like = `${known} practice`;
  const text = JSON.stringify({
    format: 'cairn-rolepack',
    formatVersion: 2,
    id: 'test.joining',
    name: 'Joining',
    version: '1',
    author: 'Test',
    licence: 'CC0',
    roles: [{ title: 'Weigher', requirements: [{ competency: like, kind: 'competency', level: 1, importance: null }] }],
  });
  const { id } = await draftOfBytes('pack.json', bytesOf(text), cairn);
  const offers = await cairn.call('getJoinOffers', { id });
  expect(offers.map(({ name }) => name)).toContain(like);
  const { visited } = showScreen(cairn, ImportReviewScreen, '/import/:id', `/import/${id}`);
  fireEvent.click(await screen.findByRole('radio', { name: /^Join, / }));
  const same = await screen.findByRole('button', { name: `Same as ${known}` });
  expect(same.getAttribute('aria-pressed')).toBe('false');
  fireEvent.click(same);
  expect(await screen.findByText(`Joined with ${known}`)).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: 'Add role' }));
  await waitFor(() => expect(visited.at(-1)).toMatch(/^\/roles\/.+/), { timeout: 10_000 });
  const role = await cairn.call('getRole', { id: visited.at(-1)?.split('/').at(-1) ?? '' });
  const { competencies } = await cairn.call('listCompetencies', {});
  const competency = competencies.find(({ name }) => name === known);
  expect(competency).toBeDefined();
  expect(role.requirements[0]?.competencyId).toBe(competency?.id);
});

test('a newer edition is compared first; what is left unticked stays, what is ticked is taken over', async () => {
  const cairn = await freshCairn();
  const { id: first } = await draftOfBytes('page.txt', bytesOf(pageText()), cairn);
  const added = await cairn.call('applyImport', { id: first });
  const roleId = added?.roleIds[0] ?? '';
  const role = await cairn.call('getRole', { id: roleId });
  const [firstDuty, secondDuty] = role.responsibilities;
  const edited = pageText()
    .replace(firstDuty?.text ?? '', `${firstDuty?.text.replace(/\.$/, '')} every single day`)
    .replace(secondDuty?.text ?? '', `${secondDuty?.text.replace(/\.$/, '')} twice a year`);
  const { id } = await draftOfBytes('page.txt', bytesOf(edited), cairn);
  const [offer] = await cairn.call('getEditionOffers', { id });
  const { visited } = showScreen(cairn, ImportReviewScreen, '/import/:id', `/import/${id}`);
  fireEvent.click(await screen.findByRole('button', { name: 'Compare with the one you have' }));
  const words = offer?.changes.find(({ words: said }) => said.includes('every single day'))?.words ?? '';
  fireEvent.click(await screen.findByRole('checkbox', { name: words }));
  fireEvent.click(await screen.findByRole('button', { name: /^Take over \d+ changes?$/ }));
  await waitFor(() => expect(visited.at(-1)).toBe(`/roles/${roleId}`), { timeout: 10_000 });
  const now = (await cairn.call('getRole', { id: roleId })).responsibilities.map(({ text }) => text).join('\n');
  expect(now).toContain('twice a year');
  expect(now).not.toContain('every single day');
  await cairn.call('undo', {});
  const back = (await cairn.call('getRole', { id: roleId })).responsibilities.map(({ text }) => text);
  expect(back).toEqual(role.responsibilities.map(({ text }) => text));
});

test('suggested changes to a role that is not here wait, and say so', async () => {
  const patch = {
    format: 'cairn-rolepatch',
    formatVersion: 1,
    role: { title: 'Lamp lighter' },
    author: 'Ines',
    note: 'As we said.',
    changes: [{ field: 'mission', before: null, after: 'Lights lamps' }],
  };
  const { cairn, id } = await draftOfBytes('x.rolepatch.json', bytesOf(JSON.stringify(patch)));
  showScreen(cairn, ImportReviewScreen, '/import/:id', `/import/${id}`);
  expect(await screen.findByText(/The role is not here/)).toBeTruthy();
  expect(screen.getByText('As we said.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /^Accept/ })).toBeNull();
});

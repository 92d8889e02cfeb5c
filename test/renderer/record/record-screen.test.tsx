/** The record over the sample: search, filters, keys, the bin, and editing in place with what main refuses. */
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest';
import { RecordScreen } from '../../../src-renderer/features/record/record-screen.tsx';
import { sampleCairn, showScreen } from '../roles/show-screen.tsx';
import { giveSizes } from './layout.ts';

beforeAll(giveSizes);

type Cairn = Awaited<ReturnType<typeof sampleCairn>>;

const list = () => screen.findByRole('listbox', { name: 'Accomplishments' });
const titles = async () =>
  within(await list())
    .getAllByRole('option')
    .map((option) => option.textContent ?? '');
const type = async (words: string) =>
  fireEvent.change(await screen.findByRole('textbox', { name: 'Filter accomplishments' }), {
    target: { value: words },
  });

async function showFirst(cairn: Cairn, text = '') {
  const { rows } = await cairn.call('listAccomplishments', { text });
  const id = rows[0]?.id ?? '';
  showScreen(cairn, RecordScreen, '/record/:id?', `/record/${id}`);
  return id;
}

test('the list says how many there are and where each row stands, under the names of positions', async () => {
  const cairn = await sampleCairn();
  const { total, rows } = await cairn.call('listAccomplishments', {});
  showScreen(cairn, RecordScreen, '/record/:id?', '/record');
  const [first] = await within(await list()).findAllByRole('option');
  expect(first?.getAttribute('aria-setsize')).toBe(String(total));
  expect(first?.getAttribute('aria-posinset')).toBe('1');
  expect(first?.textContent).toContain(rows[0]?.title);
  expect(await screen.findByText(/Machine Learning Engineer$/, { selector: 'span' })).toBeTruthy();
});

test('words narrow the list as they are typed, and the old rows stay until the new ones are there', async () => {
  const cairn = await sampleCairn();
  const found = await cairn.call('listAccomplishments', { text: 'forecast' });
  showScreen(cairn, RecordScreen, '/record/:id?', '/record');
  const before = await titles();
  await type('forecast');
  // Main has not answered yet.
  expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual(before);
  await screen.findByText(`${found.total} found`);
  expect((await titles())[0]).toContain(found.rows[0]?.title);
  expect(document.querySelector('mark')?.textContent?.toLowerCase()).toContain('forecast');
});

test('words that nothing says offer to show all again', async () => {
  showScreen(await sampleCairn(), RecordScreen, '/record/:id?', '/record');
  await list();
  await type('zeppelin');
  fireEvent.click(await screen.findByRole('button', { name: 'Show all' }));
  expect((await titles()).length).toBeGreaterThan(5);
});

test('filters come with the address, and a press on one takes it back', async () => {
  const cairn = await sampleCairn();
  const drafts = await cairn.call('listAccomplishments', { status: 'draft' });
  showScreen(cairn, RecordScreen, '/record/:id?', '/record?status=draft');
  await screen.findByText(`${drafts.total} found`);
  fireEvent.click(screen.getByRole('button', { name: /^Drafts/ }));
  await waitFor(() => expect(screen.queryByText(/ found$/)).toBeNull());
});

test('arrows move, Enter opens, Shift with arrows chooses, Delete moves what is chosen to the bin', async () => {
  const cairn = await sampleCairn();
  const { rows, total } = await cairn.call('listAccomplishments', {});
  const { visited } = showScreen(cairn, RecordScreen, '/record/:id?', '/record');
  const box = await list();
  fireEvent.keyDown(box, { key: 'ArrowDown' });
  fireEvent.keyDown(box, { key: 'Enter' });
  await waitFor(() => expect(visited.at(-1)).toBe(`/record/${rows[1]?.id}`));
  fireEvent.keyDown(box, { key: 'ArrowDown', shiftKey: true });
  await screen.findByText(/^2 chosen/);
  fireEvent.keyDown(box, { key: 'Delete' });
  await waitFor(async () => expect((await cairn.call('listAccomplishments', {})).total).toBe(total - 2));
  expect((await cairn.call('listBin', {})).map((item) => item.id).toSorted()).toEqual(
    [rows[1]?.id, rows[2]?.id].toSorted(),
  );
  // What was open is gone; the row after it takes its place.
  await waitFor(() => expect(visited.at(-1)).toBe(`/record/${rows[3]?.id}`));
  await cairn.call('undo', {});
  expect((await cairn.call('listAccomplishments', {})).total).toBe(total);
});

test('a title is edited where it stands and saves itself', async () => {
  const cairn = await sampleCairn();
  const id = await showFirst(cairn);
  fireEvent.click(await screen.findByRole('button', { name: /^Title: / }));
  fireEvent.change(screen.getByRole('textbox', { name: 'Title' }), { target: { value: 'Rebuilt the reader' } });
  await waitFor(async () => expect((await cairn.call('getAccomplishment', { id })).title).toBe('Rebuilt the reader'));
  expect((await screen.findAllByText('Rebuilt the reader')).length).toBeGreaterThan(0);
});

test('dates the wrong way round are refused at the field, and what was typed stays', async () => {
  const cairn = await sampleCairn();
  const id = await showFirst(cairn, 'fourteen');
  const before = await cairn.call('getAccomplishment', { id });
  fireEvent.click(await screen.findByRole('button', { name: /^Edit dates/ }));
  const fields = within(screen.getByRole('group', { name: 'dates, position and project' }));
  fireEvent.change(fields.getByRole('textbox', { name: 'End' }), { target: { value: '2001' } });
  fireEvent.blur(fields.getByRole('textbox', { name: 'End' }));
  await fields.findByText(/before the start/);
  fireEvent.click(fields.getByRole('button', { name: 'Done' }));
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect((fields.getByRole('textbox', { name: 'End' }) as HTMLInputElement).value).toBe('2001');
  expect((await cairn.call('getAccomplishment', { id })).endedOn).toBe(before.endedOn);
});

test('a metric begun and left empty leaves nothing behind; one that is filled in is saved', async () => {
  const cairn = await sampleCairn();
  const id = await showFirst(cairn);
  const before = (await cairn.call('getAccomplishment', { id })).metrics.length;
  fireEvent.click(await screen.findByRole('button', { name: 'Add metric' }));
  fireEvent.click(screen.getByRole('button', { name: 'Done' }));
  await waitFor(() => expect(screen.queryByRole('group', { name: 'metric' })).toBeNull());
  fireEvent.click(screen.getByRole('button', { name: 'Add metric' }));
  fireEvent.change(screen.getByRole('textbox', { name: 'What was measured' }), { target: { value: 'cold start' } });
  fireEvent.change(screen.getByRole('textbox', { name: 'Before' }), { target: { value: '38' } });
  fireEvent.change(screen.getByRole('textbox', { name: 'After' }), { target: { value: '9' } });
  fireEvent.click(screen.getByRole('button', { name: 'Done' }));
  await waitFor(async () => {
    const { metrics } = await cairn.call('getAccomplishment', { id });
    expect(metrics).toHaveLength(before + 1);
    expect(metrics.at(-1)).toMatchObject({ name: 'cold start', baseline: 38, value: 9 });
  });
});

test('a figure that may be two is asked once, where dots group: both are spelled out, and the chosen one is saved', async () => {
  const cairn = await sampleCairn();
  const id = await showFirst(cairn);
  class German extends Intl.NumberFormat {
    constructor() {
      super('de');
    }
  }
  vi.stubGlobal('Intl', Object.create(Intl, { NumberFormat: { value: German } }));
  onTestFinished(() => void vi.unstubAllGlobals());
  fireEvent.click(await screen.findByRole('button', { name: 'Add metric' }));
  fireEvent.change(screen.getByRole('textbox', { name: 'What was measured' }), { target: { value: 'rows' } });
  fireEvent.change(screen.getByRole('textbox', { name: 'After' }), { target: { value: '1.204' } });
  await screen.findByText(/1204 or 1.204\?/);
  expect(screen.getByRole('button', { name: '1.204' })).toBeDefined();
  fireEvent.click(screen.getByRole('button', { name: '1204' }));
  const last = async () => (await cairn.call('getAccomplishment', { id })).metrics.at(-1);
  await waitFor(async () => expect(await last()).toMatchObject({ name: 'rows', value: 1204 }));
  await waitFor(() => expect(screen.queryByText(/1204 or 1.204/)).toBeNull());
  fireEvent.change(screen.getByRole('textbox', { name: 'Before' }), { target: { value: '1.204,50' } });
  fireEvent.click(screen.getByRole('button', { name: 'Done' }));
  await waitFor(async () => expect(await last()).toMatchObject({ baseline: 1204.5, value: 1204 }));
});

test('a figure that is none stays in its field with the reason, and the rest of the metric is saved', async () => {
  const cairn = await sampleCairn();
  const id = await showFirst(cairn);
  fireEvent.click(await screen.findByRole('button', { name: 'Add metric' }));
  fireEvent.change(screen.getByRole('textbox', { name: 'What was measured' }), { target: { value: 'size' } });
  fireEvent.change(screen.getByRole('textbox', { name: 'After' }), { target: { value: 'small' } });
  fireEvent.click(screen.getByRole('button', { name: 'Done' }));
  await screen.findByText(/“small” is no figure/);
  expect((screen.getByRole('textbox', { name: 'After' }) as HTMLInputElement).value).toBe('small');
  await waitFor(async () =>
    expect((await cairn.call('getAccomplishment', { id })).metrics.at(-1)).toMatchObject({ name: 'size', value: null }),
  );
});

test('a draft says what is missing and can be marked ready', async () => {
  const cairn = await sampleCairn();
  const { id } = await cairn.call('logAccomplishment', { text: 'Moved the builds' });
  showScreen(cairn, RecordScreen, '/record/:id?', `/record/${id}`);
  expect((await screen.findAllByText('Draft, no story yet')).length).toBeGreaterThan(0);
  fireEvent.click(screen.getByRole('button', { name: 'Mark ready' }));
  await waitFor(async () => expect((await cairn.call('getAccomplishment', { id })).status).toBe('ready'));
});

describe('what is done to several', () => {
  const chosen = () => screen.getByRole('toolbar', { name: 'What is chosen' });

  test('Ctrl A chooses all that the filter leaves, R marks them ready, in one step', async () => {
    const cairn = await sampleCairn();
    for (const text of ['One more thing', 'Another thing']) await cairn.call('logAccomplishment', { text });
    const { total } = await cairn.call('listDrafts', {});
    showScreen(cairn, RecordScreen, '/record/:id?', '/record?status=draft');
    const listbox = await list();
    fireEvent.keyDown(listbox, { key: 'a', ctrlKey: true });
    await waitFor(() => expect(chosen().textContent).toContain(`Change ${total}`));
    fireEvent.keyDown(listbox, { key: 'r' });
    await waitFor(async () => expect((await cairn.call('listDrafts', {})).total).toBe(0));
    await cairn.call('undo', {});
    expect((await cairn.call('listDrafts', {})).total).toBe(total);
  });

  test('P asks for a position, and gives it to the rows that are chosen', async () => {
    const cairn = await sampleCairn();
    const [first, second] = (await cairn.call('listAccomplishments', {})).rows;
    showScreen(cairn, RecordScreen, '/record/:id?', '/record');
    const listbox = await list();
    fireEvent.keyDown(listbox, { key: ' ' });
    fireEvent.keyDown(listbox, { key: 'ArrowDown' });
    fireEvent.keyDown(listbox, { key: ' ' });
    fireEvent.keyDown(listbox, { key: 'p' });
    expect(await screen.findByText('Position: 2 accomplishments')).toBeTruthy();
    const field = await screen.findByRole('combobox', { name: 'Position' });
    fireEvent.change(field, { target: { value: 'no pos' } });
    fireEvent.click(await screen.findByRole('option', { name: 'No position', hidden: true }));
    for (const row of [first, second])
      await waitFor(async () =>
        expect((await cairn.call('getAccomplishment', { id: row?.id ?? '' })).positionId).toBeNull(),
      );
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  test('tags are added to all that are chosen', async () => {
    const cairn = await sampleCairn();
    showScreen(cairn, RecordScreen, '/record/:id?', '/record');
    const listbox = await list();
    fireEvent.keyDown(listbox, { key: 'a', ctrlKey: true });
    await screen.findByRole('toolbar', { name: 'What is chosen' });
    fireEvent.keyDown(listbox, { key: 't' });
    const field = await screen.findByRole('textbox', { name: 'Add tags' });
    fireEvent.change(field, { target: { value: '#looked-at, twice' } });
    fireEvent.submit(field);
    const { total } = await cairn.call('listAccomplishments', {});
    await waitFor(async () => expect((await cairn.call('listAccomplishments', { tag: 'twice' })).total).toBe(total));
  });
});

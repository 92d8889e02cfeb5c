/** Quick capture over the sample: what is understood, what waits for Tab, what is kept when it is closed. */
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { CaptureDialog } from '../../../src-renderer/features/capture/capture-dialog.tsx';
import type { TestCairn } from '../../helpers/cairn.ts';
import { sampleCairn, showScreen } from '../roles/show-screen.tsx';

function Opener() {
  const [isOpen, setOpen] = useState(true);
  return (
    <>
      <button type="button" onClick={() => setOpen(true)}>
        Open
      </button>
      <CaptureDialog opened={isOpen} onClose={() => setOpen(false)} />
    </>
  );
}

const field = () => screen.findByRole('textbox', { name: 'What you got done' }) as Promise<HTMLTextAreaElement>;
async function type(text: string) {
  fireEvent.change(await field(), { target: { value: text } });
}
async function showCapture() {
  const cairn = await sampleCairn();
  showScreen(cairn, Opener, '/', '/');
  await field();
  return cairn;
}

test('tags, competencies and positions are tinted in the text and told below it', async () => {
  await showCapture();
  await type('Cut the cold start #serving +PyTorch:3 @Quillmark');
  expect((await screen.findAllByText('#serving')).length).toBeGreaterThan(0);
  expect(await screen.findByText('from #serving')).toBeTruthy();
  expect(await screen.findByText('from +PyTorch:3')).toBeTruthy();
  expect(await screen.findByText('from @Quillmark')).toBeTruthy();
});

test('Enter saves a draft of what was understood; Shift with Enter does not', async () => {
  const cairn = await showCapture();
  await type('Cut the cold start by half #serving');
  fireEvent.keyDown(await field(), { key: 'Enter', shiftKey: true });
  expect((await cairn.call('listAccomplishments', { text: 'cold start by half' })).total).toBe(0);
  fireEvent.keyDown(await field(), { key: 'Enter' });
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  const { rows } = await cairn.call('listAccomplishments', { text: 'cold start by half' });
  expect(await cairn.call('getAccomplishment', { id: rows[0]?.id ?? '' })).toMatchObject({
    title: 'Cut the cold start by half',
    status: 'draft',
    tags: ['serving'],
    metrics: [],
  });
  expect((await cairn.call('getUnsaved', { key: 'capture' })).text ?? '').toBe('');
});

test('a metric found in the text waits for the user and is saved only when it was kept', async () => {
  const cairn = await showCapture();
  await type('Cut the cold start from 38 s to 9 s @Quillmark');
  fireEvent.click(await screen.findByRole('button', { name: 'Keep as metric' }));
  fireEvent.keyDown(await field(), { key: 'Enter' });
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  const { rows } = await cairn.call('listAccomplishments', { text: 'cold start' });
  expect((await cairn.call('getAccomplishment', { id: rows[0]?.id ?? '' })).metrics).toMatchObject([
    { unit: 's', baseline: 38, value: 9 },
  ]);
});

const savedNote = async (cairn: TestCairn, text: string) => {
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  const { rows } = await cairn.call('listAccomplishments', { text });
  return cairn.call('getAccomplishment', { id: rows[0]?.id ?? '' });
};

test('the only position held now is saved without a word, and left out where it is refused', async () => {
  const cairn = await showCapture();
  await type('Ran the failover drill');
  expect((await screen.findByText(/Saltgrove Energy/)).textContent).toContain('Saltgrove Energy');
  fireEvent.keyDown(await field(), { key: 'Enter' });
  expect((await savedNote(cairn, 'failover drill')).positionId).not.toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Open', hidden: true }));
  await type('Sang in the choir');
  fireEvent.click(await screen.findByRole('button', { name: 'Take out' }));
  expect(await screen.findByRole('button', { name: 'Put back' })).toBeTruthy();
  fireEvent.keyDown(await field(), { key: 'Enter' });
  expect((await savedNote(cairn, 'choir')).positionId).toBeNull();
});

test('Tab takes the guess that waits', async () => {
  await showCapture();
  await type('Cut the cold start from 38 s to 9 s @Quillmark');
  await screen.findByText('Metric?');
  fireEvent.keyDown(await field(), { key: 'Tab' });
  expect(await screen.findByRole('button', { name: 'Take out' })).toBeTruthy();
});

test('a date that the text names is offered, and Tab takes it with the position of that day', async () => {
  const cairn = await showCapture();
  await type('In May 2019 rewrote the monthly report');
  expect(await screen.findByRole('button', { name: 'Use May 2019' })).toBeTruthy();
  fireEvent.keyDown(await field(), { key: 'Tab' });
  expect((await screen.findAllByText(/Copperbeck Homes/)).length).toBeGreaterThan(0);
  fireEvent.keyDown(await field(), { key: 'Enter' });
  expect(await savedNote(cairn, 'monthly report')).toMatchObject({ startedOn: '2019-05' });
});

test('Tab leads from the text to Save, and a space typed there belongs to the text', async () => {
  await showCapture();
  await type('Ran the failover drill');
  fireEvent.keyDown(await field(), { key: 'Tab' });
  const save = screen.getByRole('button', { name: /^Save/ });
  expect(document.activeElement).toBe(save);
  fireEvent.keyDown(save, { key: ' ' });
  expect(document.activeElement).toBe(await field());
});

test('Change puts the focus into the date, Enter saves it and returns to the text', async () => {
  const cairn = await showCapture();
  await type('Ran the failover drill');
  fireEvent.click(await screen.findByRole('button', { name: 'Change' }));
  const when = (await screen.findByRole('textbox', { name: 'When' })) as HTMLInputElement;
  expect(document.activeElement).toBe(when);
  fireEvent.change(when, { target: { value: 'Mar 2024' } });
  fireEvent.keyDown(when, { key: 'Enter' });
  await waitFor(async () => expect(document.activeElement).toBe(await field()));
  expect(await screen.findByText('Mar 2024')).toBeTruthy();
  fireEvent.keyDown(await field(), { key: 'Enter' });
  expect((await savedNote(cairn, 'failover drill')).startedOn).toBe('2024-03');
});

test('Escape closes and keeps the text, which is there again when the dialog is opened', async () => {
  const cairn = await showCapture();
  await type('Half a thought');
  fireEvent.keyDown(await field(), { key: 'Escape' });
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await waitFor(async () => expect((await cairn.call('getUnsaved', { key: 'capture' })).text).toBe('Half a thought'));
  fireEvent.click(screen.getByRole('button', { name: 'Open', hidden: true }));
  await waitFor(async () => expect((await field()).value).toBe('Half a thought'));
});

test('typed text is kept within a second, without closing anything', async () => {
  const cairn = await showCapture();
  await type('Something long');
  await vi.waitFor(
    async () => expect((await cairn.call('getUnsaved', { key: 'capture' })).text).toBe('Something long'),
    {
      timeout: 1_000,
    },
  );
});

test('a text that is too long is refused with the limit, and stays whole in the field', async () => {
  await showCapture();
  const pasted = 'A long page. '.repeat(4_000);
  await type(pasted);
  expect(await screen.findByText(/52,000 characters long, and an accomplishment takes 50,000/)).toBeTruthy();
  fireEvent.keyDown(await field(), { key: 'Enter' });
  expect((await screen.findByRole('alert')).textContent).toMatch(/50,000 characters are the most/);
  expect((await field()).value).toBe(pasted);
});

test('what main refuses is said in the dialog, and the text stays', async () => {
  await showCapture();
  await type('#serving');
  fireEvent.keyDown(await field(), { key: 'Escape' });
  fireEvent.click(screen.getByRole('button', { name: 'Open', hidden: true }));
  await waitFor(async () => expect((await field()).value).toBe('#serving'));
  fireEvent.keyDown(await field(), { key: 'Enter' });
  expect((await screen.findByRole('alert')).textContent).toMatch(/Write what you got done/);
  expect((await field()).value).toBe('#serving');
});

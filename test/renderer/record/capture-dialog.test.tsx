/** Quick capture over the sample: what is understood, what waits for Tab, what is kept when it is closed. */
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { CaptureDialog } from '../../../src-renderer/features/capture/capture-dialog.tsx';
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

test('Tab takes the guesses one by one: the position as a mark in the text, then the metric', async () => {
  await showCapture();
  await type('Cut the cold start from 38 s to 9 s');
  await screen.findByText('Position?');
  fireEvent.keyDown(await field(), { key: 'Tab' });
  await waitFor(async () => expect((await field()).value).toContain('@Saltgrove Energy'));
  fireEvent.keyDown(await field(), { key: 'Tab' });
  expect(await screen.findByRole('button', { name: 'Take out' })).toBeTruthy();
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

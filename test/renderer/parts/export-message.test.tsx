/** The message after an export: in the rail where there is one, with the file to open. */
import { fireEvent, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { ExportMessage, exportMessagePlace } from '../../../src-renderer/parts/export/export-message.tsx';
import { fakeMain, Refusal, show } from './fake-main.tsx';

const saved = { savedId: 'a', notices: ['Your profile has no name.'] };

test('stands in the rail, says what is to be known, and opens the file or its folder', async () => {
  const main = fakeMain({});
  const rail = document.body.appendChild(document.createElement('div'));
  rail.id = exportMessagePlace;
  const onClose = vi.fn();
  show(<ExportMessage saved={saved} text="Saved as Resume.pdf." warning="A parser misses a line." onClose={onClose} />);
  expect(rail.textContent).toContain('Saved as Resume.pdf. A parser misses a line. Your profile has no name.');
  fireEvent.click(screen.getByRole('button', { name: 'Open' }));
  fireEvent.click(screen.getByRole('button', { name: 'Show in folder' }));
  await vi.waitFor(() =>
    expect(main.inputsOf('openSavedFile')).toEqual([
      { savedId: 'a', how: 'open' },
      { savedId: 'a', how: 'folder' },
    ]),
  );
  fireEvent.click(screen.getByRole('button', { name: 'Close the message' }));
  expect(onClose).toHaveBeenCalledOnce();
  rail.remove();
});

test('says why a file was not opened', async () => {
  fakeMain({
    openSavedFile: () => {
      throw new Refusal('NOT_FOUND', 'Resume.pdf is no longer where it was saved.');
    },
  });
  show(<ExportMessage saved={saved} text="Saved as Resume.pdf." onClose={() => undefined} isInPlace />);
  fireEvent.click(screen.getByRole('button', { name: 'Open' }));
  expect(await screen.findByText(/is no longer where it was saved/)).toBeTruthy();
});

test('offers nothing to open while the file is made, or where it cannot be', () => {
  fakeMain({});
  show(
    <>
      <ExportMessage saved={null} text="Making the PDF" onClose={() => undefined} />
      <ExportMessage saved={{ savedId: null, notices: [] }} text="Saved" onClose={() => undefined} />
    </>,
  );
  expect(screen.queryByRole('button', { name: 'Open' })).toBeNull();
});

import { fireEvent, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { PanelBody, PanelHead, PanelScreen, PanelTitle } from '../../../src-renderer/ui/side-panel.tsx';
import { fakeMain, show } from '../parts/fake-main.tsx';

function showScreen(isOpen: boolean, focusCount = 0) {
  fakeMain({});
  const onClose = vi.fn();
  show(
    <PanelScreen
      label="The thing"
      onClose={onClose}
      panel={
        isOpen ? (
          <>
            <PanelHead onClose={onClose}>
              <PanelTitle focusCount={focusCount}>Its name</PanelTitle>
            </PanelHead>
            <PanelBody label="Its name">Words</PanelBody>
          </>
        ) : null
      }
    >
      <input aria-label="Filter" />
    </PanelScreen>,
  );
  return onClose;
}

test('Escape closes an open panel from anywhere on its screen, and so does its button', () => {
  const onClose = showScreen(true);
  fireEvent.keyDown(screen.getByLabelText('Filter'), { key: 'Escape' });
  fireEvent.click(screen.getByRole('button', { name: 'Close' }));
  expect(onClose).toHaveBeenCalledTimes(2);
});

test('Escape does nothing while no panel is open, or when a field has taken it', () => {
  const onClose = showScreen(false);
  expect(screen.queryByRole('complementary')).toBeNull();
  fireEvent.keyDown(screen.getByLabelText('Filter'), { key: 'Escape' });
  expect(onClose).not.toHaveBeenCalled();
});

test('a panel that a key opened takes the focus to its title, one that a click opened does not', () => {
  showScreen(true, 1);
  expect(document.activeElement).toBe(screen.getByRole('heading', { name: 'Its name' }));
});

import { fireEvent, screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { SortableList } from '../../../src-renderer/ui/sortable-list.tsx';
import { fakeMain, show } from '../parts/fake-main.tsx';

const names = ['Skills', 'Work', 'Education'];

function list() {
  fakeMain({});
  const onReorder = vi.fn();
  show(
    <SortableList
      items={names}
      getId={(name) => name}
      getLabel={(name) => name}
      renderItem={(name) => <span>{name}</span>}
      onReorder={onReorder}
    />,
  );
  return onReorder;
}

const handle = (name: string) => screen.getByRole('button', { name: new RegExp(`^Move ${name}`) });

describe('a list put in order by the keyboard', () => {
  it('moves down by Alt and the arrow, and says where it is now', () => {
    const onReorder = list();
    fireEvent.keyDown(handle('Skills'), { key: 'ArrowDown', altKey: true });
    expect(onReorder.mock.calls).toEqual([[['Work', 'Skills', 'Education']]]);
    expect(screen.getByText('Skills, item 2 of 3')).toBeTruthy();
  });

  it('does not move past its ends, nor without Alt', () => {
    const onReorder = list();
    fireEvent.keyDown(handle('Skills'), { key: 'ArrowUp', altKey: true });
    fireEvent.keyDown(handle('Education'), { key: 'ArrowDown', altKey: true });
    fireEvent.keyDown(handle('Work'), { key: 'ArrowDown' });
    expect(onReorder).not.toHaveBeenCalled();
  });

  it('moves to the top from the menu of its handle', async () => {
    const onReorder = list();
    fireEvent.click(handle('Education'));
    fireEvent.click(await screen.findByRole('menuitem', { name: 'Move to the top' }));
    expect(onReorder.mock.calls).toEqual([[['Education', 'Skills', 'Work']]]);
  });
});

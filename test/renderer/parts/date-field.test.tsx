import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { DateField } from '../../../src-renderer/parts/text/date-field.tsx';
import { fakeMain, show } from './fake-main.tsx';

function typeDate(text: string, value: string | null = null) {
  fakeMain({});
  const onSave = vi.fn();
  show(<DateField label="Started" value={value} onSave={onSave} />);
  const field = screen.getByLabelText('Started');
  fireEvent.change(field, { target: { value: text } });
  fireEvent.blur(field);
  return onSave;
}

describe('a field for a date', () => {
  it.each([
    ['Mar 2026', '2026-03'],
    ['2026-03', '2026-03'],
    ['2026', '2026'],
    ['15 March 2026', '2026-03-15'],
  ])('reads %s as %s', async (text, date) => {
    const onSave = typeDate(text);
    await waitFor(() => expect(onSave.mock.calls).toEqual([[date]]));
  });

  it('says below what is wrong, keeps what was typed, and saves nothing', () => {
    const onSave = typeDate('2026-13');
    expect(screen.getByText('There is no month 13. Try 2026-03, or just 2026.')).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('Started').value).toBe('2026-13');
    expect(onSave).not.toHaveBeenCalled();
  });

  it('takes an emptied field as no date', async () => {
    const onSave = typeDate('  ', '2024');
    await waitFor(() => expect(onSave.mock.calls).toEqual([[null]]));
  });

  it('does not save a date that did not change', async () => {
    const onSave = typeDate('March 2024', '2024-03');
    await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('Started').value).toBe('Mar 2024'));
    expect(onSave).not.toHaveBeenCalled();
  });

  it('keeps on Escape what can be read, and takes back what cannot', async () => {
    fakeMain({});
    const onSave = vi.fn();
    const onKeyDown = vi.fn();
    show(
      // biome-ignore lint/a11y/noStaticElementInteractions: it only listens whether Escape goes on
      <div onKeyDown={onKeyDown}>
        <DateField label="Started" value={null} onSave={onSave} />
      </div>,
    );
    const field = screen.getByLabelText<HTMLInputElement>('Started');
    fireEvent.change(field, { target: { value: '2026-13' } });
    fireEvent.blur(field);
    fireEvent.keyDown(field, { key: 'Escape' });
    expect(field.value).toBe('');
    expect(onKeyDown).not.toHaveBeenCalled();
    fireEvent.change(field, { target: { value: 'Sep 2026' } });
    fireEvent.keyDown(field, { key: 'Enter' });
    fireEvent.keyDown(field, { key: 'Escape' });
    // what it stands in closes, and the date is saved once
    expect(onKeyDown).toHaveBeenCalledTimes(2);
    await waitFor(() => expect(onSave.mock.calls).toEqual([['2026-09']]));
  });
});

import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { flushAll } from '../../../src-renderer/parts/saving/flush.ts';
import { EditableText } from '../../../src-renderer/parts/text/editable-text.tsx';
import { fakeMain, Refusal, show } from './fake-main.tsx';

const type = (text: string) => fireEvent.change(screen.getByRole('textbox'), { target: { value: text } });
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

describe('text edited in place', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  function open(onSave: (text: string) => unknown, value = 'Before') {
    const page = show(<EditableText label="Title" value={value} onSave={onSave} keepKey="thing:title" />);
    fireEvent.click(screen.getByRole('button', { name: 'Title: Before' }));
    return page;
  }

  it('saves 400 ms after the last key, once', async () => {
    fakeMain({});
    const onSave = vi.fn();
    open(onSave);
    type('A');
    await pass(300);
    type('After');
    await pass(399);
    expect(onSave).not.toHaveBeenCalled();
    await pass(1);
    expect(onSave.mock.calls).toEqual([['After']]);
  });

  it('saves within a second for someone who never pauses', async () => {
    fakeMain({});
    const onSave = vi.fn();
    open(onSave);
    for (let key = 0; key < 12; key += 1) {
      type('x'.repeat(key + 1));
      await pass(100);
    }
    expect(onSave).toHaveBeenCalled();
  });

  it('saves at once on leaving, and does not save what did not change', async () => {
    fakeMain({});
    const onSave = vi.fn();
    open(onSave);
    type('After');
    fireEvent.blur(screen.getByRole('textbox'));
    await pass(0);
    expect(onSave.mock.calls).toEqual([['After']]);
    expect(screen.queryByRole('textbox')).toBeNull();
    await pass(2_000);
    expect(onSave).toHaveBeenCalledTimes(1);
  });

  it('closes by Escape with the text saved, and the focus where it was', async () => {
    fakeMain({});
    const onSave = vi.fn();
    open(onSave);
    type('After');
    fireEvent.keyDown(screen.getByRole('textbox'), { key: 'Escape' });
    await pass(0);
    expect(onSave.mock.calls).toEqual([['After']]);
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Title: After' }));
  });

  it('keeps the text of a refused save in the field and aside, and says why', async () => {
    const main = fakeMain({});
    open(() => Promise.reject(new Refusal('DISK_FULL', 'The disk is full. Your record is safe.')));
    type('After');
    fireEvent.blur(screen.getByRole('textbox'));
    await pass(0);
    expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('After');
    expect(screen.getByRole('alert').textContent).toContain('The disk is full');
    expect(main.inputsOf('keepUnsaved')).toEqual([{ key: 'thing:title', text: 'After' }]);
  });

  it('saves the older text before the newer, however slow the disk', async () => {
    fakeMain({});
    const saved: string[] = [];
    const slow = [200, 0];
    open(async (text) => {
      await new Promise((resolve) => setTimeout(resolve, slow.shift() ?? 0));
      saved.push(text);
    });
    type('first');
    await pass(400);
    type('second');
    await pass(1_000);
    expect(saved).toEqual(['first', 'second']);
  });

  it('is saved when the window closes in the middle of a word', async () => {
    fakeMain({});
    const onSave = vi.fn();
    open(onSave);
    type('Aft');
    const flushed = flushAll();
    await pass(0);
    await flushed;
    expect(onSave.mock.calls).toEqual([['Aft']]);
  });

  it('is saved when the screen changes in the middle of a word', async () => {
    fakeMain({});
    const onSave = vi.fn();
    const page = open(onSave);
    type('Aft');
    page.unmount();
    await pass(0);
    expect(onSave.mock.calls).toEqual([['Aft']]);
  });
});

describe('text that was never saved', () => {
  it('comes back when its field does, and is saved by one act', async () => {
    fakeMain({ getUnsaved: () => ({ text: 'Typed before the power went' }) });
    const onSave = vi.fn();
    show(<EditableText label="Story" value="Old" onSave={onSave} keepKey="thing:story" multiline />);
    await waitFor(() =>
      expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('Typed before the power went'),
    );
    fireEvent.click(screen.getByRole('button', { name: 'Save again' }));
    await waitFor(() => expect(onSave.mock.calls).toEqual([['Typed before the power went']]));
  });

  it('can be let go', async () => {
    const main = fakeMain({ getUnsaved: () => ({ text: 'No longer wanted' }) });
    show(<EditableText label="Title" value="Old" onSave={vi.fn()} keepKey="thing:title" />);
    fireEvent.click(await screen.findByRole('button', { name: 'Discard' }));
    expect(await screen.findByRole('button', { name: 'Title: Old' })).toBeTruthy();
    expect(main.inputsOf('keepUnsaved')).toEqual([{ key: 'thing:title', text: '' }]);
  });
});

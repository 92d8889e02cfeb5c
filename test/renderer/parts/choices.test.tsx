import { fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { answerKey, queryClient } from '../../../src-renderer/api.ts';
import { useNamedDecisions } from '../../../src-renderer/features/import/review/role/use-named-decisions.ts';
import { useOrder } from '../../../src-renderer/features/resumes/builder/use-order.ts';
import { useChanges } from '../../../src-renderer/parts/saving/use-changes.ts';
import { useSavedChoice } from '../../../src-renderer/parts/saving/use-saved-content.ts';
import { type BusyMain, busyMain, pass, save, showField, storedKey, useStored } from './busy-main.tsx';

function Switch() {
  const [isOn, choose] = useSavedChoice(useStored() === 'on', (next) => save(next ? 'on' : 'off'));
  return (
    <button type="button" onClick={() => void choose(!isOn).catch(() => undefined)}>
      {isOn ? 'on' : 'off'}
    </button>
  );
}

function Order() {
  const ids = (useStored() || 'a,b,c').split(',');
  const [ordered, reorder] = useOrder(
    ids,
    (id) => id,
    (next) => save(next.join()),
  );
  return (
    <button type="button" onClick={() => reorder([...ordered.slice(1), ...ordered.slice(0, 1)])}>
      {ordered.join()}
    </button>
  );
}

/** A list that is sent as it will be: each change adds to what main has by then. */
function Tags() {
  const stored = useStored();
  const { shown, change } = useChanges<readonly string[], readonly string[]>({
    id: 'tags',
    data: stored === '' ? [] : stored.split(','),
    merge: (_now, tags) => tags,
    send: async (tags) => {
      if (typeof tags === 'function') return;
      await save(tags.join());
      queryClient.setQueryData(answerKey('getUnsaved', { key: storedKey }), { text: tags.join() });
    },
  });
  const [typed, setTyped] = useState(0);
  const add = () => {
    setTyped(typed + 1);
    change([...(shown ?? []), `tag${typed}`]).catch(() => undefined);
  };
  return (
    <button type="button" onClick={add}>
      {(shown ?? []).join()}
    </button>
  );
}

function Choices() {
  const { values, set } = useNamedDecisions<string>('draft', 'joins');
  return (
    <button type="button" onClick={() => set({ [`name${Object.keys(values).length}`]: 'same' })}>
      {Object.keys(values).join()}
    </button>
  );
}

describe('what is chosen while main is busy', () => {
  let main: BusyMain;
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(async () => {
    await main.end();
    vi.useRealTimers();
  });

  const press = () => fireEvent.click(screen.getByRole('button'));
  const shown = () => screen.getByRole('button').textContent;

  it('a switch that is turned twice shows each turn at once, and the answer to the first flips nothing back', async () => {
    main = busyMain('off');
    showField(<Switch />);
    await main.settle();
    press();
    expect(shown()).toBe('on');
    press();
    expect(shown()).toBe('off');
    while (!main.isQuiet()) {
      main.answer();
      await main.deliver();
      await pass(1);
      expect(shown()).toBe('off');
    }
    expect(main.stored()).toBe('off');
  });

  it('a switch that main refuses to turn is shown as it was', async () => {
    main = busyMain('off');
    showField(<Switch />);
    await main.settle();
    press();
    main.answer(true);
    await main.deliver();
    await pass(1);
    expect(shown()).toBe('off');
  });

  it('an order made in two moves is never shown as it was between them', async () => {
    main = busyMain('a,b,c');
    showField(<Order />);
    await main.settle();
    press();
    press();
    while (!main.isQuiet()) {
      expect(shown()).toBe('c,a,b');
      main.answer();
      await main.deliver();
      await pass(1);
    }
    expect(shown()).toBe('c,a,b');
    expect(main.stored()).toBe('c,a,b');
  });

  it('an order gives way to an undo', async () => {
    main = busyMain('a,b,c');
    showField(<Order />);
    await main.settle();
    press();
    await main.settle();
    main.change('a,b,c');
    await main.settle();
    expect(shown()).toBe('a,b,c');
  });

  it('tags added one after the other are all there, shown and stored', async () => {
    main = busyMain();
    showField(<Tags />);
    await main.settle();
    press();
    press();
    press();
    await pass(1);
    while (!main.isQuiet()) {
      expect(shown()).toBe('tag0,tag1,tag2');
      main.answer();
      await main.deliver();
      await pass(1);
    }
    expect(shown()).toBe('tag0,tag1,tag2');
    expect(main.stored()).toBe('tag0,tag1,tag2');
  });

  it('a choice of a review made before the earlier ones are read is added to them', async () => {
    main = busyMain();
    main.earlier('import:draft:joins', '{"earlier":"same"}');
    showField(<Choices />);
    press();
    expect(shown()).toBe('name0');
    await main.settle();
    await pass(10);
    await main.settle();
    expect(shown()).toBe('earlier,name0');
    expect(JSON.parse(main.aside('import:draft:joins') ?? '')).toEqual({ earlier: 'same', name0: 'same' });
  });
});

import { act, fireEvent } from '@testing-library/react';
import fc from 'fast-check';
import { type ReactNode, useMemo } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { NameField } from '../../../src-renderer/features/competencies/name-field.tsx';
import { useDraftContent } from '../../../src-renderer/features/import/review/use-draft-content.ts';
import { SavedField } from '../../../src-renderer/features/record/accomplishment/saved-field.tsx';
import { CaptureField } from '../../../src-renderer/parts/capture/capture-field.tsx';
import { EditName, EditText } from '../../../src-renderer/parts/role-editor/edit-text.tsx';
import { useRoleDraft } from '../../../src-renderer/parts/role-editor/use-role-draft.ts';
import { flushAll } from '../../../src-renderer/parts/saving/flush.ts';
import { useAutosave } from '../../../src-renderer/parts/saving/use-autosave.ts';
import { DateField } from '../../../src-renderer/parts/text/date-field.tsx';
import { EditableText } from '../../../src-renderer/parts/text/editable-text.tsx';
import { wholeRole } from '../role/whole-role.ts';
import { type BusyMain, busyMain, fieldOf, pass, save, showField, typeInto, useStored } from './busy-main.tsx';

const track = <Value,>(saving: Promise<Value>): Promise<Value> => saving;

function Bare({ isTrimmed = false }: { readonly isTrimmed?: boolean }) {
  const { text, change, leave } = useAutosave(
    useStored(),
    (next) => save(isTrimmed ? next.trim() : next),
    isTrimmed ? 'bare' : undefined,
  );
  return <input value={text} onChange={(event) => change(event.currentTarget.value)} onBlur={() => void leave()} />;
}

const whole = wholeRole().role;

function InRole() {
  const title = useStored();
  const stored = useMemo(() => ({ ...whole, title }), [title]);
  const { role, change } = useRoleDraft('role', stored, (next) => save(next.title.trim()));
  return <EditText label="Title" value={role.title} onSave={(text) => change((now) => ({ ...now, title: text }))} />;
}

function InDraft() {
  const { content, change } = useDraftContent<string>('', save);
  return <EditText label="Words" value={content} onSave={(text) => change(() => text)} />;
}

interface FieldCase {
  readonly name: string;
  readonly Field: () => ReactNode;
  /** Saved when it is left, not while one types. */
  readonly isSavedWhenLeft?: true;
  /** What is typed one after the other; a date must be one. */
  readonly texts?: readonly [string, string, string];
  /** What main makes of it; the same text, if not said. */
  readonly madeOf?: (typed: string) => string;
}

const bare: FieldCase = { name: 'text that saves itself', Field: () => <Bare /> };
const trimmed: FieldCase = { name: 'text stored without spaces at its ends', Field: () => <Bare isTrimmed /> };

const fields: readonly FieldCase[] = [
  bare,
  {
    name: 'text edited in place',
    Field: () => <EditableText label="Story" multiline value={useStored()} onSave={save} keepKey="a:story" startOpen />,
  },
  {
    name: 'a field of the record',
    Field: () => <SavedField label="Name" value={useStored()} onSave={save} track={track} keepKey="a:name" />,
  },
  { name: 'a field of the role editor', Field: InRole, madeOf: (typed) => typed.trim() },
  {
    name: 'a name of the role editor',
    Field: () => <EditName label="Name" value={useStored()} known={[]} onSave={save} />,
    isSavedWhenLeft: true,
  },
  {
    name: 'the name of a competency',
    Field: () => <NameField name={useStored() || 'Name'} onSave={async (text) => void (await save(text))} />,
    isSavedWhenLeft: true,
  },
  {
    name: 'a date',
    Field: () => <DateField label="Start" value={useStored() || null} onSave={(date) => save(date ?? '')} />,
    isSavedWhenLeft: true,
    texts: ['2024', '2025', '2026'],
  },
  { name: 'a value of an imported draft', Field: InDraft },
];

describe('what is typed while main is busy', () => {
  let main: BusyMain;
  beforeEach(() => {
    vi.useFakeTimers();
    main = busyMain();
  });
  afterEach(async () => {
    await main.end();
    vi.useRealTimers();
  });

  async function open({ Field }: FieldCase) {
    const page = showField(<Field />);
    await main.settle();
    return page;
  }

  it.each(fields)('stays in $name when the answer to an older save arrives', async (field) => {
    const page = await open(field);
    const [first, second, third] = field.texts ?? ['The sta', 'The stan', 'The stand'];
    const type = async (text: string) => {
      const element = fieldOf(page);
      typeInto(element, text);
      if (field.isSavedWhenLeft) fireEvent.keyDown(element, { key: 'Enter' });
      await pass(450);
    };
    await type(first);
    main.answer();
    await main.deliver();
    await main.deliver(); // the first save is done, and what it made stale is asked anew
    await type(second); // the second save is on its way
    main.answer();
    await main.deliver(); // the older answer arrives
    await pass(1);
    expect(fieldOf(page).value).toBe(second);
    await type(third);
    await main.settle();
    await pass(2_000);
    await main.settle();
    expect(main.saves.at(-1)).toBe(third);
    expect(fieldOf(page).value).toBe(third);
  });

  it.each(fields)('is stored whole by $name when the window closes while an older save is under way', async (field) => {
    const page = await open(field);
    const [first, second, third] = field.texts ?? ['The sta', 'The stan', 'The stand'];
    typeInto(fieldOf(page), first);
    const flushed = vi.fn();
    void flushAll().then(flushed);
    typeInto(fieldOf(page), second);
    await pass(1);
    main.answer();
    await main.deliver();
    expect(flushed).not.toHaveBeenCalled();
    typeInto(fieldOf(page), third);
    for (let step = 0; step < 40 && flushed.mock.calls.length === 0; step += 1) {
      main.answer();
      await main.deliver();
      await pass(1);
    }
    expect(flushed).toHaveBeenCalled();
    expect(main.stored()).toBe(third);
  });

  it.each(fields)('is stored by $name when its screen goes while a save is under way', async (field) => {
    const page = await open(field);
    const [first, second] = field.texts ?? ['The sta', 'The stan'];
    typeInto(fieldOf(page), first);
    void flushAll();
    typeInto(fieldOf(page), second);
    page.unmount();
    await main.settle();
    expect(main.stored()).toBe(second);
  });

  it('keeps the space one pauses at, though it is stored without', async () => {
    const page = showField(<Bare isTrimmed />);
    await main.settle();
    typeInto(fieldOf(page), 'The ');
    await pass(1_000);
    await main.settle();
    expect(fieldOf(page).value).toBe('The ');
    fireEvent.blur(fieldOf(page));
    await pass(1);
    expect(fieldOf(page).value).toBe('The');
  });

  it('is shown again in a field that went and came back before it was stored', async () => {
    const page = showField(<Bare isTrimmed />);
    await main.settle();
    typeInto(fieldOf(page), 'The standby');
    page.unmount();
    const back = showField(<Bare isTrimmed />);
    await pass(1);
    expect(fieldOf(back).value).toBe('The standby');
    await main.settle();
    expect(fieldOf(back).value).toBe('The standby');
    expect(main.stored()).toBe('The standby');
  });

  it('gives way to an undo that is newer than the last key', async () => {
    const page = showField(<Bare />);
    await main.settle();
    typeInto(fieldOf(page), 'Before');
    await pass(450);
    await main.settle();
    typeInto(fieldOf(page), 'After');
    await pass(450);
    await main.settle();
    main.change('Before');
    await main.settle();
    expect(fieldOf(page).value).toBe('Before');
  });

  it('stays when an undo of something else arrives while it is not saved yet, and is saved over it', async () => {
    const page = showField(<Bare />);
    await main.settle();
    typeInto(fieldOf(page), 'Typed');
    main.change('Undone');
    await main.settle();
    expect(fieldOf(page).value).toBe('Typed');
    await pass(450);
    await main.settle();
    expect(main.stored()).toBe('Typed');
    expect(fieldOf(page).value).toBe('Typed');
  });

  it('stays when what it made stale cannot be read', async () => {
    const page = showField(<Bare />);
    await main.settle();
    typeInto(fieldOf(page), 'Typed');
    fireEvent.blur(fieldOf(page));
    main.answer();
    await main.deliver();
    await main.deliver();
    main.answer(true);
    await main.deliver();
    await pass(10);
    expect(fieldOf(page).value).toBe('Typed');
  });

  it('is the beginning of the next note when a note is captured slowly', async () => {
    const page = showField(<CaptureField />);
    await main.settle();
    const field = () => page.container.querySelector('textarea') as HTMLTextAreaElement;
    typeInto(field(), 'Ran the drill');
    fireEvent.keyDown(field(), { key: 'Enter' });
    await pass(1);
    expect(main.waiting()).toContain('logAccomplishment');
    typeInto(field(), 'Ran the drill and then');
    await main.settle();
    expect(field().value).toBe(' and then');
  });

  it('stands below a note of an earlier time that is read late', async () => {
    const page = showField(<CaptureField />);
    const field = () => page.container.querySelector('textarea') as HTMLTextAreaElement;
    typeInto(field(), 'New');
    main.earlier('capture', 'Old');
    await main.settle();
    expect(field().value).toBe('Old\nNew');
  });
});

type Step = 'key' | 'space' | 'erase' | 'moment' | 'pause' | 'answer' | 'refuse' | 'deliver' | 'leave' | 'flush';
const steps = fc.array(
  fc.constantFrom<Step>(
    'key',
    'key',
    'key',
    'space',
    'erase',
    'moment',
    'pause',
    'answer',
    'answer',
    'deliver',
    'deliver',
    'refuse',
    'leave',
    'flush',
  ),
  { minLength: 5, maxLength: 40 },
);

describe('whatever main does, and in whatever order', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  /** Plays the steps; after each, the field shows what was typed last, or, once it is left, what main made of it. */
  async function play(field: FieldCase, plan: readonly Step[], madeOf: (typed: string) => string) {
    const main = busyMain();
    try {
      const page = showField(<field.Field />);
      await main.settle();
      let typed = '';
      let isLeft = false;
      let count = 0;
      const set = (text: string) => {
        typed = text;
        isLeft = false;
        typeInto(fieldOf(page), text);
      };
      for (const step of plan) {
        if (step === 'key') set(typed + String.fromCharCode(97 + (count++ % 26)));
        else if (step === 'space') set(`${typed} `);
        else if (step === 'erase' && typed !== '') set(typed.slice(0, -1));
        else if (step === 'moment') await pass(90);
        else if (step === 'pause') await pass(450);
        else if (step === 'answer') main.answer();
        else if (step === 'refuse') main.answer(true);
        else if (step === 'deliver') await main.deliver();
        else if (step === 'flush') await act(async () => void flushAll());
        else if (step === 'leave') {
          fireEvent.blur(fieldOf(page));
          isLeft = true;
        }
        await pass(1);
        const shown = fieldOf(page).value;
        if (!(isLeft && shown === madeOf(typed))) expect(shown).toBe(typed);
      }
      for (let round = 0; round < 8 && (round < 2 || main.stored() !== madeOf(typed)); round += 1) {
        await act(async () => void flushAll());
        await pass(1_500);
        await main.settle();
      }
      expect(main.stored()).toBe(madeOf(typed));
      expect([typed, madeOf(typed)]).toContain(fieldOf(page).value);
    } finally {
      await main.end();
    }
  }

  it('a field shows what was typed last, and that is what is stored in the end', async () => {
    await fc.assert(
      fc.asyncProperty(steps, (plan) => play(bare, plan, (typed) => typed)),
      { numRuns: 120 },
    );
  });

  it('so does a field whose text main stores without the spaces at its ends', async () => {
    await fc.assert(
      fc.asyncProperty(steps, (plan) => play(trimmed, plan, (typed) => typed.trim())),
      { numRuns: 120 },
    );
  });

  it.each(fields.filter(({ isSavedWhenLeft }) => !isSavedWhenLeft))('so does $name', async (field) => {
    await fc.assert(
      fc.asyncProperty(steps, (plan) => play(field, plan, field.madeOf ?? ((typed) => typed))),
      { numRuns: 12 },
    );
  });
});

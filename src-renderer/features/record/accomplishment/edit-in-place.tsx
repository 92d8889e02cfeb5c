/** A thing of several fields that is edited where it stands: a click opens its fields, leaving them closes them. */
import { Box, Button, Flex, UnstyledButton } from '@mantine/core';
import { type FocusEvent, type KeyboardEvent, type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { flushAll } from '../../../parts/saving/flush.ts';
import classes from './edit-in-place.module.css';

/** Tells `EditInPlace` of a save, so that its fields stay until main has answered. */
export type TrackSave = <Value>(saving: Promise<Value>) => Promise<Value>;

interface InPlaceProps {
  /** What it is, for readers: `metric`. */
  readonly label: string;
  readonly view: ReactNode;
  /** The fields; every save in them goes through `track`. */
  readonly children: (track: TrackSave) => ReactNode;
  /** Open from the start, as for a thing just made. */
  readonly startOpen?: boolean;
  /** Left of Done, such as a button that takes the thing away. */
  readonly acts?: ReactNode;
  /** Told when the fields were closed, so that a thing that was left empty can go. */
  readonly onClosed?: () => void;
  /** Stands beside the view and is not part of its button: a link, say. */
  readonly aside?: ReactNode;
}

export function EditInPlace({ label, view, children, startOpen = false, acts, onClosed, aside }: InPlaceProps) {
  const [isOpen, setOpen] = useState(startOpen);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const saves = useRef(new Set<Promise<unknown>>());
  const returnsFocus = useRef(false);
  const isPressed = useRef(false);

  useEffect(() => {
    if (isOpen) {
      const first = box.current?.querySelector<HTMLElement>('input:not([disabled], [type="radio"]), textarea');
      if (!box.current?.contains(document.activeElement)) first?.focus();
    } else if (returnsFocus.current) {
      returnsFocus.current = false;
      button.current?.focus();
    }
  }, [isOpen]);

  const track: TrackSave = useCallback((saving) => {
    saves.current.add(saving);
    void saving.catch(() => undefined).finally(() => saves.current.delete(saving));
    return saving;
  }, []);

  /** Closes once everything typed is saved; a field that was refused keeps its text, and the fields stay open. */
  const close = async (isByKey: boolean) => {
    const active = document.activeElement;
    if (active instanceof HTMLElement && box.current?.contains(active)) active.blur();
    await flushAll();
    while (saves.current.size > 0) await Promise.allSettled([...saves.current]);
    await nextTask();
    const refused = box.current?.querySelector<HTMLElement>('[aria-invalid="true"]');
    if (refused) {
      if (isByKey) refused.focus();
      return;
    }
    returnsFocus.current = isByKey;
    setOpen(false);
    onClosed?.();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.stopPropagation();
    void close(true);
  };
  const onBlur = (event: FocusEvent) => {
    const next = event.relatedTarget;
    // A press on a label or between the fields takes the focus for a moment; it is no leaving.
    if (isPressed.current || !document.hasFocus()) return;
    if (next instanceof Node && (box.current?.contains(next) || isFloating(next))) return;
    void close(false);
  };
  const onPointerDown = () => {
    isPressed.current = true;
    window.addEventListener('pointerup', () => setTimeout(() => (isPressed.current = false)), { once: true });
  };

  if (!isOpen) {
    return (
      <div className={classes.closed}>
        <UnstyledButton ref={button} className={classes.view} onClick={() => setOpen(true)}>
          <span className="cn-aside">Edit {label}: </span>
          {view}
        </UnstyledButton>
        {aside}
      </div>
    );
  }
  return (
    <Box
      ref={box}
      role="group"
      aria-label={label}
      mt={-2}
      mb={6}
      onKeyDown={onKeyDown}
      onBlur={onBlur}
      onPointerDown={onPointerDown}
    >
      <Flex align="flex-start" wrap="wrap" gap="0.625rem 0.75rem">
        {children(track)}
      </Flex>
      <Flex wrap="wrap" gap="sm" justify="flex-end" mt={10}>
        {acts}
        <Button onClick={() => void close(true)}>Done</Button>
      </Flex>
    </Box>
  );
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** Menus and option lists hang at the end of the page, not inside the fields they belong to. */
function isFloating(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[data-portal], [role="listbox"], [role="menu"]') !== null;
}

/** Rows of a list that open one at a time: closed they are read, open they are edited; in order by hand or by keys. */
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconChevronDown, IconChevronRight, IconX } from '@tabler/icons-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { SortableList } from '../../ui/sortable-list.tsx';
import classes from './role-editor.module.css';

export interface Entry {
  readonly key: string;
  readonly words: string;
  readonly about: string;
  /** Shows all that it says, however long. */
  readonly isWhole?: boolean;
  /** Before the words, such as a level. */
  readonly sign?: ReactNode;
}

interface EntryRowsProps {
  readonly label: string;
  readonly entries: readonly Entry[];
  readonly openKey: string | null;
  readonly onOpen: (key: string | null) => void;
  readonly onReorder: (keys: readonly string[]) => void;
  readonly onRemove: (key: string) => void;
  readonly renderFields: (key: string) => ReactNode;
}

export function EntryRows({ label, entries, openKey, onOpen, onReorder, onRemove, renderFields }: EntryRowsProps) {
  return (
    <div className={classes.rows}>
      <SortableList
        items={entries}
        label={label}
        getId={(entry) => entry.key}
        getLabel={(entry) => entry.words || 'Empty entry'}
        onReorder={onReorder}
        renderItem={(entry) => (
          <EntryRow
            entry={entry}
            isOpen={entry.key === openKey}
            onToggle={() => onOpen(entry.key === openKey ? null : entry.key)}
            onRemove={() => onRemove(entry.key)}
          >
            {entry.key === openKey && renderFields(entry.key)}
          </EntryRow>
        )}
      />
    </div>
  );
}

interface EntryRowProps {
  readonly entry: Entry;
  /** What else can be done with it. */
  readonly acts?: ReactNode;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly onRemove: () => void;
  readonly children: ReactNode;
}

export function EntryRow({ entry, acts, isOpen, onToggle, onRemove, children }: EntryRowProps) {
  const id = useId();
  const fields = useRef<HTMLDivElement>(null);
  const head = useRef<HTMLButtonElement>(null);
  const name = entry.words || 'Empty entry';
  useEffect(() => {
    // opened by key or pointer, the first field is where one goes on
    if (isOpen) fields.current?.querySelector<HTMLElement>('input, textarea')?.focus({ preventScroll: true });
  }, [isOpen]);
  const Chevron = isOpen ? IconChevronDown : IconChevronRight;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes the row from any of its fields
    <div
      className={classes.entry}
      data-open={isOpen || undefined}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !isOpen || event.defaultPrevented) return;
        event.stopPropagation();
        onToggle();
        head.current?.focus();
      }}
    >
      <div className={classes.entryHead}>
        <button
          ref={head}
          type="button"
          className={classes.entryButton}
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={onToggle}
        >
          <Chevron size={14} stroke={1.6} aria-hidden className={classes.chevron} />
          {entry.sign}
          <span className={classes.entryWords}>
            <span className={classes.entryName}>{name}</span>
            {entry.about !== '' && (
              <span className={classes.entryAbout} data-whole={entry.isWhole || undefined}>
                {entry.about}
              </span>
            )}
          </span>
        </button>
        {acts}
        <Tooltip label="Take out">
          <ActionIcon aria-label={`Take out ${name}`} onClick={onRemove}>
            <IconX size={14} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </div>
      <div id={id} ref={fields} className={classes.fields} hidden={!isOpen}>
        {children}
      </div>
    </div>
  );
}

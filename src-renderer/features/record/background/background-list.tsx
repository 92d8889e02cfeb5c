/** The parts of the background at the left: the profile, employers with their positions, and the rest by kind. */
import { ActionIcon, Box, Group, Tooltip } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type KeyboardEvent, useRef } from 'react';
import type { Background } from '../../../../shared/api/record.ts';
import {
  ownerLink,
  type RecordKind,
  recordKindNames,
  recordKinds,
} from '../../../../shared/vocabulary/record-kinds.ts';
import { isDeleteKey } from '../../../offered-actions.ts';
import { type NamedItem, namedItems, titleOrUntitled } from './background-fields.ts';
import classes from './background-list.module.css';

/** Kinds with a list of their own; the others stand under what they belong to. */
const listed = recordKindNames.filter((kind) => ownerLink(kind) === undefined);

interface BackgroundListProps {
  readonly background: Background;
  /** What is open: null is the profile. */
  readonly open: { readonly kind: RecordKind; readonly id: string } | null;
  readonly onOpen: (kind: RecordKind, id: string) => void;
  readonly onOpenProfile: () => void;
  readonly onAdd: (kind: RecordKind, ownerId?: string) => void;
  readonly onBin: (kind: RecordKind, id: string) => void;
}

export function BackgroundList({ background, open, onOpen, onOpenProfile, onAdd, onBin }: BackgroundListProps) {
  const box = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const rows = [...(box.current?.querySelectorAll<HTMLButtonElement>('[data-row]') ?? [])];
    const at = rows.indexOf(document.activeElement as HTMLButtonElement);
    const isDeleting = isDeleteKey(event);
    if (at < 0 || event.altKey || (!isDeleting && (event.ctrlKey || event.metaKey))) return;
    const moves: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 };
    const to = moves[event.key];
    const row = rows[at];
    if (to !== undefined) rows[Math.max(0, Math.min(rows.length - 1, to))]?.focus();
    else if (isDeleting && row?.dataset.id !== undefined) {
      (rows[at + 1] ?? rows[at - 1])?.focus();
      onBin(row.dataset.kind as RecordKind, row.dataset.id);
    } else return;
    event.preventDefault();
  };
  const isThere = open !== null && namedItems(background, open.kind).some((item) => item.id === open.id);
  const row = (kind: RecordKind, item: NamedItem, isNested: boolean) => {
    const isOpen = open?.kind === kind && open.id === item.id;
    return (
      <button
        key={item.id}
        type="button"
        data-row
        data-kind={kind}
        data-id={item.id}
        data-nested={isNested || undefined}
        className={classes.row}
        aria-current={isOpen || undefined}
        tabIndex={isOpen ? 0 : -1}
        onClick={() => onOpen(kind, item.id)}
      >
        <Box component="span" className="cn-breaks cn-strong" display="block">
          {titleOrUntitled(kind, item)}
        </Box>
        {item.detail === '' ? null : (
          <Box component="span" className="cn-meta cn-breaks cn-quiet" display="block">
            {item.detail}
          </Box>
        )}
      </button>
    );
  };
  return (
    <Box ref={box} className="cn-scroll" pt="sm" pb="lg" px={6} onKeyDown={onKeyDown}>
      <button
        type="button"
        data-row
        className={classes.row}
        aria-current={open === null || undefined}
        tabIndex={isThere ? -1 : 0}
        onClick={onOpenProfile}
      >
        <Box component="span" className="cn-breaks cn-strong" display="block">
          {background.profile.name.trim() || 'Profile'}
        </Box>
        <Box component="span" className="cn-meta cn-breaks cn-quiet" display="block">
          {background.profile.headline || 'Name, contact, summary'}
        </Box>
      </button>
      {listed.map((kind) => {
        const items = namedItems(background, kind);
        const { word, heading, empty } = recordKinds[kind];
        const owned = recordKindNames.filter((other) => ownerLink(other)?.to === kind);
        return (
          <section key={kind} aria-label={heading}>
            <div className={classes.heading}>
              <h2 className={classes.plural}>{heading}</h2>
              <Add label={`Add ${word.toLowerCase()}`} onClick={() => onAdd(kind)} />
            </div>
            {items.length === 0 ? (
              <Box component="p" className="cn-small cn-quiet" pt={2} pb="xs" px={14}>
                {empty}
              </Box>
            ) : null}
            {items.map((item) =>
              owned.length === 0 ? (
                row(kind, item, false)
              ) : (
                <div key={item.id}>
                  <Group gap={0} wrap="nowrap" pe="sm">
                    {row(kind, item, false)}
                    {owned.map((other) => (
                      <Add
                        key={other}
                        label={`Add ${recordKinds[other].word.toLowerCase()} at ${item.title || `this ${word.toLowerCase()}`}`}
                        onClick={() => onAdd(other, item.id)}
                      />
                    ))}
                  </Group>
                  {owned.map((other) =>
                    namedItems(background, other)
                      .filter(({ ownerId }) => ownerId === item.id)
                      .map((ownedItem) => row(other, ownedItem, true)),
                  )}
                </div>
              ),
            )}
          </section>
        );
      })}
    </Box>
  );
}

function Add({ label, onClick }: { readonly label: string; readonly onClick: () => void }) {
  return (
    <Tooltip label={label}>
      <ActionIcon size={24} aria-label={label} onClick={onClick}>
        <IconPlus size={16} stroke={1.6} />
      </ActionIcon>
    </Tooltip>
  );
}

/** The parts of the background at the left: the profile, employers with their positions, and the rest by kind. */
import { ActionIcon, Box, Group, Tooltip } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { type KeyboardEvent, useRef } from 'react';
import type { Background, BackgroundKind } from '../../../../shared/api/record.ts';
import { kinds, type NamedItem, namedItems } from './background-fields.ts';
import classes from './background-list.module.css';

const listed: readonly BackgroundKind[] = ['employer', 'project', 'education', 'certificate', 'language'];

interface BackgroundListProps {
  readonly background: Background;
  /** What is open: null is the profile. */
  readonly open: { readonly kind: BackgroundKind; readonly id: string } | null;
  readonly onOpen: (kind: BackgroundKind, id: string) => void;
  readonly onOpenProfile: () => void;
  readonly onAdd: (kind: BackgroundKind, employerId?: string) => void;
  readonly onBin: (kind: BackgroundKind, id: string) => void;
}

export function BackgroundList({ background, open, onOpen, onOpenProfile, onAdd, onBin }: BackgroundListProps) {
  const box = useRef<HTMLDivElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const rows = [...(box.current?.querySelectorAll<HTMLButtonElement>('[data-row]') ?? [])];
    const at = rows.indexOf(document.activeElement as HTMLButtonElement);
    if (at < 0 || event.altKey || event.ctrlKey || event.metaKey) return;
    const moves: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 };
    const to = moves[event.key];
    const row = rows[at];
    if (to !== undefined) rows[Math.max(0, Math.min(rows.length - 1, to))]?.focus();
    else if (event.key === 'Delete' && row?.dataset.id !== undefined) {
      (rows[at + 1] ?? rows[at - 1])?.focus();
      onBin(row.dataset.kind as BackgroundKind, row.dataset.id);
    } else return;
    event.preventDefault();
  };
  const isThere = open !== null && namedItems(background, open.kind).some((item) => item.id === open.id);
  const row = (kind: BackgroundKind, item: NamedItem, isNested: boolean) => {
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
          {item.title.trim() || `Untitled ${kinds[kind].name.toLowerCase()}`}
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
        return (
          <section key={kind} aria-label={kinds[kind].plural}>
            <div className={classes.heading}>
              <h2 className={classes.plural}>{kinds[kind].plural}</h2>
              <Add label={`Add ${kinds[kind].name.toLowerCase()}`} onClick={() => onAdd(kind)} />
            </div>
            {items.length === 0 ? (
              <Box component="p" className="cn-small cn-quiet" pt={2} pb="xs" px={14}>
                {kinds[kind].empty}
              </Box>
            ) : null}
            {items.map((item) =>
              kind === 'employer' ? (
                <div key={item.id}>
                  <Group gap={0} wrap="nowrap" pe="sm">
                    {row(kind, item, false)}
                    <Add
                      label={`Add position at ${item.title || 'this employer'}`}
                      onClick={() => onAdd('position', item.id)}
                    />
                  </Group>
                  {namedItems(
                    { ...background, positions: background.positions.filter((one) => one.employerId === item.id) },
                    'position',
                  ).map((position) => row('position', position, true))}
                </div>
              ) : (
                row(kind, item, false)
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

/** The library as one tree of any length, of which only the rows in view exist: families, and their roles beneath. */
import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type MouseEvent, type RefObject, useCallback, useEffect, useId } from 'react';
import type { RoleRow } from '../../../shared/api/role.ts';
import { isDeleteKey } from '../../offered-actions.ts';
import type { LibraryRow } from './group-roles.ts';
import classes from './role-list.module.css';
import { FamilyRowContent, RoleRowContent } from './role-row.tsx';

const headHeight = 40;
const roleHeight = 54;

interface RoleListProps {
  readonly rows: readonly LibraryRow[];
  readonly groupCount: number;
  readonly activeKey: string;
  /** Roles marked to be compared. */
  readonly marked: ReadonlySet<string>;
  readonly listRef: RefObject<HTMLDivElement | null>;
  readonly onChoose: (row: LibraryRow, isPointer: boolean) => void;
  readonly onOpen: (row: LibraryRow) => void;
  readonly onToggle: (groupKey: string, isOpen: boolean) => void;
  readonly onMark: (role: RoleRow) => void;
  readonly onBin: (role: RoleRow) => void;
}

export function RoleList(props: RoleListProps) {
  const { rows, groupCount, activeKey, marked, listRef, onChoose, onOpen, onToggle, onMark, onBin } = props;
  const base = useId();
  const found = rows.findIndex((row) => row.key === activeKey);
  const at = Math.max(0, found);
  const active = rows[at];
  const rangeExtractor = useCallback(
    (visible: Range) => {
      const indexes = defaultRangeExtractor(visible);
      // The row the keyboard stands on must exist even when it is scrolled away: the tree points at it.
      return at < visible.count && !indexes.includes(at) ? [...indexes, at].sort((a, b) => a - b) : indexes;
    },
    [at],
  );
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => listRef.current,
    estimateSize: (index) => (rows[index]?.role === null ? headHeight : roleHeight),
    getItemKey: (index) => rows[index]?.key ?? index,
    rangeExtractor,
    overscan: 6,
    paddingEnd: 16,
  });
  const optionId = (key: string) => `${base}-${key}`;

  // biome-ignore lint/correctness/useExhaustiveDependencies: only another choice scrolls
  useEffect(() => virtualizer.scrollToIndex(at, { align: 'auto' }), [activeKey]);

  const onKeyDown = (event: KeyboardEvent) => {
    const isDeleting = isDeleteKey(event);
    if (active === undefined || event.altKey || (!isDeleting && (event.ctrlKey || event.metaKey))) return;
    const target = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key];
    const next = target === undefined ? undefined : rows[Math.max(0, Math.min(rows.length - 1, target))];
    if (next !== undefined) onChoose(next, false);
    else if (event.key === 'Enter') onOpen(active);
    else if (event.key === ' ') {
      if (active.role === null) onToggle(active.group.key, !active.isOpen);
      else onMark(active.role);
    } else if (event.key === 'ArrowRight' && active.role === null) onToggle(active.group.key, true);
    else if (event.key === 'ArrowLeft') {
      const head = rows.find((row) => row.key === active.group.key);
      if (active.role === null) onToggle(active.group.key, false);
      else if (head !== undefined) onChoose(head, false);
    } else if (isDeleting && active.role !== null) onBin(active.role);
    else return;
    event.preventDefault();
  };
  const onClick = (row: LibraryRow, event: MouseEvent) => {
    if (row.role !== null && (event.ctrlKey || event.metaKey)) onMark(row.role);
    else onChoose(row, true);
  };

  return (
    <div
      ref={listRef}
      className={classes.list}
      role="tree"
      tabIndex={0}
      aria-label="Roles"
      aria-activedescendant={active === undefined ? undefined : optionId(active.key)}
      onKeyDown={onKeyDown}
      data-marking={marked.size > 0 || undefined}
    >
      <div role="presentation" className={classes.rows} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((item) => {
          const row = rows[item.index];
          if (row === undefined) return null;
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the tree handles the keys for all its items
            // biome-ignore lint/a11y/useFocusableInteractive: the tree keeps the focus and points at its item
            <div
              key={item.key}
              ref={virtualizer.measureElement}
              data-index={item.index}
              id={optionId(row.key)}
              className={row.role === null ? classes.head : classes.row}
              role="treeitem"
              style={{ transform: `translateY(${item.start}px)` }}
              aria-selected={row.key === active?.key}
              aria-level={row.role === null ? 1 : 2}
              aria-setsize={row.role === null ? groupCount : row.group.roles.length}
              {...(row.role === null
                ? { 'aria-expanded': row.isOpen }
                : { 'aria-posinset': row.place, 'aria-checked': marked.has(row.role.id) })}
              onClick={(event) => onClick(row, event)}
              onDoubleClick={() => onOpen(row)}
            >
              {row.role === null ? (
                <FamilyRowContent
                  group={row.group}
                  isOpen={row.isOpen}
                  onToggle={onToggle}
                  onOpen={() => onOpen(row)}
                />
              ) : (
                <RoleRowContent role={row.role} group={row.group} isMarked={marked.has(row.role.id)} onMark={onMark} />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

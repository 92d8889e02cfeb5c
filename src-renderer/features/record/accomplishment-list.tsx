/** The list of accomplishments: a listbox of any length, of which only the rows in view exist. */
import { Box } from '@mantine/core';
import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type MouseEvent, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { AccomplishmentFilter } from '../../../shared/api/accomplishment.ts';
import { call } from '../../api.ts';
import { isDeleteKey } from '../../offered-actions.ts';
import { ErrorBox } from '../../parts/errors/error-box.tsx';
import { useReadOnly } from '../../parts/saving/read-only.ts';
import { Loading } from '../../ui/loading.tsx';
import classes from './accomplishment-list.module.css';
import { useAccomplishmentPages } from './accomplishment-pages.ts';
import { AccomplishmentRowContent } from './accomplishment-row.tsx';
import type { PositionName } from './background/position-names.ts';
import { BulkBar } from './bulk-bar.tsx';
import { chooseOne, extendTo, noSelection, type RowSelection, toggleRow } from './row-selection.ts';
import { useBulkChange } from './use-bulk-change.tsx';

const rowHeight = 60;
const headingHeight = 44;
/** So long the keys must rest on a row before it is opened beside the list. */
const openPauseMs = 120;
/** Main takes no more in one go. */
const mostAtOnce = 1_000;

export interface ListCounts {
  readonly total: number | undefined;
  readonly chosen: number;
  readonly first: string | null;
}

interface AccomplishmentListProps {
  readonly filter: AccomplishmentFilter;
  readonly isGrouped: boolean;
  readonly positions: readonly PositionName[];
  /** The one that is open beside the list. */
  readonly openId: string | null;
  /** `isInPlace`: without a step of its own for going back. */
  readonly onOpen: (id: string, isInPlace?: boolean) => void;
  /** `next` is the row that takes the place of what went, if there is one. */
  readonly onBin: (ids: readonly string[], next: string | null) => void;
  /** Puts the caret into the title of the one that is open. */
  readonly onEdit: () => void;
  /** Shown instead of an empty list. */
  readonly empty: React.ReactNode;
  /** How many rows there are and which is the first, told as soon as it is known. */
  readonly onCounts: (counts: ListCounts) => void;
  /** The scrolling element, so that the filter field can hand the focus over. */
  readonly listRef: React.RefObject<HTMLDivElement | null>;
}

export function AccomplishmentList(props: AccomplishmentListProps) {
  const { filter, isGrouped, positions, openId, onOpen, onBin, onEdit, onCounts, listRef } = props;
  const isReadOnly = useReadOnly();
  const [range, setRange] = useState({ first: 0, last: 20 });
  const [active, setActive] = useState(0);
  const [selection, setSelection] = useState<RowSelection>(noSelection);
  const pages = useAccomplishmentPages(filter, range.first, range.last);
  const { total = 0, rowAt, shownFor } = pages;
  const firstId = rowAt(0)?.id ?? null;

  const activeAt = Math.min(active, Math.max(0, total - 1));
  /** The row the keyboard stands on, by id: when rows come and go around it, it is followed. */
  const activeId = useRef<string | null>(null);
  const stand = (index: number) => {
    activeId.current = rowAt(index)?.id ?? null;
    setActive(index);
  };
  const rangeExtractor = useCallback(
    (visible: Range) => {
      const indexes = defaultRangeExtractor(visible);
      // The row the keyboard stands on must exist even when it is scrolled away: the listbox points at it.
      return activeAt < visible.count && !indexes.includes(activeAt)
        ? [...indexes, activeAt].sort((a, b) => a - b)
        : indexes;
    },
    [activeAt],
  );
  const startsGroup = (index: number): boolean => {
    const row = rowAt(index);
    if (!isGrouped || row === undefined) return false;
    return index === 0 || (rowAt(index - 1) !== undefined && rowAt(index - 1)?.positionId !== row.positionId);
  };
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => listRef.current,
    estimateSize: (index) => rowHeight + (startsGroup(index) ? headingHeight : 0),
    // By place: while the user types, the rows in view change their words and none is created again.
    rangeExtractor,
    overscan: 5,
    paddingEnd: 16,
  });
  const items = virtualizer.getVirtualItems();
  const visible = virtualizer.range;
  const first = visible?.startIndex ?? 0;
  const last = (visible?.endIndex ?? 20) + 5;
  useEffect(() => {
    setRange((now) => (now.first === first && now.last === last ? now : { first, last }));
  }, [first, last]);

  // Another filter starts at the top, with nothing chosen.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a change of what is shown resets the list
  useLayoutEffect(() => {
    listRef.current?.scrollTo({ top: 0 });
    activeId.current = null;
    setActive(0);
    setSelection(noSelection);
  }, [shownFor]);

  // What is opened from elsewhere becomes the active row as soon as it is among the rows that are loaded.
  const followed = useRef<string | null>(null);
  useEffect(() => {
    if (openId === null || followed.current === openId) return;
    for (let index = 0; index < total && index <= last; index++) {
      if (rowAt(index)?.id !== openId) continue;
      followed.current = openId;
      activeId.current = openId;
      setActive(index);
      virtualizer.scrollToIndex(index, { align: 'auto' });
      return;
    }
  }, [openId, total, last, rowAt, virtualizer]);

  useEffect(() => {
    const shownId = rowAt(activeAt)?.id;
    if (shownId === undefined || shownId === activeId.current) return;
    if (activeId.current !== null) {
      for (let index = 0; index < total && index <= last; index++) {
        if (rowAt(index)?.id === activeId.current) return setActive(index);
      }
    }
    activeId.current = shownId;
  }, [activeAt, total, last, rowAt]);

  useEffect(() => {
    onCounts({ total: pages.total, chosen: selection.ids.size, first: firstId });
  }, [pages.total, selection.ids.size, firstId, onCounts]);

  const open = (index: number) => {
    const row = rowAt(index);
    if (row === undefined) return;
    followed.current = row.id;
    stand(index);
    setSelection({ ids: new Set(), anchor: index });
    onOpen(row.id);
  };
  /** With room for both, what the keys stand on is open beside the list; a key that is held opens only where it ends. */
  const opening = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const openBeside = (index: number) => {
    clearTimeout(opening.current);
    if (!window.matchMedia('(min-width: 720px)').matches) return;
    const id = rowAt(index)?.id;
    opening.current = setTimeout(() => {
      if (id === undefined || activeId.current !== id) return;
      followed.current = id;
      onOpen(id, true);
    }, openPauseMs);
  };
  useEffect(() => () => clearTimeout(opening.current), []);
  const moveTo = (index: number, isExtending: boolean) => {
    const to = Math.max(0, Math.min(total - 1, index));
    stand(to);
    if (!isExtending) openBeside(to);
    virtualizer.scrollToIndex(to, { align: 'auto' });
    if (isExtending) {
      setSelection((now) =>
        extendTo(now.anchor === null ? { ...now, anchor: activeAt } : now, to, (at) => rowAt(at)?.id),
      );
    }
  };
  /** What a key or the bar acts on: the rows that are chosen, else the one the keyboard stands on. */
  const meant = (): readonly string[] => {
    const row = rowAt(activeAt);
    return selection.ids.size > 0 ? [...selection.ids].slice(0, mostAtOnce) : row === undefined ? [] : [row.id];
  };
  const bin = () => {
    const ids = meant();
    if (ids.length === 0) return;
    const gone = new Set(ids);
    let next: string | null = null;
    for (let at = activeAt; at < total && next === null; at++) {
      const id = rowAt(at)?.id;
      if (id === undefined) break;
      if (!gone.has(id)) next = id;
    }
    for (let at = activeAt - 1; at >= 0 && next === null; at--) {
      const id = rowAt(at)?.id;
      if (id === undefined) break;
      if (!gone.has(id)) next = id;
    }
    setSelection(noSelection);
    onBin(ids, next);
  };

  const bulk = useBulkChange(() => {
    // what a filter by status no longer holds cannot stay chosen
    if (filter.status !== undefined) setSelection(noSelection);
  });
  const chooseAll = async () => {
    const { offset: _offset, limit: _limit, ...narrowed } = filter;
    const ids = await call('listAccomplishmentIds', narrowed);
    setSelection({ ids: new Set(ids), anchor: activeAt });
  };
  /** The keys of one letter act on what is meant. */
  const acts: Readonly<Record<string, () => void>> = {
    r: () => bulk.apply(meant(), { status: 'ready' }),
    p: () => bulk.ask('position', meant()),
    t: () => bulk.ask('tags', meant()),
    e: () => {
      open(activeAt);
      onEdit();
    },
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey) return;
    const page = Math.max(1, (visible?.endIndex ?? 8) - (visible?.startIndex ?? 0) - 1);
    const isCommand = event.ctrlKey || event.metaKey;
    const moves: Record<string, number> = {
      ArrowDown: activeAt + 1,
      ArrowUp: activeAt - 1,
      PageDown: activeAt + page,
      PageUp: activeAt - page,
      Home: 0,
      End: total - 1,
    };
    const to = moves[event.key];
    const row = rowAt(activeAt);
    if (to !== undefined) moveTo(to, event.shiftKey);
    else if (event.key === 'Enter' && !isCommand) open(activeAt);
    else if (event.key === ' ' && row !== undefined) setSelection((now) => toggleRow(now, row.id, activeAt));
    else if (isCommand && event.key.toLowerCase() === 'a') void chooseAll();
    else if (!isCommand && !isReadOnly && acts[event.key] !== undefined) acts[event.key]?.();
    else if (isDeleteKey(event)) bin();
    else if (event.key === 'Escape' && selection.ids.size > 0) setSelection(noSelection);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const onRowClick = (event: MouseEvent, index: number) => {
    const row = rowAt(index);
    if (row === undefined) return;
    if (event.shiftKey) {
      const from = selection.anchor ?? activeAt;
      setSelection(extendTo({ ...selection, anchor: from }, index, (at) => rowAt(at)?.id));
      stand(index);
    } else if (event.ctrlKey || event.metaKey) {
      // The first Ctrl+click keeps the row that is open in the choice, as file managers do.
      const start = selection.ids.size === 0 && openId !== null ? chooseOne(openId, activeAt) : selection;
      setSelection(toggleRow(start, row.id, index));
      stand(index);
    } else open(index);
  };

  if (pages.error !== null && pages.total === undefined) return <ErrorBox error={pages.error} retry={pages.retry} />;
  if (pages.total === undefined) return <Loading />;
  if (total === 0) return props.empty;

  return (
    <>
      <div
        ref={listRef}
        className={classes.list}
        role="listbox"
        tabIndex={0}
        aria-label="Accomplishments"
        aria-multiselectable="true"
        aria-activedescendant={`accomplishment-${activeAt}`}
        onKeyDown={onKeyDown}
      >
        <div role="presentation" className={classes.length} style={{ height: virtualizer.getTotalSize() }}>
          {items.map((item) => {
            const row = rowAt(item.index);
            const position = startsGroup(item.index)
              ? positions.find((position) => position.id === row?.positionId)
              : undefined;
            const isOpen = row !== undefined && row.id === openId;
            const isChosen = row !== undefined && selection.ids.has(row.id);
            return (
              <div
                key={item.key}
                ref={virtualizer.measureElement}
                data-index={item.index}
                role="presentation"
                className={classes.place}
                style={{ transform: `translateY(${item.start}px)` }}
              >
                {startsGroup(item.index) && (
                  <div role="presentation" className={classes.heading}>
                    <span>{position?.label ?? 'Without a position'}</span>
                    <Box component="span" className="cn-figures" flex="none" fw={400}>
                      {position?.span ?? ''}
                    </Box>
                  </div>
                )}
                {/* biome-ignore lint/a11y/useKeyWithClickEvents: the listbox handles the keys of its options */}
                {/* biome-ignore lint/a11y/useFocusableInteractive: the listbox keeps the focus and points at the active option */}
                <div
                  role="option"
                  id={`accomplishment-${item.index}`}
                  aria-selected={selection.ids.size > 0 ? isChosen : isOpen}
                  aria-current={isOpen || undefined}
                  aria-setsize={total}
                  aria-posinset={item.index + 1}
                  className={classes.row}
                  data-active={item.index === activeAt || undefined}
                  data-open={isOpen || undefined}
                  data-chosen={isChosen || undefined}
                  onClick={(event) => onRowClick(event, item.index)}
                >
                  {row === undefined ? (
                    <Box h={40}>
                      <span className="cn-aside">On its way</span>
                    </Box>
                  ) : (
                    <AccomplishmentRowContent row={row} />
                  )}
                </div>
              </div>
            );
          })}
        </div>
      </div>
      {selection.ids.size === 0 ? null : (
        <BulkBar
          count={selection.ids.size}
          isBusy={bulk.isBusy}
          onReady={() => bulk.apply(meant(), { status: 'ready' })}
          onAsk={(field) => bulk.ask(field, meant())}
          onBin={bin}
          onClear={() => setSelection(noSelection)}
        />
      )}
      {bulk.dialog}
    </>
  );
}

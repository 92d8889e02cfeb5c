/** The competencies as a list of any length, of which only the rows in view exist; arrows keep to a column. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import type { Competency } from '../../../shared/api/competency.ts';
import type { Scale } from '../../../shared/api/values.ts';
import { useCommand } from '../../api.ts';
import { ErrorBox } from '../../parts/errors/error-box.tsx';
import classes from './competencies-screen.module.css';
import { CompetencyRow } from './competency-row.tsx';

const rowHeight = 48;
const headHeight = 30;

interface CompetencyListProps {
  readonly all: readonly Competency[];
  readonly shown: readonly Competency[];
  readonly scales: readonly Scale[];
  readonly openId: string | null;
  readonly listRef: RefObject<HTMLDivElement | null>;
  readonly onOpen: (id: string, isByKey: boolean) => void;
}

export function CompetencyList({ all, shown, scales, openId, listRef, onOpen }: CompetencyListProps) {
  const [activeId, setActiveId] = useState<string | null>(openId);
  const assess = useCommand('assessCompetency');
  const names = useMemo(() => new Map(all.map((competency) => [competency.id, competency.name])), [all]);
  /** What the arrows moved to and is not there yet to take the focus. */
  const wanted = useRef<string | null>(null);
  const active = shown.some((competency) => competency.id === activeId) ? activeId : (shown[0]?.id ?? null);
  const virtualizer = useVirtualizer({
    count: shown.length,
    getScrollElement: () => listRef.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => shown[index]?.id ?? index,
    overscan: 8,
    // the heads of the columns stay above the rows
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    paddingEnd: 24,
  });

  // What is opened from elsewhere is brought into view.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another one that is opened scrolls
  useEffect(() => {
    const at = shown.findIndex((competency) => competency.id === openId);
    if (at === -1) return;
    setActiveId(openId);
    virtualizer.scrollToIndex(at, { align: 'center' });
  }, [openId]);

  useEffect(() => {
    if (wanted.current === null) return;
    const row = listRef.current?.querySelector<HTMLElement>(wanted.current);
    if (row === null || row === undefined) return;
    wanted.current = null;
    row.focus({ preventScroll: true });
  });

  const onKeyDown = (event: KeyboardEvent) => {
    const at = shown.findIndex((competency) => competency.id === active);
    const target = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: shown.length - 1 }[event.key];
    if (target === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const to = Math.max(0, Math.min(shown.length - 1, target));
    const next = shown[to];
    if (next === undefined) return;
    const isName = (event.target as HTMLElement).dataset.name !== undefined;
    wanted.current = `[${isName ? 'data-name' : 'data-row'}="${CSS.escape(next.id)}"]`;
    setActiveId(next.id);
    virtualizer.scrollToIndex(to, { align: 'auto' });
  };

  return (
    <div ref={listRef} className={classes.frame}>
      {assess.error !== null && <ErrorBox error={assess.error} />}
      <div className={classes.columns} aria-hidden>
        <span>Competency</span>
        <span className={classes.number}>Accomplishments</span>
        <span className={classes.number}>Roles</span>
        <span>Yourself</span>
      </div>
      <ul className={classes.list} style={{ height: virtualizer.getTotalSize() }} onKeyDown={onKeyDown}>
        {virtualizer.getVirtualItems().map((item) => {
          const competency = shown[item.index];
          if (competency === undefined) return null;
          return (
            <li
              key={item.key}
              ref={virtualizer.measureElement}
              data-index={item.index}
              className={classes.item}
              style={{ transform: `translateY(${item.start - headHeight}px)` }}
            >
              <CompetencyRow
                competency={competency}
                parentName={competency.parentId === null ? null : (names.get(competency.parentId) ?? null)}
                scales={scales}
                isActive={competency.id === active}
                isOpen={competency.id === openId}
                onFocus={setActiveId}
                onOpen={onOpen}
                onAssess={assess.mutate}
              />
            </li>
          );
        })}
      </ul>
    </div>
  );
}

/** The skill matrix as a grid of any length: only rows in view exist, one cell takes Tab, arrows move between cells. */
import { IconCheck, IconTarget } from '@tabler/icons-react';
import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import {
  type CSSProperties,
  type KeyboardEvent,
  type RefObject,
  useCallback,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { Link } from 'wouter';
import type { Ladder } from '../../../../shared/api/ladder.ts';
import type { LevelStanding } from '../../../../shared/domain/match/grade.ts';
import { levelName } from '../ladder-levels.ts';
import { type GridPlace, nextPlace } from './grid-keys.ts';
import classes from './matrix-grid.module.css';
import { type OpenCell, SkillCells } from './matrix-row.tsx';
import type { MatrixRow } from './matrix-rows.ts';

const rowHeight = 29;
const headingHeight = 32;
const headHeight = 40;

interface MatrixGridProps {
  readonly ladder: Ladder;
  readonly rows: readonly MatrixRow[];
  readonly evidence: readonly LevelStanding[];
  /** The place of the level gaps are told for. */
  readonly at: number;
  readonly open: OpenCell | null;
  /** The two levels that are compared, by their places. */
  readonly compared: readonly number[];
  readonly onOpen: (cell: OpenCell, isByKey: boolean) => void;
  readonly gridRef: RefObject<HTMLDivElement | null>;
}

/** Where the keyboard stands: followed by its skill when rows come and go. */
interface Standing {
  /** Null for the head. */
  readonly skillId: string | null;
  readonly column: number;
}

export function MatrixGrid({ ladder, rows, evidence, at, open, compared, onOpen, gridRef }: MatrixGridProps) {
  const levelCount = ladder.levels.length;
  const columns = levelCount + 3;
  /** The rows of the list that hold skills; headings are passed over by the keys. */
  const skillRows = useMemo(() => rows.flatMap((row, index) => (row.kind === 'skill' ? [index] : [])), [rows]);
  const [standing, setStanding] = useState<Standing | null>(() =>
    open === null ? null : { skillId: open.skillId, column: open.level + 1 },
  );
  const wantsFocus = useRef(false);

  const found = skillRows.findIndex((index) => {
    const row = rows[index];
    return row?.kind === 'skill' && row.skill.competencyId === standing?.skillId;
  });
  const isInHead = standing !== null && standing.skillId === null;
  /** Place among head and skills; the first asked level of the first skill to begin with. */
  const place: GridPlace = { row: isInHead ? 0 : found + 1 || 1, column: standing?.column ?? at + 1 };
  const activeIndex = place.row === 0 ? -1 : (skillRows[place.row - 1] ?? -1);

  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => gridRef.current,
    estimateSize: (index) => (rows[index]?.kind === 'heading' ? headingHeight : rowHeight),
    getItemKey: (index) => {
      const row = rows[index];
      return row === undefined ? index : row.kind === 'heading' ? `/${row.label}` : row.skill.competencyId;
    },
    // The row the keyboard stands on exists even when it is scrolled away, so that Tab finds it.
    rangeExtractor: useCallback(
      (range: Range) => {
        const indexes = defaultRangeExtractor(range);
        return activeIndex < 0 || indexes.includes(activeIndex)
          ? indexes
          : [...indexes, activeIndex].sort((a, b) => a - b);
      },
      [activeIndex],
    ),
    overscan: 8,
    scrollPaddingStart: headHeight + headingHeight,
    paddingEnd: 24,
  });

  // The cell is there once the row of the new place is drawn.
  useLayoutEffect(() => {
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    const cell = gridRef.current?.querySelector<HTMLElement>('[data-place][tabindex="0"]');
    cell?.focus({ preventScroll: true });
    cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });

  // Opened from an address: the cell that is open is brought into view once.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the grid is first shown
  useLayoutEffect(() => {
    if (open !== null && activeIndex > 0) virtualizer.scrollToIndex(activeIndex, { align: 'center' });
  }, []);

  const stand = (next: GridPlace) => {
    const index = skillRows[next.row - 1];
    const row = index === undefined ? undefined : rows[index];
    if (next.row > 0 && row?.kind !== 'skill') return;
    wantsFocus.current = true;
    if (index !== undefined) virtualizer.scrollToIndex(index, { align: 'auto' });
    setStanding({ skillId: row?.kind === 'skill' ? row.skill.competencyId : null, column: next.column });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const page = Math.max(1, Math.floor(((gridRef.current?.clientHeight ?? 300) - headHeight) / rowHeight) - 1);
    const next = nextPlace(event, place, { rows: skillRows.length + 1, columns, page });
    if (next !== null && !event.altKey && !event.shiftKey) {
      event.preventDefault();
      stand(next);
      return;
    }
    if ((event.key !== 'Enter' && event.key !== ' ') || place.row === 0 || activeIndex < 0) return;
    const row = rows[activeIndex];
    if (row?.kind !== 'skill') return;
    event.preventDefault();
    const column = place.column - 1;
    onOpen({ skillId: row.skill.competencyId, level: column >= 0 && column < levelCount ? column : at }, true);
  };

  const style = { '--levels': levelCount } as CSSProperties;
  const onPoint = useCallback(
    (cell: OpenCell, column: number) => {
      setStanding({ skillId: cell.skillId, column });
      onOpen(cell, false);
    },
    [onOpen],
  );

  return (
    // biome-ignore lint/a11y/useSemanticElements: rows that exist only in view cannot stand in a table
    <div
      ref={gridRef}
      className={classes.grid}
      style={style}
      data-many={levelCount > 6 || undefined}
      role="grid"
      aria-label={`Skill matrix of ${ladder.title}`}
      aria-rowcount={rows.length + 1}
      aria-colcount={columns}
      onKeyDown={onKeyDown}
    >
      {/* biome-ignore lint/a11y/useSemanticElements: rows that exist only in view cannot stand in a table */}
      <div role="rowgroup" className={classes.head}>
        {/* biome-ignore lint/a11y/useSemanticElements: see above */}
        {/* biome-ignore lint/a11y/useFocusableInteractive: its cells take the focus */}
        <div role="row" aria-rowindex={1} className={classes.row}>
          <HeadCell column={0} isActive={isInHead && place.column === 0}>
            Skill
          </HeadCell>
          {ladder.levels.map((level, index) => (
            // biome-ignore lint/a11y/useSemanticElements: see above
            // biome-ignore lint/a11y/useFocusableInteractive: its link takes the focus
            <div
              key={level.roleId}
              role="columnheader"
              aria-colindex={index + 2}
              className={classes.level}
              data-aim={level.isPinned || undefined}
              data-compared={compared.includes(index) || undefined}
            >
              <Link
                to={`/roles/${level.roleId}`}
                title={level.title}
                className={classes.levelLink}
                data-place
                tabIndex={isInHead && place.column === index + 1 ? 0 : -1}
                aria-label={[
                  levelName(level),
                  level.title === levelName(level) ? '' : level.title,
                  evidence[index]?.isMet ? 'met by your evidence' : '',
                  level.isPinned ? 'your aim' : '',
                ]
                  .filter(Boolean)
                  .join(', ')}
                onFocus={() => setStanding({ skillId: null, column: index + 1 })}
              >
                <span className={classes.levelName} data-long={/\S{12}/.test(levelName(level)) || undefined}>
                  {levelName(level)}
                </span>
                {evidence[index]?.isMet && <IconCheck size={14} stroke={1.8} aria-hidden className={classes.sign} />}
                {level.isPinned && <IconTarget size={14} stroke={1.6} aria-hidden className={classes.sign} />}
              </Link>
            </div>
          ))}
          <HeadCell column={levelCount + 1} isActive={isInHead && place.column === levelCount + 1} label="Evidenced">
            Evid.
          </HeadCell>
          <HeadCell
            column={levelCount + 2}
            isActive={isInHead && place.column === levelCount + 2}
            label="Self-assessed"
          >
            Self
          </HeadCell>
        </div>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: see above */}
      <div role="rowgroup" className={classes.body} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((item) => {
          const row = rows[item.index];
          if (row === undefined) return null;
          return (
            // biome-ignore lint/a11y/useSemanticElements: see above
            // biome-ignore lint/a11y/useFocusableInteractive: its cells take the focus
            <div
              key={item.key}
              ref={virtualizer.measureElement}
              data-index={item.index}
              role="row"
              aria-rowindex={item.index + 2}
              className={classes.row}
              data-kind={row.kind}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              {row.kind === 'heading' ? (
                // biome-ignore lint/a11y/useSemanticElements: see above
                // biome-ignore lint/a11y/useFocusableInteractive: a heading of rows is read with them
                <div role="rowheader" aria-colspan={columns} aria-colindex={1} className={classes.heading}>
                  {row.label}
                </div>
              ) : (
                <SkillCells
                  ladder={ladder}
                  skill={row.skill}
                  at={at}
                  active={item.index === activeIndex ? place.column : -1}
                  openLevel={open?.skillId === row.skill.competencyId ? open.level : -1}
                  onPoint={onPoint}
                />
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

interface HeadCellProps {
  readonly column: number;
  readonly isActive: boolean;
  /** Said in full where it is written short. */
  readonly label?: string;
  readonly children: string;
}

function HeadCell({ column, isActive, label, children }: HeadCellProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows that exist only in view cannot stand in a table
    <div
      role="columnheader"
      aria-colindex={column + 1}
      className={column === 0 ? classes.skillHead : classes.figureHead}
      data-place
      tabIndex={isActive ? 0 : -1}
      aria-label={label}
      title={label}
    >
      {children}
    </div>
  );
}

/** What is not among the values: what a reader could not place, and what it left as prose; lines are picked here to be added. */
import { Checkbox } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useMemo } from 'react';
import type { Notice } from '../../../../../shared/api/import.ts';
import { NoticeBadge } from '../../../../ui/badges.tsx';
import { Empty } from '../../../../ui/empty.tsx';
import type { SourceLine, UnplacedPart } from './unplaced-lines.ts';
import classes from './unplaced-list.module.css';

interface UnplacedListProps {
  readonly notices: readonly Notice[];
  readonly parts: readonly UnplacedPart[];
  readonly picked: ReadonlySet<number>;
  readonly scroller: RefObject<HTMLDivElement | null>;
  readonly onToggle: (line: number) => void;
  readonly onChoose: (line: number) => void;
}

type Row =
  | { readonly kind: 'notice'; readonly notice: Notice; readonly key: string }
  | { readonly kind: 'heading'; readonly text: string; readonly key: string }
  | { readonly kind: 'line'; readonly line: SourceLine; readonly key: string };

/** Up to this many rows are simply there; more exist only while they are in view. */
const allUpTo = 300;

export function UnplacedList({ notices, parts, picked, scroller, onToggle, onChoose }: UnplacedListProps) {
  const rows = useMemo(
    (): readonly Row[] => [
      ...notices.map((notice, index): Row => ({ kind: 'notice', notice, key: `n${index}` })),
      ...parts.flatMap(({ heading, lines }): Row[] => [
        ...(heading === null ? [] : [{ kind: 'heading', text: heading, key: `h${lines[0]?.number}` } as const]),
        ...lines.map((line): Row => ({ kind: 'line', line, key: `l${line.number}` })),
      ]),
    ],
    [notices, parts],
  );
  const isWhole = rows.length <= allUpTo;
  const virtualizer = useVirtualizer({
    count: isWhole ? 0 : rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 32,
    overscan: 20,
    getItemKey: (index) => rows[index]?.key ?? index,
  });
  if (rows.length === 0) {
    return <Empty title="Nothing is left over" text="Every line with words became a value, or is the page’s own." />;
  }
  const rowAt = (index: number) => {
    const row = rows[index];
    if (row === undefined) return null;
    if (row.kind === 'heading') return <h3 className={classes.heading}>{row.text}</h3>;
    if (row.kind === 'notice') return <NoticeRow notice={row.notice} onChoose={onChoose} />;
    return <LineRow line={row.line} isPicked={picked.has(row.line.number)} onToggle={onToggle} onChoose={onChoose} />;
  };
  return (
    <div ref={scroller} className={classes.list} data-scroll="draft">
      <p className={classes.intro}>
        Words that are no value yet. They stay with the role as prose. Tick lines here or at the left, then add them as
        what they are.
      </p>
      {isWhole ? (
        rows.map((row, index) => <div key={row.key}>{rowAt(index)}</div>)
      ) : (
        <div className={classes.space} style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map((item) => (
            <div
              key={item.key}
              ref={virtualizer.measureElement}
              data-index={item.index}
              className={classes.placed}
              style={{ transform: `translateY(${item.start}px)` }}
            >
              {rowAt(item.index)}
            </div>
          ))}
        </div>
      )}
    </div>
  );
}

function NoticeRow({ notice, onChoose }: { readonly notice: Notice; readonly onChoose: (line: number) => void }) {
  const { line } = notice;
  return (
    <div className={classes.notice} data-line={line}>
      <NoticeBadge code={notice.code} />
      <span className="cn-breaks">
        {notice.message}
        {line !== undefined && (
          <button type="button" className={classes.lineLink} onClick={() => onChoose(line)}>
            {`line ${line}`}
          </button>
        )}
      </span>
    </div>
  );
}

interface LineRowProps {
  readonly line: SourceLine;
  readonly isPicked: boolean;
  readonly onToggle: (line: number) => void;
  readonly onChoose: (line: number) => void;
}

function LineRow({ line, isPicked, onToggle, onChoose }: LineRowProps) {
  return (
    <div className={classes.line} data-line={line.number} data-picked={isPicked || undefined}>
      <Checkbox
        classNames={{ body: classes.checkBody }}
        checked={isPicked}
        onChange={() => onToggle(line.number)}
        onFocus={() => onChoose(line.number)}
        label={
          <span className={classes.lineLabel}>
            <span className={classes.number}>{line.number}</span>
            <span>{line.words}</span>
          </span>
        }
      />
    </div>
  );
}

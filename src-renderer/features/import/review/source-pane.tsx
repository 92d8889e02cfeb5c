/** The source as it arrived, line by line: only the lines in view exist; a line with values or notices leads to them. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, type MouseEvent, type RefObject, useEffect, useImperativeHandle, useRef } from 'react';
import type { LineMark } from './source-marks.ts';
import classes from './source-pane.module.css';
import type { SourceControl } from './use-linked-scroll.ts';
import type { PickedLines } from './use-picked-lines.ts';

const lineHeight = 22;

interface SourcePaneProps {
  readonly lines: readonly string[];
  readonly marks: ReadonlyMap<number, LineMark>;
  /** From 1; null when none is chosen. */
  readonly chosen: number | null;
  readonly onChoose: (line: number, isByKey: boolean) => void;
  /** Absent where lines cannot be placed. */
  readonly picking?: PickedLines | undefined;
  readonly control?: RefObject<SourceControl | null> | undefined;
}

export function SourcePane({ lines, marks, chosen, onChoose, picking, control }: SourcePaneProps) {
  const scroller = useRef<HTMLDivElement>(null);
  /** Where a range that is being picked begins. */
  const anchor = useRef<number | null>(null);
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => lineHeight,
    overscan: 20,
    paddingStart: 8,
    paddingEnd: 16,
  });
  useImperativeHandle(
    control,
    (): SourceControl => ({
      topLine: () => {
        const top = virtualizer.scrollOffset ?? 0;
        const first = virtualizer.getVirtualItems().find((item) => item.end > top + lineHeight / 2);
        return first === undefined ? null : first.index + 1;
      },
      showAtTop: (line) => virtualizer.scrollToIndex(Math.min(Math.max(line, 1), lines.length) - 1, { align: 'start' }),
    }),
    [virtualizer, lines.length],
  );

  useEffect(() => {
    if (chosen === null) return;
    const bring = () => {
      const shown = virtualizer.getVirtualItems().find((item) => item.index === chosen - 1);
      const top = virtualizer.scrollOffset ?? 0;
      const height = scroller.current?.clientHeight ?? 0;
      // A line in plain view stays where it is; another comes to the middle, with what stands around it.
      if (shown !== undefined && shown.start >= top && shown.end <= top + height) return;
      virtualizer.scrollToIndex(chosen - 1, { align: 'center' });
    };
    bring();
    // Lines above that were never measured are taller than guessed: look again once they are.
    const frame = requestAnimationFrame(bring);
    return () => cancelAnimationFrame(frame);
  }, [chosen, virtualizer]);

  /** Arrows go line by line, with Ctrl to the next line that was read, with Shift picking; Enter goes to what was read from it. */
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const at = chosen ?? 0;
    let next: number | undefined;
    if (step !== undefined) {
      next = at + step;
      while ((event.ctrlKey || event.metaKey) && next >= 1 && next <= lines.length && !marks.has(next)) next += step;
    } else if (event.key === 'Home') next = 1;
    else if (event.key === 'End') next = lines.length;
    else if (event.key === 'Enter' && chosen !== null) {
      event.preventDefault();
      onChoose(chosen, true);
      return;
    } else if (event.key === ' ' && chosen !== null && picking !== undefined) {
      event.preventDefault();
      anchor.current = chosen;
      picking.toggle(chosen);
      return;
    } else return;
    event.preventDefault();
    if (next < 1 || next > lines.length) return;
    if (event.shiftKey && picking !== undefined) {
      anchor.current ??= Math.max(at, 1);
      picking.extend(anchor.current, next);
    } else anchor.current = null;
    onChoose(next, false);
  };
  const onClick = (event: MouseEvent, line: number) => {
    if (picking !== undefined && event.shiftKey) picking.extend(anchor.current ?? chosen ?? line, line);
    else if (picking !== undefined && (event.ctrlKey || event.metaKey)) {
      anchor.current = line;
      picking.toggle(line);
    } else {
      anchor.current = line;
      picking?.clear();
      onChoose(line, false);
    }
  };

  return (
    <div
      ref={scroller}
      className="cn-scroll cn-focus-inside"
      data-scroll="source"
      role="listbox"
      tabIndex={0}
      aria-label="Source, line by line"
      aria-multiselectable={picking === undefined ? undefined : true}
      aria-activedescendant={chosen === null ? undefined : `source-line-${chosen}`}
      onKeyDown={onKeyDown}
    >
      <div className={classes.space} style={{ height: virtualizer.getTotalSize() }} role="presentation">
        {virtualizer.getVirtualItems().map((item) => {
          const number = item.index + 1;
          const mark = marks.get(number);
          const isPicked = picking?.picked.has(number) === true;
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the listbox takes the keys for all its lines
            // biome-ignore lint/a11y/useFocusableInteractive: the listbox keeps the focus and points at its line
            <div
              key={item.key}
              id={`source-line-${number}`}
              ref={virtualizer.measureElement}
              data-index={item.index}
              className={classes.line}
              role="option"
              aria-selected={isPicked || number === chosen}
              aria-posinset={number}
              aria-setsize={lines.length}
              data-code={mark?.code ?? undefined}
              data-linked={mark !== undefined || undefined}
              data-current={number === chosen || undefined}
              data-picked={isPicked || undefined}
              style={{ transform: `translateY(${item.start}px)` }}
              onMouseDown={(event) => {
                // Shift picks lines; it does not mark their text.
                if (event.shiftKey) event.preventDefault();
              }}
              onClick={(event) => onClick(event, number)}
            >
              <span className={classes.number}>{number}</span>
              <span className={classes.text}>{lines[item.index]}</span>
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** Source and draft scrolled together: the pane that is scrolled by hand leads, the other brings what belongs to it into view. */
import { type RefObject, useEffect, useRef } from 'react';

/** What the source pane can be asked to do. */
export interface SourceControl {
  /** The first line in view, from 1. */
  readonly topLine: () => number | null;
  readonly showAtTop: (line: number) => void;
}

type Side = 'source' | 'draft';

/** Room for a heading that stays at the top of a list. */
const headHeight = 44;
const scrollKeys = new Set(['PageUp', 'PageDown', 'Home', 'End', ' ', 'ArrowUp', 'ArrowDown']);

const lineOf = (row: HTMLElement): number => Number(row.dataset.line);

/** The row of the draft that belongs to a line: the one that begins last at or above it. */
export function rowForLine(lines: readonly number[], line: number): number | null {
  let best: number | null = null;
  let first: number | null = null;
  lines.forEach((at, index) => {
    if (first === null || at < (lines[first] ?? 0)) first = index;
    if (at <= line && (best === null || at > (lines[best] ?? 0))) best = index;
  });
  return best ?? first;
}

function rowsOf(scroller: Element): HTMLElement[] {
  return [...scroller.querySelectorAll<HTMLElement>('[data-line]')];
}

/** The first row in view; rows stand below one another in the order they are found. */
function topRow(scroller: Element): HTMLElement | null {
  const rows = rowsOf(scroller);
  const top = scroller.getBoundingClientRect().top + headHeight;
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.getBoundingClientRect().bottom ?? 0) > top) high = middle;
    else low = middle + 1;
  }
  return rows[low] ?? null;
}

/**
 * Links the two panes in `frame` while `isOn`. Only a wheel, a touch, a scroll bar or a scroll key makes a pane the one
 * that leads: what moves by itself, and the pane that follows, lead nothing.
 */
export function useLinkedScroll(
  frame: RefObject<HTMLElement | null>,
  control: RefObject<SourceControl | null>,
  isOn: boolean,
): void {
  const leader = useRef<Side | null>(null);
  useEffect(() => {
    const root = frame.current;
    if (root === null || !isOn) return;
    let request = 0;
    const sideOf = (target: EventTarget | null): Side | null => {
      const scroller = target instanceof Element ? target.closest<HTMLElement>('[data-scroll]') : null;
      return (scroller?.dataset.scroll as Side | undefined) ?? null;
    };
    const lead = (event: Event) => {
      leader.current = sideOf(event.target);
    };
    const leadByBar = (event: PointerEvent) => {
      const onBar = event.target instanceof Element && event.target.matches('[data-scroll]');
      leader.current = onBar ? sideOf(event.target) : null;
    };
    const leadByKey = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof Element && event.target.closest('input, textarea, select') !== null;
      // Arrows in the source choose a line, which brings its value into view by itself.
      const isPlain = event.target instanceof Element && event.target.matches('[data-scroll="draft"]');
      leader.current = !isTyping && isPlain && scrollKeys.has(event.key) ? sideOf(event.target) : null;
    };
    const follow = () => {
      const draft = root.querySelector('[data-scroll="draft"]');
      if (draft === null || control.current === null) return;
      if (leader.current === 'draft') {
        const row = topRow(draft);
        if (row !== null) control.current.showAtTop(lineOf(row));
      } else if (leader.current === 'source') {
        const line = control.current.topLine();
        const rows = rowsOf(draft);
        const at = line === null ? null : rowForLine(rows.map(lineOf), line);
        const row = at === null ? undefined : rows[at];
        if (row !== undefined)
          draft.scrollTop += row.getBoundingClientRect().top - draft.getBoundingClientRect().top - headHeight;
      }
    };
    const scrolled = (event: Event) => {
      if (leader.current === null || sideOf(event.target) !== leader.current) return;
      cancelAnimationFrame(request);
      request = requestAnimationFrame(follow);
    };
    root.addEventListener('wheel', lead, { passive: true });
    root.addEventListener('touchmove', lead, { passive: true });
    root.addEventListener('pointerdown', leadByBar);
    root.addEventListener('keydown', leadByKey);
    root.addEventListener('scroll', scrolled, { capture: true, passive: true });
    return () => {
      cancelAnimationFrame(request);
      root.removeEventListener('wheel', lead);
      root.removeEventListener('touchmove', lead);
      root.removeEventListener('pointerdown', leadByBar);
      root.removeEventListener('keydown', leadByKey);
      root.removeEventListener('scroll', scrolled, { capture: true });
    };
  }, [frame, control, isOn]);
}

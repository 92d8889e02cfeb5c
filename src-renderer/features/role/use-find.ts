/** Finds words in what is on the page and marks them there, without touching the page's own elements. */
import { type RefObject, useCallback, useEffect, useState } from 'react';
import { findText } from './find-text.ts';

const matchesHighlight = 'cairn-found';
const currentHighlight = 'cairn-found-now';

/** Elements between which no words run on. */
const blockSelector = 'p, li, td, th, h1, h2, h3, h4, dt, dd, blockquote, [data-block]';

/** The page's text with every piece of it; blocks are parted, so that no words are found across two of them. */
function readText(root: HTMLElement): { text: string; pieces: { node: Text; start: number }[] } {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const pieces: { node: Text; start: number }[] = [];
  let text = '';
  let block: Element | null = null;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const inBlock = node.parentElement?.closest(blockSelector) ?? null;
    if (inBlock !== block) text += '\n';
    block = inBlock;
    pieces.push({ node: node as Text, start: text.length });
    text += (node as Text).data;
  }
  return { text, pieces };
}

function rangesOf(root: HTMLElement, words: string): Range[] {
  const { text, pieces } = readText(root);
  let at = 0;
  /** The piece that a place of the text is in; hits come in order, so the search never goes back. */
  const pieceAt = (place: number) => {
    while (pieces[at + 1] !== undefined && (pieces[at + 1]?.start ?? 0) <= place) at += 1;
    return pieces[at];
  };
  return findText(text, words).flatMap((hit) => {
    const first = pieceAt(hit.start);
    const last = pieceAt(hit.end - 1);
    if (first === undefined || last === undefined) return [];
    const range = document.createRange();
    range.setStart(first.node, hit.start - first.start);
    range.setEnd(last.node, Math.min(hit.end - last.start, last.node.length));
    return [range];
  });
}

function mark(ranges: readonly Range[], current: Range | undefined): void {
  // Tests run where there is no highlight registry; the count and the scrolling work without it.
  if (typeof CSS === 'undefined' || CSS.highlights === undefined) return;
  CSS.highlights.delete(matchesHighlight);
  CSS.highlights.delete(currentHighlight);
  if (ranges.length > 0) CSS.highlights.set(matchesHighlight, new Highlight(...ranges));
  if (current === undefined) return;
  const now = new Highlight(current);
  now.priority = 1;
  CSS.highlights.set(currentHighlight, now);
}

export interface Found {
  readonly count: number;
  /** From 1; 0 when nothing is found. */
  readonly place: number;
  readonly go: (step: 1 | -1) => void;
}

/** Marks every place of the words within `root` and goes through them in a ring. `shown` changes when the text does. */
export function useFind(root: RefObject<HTMLElement | null>, words: string, shown: string): Found {
  const [ranges, setRanges] = useState<readonly Range[]>([]);
  const [place, setPlace] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `shown` says that the text under `root` is another one
  useEffect(() => {
    const found = root.current === null ? [] : rangesOf(root.current, words);
    setRanges(found);
    setPlace(found.length === 0 ? 0 : 1);
    return () => mark([], undefined);
  }, [root, words, shown]);

  useEffect(() => {
    const current = ranges[place - 1];
    mark(ranges, current);
    current?.startContainer.parentElement?.scrollIntoView({ block: 'center' });
  }, [ranges, place]);

  const go = useCallback(
    (step: 1 | -1) =>
      setPlace((now) => (ranges.length === 0 ? 0 : ((now - 1 + step + ranges.length) % ranges.length) + 1)),
    [ranges.length],
  );
  return { count: ranges.length, place, go };
}

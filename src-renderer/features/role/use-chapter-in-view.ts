/** Which chapter of a scrolling page is being read, and how to go to another. */
import { type RefObject, useCallback, useEffect, useState } from 'react';

/** How far below the upper edge a heading may stand and already be what is read. */
const readingTop = 96;

interface ChapterInView {
  readonly current: string | null;
  readonly goTo: (id: string) => void;
}

/** Follows the elements with `data-chapter` inside the scrolling element; `shown` changes when they do. */
export function useChapterInView(scroller: RefObject<HTMLElement | null>, shown: string): ChapterInView {
  const [current, setCurrent] = useState<string | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `shown` says that the chapters are others now
  useEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    let frame = 0;
    const look = () => {
      frame = 0;
      const chapters = [...element.querySelectorAll<HTMLElement>('[data-chapter]')];
      const top = element.getBoundingClientRect().top;
      const isAtEnd = element.scrollTop > 0 && element.scrollTop + element.clientHeight >= element.scrollHeight - 2;
      const read = isAtEnd
        ? chapters.at(-1)
        : (chapters.findLast((chapter) => chapter.getBoundingClientRect().top - top <= readingTop) ?? chapters[0]);
      setCurrent(read?.dataset.chapter ?? null);
    };
    const onScroll = () => {
      if (frame === 0) frame = requestAnimationFrame(look);
    };
    look();
    element.addEventListener('scroll', onScroll, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      element.removeEventListener('scroll', onScroll);
    };
  }, [scroller, shown]);

  const goTo = useCallback(
    (id: string) => {
      const chapter = scroller.current?.querySelector<HTMLElement>(`[data-chapter="${CSS.escape(id)}"]`);
      chapter?.scrollIntoView({ block: 'start' });
      chapter?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
      setCurrent(id);
    },
    [scroller],
  );
  return { current, goTo };
}

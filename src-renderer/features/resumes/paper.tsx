/** The pages of the PDF on their trough: white in both schemes, drawn anew without a flicker, the chosen line framed. */
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { findOnPaper, type PaperBox } from './find-on-paper.ts';
import classes from './paper.module.css';
import { drawPage, type OpenPdf, type PdfPage, PIXELS_PER_POINT } from './pdf.ts';

/** Room between the paper and the edges of its trough. */
const MARGIN_PX = 14;

/** `fit`, or a factor of the true size. */
export type Zoom = 'fit' | number;

interface PaperProps {
  readonly pdf: OpenPdf;
  readonly zoom: Zoom;
  /** What is framed; null for nothing. */
  readonly chosenText: string | null;
  /** The factor that `fit` comes to. */
  readonly onFit: (factor: number) => void;
}

export function Paper({ pdf, zoom, chosenText, onFit }: PaperProps) {
  const trough = useRef<HTMLDivElement>(null);
  const width = useWidth(trough);
  const first = pdf.pages[0];
  const fit =
    first === undefined || width === 0
      ? 0
      : Math.max(0.2, (width - 2 * MARGIN_PX) / (first.widthPt * PIXELS_PER_POINT));
  const factor = zoom === 'fit' ? fit : zoom;
  const boxes = chosenText === null ? [] : findOnPaper(pdf.pages, chosenText);
  const isNarrow = factor <= fit;

  useEffect(() => {
    if (fit > 0) onFit(fit);
  }, [fit, onFit]);

  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must be able to reach it
    <section className={classes.trough} ref={trough} tabIndex={0} aria-label="The printed page">
      {factor === 0 ? null : (
        <div className={classes.pages} data-narrow={isNarrow || undefined}>
          {pdf.pages.map((page) => (
            <PaperPage
              key={page.number}
              page={page}
              count={pdf.pages.length}
              scale={factor * PIXELS_PER_POINT}
              boxes={boxes.filter((box) => box.page === page.number)}
            />
          ))}
        </div>
      )}
    </section>
  );
}

interface PaperPageProps {
  readonly page: PdfPage;
  readonly count: number;
  readonly scale: number;
  readonly boxes: readonly PaperBox[];
}

/** The old drawing stays until the new one is whole; what is in sight is drawn first. */
function PaperPage({ page, count, scale, boxes }: PaperPageProps) {
  const sheet = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let isStopped = false;
    const draw = async () => {
      const drawn = await drawPage(page, scale, () => isStopped);
      if (drawn !== null && !isStopped) sheet.current?.replaceChildren(drawn);
    };
    const top = sheet.current?.getBoundingClientRect().top ?? 0;
    const isInSight = top < window.innerHeight;
    const timer = setTimeout(() => void draw().catch(() => undefined), isInSight ? 0 : 60);
    return () => {
      isStopped = true;
      clearTimeout(timer);
    };
  }, [page, scale]);
  return (
    <div
      className={classes.page}
      style={{ width: page.widthPt * scale, height: page.heightPt * scale }}
      role="img"
      aria-label={`Page ${page.number} of ${count}`}
    >
      <div className={classes.sheet} ref={sheet} />
      {boxes.map((box) => (
        <Frame key={`${box.top} ${box.left} ${box.width} ${box.height}`} box={box} scale={scale} />
      ))}
    </div>
  );
}

/** Marks the chosen line and brings it into sight. */
function Frame({ box, scale }: { readonly box: PaperBox; readonly scale: number }) {
  const frame = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    frame.current?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, []);
  return (
    <div
      ref={frame}
      className={classes.frame}
      style={{
        left: box.left * scale,
        top: box.top * scale,
        width: box.width * scale,
        height: box.height * scale,
      }}
    />
  );
}

/** The width there is for the paper, without its scrollbar. */
function useWidth(place: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = place.current;
    if (element === null) return;
    const measure = () => setWidth(element.clientWidth);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [place]);
  return width;
}

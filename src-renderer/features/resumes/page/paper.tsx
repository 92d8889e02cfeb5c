/** The pages of the PDF on their trough: white in both schemes, redrawn without a flicker, the chosen line framed. */
import {
  type MouseEvent,
  type RefObject,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { type ChosenLine, keyOf, type PrintedLine } from '../builder/chosen-line.ts';
import { findOnPaper, type Measure, type PaperBox, type PlacedPage } from './find-on-paper.ts';
import classes from './paper.module.css';
import { drawPage, type OpenPdf, type PdfPage, pixelsPerPoint } from './pdf.ts';

/** Room between the paper and the edges of its trough. */
const marginPx = 14;
/** Pages out of sight wait for those in sight. */
const redrawDelayMs = 30;

const ruler = document.createElement('canvas').getContext('2d');

/** The page is set in this face; its upright stands for all its cuts. */
const measure: Measure = (text) => {
  if (ruler === null) return text.length;
  ruler.font = '100px "Source Serif 4 Variable", serif';
  return ruler.measureText(text).width;
};

/** `fit`, or a factor of the true size. */
export type Zoom = 'fit' | number;

interface PaperProps {
  readonly pdf: OpenPdf;
  /** The texts on its pages, or on those before it while they are looked up. */
  readonly placed: readonly PlacedPage[];
  readonly zoom: Zoom;
  /** What is framed; null for nothing. */
  readonly chosen: PrintedLine | null;
  /** Every line that prints: a click on one chooses it. */
  readonly lines: readonly PrintedLine[];
  /** Another PDF is on its way; a line it alone holds is not looked for in this one. */
  readonly isStale: boolean;
  /** Told when what is in sight is drawn. */
  readonly onDrawn: (pdf: OpenPdf) => void;
  /** The factor that `fit` comes to. */
  readonly onFit: (factor: number) => void;
  readonly onChoose: (line: ChosenLine) => void;
  readonly onZoom: (step: 1 | -1) => void;
}

export function Paper({ pdf, placed, zoom, chosen, lines, isStale, onDrawn, onFit, onChoose, onZoom }: PaperProps) {
  const trough = useRef<HTMLElement>(null);
  const width = useWidth(trough);
  const first = pdf.pages[0];
  const fit =
    first === undefined || width === 0 ? 0 : Math.max(0.2, (width - 2 * marginPx) / (first.widthPt * pixelsPerPoint));
  const factor = zoom === 'fit' ? fit : zoom;
  const boxes = useBoxes(placed, chosen, isStale);

  useEffect(() => {
    if (fit > 0) onFit(fit);
  }, [fit, onFit]);
  useWheelZoom(trough, onZoom);
  // One page after the other, so that the first is there soonest.
  const drawing = useRef<Promise<unknown>>(Promise.resolve());
  const drawInTurn = useCallback(
    (draw: () => Promise<unknown>) => {
      drawing.current = drawing.current.then(draw).then(
        () => onDrawn(pdf),
        () => undefined,
      );
    },
    [pdf, onDrawn],
  );

  const chooseAt = (page: PdfPage, x: number, y: number) => {
    const hit = lines.find((line) =>
      findOnPaper(placed, line.text, line.after, measure).some(
        (box) =>
          box.page === page.number &&
          x >= box.left &&
          x <= box.left + box.width &&
          y >= box.top &&
          y <= box.top + box.height,
      ),
    );
    if (hit !== undefined) onChoose({ kind: hit.kind, refId: hit.refId, isOpen: false });
  };
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must be able to reach it
    <section className={classes.trough} ref={trough} tabIndex={0} aria-label="The printed page">
      {factor === 0 ? null : (
        <div className={classes.pages} data-fits={factor <= fit || undefined}>
          {pdf.pages.map((page) => (
            <PaperPage
              key={page.number}
              page={page}
              count={pdf.pages.length}
              scale={factor * pixelsPerPoint}
              boxes={boxes.filter((box) => box.page === page.number)}
              chosenKey={chosen === null ? '' : keyOf(chosen)}
              onPoint={chooseAt}
              drawInTurn={drawInTurn}
            />
          ))}
        </div>
      )}
    </section>
  );
}

/** Where the chosen line stands; while its new words are on their way to the paper, where it stood. */
function useBoxes(placed: readonly PlacedPage[], chosen: PrintedLine | null, isStale: boolean): readonly PaperBox[] {
  const key = chosen === null ? null : keyOf(chosen);
  const last = useRef<{ readonly key: string | null; readonly boxes: readonly PaperBox[] }>({ key: null, boxes: [] });
  const found = useMemo(
    () => (chosen === null ? [] : findOnPaper(placed, chosen.text, chosen.after, measure)),
    [placed, chosen],
  );
  const isKept = found.length === 0 && isStale && last.current.key === key;
  const boxes = isKept ? last.current.boxes : found;
  last.current = { key, boxes };
  return boxes;
}

interface PaperPageProps {
  readonly page: PdfPage;
  readonly count: number;
  readonly scale: number;
  readonly boxes: readonly PaperBox[];
  readonly chosenKey: string;
  readonly onPoint: (page: PdfPage, x: number, y: number) => void;
  readonly drawInTurn: (draw: () => Promise<unknown>) => void;
}

/** The old drawing stays until the new one is whole; what is in sight is drawn first. */
function PaperPage({ page, count, scale, boxes, chosenKey, onPoint, drawInTurn }: PaperPageProps) {
  const sheet = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let isStopped = false;
    const draw = async () => {
      const drawn = await drawPage(page, scale, () => isStopped);
      if (drawn !== null && !isStopped) sheet.current?.replaceChildren(drawn);
    };
    const top = sheet.current?.getBoundingClientRect().top ?? 0;
    const timer = setTimeout(() => drawInTurn(draw), top < window.innerHeight ? 0 : redrawDelayMs);
    return () => {
      isStopped = true;
      clearTimeout(timer);
    };
  }, [page, scale, drawInTurn]);
  const point = (event: MouseEvent<HTMLDivElement>) => {
    const { left, top } = event.currentTarget.getBoundingClientRect();
    onPoint(page, (event.clientX - left) / scale, (event.clientY - top) / scale);
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a shortcut for the pointer; the list beside it has every line
    <div
      className={classes.page}
      style={{ width: page.widthPt * scale, height: page.heightPt * scale }}
      role="img"
      aria-label={`Page ${page.number} of ${count}`}
      onClick={point}
    >
      <div className={classes.sheet} ref={sheet} />
      {boxes.map((box) => (
        <Frame key={`${chosenKey} ${box.page}`} box={box} scale={scale} />
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
      style={{ left: box.left * scale, top: box.top * scale, width: box.width * scale, height: box.height * scale }}
    />
  );
}

/** Ctrl and the wheel zoom, as everywhere. */
function useWheelZoom(place: RefObject<HTMLElement | null>, onZoom: (step: 1 | -1) => void): void {
  const latest = useRef(onZoom);
  latest.current = onZoom;
  useEffect(() => {
    const element = place.current;
    const listen = (event: WheelEvent) => {
      if (!event.ctrlKey || event.deltaY === 0) return;
      event.preventDefault();
      latest.current(event.deltaY < 0 ? 1 : -1);
    };
    // React listens passively, where the page's own zoom could not be stopped.
    element?.addEventListener('wheel', listen, { passive: false });
    return () => element?.removeEventListener('wheel', listen);
  }, [place]);
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

/** The printed resume: its PDF opened, the one before kept until the new one can be drawn. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { useAnswer } from '../../../api.ts';
import type { PlacedPage } from './find-on-paper.ts';
import { holdPdfJs, type OpenPdf, openPdf, placeTexts } from './pdf.ts';

/** The old pages may still be drawn from for this long. */
const drawingMs = 5_000;

/** The newest PDF that could be opened, and how the last one printed turned out; null before the first. */
export function usePdf(resumeId: string) {
  const printed = useAnswer('writeExport', { kind: 'resume', format: 'pdf', id: resumeId });
  const [pdf, setPdf] = useState<OpenPdf | null>(null);
  const [placed, setPlaced] = useState<readonly PlacedPage[]>([]);
  const [placedOf, setPlacedOf] = useState<OpenPdf | null>(null);
  const [openError, setOpenError] = useState<unknown>(null);
  const [tries, setTries] = useState(0);
  const shown = useRef<OpenPdf | null>(null);
  const bytes = printed.data?.bytes;

  // biome-ignore lint/correctness/useExhaustiveDependencies: another try opens the same bytes again
  useEffect(() => {
    if (bytes === undefined) return;
    let isStale = false;
    openPdf(bytes)
      .then((opened) => {
        if (isStale) return opened.close();
        const before = shown.current;
        shown.current = opened;
        setPdf(opened);
        setOpenError(null);
        if (before !== null) setTimeout(() => before.close(), drawingMs);
      })
      .catch((error: unknown) => {
        if (!isStale) setOpenError(error);
      });
    return () => {
      isStale = true;
    };
  }, [bytes, tries]);

  // Fetched while the first page is still being printed.
  useEffect(() => holdPdfJs(), []);

  useEffect(
    () => () => {
      shown.current?.close();
      shown.current = null;
    },
    [],
  );

  /** Texts are looked up after the page is drawn, so that they do not delay it. */
  const onDrawn = useCallback((drawn: OpenPdf) => {
    placeTexts(drawn)
      .then((pages) => {
        if (shown.current !== drawn) return;
        setPlaced(pages);
        setPlacedOf(drawn);
      })
      // Without them a line is not framed; the page itself is there.
      .catch(() => undefined);
  }, []);

  return {
    pdf,
    placed,
    onDrawn,
    proof: printed.data?.proof ?? null,
    error: printed.error ?? openError,
    /** What is shown is about to be replaced. */
    isPrinting: printed.isFetching || pdf?.bytes !== bytes || placedOf !== pdf,
    retry: () => {
      setTries((before) => before + 1);
      void printed.refetch();
    },
  };
}

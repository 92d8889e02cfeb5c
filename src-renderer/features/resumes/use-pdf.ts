/** The printed resume: its PDF opened, the one before kept until the new one can be drawn. */
import { useEffect, useRef, useState } from 'react';
import { useAnswer } from '../../api.ts';
import { type OpenPdf, openPdf } from './pdf.ts';

/** The old pages may still be drawn from for this long. */
const DRAWING_MS = 5_000;

/** The newest PDF that could be opened, and what printing it said. */
export function usePdf(resumeId: string) {
  const printed = useAnswer('printResume', { id: resumeId });
  const [pdf, setPdf] = useState<OpenPdf | null>(null);
  const [openError, setOpenError] = useState<unknown>(null);
  const [tries, setTries] = useState(0);
  const shown = useRef<OpenPdf | null>(null);
  const bytes = printed.data?.pdf;

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
        if (before !== null) setTimeout(() => before.close(), DRAWING_MS);
      })
      .catch((error: unknown) => {
        if (!isStale) setOpenError(error);
      });
    return () => {
      isStale = true;
    };
  }, [bytes, tries]);

  useEffect(
    () => () => {
      shown.current?.close();
      shown.current = null;
    },
    [],
  );

  return {
    pdf,
    printed: printed.data,
    error: printed.error ?? openError,
    /** What is shown is about to be replaced. */
    isPrinting: printed.isFetching || (pdf !== null && pdf.bytes !== bytes),
    retry: () => {
      setTries((before) => before + 1);
      void printed.refetch();
    },
  };
}

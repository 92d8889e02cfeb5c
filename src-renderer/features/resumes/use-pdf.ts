/** The printed resume: its PDF opened, the one before kept until the new one can be drawn. */
import { useEffect, useRef, useState } from 'react';
import { useAnswer } from '../../api.ts';
import { type OpenPdf, openPdf } from './pdf.ts';

/** The newest PDF that could be opened, and what printing it said. */
export function usePdf(resumeId: string) {
  const printed = useAnswer('printResume', { id: resumeId });
  const [pdf, setPdf] = useState<OpenPdf | null>(null);
  const [openError, setOpenError] = useState<unknown>(null);
  const shown = useRef<OpenPdf | null>(null);
  const bytes = printed.data?.pdf;

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
        // its pages may still be drawn from; by then the new ones are there
        if (before !== null) setTimeout(() => before.close(), 5_000);
      })
      .catch((error: unknown) => {
        if (!isStale) setOpenError(error);
      });
    return () => {
      isStale = true;
    };
  }, [bytes]);

  useEffect(
    () => () => {
      shown.current?.close();
      shown.current = null;
    },
    [],
  );

  return { pdf, printed: printed.data, error: printed.error ?? openError, retry: () => void printed.refetch() };
}

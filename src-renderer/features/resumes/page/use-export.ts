/** The exports of a resume: what is typed is saved first, then main asks where the file shall go. */
import { useState } from 'react';
import type { ReadBack } from '../../../../shared/api/document.ts';
import { useCommand } from '../../../api.ts';
import { flushAll } from '../../../parts/saving/flush.ts';

/** More names than these are better read in the parser view. */
const MOST_NAMED = 3;

export function useExport(id: string) {
  const pdf = useCommand('exportResumePdf');
  const json = useCommand('exportJsonResume');
  const [last, setLast] = useState<'pdf' | 'json'>('pdf');
  const isPending = pdf.isPending || json.isPending;
  const run = (kind: 'pdf' | 'json') => {
    if (isPending) return;
    close();
    setLast(kind);
    void flushAll().then(() => {
      if (kind === 'pdf') pdf.mutate({ id });
      else json.mutate({ resumeId: id });
    });
  };
  const close = () => {
    pdf.reset();
    json.reset();
  };
  return {
    pdf: () => run('pdf'),
    jsonResume: () => run('json'),
    retry: () => run(last),
    close,
    isPending,
    error: pdf.error ?? json.error,
    /** What was written; null before, and when the dialog was cancelled. */
    said: pdf.data
      ? `Exported to ${pdf.data.fileName}, ${pdf.data.pageCount} ${pdf.data.pageCount === 1 ? 'page' : 'pages'}. Read back: ${pdf.data.readBack.found} of ${pdf.data.readBack.total} fields found.`
      : json.data
        ? `Exported to ${json.data.fileName}.`
        : null,
    missing: pdf.data ? missingText(pdf.data.readBack) : '',
  };
}

/** What a parser would not find in the file, named; empty when it finds everything. */
function missingText({ missing, outOfOrder, problems }: ReadBack): string {
  const named = (fields: readonly { readonly label: string }[]) => {
    const labels = fields.slice(0, MOST_NAMED).map((field) => field.label);
    const rest = fields.length - labels.length;
    return `${labels.join('; ')}${rest > 0 ? ` and ${rest} more` : ''}`;
  };
  return [
    missing.length === 0 ? '' : `A parser does not find: ${named(missing)}.`,
    outOfOrder.length === 0 ? '' : `Out of order: ${named(outOfOrder)}.`,
    problems.length === 0 ? '' : problems.join(' '),
  ]
    .filter(Boolean)
    .join(' ');
}

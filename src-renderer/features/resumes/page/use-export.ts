/** The exports of a resume: what is typed is saved first, then main asks where the file shall go. */
import type { ReadBack } from '../../../../shared/api/document.ts';
import type { SavedExport } from '../../../../shared/api/export.ts';
import { useCommand } from '../../../api.ts';
import { flushAll } from '../../../parts/saving/flush.ts';

/** More names than these are better read in the parser view. */
const mostNamed = 3;

export function useExport(id: string) {
  const { mutate, reset, data, error, isPending, variables } = useCommand('saveExport');
  const run = (format: 'pdf' | 'json-resume') => {
    if (isPending) return;
    reset();
    void flushAll().then(() => mutate({ kind: 'resume', format, id }));
  };
  return {
    pdf: () => run('pdf'),
    jsonResume: () => run('json-resume'),
    retry: () => run(variables?.format === 'json-resume' ? 'json-resume' : 'pdf'),
    close: reset,
    isPending,
    error,
    /** What was written; null before, and when the dialog was cancelled. */
    saved: data ?? null,
    said: data ? exportSummary(data) : '',
    missing: data?.proof ? missingText(data.proof.readBack) : '',
  };
}

function exportSummary({ fileName, proof }: SavedExport): string {
  if (proof === null) return `Exported to ${fileName}.`;
  const { pageCount, readBack } = proof;
  return `Exported to ${fileName}, ${pageCount} ${pageCount === 1 ? 'page' : 'pages'}. Read back: ${readBack.found} of ${readBack.total} fields found.`;
}

/** What a parser would not find in the file, named; empty when it finds everything. */
function missingText({ missing, outOfOrder, problems }: ReadBack): string {
  const named = (fields: readonly { readonly label: string }[]) => {
    const labels = fields.slice(0, mostNamed).map((field) => field.label);
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

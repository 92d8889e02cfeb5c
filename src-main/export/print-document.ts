/** Printing with its proof: the PDF, and what a parser reads in it, always both. */
import type { PrintableDocument } from '../../shared/api/document.ts';
import type { PrintProof } from '../../shared/api/export.ts';
import { printedFieldsOf, runningTextsOf } from '../../shared/domain/paper/printed-fields.ts';
import type { Host } from '../host.ts';

/** Throws PRINT_FAILED. */
export async function printDocument(
  host: Host,
  document: PrintableDocument,
): Promise<{ readonly bytes: Uint8Array; readonly proof: PrintProof }> {
  const bytes = await host.print(document);
  // pdf.js is large, and needed only once there is a paper
  const { readBackPdf } = await import('./read-back.ts');
  const { pageCount, ...readBack } = await readBackPdf(bytes, printedFieldsOf(document), runningTextsOf(document));
  return { bytes, proof: { pageCount, readBack } };
}

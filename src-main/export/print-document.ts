/** Printing with its proof: the PDF, and what a parser reads in it, always both. */
import type { PrintableDocument, ReadBack } from '../../shared/api/document.ts';
import type { PrintedDocument } from '../../shared/api/resume.ts';
import { fieldsOf, runningText } from '../../shared/domain/resume/resume-fields.ts';
import type { Host } from '../host.ts';

/** Throws PRINT_FAILED. */
export async function printDocument(host: Host, document: PrintableDocument): Promise<PrintedDocument> {
  const pdf = await host.print(document);
  // pdf.js is large, and needed only once there is a paper
  const { readBackPdf } = await import('./read-back.ts');
  const { pageCount, ...readBack }: ReadBack & { pageCount: number } = await readBackPdf(
    pdf,
    fieldsOf(document),
    runningText(document),
  );
  return { pdf, pageCount, readBack };
}

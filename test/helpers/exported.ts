/** What an export holds, and a PDF for hosts that print nothing. */
import type { Input, Output } from '../../shared/api/index.ts';

type Write = (name: 'writeExport', input: Input<'writeExport'>) => Promise<Output<'writeExport'>>;

/** The text of an export that is text. */
export async function exportedText(call: Write, input: Input<'writeExport'>): Promise<string> {
  return new TextDecoder().decode((await call('writeExport', input)).bytes);
}

/** One blank page. */
export const emptyPdf = new TextEncoder().encode(`%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
trailer<</Root 1 0 R/Size 4>>
%%EOF`);

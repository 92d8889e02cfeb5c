/** The words of a PDF as another reader finds them. */
import { readFile } from 'node:fs/promises';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** The text of every page in reading order, with single spaces. */
export async function textOfPdf(path: string): Promise<string> {
  const opening = getDocument({ data: new Uint8Array(await readFile(path)), verbosity: 0 });
  const document = await opening.promise;
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const content = await (await document.getPage(number)).getTextContent();
    pages.push(content.items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? ' ' : ''}` : '')).join(''));
  }
  await opening.destroy();
  return pages.join(' ').replace(/\s+/g, ' ');
}

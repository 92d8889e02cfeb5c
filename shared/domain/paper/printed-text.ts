/** Text as it prints: Markdown-lite without its marks, addresses without their scheme. */
import type { ContactItem } from '../../api/document.ts';
import { withPlainListMarks } from '../../vocabulary/list-marks.ts';
import { withoutInlineMarks } from './inline-marks.ts';
import { type MarkedLine, markedLines } from './list-marks.ts';

/** Longer addresses print as host and an ellipsis; the link still leads to the whole. */
const longestAddress = 60;

/** One paragraph without Markdown-lite marks, list marks and line breaks: the same words in the same order. */
export function plainText(markdown: string): string {
  return oneLine(
    plainLines(markdown)
      .map((line) => line.text)
      .join(' '),
  );
}

/** The lines of a text without marks; of a list with the mark that each had. */
export function plainLines(markdown: string): readonly MarkedLine[] {
  return markedLines(withPlainListMarks(markdown)).map(({ mark, text }) => ({
    mark,
    text: oneLine(withoutInlineMarks(text)),
  }));
}

/** A text on one line, spaces between words single. */
export function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** An address as people write it: without `https://`, `www.` kept, no trailing slash; the link leads to the whole address. */
export function printedAddress(url: string): ContactItem | null {
  const address = url.trim();
  if (address === '') return null;
  const [, scheme = '', rest = ''] = /^(?:(https?):\/\/)?(.*)$/is.exec(address) ?? [];
  const bare = rest.replace(/\/+$/, '');
  if (bare === '') return null;
  // spaces, and names of people such as @bo@example.social, lead nowhere
  if (/\s/.test(bare) || /^[^/?#]*@/.test(bare)) return { text: oneLine(bare), href: null };
  const isOther = scheme === '' && /^[a-z][a-z\d+.-]*:(?!\d)/i.test(bare);
  const host = bare.split('/', 1)[0] ?? bare;
  return {
    text: bare.length > longestAddress ? `${host}/…` : bare,
    href: isOther || scheme.toLowerCase() === 'http' ? null : `https://${rest}`,
  };
}

/** How many words a text has. */
export function wordCount(text: string): number {
  return text.split(/\s+/u).filter((word) => word !== '').length;
}

/** Text as it prints: Markdown-lite without its marks, addresses without their scheme. */
import type { ContactItem } from '../../api/document.ts';
import { withPlainListMarks } from '../../vocabulary/list-marks.ts';

/** Longer addresses print as host and an ellipsis; the link still leads to the whole. */
const longestAddress = 60;

/** One paragraph without Markdown-lite marks, list marks and line breaks: the same words in the same order. */
export function plainText(markdown: string): string {
  const lines = withPlainListMarks(markdown)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  // `3. Platz` on its own is a sentence, not the third item of a list
  const listMark = lines.length > 1 ? /^(?:[-*+]|\d{1,3}[.)])\s+/ : /^[-*+]\s+/;
  return oneLine(lines.map((line) => withoutMarks(line.replace(listMark, ''))).join(' '));
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
  if (bare === '' || /\s/.test(bare)) return bare === '' ? null : { text: plainText(bare), href: null };
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

/** What an escaped sign is while marks are taken out: a character of no script, one for each sign of ASCII. */
const firstEscape = 0x10_ff00;

function withoutMarks(line: string): string {
  return line
    .replace(/\\([\\`*_{}[\]()#+\-.!])/g, (_, sign: string) => String.fromCodePoint(firstEscape + sign.charCodeAt(0)))
    .replace(/\[([^[\]]{1,500})\]\([^()\s]{0,2000}\)/g, '$1')
    .replace(/(\*\*|__)(?=\S)([^\n]{1,2000}?)(?<=\S)\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}*])\*(?=\S)([^*\n]{1,2000})(?<=\S)\*(?![\p{L}\p{N}*])/gu, '$1')
    .replace(/(?<![\p{L}\p{N}_])_(?=\S)([^_\n]{1,2000})(?<=\S)_(?![\p{L}\p{N}_])/gu, '$1')
    .replace(/[\u{10FF00}-\u{10FF7F}]/gu, (sign) =>
      String.fromCharCode((sign.codePointAt(0) ?? firstEscape) - firstEscape),
    );
}

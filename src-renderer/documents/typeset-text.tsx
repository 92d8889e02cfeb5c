/** Text as it is set: what belongs together stays on one line, long addresses may break after their signs. */
import { Fragment, type ReactNode } from 'react';

/** Longer pieces are left to break where they can. */
const longestUnbroken = 24;
/** Shorter addresses stay whole. */
const longestAddress = 30;

const unitSource =
  '%|‰|°C|°F|°|ms|µs|s|min|h|d|kB|KB|MB|GB|TB|PB|Hz|kHz|MHz|GHz|W|kW|MW|GW|kWh|MWh|V|A|mm|cm|m|km|m²|km²|ha|g|kg|t|l|ml|px|pt|pp|bps|rps|k€|m€|M€|€|£|\\$|¥|kr|EUR|USD|GBP|CHF|million|billion|bn|mn|k|M';
const numberSource = '[+−-]?(?:[€£$¥]\\s?)?\\d[\\d.,’]*';
const quantitySource = `${numberSource} (?:${unitSource})(?![\\p{L}\\p{N}])`;

/** Number and unit, periods, compounds with a part of three letters or fewer, codes such as RS-014. */
const unbrokenPattern = new RegExp(
  [
    `${quantitySource}(?: ${quantitySource})*`,
    '\\d{4} – (?:\\d{4}|\\p{L}{1,10})',
    '(?<![\\p{L}\\p{N}-])[\\p{L}\\p{N}]+(?:-[\\p{L}\\p{N}]+)+(?![\\p{L}\\p{N}-])',
  ].join('|'),
  'gu',
);

/** Pieces of a text; those with `isKept` must not break. Joined they are the text again. */
export function unbreakablePieces(text: string): readonly { readonly text: string; readonly isKept: boolean }[] {
  const pieces: { text: string; isKept: boolean }[] = [];
  let from = 0;
  for (const match of text.matchAll(unbrokenPattern)) {
    if (!isKept(match[0])) continue;
    if (match.index > from) pieces.push({ text: text.slice(from, match.index), isKept: false });
    pieces.push({ text: match[0], isKept: true });
    from = match.index + match[0].length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), isKept: false });
  return pieces;
}

/** A text with its kept pieces in spans, never in special spaces: those would reach what is copied from the page. */
export function TypesetText({ text }: { readonly text: string }): ReactNode {
  let at = 0;
  return unbreakablePieces(text).map((piece) => {
    const key = at;
    at += piece.text.length;
    return piece.isKept ? (
      <span key={key} className="nb">
        {piece.text}
      </span>
    ) : (
      <Fragment key={key}>{piece.text}</Fragment>
    );
  });
}

/** An address that is shown as it is; its link carries the whole of it. */
export function Address({ text, href }: { readonly text: string; readonly href: string | null }): ReactNode {
  const isShort = text.length <= longestAddress;
  let at = 0;
  const shown = isShort
    ? text
    : text.split(/(?<=[/.\-?&])/).map((part) => {
        const key = at;
        at += part.length;
        return (
          <Fragment key={key}>
            {part}
            <wbr />
          </Fragment>
        );
      });
  const className = isShort ? 'nb' : undefined;
  return href === null ? (
    <span className={className}>{shown}</span>
  ) : (
    <a className={className} href={href}>
      {shown}
    </a>
  );
}

function isKept(piece: string): boolean {
  if (piece.length > longestUnbroken) return false;
  if (!piece.includes('-') || piece.includes(' ')) return true;
  return piece.split('-').some((part) => part.length <= 3);
}

/** Headings: their number, their words and the words in brackets after them. */

const longestHeading = 500;

export interface Heading {
  readonly number?: string;
  readonly heading: string;
  readonly qualifier?: string;
}

/** `8) `, `8. `, `2.1 ` or `8: ` before words; a year or “30-day” is no number of a heading. */
const numberPattern = /^(\d{1,2}(?:\.\d{1,2}){0,3})(?:[).:]\s|\s[-–—]\s)\s{0,20}(?=\p{L}|\d)/u;
/** `§ 8 `, with or without a mark behind it. */
const paragraphSignPattern = /^§\s?(\d{1,2}(?:\.\d{1,2}){0,3})[).:]?\s{1,20}(?=\p{L}|\d)/u;
const subnumberPattern = /^(\d{1,2}(?:\.\d{1,2}){1,3})\s(?=\p{L})/u;

/** Splits number and bracketed qualifier off a heading of one line. Nothing is lost. Never throws. */
export function splitHeading(written: string): Heading {
  const line = written.slice(0, longestHeading).trim();
  const found = numberPattern.exec(line) ?? paragraphSignPattern.exec(line) ?? subnumberPattern.exec(line);
  const rest = found ? line.slice(found[0].length) : line;
  const { name, bracket } = splitBracket(rest);
  return {
    ...(found?.[1] === undefined ? {} : { number: found[1] }),
    heading: name,
    ...(bracket === undefined ? {} : { qualifier: bracket }),
  };
}

/** Takes the last pair of brackets off the end of a name; a name that is all brackets stays whole. */
export function splitBracket(text: string): { readonly name: string; readonly bracket?: string } {
  const line = text.trim();
  if (!line.endsWith(')')) return { name: line };
  let open = 0;
  for (let index = line.length - 1; index > 0; index -= 1) {
    const letter = line.charAt(index);
    if (letter === ')') open += 1;
    else if (letter === '(') {
      open -= 1;
      if (open === 0) {
        const name = line.slice(0, index).trim();
        const bracket = line.slice(index + 1, -1).trim();
        return name === '' || bracket === '' ? { name: line } : { name, bracket };
      }
    }
  }
  return { name: line };
}

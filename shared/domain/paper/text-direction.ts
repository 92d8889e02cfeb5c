/** In which direction a text runs, and a line of it as it is drawn put back into the order in which it is read. */

const rightToLeftPattern =
  /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Samaritan}\p{Script=Mandaic}\p{Script=Adlam}]/u;
const arabicPattern = /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u;

export function hasRightToLeft(text: string): boolean {
  return rightToLeftPattern.test(text);
}

/** By most of its letters: a sentence that begins with the name of a product still runs as the rest of it does. */
export function directionOf(...texts: readonly string[]): 'ltr' | 'rtl' {
  const letters = texts.flatMap((text) => text.match(/\p{L}/gu) ?? []);
  const count = letters.filter((letter) => rightToLeftPattern.test(letter)).length;
  return count * 2 > letters.length || (count > 0 && count * 2 === letters.length) ? 'rtl' : 'ltr';
}

/**
 * The direction of a text in a document: among texts that run from right to left, what has one word of theirs runs so too,
 * however many names of products are in it.
 */
export function directionIn(document: 'ltr' | 'rtl', text: string): 'ltr' | 'rtl' {
  return document === 'rtl' && hasRightToLeft(text) ? 'rtl' : directionOf(text);
}

type Kind = 'left' | 'right' | 'number' | 'neutral';

/**
 * A line as its signs are drawn, from left to right, in the order in which they are read; and the other way round. What
 * the bidirectional algorithm of Unicode does to a line without marks of its own is undone here as far as the line alone
 * tells. `isDrawn` also turns back brackets, which are drawn mirrored.
 */
export function reordered(line: string, base: 'ltr' | 'rtl', isDrawn: boolean): string {
  const signs = [...line];
  const levels = levelsOf(signs, base);
  const highest = Math.max(0, ...levels);
  let order = signs.map((_, at) => at);
  for (let level = highest; level > 0; level -= 1) {
    const next: number[] = [];
    for (let at = 0; at < order.length; ) {
      let end = at;
      while (end < order.length && (levels[order[end] as number] ?? 0) >= level) end += 1;
      if (end === at) {
        next.push(order[at] as number);
        at += 1;
      } else {
        next.push(...order.slice(at, end).reverse());
        at = end;
      }
    }
    order = next;
  }
  return order
    .map((at) => (isDrawn && (levels[at] ?? 0) % 2 === 1 ? mirrored(signs[at] ?? '') : (signs[at] ?? '')))
    .join('');
}

const mirrors = '()[]{}<>«»‹›≤≥';

export function mirrored(sign: string): string {
  const at = mirrors.indexOf(sign);
  return at === -1 || sign === '' ? sign : (mirrors[at % 2 === 0 ? at + 1 : at - 1] ?? sign);
}

function levelsOf(signs: readonly string[], base: 'ltr' | 'rtl'): readonly number[] {
  const kinds = kindsOf(signs);
  const isRight = base === 'rtl';
  const levelOf = (kind: Kind): number => {
    if (kind === 'right') return 1;
    if (kind === 'left') return isRight ? 2 : 0;
    return kind === 'number' ? 2 : isRight ? 1 : 0;
  };
  const sideOf = (at: number, step: 1 | -1): 'left' | 'right' => {
    for (let place = at + step; place >= 0 && place < kinds.length; place += step) {
      const kind = kinds[place];
      if (kind === 'left' || kind === 'right') return kind;
      // a number stands as a letter of the other direction does, if any letter before it does
      if (kind === 'number' && isRight) return 'right';
    }
    return isRight ? 'right' : 'left';
  };
  return kinds.map((kind, at) => {
    if (kind !== 'neutral' && !(kind === 'number' && !isRight)) return levelOf(kind);
    const [before, after] = [sideOf(at, -1), sideOf(at, 1)];
    if (kind === 'number') return before === 'right' && after === 'right' ? 2 : 0;
    return before === after ? levelOf(before) : levelOf('neutral');
  });
}

function kindsOf(signs: readonly string[]): readonly Kind[] {
  const isArabic = signs.some((sign) => arabicPattern.test(sign));
  const kinds = signs.map((sign): Kind => {
    if (/\p{M}/u.test(sign)) return 'neutral';
    if (rightToLeftPattern.test(sign) && !/\p{P}|\p{N}/u.test(sign)) return 'right';
    if (/\p{Nd}/u.test(sign)) return 'number';
    return /[\p{L}\p{Nl}]/u.test(sign) ? 'left' : 'neutral';
  });
  return kinds.map((kind, at) => {
    const sign = signs[at] ?? '';
    const [before, after] = [kinds[at - 1], kinds[at + 1]];
    // a mark goes with its letter, on whichever side that is drawn
    if (/\p{M}/u.test(sign)) return [before, after].includes('right') ? 'right' : (before ?? after ?? 'neutral');
    if (kind !== 'neutral') return kind;
    if (/[.,:/]/.test(sign) && before === 'number' && after === 'number') return 'number';
    if (isArabic) return kind;
    if (/[+\-−]/.test(sign) && before === 'number' && after === 'number') return 'number';
    return /[%‰°\p{Sc}#]/u.test(sign) && (before === 'number' || after === 'number') ? 'number' : kind;
  });
}

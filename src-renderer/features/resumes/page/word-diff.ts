/** What differs between two wordings, word by word. */

export interface DiffPart {
  readonly kind: 'same' | 'gone' | 'new';
  readonly text: string;
}

/** Longer texts are shown whole, one after the other. */
const mostWords = 400;

/** Words in order: what both have, what only the first has, what only the second has. Joined, `same` and `new` give the second. */
export function diffWords(from: string, to: string): readonly DiffPart[] {
  const a = from.split(/(?<=\s)/u);
  const b = to.split(/(?<=\s)/u);
  if (a.length > mostWords || b.length > mostWords)
    return join([
      { kind: 'gone', text: from },
      { kind: 'new', text: to },
    ]);
  const lengths = longestCommon(a, b);
  const parts: DiffPart[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    const isSame = i < a.length && j < b.length && sameWord(a[i], b[j]);
    if (isSame) {
      parts.push({ kind: 'same', text: b[j] ?? '' });
      i += 1;
      j += 1;
    } else if (j >= b.length || (i < a.length && (lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0))) {
      parts.push({ kind: 'gone', text: a[i] ?? '' });
      i += 1;
    } else {
      parts.push({ kind: 'new', text: b[j] ?? '' });
      j += 1;
    }
  }
  return join(parts);
}

/** How many words the rests have in common, from every place in both. */
function longestCommon(a: readonly string[], b: readonly string[]): readonly (readonly number[])[] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const row = lengths[i];
      if (row === undefined) continue;
      row[j] = sameWord(a[i], b[j])
        ? (lengths[i + 1]?.[j + 1] ?? 0) + 1
        : Math.max(lengths[i + 1]?.[j] ?? 0, row[j + 1] ?? 0);
    }
  }
  return lengths;
}

function sameWord(a: string | undefined, b: string | undefined): boolean {
  return a?.trim() === b?.trim();
}

/** Neighbours of one kind made one. */
function join(parts: readonly DiffPart[]): readonly DiffPart[] {
  const joined: DiffPart[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (last?.kind === part.kind) joined[joined.length - 1] = { kind: part.kind, text: last.text + part.text };
    else if (part.text !== '') joined.push(part);
  }
  return joined;
}

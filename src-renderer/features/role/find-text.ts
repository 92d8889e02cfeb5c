/** Where words occur in a long text, as a find bar needs it: capitals and accents do not matter. */

export interface TextHit {
  readonly start: number;
  readonly end: number;
}

/** One character without accents and capitals, and never longer or shorter than one, so that places stay true. */
function plain(character: string): string {
  const base = character.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return base.length === character.length ? base : character;
}

/** Every place of `words` in `text`, in order, none overlapping another; at most `limit`. Never throws. */
export function findText(text: string, words: string, limit = 2_000): readonly TextHit[] {
  const needle = Array.from(words, plain).join('').trim();
  if (needle === '') return [];
  const hay = Array.from(text, plain).join('');
  const hits: TextHit[] = [];
  for (let at = hay.indexOf(needle); at !== -1 && hits.length < limit; at = hay.indexOf(needle, at + needle.length)) {
    hits.push({ start: at, end: at + needle.length });
  }
  return hits;
}

/** How alike two texts are by the runs of three characters they share, quick for one against thousands. */

/** The distinct runs of three characters of a text in compared form, its ends counted as spaces. */
export function trigramsOf(form: string): string[] {
  const padded = ` ${form} `;
  const found = new Set<string>();
  for (let at = 0; at + 3 <= padded.length; at += 1) found.add(padded.slice(at, at + 3));
  return [...found];
}

/** Calls `visit` for every indexed text at least `least` like the given one: its place and their likeness, 0 … 1. */
export type TrigramIndex = (form: string, least: number, visit: (place: number, likeness: number) => void) => void;

/** Indexes texts in compared form. Likeness is Dice’s: twice the trigrams shared by those of both. */
export function indexTrigrams(forms: readonly string[]): TrigramIndex {
  const postings = new Map<string, number[]>();
  const sizes = new Int32Array(forms.length);
  forms.forEach((form, place) => {
    const trigrams = trigramsOf(form);
    sizes[place] = trigrams.length;
    for (const trigram of trigrams) {
      const known = postings.get(trigram);
      if (known) known.push(place);
      else postings.set(trigram, [place]);
    }
  });
  const shared = new Int32Array(forms.length);
  return (form, least, visit) => {
    const own = trigramsOf(form);
    const touched: number[] = [];
    for (const trigram of own) {
      for (const place of postings.get(trigram) ?? []) {
        const before = shared[place] as number;
        if (before === 0) touched.push(place);
        shared[place] = before + 1;
      }
    }
    for (const place of touched) {
      const likeness = (2 * (shared[place] as number)) / (own.length + (sizes[place] as number));
      shared[place] = 0;
      if (likeness >= least) visit(place, likeness);
    }
  };
}

/** Likeness of two texts in compared form, 0 … 1; the same for both orders. */
export function textLikeness(a: string, b: string): number {
  if (a === b) return 1;
  const ofA = new Set(trigramsOf(a));
  const ofB = trigramsOf(b);
  const common = ofB.filter((trigram) => ofA.has(trigram)).length;
  return ofA.size + ofB.length === 0 ? 0 : (2 * common) / (ofA.size + ofB.length);
}

/** Pairs of places, one of each side, that are at least `min` alike: most alike first, each place once. */
export function pairLikest(
  from: readonly string[],
  to: readonly string[],
  min: number,
  mayPair: (from: number, to: number) => boolean = () => true,
): [from: number, to: number][] {
  const index = indexTrigrams(to);
  const found: { readonly from: number; readonly to: number; readonly likeness: number }[] = [];
  from.forEach((form, place) => {
    index(form, min, (other, likeness) => {
      if (mayPair(place, other)) found.push({ from: place, to: other, likeness });
    });
  });
  // of pairs that are equally alike the words decide before the order, in which they may stand by chance
  found.sort(
    (a, b) =>
      b.likeness - a.likeness ||
      compareText(from[a.from], from[b.from]) ||
      compareText(to[a.to], to[b.to]) ||
      a.from - b.from ||
      a.to - b.to,
  );
  const takenFrom = new Set<number>();
  const takenTo = new Set<number>();
  const pairs: [number, number][] = [];
  for (const pair of found) {
    if (takenFrom.has(pair.from) || takenTo.has(pair.to)) continue;
    takenFrom.add(pair.from);
    takenTo.add(pair.to);
    pairs.push([pair.from, pair.to]);
  }
  return pairs;
}

function compareText(a = '', b = ''): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

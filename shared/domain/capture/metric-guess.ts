/** A guess at the measured change in a sentence: “from 38 s to 9 s”, “412 → 96 ms”, “11 to 4 pages”. */

/** A metric as it might be kept; it stays a guess until the user takes it. */
export interface MetricGuess {
  readonly name: string;
  readonly unit: string;
  readonly baseline: number;
  readonly value: number;
  /** The words it was read from and where they stand. */
  readonly from: string;
  readonly start: number;
  readonly end: number;
  readonly isGuess: true;
}

interface Quantity {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly unit: string;
  /** Something other than a unit speaks against it: a clock time, a version. */
  readonly isPlain: boolean;
}

/** The first change of a quantity found outside the marks, or null. Linear in the length of the text. */
export function guessMetric(
  text: string,
  marks: readonly { readonly start: number; readonly end: number }[],
): MetricGuess | null {
  let before: Quantity | null = null;
  let nextMark = 0;
  for (let at = 0; at < text.length; ) {
    while (nextMark < marks.length && (marks[nextMark]?.end ?? 0) <= at) nextMark += 1;
    const mark = marks[nextMark];
    if (mark && at >= mark.start) {
      at = mark.end;
      before = null;
      continue;
    }
    const quantity = isDigit(text[at]) ? readQuantity(text, at) : null;
    if (!quantity) {
      at = isDigit(text[at]) ? skipDigits(text, at) : at + 1;
      continue;
    }
    const guess: MetricGuess | null = before ? joinQuantities(text, before, quantity) : null;
    if (guess) return guess;
    before = quantity;
    at = quantity.end;
  }
  return null;
}

const scales: Readonly<Record<string, number>> = { k: 1e3, K: 1e3, m: 1e6, M: 1e6, bn: 1e9 };
const currencies = '$€£¥₹';
/** Words after a number that are no unit. */
const noUnit = new Set(
  'a an the to of in on at with for from by and or via into using than as per after before within over across so when while through thanks because which that but this last each every until till since during up down just only about then now not is was were are it its our my their we i am pm jan feb mar apr may jun jul aug sep sept oct nov dec january february march april june july august september october november december'.split(
    ' ',
  ),
);
const timeUnits: Readonly<Record<string, number>> = {
  ms: 1,
  millisecond: 1,
  milliseconds: 1,
  s: 1e3,
  sec: 1e3,
  secs: 1e3,
  second: 1e3,
  seconds: 1e3,
  min: 6e4,
  mins: 6e4,
  minute: 6e4,
  minutes: 6e4,
  h: 36e5,
  hr: 36e5,
  hrs: 36e5,
  hour: 36e5,
  hours: 36e5,
  d: 864e5,
  day: 864e5,
  days: 864e5,
  week: 6048e5,
  weeks: 6048e5,
};

/** A number with its unit, or null where the digits belong to something else (`p95`, `v2`, `9:00`, `2026-03`). */
function readQuantity(text: string, at: number): Quantity | null {
  const previous = text[at - 1] ?? ' ';
  const currency = currencies.includes(previous) ? previous : '';
  if (currency === '' && !/[\s(~≈→>–—"“]/.test(previous)) return null;
  const figure =
    /^\d{1,3}(?:\.\d{3})+,\d{1,9}|^\d{1,3}(?:\.\d{3}){2,}|^\d{1,3}(?:[,\u00a0\u202f]\d{3})+(?:\.\d{1,9})?|^\d{1,15}(?:[.,]\d{1,9})?/.exec(
      text.slice(at, at + 32),
    );
  if (!figure) return null;
  const digits = figure[0];
  let end = at + digits.length;
  if (/[\d:]/.test(text[end] ?? '') || (/[./,-]/.test(text[end] ?? '') && isDigit(text[end + 1]))) return null;
  const isGrouped = /^\d{1,3}(?:[,\u00a0\u202f]\d{3})+/.test(digits);
  // “1.204,50” and “1.204.300” are grouped by dots, since nothing else fits them
  const isDotted = /^\d{1,3}(?:\.\d{3})+(?:,|$)/.test(digits) && /,|\..*\./.test(digits);
  let value = Number(
    isDotted
      ? digits.replaceAll('.', '').replace(',', '.')
      : isGrouped
        ? digits.replace(/[,\u00a0\u202f]/g, '')
        : digits.replace(',', '.'),
  );
  const scale = /^(?:k|K|M|m|bn)(?![\p{L}\p{N}])/u.exec(text.slice(end, end + 3));
  // A bare `m` is metres or minutes unless money stands before it.
  if (scale && (scale[0] !== 'm' || currency !== '')) {
    value = Number((value * (scales[scale[0]] ?? 1)).toPrecision(12));
    end += scale[0].length;
  }
  const span = currency === '' ? readSpan(text, end, value) : null;
  if (span === 'unclear') return null;
  if (span !== null) return { start: at, ...span, isPlain: false };
  const unit = currency === '' ? readUnit(text, end) : null;
  return {
    start: currency === '' ? at : at - 1,
    end: unit?.end ?? end,
    value,
    unit: currency || unit?.name || '',
    isPlain: !unit && currency === '' && !scale && /^\d+$/.test(digits),
  };
}

/** A time and the smaller one behind it. */
const spanPattern =
  /^[ \u00a0\u202f-]?(\p{L}{1,12})(,? and|,)?[ \u00a0\u202f]?(\d{1,2})(?![\d.,:/%]*\d|%)(?:[ \u00a0\u202f-]?(\p{L}{1,12}))?/u;
const smallerUnit: Readonly<Record<number, number>> = { 36e5: 6e4, 6e4: 1e3, 864e5: 36e5, 6048e5: 864e5 };

/**
 * “1 hour 50”, “1h50”, “2 min 30 s”: one time in its larger unit. Null where no number stands behind the unit, and
 * `unclear` where one does that is no smaller time: then what was meant cannot be told.
 */
function readSpan(
  text: string,
  from: number,
  value: number,
): { readonly value: number; readonly unit: string; readonly end: number } | 'unclear' | null {
  const found = spanPattern.exec(text.slice(from, from + 48));
  const [whole = '', name = '', joint, figure = '', below] = found ?? [];
  const unit = timeUnits[name.toLowerCase()];
  if (found === null || unit === undefined) {
    const behind = /^[ \u00a0\u202f-]?(\p{L}{1,12})[ \u00a0\u202f]?\d/u.exec(text.slice(from, from + 24))?.[1];
    return timeUnits[behind?.toLowerCase() ?? ''] === undefined ? null : 'unclear';
  }
  const isNamed = below !== undefined && !noUnit.has(below.toLowerCase());
  // “1 hour, 30 of them” counts something else
  if (joint !== undefined && (!isNamed || timeUnits[below.toLowerCase()] === undefined)) return null;
  const small = isNamed ? (below === 'm' ? 6e4 : timeUnits[below.toLowerCase()]) : smallerUnit[unit];
  if (small === undefined || small >= unit || Number(figure) * small >= unit) return 'unclear';
  const end = from + (isNamed ? whole.length : whole.length - (below === undefined ? 0 : below.length + 1));
  const isWord = /^(?:second|minute|hour|day|week)$/i.test(name);
  return { value: value + (Number(figure) * small) / unit, unit: isWord ? `${name}s` : name, end };
}

function readUnit(text: string, from: number): { name: string; end: number } | null {
  let at = from;
  if (/[ \u00a0\u202f-]/.test(text[at] ?? '')) at += 1;
  if (text[at] === '%' || text[at] === '‰' || text[at] === '€') return { name: text[at] ?? '', end: at + 1 };
  const word = /^[\p{L}°µ][\p{L}\p{N}°µ/²³-]{0,23}/u.exec(text.slice(at, at + 26))?.[0].replace(/[-/]+$/, '');
  if (!word || noUnit.has(word.toLowerCase())) return null;
  return { name: word, end: at + word.length };
}

/** Two quantities with “to” or an arrow between them, unless they read as a range or as years. */
function joinQuantities(text: string, before: Quantity, after: Quantity): MetricGuess | null {
  if (after.start - before.end > 20) return null;
  const between = text.slice(before.end, after.start).trim().toLowerCase();
  const isArrow = between === '→' || between === '->' || between === '=>' || between === '-->' || between === '⟶';
  const isTo = /^(?:down |up )?to(?: just| only| about| under)?$/.test(between);
  if (!isArrow && !isTo) return null;
  const from = /(?<!\p{L})from [~≈]?$/iu.exec(text.slice(Math.max(0, before.start - 8), before.start))?.[0] ?? '';
  const isPair = before.unit !== '' && after.unit !== '';
  if (isYear(before) && isYear(after)) return null;
  if (!isArrow && from === '' && !isPair && before.value <= after.value) return null;
  const same = sameUnit(before, after);
  if (!same || same.baseline === same.value) return null;
  const start = before.start - from.length;
  return {
    name: guessName(text, start) || same.unit,
    ...same,
    from: text.slice(start, after.end),
    start,
    end: after.end,
    isGuess: true,
  };
}

/** Both values in the later one's unit; times are converted, other units must be the same. */
function sameUnit(before: Quantity, after: Quantity): { unit: string; baseline: number; value: number } | null {
  const unit = after.unit || before.unit;
  if (before.unit === '' || after.unit === '' || before.unit.toLowerCase() === after.unit.toLowerCase()) {
    return { unit, baseline: roundedTime(before.value, unit), value: roundedTime(after.value, unit) };
  }
  const from = timeUnits[before.unit.toLowerCase()];
  const to = timeUnits[after.unit.toLowerCase()];
  if (from === undefined || to === undefined) return null;
  const baseline = Number(((before.value * from) / to).toPrecision(9));
  return { unit, baseline, value: roundedTime(after.value, unit) };
}

/** “1 hour 50” is 1.83 hours: nobody writes more of it. */
const roundedTime = (value: number, unit: string): number =>
  timeUnits[unit.toLowerCase()] === undefined || Number.isInteger(value * 1_000)
    ? value
    : Math.round(value * 100) / 100;

const changing = new Set(
  'cut cutting reduce reduced reducing lower lowered lowering raise raised raising increase increased increasing bring brought bringing take took taking move moved moving improve improved improving grow grew growing drop dropped dropping shrink shrank halve halved double doubled get got drive drove push pushed went fell rose shorten shortened speed sped'.split(
    ' ',
  ),
);
const fillers = new Set('a an the our my its their and which that this'.split(' '));

/** The few words before the figures that say what was measured: after the verb, up to “of” or “for”. */
function guessName(text: string, end: number): string {
  const before = text.slice(Math.max(0, end - 160), end);
  // “p95 latency: 412 → 96 ms” has its name whole before the colon; elsewhere a sentence starts with its verb.
  const room = before.replace(/[:=] ?$/, '');
  const isNamed = room !== before;
  const clauseStart = Math.max(...[...'.;:!?\n,('].map((sign) => lastBreak(room, sign))) + 1;
  let words = room
    .slice(clauseStart)
    .split(/\s+/)
    .filter((word) => word !== '');
  const verb = words.findLastIndex((word) => changing.has(word.toLowerCase()));
  const isSentenceStart = clauseStart === 0 ? end <= 160 : '.!?\n'.includes(room[clauseStart - 1] ?? '');
  if (verb >= 0 && verb < words.length - 1) words = words.slice(verb + 1);
  else if (verb === words.length - 1) words = words.slice(0, verb);
  else if (isSentenceStart && !isNamed && words.length > 1) words = words.slice(1);
  while (words.length > 0 && fillers.has((words[0] ?? '').toLowerCase())) words = words.slice(1);
  const cut = words.findIndex(
    (word, index) => index > 0 && ['of', 'for', 'in', 'on', 'at', 'per'].includes(word.toLowerCase()),
  );
  const named = (cut < 0 ? words : words.slice(0, cut)).slice(-5).join(' ');
  return /[#@+]/.test(named) ? '' : named.slice(0, 80);
}

/** Where a sentence or clause breaks last: the sign with a space behind it. */
function lastBreak(text: string, sign: string): number {
  return sign === '\n' || sign === '(' ? text.lastIndexOf(sign) : text.lastIndexOf(`${sign} `);
}

function isYear(quantity: Quantity): boolean {
  return quantity.isPlain && quantity.value >= 1900 && quantity.value <= 2100 && Number.isInteger(quantity.value);
}

function isDigit(character: string | undefined): boolean {
  return character !== undefined && character >= '0' && character <= '9';
}

/** Past all that hangs together with these digits, so that none of it is read again. */
function skipDigits(text: string, from: number): number {
  let at = from;
  while (isDigit(text[at])) at += 1;
  return Math.max(at, from + 1);
}

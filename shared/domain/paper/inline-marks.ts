/**
 * The marks inside a line of Markdown-lite, and the line without them. A sign is a mark only where it clearly is one:
 * CommonMark's rules say what may open and close, and what is a name, a pattern or a path in code stays as it was typed.
 */

/** Runs of stars or underscores with their surroundings; anything else is text. */
interface Piece {
  readonly text: string;
  readonly run: Run | null;
}

interface Run {
  readonly sign: string;
  readonly count: number;
  readonly isEscaped: boolean;
  readonly opens: boolean;
  readonly closes: boolean;
  /** Whether it stands on both sides of something. */
  readonly isBoth: boolean;
  /** How many of its signs are marks. */
  used: number;
}

/** Tried at every place, one after another: what is taken whole, so that no sign in it is a mark. */
const wholes: readonly RegExp[] = [
  // code keeps its ticks: Markdown-lite has no face for it
  /(`+)(?!`)(?:(?!\1)[^\n]){1,2000}?(?<!`)\1(?!`)/uy,
  // an address, a path of Windows, a share
  /(?<![\p{L}\p{N}])(?:[a-z][a-z\d+.-]{0,20}:\/\/|www\.)[^\s<>[\]()`]{1,2000}/iuy,
  /(?<![\p{L}\p{N}])(?:[a-z]:\\|\\\\(?=[\p{L}\p{N}]))[^\s<>|"`]{0,2000}/iuy,
];

/** Scripts that are written without spaces: a mark beside their letters is beside a word. */
const unspacedPattern =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
const wordPattern = /[\p{L}\p{N}\p{M}]/u;
const spacePattern = /\s/u;
const punctuationPattern = /[\p{P}\p{S}]/u;
/** No marked words begin, or end, with one of these. */
const noStartPattern = /[\s)\]}.,;:!?/\\|%=>…]/u;
const noEndPattern = /[\s([{/\\|=<\p{Pi}]/u;
/** What may stand outside of a single mark; a double one is clearer. */
const besideSinglePattern = /[\s\p{Pd}\p{Pi}\p{Pf}\p{Ps}\p{Pe}"'.,;:!?…¿¡、。，；：！？*_\p{So}]/u;
const neverBesidePattern = /[\\@=]/u;
/** How many open marks are looked at for the partner of one that closes. */
const mostOpen = 50;
/** `__init__`: a name in code between its own underscores. */
const nameInCode = /^[A-Za-z][A-Za-z0-9_]*$/;
const linkPattern = /\[([^[\]]{1,500})\]\(((?:[^()\s]|\([^()\s]{0,500}\)){1,2000})\)/y;
const escapedLinkPattern = /\\\[([^[\]\\]{1,500})\\?\]\\?\(((?:[^()\s\\]){1,2000})\\?\)/y;
/** Where a link may lead: what stands in brackets behind an index is no address. */
const linkTarget = /^(?:[a-z][a-z\d+.-]{1,20}:\S|[/#?]|\.{1,2}\/|(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?:[/?#:]|$))/iu;

/** The words of a line without their marks. A backslash is an escape only where the sign after it would be a mark. */
export function withoutInlineMarks(line: string): string {
  if (!/[*_[`\\]/.test(line)) return line;
  const first = piecesOf(line);
  pair(first);
  const isMark = first.filter((piece) => piece.run?.isEscaped).map((piece) => (piece.run?.used ?? 0) > 0);
  if (!isMark.includes(true)) return textOf(first);
  let at = 0;
  const second = piecesOf(line).map((piece): Piece => {
    if (!piece.run?.isEscaped) return piece;
    const { sign, count } = piece.run;
    at += 1;
    return { text: isMark[at - 1] ? sign.repeat(count) : piece.text, run: null };
  });
  pair(second);
  return textOf(second);
}

function piecesOf(line: string): Piece[] {
  const pieces: Piece[] = [];
  let plain = '';
  const end = () => {
    if (plain !== '') pieces.push({ text: plain, run: null });
    plain = '';
  };
  for (let at = 0; at < line.length; ) {
    const sign = line.charAt(at);
    const whole = wholeAt(line, at);
    if (whole !== '') {
      plain += whole;
      at += whole.length;
      continue;
    }
    const link = linkAt(line, at);
    if (link !== null) {
      end();
      if (link.isEscaped) plain += line.slice(at, at + link.length).replace(/\\/g, '');
      else pieces.push(...piecesOf(link.text));
      at += link.length;
      continue;
    }
    const run = /(?:\\[*]){1,9}|(?:\\_){1,9}|[*]+|_+/y;
    run.lastIndex = at;
    const found = run.exec(line)?.[0];
    if (found === undefined) {
      // two backslashes are two, and neither escapes what follows
      plain += line.startsWith('\\\\', at) ? '\\\\' : sign;
      at += line.startsWith('\\\\', at) ? 2 : 1;
      continue;
    }
    end();
    pieces.push({ text: found, run: runOf(found, lastCharacter(line, at), firstCharacter(line, at + found.length)) });
    at += found.length;
  }
  end();
  return pieces;
}

function wholeAt(line: string, at: number): string {
  if (!/[`\\a-z]/i.test(line.charAt(at))) return '';
  for (const pattern of wholes) {
    pattern.lastIndex = at;
    const found = pattern.exec(line)?.[0];
    // marks around an address are not a part of it
    if (found !== undefined) return found.startsWith('`') ? found : found.replace(/(?<![\\/])(?:[*]+|_+)$/, '');
  }
  return '';
}

function linkAt(
  line: string,
  at: number,
): { readonly text: string; readonly length: number; readonly isEscaped: boolean } | null {
  const isEscaped = line.startsWith('\\[', at);
  if (!isEscaped && line.charAt(at) !== '[') return null;
  const pattern = isEscaped ? escapedLinkPattern : linkPattern;
  pattern.lastIndex = at;
  const [whole, text = '', target = ''] = pattern.exec(line) ?? [];
  if (whole === undefined || !linkTarget.test(target)) return null;
  return { text, length: whole.length, isEscaped };
}

function runOf(found: string, before: string, after: string): Run {
  const isEscaped = found.startsWith('\\');
  const sign = found.charAt(found.length - 1);
  const count = isEscaped ? found.length / 2 : found.length;
  // CommonMark's words: what stands at the left, and at the right, of something
  const isLeft = after !== '' && !spacePattern.test(after) && (!punctuationPattern.test(after) || isEdge(before));
  const isRight = before !== '' && !spacePattern.test(before) && (!punctuationPattern.test(before) || isEdge(after));
  const isOfWord = sign === '_' && isLeft && isRight;
  return {
    sign,
    count,
    isEscaped,
    opens:
      isLeft &&
      !(isOfWord && !isEdge(before)) &&
      !noStartPattern.test(after) &&
      mayStandBeside(before, count) &&
      // a point before a single mark belongs to a name: obj._private_
      !(count === 1 && before === '.'),
    closes: isRight && !(isOfWord && !isEdge(after)) && !noEndPattern.test(before) && mayStandBeside(after, count),
    isBoth: isLeft && isRight,
    used: 0,
  };
}

const isEdge = (character: string) =>
  character === '' || spacePattern.test(character) || punctuationPattern.test(character);

function mayStandBeside(character: string, count: number): boolean {
  if (character === '' || unspacedPattern.test(character)) return true;
  if (wordPattern.test(character)) return false;
  return count > 1 ? !neverBesidePattern.test(character) : besideSinglePattern.test(character);
}

/** Marks the runs that belong together, each closing one with the nearest that opens. */
function pair(pieces: readonly Piece[]): void {
  let openers: number[] = [];
  for (const [at, { run }] of pieces.entries()) {
    if (run === null) continue;
    let isEndOfName = false;
    while (run.closes && run.used < run.count && !isEndOfName) {
      const recent = openers.slice(-mostOpen);
      const opener = recent.findLast((place) => isPartner(pieces[place]?.run, run));
      const opening = opener === undefined ? null : pieces[opener]?.run;
      if (opener === undefined || !opening) break;
      // what was opened in between closes nowhere
      openers = openers.filter((place) => place <= opener);
      const width = Math.min(2, opening.count - opening.used, run.count - run.used);
      const inner = pieces.slice(opener + 1, at).map((piece) => piece.text);
      isEndOfName = width === 2 && run.sign === '_' && nameInCode.test(inner.join(''));
      if (!isEndOfName) {
        opening.used += width;
        run.used += width;
      }
      if (isEndOfName || opening.used >= opening.count) openers.pop();
    }
    if (run.opens && run.used < run.count && !isEndOfName) openers.push(at);
  }
}

/** CommonMark's rule of three: `**a*b**` is one pair. */
function isPartner(opening: Run | null | undefined, closing: Run): boolean {
  if (opening?.sign !== closing.sign) return false;
  if (!opening.isBoth && !closing.isBoth) return true;
  return (opening.count + closing.count) % 3 !== 0 || (opening.count % 3 === 0 && closing.count % 3 === 0);
}

function textOf(pieces: readonly Piece[]): string {
  return pieces
    .map(({ text, run }) => (run === null || run.used === 0 ? text : run.sign.repeat(run.count - run.used)))
    .join('');
}

function firstCharacter(text: string, at: number): string {
  return /^./su.exec(text.slice(at, at + 2))?.[0] ?? '';
}

function lastCharacter(text: string, end: number): string {
  return /.$/su.exec(text.slice(Math.max(0, end - 2), end))?.[0] ?? '';
}

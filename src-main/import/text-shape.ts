/** Text that lost its shape on the way, put back: indented as a whole, a blank line behind every line, bullets left alone. */

const LONE_BULLETS = '•–—*▪◦‣●○·■□✓➤►❖⁃∙';
/** In fewer lines, blank ones say nothing. */
const FEWEST_LINES = 20;

/** The text without what its way did to all of its lines. Every word stays, in the same order. Never throws. */
export function straightened(text: string): string {
  return joinedBullets(singleSpaced(dedented(text.split('\n')))).join('\n');
}

/** Lines without the white space that all of them begin with. */
function dedented(lines: readonly string[]): readonly string[] {
  let shared: string | undefined;
  for (const line of lines) {
    if (line.trim() === '') continue;
    const own = line.slice(0, line.length - line.trimStart().length);
    let length = 0;
    while (shared !== undefined && length < shared.length && shared.charAt(length) === own.charAt(length)) length += 1;
    shared = shared === undefined ? own : shared.slice(0, length);
    if (shared === '') return lines;
  }
  const width = shared?.length ?? 0;
  return width === 0 ? lines : lines.map((line) => line.slice(width));
}

/**
 * Lines without the blank one that was put behind each of them. Where every line break was doubled, lines of one block
 * are one blank line apart and blocks three, five or more: never an even number.
 */
function singleSpaced(lines: readonly string[]): readonly string[] {
  const gaps: number[] = [];
  let gap = 0;
  for (const line of lines) {
    if (line.trim() === '') gap += 1;
    else {
      gaps.push(gap);
      gap = 0;
    }
  }
  const between = gaps.slice(1);
  const odd = between.filter((one) => one % 2 === 1);
  const wide = odd.filter((one) => one >= 3).length;
  const isDoubled =
    between.length >= FEWEST_LINES && odd.length >= between.length * 0.97 && wide >= 3 && wide < odd.length;
  if (!isDoubled) return lines;
  const single: string[] = [];
  let blank = 0;
  for (const line of lines) {
    if (line.trim() === '') {
      blank += 1;
      continue;
    }
    for (let left = blank; left >= 2; left -= 2) single.push('');
    single.push(line);
    blank = 0;
  }
  return single;
}

/** A bullet on a line of its own goes in front of the words below it. */
function joinedBullets(lines: readonly string[]): readonly string[] {
  const isLone = (line: string | undefined) => {
    const text = (line ?? '').trim();
    return text.length === 1 && LONE_BULLETS.includes(text);
  };
  if (lines.filter(isLone).length < 2) return lines;
  const joined: string[] = [];
  let at = 0;
  for (; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    const below = lines[at + 1] ?? '';
    if (isLone(line) && below.trim() !== '' && !isLone(below)) {
      joined.push(`${line.trimEnd()} ${below.trim()}`);
      at += 1;
    } else joined.push(line);
  }
  return joined;
}

/** Runs of text on their way to blocks: white space collapsed, breaks kept, lines that only look like bullets made a list. */
import type { Inline } from '../../../shared/api/role-content.ts';
import type { Item, Part } from './outline.ts';

/** Stands for a break that shows; a plain line feed in a run is white space of the markup. */
export const visibleBreak = '\v';

const bulletSigns = '–—-•*·▪◦‣●○';

interface Line {
  readonly runs: Inline[];
  /** The break before it shows. */
  readonly isHard: boolean;
}

const same = (a: Inline, b: Inline): boolean => a.mark === b.mark && a.href === b.href;

/** Nothing in it to collapse, apart from its ends. */
const isSingleSpaced = (text: string): boolean => !text.includes('  ') && !text.includes('\n') && !text.includes('\t');

/** White space and the words between; words keep the single spaces within them. */
function piecesOf(text: string): string[] {
  if (!isSingleSpaced(text)) return text.replaceAll('\t', ' ').split(/([ \n])/);
  const start = text.startsWith(' ') ? [' '] : [];
  return text === ' ' ? start : [...start, text.trim(), ...(text.endsWith(' ') ? [' '] : [])];
}

/** The runs with single spaces, none at either end, neighbours of one kind joined. Line feeds in the result show. */
export function joinedRuns(runs: readonly Inline[]): Inline[] {
  const tidied: Inline[] = [];
  const write = (text: string, like: Inline) => {
    const last = tidied.at(-1);
    if (last !== undefined && same(last, like)) last.text += text;
    else tidied.push({ ...like, text });
  };
  // White space is written once a word follows it, in the type of the run it stood in.
  let space: Inline | null = null;
  for (const run of runs) {
    for (const piece of piecesOf(run.text)) {
      if (piece === '') continue;
      if (piece === ' ' || piece === '\n') {
        if (space?.text !== '\n') space = { ...run, text: piece };
        continue;
      }
      if (space !== null && tidied.length > 0) write(space.text, space);
      space = null;
      write(piece, run);
    }
  }
  return tidied;
}

/** The runs as lines; a line feed of the markup and a break both end one. */
function linesOf(runs: readonly Inline[]): Line[] {
  const lines: Line[] = [{ runs: [], isHard: true }];
  for (const run of runs) {
    if (!run.text.includes('\n') && !run.text.includes(visibleBreak)) {
      lines.at(-1)?.runs.push(run);
      continue;
    }
    let text = '';
    const push = () => {
      if (text !== '') lines.at(-1)?.runs.push({ ...run, text });
      text = '';
    };
    for (const letter of run.text) {
      if (letter === '\n' || letter === visibleBreak) {
        push();
        const last = lines.at(-1);
        const isHard = letter === visibleBreak;
        // white space over a million lines is not kept as a million lines
        if (last !== undefined && isBlank(last)) lines[lines.length - 1] = { runs: [], isHard: last.isHard || isHard };
        else lines.push({ runs: [], isHard });
      } else text += letter;
    }
    push();
  }
  return mergeBlank(lines);
}

const isBlank = (line: Line): boolean => line.runs.every((run) => run.text.trim() === '');

/** A break followed by the markup's own line feed is one break. */
function mergeBlank(lines: readonly Line[]): Line[] {
  const merged: Line[] = [];
  let isHard = false;
  for (const line of lines) {
    isHard ||= line.isHard;
    if (isBlank(line)) continue;
    merged.push({ runs: line.runs, isHard });
    isHard = false;
  }
  return merged;
}

function bulletIn(line: Line): boolean {
  const start = line.runs
    .map((run) => run.text)
    .join('')
    .slice(0, 200)
    .trimStart();
  const next = start.charAt(1);
  return (
    start !== '' &&
    bulletSigns.includes(start.charAt(0)) &&
    (next === ' ' || next === '\t') &&
    start.slice(2).trim() !== ''
  );
}

function withoutBullet(line: Line): Inline[] {
  let isSought = true;
  return line.runs.flatMap((run) => {
    if (!isSought) return [run];
    const text = run.text.trimStart();
    if (text === '') return [];
    isSought = false;
    return [{ ...run, text: text.slice(1).trimStart() }];
  });
}

/** Whether the lines from `index` on are a list in disguise: after a visible break, after a colon, or at least two together. */
function startsFakeList(lines: readonly Line[], index: number): boolean {
  const line = lines[index];
  if (line === undefined || !bulletIn(line)) return false;
  const following = lines[index + 1];
  if (following !== undefined && bulletIn(following)) return true;
  if (index === 0) return false;
  const before = lines[index - 1]?.runs
    .map((run) => run.text)
    .join('')
    .trimEnd();
  return line.isHard || before?.endsWith(':') === true;
}

/** The runs of one paragraph as blocks: text, and a list where lines begin with dashes. Lines of the result are still to be set. */
export function partsOfRuns(runs: readonly Inline[], kind: 'paragraph' | 'quote'): Part[] {
  const lines = linesOf(runs);
  const parts: Part[] = [];
  let text: Inline[] = [];
  let items: Inline[][] = [];
  const closeText = () => {
    const inlines = joinedRuns(text);
    if (inlines.length > 0) parts.push({ kind, inlines, line: 0 });
    text = [];
  };
  const closeItems = () => {
    const list = items
      .map((item): Item => ({ inlines: joinedRuns(item), items: [], line: 0 }))
      .filter((item) => item.inlines.length > 0);
    if (list.length > 0) parts.push({ kind: 'list', isOrdered: false, items: list });
    items = [];
  };
  lines.forEach((line, index) => {
    if (items.length > 0 ? bulletIn(line) : startsFakeList(lines, index)) {
      closeText();
      items.push(withoutBullet(line));
    } else if (items.length > 0 && !line.isHard) items.at(-1)?.push({ text: ' ' }, ...line.runs);
    else {
      closeItems();
      if (text.length > 0) text.push({ text: line.isHard ? '\n' : ' ' });
      text.push(...line.runs);
    }
  });
  closeText();
  closeItems();
  return parts;
}

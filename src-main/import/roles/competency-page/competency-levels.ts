/** Competencies with their levels as a competency page lists them: names and figures in pairs of lines or on one line. */
import { lettersAndFigures } from '../../outline/clean-text.ts';
import { itemMark, markdownHeading, pipeCells, withoutStars } from '../../outline/text-marks.ts';

export interface LevelEntry {
  readonly name: string;
  readonly level: number;
  /** Highest level of the scale, where the page says it. */
  readonly of?: number;
  /** From 1. */
  readonly line: number;
}

const labelSource = '(?:proficiency|required level|required|level|target)';
/** A level alone on its line. Lines are cut to 160 characters with single spaces before any of these runs. */
const levelAlonePattern = new RegExp(`^(?:${labelSource} ?:? ?)?(\\d{1,2})(?: ?(?:/|of|out of) ?(\\d{1,2}))?$`, 'i');
/** A level at the end of a line, after its name. */
const levelAtEndPattern = new RegExp(
  `[ (:|–—-](?:${labelSource} ?:? ?)?(\\d{1,2})(?: ?(?:/|of|out of) ?(\\d{1,2}))?\\)?$`,
  'i',
);
const mostWords = 9;

/** One line without bullets, stars, hash signs and table bars, at most 160 characters. */
function plainLine(line: string): string {
  const cells = pipeCells(line);
  const joined = cells === null ? line : cells.filter(Boolean).join(' | ');
  const unmarked = markdownHeading(joined.trim())?.text ?? itemMark(joined)?.text ?? joined;
  return withoutStars(unmarked.replaceAll('**', '')).slice(0, 160).split(/\s/).filter(Boolean).join(' ');
}

function isName(text: string): boolean {
  return /\p{L}/u.test(text) && text.length <= 80 && text.split(' ').length <= mostWords && !/[.!?;→]$/.test(text);
}

/** Takes the level off the end of a line such as “Data engineering: 2” or “Testing (level 3 of 5)”; null without one. */
export function splitLevel(
  text: string,
): { readonly name: string; readonly level: number; readonly of?: number } | null {
  const line = plainLine(text);
  const found = levelAtEndPattern.exec(line);
  if (found === null) return null;
  let name = line.slice(0, found.index).trim();
  while (name !== '' && '(:|–—-'.includes(name.slice(-1))) name = name.slice(0, -1).trim();
  if (!isName(name)) return null;
  return { name, level: Number(found[1]), ...(found[2] === undefined ? {} : { of: Number(found[2]) }) };
}

/** Every name with a level between two lines of the source, in order, as often as they stand there. */
export function levelEntries(lines: readonly string[], from: number, to: number): LevelEntry[] {
  const entries: LevelEntry[] = [];
  let name: { text: string; line: number } | null = null;
  for (let line = from; line <= to; line += 1) {
    const text = plainLine(lines[line - 1] ?? '');
    if (text === '') continue;
    const alone = levelAlonePattern.exec(text);
    if (alone !== null) {
      if (name !== null)
        entries.push({
          name: name.text,
          level: Number(alone[1]),
          ...(alone[2] === undefined ? {} : { of: Number(alone[2]) }),
          line: name.line,
        });
      name = null;
      continue;
    }
    const whole = splitLevel(text);
    if (whole !== null) {
      entries.push({ ...whole, line });
      name = null;
    } else name = isName(text) ? { text, line } : null;
  }
  return entries;
}

export interface Competency {
  readonly name: string;
  readonly level: number;
  readonly of?: number | undefined;
  readonly line: number;
  /** Other levels that the page gives it elsewhere. */
  readonly others: readonly number[];
}

/** One entry for each name, in the order they first stand, spelling and spaces aside; the first level counts. */
export function mergeEntries(entries: readonly LevelEntry[]): Competency[] {
  const merged = new Map<string, Competency>();
  for (const entry of entries) {
    const key = lettersAndFigures(entry.name);
    const known = merged.get(key);
    if (known === undefined) merged.set(key, { ...entry, others: [] });
    else {
      const isOther = entry.level !== known.level && !known.others.includes(entry.level);
      merged.set(key, {
        ...known,
        of: known.of ?? entry.of,
        others: isOther ? [...known.others, entry.level] : known.others,
      });
    }
  }
  return [...merged.values()];
}

/** Levels that a page names in words: which ladder of words it uses, and its lines with figures in their place. */
import type { ScaleContent } from '../../../shared/api/role-content.ts';
import { wordsOf } from '../outline/clean-text.ts';

/** Ladders of words in common use, lowest first. A page is read on the first that has all its words. */
const wordLadders: readonly (readonly string[])[] = [
  'Awareness|Working|Advanced|Expert',
  'Awareness|Working|Practitioner|Expert',
  'Beginner|Intermediate|Advanced|Expert',
  'Basic|Intermediate|Advanced|Expert',
  'Foundational|Intermediate|Advanced|Expert',
  'Novice|Advanced beginner|Competent|Proficient|Expert',
  'Basic|Proficient|Advanced|Expert',
  'Foundation|Practitioner|Expert',
  'Learning|Practising|Leading',
  'Learning|Practicing|Leading',
  'Emerging|Developing|Proficient|Leading',
].map((ladder) => ladder.split('|'));

const allWords = new Map(wordLadders.flat().map((word) => [word.toLowerCase(), word]));
const labelSource = '(?:proficiency|required level|required|level|target)';
const levelAlonePattern = new RegExp(`^(?:[•*-] )?(?:${labelSource} ?: ?)?(\\p{L}[\\p{L} -]{1,28})$`, 'iu');
const levelAtEndPattern = new RegExp(
  `^(.{2,100}?)(?:: ?| [|–—-] | ?\\((?:${labelSource} ?:? ?)?|\\t)(\\p{L}[\\p{L} -]{1,28})\\)?$`,
  'iu',
);
const inBracketsPattern = /\((?:level ?:? ?)?(\p{L}[\p{L} -]{1,28})\)/iu;
const legendPattern = /^(?:levels?|scale|proficiency scale|proficiency levels?|legend|rating scale)\s?:\s?(.{5,200})$/i;
const mostLevels = 10;

export interface WordLevels {
  readonly scale: ScaleContent;
  /** Whether the page itself lists the levels; otherwise the ladder is a common one that has its words. */
  readonly isStated: boolean;
  /** The lines of the page, a level in words written as “2 of 4”. */
  readonly lines: readonly string[];
}

/** The legend of a page: “Levels: Novice, Skilled, Master”. */
function legendIn(lines: readonly string[]): string[] | undefined {
  for (const line of lines) {
    const found = line.length > 240 ? null : legendPattern.exec(line.trim());
    const parts = (found?.[1] ?? '').split(/[,;→>|·]| - | – /).map((part) =>
      part
        .replace(/^\s*\d{1,2}\s?[=:.)-]?\s?/, '')
        .replace(/[.\s]+$/, '')
        .trim(),
    );
    const isList = parts.length >= 2 && parts.length <= mostLevels;
    if (isList && parts.every((part) => /^\p{L}[\p{L} -]{1,28}$/u.test(part)) && new Set(parts).size === parts.length)
      return parts;
  }
  return undefined;
}

/** The word that stands for a level at the end of a line, alone on it, or in brackets near its start. */
function wordIn(line: string): string | undefined {
  const text = line.trim();
  if (text === '' || text.length > 160) return inBracketsPattern.exec(text.slice(0, 140))?.[1];
  return (
    levelAlonePattern.exec(text)?.[1] ??
    levelAtEndPattern.exec(text)?.[2] ??
    inBracketsPattern.exec(text.slice(0, 140))?.[1]
  );
}

/** Looks for levels in words between some lines (from 1); undefined where the page has none, or words of no one ladder. */
export function wordLevels(
  lines: readonly string[],
  spans: readonly { readonly from: number; readonly to: number }[],
): WordLevels | undefined {
  const stated = legendIn(lines);
  const known = stated === undefined ? allWords : new Map(stated.map((word) => [word.toLowerCase(), word]));
  const used = new Set<string>();
  let count = 0;
  for (const { from, to } of spans) {
    for (let line = from + 1; line <= to; line += 1) {
      const word = known.get((wordIn(lines[line - 1] ?? '') ?? '').trim().toLowerCase());
      if (word === undefined) continue;
      used.add(word);
      count += 1;
    }
  }
  const ladder = stated ?? wordLadders.find((words) => [...used].every((word) => words.includes(word)));
  if (count < 2 || ladder === undefined) return undefined;
  const places = new Map(ladder.map((word, index) => [word.toLowerCase(), index + 1]));
  const figure = (word: string) => `${places.get(word.toLowerCase())} of ${ladder.length}`;
  const isIn = (line: number) => spans.some(({ from, to }) => line > from && line <= to);
  return {
    scale: {
      key: wordsOf(ladder.join(' ')).trim().replaceAll(' ', '-').slice(0, 80),
      name: ladder.length === 2 ? ladder.join(' and ') : `${ladder[0]} to ${ladder.at(-1)}`,
      levels: ladder.map((label, index) => ({ ordinal: index + 1, label })),
    },
    isStated: stated !== undefined,
    lines: lines.map((line, index) => {
      const word = isIn(index + 1) ? wordIn(line)?.trim() : undefined;
      if (word === undefined || !places.has(word.toLowerCase())) return line;
      const at = line.toLowerCase().lastIndexOf(word.toLowerCase());
      const bracket = line.indexOf(`(${word}`);
      const place = bracket === -1 || line.trim().length <= 160 ? at : bracket + 1;
      return `${line.slice(0, place)}${figure(word)}${line.slice(place + word.length)}`;
    }),
  };
}

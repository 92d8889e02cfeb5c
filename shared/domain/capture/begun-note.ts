/** A note that is begun for somebody: the competency it is to be evidence of, at the level that is asked. */
import { translateLevel } from '../match/level.ts';
import { foldName } from './capture-marks.ts';

/** A competency as a role asks it: its level, null when none is stated, on a scale of `of` levels. */
export interface AskedCompetency {
  readonly name: string;
  readonly level: number | null;
  readonly of: number;
}

/** Capture counts in levels of 1 to 5. */
const captureLevels = 5;

/**
 * The mark of a competency, `+"Interface design":3`, with the lowest level that is enough for what is asked. Where no level
 * is stated it ends at the colon, and the caret behind it brings the levels to choose from.
 */
export function competencyMark({ name, level, of }: AskedCompetency): string {
  const enough =
    level === null ? '' : Math.min(Math.max(Math.ceil(translateLevel(level, of, captureLevels)), 1), captureLevels);
  return `+"${name.replaceAll('"', '')}":${enough}`;
}

/** The note with the mark at its end, or as it is when it names the competency already. */
export function noteAbout(text: string, asked: AskedCompetency): string {
  const marked = [...text.matchAll(/\+(?:["“]([^"”\n]+)["”]|([^\s:]+))/gu)].map(
    ([, quoted, word]) => quoted ?? word ?? '',
  );
  if (marked.some((name) => foldName(name) === foldName(asked.name))) return text;
  return `${text.trimEnd()} ${competencyMark(asked)}`;
}

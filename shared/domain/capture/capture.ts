/** Quick capture: what one typed note means: `#tag`, `@position`, `+competency:3`, a title, a story, perhaps a metric. */
import type { CaptureVocabulary, KnownPosition } from '../../api/accomplishment.ts';
import { longestText, mostTags } from '../../vocabulary/limits.ts';
import { findMarks, foldName, type Mark, mostMarks } from './capture-marks.ts';
import { splitTitle, withoutMarks } from './capture-title.ts';
import { guessMetric, type MetricGuess } from './metric-guess.ts';

/** A position; `certain` false is a choice among several that waits for the user's Tab and is not applied without it. */
export interface CapturedPosition {
  readonly id: string;
  /** “Senior ML Engineer, Fenlock”. */
  readonly label: string;
  /** The words it was read from, such as `@Fenlock`; empty when it is the only position held on that day. */
  readonly from: string;
  readonly certain: boolean;
}

/** A competency by the names it was given, which may be aliases; `id` and `commonName` null: it is new. `level` (1 to 5) null was not said: without one nothing is shown, and none is guessed. */
export interface CapturedCompetency {
  readonly id: string | null;
  /** “Docker”; of several names “Docker, Kubernetes”. */
  readonly name: string;
  readonly names: readonly string[];
  /** What it is called in the library. */
  readonly commonName: string | null;
  readonly level: number | null;
  readonly from: string;
}

/** Words to tint in the text as typed; `end` is one past the last character. */
export interface CaptureSpan {
  readonly start: number;
  readonly end: number;
  readonly kind: 'tag' | 'position' | 'competency';
}

/** What was understood. Every word typed is in the title, in the story or in a mark; a note of marks alone has no title. */
export interface CaptureReading {
  readonly title: string;
  readonly story: string;
  readonly tags: readonly { readonly name: string; readonly from: string }[];
  readonly position: CapturedPosition | null;
  readonly competencies: readonly CapturedCompetency[];
  readonly metric: MetricGuess | null;
  /** In the order of the text, never overlapping. */
  readonly spans: readonly CaptureSpan[];
  readonly notices: readonly string[];
}

const mostCompetencies = 60;
/** A pasted page can hold hundreds of `@`; nobody reads more notices than this. */
const mostNotices = 12;

/**
 * Reads one note about the day `2026-11-21`, which may be a month or a year, in time linear in its length. Never throws and
 * drops no word; a guess says that it is one.
 */
export function readCapture(text: string, vocabulary: CaptureVocabulary, day: string): CaptureReading {
  const marks = findMarks(text, vocabulary);
  const notices: string[] = [];
  const tags = new Map<string, { name: string; from: string }>();
  /** Name by name; two names may be of one competency. */
  const named = new Map<string, CapturedCompetency>();
  let position: CapturedPosition | null = null;
  const wrongLevels = new Map<string, string>();
  const taken = new Set<Mark>();
  for (const mark of marks) {
    if (mark.kind === 'tag') {
      const key = mark.name.toLowerCase();
      if (!tags.has(key) && tags.size >= mostTags) {
        notices.push(`Only ${mostTags} tags are kept. “${mark.from}” stays in the text.`);
        continue;
      }
      if (!tags.has(key)) tags.set(key, { name: mark.name, from: mark.from });
    } else if (mark.kind === 'competency') {
      const key = foldName(mark.name);
      if (!named.has(key) && named.size >= mostCompetencies) {
        notices.push(`Only ${mostCompetencies} competencies are kept. “${mark.from}” stays in the text.`);
        continue;
      }
      const level = mark.level ?? named.get(key)?.level ?? null;
      if (mark.wrongLevel !== null) wrongLevels.set(mark.id ?? key, mark.wrongLevel);
      const { id, name, commonName, from } = mark;
      named.set(key, { id, name, names: [name], commonName, level, from });
    } else if (mark.positions.length === 0) {
      notices.push(`No position is called “${mark.name}”. The words stay in the text.`);
      continue;
    } else if (position !== null) {
      notices.push(
        `One accomplishment has one position: “${position.from}” was taken, “${mark.from}” stays in the text.`,
      );
      continue;
    } else {
      position = choosePosition(mark.positions, mark.from);
      if (!position.certain) {
        notices.push(`“${mark.from}” fits ${mark.positions.length} positions. Tab takes ${position.label}.`);
      }
    }
    taken.add(mark);
  }
  if (text.length > longestText)
    notices.unshift(
      `This is ${text.length.toLocaleString('en')} characters long, and an accomplishment takes ${longestText.toLocaleString('en')}. Nothing is cut off: shorten it before you save.`,
    );
  if (marks.length === mostMarks)
    notices.push(`Only the first ${mostMarks} marks were read. The rest stays in the text.`);
  const competencies = joinNames([...named.values()]);
  for (const { id, name, level, from } of competencies) {
    const wrongLevel = wrongLevels.get(id ?? foldName(name));
    if (level !== null) {
      if (id === null) notices.push(`“${name}” is a new competency.`);
    } else if (wrongLevel !== undefined) {
      notices.push(`There is no level ${wrongLevel}, so “${name}” is kept as a tag. Levels go from 1 to 5.`);
    } else notices.push(`“${name}” names no level, so it is kept as a tag. Write ${from}:3 for level 3.`);
  }
  return {
    ...splitTitle(
      withoutMarks(
        text,
        marks.map((mark) =>
          // What is only proposed is not applied, so its words must stay.
          taken.has(mark) && !(mark.from === position?.from && !position.certain)
            ? { ...mark, isKept: false }
            : { ...mark, plain: mark.from, isKept: true },
        ),
      ),
    ),
    tags: [...tags.values()],
    position: position ?? onlyPosition(vocabulary, day),
    competencies,
    metric: guessMetric(text, [...taken]),
    spans: [...taken].map(({ start, end, kind }) => ({ start, end, kind })),
    notices: [...new Set(notices)].slice(0, mostNotices),
  };
}

/** Each competency once, by all the names it was given, at the highest level said of any of them. */
function joinNames(named: readonly CapturedCompetency[]): readonly CapturedCompetency[] {
  const joined = new Map<string, CapturedCompetency>();
  for (const next of named) {
    const key = next.id ?? foldName(next.name);
    const other = joined.get(key);
    const levels = [other?.level ?? null, next.level].filter((level) => level !== null);
    joined.set(key, {
      ...next,
      name: other ? `${other.name}, ${next.name}` : next.name,
      names: [...(other?.names ?? []), ...next.names],
      level: levels.length === 0 ? null : Math.max(...levels),
      from: other ? `${other.from} ${next.from}` : next.from,
    });
  }
  return [...joined.values()];
}

/** The current one of those the mark fits, or the latest of those that no words could tell apart; else it is a question. */
function choosePosition(fitting: readonly KnownPosition[], from: string): CapturedPosition {
  const current = fitting.filter((position) => position.isCurrent);
  const latest = [...(current.length > 0 ? current : fitting)].sort(latestFirst)[0] as KnownPosition;
  const label = positionLabel(latest);
  const isCertain = current.length === 1 || fitting.every((position) => positionLabel(position) === label);
  return { id: latest.id, label, from, certain: isCertain };
}

/** Without a mark, the position that was held that day is taken; where there were several, none is. */
function onlyPosition({ positions }: CaptureVocabulary, day: string): CapturedPosition | null {
  const held = positions.filter((position) => isHeldOn(position, day));
  const only = held.length === 1 ? held[0] : undefined;
  return only ? { id: only.id, label: positionLabel(only), from: '', certain: true } : null;
}

/** Dates may be months or years: they are compared as far as both go. A past position without an end is held on no day. */
function isHeldOn({ startedOn, endedOn, isCurrent }: KnownPosition, day: string): boolean {
  const order = (date: string) => {
    const length = Math.min(date.length, day.length);
    return compareText(date.slice(0, length), day.slice(0, length));
  };
  const hasBegun = startedOn === null || order(startedOn) <= 0;
  return hasBegun && (isCurrent || (endedOn !== null && order(endedOn) >= 0));
}

function latestFirst(a: KnownPosition, b: KnownPosition): number {
  const end = (position: KnownPosition) => position.endedOn ?? (position.isCurrent ? '9999' : '');
  return compareText(end(b), end(a)) || compareText(b.startedOn ?? '', a.startedOn ?? '') || compareText(a.id, b.id);
}

/** “Senior ML Engineer, Fenlock”. */
export function positionLabel(position: KnownPosition): string {
  return [position.title, position.employer].filter((part) => part !== '').join(', ');
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

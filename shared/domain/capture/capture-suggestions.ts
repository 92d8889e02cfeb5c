/** What could follow `#`, `@` or `+` while a note is typed, and the text with the choice put in. */
import type { CaptureVocabulary, KnownPosition } from '../../api/accomplishment.ts';
import { levelLabels } from '../../vocabulary/levels.ts';
import { commonNameHint } from '../names/shown-words.ts';
import { positionLabel, readCapture } from './capture.ts';
import { findMarks, foldName } from './capture-marks.ts';

/** The mark that is being typed at the caret: from its sign to the caret. */
export interface OpenMark {
  readonly kind: 'tag' | 'position' | 'competency' | 'level';
  /** Where the sign stands. */
  readonly start: number;
  readonly caret: number;
  /** What is typed after the sign; for a level what is typed after the colon. */
  readonly typed: string;
}

export interface Suggestion {
  readonly label: string;
  /** Shown quietly at the right. */
  readonly detail: string;
  /** What replaces the mark from its sign to the caret. */
  readonly text: string;
}

const most = 7;

/** The mark that the caret stands in, or null. */
export function openMarkAt(text: string, caret: number, vocabulary: CaptureVocabulary): OpenMark | null {
  const line = text.lastIndexOf('\n', caret - 1) + 1;
  // with one more letter a sign alone is a mark as well
  const written = `${text.slice(line, caret)}x`;
  const mark = findMarks(written, vocabulary).at(-1);
  if (!mark) return null;
  const start = line + mark.start;
  const typed = text.slice(start + 1, caret);
  // a tag is one word; another name may go on in the next
  if (mark.kind === 'tag') return mark.end === written.length ? { kind: 'tag', start, caret, typed } : null;
  const colon = mark.kind === 'competency' ? typed.lastIndexOf(':') : -1;
  if (colon < 0) return { kind: mark.kind, start, caret, typed };
  return typed.length - colon > 2 ? null : { kind: 'level', start, caret, typed: typed.slice(colon + 1) };
}

/** The best few for a mark, best first; nothing when what is typed is already whole. */
export function suggestionsFor(mark: OpenMark, text: string, known: CaptureVocabulary): readonly Suggestion[] {
  if (mark.kind === 'level') {
    const before = text.slice(mark.start, mark.caret - mark.typed.length);
    if (mark.typed !== '') return [];
    return levelLabels.map((label, at) => ({ label: `${at + 1}`, detail: label, text: `${before}${at + 1} ` }));
  }
  const wanted = fold(mark.typed);
  const written = text.slice(mark.start, mark.caret);
  /** One suggestion that says what is there already offers nothing. */
  const unlessWritten = (all: readonly Suggestion[]): readonly Suggestion[] =>
    all.length === 1 && all[0] !== undefined && fold(all[0].text.replace(/[: ]+$/, '')) === fold(written) ? [] : all;
  if (mark.kind === 'tag') {
    if (known.tags.some((tag) => fold(tag) === wanted)) return [];
    return best(known.tags, wanted, (tag) => [tag]).map((tag) => ({ label: `#${tag}`, detail: '', text: `#${tag} ` }));
  }
  if (mark.kind === 'position') {
    if (isWhole(mark, known)) return [];
    const names = (position: KnownPosition) => [position.employer, position.title];
    return unlessWritten(
      best(known.positions, wanted, names).map((position) => ({
        label: positionLabel(position),
        detail: position.isCurrent ? 'now' : (position.endedOn ?? position.startedOn ?? '').slice(0, 4),
        text: `${positionMark(position, known)} `,
      })),
    );
  }
  return unlessWritten(
    best(
      known.competencies,
      wanted,
      ({ name, aliases }) => [name, ...aliases],
      ({ isAsked }) => isAsked === true,
    ).map((competency) => {
      const name = nameTyped(competency, wanted);
      const hint = commonNameHint(name, competency.name) ?? '';
      return { label: name, detail: hint || (competency.isAsked ? 'asked by your aim' : ''), text: `+${name}:` };
    }),
  );
}

/** The name that is being typed: the common one, or the alias that fits where the common one does not. */
function nameTyped({ name, aliases }: CaptureVocabulary['competencies'][number], wanted: string): string {
  const places = [
    (known: string) => fold(known).startsWith(wanted),
    (known: string) => fold(known).includes(` ${wanted}`),
  ];
  for (const fits of places) {
    const found = [name, ...aliases].find(fits);
    if (found !== undefined) return found;
  }
  return name;
}

/** Whether the words are the whole name of a position or an employer, and leave no choice. */
function isWhole({ typed }: OpenMark, known: CaptureVocabulary): boolean {
  const wanted = fold(typed);
  const isNamed = known.positions.some(({ employer, title }) => fold(employer) === wanted || fold(title) === wanted);
  return isNamed && readCapture(`@"${typed.replace(/["“”]/g, '')}"`, known, '').position?.certain === true;
}

/** The shortest mark that names this position and no other: its employer, else title and employer in quotes. */
export function positionMark(position: KnownPosition, vocabulary: CaptureVocabulary): string {
  const mark = `@${position.employer}`;
  const isPlain = /^[\p{L}][\p{L}\p{N} -]*$/u.test(position.employer);
  const read = isPlain ? readCapture(mark, vocabulary, '').position : null;
  if (read?.certain && read.from === mark && read.id === position.id) return mark;
  return `@"${[position.title, position.employer].filter(Boolean).join(' ').replaceAll('"', '')}"`;
}

/** The text with a suggestion in the place of its mark, and where the caret goes. */
export function insertSuggestion(
  text: string,
  mark: OpenMark,
  suggestion: Suggestion,
): { text: string; caret: number } {
  const rest = text.slice(mark.caret);
  const insert = suggestion.text.endsWith(' ') && rest.startsWith(' ') ? suggestion.text.trimEnd() : suggestion.text;
  const caret = mark.start + insert.length;
  return { text: text.slice(0, mark.start) + insert + rest, caret: insert === suggestion.text ? caret : caret + 1 };
}

/** Those whose first name starts with what is wanted, then those of which another name or a word does; preferred ones first. */
function best<Item>(
  items: readonly Item[],
  wanted: string,
  names: (item: Item) => readonly string[],
  isPreferred: (item: Item) => boolean = () => false,
): readonly Item[] {
  const preferredFirst = (a: Item, b: Item) => Number(isPreferred(b)) - Number(isPreferred(a));
  if (wanted === '') return [...items].sort(preferredFirst).slice(0, most);
  const found: { item: Item; rank: number }[] = [];
  for (const item of items) {
    const folded = names(item).map(fold);
    if (folded[0]?.startsWith(wanted)) found.push({ item, rank: 0 });
    else if (folded.some((name) => name.startsWith(wanted))) found.push({ item, rank: 1 });
    else if (folded.some((name) => name.includes(` ${wanted}`))) found.push({ item, rank: 2 });
  }
  return found
    .sort((a, b) => preferredFirst(a.item, b.item) || a.rank - b.rank)
    .slice(0, most)
    .map(({ item }) => item);
}

/** Word by word as the marks compare names; a space at the end counts: what follows it must go on from there. */
function fold(name: string): string {
  return name
    .split(/[\s_-]+/)
    .map(foldName)
    .join(' ');
}

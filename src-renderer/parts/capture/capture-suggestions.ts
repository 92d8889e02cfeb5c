/** What could follow `#`, `@` or `+` while a note is typed, and the text with the choice put in. */
import type { CaptureKnown, KnownPosition } from '../../../shared/domain/capture/capture-known.ts';

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

const furthest = 60;
const most = 7;
const levelLabels = ['Aware', 'Working', 'Skilled', 'Advanced', 'Expert'];

/** The mark that the caret stands in, or null; a sign counts only at the start of a word. */
export function openMarkAt(text: string, caret: number): OpenMark | null {
  for (let at = caret - 1; at >= 0 && caret - at <= furthest; at--) {
    const sign = text[at];
    if (sign === '\n') return null;
    if (sign !== '#' && sign !== '@' && sign !== '+') continue;
    if (at > 0 && !/[\s([{"“‘',;]/.test(text[at - 1] ?? '')) continue;
    const typed = text.slice(at + 1, caret);
    if (sign === '#') return /\s/.test(typed) ? null : { kind: 'tag', start: at, caret, typed };
    if (/^\s/.test(typed) || typed.split(' ').length > 6) return null;
    if (sign === '@') return { kind: 'position', start: at, caret, typed };
    const colon = typed.lastIndexOf(':');
    if (colon < 0) return { kind: 'competency', start: at, caret, typed };
    return typed.length - colon > 2 ? null : { kind: 'level', start: at, caret, typed: typed.slice(colon + 1) };
  }
  return null;
}

/** The best few for a mark, best first; nothing when what is typed is already whole. */
export function suggestionsFor(
  mark: OpenMark,
  text: string,
  known: Pick<CaptureKnown, 'positions' | 'competencies' | 'tags'>,
): readonly Suggestion[] {
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
    const names = (position: KnownPosition) => [position.employer, position.title];
    return unlessWritten(
      best(known.positions, wanted, names).map((position) => ({
        label: position.employer === '' ? position.title : `${position.title}, ${position.employer}`,
        detail: position.isCurrent ? 'now' : (position.endedOn ?? position.startedOn ?? '').slice(0, 4),
        text: `${positionMark(position, known.positions)} `,
      })),
    );
  }
  return unlessWritten(
    best(known.competencies, wanted, (one) => [one.name, ...one.aliases]).map((one) => ({
      label: one.name,
      detail: '',
      text: `+${one.name}:`,
    })),
  );
}

/** The shortest mark that names this position and no other: its employer, or title and employer in quotes. */
export function positionMark(position: KnownPosition, positions: readonly KnownPosition[]): string {
  const sameEmployer = positions.filter((one) => fold(one.employer) === fold(position.employer));
  const current = sameEmployer.filter((one) => one.isCurrent);
  const isPlain = /^[\p{L}][\p{L}\p{N} -]*$/u.test(position.employer);
  if (isPlain && (sameEmployer.length === 1 || (current.length === 1 && position.isCurrent)))
    return `@${position.employer}`;
  return `@"${[position.title, position.employer].filter(Boolean).join(' ').replaceAll('"', '')}"`;
}

/** The text with a suggestion in the place of its mark, and where the caret goes. */
export function complete(text: string, mark: OpenMark, suggestion: Suggestion): { text: string; caret: number } {
  const rest = text.slice(mark.caret);
  const insert = suggestion.text.endsWith(' ') && rest.startsWith(' ') ? suggestion.text.trimEnd() : suggestion.text;
  const caret = mark.start + insert.length;
  return { text: text.slice(0, mark.start) + insert + rest, caret: insert === suggestion.text ? caret : caret + 1 };
}

/** Those whose first name starts with what is wanted, then those of which another name or a word does. */
function best<Item>(items: readonly Item[], wanted: string, names: (item: Item) => readonly string[]): readonly Item[] {
  if (wanted === '') return items.slice(0, most);
  const found: { item: Item; rank: number }[] = [];
  for (const item of items) {
    const folded = names(item).map(fold);
    if (folded[0]?.startsWith(wanted)) found.push({ item, rank: 0 });
    else if (folded.some((name) => name.startsWith(wanted))) found.push({ item, rank: 1 });
    else if (folded.some((name) => name.includes(` ${wanted}`))) found.push({ item, rank: 2 });
  }
  return found
    .sort((a, b) => a.rank - b.rank)
    .slice(0, most)
    .map((one) => one.item);
}

/** Case, accents and hyphens do not count; a space at the end does: what follows it must go on from there. */
function fold(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[-_]/g, ' ');
}

/** The typed values of a role draft as a flat list, each with its texts, its group and its lines of the source. */
import type { RoleContent } from '../../../../../shared/api/role-content.ts';
import { rowTexts } from '../../../../../shared/domain/role/role-texts.ts';
import { groupOf, type RoleField, roleFieldNames, roleGroups } from '../../../../../shared/vocabulary/role-shape.ts';
import { type DraftList, draftLists, groupTitles, headGroup } from './draft-fields.ts';

export interface DraftValue {
  /** `title` for a field of the head, `kpis:3` for a row. */
  readonly id: string;
  readonly group: string;
  readonly where: { readonly field: RoleField } | { readonly list: DraftList; readonly index: number };
  /** What it says; nothing for a field of the head that is not stated. */
  readonly texts: readonly string[];
  /** The line it begins on. */
  readonly line: number | null;
  /** Every line of the source that went into it. */
  readonly lines: readonly number[];
}

const pressed = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase();

/** The first line that carries the words, or begins the passage they are; null when none does. Never throws. */
export function lineOfWords(words: string, sourceLines: readonly string[]): number | null {
  const sought = pressed(words.split('\n', 1)[0] ?? '');
  if (sought === '') return null;
  const exact = sourceLines.findIndex((line) => pressed(line) === sought);
  if (exact !== -1) return exact + 1;
  const within = sourceLines.findIndex((line) => pressed(line).includes(sought));
  return within === -1 ? null : within + 1;
}

/** A row of any list. */
export type AnyRow = Readonly<Record<string, unknown>>;

/** How far below its first line a row's other words are looked for. */
const reach = 8;

/** The line a row stands on and those just below it that carry its other words or its details. */
function linesOfRow(row: AnyRow, sourceLines: readonly string[]): readonly number[] {
  const { line, words } = row;
  if (typeof line !== 'number') return [];
  const details = (row.details as readonly { text: string }[] | undefined) ?? [];
  const others = [...(typeof words === 'string' ? words.split('\n').slice(1) : []), ...details.map(({ text }) => text)]
    .map((text) => pressed(text))
    .filter((text) => text !== '');
  const below = sourceLines
    .slice(line, line + reach)
    .flatMap((text, offset) => (others.some((other) => pressed(text).includes(other)) ? [line + 1 + offset] : []));
  return [line, ...below];
}

/** The lines of a passage, paragraph by paragraph. */
function linesOfPassage(text: string, sourceLines: readonly string[]): readonly number[] {
  const lines = text.split('\n').map((paragraph) => lineOfWords(paragraph, sourceLines));
  return [...new Set(lines.filter((line) => line !== null))];
}

function fieldTexts(value: RoleContent[RoleField]): readonly string[] {
  if (Array.isArray(value)) return value;
  return value === undefined || value === '' ? [] : [String(value)];
}

/**
 * Every typed value of the draft, by group and then in the draft's order. The lines of the head are those of `asRead`,
 * the role before anyone changed it.
 */
export function draftValues(
  role: RoleContent,
  sourceLines: readonly string[],
  asRead: RoleContent = role,
): readonly DraftValue[] {
  const head = roleFieldNames.map((field): DraftValue => {
    // a figure stands on too many lines to tell which one it was read from
    const lines =
      typeof asRead[field] === 'number' ? [] : linesOfPassage(fieldTexts(asRead[field]).join(', '), sourceLines);
    const texts = fieldTexts(role[field]);
    return { id: field, group: headGroup, where: { field }, texts, line: lines[0] ?? null, lines };
  });
  const rows = draftLists.flatMap((list) =>
    (role[list] as readonly AnyRow[]).map(
      (row, index): DraftValue => ({
        id: `${list}:${index}`,
        group: roleGroups[groupOf(list, row)].title,
        where: { list, index },
        texts: rowTexts(list, row, true),
        line: typeof row.line === 'number' ? row.line : null,
        lines: linesOfRow(row, sourceLines),
      }),
    ),
  );
  const all = [...head, ...rows];
  return groupTitles.flatMap((group) => all.filter((value) => value.group === group));
}

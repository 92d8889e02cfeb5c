/** The typed values of a role draft as a flat list of rows, each with its fields, its group and its line of the source. */
import type { RoleContent } from '../../../../../shared/api/role-content.ts';
import { nameOf } from '../../../../../shared/domain/role/role-texts.ts';
import {
  groupOf,
  roleFieldNames,
  roleFields,
  roleGroups,
  roleLists,
  type ValueKind,
} from '../../../../../shared/vocabulary/role-shape.ts';
import { labelOf } from '../../../../parts/role-editor/edit-lists.ts';
import {
  alwaysInHead,
  draftLists,
  type FieldRule,
  groupTitles,
  headGroup,
  rowRules,
  type Where,
} from './draft-fields.ts';

export interface DraftField {
  readonly key: string;
  readonly label: string;
  readonly value: string;
  readonly kind: ValueKind;
}

export interface DraftValue {
  /** `title` for a field of the head, `kpis:3` for a row. */
  readonly id: string;
  readonly group: string;
  /** What the row is called; empty for a field of the head. */
  readonly name: string;
  readonly where: Where;
  readonly fields: readonly DraftField[];
  /** Fields the source did not give; one may add them. */
  readonly missing: readonly FieldRule[];
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
const REACH = 8;

/** The line a row stands on and those just below it that carry its other words or its details. */
function linesOfRow(row: AnyRow, sourceLines: readonly string[]): readonly number[] {
  const { line, words } = row;
  if (typeof line !== 'number') return [];
  const details = (row.details as readonly { text: string }[] | undefined) ?? [];
  const others = [...(typeof words === 'string' ? words.split('\n').slice(1) : []), ...details.map(({ text }) => text)]
    .map((text) => pressed(text))
    .filter((text) => text !== '');
  const below = sourceLines
    .slice(line, line + REACH)
    .flatMap((text, offset) => (others.some((other) => pressed(text).includes(other)) ? [line + 1 + offset] : []));
  return [line, ...below];
}

/** The lines of a passage, paragraph by paragraph. */
function linesOfPassage(text: string, sourceLines: readonly string[]): readonly number[] {
  const lines = text.split('\n').map((paragraph) => lineOfWords(paragraph, sourceLines));
  return [...new Set(lines.filter((line) => line !== null))];
}

/** A value as it is typed: a list of words is written with commas. */
function typedText(value: unknown): string {
  if (Array.isArray(value)) return value.join(', ');
  return value === undefined || value === null ? '' : String(value);
}

export const fieldOf = (rule: FieldRule, value: unknown): DraftField => ({
  key: rule.key,
  label: labelOf(rule),
  value: typedText(value),
  kind: rule.kind,
});

function detailFields(row: AnyRow): DraftField[] {
  const details = row.details as readonly { label: string; text: string }[] | undefined;
  return (details ?? []).map((detail, index) =>
    fieldOf({ key: `details.${index}`, label: detail.label, kind: 'prose' }, detail.text),
  );
}

/**
 * Every typed value of the draft, by group and then in the draft's order; empty fields of the head are left out, but for
 * level and family. The lines of the head are those of `asRead`, the role before anyone changed it.
 */
export function draftValues(
  role: RoleContent,
  sourceLines: readonly string[],
  asRead: RoleContent = role,
): readonly DraftValue[] {
  const head = roleFieldNames.flatMap((field): DraftValue[] => {
    const text = typedText(role[field]);
    if (text === '' && !alwaysInHead.includes(field)) return [];
    const lines = linesOfPassage(typedText(asRead[field]), sourceLines);
    return [
      {
        id: field,
        group: headGroup,
        name: '',
        where: { field },
        fields: [fieldOf({ ...roleFields[field], key: field }, text)],
        missing: [],
        line: lines[0] ?? null,
        lines,
      },
    ];
  });
  const rows = draftLists.flatMap((list) =>
    (role[list] as readonly AnyRow[]).map((row, index): DraftValue => {
      // a field the source did not give is not offered as a hole to fill; the one that says what the row is always shows
      const isGiven = ({ key }: FieldRule) => row[key] !== undefined || key === roleLists[list].typed;
      const rules = rowRules(list);
      return {
        id: `${list}:${index}`,
        group: roleGroups[groupOf(list, row)].title,
        name: nameOf(list, row),
        where: { list, index },
        fields: [...rules.filter(isGiven).map((rule) => fieldOf(rule, row[rule.key])), ...detailFields(row)],
        missing: rules.filter((rule) => !isGiven(rule)),
        line: typeof row.line === 'number' ? row.line : null,
        lines: linesOfRow(row, sourceLines),
      };
    }),
  );
  const all = [...head, ...rows];
  return groupTitles.flatMap((group) => all.filter((value) => value.group === group));
}

/** Things of any kind of the record, read by what their kind declares. */
import type { Background } from '../../api/record.ts';
import { type RecordKind, recordKinds } from '../../vocabulary/record-kinds.ts';

/** What a thing says, by the names of its fields. */
export type FieldValues = Readonly<Record<string, string | boolean | null>>;

/** The things of a kind, in the order of the record. */
export function itemsOf(background: Background, kind: RecordKind): readonly (FieldValues & { readonly id: string })[] {
  return background[recordKinds[kind].list];
}

/** The text of a field; empty when it says nothing. */
export function textOf(values: FieldValues, name: string | undefined): string {
  const value = name === undefined ? null : values[name];
  return typeof value === 'string' ? value : '';
}

/** When it was: start, end, and whether it still goes on. A kind with one date has that for its start. */
export function periodOf(kind: RecordKind, values: FieldValues): readonly [string | null, string | null, boolean] {
  const [start, end, isCurrent] = recordKinds[kind].period ?? [];
  return [
    textOf(values, start) || null,
    textOf(values, end) || null,
    isCurrent !== undefined && values[isCurrent] === true,
  ];
}

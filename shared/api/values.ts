/** Small schemas that several features share. */
import * as z from 'zod';
import { longestText } from '../vocabulary/limits.ts';
import { withoutListMark, withPlainListMarks } from '../vocabulary/list-marks.ts';

/** A UUIDv7 as text. */
export const Id = z.string().min(1).max(64);
/** `2024`, `2024-03` or `2024-03-15`. */
export const PartialDate = z
  .string()
  .regex(/^[12]\d{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, 'A date is written 2026, 2026-03 or 2026-03-15.')
  .refine((date) => date.length < 10 || isDayOfCalendar(date), 'There is no such day. Try 2026-03, or just 2026.');
/** U+0000 ends a text inside SQLite, so no text of ours holds one. */
const withoutNul = (text: string) => text.replaceAll('\0', '');
/** One line: a title or a name. */
export const Line = z.string().overwrite(withoutNul).max(500);
/** Several paragraphs of Markdown-lite. */
export const Prose = z.string().overwrite(withoutNul).max(longestText);
/** The same of the record, where a list that was pasted has one mark before each entry. */
export const RecordLine = Line.overwrite(withoutListMark);
export const RecordProse = Prose.overwrite(withPlainListMarks);
export const WebAddress = z.string().max(2_000);

/** Who may see it, from widest to narrowest. */
export const Confidentiality = z.enum(['public', 'employer', 'confidential', 'private']);
export type Confidentiality = z.infer<typeof Confidentiality>;

/** What stands behind a confirmation; managers and clients weigh more than peers. */
export const Relation = z.enum(['manager', 'client', 'peer', 'report', 'other']);
export type Relation = z.infer<typeof Relation>;

export const Importance = z.enum(['critical', 'important', 'optional']);
export type Importance = z.infer<typeof Importance>;

/** An ordered set of levels; `ordinal` counts from 1. */
export interface Scale {
  readonly id: string;
  readonly name: string;
  readonly levels: readonly { readonly ordinal: number; readonly label: string; readonly code?: string | undefined }[];
}

function isDayOfCalendar(date: string): boolean {
  const day = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(date);
}

/** What stands on each line of a source: the notices about it and the values read from it. */
import type { Notice, NoticeCode } from '../../../../shared/api/import.ts';

export interface LineMark {
  /** The notice that colours the line: what is not placed before what was interpreted before what was left out. */
  readonly code: NoticeCode | null;
  /** Index of the first notice about it. */
  readonly notice: number | null;
  /** The first value read from it. */
  readonly valueId: string | null;
}

/** What was read from lines of the source. */
export interface MarkedValue {
  readonly id: string;
  /** The line it begins on. */
  readonly line: number | null;
  readonly lines: readonly number[];
}

const noticeOrder: readonly NoticeCode[] = ['NOT_PLACED', 'INTERPRETED', 'LEFT_OUT', 'KEPT'];

/** By line, from 1; lines with neither are not in it. */
export function markLines(notices: readonly Notice[], values: readonly MarkedValue[]): ReadonlyMap<number, LineMark> {
  const marks = new Map<number, LineMark>();
  const empty: LineMark = { code: null, notice: null, valueId: null };
  notices.forEach((notice, index) => {
    if (notice.line === undefined) return;
    const before = marks.get(notice.line) ?? empty;
    const isStronger = before.code === null || noticeOrder.indexOf(notice.code) < noticeOrder.indexOf(before.code);
    marks.set(notice.line, isStronger ? { ...before, code: notice.code, notice: index } : before);
  });
  // The value that begins on a line before one that merely goes on there.
  const begun = values.flatMap((value) => (value.line === null ? [] : [{ line: value.line, id: value.id }]));
  const goingOn = values.flatMap((value) => value.lines.map((line) => ({ line, id: value.id })));
  for (const { line, id } of [...begun, ...goingOn]) {
    const before = marks.get(line) ?? empty;
    if (before.valueId !== null) continue;
    // Left out in part only: the rest of the line was read.
    const code = before.code === 'LEFT_OUT' ? 'INTERPRETED' : before.code;
    marks.set(line, { ...before, code, valueId: id });
  }
  return marks;
}

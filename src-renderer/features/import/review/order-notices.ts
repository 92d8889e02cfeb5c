/** The order in which notices are looked at: what needs a word first, what is merely worth knowing last. */
import type { Notice, NoticeCode } from '../../../../shared/api/import.ts';

const noticeOrder: readonly NoticeCode[] = ['NOT_PLACED', 'INTERPRETED', 'LEFT_OUT', 'KEPT'];

/** By kind, then by line; notices of the whole document before those of its lines. Equal ones keep their order. */
export function orderNotices(notices: readonly Notice[]): readonly Notice[] {
  return [...notices].sort(
    (a, b) => noticeOrder.indexOf(a.code) - noticeOrder.indexOf(b.code) || (a.line ?? 0) - (b.line ?? 0),
  );
}

/** The notices of one draft, gathered while it is read. */
import type { Notice, NoticeCode } from '../../../shared/api/import.ts';

/** More would not be read by anyone; the last one says how many there were. */
const mostNotices = 400;
const longestNotice = 300;

export interface Notices {
  readonly add: (code: NoticeCode, message: string, line?: number, detail?: string) => void;
  /** Sorted by line; what concerns the whole document comes first. */
  readonly all: () => Notice[];
}

const cut = (text: string, length: number): string => (text.length > length ? `${text.slice(0, length - 1)}…` : text);

/** An empty list of notices. */
export function openNotices(): Notices {
  const list: Notice[] = [];
  let dropped = 0;
  return {
    add(code, message, line, detail) {
      if (list.length >= mostNotices) {
        dropped += 1;
        return;
      }
      const notice: { -readonly [Key in keyof Notice]: Notice[Key] } = { code, message: cut(message, longestNotice) };
      if (detail !== undefined) notice.detail = cut(detail, 4 * longestNotice);
      if (line !== undefined) notice.line = line;
      list.push(notice);
    },
    all() {
      const sorted = list.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));
      if (dropped > 0)
        sorted.push({ code: 'KEPT', message: `${dropped} more notices of the same kinds are not listed.` });
      return sorted;
    },
  };
}

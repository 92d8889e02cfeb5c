/** A table that is no matrix and no official download: kept whole, as prose. */

import type { Draft } from '../../../shared/api/import.ts';
import { limits } from '../../../shared/vocabulary/limits.ts';
import { noteLongTable, type Table, tableParts } from '../files/table-file.ts';
import { quoted } from '../outline/clean-text.ts';
import { titleOfFile } from '../outline/file-title.ts';
import { checkLimit } from '../output-limits.ts';
import { openNotices } from './notices.ts';
import { proseDraft } from './prose-draft.ts';

/** Whether most lines of a text are rows of one table, so that it is no running text. */
export const isMainlyTable = ({ rows, width, share }: Table): boolean => rows.length >= 3 && width >= 3 && share >= 0.8;

/** The draft of any table. Throws FILE_TOO_LARGE alone. */
export function readPlainTable(name: string, table: Table, sourceLines: readonly string[]): Draft {
  checkLimit(quoted(name), sourceLines.length, limits.lines);
  const notices = openNotices();
  noteLongTable(table, notices);
  const title = titleOfFile(name);
  const [head, ...rows] = table.rows;
  notices.add(
    'NOT_PLACED',
    'The table is kept as prose: its columns are not those of a skill matrix.',
    undefined,
    'A matrix that Cairn reads has a column “Skill” and a column for each level, with a code, a word or a number in each cell.',
  );
  const parts = tableParts(head?.cells ?? [], rows, 1);
  return proseDraft(title, [{ depth: 1, heading: title, written: title, parts, line: 1 }], sourceLines, notices);
}

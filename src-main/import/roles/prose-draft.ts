/** Drafts of what no reader knows: kept whole as prose, under the file's name. */
import type { Draft, DraftFormat } from '../../../shared/api/import.ts';
import { type OutlineChapter, toSections, withinLimits } from '../outline/outline.ts';
import { emptyRole } from './matrix/matrix-library.ts';
import type { Notices } from './notices.ts';
import { asLine } from './role-reading.ts';

/** A role that is nothing but the document itself. */
export function proseDraft(
  title: string,
  chapters: readonly OutlineChapter[],
  sourceLines: readonly string[],
  notices: Notices,
  format: DraftFormat = 'text',
): Draft {
  const line = asLine(title) || 'Untitled';
  return {
    kind: 'role',
    format,
    title: line,
    notices: notices.all(),
    sourceLines,
    role: { ...emptyRole(line), sections: toSections(withinLimits(chapters)) },
  };
}

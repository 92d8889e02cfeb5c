/** What stands on the lines of the source of a ladder draft: skills, rows to place, questions, and what its roles say. */
import type { Notice } from '../../../../../shared/api/import.ts';
import type { RoleLibrary } from '../../../../../shared/api/role-pack.ts';
import { draftValues } from '../role/draft-values.ts';
import { type LineMark, type MarkedValue, markLines } from '../source-marks.ts';

/** What a line leads to. */
export type LadderPart = 'matrix' | 'roles' | 'about';

/** Looking up the words of more roles in more lines than this takes too long for what it shows. */
const mostLookups = 60_000;

export const partOf = (valueId: string): LadderPart =>
  valueId.startsWith('role:') ? 'roles' : valueId.startsWith('about:') ? 'about' : 'matrix';

/** The role a value belongs to, from 0. */
export const roleOf = (valueId: string): number => Number(valueId.split(':')[1] ?? 0);

export function markLadder(
  notices: readonly Notice[],
  library: RoleLibrary,
  sourceLines: readonly string[],
): ReadonlyMap<number, LineMark> {
  const at = (id: string, line: number | undefined): MarkedValue[] =>
    line === undefined ? [] : [{ id, line, lines: [line] }];
  const values: MarkedValue[] = library.ladders.flatMap((ladder, place) => [
    ...(ladder.matrix?.skills ?? []).flatMap((skill, index) => at(`matrix:${place}:${index}`, skill.line)),
    ...ladder.shortRows.flatMap((row, index) => at(`matrix:${place}:short:${index}`, row.line)),
    ...ladder.faqs.flatMap((faq, index) => at(`about:${place}:faq:${index}`, faq.line)),
    ...ladder.facts.flatMap((fact, index) => at(`about:${place}:fact:${index}`, fact.line)),
  ]);
  if (library.roles.length * sourceLines.length <= mostLookups) {
    library.roles.forEach((role, index) => {
      for (const value of draftValues(role, sourceLines))
        values.push({ id: `role:${index}:${value.id}`, line: value.line, lines: value.lines });
    });
  }
  return markLines(notices, values);
}

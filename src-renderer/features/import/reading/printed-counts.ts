/** The figures a document prints about itself beside what was read of it. */
import type { DraftCounts } from '../../../../shared/api/import.ts';
import type { RoleLibrary } from '../../../../shared/api/role-pack.ts';
import { cellsOf, scaleOf } from '../../../../shared/domain/ladder/matrix.ts';

export interface PrintedCount {
  readonly label: string;
  readonly printed: string;
  /** Null where nothing of the kind is counted here. */
  readonly read: number | null;
  readonly isSame: boolean;
}

/** How much of each is read, by the words a document may print for it; the first that fits is taken. */
function readings(library: RoleLibrary, counts: DraftCounts): readonly (readonly [word: RegExp, count: number])[] {
  const mandatory = library.ladders.reduce(
    (sum, ladder) =>
      sum +
      (ladder.matrix?.skills ?? []).reduce(
        (cells, skill) =>
          cells + cellsOf(skill, scaleOf(ladder, library.scales)).filter((cell) => cell?.isMandatory === true).length,
        0,
      ),
    0,
  );
  return [
    [/mandatory|must/i, mandatory],
    [/categor|domain|area/i, counts.categories],
    [/requirement|cell/i, counts.cells],
    [/skill|competenc/i, counts.skills],
    [/level|grade|role/i, counts.roles],
    [/question/i, counts.faqs],
  ];
}

/** Every printed figure of a ladder, with ours. */
export function printedCounts(library: RoleLibrary, ladder: number, counts: DraftCounts): readonly PrintedCount[] {
  const known = readings(library, counts);
  return (library.ladders[ladder]?.facts ?? []).map(({ label = '', value }) => {
    const printed = /^[\d\s.,\u00a0]+$/.test(value) ? Number(value.replace(/[^\d]/g, '')) : null;
    const read = printed === null ? null : (known.find(([word]) => word.test(label))?.[1] ?? null);
    return { label, printed: value, read, isSame: read !== null && read === printed };
  });
}

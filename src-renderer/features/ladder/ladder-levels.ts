/** The levels of a ladder by their short names, and which of them is looked at. */
import type { Ladder, LadderCell, LadderLevel } from '../../../shared/api/ladder.ts';
import { gradeOf, type LevelStanding, scaleOfCell } from '../../../shared/domain/match/grade.ts';

/** What a level is called where there is little room: its label, its code, else its title. */
export const levelName = (level: Pick<LadderLevel, 'levelLabel' | 'levelCode' | 'title'>): string =>
  level.levelLabel ?? level.levelCode ?? level.title;

/** How many levels the scale of a cell has. */
export const levelsOf = (ladder: Pick<Ladder, 'scales'>, cell: Pick<LadderCell, 'scaleId'> | null): number =>
  scaleOfCell(ladder, cell)?.levels.length ?? 5;

/** The level gaps are told for: the one chosen, else the one pinned, else the first that is not met. */
export function levelInView(ladder: Pick<Ladder, 'levels'>, chosen: string | null, evidence: readonly LevelStanding[]) {
  const asked = ladder.levels.findIndex((level) => level.roleId === chosen);
  if (asked !== -1) return asked;
  const aim = ladder.levels.findLastIndex((level) => level.isPinned);
  if (aim !== -1) return aim;
  return Math.min(gradeOf(evidence) + 1, ladder.levels.length - 1);
}

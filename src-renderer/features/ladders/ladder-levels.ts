/** The levels of a ladder by their short names, their scales, and which of them are met. */
import type { Ladder, LadderCell, LadderLevel, LadderSkill } from '../../../shared/api/ladder.ts';
import type { Scale } from '../../../shared/api/values.ts';
import { LEVEL_EPSILON } from '../../../shared/domain/level.ts';

/** What a level is called where there is little room: its label, its code, else its title. */
export const levelName = (level: Pick<LadderLevel, 'levelLabel' | 'levelCode' | 'title'>): string =>
  level.levelLabel ?? level.levelCode ?? level.title;

/** The scale of a cell; null for a cell that states no level. */
export const scaleOf = (ladder: Pick<Ladder, 'scales'>, cell: Pick<LadderCell, 'scaleId'> | null): Scale | null =>
  ladder.scales.find((scale) => scale.id === cell?.scaleId) ?? null;

/** How many levels the scale of a cell has. */
export const levelsOf = (ladder: Pick<Ladder, 'scales'>, cell: Pick<LadderCell, 'scaleId'> | null): number =>
  scaleOf(ladder, cell)?.levels.length ?? 5;

/** Whether a level reached meets what a cell asks; one that states no level asks only that there be some. */
export const meets = (cell: LadderCell, reached: number | null): boolean =>
  reached !== null && reached + LEVEL_EPSILON >= (cell.level ?? 1);

/** How a level of the ladder stands against what one reaches. */
export interface LevelStanding {
  readonly asked: number;
  readonly met: number;
  readonly mandatory: number;
  readonly mandatoryMet: number;
  /** All mandatory ones and at least four fifths of the rest, here and at every level below. */
  readonly isMet: boolean;
}

/** The standing of every level, by the evidence or by one's own view. */
export function standings(
  ladder: Pick<Ladder, 'levels' | 'skills'>,
  reached: (skill: LadderSkill) => number | null,
): readonly LevelStanding[] {
  let isBelowMet = true;
  return ladder.levels.map((_, at) => {
    let asked = 0;
    let met = 0;
    let mandatory = 0;
    let mandatoryMet = 0;
    for (const skill of ladder.skills) {
      const cell = skill.cells[at];
      if (!cell) continue;
      const isCellMet = meets(cell, reached(skill));
      asked++;
      if (isCellMet) met++;
      if (!cell.isMandatory) continue;
      mandatory++;
      if (isCellMet) mandatoryMet++;
    }
    const rest = asked - mandatory;
    const isMet =
      isBelowMet && asked > 0 && mandatoryMet === mandatory && met - mandatoryMet >= rest * 0.8 - LEVEL_EPSILON;
    isBelowMet = isMet;
    return { asked, met, mandatory, mandatoryMet, isMet };
  });
}

export const byEvidence = (skill: LadderSkill): number => skill.evidenced;
export const byOwnView = (skill: LadderSkill): number | null => skill.selfAssessed;

/** The place of the highest level met, -1 when none is. */
export const gradeOf = (levels: readonly LevelStanding[]): number => levels.findLastIndex((level) => level.isMet);

/** The level gaps are told for: the one chosen, else the one pinned, else the first that is not met. */
export function levelInView(ladder: Pick<Ladder, 'levels'>, chosen: string | null, evidence: readonly LevelStanding[]) {
  const asked = ladder.levels.findIndex((level) => level.roleId === chosen);
  if (asked !== -1) return asked;
  const aim = ladder.levels.findLastIndex((level) => level.isPinned);
  if (aim !== -1) return aim;
  return Math.min(gradeOf(evidence) + 1, ladder.levels.length - 1);
}

/** A level reached with one decimal, never showing more than there is: 2.96 is `2.9`. */
export function reachedText(level: number): string {
  const tenth = Math.floor(level * 10 + LEVEL_EPSILON) / 10;
  return tenth.toFixed(1);
}

/** The grade of a ladder: which of its levels are met, by the evidence or by one's own view. */
import type { Ladder, LadderCell, LadderSkill } from '../api/ladder.ts';
import { LEVEL_EPSILON } from './level.ts';

/** How much of what is not mandatory a level needs. */
const NEEDED = 0.8;

/** How one level of a ladder stands against what one reaches. */
export interface LevelStanding {
  readonly mandatory: number;
  readonly mandatoryMet: number;
  /** Requirements that are not mandatory. */
  readonly others: number;
  readonly othersMet: number;
  /** Every mandatory one and four fifths of the others, here and at each level below. A level that asks nothing is not met. */
  readonly isMet: boolean;
}

/** What a person reaches of a skill, on the scale of its cells; null when nothing is known. */
export type Reached = (skill: LadderSkill) => number | null;

export const byEvidence: Reached = (skill) => skill.evidenced;
export const bySelfAssessment: Reached = (skill) => skill.selfAssessed;

/** Whether what is reached meets what a cell asks; one that states no level asks only that there be some. */
export function meetsCell(cell: Pick<LadderCell, 'level'>, reached: number | null): boolean {
  return reached !== null && reached + LEVEL_EPSILON >= (cell.level ?? 1);
}

/** The standing of every level, from the first up. */
export function levelStandings(ladder: Pick<Ladder, 'levels' | 'skills'>, reached: Reached): readonly LevelStanding[] {
  let isBelowMet = true;
  return ladder.levels.map((_, at) => {
    const asked = ladder.skills.flatMap((skill) => {
      const cell = skill.cells[at];
      return cell ? [{ isMandatory: cell.isMandatory, isMet: meetsCell(cell, reached(skill)) }] : [];
    });
    const count = (isMandatory: boolean, isMet?: boolean) =>
      asked.filter((one) => one.isMandatory === isMandatory && (isMet === undefined || one.isMet === isMet)).length;
    const [mandatory, mandatoryMet, others, othersMet] = [
      count(true),
      count(true, true),
      count(false),
      count(false, true),
    ];
    isBelowMet &&= asked.length > 0 && mandatoryMet === mandatory && othersMet >= others * NEEDED - LEVEL_EPSILON;
    return { mandatory, mandatoryMet, others, othersMet, isMet: isBelowMet };
  });
}

/** The place of the highest level met, −1 when none is. */
export function gradeOf(standings: readonly LevelStanding[]): number {
  return standings.findLastIndex((level) => level.isMet);
}

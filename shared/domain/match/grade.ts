/** The grade of a ladder: which of its levels are met, by the evidence or by one's own view. */
import type { Ladder, LadderCell, LadderSkill } from '../../api/ladder.ts';
import type { Scale } from '../../api/values.ts';
import { LEVEL_EPSILON, levelFraction, translateLevel } from './level.ts';

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

/** The scale what is reached of a skill is told on: that of the cell that asks the largest share of its scale. */
export function scaleOfSkill(ladder: Pick<Ladder, 'scales'>, skill: Pick<LadderSkill, 'cells'>): Scale | null {
  let highest: { readonly scale: Scale; readonly share: number } | null = null;
  for (const cell of skill.cells) {
    const scale = cell && cell.level !== null ? scaleOfCell(ladder, cell) : null;
    if (!cell || !scale || cell.level === null) continue;
    const share = levelFraction(cell.level, scale.levels.length);
    if (highest === null || share > highest.share) highest = { scale, share };
  }
  return highest?.scale ?? null;
}

/** The scale of a cell; null for one that states no level. */
export function scaleOfCell(ladder: Pick<Ladder, 'scales'>, cell: Pick<LadderCell, 'scaleId'> | null): Scale | null {
  return ladder.scales.find((scale) => scale.id === cell?.scaleId) ?? null;
}

/**
 * Whether what is reached of a skill meets what one of its cells asks, also where they are on different scales; one that
 * states no level asks only that there be some.
 */
export function meetsCell(
  ladder: Pick<Ladder, 'scales'>,
  skill: Pick<LadderSkill, 'cells'>,
  cell: Pick<LadderCell, 'level' | 'scaleId'>,
  reached: number | null,
): boolean {
  if (reached === null) return false;
  if (cell.level === null) return reached + LEVEL_EPSILON >= 1;
  const from = scaleOfSkill(ladder, skill);
  const to = scaleOfCell(ladder, cell);
  const level = from === null || to === null ? reached : translateLevel(reached, from.levels.length, to.levels.length);
  return level + LEVEL_EPSILON >= cell.level;
}

/** The standing of every level, from the first up. */
export function levelStandings(
  ladder: Pick<Ladder, 'levels' | 'skills' | 'scales'>,
  reached: Reached,
): readonly LevelStanding[] {
  let isBelowMet = true;
  return ladder.levels.map((_, at) => {
    const asked = ladder.skills.flatMap((skill) => {
      const cell = skill.cells[at];
      return cell ? [{ isMandatory: cell.isMandatory, isMet: meetsCell(ladder, skill, cell, reached(skill)) }] : [];
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

/** The grade of a ladder: which of its levels are met, by the evidence or by one's own view. */
import type { Ladder, LadderCell, LadderSkill } from '../../api/ladder.ts';
import type { Scale } from '../../api/values.ts';
import { levelEpsilon, levelFraction } from './level.ts';

/** How much of what is not mandatory a level needs. */
const shareNeeded = 0.8;

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

/** By whose word a cell is met. */
export type MetBy = (cell: LadderCell) => boolean;

export const byEvidence: MetBy = (cell) => cell.isMet;
export const bySelfAssessment: MetBy = (cell) => cell.isMetBySelf;

/** The scale on which it is said how far one is with a skill: that of the cell that asks the largest share of its scale. */
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

/** The standing of every level, from the first up. What does not count in the match of a role does not count here. */
export function levelStandings(ladder: Pick<Ladder, 'levels' | 'skills'>, isMet: MetBy): readonly LevelStanding[] {
  let isBelowMet = true;
  return ladder.levels.map((_, at) => {
    const asked = ladder.skills.flatMap(({ cells }) => (cells[at]?.countsInMatch ? [cells[at]] : []));
    const mandatory = asked.filter((cell) => cell.isMandatory);
    const others = asked.filter((cell) => !cell.isMandatory);
    const mandatoryMet = mandatory.filter(isMet).length;
    const othersMet = others.filter(isMet).length;
    isBelowMet &&=
      asked.length > 0 && mandatoryMet === mandatory.length && othersMet >= others.length * shareNeeded - levelEpsilon;
    return { mandatory: mandatory.length, mandatoryMet, others: others.length, othersMet, isMet: isBelowMet };
  });
}

/** The place of the highest level met, −1 when none is. */
export function gradeOf(standings: readonly LevelStanding[]): number {
  return standings.findLastIndex((level) => level.isMet);
}

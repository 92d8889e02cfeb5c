/** The explanations as plain text, for pasting into a mail or a note. */
import type { MatchedRequirement, RoleMatch } from '../../../../shared/api/match.ts';
import { levelText } from '../../../../shared/domain/match/level.ts';
import {
  distanceOf,
  explainedLevels,
  levelFigure,
  matchFigure,
  plainNumber,
  ruleText,
  shareText,
  sumText,
  termFormula,
} from '../match-words.ts';

/** One requirement, as the drawer shows it. */
export function explanationText(asked: MatchedRequirement, match: RoleMatch): string {
  const { theta } = match.rule;
  const { sum, total } = sumText(asked, theta);
  const self = asked.selfAssessed === null ? 'not assessed' : levelFigure(asked.selfAssessed);
  const gap = match.gaps.find((gap) => gap.requirementId === asked.requirementId);
  return [
    `${asked.competency}, for ${match.role.title}`,
    asked.hasLevel
      ? `Required ${levelFigure(asked.required)}, evidenced ${total}, self ${self}, of ${asked.scaleLevels}. ${distanceOf(asked, theta).text}`
      : `No level is stated. ${distanceOf(asked, theta).text}.`,
    ...explainedLevels(asked).map(
      (level) =>
        `${asked.hasLevel ? `Level ${level.level}` : 'Evidence'}: ${level.sum.toFixed(2)} of ${plainNumber(theta)}, ${level.state === 'none' ? 'nothing yet' : level.state}`,
    ),
    ...(asked.hasLevel ? [`${sum} = ${total}`] : []),
    ...(gap === undefined ? [] : [gap.text]),
    ...asked.terms.map((term) => `- ${term.title}: ${termFormula(term)} = ${term.strength.toFixed(2)}`),
    shareText(asked, match.weightSum),
  ].join('\n');
}

/** The match with its parts. */
export function matchText(match: RoleMatch): string {
  return [
    `${match.role.title}: ${matchFigure(match)}, ${match.status}, computed on ${match.computedOn}`,
    ...match.requirements.map(
      (asked) =>
        `- ${asked.competency}: ${plainNumber(asked.weight)} × ${levelText(asked.coverage)} ÷ ${plainNumber(match.weightSum)} = ${asked.share.toFixed(3)}`,
    ),
    ruleText(match.rule),
  ].join('\n');
}

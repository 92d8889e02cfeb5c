/** The match of a record with a role spec: coverage of every requirement, their weighted sum, and what made each figure. */
import type { MatchedRequirement, MatchReport, MatchRule, MatchStatus } from '../../api/match.ts';
import type { Importance } from '../../api/values.ts';
import { type EvidenceInput, type EvidenceLookup, prepareEvidence } from './evidence.ts';
import { adviseGaps } from './gap-advice.ts';
import { LEVEL_EPSILON, translateLevel } from './level.ts';

/** One requirement of the role. `level` null asks only that the competency be shown: 1 of 1. */
export interface MatchRequirement {
  readonly id: string;
  readonly competencyId: string;
  readonly competency: string;
  readonly kind: 'competency' | 'skill' | 'softSkill';
  readonly level: number | null;
  readonly scaleLevels: number;
  readonly importance: Importance | null;
  readonly isMandatory: boolean;
}

/** The level people give themselves, by competency; drawn beside the evidence and never counted. */
export type SelfAssessments = Readonly<Record<string, { readonly level: number; readonly scaleLevels: number }>>;

/** A record, a role's requirements, and the rule to compare them by. */
export interface MatchInput extends EvidenceInput {
  readonly requirements: readonly MatchRequirement[];
  readonly selfAssessments: SelfAssessments;
}

/** The rule as it ships; the user may change its numbers in the settings. */
export const DEFAULT_RULE: MatchRule = {
  theta: 2,
  ready: 0.8,
  close: 0.6,
  recency: true,
  graceYears: 2,
  halfLifeYears: 6,
};

/** Computes the match by the rule in docs/match.md. Order of requirements is kept; order of accomplishments changes nothing. */
export function computeMatch(input: MatchInput): MatchReport {
  return matchRequirements(prepareEvidence(input), input.requirements, input.selfAssessments, input.rule);
}

/** The same with the evidence prepared before, for one record against many roles. */
export function matchRequirements(
  evidence: EvidenceLookup,
  asked: readonly MatchRequirement[],
  selfAssessments: SelfAssessments,
  rule: MatchRule,
): MatchReport {
  const weightSum = asked.reduce((sum, requirement) => sum + requirementWeight(requirement), 0);
  const requirements = asked.map((requirement) => matchOne(requirement, evidence, selfAssessments, weightSum));
  const covered = requirements.map((matched) => matched.weight * matched.coverage).sort((a, b) => b - a);
  const match = weightSum === 0 ? 0 : covered.reduce((sum, part) => sum + part, 0) / weightSum;
  const unproven = requirements
    .filter((matched) => matched.isMandatory && !matched.isMet)
    .map((matched) => matched.requirementId);
  return {
    match,
    status: statusOf(match, unproven.length === 0, rule),
    weightSum,
    requirements,
    unproven,
    gaps: adviseGaps(requirements, rule),
    rule,
  };
}

/** 3, 2 or 1 for critical, important and optional, doubled when mandatory; what states no importance counts as important. */
export function requirementWeight(requirement: {
  readonly importance: Importance | null;
  readonly isMandatory: boolean;
}): number {
  const weight = requirement.importance === 'critical' ? 3 : requirement.importance === 'optional' ? 1 : 2;
  return requirement.isMandatory ? weight * 2 : weight;
}

function matchOne(
  requirement: MatchRequirement,
  evidence: EvidenceLookup,
  selfAssessments: SelfAssessments,
  weightSum: number,
): MatchedRequirement {
  const hasLevel = requirement.level !== null;
  const required = requirement.level ?? 1;
  const scaleLevels = hasLevel ? Math.max(requirement.scaleLevels, required) : 1;
  const { levels, evidenced, terms } = evidence(requirement.competencyId, scaleLevels, hasLevel);
  const coverage = Math.min(evidenced / required, 1);
  const weight = requirementWeight(requirement);
  const self = selfAssessments[requirement.competencyId];
  return {
    requirementId: requirement.id,
    competencyId: requirement.competencyId,
    competency: requirement.competency,
    kind: requirement.kind,
    required,
    scaleLevels,
    hasLevel,
    evidenced,
    selfAssessed:
      self === undefined
        ? null
        : hasLevel
          ? translateLevel(self.level, self.scaleLevels, scaleLevels)
          : Math.min(self.level, 1),
    coverage,
    importance: requirement.importance,
    isMandatory: requirement.isMandatory,
    weight,
    share: (weight * coverage) / weightSum,
    isMet: levels[required - 1]?.state === 'proven',
    levels,
    terms,
  };
}

function statusOf(match: number, isEveryMandatoryProven: boolean, rule: MatchRule): MatchStatus {
  if (isEveryMandatoryProven && match >= rule.ready - LEVEL_EPSILON) return match > 0 ? 'ready' : 'growing';
  return match >= rule.close - LEVEL_EPSILON ? 'close' : 'growing';
}

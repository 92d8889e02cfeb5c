/** The match of a record with a role spec: coverage of every requirement, their weighted sum, and what made each figure. */
import type { MatchedRequirement, MatchReport, MatchRule, MatchStatus } from '../../api/match.ts';
import type { RoleSpec } from '../../api/role.ts';
import { usualLevels } from '../../vocabulary/levels.ts';
import { defaultMatchRule } from '../../vocabulary/match-rule.ts';
import { type EvidenceInput, type EvidenceLookup, prepareEvidence } from './evidence.ts';
import { adviseGaps } from './gap-advice.ts';
import { levelEpsilon, translateLevel } from './level.ts';
import { type AskedOfRole, countedRequirements, importanceWeight } from './what-counts.ts';

/** One requirement of the role. */
export interface MatchRequirement extends AskedOfRole {
  readonly competency: string;
  readonly commonName?: string;
  readonly kind: MatchedRequirement['kind'];
}

/** The level people give themselves, by competency; drawn beside the evidence and never counted. */
export type SelfAssessments = Readonly<Record<string, { readonly level: number; readonly scaleLevels: number }>>;

/** A record, a role's requirements, and the rule to compare them by. */
export interface MatchInput extends EvidenceInput {
  readonly requirements: readonly MatchRequirement[];
  readonly selfAssessments: SelfAssessments;
}

/** What a role spec asks, as the match reads it. */
export function requirementsOfRole({ requirements }: Pick<RoleSpec, 'requirements'>): MatchRequirement[] {
  return requirements.map(({ scaleLevels, ...asked }) => ({
    ...asked,
    scaleLevels: scaleLevels?.levels.length ?? usualLevels,
  }));
}

/** Computes the match by the rule in docs/match.md. Order of requirements is kept; order of accomplishments changes nothing. */
export function computeMatch(input: MatchInput): MatchReport {
  return matchRequirements(prepareEvidence(input), input.requirements, input.selfAssessments, input.rule);
}

/** What a role asks, beside a record that shows nothing. */
export function matchWithoutEvidence(role: Pick<RoleSpec, 'requirements'>): MatchReport {
  const nothing = { accomplishments: [], parents: {}, competencyNames: {}, selfAssessments: {}, today: '' };
  return computeMatch({ ...nothing, requirements: requirementsOfRole(role), rule: defaultMatchRule });
}

/** The same with the evidence prepared before, for one record against many roles. */
export function matchRequirements(
  evidence: EvidenceLookup,
  asked: readonly MatchRequirement[],
  selfAssessments: SelfAssessments,
  rule: MatchRule,
): MatchReport {
  const counted = countedRequirements(asked);
  const weightSum = counted.reduce((sum, requirement) => sum + requirementWeight(requirement), 0);
  const requirements = counted.map((requirement): MatchedRequirement => {
    const standing = standingOf(requirement, evidence, selfAssessments);
    const coverage = Math.min(standing.evidenced / standing.required, 1);
    const weight = requirementWeight(requirement);
    return {
      ...standing,
      requirementId: requirement.id,
      competencyId: requirement.competencyId,
      competency: requirement.competency,
      ...(requirement.commonName === undefined ? {} : { commonName: requirement.commonName }),
      kind: requirement.kind,
      coverage,
      importance: requirement.importance,
      isMandatory: requirement.isMandatory,
      weight,
      share: (weight * coverage) / weightSum,
    };
  });
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

/** 3, 2 or 1 for critical, important and optional, doubled when mandatory. */
export function requirementWeight(requirement: Pick<AskedOfRole, 'importance' | 'isMandatory'>): number {
  return importanceWeight(requirement.importance) * (requirement.isMandatory ? 2 : 1);
}

/** How far the record is with one requirement, by its evidence and by one's own view. */
export type RequirementStanding = Pick<
  MatchedRequirement,
  'required' | 'scaleLevels' | 'hasLevel' | 'evidenced' | 'selfAssessed' | 'isMet' | 'levels' | 'terms'
>;

/** The standing of one requirement, the same in a match and on a ladder. */
export function standingOf(
  asked: Pick<AskedOfRole, 'competencyId' | 'level' | 'scaleLevels'>,
  evidence: EvidenceLookup,
  selfAssessments: SelfAssessments,
): RequirementStanding {
  const hasLevel = asked.level !== null;
  const required = asked.level ?? 1;
  const scaleLevels = hasLevel ? Math.max(asked.scaleLevels, required) : 1;
  const { levels, evidenced, terms } = evidence(asked.competencyId, scaleLevels, hasLevel);
  const self = selfAssessments[asked.competencyId];
  return {
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
    isMet: levels[required - 1]?.state === 'proven',
    levels,
    terms,
  };
}

function statusOf(match: number, isEveryMandatoryProven: boolean, rule: MatchRule): MatchStatus {
  if (isEveryMandatoryProven && match >= rule.ready - levelEpsilon) return match > 0 ? 'ready' : 'growing';
  return match >= rule.close - levelEpsilon ? 'close' : 'growing';
}

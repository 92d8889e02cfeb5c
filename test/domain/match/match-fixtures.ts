/** Small builders for match tests: a record and a role in few words, everything else plain and recent. */
import type { MatchAccomplishment } from '../../../shared/domain/match/evidence.ts';
import type { MatchInput, MatchRequirement } from '../../../shared/domain/match/match.ts';
import { defaultMatchRule } from '../../../shared/vocabulary/match-rule.ts';

export const today = '2026-11-21';

/** A ready accomplishment of this month that shows `competencies`: `{ data: 4 }` is level 4 of 5. */
export function accomplishment(
  id: string,
  competencies: Readonly<Record<string, number>>,
  more: Partial<MatchAccomplishment> = {},
): MatchAccomplishment {
  return {
    id,
    title: `Title ${id}`,
    status: 'ready',
    startedOn: null,
    endedOn: '2026-11',
    isOngoing: false,
    isMeasured: false,
    relation: null,
    showings: Object.entries(competencies).map(([competencyId, level]) => ({ competencyId, level, scaleLevels: 5 })),
    ...more,
  };
}

/** A requirement of importance “important”, not mandatory, on a scale of five. */
export function requirement(
  competencyId: string,
  level: number | null,
  more: Partial<MatchRequirement> = {},
): MatchRequirement {
  return {
    id: `r-${competencyId}`,
    competencyId,
    competency: competencyId,
    kind: 'competency',
    level,
    scaleLevels: 5,
    importance: 'important',
    isMandatory: false,
    countsInMatch: true,
    ...more,
  };
}

export function matchInput(more: Partial<MatchInput>): MatchInput {
  return {
    requirements: [],
    accomplishments: [],
    parents: {},
    competencyNames: {},
    selfAssessments: {},
    today: today,
    rule: defaultMatchRule,
    ...more,
  };
}

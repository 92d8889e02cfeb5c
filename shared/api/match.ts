/** The match: record × role spec → report, computed, never stored. The rule is `shared/domain/match/match.ts`. */
import * as z from 'zod';
import { query } from './endpoint.ts';
import { Id, type Importance, type Relation } from './values.ts';

export interface MatchRule {
  /** Sum of strengths at which a level is proven. */
  readonly theta: number;
  readonly ready: number;
  readonly close: number;
  /** Whether older evidence weighs less. */
  readonly recency: boolean;
  /** Years at full strength, then years to halve. */
  readonly graceYears: number;
  readonly halfLifeYears: number;
}

export type MatchStatus = 'ready' | 'close' | 'growing';

/** What one accomplishment adds to one requirement: strength = (1 + witness + measured) · recency · kinship. */
export interface MatchTerm {
  readonly accomplishmentId: string;
  readonly title: string;
  /** The level it shows, translated to the requirement's scale (may be a fraction). */
  readonly level: number;
  /** The level as the user gave it, and of how many. */
  readonly shownLevel: number;
  readonly shownOf: number;
  readonly witness: number;
  readonly relation: Relation | null;
  readonly measured: number;
  readonly ageYears: number;
  readonly recency: number;
  /** 1 for the competency itself, 0.5 for one beneath it. */
  readonly kinship: number;
  /** The competency it names, when that is one beneath. */
  readonly through: string | null;
  readonly strength: number;
  /** Where the same accomplishment also names a competency beneath at a higher level: it counts there, at less strength, once. */
  readonly alsoReaches?: readonly {
    readonly level: number;
    readonly shownLevel: number;
    readonly shownOf: number;
    readonly through: string | null;
    readonly strength: number;
  }[];
}

export interface LevelSum {
  readonly level: number;
  readonly sum: number;
  readonly state: 'proven' | 'emerging' | 'none';
}

export interface MatchedRequirement {
  readonly requirementId: string;
  readonly competencyId: string;
  readonly competency: string;
  /** What it is called in the library, where the role has another name for it. */
  readonly commonName?: string;
  readonly kind: 'competency' | 'skill' | 'softSkill';
  /** Level asked; 1 of 1 when the source states none (it asks only that the competency be shown). */
  readonly required: number;
  readonly scaleLevels: number;
  readonly hasLevel: boolean;
  /** 0 … scaleLevels: highest proven level + (sum at the next) / θ, that part below 1. */
  readonly evidenced: number;
  /** On this requirement's scale; null when never assessed. Never counted. */
  readonly selfAssessed: number | null;
  /** min(evidenced / required, 1). */
  readonly coverage: number;
  readonly importance: Importance | null;
  readonly isMandatory: boolean;
  readonly weight: number;
  /** weight · coverage / Σ weight: the parts add up to the match. */
  readonly share: number;
  readonly isMet: boolean;
  /** Levels from 1 to scaleLevels. */
  readonly levels: readonly LevelSum[];
  /** Strongest first. */
  readonly terms: readonly MatchTerm[];
}

/** What would close a gap, most useful first. */
export interface GapAdvice {
  readonly requirementId: string;
  readonly competency: string;
  /** weight · (1 − coverage). */
  readonly worth: number;
  readonly text: string;
  /** The accomplishment it refers to, if one. */
  readonly accomplishmentId: string | null;
  readonly act: 'log' | 'witness' | 'measure';
}

/** One axis of a radar: a requirement on its own scale of `of` levels. */
export interface MatchAxis {
  readonly id: string;
  readonly label: string;
  readonly required: number;
  readonly evidenced: number;
  readonly selfAssessed: number | null;
  readonly of: number;
}

export interface MatchReport {
  /** 0 … 1. */
  readonly match: number;
  readonly status: MatchStatus;
  readonly weightSum: number;
  readonly requirements: readonly MatchedRequirement[];
  /** Ids of mandatory requirements not yet proven. */
  readonly unproven: readonly string[];
  readonly gaps: readonly GapAdvice[];
  readonly rule: MatchRule;
}

export interface RoleMatch extends MatchReport {
  readonly role: {
    readonly id: string;
    readonly title: string;
    readonly family: string | null;
    readonly levelCode: string | null;
    readonly targetOn: string | null;
  };
  readonly computedOn: string;
}

export const matchEndpoints = {
  getMatch: query<RoleMatch>()({
    input: z.object({ roleId: Id }),
    reads: ['accomplishments', 'competencies', 'roles', 'pins', 'settings'],
  }),
};

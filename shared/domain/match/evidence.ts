/** Evidence for a competency: which accomplishments show it or one beneath, how strongly, and what that proves level by level. */
import type { LevelSum, MatchRule, MatchTerm } from '../../api/match.ts';
import type { Relation } from '../../api/values.ts';
import { levelEpsilon, levelFraction, translateLevel } from './level.ts';
import { ageInYears, lastDate, measuredStrength, recencyOf, strengthBeneath, witnessStrength } from './strength.ts';

/** A competency an accomplishment shows, the level, and of how many levels. */
export interface MatchShowing {
  readonly competencyId: string;
  readonly level: number;
  readonly scaleLevels: number;
}

/** What the match needs to know of an accomplishment; `relation` is the strongest among its witnesses. */
export interface MatchAccomplishment {
  readonly id: string;
  readonly title: string;
  readonly status: 'draft' | 'ready';
  readonly startedOn: string | null;
  readonly endedOn: string | null;
  readonly isOngoing: boolean;
  readonly isMeasured: boolean;
  readonly relation: Relation | null;
  readonly showings: readonly MatchShowing[];
}

/** The record as evidence: what a match of any role reads. */
export interface EvidenceInput {
  readonly accomplishments: readonly MatchAccomplishment[];
  /** Competency → the one it belongs under. */
  readonly parents: Readonly<Record<string, string>>;
  readonly competencyNames: Readonly<Record<string, string>>;
  /** `2026-11-21`. */
  readonly today: string;
  readonly rule: MatchRule;
}

/** What is proven of one competency on one scale. `terms` strongest first, one for each accomplishment. */
export interface CompetencyEvidence {
  readonly levels: readonly LevelSum[];
  readonly evidenced: number;
  readonly terms: readonly MatchTerm[];
}

/** Answers for any competency; made once for a record, it serves every requirement of every role. */
export type EvidenceLookup = (competencyId: string, scaleLevels: number, hasLevel: boolean) => CompetencyEvidence;

/** The record as evidence, kept from one question to the next. */
export interface EvidenceIndex {
  readonly lookup: EvidenceLookup;
  /**
   * Puts an accomplishment as it is now in the place of what it was; undefined takes it out. Only what names its
   * competencies, or one above them, is computed again.
   */
  readonly put: (id: string, accomplishment: MatchAccomplishment | undefined) => void;
}

/** One accomplishment's own share of the formula, the same for whatever it is evidence of. */
interface Weighed {
  readonly accomplishment: MatchAccomplishment;
  readonly witness: number;
  readonly measured: number;
  readonly ageYears: number;
  readonly recency: number;
  readonly strength: number;
  /** The list of terms made last with it, and where its own stands there. */
  list: number;
  at: number;
}

/** That an accomplishment shows a competency. */
interface Shown {
  readonly weighed: Weighed;
  readonly showing: MatchShowing;
}

/** Answers from a record that does not change meanwhile. */
export function prepareEvidence(input: EvidenceInput): EvidenceLookup {
  return indexEvidence(input).lookup;
}

/** Indexes the record once, in time linear in its showings. The order of the accomplishments changes nothing. */
export function indexEvidence(input: EvidenceInput): EvidenceIndex {
  const { theta } = input.rule;
  const weigh = weigher(input);
  /** Made when the first accomplishment is put in again: most indexes are asked and never changed. */
  let byId: Map<string, MatchAccomplishment> | null = null;
  const shownBy = new Map<string, Shown[]>();
  const children = childrenOf(input.parents);
  /** By competency, then by how many levels it was asked on; 0 where none was asked. */
  const answered = new Map<string, Map<number, CompetencyEvidence>>();
  let lists = 0;

  const add = (accomplishment: MatchAccomplishment): void => {
    if (accomplishment.status === 'draft') return;
    const weighed = weigh(accomplishment);
    for (const showing of accomplishment.showings) {
      if (showing.level < 1) continue;
      const shown = shownBy.get(showing.competencyId);
      if (shown) shown.push({ weighed, showing });
      else shownBy.set(showing.competencyId, [{ weighed, showing }]);
    }
  };
  for (const accomplishment of input.accomplishments) add(accomplishment);

  const collectTerms = (competencyId: string, scaleLevels: number, hasLevel: boolean): MatchTerm[] => {
    const terms: MatchTerm[] = [];
    lists += 1;
    for (const id of withBeneath(competencyId, children)) {
      const through = id === competencyId ? null : (input.competencyNames[id] ?? 'a competency beneath');
      for (const { weighed, showing } of shownBy.get(id) ?? []) {
        const level = hasLevel ? translateLevel(showing.level, showing.scaleLevels, scaleLevels) : 1;
        const term = makeTerm(weighed, showing, level, through);
        if (weighed.list === lists) {
          terms[weighed.at] = joinTerms(terms[weighed.at] as MatchTerm, term);
        } else {
          weighed.list = lists;
          weighed.at = terms.length;
          terms.push(term);
        }
      }
    }
    return terms.sort(compareTerms);
  };

  /** Forgets what was answered of a competency and of all above it. */
  const forget = (competencyId: string): void => {
    const seen = new Set<string>();
    for (let id: string | undefined = competencyId; id !== undefined && !seen.has(id); id = input.parents[id]) {
      seen.add(id);
      answered.delete(id);
    }
  };

  return {
    lookup(competencyId, scaleLevels, hasLevel) {
      const byLevels = answered.get(competencyId) ?? new Map<number, CompetencyEvidence>();
      answered.set(competencyId, byLevels);
      const key = hasLevel ? scaleLevels : 0;
      const before = byLevels.get(key);
      if (before) return before;
      const terms = collectTerms(competencyId, scaleLevels, hasLevel);
      const levels = sumLevels(terms, scaleLevels, theta);
      const evidence = { levels, evidenced: evidencedLevel(levels, theta), terms };
      byLevels.set(key, evidence);
      return evidence;
    },
    put(id, accomplishment) {
      byId ??= new Map(input.accomplishments.map((known) => [known.id, known]));
      const before = byId.get(id);
      if (JSON.stringify(before) === JSON.stringify(accomplishment)) return;
      for (const { competencyId } of before?.showings ?? []) {
        const others = shownBy.get(competencyId)?.filter(({ weighed }) => weighed.accomplishment.id !== id);
        if (others) shownBy.set(competencyId, others);
        forget(competencyId);
      }
      byId.delete(id);
      if (!accomplishment) return;
      byId.set(id, accomplishment);
      add(accomplishment);
      for (const { competencyId } of accomplishment.showings) forget(competencyId);
    },
  };
}

/** Weighs one accomplishment after the other, each date's age counted once. */
function weigher({ today, rule }: EvidenceInput): (accomplishment: MatchAccomplishment) => Weighed {
  const ages = new Map<string | null, number>();
  return (accomplishment) => {
    const last = lastDate(accomplishment);
    const ageYears = ages.get(last) ?? ageInYears(last, today);
    ages.set(last, ageYears);
    const witness = witnessStrength(accomplishment.relation);
    const measured = accomplishment.isMeasured ? measuredStrength : 0;
    const recency = recencyOf(ageYears, rule);
    const strength = (1 + witness + measured) * recency;
    return { accomplishment, witness, measured, ageYears, recency, strength, list: 0, at: 0 };
  };
}

function childrenOf(parents: EvidenceInput['parents']): Map<string, string[]> {
  const children = new Map<string, string[]>();
  for (const [child, parent] of Object.entries(parents)) {
    const known = children.get(parent);
    if (known) known.push(child);
    else children.set(parent, [child]);
  }
  return children;
}

function makeTerm(weighed: Weighed, showing: MatchShowing, level: number, through: string | null): MatchTerm {
  const { accomplishment, witness, measured, ageYears, recency, strength } = weighed;
  const kinship = through === null ? 1 : strengthBeneath;
  return {
    accomplishmentId: accomplishment.id,
    title: accomplishment.title,
    level,
    shownLevel: showing.level,
    shownOf: showing.scaleLevels,
    witness,
    relation: accomplishment.relation,
    measured,
    ageYears,
    recency,
    kinship,
    through,
    strength: strength * kinship,
  };
}

/** What the accomplishment of a term adds to the sum of a level: its strongest showing that reaches that level. */
export function contributionTo(term: MatchTerm, level: number): number {
  if (reaches(term.level, level)) return term.strength;
  return term.alsoReaches?.find((also) => reaches(also.level, level))?.strength ?? 0;
}

/** Highest proven level plus the share of the next; never a whole level more than is proven. */
export function evidencedLevel(levels: readonly LevelSum[], theta: number): number {
  const next = levels.findIndex((level) => level.state !== 'proven');
  if (next < 0) return levels.length;
  return next + Math.min((levels[next]?.sum ?? 0) / theta, 1 - levelEpsilon);
}

/** Whether a sum of strengths proves a level. */
export function isProven(sum: number, theta: number): boolean {
  return sum >= theta - levelEpsilon;
}

/** Strengths are summed in one order, strongest first, so that no order of the record can change a figure. */
function sumLevels(terms: readonly MatchTerm[], scaleLevels: number, theta: number): LevelSum[] {
  const sums = new Array<number>(scaleLevels).fill(0);
  for (const term of terms) {
    for (let level = 1; level <= scaleLevels; level += 1) {
      const added = contributionTo(term, level);
      if (added === 0) break;
      sums[level - 1] = (sums[level - 1] ?? 0) + added;
    }
  }
  return sums.map((sum, index) => ({
    level: index + 1,
    sum,
    state: isProven(sum, theta) ? 'proven' : sum > 0 ? 'emerging' : 'none',
  }));
}

/** Two showings of one accomplishment: the stronger stands, the other is kept only where it reaches higher. */
function joinTerms(a: MatchTerm, b: MatchTerm): MatchTerm {
  const isFirstBest = compareTerms(a, b) <= 0;
  const best = isFirstBest ? a : b;
  const other = isFirstBest ? b : a;
  const others = other.alsoReaches ? [other, ...other.alsoReaches] : [other];
  const reaching = others.concat(best.alsoReaches ?? []).filter((also) => also.level > best.level + levelEpsilon);
  if (reaching.length === 0) return best;
  const higher = reaching
    .map(({ level, shownLevel, shownOf, through, strength }) => ({ level, shownLevel, shownOf, through, strength }))
    .sort(compareReach);
  const alsoReaches = higher.filter(
    (also, at) => !higher.slice(0, at).some((stronger) => stronger.level >= also.level),
  );
  return { ...best, alsoReaches };
}

/** Strongest first, then the higher level, then by id, so that equal terms keep one order. */
function compareTerms(a: MatchTerm, b: MatchTerm): number {
  return (
    b.strength - a.strength ||
    b.level - a.level ||
    compareText(a.accomplishmentId, b.accomplishmentId) ||
    compareReach(a, b)
  );
}

/** The same among the showings of one accomplishment, with the scale to tell 4 of 4 from 5 of 5. */
function compareReach(a: Reach, b: Reach): number {
  return (
    b.strength - a.strength ||
    b.level - a.level ||
    compareText(a.through, b.through) ||
    levelFraction(b.shownLevel, b.shownOf) - levelFraction(a.shownLevel, a.shownOf) ||
    b.shownOf - a.shownOf
  );
}

type Reach = NonNullable<MatchTerm['alsoReaches']>[number];

/** The competency and all beneath it, each once, however the parents are tangled. */
function withBeneath(competencyId: string, children: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const found = new Set([competencyId]);
  for (const id of found) for (const child of children.get(id) ?? []) found.add(child);
  return found;
}

function reaches(shown: number, level: number): boolean {
  return shown >= level - levelEpsilon;
}

/** Null, the competency itself, comes before any name. */
function compareText(a: string | null, b: string | null): number {
  if (a === b) return 0;
  return (a ?? '') < (b ?? '') ? -1 : 1;
}

/** What would close the gaps of a match, computed from the terms: every sentence is true by the formula. */

import type { GapAdvice, MatchedRequirement, MatchRule, MatchTerm } from '../../api/match.ts';
import { compareNames } from '../names/name-order.ts';
import { contributionTo, isProven } from './evidence.ts';
import { levelEpsilon } from './level.ts';
import { managerStrength, measuredStrength } from './strength.ts';

/** One piece of advice for each requirement not met, ordered by weight × distance, widest first. */
export function adviseGaps(requirements: readonly MatchedRequirement[], rule: MatchRule): GapAdvice[] {
  return requirements
    .filter((requirement) => !requirement.isMet)
    .map((requirement) => ({
      advice: adviseOne(requirement, rule),
      // of two that weigh the same, the one further away comes first
      distance: requirement.required - requirement.evidenced,
    }))
    .sort(
      (a, b) =>
        b.advice.worth - a.advice.worth ||
        b.distance - a.distance ||
        compareNames(a.advice.competency, b.advice.competency) ||
        compareText(a.advice.requirementId, b.advice.requirementId),
    )
    .map(({ advice }) => advice);
}

/** An act on an accomplishment that is already there: what it would prove, and the sum that proves it. */
interface Raise {
  readonly term: MatchTerm;
  readonly act: 'witness' | 'measure';
  readonly level: number;
  readonly sum: number;
}

function adviseOne(requirement: MatchedRequirement, rule: MatchRule): GapAdvice {
  const base = {
    requirementId: requirement.requirementId,
    competency: requirement.competency,
    worth: requirement.weight * (1 - requirement.coverage),
  };
  const raise = bestRaise(requirement, rule);
  if (raise)
    return {
      ...base,
      text: raiseText(raise, requirement),
      accomplishmentId: raise.term.accomplishmentId,
      act: raise.act,
    };
  return { ...base, text: logText(requirement, rule), accomplishmentId: null, act: 'log' };
}

/** The one act that proves the highest level, at most the one asked; of equals the smaller act, measuring, then the higher sum. */
function bestRaise(requirement: MatchedRequirement, rule: MatchRule): Raise | null {
  const proven = requirement.levels.filter((level) => level.state === 'proven').length;
  let best: Raise | null = null;
  for (const term of requirement.terms) {
    for (const act of ['measure', 'witness'] as const) {
      const ratio = raisedRatio(term, act);
      if (ratio === 1) continue;
      for (let level = requirement.required; level > proven; level -= 1) {
        const sum = (requirement.levels[level - 1]?.sum ?? 0) + contributionTo(term, level) * (ratio - 1);
        if (!isProven(sum, rule.theta)) continue;
        if (isBetter(best, { term, act, level, sum })) best = { term, act, level, sum };
        break;
      }
    }
  }
  return best;
}

/** By how much the act multiplies all that the accomplishment adds. */
function raisedRatio(term: MatchTerm, act: 'witness' | 'measure'): number {
  const witness = act === 'witness' ? managerStrength : term.witness;
  const measured = act === 'measure' ? measuredStrength : term.measured;
  return (1 + witness + measured) / (1 + term.witness + term.measured);
}

function isBetter(best: Raise | null, other: Raise): boolean {
  if (best === null || other.level !== best.level) return best === null || other.level > best.level;
  if (other.act !== best.act) return other.act === 'measure';
  return other.sum > best.sum;
}

function raiseText(raise: Raise, requirement: MatchedRequirement): string {
  const title = `“${raise.term.title}”`;
  const subject = raise.act === 'witness' ? `A manager’s word on ${title}` : `A baseline and a value for ${title}`;
  const level = requirement.hasLevel ? `level ${raise.level}` : 'it';
  const rest = raise.level < requirement.required ? ` Level ${requirement.required} is asked.` : '';
  return `${subject} would make it ${raise.sum.toFixed(2)} and prove ${level}.${rest}`;
}

/** What has to be logged, counted in recent accomplishments that name the competency itself at the level asked. */
function logText(requirement: MatchedRequirement, rule: MatchRule): string {
  const sum = requirement.levels[requirement.required - 1]?.sum ?? 0;
  const missing = rule.theta - sum;
  const plain = Math.max(1, Math.ceil(missing - levelEpsilon));
  const confirmed = Math.max(1, Math.ceil(missing / (1 + managerStrength) - levelEpsilon));
  const level = requirement.hasLevel ? `level ${requirement.required}` : 'it';
  const more = sum > 0 ? 'more ' : '';
  const needed =
    plain === confirmed
      ? `${capitalised(countWord(plain))} ${more}${plain === 1 ? 'accomplishment' : 'accomplishments'}${more === '' || !requirement.hasLevel ? '' : ' at that level'} would prove it.`
      : `${capitalised(countWord(confirmed))} ${more}${confirmed === 1 ? 'accomplishment' : 'accomplishments'} a manager confirms, or ${countWord(plain)} ${more}plain ones, would prove it.`;
  if (sum === 0) return `Nothing yet shows ${level}. ${needed}`;
  return `${requirement.hasLevel ? `Level ${requirement.required}` : 'The evidence'} stands at ${sumText(sum, rule.theta)} of ${rule.theta}. ${needed}`;
}

/** A sum below θ never reads as θ. */
function sumText(sum: number, theta: number): string {
  const rounded = sum.toFixed(2);
  return Number(rounded) >= theta ? (Math.floor(sum * 100) / 100).toFixed(2) : rounded;
}

const counts = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

function countWord(count: number): string {
  return counts[count] ?? String(count);
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The strength of one accomplishment as evidence: (1 + witness + measured) · recency. */
import type { MatchRule } from '../../api/match.ts';
import type { Relation } from '../../api/values.ts';
import { lastDayOf, yearsBetween } from '../dates/partial-date.ts';

/** What a metric with a baseline and a value adds. */
export const measuredStrength = 0.25;
/** What a manager's or a client's word adds. */
export const managerStrength = 1;
/** What evidence for a competency beneath is worth. */
export const strengthBeneath = 0.5;

/** What a witness adds: 1 for a manager or a client, 0.5 for a peer. A report's or another's word is shown but adds nothing. */
export function witnessStrength(relation: Relation | null): number {
  if (relation === 'manager' || relation === 'client') return managerStrength;
  return relation === 'peer' ? 0.5 : 0;
}

/** The date an accomplishment ages from: its end, or its start where it has no end, as a thing done then. None while it goes on. */
export function lastDate(dates: {
  readonly startedOn: string | null;
  readonly endedOn: string | null;
  readonly isOngoing: boolean;
}): string | null {
  return dates.isOngoing ? null : (dates.endedOn ?? dates.startedOn);
}

/**
 * Years from a partial date to today, counted from the last day it can mean. Without a date it is 0: the rule takes
 * nothing off for what the record does not say.
 */
export function ageInYears(last: string | null, today: string): number {
  return last === null ? 0 : yearsBetween(lastDayOf(last), today);
}

/** 1 through the years of grace, then halving every half-life; always 1 when the rule has it off. */
export function recencyOf(ageYears: number, rule: MatchRule): number {
  if (!rule.recency || ageYears <= rule.graceYears) return 1;
  return 0.5 ** ((ageYears - rule.graceYears) / rule.halfLifeYears);
}

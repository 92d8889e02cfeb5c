/** What of the record speaks to the role a resume aims at. */
import type { Accomplishment } from '../../api/accomplishment.ts';
import { firstDayOf, lastDayOf } from '../dates/partial-date.ts';

/** What a resume reads of an accomplishment. */
export interface ResumeAccomplishment
  extends Pick<
    Accomplishment,
    | 'id'
    | 'title'
    | 'longWording'
    | 'shortWording'
    | 'confidentiality'
    | 'status'
    | 'deletedAt'
    | 'positionId'
    | 'projectId'
    | 'startedOn'
    | 'endedOn'
    | 'isOngoing'
  > {
  /** `words` are the names it gives what it shows, none where it is the common one. */
  readonly showings: readonly { readonly competencyId: string; readonly words?: readonly string[] | undefined }[];
}

/** The role a resume aims at, with the weight of each requirement. */
export interface ResumeRole {
  readonly id: string;
  readonly title: string;
  readonly requirements: readonly { readonly competencyId: string; readonly weight: number }[];
  /** The names it asks for each competency by, in its order. */
  readonly names?: Readonly<Record<string, readonly string[]>>;
}

/** Answers what speaks to the role; without a role nothing does. */
export interface Relevance {
  /** The asked competencies an accomplishment speaks to, heaviest first. */
  requirementsOf(accomplishment: ResumeAccomplishment): readonly string[];
  /** Sum of the weights of these. */
  weightOf(accomplishment: ResumeAccomplishment): number;
  /** The weight of one competency: its own requirement's, or that of the nearest one above. */
  weightOfCompetency(competencyId: string): number;
}

/** Indexes the role once. Evidence for a competency beneath an asked one speaks to the asked one. */
export function readRelevance(role: ResumeRole | null, parents: Readonly<Record<string, string>>): Relevance {
  const weights = new Map<string, number>();
  for (const { competencyId, weight } of role?.requirements ?? []) {
    weights.set(competencyId, Math.max(weight, weights.get(competencyId) ?? 0));
  }
  const askedAbove = (competencyId: string): readonly string[] => {
    const asked: string[] = [];
    const seen = new Set<string>();
    for (let id: string | undefined = competencyId; id !== undefined && !seen.has(id); id = parents[id]) {
      seen.add(id);
      if (weights.has(id)) asked.push(id);
    }
    return asked;
  };
  const weight = (id: string) => weights.get(id) ?? 0;
  const readRequirements = (accomplishment: ResumeAccomplishment): readonly string[] => {
    const asked = new Set(accomplishment.showings.flatMap((showing) => askedAbove(showing.competencyId)));
    return [...asked].sort((a, b) => weight(b) - weight(a) || (a < b ? -1 : 1));
  };
  // A large record is put in order by this: each accomplishment is compared many times.
  const read = new Map<ResumeAccomplishment, { readonly ids: readonly string[]; readonly weight: number }>();
  const readOnce = (accomplishment: ResumeAccomplishment) => {
    const known = read.get(accomplishment);
    if (known !== undefined) return known;
    const ids = readRequirements(accomplishment);
    const made = { ids, weight: ids.reduce((sum, id) => sum + weight(id), 0) };
    read.set(accomplishment, made);
    return made;
  };
  return {
    requirementsOf: (accomplishment) => readOnce(accomplishment).ids,
    weightOf: (accomplishment) => readOnce(accomplishment).weight,
    weightOfCompetency: (competencyId) => weight(askedAbove(competencyId)[0] ?? ''),
  };
}

/** The order in which a resume proposes accomplishments: what speaks to the role first, then the newest, then the latest made. */
export function byRelevance(relevance: Relevance): (a: ResumeAccomplishment, b: ResumeAccomplishment) => number {
  return (a, b) =>
    relevance.weightOf(b) - relevance.weightOf(a) ||
    compare(endOf(b), endOf(a)) ||
    compare(startOf(b), startOf(a)) ||
    compare(b.id, a.id);
}

function endOf(accomplishment: ResumeAccomplishment): string {
  if (accomplishment.isOngoing) return '9999-12-31';
  const date = accomplishment.endedOn ?? accomplishment.startedOn;
  return date === null ? '' : lastDayOf(date);
}

function startOf(accomplishment: ResumeAccomplishment): string {
  return accomplishment.startedOn === null ? '' : firstDayOf(accomplishment.startedOn);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

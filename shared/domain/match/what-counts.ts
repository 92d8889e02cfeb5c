/**
 * What counts for a role, decided here alone: match, ladder, grade, resume, Home, paper and terminal all ask this file, so
 * that nobody reads two numbers for one question.
 */
import type { Accomplishment } from '../../api/accomplishment.ts';
import type { Importance } from '../../api/values.ts';
import { levelFraction } from './level.ts';

/**
 * Whether an accomplishment counts: it is ready and not in the bin. It then counts for every competency it shows at level 1
 * or more, whatever its confidentiality; without a date, or still going on, at full strength (`strength.ts`).
 */
export function isCounted({ status, deletedAt }: Pick<Accomplishment, 'status' | 'deletedAt'>): boolean {
  return status === 'ready' && deletedAt === null;
}

/** One line of what a role asks. `level` null asks only that the competency be shown. */
export interface AskedOfRole {
  readonly id: string;
  readonly competencyId: string;
  readonly level: number | null;
  /** How many levels its scale has. */
  readonly scaleLevels: number;
  readonly importance: Importance | null;
  readonly isMandatory: boolean;
  readonly countsInMatch: boolean;
}

/**
 * The requirements of a role that count, in its order: not the skills of a matrix that count through the competency above
 * them, and each competency once. Asked twice, under two of its names, it is asked at the higher level, as the more
 * important of the two, and as mandatory if either is. An archived role asks the same; one in the bin asks nothing.
 */
export function countedRequirements<Asked extends AskedOfRole>(asked: readonly Asked[]): Asked[] {
  return joinByCompetency(asked.filter((requirement) => requirement.countsInMatch));
}

/** Each competency once, at the place where it is first asked. */
export function joinByCompetency<Asked extends AskedOfRole>(asked: readonly Asked[]): Asked[] {
  const joined = new Map<string, Asked>();
  for (const next of asked) {
    const known = joined.get(next.competencyId);
    joined.set(next.competencyId, known ? join(known, next) : next);
  }
  return [...joined.values()];
}

/** 3, 2 or 1 for critical, important and optional; what states no importance counts as important. */
export function importanceWeight(importance: Importance | null): number {
  return importance === 'critical' ? 3 : importance === 'optional' ? 1 : 2;
}

function join<Asked extends AskedOfRole>(a: Asked, b: Asked): Asked {
  const share = ({ level, scaleLevels }: Asked) => (level === null ? 0 : levelFraction(level, scaleLevels));
  return {
    ...(share(b) > share(a) || (share(b) === share(a) && b.id < a.id) ? b : a),
    importance: importanceWeight(b.importance) > importanceWeight(a.importance) ? b.importance : a.importance,
    isMandatory: a.isMandatory || b.isMandatory,
  };
}

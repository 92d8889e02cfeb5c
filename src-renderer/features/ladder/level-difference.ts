/** What changes from one level of a ladder to another: technologies, focus, and what is asked. */
import type { Ladder, LadderCell, LadderSkill } from '../../../shared/api/ladder.ts';

export interface SkillChange {
  readonly skill: LadderSkill;
  readonly from: LadderCell | null;
  readonly to: LadderCell | null;
}

export interface LevelDifference {
  readonly newStack: readonly string[];
  readonly goneStack: readonly string[];
  readonly sameStack: readonly string[];
  /** Asked now and not before. */
  readonly added: readonly SkillChange[];
  readonly raised: readonly SkillChange[];
  readonly lowered: readonly SkillChange[];
  /** Asked before and not now. */
  readonly dropped: readonly SkillChange[];
  /** The level stays, but it has become mandatory, or no longer is. */
  readonly otherwise: readonly SkillChange[];
}

const fold = (text: string): string => text.trim().toLowerCase();

/** The difference between the levels at two places, as if one went from the first to the second. */
export function levelDifference(ladder: Pick<Ladder, 'levels' | 'skills'>, from: number, to: number): LevelDifference {
  const before = ladder.levels[from]?.stack ?? [];
  const after = ladder.levels[to]?.stack ?? [];
  const had = new Set(before.map(fold));
  const has = new Set(after.map(fold));
  const added: SkillChange[] = [];
  const raised: SkillChange[] = [];
  const lowered: SkillChange[] = [];
  const dropped: SkillChange[] = [];
  const otherwise: SkillChange[] = [];
  for (const skill of ladder.skills) {
    const change: SkillChange = { skill, from: skill.cells[from] ?? null, to: skill.cells[to] ?? null };
    if (change.from === null || change.to === null) {
      if (change.to !== null) added.push(change);
      else if (change.from !== null) dropped.push(change);
      continue;
    }
    const step = (change.to.level ?? 0) - (change.from.level ?? 0);
    if (step > 0) raised.push(change);
    else if (step < 0) lowered.push(change);
    else if (change.from.isMandatory !== change.to.isMandatory) otherwise.push(change);
  }
  return {
    newStack: after.filter((name) => !had.has(fold(name))),
    goneStack: before.filter((name) => !has.has(fold(name))),
    sameStack: after.filter((name) => had.has(fold(name))),
    added,
    raised,
    lowered,
    dropped,
    otherwise,
  };
}

/** The rows of a skill matrix as they are shown: filtered, under the headings of their categories. */

import type { Ladder, LadderSkill } from '../../../../shared/api/ladder.ts';
import { foldSearch } from '../../../../shared/domain/names/fold.ts';
import type { LadderQuery } from '../ladder-query.ts';

export interface HeadingRow {
  readonly kind: 'heading';
  readonly label: string;
}
export interface SkillRow {
  readonly kind: 'skill';
  readonly skill: LadderSkill;
}
export type MatrixRow = HeadingRow | SkillRow;

export interface CategoryCount {
  readonly name: string;
  readonly count: number;
}

const withoutCategory = { competency: 'Competencies', skill: 'Other skills', softSkill: 'Soft skills' } as const;

/** The heading a row stands under. */
export const categoryOf = (skill: Pick<LadderSkill, 'category' | 'kind'>): string =>
  skill.category ?? withoutCategory[skill.kind];

/** Whether two levels ask something else of a skill. */
export function differs(skill: Pick<LadderSkill, 'cells'>, a: number, b: number): boolean {
  const aCell = skill.cells[a] ?? null;
  const bCell = skill.cells[b] ?? null;
  if (aCell === null || bCell === null) return aCell !== bCell;
  return (
    aCell.level !== bCell.level || aCell.isMandatory !== bCell.isMandatory || aCell.importance !== bCell.importance
  );
}

type RowFilter = Pick<LadderQuery, 'show' | 'text' | 'category' | 'a' | 'b'>;

/**
 * The rows to show, and every category with how many rows it has under the other filters. `at` is the place of the
 * level that gaps and mandatory are told for.
 */
export function matrixRows(
  ladder: Pick<Ladder, 'skills' | 'levels' | 'scales'>,
  filter: RowFilter,
  at: number,
): { readonly rows: readonly MatrixRow[]; readonly categories: readonly CategoryCount[]; readonly shown: number } {
  const words = foldSearch(filter.text).split(/\s+/).filter(Boolean);
  const place = (roleId: string | null) => ladder.levels.findIndex((level) => level.roleId === roleId);
  const a = place(filter.a);
  const b = place(filter.b);
  const isShown = (skill: LadderSkill): boolean => {
    const cell = skill.cells[at] ?? null;
    if (filter.show === 'gaps' && (cell === null || cell.isMet)) return false;
    if (filter.show === 'mandatory' && !cell?.isMandatory) return false;
    if (a !== -1 && b !== -1 && !differs(skill, a, b)) return false;
    if (words.length === 0) return true;
    const name = foldSearch(`${skill.name} ${skill.commonName ?? ''} ${categoryOf(skill)}`);
    return words.every((word) => name.includes(word));
  };
  // In the order in which the categories first come, each gathered in one place.
  const groups = new Map<string, LadderSkill[]>();
  for (const skill of ladder.skills) {
    const category = categoryOf(skill);
    const group = groups.get(category) ?? [];
    groups.set(category, group);
    if (isShown(skill)) group.push(skill);
  }
  const rows: MatrixRow[] = [];
  let shown = 0;
  for (const [category, skills] of groups) {
    if (skills.length === 0 || (filter.category !== null && filter.category !== category)) continue;
    rows.push({ kind: 'heading', label: category });
    for (const skill of skills) rows.push({ kind: 'skill', skill });
    shown += skills.length;
  }
  return { rows, shown, categories: [...groups].map(([name, skills]) => ({ name, count: skills.length })) };
}

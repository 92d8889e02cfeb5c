/** A role spec as it may be stored: within the contract, and no level above its scale. */
import { AppError } from '../../../shared/api/errors.ts';
import { RoleContent } from '../../../shared/api/role-content.ts';
import { defaultScale } from '../../../shared/vocabulary/role-shape.ts';
import type { ReadableDatabase } from '../../db/database.ts';
import { scalesById } from './scales.ts';

/** Throws INVALID_INPUT with the first thing that does not fit; answers the role itself. */
export function checkedRole(db: ReadableDatabase, role: RoleContent): RoleContent {
  const parsed = RoleContent.safeParse(role);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw refused(`${issue?.path.join(' › ') ?? 'A value'}: ${issue?.message ?? 'does not fit'}`);
  }
  if (!parsed.data.title.trim()) throw refused('a role needs a title');
  const scales = scalesById(db);
  for (const { competency, level, scale } of parsed.data.requirements) {
    const height = (scales.get(scale) ?? scales.get(defaultScale))?.levels.length ?? 5;
    if (level !== null && level > height)
      throw refused(`${competency} asks level ${level}, and its scale ends at ${height}`);
  }
  return parsed.data;
}

function refused(what: string): AppError {
  return new AppError('INVALID_INPUT', `That is no role Cairn can keep: ${what}. Nothing was changed.`);
}

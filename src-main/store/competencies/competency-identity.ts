/** Making two competencies one, and one two: everything that points at them follows. Runs in the transaction of its caller. */
import type { Database } from 'better-sqlite3';
import { AppError } from '../../../shared/api/errors.ts';
import { comparedForm } from '../../../shared/domain/names/compared-form.ts';
import { prepared } from '../../db/statement-cache.ts';
import { notFound } from '../not-found.ts';
import { isBeneath } from '../packs/library-store.ts';
import { keepApart } from './competencies.ts';

interface StoredCompetency {
  readonly id: string;
  readonly name: string;
  readonly parentId: string | null;
  readonly description: string;
}

/** The competency of that id; refuses when there is none. */
export function competencyOf(sqlite: Database, id: string): StoredCompetency {
  const found = prepared(sqlite, 'SELECT id, name, parentId, description FROM competency WHERE id = ?').get(id);
  if (!found) throw notFound('competency');
  return found as StoredCompetency;
}

/** The form of a name and the competency that bears it, as its name or as an alias. */
export function bearerOf(
  sqlite: Database,
  name: string,
): { readonly form: string; readonly bearer: { readonly id: string; readonly name: string } | null } {
  const form = comparedForm(name) || name.trim();
  const bearer = prepared(
    sqlite,
    'SELECT c.id, c.name FROM competencyName n JOIN competency c ON c.id = n.competencyId WHERE n.form = ?',
  ).get(form) as { id: string; name: string } | undefined;
  return { form, bearer: bearer ?? null };
}

/** The refusal of a name that another competency bears. */
export function nameTaken(name: string, bearer: { readonly name: string }): AppError {
  const whose =
    bearer.name === name ? 'There is a competency of that name already' : `“${name}” is a name of ${bearer.name}`;
  return new AppError('CONFLICT', `${whose}. Nothing was changed. To make them one, merge the two.`);
}

/** Puts a competency under another, or at the top; it never comes to stand beneath itself. */
export function placeUnder(sqlite: Database, id: string, parentId: string | null): void {
  const { name } = competencyOf(sqlite, id);
  if (parentId !== null) {
    const parent = competencyOf(sqlite, parentId);
    if (isBeneath(sqlite, parentId, id)) {
      const why = parentId === id ? `${name} cannot stand under itself` : `${parent.name} stands under ${name}`;
      throw new AppError('INVALID_INPUT', `${why}. Nothing was changed.`);
    }
  }
  prepared(sqlite, 'UPDATE competency SET parentId = ? WHERE id = ?').run(parentId, id);
}

/** Names, requirements, showings, self-assessments, children and decisions of `mergeId` go to `keepId`. */
export function mergeInto(sqlite: Database, keepId: string, mergeId: string): void {
  const kept = competencyOf(sqlite, keepId);
  const merged = competencyOf(sqlite, mergeId);
  if (keepId === mergeId) throw new AppError('INVALID_INPUT', 'These are one competency already. Nothing was changed.');
  const run = (sql: string, ...values: unknown[]) => prepared(sqlite, sql).run(...values);
  run('UPDATE competencyName SET competencyId = ?, isAlias = 1 WHERE competencyId = ?', keepId, mergeId);
  run('UPDATE requirement SET competencyId = ? WHERE competencyId = ?', keepId, mergeId);
  mergeShowings(sqlite, keepId, mergeId);
  // of two on one day the one of the competency that is kept stands
  run(
    `DELETE FROM selfAssessment WHERE competencyId = ? AND assessedOn IN (SELECT assessedOn FROM selfAssessment WHERE competencyId = ?)`,
    mergeId,
    keepId,
  );
  run('UPDATE selfAssessment SET competencyId = ? WHERE competencyId = ?', keepId, mergeId);
  // the place of the merged one is taken where the kept one has none, or stands beneath it
  const above = merged.parentId === keepId ? null : merged.parentId;
  const takesPlace =
    isBeneath(sqlite, keepId, mergeId) ||
    (kept.parentId === null && above !== null && !isBeneath(sqlite, above, keepId));
  run(
    'UPDATE competency SET parentId = ?, description = ? WHERE id = ?',
    takesPlace ? above : kept.parentId,
    kept.description || merged.description,
    keepId,
  );
  run('UPDATE competency SET parentId = ? WHERE parentId = ? AND id <> ?', keepId, mergeId, keepId);
  for (const other of keptApartFrom(sqlite, mergeId)) keepApart(sqlite, keepId, other);
  run('DELETE FROM keptApart WHERE aId = ? OR bId = ?', mergeId, mergeId);
  run('DELETE FROM competency WHERE id = ?', mergeId);
}

function keptApartFrom(sqlite: Database, id: string): string[] {
  const rows = prepared(
    sqlite,
    'SELECT bId AS id FROM keptApart WHERE aId = ? UNION SELECT aId FROM keptApart WHERE bId = ?',
  );
  return (rows.all(id, id) as { id: string }[]).map((row) => row.id);
}

interface Showing {
  readonly accomplishmentId: string;
  readonly level: number;
  readonly scaleId: string;
  readonly reason: string;
}

/** An accomplishment that shows both keeps the level higher on its scale, and both reasons. */
function mergeShowings(sqlite: Database, keepId: string, mergeId: string): void {
  const both = prepared(
    sqlite,
    `SELECT k.accomplishmentId, k.level, k.scaleId, k.reason, m.level AS otherLevel, m.scaleId AS otherScaleId, m.reason AS otherReason,
       k.level * 1.0 / json_array_length(ks.levels) AS fraction, m.level * 1.0 / json_array_length(ms.levels) AS otherFraction
     FROM showing k JOIN showing m ON m.accomplishmentId = k.accomplishmentId AND m.competencyId = ?
       JOIN scale ks ON ks.id = k.scaleId JOIN scale ms ON ms.id = m.scaleId
     WHERE k.competencyId = ?`,
  ).all(mergeId, keepId) as (Showing & {
    otherLevel: number;
    otherScaleId: string;
    otherReason: string;
    fraction: number;
    otherFraction: number;
  })[];
  const change = prepared(
    sqlite,
    'UPDATE showing SET level = ?, scaleId = ?, reason = ? WHERE accomplishmentId = ? AND competencyId = ?',
  );
  const drop = prepared(sqlite, 'DELETE FROM showing WHERE accomplishmentId = ? AND competencyId = ?');
  for (const one of both) {
    const isOtherHigher = one.otherFraction > one.fraction;
    const reasons = [...new Set([one.reason.trim(), one.otherReason.trim()].filter(Boolean))].join('\n\n');
    drop.run(one.accomplishmentId, mergeId);
    change.run(
      isOtherHigher ? one.otherLevel : one.level,
      isOtherHigher ? one.otherScaleId : one.scaleId,
      reasons,
      one.accomplishmentId,
      keepId,
    );
  }
  prepared(sqlite, 'UPDATE showing SET competencyId = ? WHERE competencyId = ?').run(keepId, mergeId);
}

/**
 * Makes an alias a competency of its own beside the one it came from, with the requirements that use that name and the
 * showings of the chosen accomplishments. The two are kept apart from then on.
 */
export function splitOff(
  sqlite: Database,
  from: { readonly id: string; readonly alias: string; readonly accomplishmentIds: readonly string[] },
  context: { readonly newId: () => string; readonly now: string },
): string {
  const { id, alias, accomplishmentIds } = from;
  const whole = competencyOf(sqlite, id);
  const { form, bearer } = bearerOf(sqlite, alias);
  if (bearer?.id !== id) {
    throw new AppError('INVALID_INPUT', `“${alias}” is no name of ${whole.name}. Nothing was changed.`);
  }
  const named = prepared(sqlite, 'SELECT name, isAlias FROM competencyName WHERE form = ?').get(form) as {
    name: string;
    isAlias: number;
  };
  if (named.isAlias === 0) {
    throw new AppError(
      'INVALID_INPUT',
      `${whole.name} is the name itself; an alias can be split off. Nothing was changed.`,
    );
  }
  const newId = context.newId();
  prepared(sqlite, `INSERT INTO competency (id, name, parentId, description, createdAt) VALUES (?, ?, ?, '', ?)`).run(
    newId,
    named.name,
    whole.parentId,
    context.now,
  );
  prepared(sqlite, 'UPDATE competencyName SET competencyId = ?, isAlias = 0 WHERE form = ?').run(newId, form);
  const asked = prepared(sqlite, 'SELECT id, name FROM requirement WHERE competencyId = ?').all(id) as {
    id: string;
    name: string;
  }[];
  const repoint = prepared(sqlite, 'UPDATE requirement SET competencyId = ? WHERE id = ?');
  for (const one of asked) if ((comparedForm(one.name) || one.name.trim()) === form) repoint.run(newId, one.id);
  prepared(
    sqlite,
    'UPDATE showing SET competencyId = ? WHERE competencyId = ? AND accomplishmentId IN (SELECT value FROM json_each(?))',
  ).run(newId, id, JSON.stringify(accomplishmentIds));
  keepApart(sqlite, id, newId);
  return newId;
}

/** Competencies by name while a document is stored: found under any name or alias, made where they are missing. */
import type { Database } from 'better-sqlite3';
import { comparedForm } from '../../../shared/domain/names/compared-form.ts';
import { prepared } from '../../db/statement-cache.ts';

/** Answers the id of the competency of a name; one namer, with its memory, serves a whole import. */
export type CompetencyNamer = (name: string) => string;

/** Runs in the transaction of its caller. */
export function competencyNamer(
  sqlite: Database,
  context: { readonly newId: () => string; readonly now: string },
): CompetencyNamer {
  const known = new Map<string, string>();
  const find = prepared(sqlite, 'SELECT competencyId FROM competencyName WHERE form = ?');
  const make = prepared(
    sqlite,
    `INSERT INTO competency (id, name, parentId, description, createdAt) VALUES (?, ?, NULL, '', ?)`,
  );
  const name = prepared(sqlite, 'INSERT INTO competencyName (form, competencyId, name, isAlias) VALUES (?, ?, ?, 0)');
  // as written, so that a name that comes again is not compared again
  const written = new Map<string, string>();
  const named = (given: string): string => {
    const trimmed = given.trim().replace(/\s+/g, ' ');
    // a name of signs alone is compared as it stands
    const form = comparedForm(trimmed) || trimmed;
    const cached = known.get(form);
    if (cached !== undefined) return cached;
    const row = find.get(form) as { competencyId: string } | undefined;
    const id = row?.competencyId ?? context.newId();
    if (!row) {
      make.run(id, trimmed, context.now);
      name.run(form, id, trimmed);
    }
    known.set(form, id);
    return id;
  };
  return (given) => {
    const id = written.get(given) ?? named(given);
    written.set(given, id);
    return id;
  };
}

/** Adds an alias unless the form is taken; a form belongs to one competency. */
export function addAliasOf(sqlite: Database, competencyId: string, alias: string): void {
  const form = comparedForm(alias);
  if (!form) return;
  prepared(
    sqlite,
    'INSERT INTO competencyName (form, competencyId, name, isAlias) VALUES (?, ?, ?, 1) ON CONFLICT (form) DO NOTHING',
  ).run(form, competencyId, alias.trim());
}

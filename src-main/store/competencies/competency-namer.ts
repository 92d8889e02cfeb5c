/** Competencies by name while a document is stored: found under any name or alias, made where they are missing. */
import { comparedForm } from '../../../shared/domain/names/compared-form.ts';
import { usualNameOf } from '../../../shared/domain/names/usual-names.ts';
import type { WritableDatabase } from '../../db/database.ts';
import { compiled, query } from '../../db/query.ts';

/** Answers the id of the competency of a name; one namer, with its memory, serves a whole import. */
export type CompetencyNamer = (name: string) => string;

const competencyOfForm = compiled((form: string) =>
  query.selectFrom('competencyName').select('competencyId as id').where('form', '=', form),
);
const insertCompetency = compiled((id: string, name: string, now: string) =>
  query.insertInto('competency').values({ id, name, parentId: null, description: '', createdAt: now }),
);
const insertName = compiled((form: string, competencyId: string, name: string) =>
  query.insertInto('competencyName').values({ form, competencyId, name, isAlias: 0 }),
);
const insertAlias = compiled((form: string, competencyId: string, name: string) =>
  query
    .insertInto('competencyName')
    .values({ form, competencyId, name, isAlias: 1 })
    .onConflict((conflict) => conflict.column('form').doNothing()),
);

/** Runs in the transaction of its caller. */
export function competencyNamer(
  db: WritableDatabase,
  context: { readonly newId: () => string; readonly now: string },
): CompetencyNamer {
  const known = new Map<string, string>();
  // as written, so that a name that comes again is not compared again
  const written = new Map<string, string>();
  const named = (given: string): string => {
    const trimmed = given.trim().replace(/\s+/g, ' ');
    // a name of signs alone is compared as it stands
    const form = comparedForm(trimmed) || trimmed;
    const cached = known.get(form);
    if (cached !== undefined) return cached;
    const found = db.first(competencyOfForm(form));
    const usual = found ? null : usualNameOf(trimmed);
    const usualOne = usual === null ? undefined : db.first(competencyOfForm(comparedForm(usual)));
    const id = found?.id ?? usualOne?.id ?? context.newId();
    if (usualOne) addAliasOf(db, id, trimmed);
    else if (!found) {
      db.run(insertCompetency(id, trimmed, context.now));
      db.run(insertName(form, id, trimmed));
      // whoever writes the usual name later means the same; this one keeps the name it was given
      if (usual !== null) addAliasOf(db, id, usual);
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
export function addAliasOf(db: WritableDatabase, competencyId: string, alias: string): void {
  const form = comparedForm(alias);
  if (form) db.run(insertAlias(form, competencyId, alias.trim()));
}

/** Competencies by name: one identity, whatever alias or spelling a document uses. */
import type { Kysely } from 'kysely';
import type { Scale } from '../../shared/api/values.ts';
import type { Tables } from './schema.ts';

/** The form in which names are compared: case, accents, spaces and signs between words do not matter. */
export function comparedForm(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}+#.]+/gu, ' ')
    .replace(/(?<![\p{L}\p{N}])\.|\.(?![\p{L}\p{N}])/gu, ' ')
    .trim()
    .replace(/ {2,}/g, ' ');
}

/** Finds competencies by name or alias and makes those that are missing; one cache serves a whole import. */
export function competencyFinder(db: Kysely<Tables>, context: { readonly newId: () => string; readonly now: string }) {
  const cache = new Map<string, string>();
  return async function find(name: string): Promise<string> {
    const trimmed = name.trim().replace(/\s+/g, ' ');
    // a name of signs alone is compared as it stands
    const form = comparedForm(trimmed) || trimmed;
    const cached = cache.get(form);
    if (cached) return cached;
    const known = await db
      .selectFrom('competencyName')
      .select('competencyId')
      .where('form', '=', form)
      .executeTakeFirst();
    const id = known?.competencyId ?? context.newId();
    if (!known) {
      await db
        .insertInto('competency')
        .values({ id, name: trimmed, parentId: null, description: '', createdAt: context.now })
        .execute();
      await db.insertInto('competencyName').values({ form, competencyId: id, name: trimmed, isAlias: 0 }).execute();
    }
    cache.set(form, id);
    return id;
  };
}

/** Adds an alias unless the form is taken; a form belongs to one competency. */
export async function addAlias(db: Kysely<Tables>, competencyId: string, alias: string): Promise<void> {
  const form = comparedForm(alias);
  if (!form) return;
  await db
    .insertInto('competencyName')
    .values({ form, competencyId, name: alias.trim(), isAlias: 1 })
    .onConflict((conflict) => conflict.column('form').doNothing())
    .execute();
}

/** Every scale by its id. */
export async function readScales(db: Kysely<Tables>): Promise<Map<string, Scale>> {
  const rows = await db.selectFrom('scale').selectAll().execute();
  return new Map(
    rows.map((row) => [row.id, { id: row.id, name: row.name, levels: JSON.parse(row.levels) as Scale['levels'] }]),
  );
}

/** The background: the profile, and every kind of thing that is declared in `record-kinds.ts`, to and from its table. */
import { sql } from 'kysely';
import type { Background, Profile, RecordItem } from '../../../shared/api/record.ts';
import type { FieldValues } from '../../../shared/domain/record/record-items.ts';
import { type RecordKind, recordKindNames, recordKinds } from '../../../shared/vocabulary/record-kinds.ts';
import type { ReadableDatabase } from '../../db/database.ts';
import { compiled, query, type ReadQuery } from '../../db/query.ts';

const storedProfile = compiled(() => query.selectFrom('profile').selectAll());

export function loadProfile(db: ReadableDatabase): Profile {
  const { id: _id, links, ...row } = db.one(storedProfile());
  return { ...row, links: JSON.parse(links) as Profile['links'] };
}

/** Everything that is not in the bin, newest first. */
export function loadBackground(db: ReadableDatabase): Background {
  const lists: [list: string, items: readonly RecordItem[]][] = [];
  for (const kind of recordKindNames) lists.push([recordKinds[kind].list, loadItems(db, kind)]);
  const background = { profile: loadProfile(db), ...Object.fromEntries(lists) } as Background;
  // an employer stands where its newest position does; one without positions comes first: it was just added
  const places = new Map(
    background.positions.map((position, place) => [position.employerId, place] as const).reverse(),
  );
  const placeOf = (employer: { readonly id: string }) => places.get(employer.id) ?? -1;
  return { ...background, employers: background.employers.toSorted((a, b) => placeOf(a) - placeOf(b)) };
}

const itemsOf = new Map(
  recordKindNames.map((kind) => [
    kind,
    compiled((): ReadQuery<Readonly<Record<string, unknown>>> => {
      let items = query.selectFrom(kind).selectAll().where('deletedAt', 'is', null);
      for (const column of recordKinds[kind].order)
        items = items.orderBy(sql.ref(column.replace('-', '')), column.startsWith('-') ? 'desc' : 'asc');
      return items;
    }),
  ]),
);

function loadItems(db: ReadableDatabase, kind: RecordKind): readonly RecordItem[] {
  const { fields } = recordKinds[kind];
  const items = itemsOf.get(kind);
  const rows = items ? db.all(items()) : [];
  return rows.map(
    (row) =>
      Object.fromEntries([
        ['id', row.id],
        ...Object.entries(fields).map(([name, { kind: fieldKind }]) => [
          name,
          fieldKind === 'flag' ? row[name] === 1 : row[name],
        ]),
      ]) as RecordItem,
  );
}

/** What a thing says, as the columns of its table. */
export function columnsOf(values: FieldValues): Readonly<Record<string, string | number | null>> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, typeof value === 'boolean' ? Number(value) : value]),
  );
}

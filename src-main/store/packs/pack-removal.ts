/** Taking a pack out again, and leaving what the user built on it. Runs in the caller's transaction. */
import type { ExpressionBuilder } from 'kysely';
import type { ReadableDatabase, WritableDatabase } from '../../db/database.ts';
import { oneOf, query } from '../../db/query.ts';
import type { Tables } from '../../db/schema.ts';
import { packCredit } from './pack-credit.ts';

/** A role of a pack that the user has made their own: edited, pinned or named by a resume. */
const isKept = ({ or, exists, selectFrom }: ExpressionBuilder<Tables, 'roleSpec'>) =>
  or(
    (['roleBase', 'pin', 'resume'] as const).map((table) =>
      exists(selectFrom(table).select('roleSpecId').whereRef(`${table}.roleSpecId`, '=', 'roleSpec.id')),
    ),
  );

/** How many roles of each pack stay when it is removed, by pack. */
export function countRemainingRoles(db: ReadableDatabase): Map<string, number> {
  const rows = db.all(
    query
      .selectFrom('roleSpec')
      .select(({ fn }) => ['packId', fn.countAll<number>().as('count')])
      .where('packId', 'is not', null)
      .where('deletedAt', 'is', null)
      .where(isKept)
      .groupBy('packId')
      .$narrowType<{ packId: string }>(),
  );
  return new Map(rows.map((row) => [row.packId, row.count]));
}

/** Removes a pack: its roles go, but for those the user made their own, which stay with the credit their licence asks for. */
export function removePack(db: WritableDatabase, packId: string): { removed: number; kept: number } {
  const credit = packCredit(db, packId) ?? null;
  const keptCount = db.run(
    query
      .updateTable('roleSpec')
      .set(({ fn, val }) => ({ packId: null, credit: fn.coalesce('credit', val(credit)) }))
      .where('packId', '=', packId)
      .where(isKept),
  );
  const asked = db.all(askedWithAncestors(packId));
  const removed = db.run(query.deleteFrom('roleSpec').where('packId', '=', packId));
  const hasRole = query.selectFrom('roleSpec').select('ladderId').where('ladderId', 'is not', null);
  db.run(query.deleteFrom('ladder').where('packId', '=', packId).where('id', 'not in', hasRole.$castTo<string>()));
  db.run(query.updateTable('ladder').set({ packId: null }).where('packId', '=', packId));
  db.run(query.deleteFrom('pack').where('id', '=', packId));
  let unused = query.deleteFrom('sourceDocument').where('format', '=', 'role-pack');
  for (const table of ['roleSpec', 'ladder'] as const) {
    const named = query.selectFrom(table).select('sourceDocumentId').where('sourceDocumentId', 'is not', null);
    unused = unused.where('id', 'not in', named);
  }
  db.run(unused);
  const competencyIds = asked.map((competency) => competency.id);
  // the lowest first: what stood above them may then be unused as well
  while (db.run(deleteUnused(competencyIds)) > 0);
  return { removed, kept: keptCount };
}

/** The competencies the roles of a pack ask for, and those above them. */
const askedWithAncestors = (packId: string) =>
  query
    .withRecursive('asked(id)', (asked) =>
      asked
        .selectFrom('requirement')
        .innerJoin('roleSpec', 'roleSpec.id', 'requirement.roleSpecId')
        .select('requirement.competencyId as id')
        .where('roleSpec.packId', '=', packId)
        .union(
          asked
            .selectFrom('asked')
            .innerJoin('competency', 'competency.id', 'asked.id')
            .select('competency.parentId as id')
            .where('competency.parentId', 'is not', null)
            .$narrowType<{ id: string }>(),
        ),
    )
    .selectFrom('asked')
    .select('id');

/** Deletes those of the competencies that nothing refers to. */
const deleteUnused = (competencyIds: readonly string[]) =>
  query
    .deleteFrom('competency')
    .where('id', 'in', oneOf(competencyIds))
    .where(({ not, or, exists, selectFrom }) =>
      not(
        or([
          ...(['requirement', 'showing', 'selfAssessment'] as const).map((table) =>
            exists(selectFrom(table).select('competencyId').whereRef(`${table}.competencyId`, '=', 'competency.id')),
          ),
          exists(selectFrom('keptApart').select('aId').whereRef('aId', '=', 'competency.id')),
          exists(selectFrom('keptApart').select('bId').whereRef('bId', '=', 'competency.id')),
          exists(selectFrom('competency as child').select('child.id').whereRef('child.parentId', '=', 'competency.id')),
        ]),
      ),
    );

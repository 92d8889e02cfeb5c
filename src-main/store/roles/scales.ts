/** Scales: ordered sets of levels, one identity for the same levels, no matter which document writes them. */
import { createHash } from 'node:crypto';
import type { ScaleContent } from '../../../shared/api/role-content.ts';
import type { Scale } from '../../../shared/api/values.ts';
import { defaultScale } from '../../../shared/vocabulary/role-shape.ts';
import type { ReadableDatabase, WritableDatabase } from '../../db/database.ts';
import { compiled, query } from '../../db/query.ts';

const allScales = compiled(() => query.selectFrom('scale').selectAll());

/** Every scale by its id. */
export function scalesById(db: ReadableDatabase): Map<string, Scale> {
  const rows = db.all(allScales());
  return new Map(rows.map((row) => [row.id, { ...row, levels: JSON.parse(row.levels) as Scale['levels'] }]));
}

/**
 * How the scale keys of a document read here: a scale with the same levels as one that is here already is that one. A
 * key the document does not define is an id of here, or the five levels.
 */
export function scaleIdsOf(db: ReadableDatabase, scales: readonly ScaleContent[]): (key: string) => string {
  const known = scalesById(db);
  const byLevels = new Map([...known.values()].map((scale) => [levelsText(scale.levels), scale.id]));
  const ids = new Map(
    scales.map((scale) => {
      const text = levelsText(scale.levels);
      return [scale.key, byLevels.get(text) ?? newScaleId(text)] as const;
    }),
  );
  return (key) => ids.get(key) ?? (known.has(key) ? key : defaultScale);
}

/** Stores the scales of a document that are not here yet, and answers how its keys read. */
export function storeScales(db: WritableDatabase, scales: readonly ScaleContent[]): (key: string) => string {
  const idOf = scaleIdsOf(db, scales);
  for (const { key, name, levels } of scales) {
    const row = { id: idOf(key), name, levels: JSON.stringify(levels) };
    db.run(
      query
        .insertInto('scale')
        .values(row)
        .onConflict((conflict) => conflict.doNothing()),
    );
  }
  return idOf;
}

function newScaleId(levels: string): string {
  return `scale-${createHash('sha256').update(levels).digest('hex').slice(0, 16)}`;
}

/** What makes two scales one: their levels in order, with labels and codes. */
function levelsText(levels: Scale['levels']): string {
  return JSON.stringify(levels.map(({ ordinal, label, code }) => [ordinal, label, code ?? '']));
}

/** Scales: ordered sets of levels, one identity for the same levels whoever writes them. */
import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { DEFAULT_SCALE, type ScaleContent } from '../../../shared/api/role-content.ts';
import type { Scale } from '../../../shared/api/values.ts';
import { prepared } from '../../db/statement-cache.ts';

/** Every scale by its id. */
export function scalesById(sqlite: Database): Map<string, Scale> {
  const rows = prepared(sqlite, 'SELECT id, name, levels FROM scale').all() as {
    id: string;
    name: string;
    levels: string;
  }[];
  return new Map(rows.map((row) => [row.id, { ...row, levels: JSON.parse(row.levels) as Scale['levels'] }]));
}

/**
 * How the scale keys of a document read here: a scale with the same levels as one that is here already is that one. A
 * key the document does not define is an id of here, or the five levels.
 */
export function scaleIdsOf(sqlite: Database, scales: readonly ScaleContent[]): (key: string) => string {
  const known = scalesById(sqlite);
  const byLevels = new Map([...known.values()].map((scale) => [levelsText(scale.levels), scale.id]));
  const ids = new Map(
    scales.map((scale) => {
      const text = levelsText(scale.levels);
      return [scale.key, byLevels.get(text) ?? newScaleId(text)] as const;
    }),
  );
  return (key) => ids.get(key) ?? (known.has(key) ? key : DEFAULT_SCALE);
}

/** Stores the scales of a document that are not here yet, and answers how its keys read. */
export function storeScales(sqlite: Database, scales: readonly ScaleContent[]): (key: string) => string {
  const idOf = scaleIdsOf(sqlite, scales);
  const insert = prepared(sqlite, 'INSERT INTO scale (id, name, levels) VALUES (?, ?, ?) ON CONFLICT DO NOTHING');
  for (const scale of scales) insert.run(idOf(scale.key), scale.name, JSON.stringify(scale.levels));
  return idOf;
}

function newScaleId(levels: string): string {
  return `scale-${createHash('sha256').update(levels).digest('hex').slice(0, 16)}`;
}

/** What makes two scales one: their levels in order, with labels and codes. */
function levelsText(levels: Scale['levels']): string {
  return JSON.stringify(levels.map(({ ordinal, label, code }) => [ordinal, label, code ?? '']));
}

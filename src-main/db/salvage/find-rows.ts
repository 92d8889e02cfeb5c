/** Finds the rows of every table of ours in a file, whatever state it is in. */

import { readFileHeader } from '../inspect/file-header.ts';
import type { Pages } from '../inspect/pages.ts';
import { currentSchema } from '../migrate.ts';
import { budgetFor } from './btree-page.ts';
import type { StoredValue } from './stored-row.ts';
import { knownNames, layoutsOf, newerLayouts, type TableLayout } from './table-layout.ts';
import {
  findOrphans,
  type KeyIndex,
  type OrphanedLeaf,
  readKeyIndex,
  readLeaf,
  type Tree,
  TreeWalker,
} from './table-trees.ts';

export interface FoundTable {
  readonly layout: TableLayout;
  /** Null when the file does not say any more where the table begins. */
  readonly tree: Tree | null;
  /** All leaves: those the tree leads to and those found without it. */
  readonly leaves: readonly number[];
  /** How many rows there must be, by the index over the key; null when that cannot be told. */
  readonly expectedRows: number | null;
}

export interface FoundRows {
  /** Null when the file does not say. */
  readonly schema: number | null;
  readonly tables: readonly FoundTable[];
  /** Leaves that may be of several tables. */
  readonly unplaced: readonly OrphanedLeaf[];
  readonly problems: readonly string[];
}

/** A table that has no table of its own to stand in: the list of all tables. */
const listOfTables: TableLayout = {
  name: 'sqlite_schema',
  columns: ['TEXT', 'TEXT', 'TEXT', 'INTEGER', 'TEXT'].map((type, index) => ({
    name: String(index),
    type,
    isRequired: false,
    missing: null,
  })),
  leastStored: 5,
  rowidColumn: null,
  key: [],
  isOfRecord: false,
};

export function findRows(pages: Pages): FoundRows {
  const problems: string[] = [];
  const schema = readSchema(pages);
  if (schema === null) problems.push('The beginning of the file, which says what it is, is damaged.');
  else if (schema > currentSchema) {
    problems.push(
      `The record is of schema ${schema}, which is newer than this Cairn knows (${currentSchema}). Tables that were added since are left out.`,
    );
  }
  if (pages.isLogCutOff)
    problems.push('The end of the write-ahead log could not be read. The last changes may be missing.');
  const walker = new TreeWalker(pages);
  claimFreePages(walker);
  const { tables: roots, indexes, names, statements, isBroken } = readListOfTables(walker);
  const layouts = (schema ?? 0) > currentSchema ? newerLayouts(statements) : layoutsOf(schema ?? currentSchema);
  if (isBroken) {
    problems.push(
      'The list of tables in the file is damaged. What belongs to a table that is not on it any more was looked for by its shape.',
    );
  }
  const known = knownNames();
  const foreign = names.filter((name) => !known.has(name) && !name.startsWith('sqlite_'));
  if (foreign.length > 0) {
    const shown = foreign.slice(0, 10).map((name) => `“${name.slice(0, 60)}”`);
    problems.push(
      `${shown.join(', ')}${foreign.length > 10 ? ` and ${foreign.length - 10} more` : ''}: not known to this Cairn, left out.`,
    );
  }
  const trees = new Map<string, Tree>();
  for (const [name, root] of roots) trees.set(name, walker.walk(root, 'table'));
  // what belongs to an index, or to a table that is left out, is not looked at as a table that was lost
  for (const root of indexes.values()) walker.walk(root, 'index');
  const keyIndexes = new Map<string, KeyIndex | null>();
  const keyIndexOf = (table: string): KeyIndex | null => {
    const root = indexes.get(`sqlite_autoindex_${table}_1`);
    const index = keyIndexes.get(table) ?? (root === undefined ? null : readKeyIndex(pages, root));
    keyIndexes.set(table, index);
    return index;
  };
  const broken = [...layouts.values()].filter(({ name }) => trees.get(name)?.isBroken ?? isBroken);
  const orphans = findOrphans(walker, broken, keyIndexOf);
  const tables = [...layouts.values()].filter(({ isOfRecord }) => isOfRecord);
  return {
    schema,
    problems,
    unplaced: orphans.filter(({ fits }) => fits.length > 1 && fits.some((name) => layouts.get(name)?.isOfRecord)),
    tables: tables.map((layout) => {
      const tree = trees.get(layout.name) ?? null;
      const own = orphans.filter(({ fits }) => fits.length === 1 && fits[0] === layout.name);
      const index = tree && !tree.isBroken && tree.damaged.length === 0 ? null : keyIndexOf(layout.name);
      return {
        layout,
        tree,
        leaves: [...(tree?.leaves ?? []), ...own.map(({ page }) => page)],
        expectedRows: index?.isWhole ? index.rowids.size : null,
      };
    }),
  };
}

function readSchema(pages: Pages): number | null {
  const first = pages.read(1);
  return first ? (readFileHeader(first)?.schema ?? null) : null;
}

/** Pages that hold nothing any more: what was deleted must not come back. */
function claimFreePages(walker: TreeWalker): void {
  const { pages } = walker;
  let trunk = pages.read(1)?.readUInt32BE(32) ?? 0;
  while (trunk > 1 && trunk <= pages.count && !walker.isClaimed(trunk)) {
    const bytes = pages.read(trunk);
    if (!bytes) return;
    const count = bytes.readUInt32BE(4);
    if (count > bytes.length / 4 - 2) return;
    walker.claim(trunk);
    for (let index = 0; index < count; index += 1) walker.claim(bytes.readUInt32BE(8 + index * 4));
    trunk = bytes.readUInt32BE(0);
  }
}

function readListOfTables(walker: TreeWalker) {
  const tree = walker.walk(1, 'table');
  const budget = budgetFor(walker.pages);
  const rows = tree.leaves.flatMap((page) => readLeaf(walker.pages, page, listOfTables, budget));
  const tables = new Map<string, number>();
  const indexes = new Map<string, number>();
  const statements = new Map<string, string>();
  const names: string[] = [];
  for (const { values } of rows) {
    const [type, name, , root, statement] = values ?? ([] as readonly StoredValue[]);
    if (typeof name !== 'string' || typeof type !== 'string') continue;
    names.push(name);
    // a view or a trigger has no pages of its own, and neither has a table another module makes up
    if (typeof root !== 'number' || root < 2) continue;
    if (type === 'index') indexes.set(name, root);
    if (type !== 'table') continue;
    tables.set(name, root);
    if (typeof statement === 'string') statements.set(name, statement);
  }
  return { tables, indexes, names, statements, isBroken: tree.isBroken || rows.some((row) => !row.isSound) };
}

/**
 * Which pages hold the rows of which table. Where a page that leads to others is damaged, those others are found by
 * looking at every page nothing leads to, and given back to their table by the index over its key.
 */
import type { Pages } from '../inspect/pages.ts';
import { type BtreePage, type Budget, budgetFor, readBtreePage, readPayload } from './btree-page.ts';
import { readStoredRow, type StoredRow, type StoredValue } from './stored-row.ts';
import { fitRow, keyOf, type TableLayout } from './table-layout.ts';

/** A record longer than this is left out: it would not fit into memory as text. */
export const maxRecordBytes = 200 * 1024 * 1024;

export interface FoundRow {
  readonly rowid: number;
  /** The values in the table's order; null when the record cannot be read or is none of the table's. */
  readonly values: readonly StoredValue[] | null;
  readonly isSound: boolean;
  readonly isTooLong: boolean;
}

/** The pages of one table or index. */
export interface Tree {
  leaves: number[];
  /** Pages that should be part of it and could not be read. */
  damaged: number[];
  /** Whether rows may stand in pages that nothing leads to any more. */
  isBroken: boolean;
}

/** Follows trees from their roots; a page belongs to the first that leads to it. */
export class TreeWalker {
  readonly pages: Pages;
  readonly #claimed: Uint8Array;

  constructor(pages: Pages) {
    this.pages = pages;
    this.#claimed = new Uint8Array(pages.count + 1);
  }

  isClaimed(page: number): boolean {
    return this.#claimed[page] === 1;
  }

  claim(page: number): void {
    if (page <= this.pages.count) this.#claimed[page] = 1;
  }

  walk(root: number, kind: 'table' | 'index', onCells?: (page: BtreePage) => void): Tree {
    const tree: Tree = { leaves: [], damaged: [], isBroken: false };
    const waiting: { page: number; above: number | null; most: number | null }[] = [
      { page: root, above: null, most: null },
    ];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const { page, above, most } = next;
      if (page < 1 || page > this.pages.count || this.isClaimed(page)) {
        tree.isBroken = true;
        continue;
      }
      const read = readBtreePage(this.pages, page);
      const isUsable =
        read !== null && read.kind === kind && (read.isLeaf || read.isSound) && isWithin(read, above, most);
      if (!isUsable) {
        // a page that holds something else belongs to whatever leads to it
        if (read === null || read.kind === kind) {
          this.claim(page);
          tree.damaged.push(page);
        }
        tree.isBroken = true;
        continue;
      }
      this.claim(page);
      onCells?.(read);
      if (read.isLeaf) tree.leaves.push(page);
      let before = above;
      const children = read.children.map((child) => {
        const bounds = { page: child.page, above: before, most: child.highestRowid ?? most };
        before = child.highestRowid;
        return bounds;
      });
      // the first child is to come next
      waiting.push(...children.reverse());
    }
    return tree;
  }
}

/** Whether the numbers of its rows are those the page above promised. */
function isWithin({ kind, isLeaf, isSound, cells }: BtreePage, above: number | null, most: number | null): boolean {
  if (kind !== 'table' || !isLeaf || !isSound) return true;
  return cells.every(({ rowid }) => (above === null || rowid > above) && (most === null || rowid <= most));
}

/** What stands in a leaf, before it is known of which table. */
interface LeafRecord {
  readonly rowid: number;
  readonly record: StoredRow | null;
  readonly isTooLong: boolean;
  /** Whether all of it stands in the leaf itself. */
  readonly isWithinPage: boolean;
}

function readRecords(pages: Pages, { cells }: BtreePage, budget: Budget): LeafRecord[] {
  return cells.map((cell) => {
    const isTooLong = cell.payloadBytes > maxRecordBytes;
    const payload = isTooLong ? null : readPayload(pages, cell, budget);
    return {
      rowid: cell.rowid,
      record: payload && readStoredRow(payload),
      isTooLong,
      isWithinPage: cell.overflowPage === 0,
    };
  });
}

/** The rows of a leaf; none is sound on a page that shows damage anywhere, since damage has no sharp edges. */
export function readLeaf(pages: Pages, page: number, layout: TableLayout, budget: Budget): FoundRow[] {
  const leaf = readBtreePage(pages, page);
  return leaf ? fitRows(leaf, readRecords(pages, leaf, budget), layout) : [];
}

function fitRows(leaf: BtreePage, records: readonly LeafRecord[], layout: TableLayout): FoundRow[] {
  const rows = records.map(({ rowid, record, isTooLong }): FoundRow => {
    const values = record && fitRow(layout, rowid, record.values);
    return { rowid, values, isSound: record !== null && values !== null && record.isSound, isTooLong };
  });
  // what is merely too long, or goes on in another page that is damaged, says nothing of this page
  const isSound =
    leaf.isSound && rows.every((row, index) => row.isSound || row.isTooLong || !records[index]?.isWithinPage);
  return isSound ? rows : rows.map((row) => ({ ...row, isSound: false }));
}

/** What an index over a primary key says: which row holds which key. */
export interface KeyIndex {
  readonly rowids: ReadonlyMap<string, number>;
  readonly isWhole: boolean;
}

/** Reads the index from its root, unless its tree is broken only the parts that can be reached. */
export function readKeyIndex(pages: Pages, root: number): KeyIndex {
  const rowids = new Map<string, number>();
  const budget = budgetFor(pages);
  const tree = new TreeWalker(pages).walk(root, 'index', (page) => {
    for (const cell of page.cells) {
      const payload = cell.payloadBytes > maxRecordBytes ? null : readPayload(pages, cell, budget);
      const values = payload && readStoredRow(payload)?.values;
      if (!values) continue;
      rowids.set(JSON.stringify(values.slice(0, -1).map(String)), Number(values.at(-1)));
    }
  });
  return { rowids, isWhole: !tree.isBroken };
}

export interface OrphanedLeaf {
  readonly page: number;
  /** Tables its rows may be of; one when it is certain. */
  readonly fits: readonly string[];
}

/**
 * The leaves nothing leads to, with the tables they fit among those that have lost some. `keyIndexOf` gives what the
 * index over a table's key says, null when there is none.
 */
export function findOrphans(
  walker: TreeWalker,
  broken: readonly TableLayout[],
  keyIndexOf: (table: string) => KeyIndex | null,
): OrphanedLeaf[] {
  const { pages } = walker;
  const orphans: OrphanedLeaf[] = [];
  const budget = budgetFor(pages);
  if (broken.length === 0) return orphans;
  for (let page = 2; page <= pages.count; page += 1) {
    if (walker.isClaimed(page)) continue;
    const leaf = readBtreePage(pages, page);
    if (!leaf?.isLeaf || leaf.kind !== 'table' || !leaf.isSound || leaf.cells.length === 0) continue;
    const records = readRecords(pages, leaf, budget);
    const judged = broken.flatMap((layout) => {
      const rows = fitRows(leaf, records, layout);
      if (!rows.every((row) => row.values || row.isTooLong)) return [];
      return [{ name: layout.name, says: judge(rows, layout, keyIndexOf(layout.name)) }];
    });
    const certain = judged.filter(({ says }) => says === 'its own');
    const fits = certain.length > 0 ? certain : judged.filter(({ says }) => says === 'may be');
    if (fits.length > 0) orphans.push({ page, fits: fits.map(({ name }) => name) });
  }
  return orphans;
}

/** What the index over the key says of the rows of a leaf. */
function judge(
  rows: readonly FoundRow[],
  layout: TableLayout,
  index: KeyIndex | null,
): 'its own' | 'may be' | 'foreign' {
  if (!index || layout.key.length === 0) return 'may be';
  if (rows.some(({ rowid, values }) => values && index.rowids.get(keyOf(layout, values)) === rowid)) return 'its own';
  return index.isWhole ? 'foreign' : 'may be';
}

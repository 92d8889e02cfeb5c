/**
 * One page of a table or an index, taken apart by SQLite's file format (sqlite.org/fileformat2.html), and judged: a page
 * is sound when its cells, free blocks and gaps fill it exactly, as they do in every page SQLite wrote.
 */
import type { Pages } from '../inspect/pages.ts';

export interface Cell {
  /** Of a row in a table; 0 in an index. */
  readonly rowid: number;
  /** Length of the whole record; what does not fit into the page goes on in others. */
  readonly payloadBytes: number;
  /** The part of the record that stands in this page. */
  readonly local: Buffer;
  /** First page of the rest; 0 when there is none. */
  readonly overflowPage: number;
}

export interface Child {
  readonly page: number;
  /** No row below it has a greater number; null for the last child and in an index. */
  readonly highestRowid: number | null;
}

export interface BtreePage {
  readonly kind: 'table' | 'index';
  readonly isLeaf: boolean;
  readonly cells: readonly Cell[];
  readonly children: readonly Child[];
  readonly isSound: boolean;
}

const kinds = new Map<number, { kind: 'table' | 'index'; isLeaf: boolean }>([
  [0x0d, { kind: 'table', isLeaf: true }],
  [0x05, { kind: 'table', isLeaf: false }],
  [0x0a, { kind: 'index', isLeaf: true }],
  [0x02, { kind: 'index', isLeaf: false }],
]);

/** Takes a page apart; null when it cannot be one of a table or an index. */
export function readBtreePage(pages: Pages, page: number): BtreePage | null {
  const bytes = pages.read(page);
  if (bytes === null) return null;
  // the first page begins with the header of the file
  const start = page === 1 ? 100 : 0;
  const type = kinds.get(bytes.readUInt8(start));
  if (!type) return null;
  const usable = bytes.length;
  const cellCount = bytes.readUInt16BE(start + 3);
  const contentStart = bytes.readUInt16BE(start + 5) || 65_536;
  const pointers = start + (type.isLeaf ? 8 : 12);
  const pointersEnd = pointers + cellCount * 2;
  if (pointersEnd > usable) return null;
  const cells: Cell[] = [];
  const children: Child[] = [];
  const extents: [from: number, to: number][] = [];
  let isSound = contentStart >= pointersEnd && contentStart <= usable;
  for (let index = 0; index < cellCount; index += 1) {
    const at = bytes.readUInt16BE(pointers + index * 2);
    const cell = at < pointersEnd || at > usable - 4 ? null : readCell(bytes, at, type);
    if (cell === null) {
      isSound = false;
      continue;
    }
    extents.push([at, at + Math.max(4, cell.length)]);
    if (cell.child) children.push(cell.child);
    if (type.isLeaf || type.kind === 'index') cells.push(cell);
  }
  if (!type.isLeaf) children.push({ page: bytes.readUInt32BE(start + 8), highestRowid: null });
  isSound &&= addFreeBlocks(bytes, bytes.readUInt16BE(start + 1), extents);
  isSound &&= fillsPage(extents, contentStart, usable, bytes.readUInt8(start + 7));
  isSound &&= type.kind === 'index' || isAscending(type.isLeaf ? cells.map((cell) => cell.rowid) : highest(children));
  return { ...type, cells, children, isSound };
}

function readCell(
  bytes: Buffer,
  at: number,
  { kind, isLeaf }: { kind: 'table' | 'index'; isLeaf: boolean },
): (Cell & { readonly length: number; readonly child: Child | null }) | null {
  const usable = bytes.length;
  let next = at;
  let child: Child | null = null;
  if (!isLeaf) {
    child = { page: bytes.readUInt32BE(next), highestRowid: null };
    next += 4;
  }
  if (kind === 'table' && !isLeaf) {
    const key = readVarint(bytes, next);
    if (!key || child === null) return null;
    child = { ...child, highestRowid: key.value };
    return { rowid: 0, payloadBytes: 0, local: Buffer.alloc(0), overflowPage: 0, length: key.end - at, child };
  }
  const size = readVarint(bytes, next);
  if (!size) return null;
  next = size.end;
  let rowid = 0;
  if (kind === 'table') {
    const number = readVarint(bytes, next);
    if (!number) return null;
    rowid = number.value;
    next = number.end;
  }
  const localBytes = localPart(size.value, usable, kind);
  const hasMore = localBytes < size.value;
  const end = next + localBytes + (hasMore ? 4 : 0);
  if (size.value < 0 || end > usable) return null;
  return {
    rowid,
    payloadBytes: size.value,
    local: bytes.subarray(next, next + localBytes),
    overflowPage: hasMore ? bytes.readUInt32BE(end - 4) : 0,
    length: end - at,
    child,
  };
}

/** How much of a record stands in its own page. */
function localPart(payload: number, usable: number, kind: 'table' | 'index'): number {
  const most = kind === 'table' ? usable - 35 : Math.floor(((usable - 12) * 64) / 255) - 23;
  if (payload <= most) return payload;
  const least = Math.floor(((usable - 12) * 32) / 255) - 23;
  const part = least + ((payload - least) % (usable - 4));
  return part <= most ? part : least;
}

/** How many further pages may yet be followed: a file can be made in which all rows lead through all pages. */
export interface Budget {
  pages: number;
}

/** Enough for every page to be followed a few times. */
export const budgetFor = ({ count }: Pages): Budget => ({ pages: count * 4 + 1_000 });

/** The whole record of a cell; null when its further pages are not all there or the budget is spent. */
export function readPayload(source: Pages, cell: Cell, budget: Budget): Buffer | null {
  const parts = [cell.local];
  let missing = cell.payloadBytes - cell.local.length;
  let page = cell.overflowPage;
  const seen = new Set<number>();
  while (missing > 0) {
    budget.pages -= 1;
    if (page < 2 || page > source.count || seen.has(page) || budget.pages < 0) return null;
    seen.add(page);
    const bytes = source.read(page);
    if (bytes === null) return null;
    const part = bytes.subarray(4, 4 + missing);
    parts.push(part);
    missing -= part.length;
    page = bytes.readUInt32BE(0);
  }
  // the last page of a record names none after it
  return page === 0 ? Buffer.concat(parts, cell.payloadBytes) : null;
}

/** A number of one to nine bytes. Beyond what a number holds exactly it is no count of anything here. */
export function readVarint(bytes: Buffer, at: number): { value: number; end: number } | null {
  let value = 0;
  for (let index = 0; index < 8; index += 1) {
    const byte = bytes[at + index];
    if (byte === undefined) return null;
    value = value * 128 + (byte & 0x7f);
    if (byte < 0x80) return { value, end: at + index + 1 };
  }
  const last = bytes[at + 8];
  if (last === undefined) return null;
  // with nine bytes the number may be negative
  let whole = 0n;
  for (let index = 0; index < 8; index += 1) whole = (whole << 7n) | BigInt(bytes.readUInt8(at + index) & 0x7f);
  return { value: Number(BigInt.asIntN(64, (whole << 8n) | BigInt(last))), end: at + 9 };
}

/** Adds the free blocks of a page, which are chained in ascending order; answers whether the chain is sound. */
function addFreeBlocks(bytes: Buffer, first: number, extents: [number, number][]): boolean {
  let at = first;
  while (at !== 0) {
    if (at > bytes.length - 4) return false;
    const next = bytes.readUInt16BE(at);
    const size = bytes.readUInt16BE(at + 2);
    if (size < 4 || at + size > bytes.length || (next !== 0 && next < at + size)) return false;
    extents.push([at, at + size]);
    at = next;
  }
  return true;
}

/** Whether cells and free blocks leave exactly the fragments the page counts between them. */
function fillsPage(extents: [number, number][], contentStart: number, usable: number, fragments: number): boolean {
  let gaps = 0;
  let at = contentStart;
  for (const [from, to] of extents.sort((a, b) => a[0] - b[0])) {
    if (from < at) return false;
    gaps += from - at;
    at = to;
  }
  return at <= usable && gaps + usable - at === fragments;
}

const highest = (children: readonly Child[]): number[] =>
  children.flatMap(({ highestRowid }) => (highestRowid === null ? [] : [highestRowid]));

const isAscending = (numbers: readonly number[]): boolean =>
  numbers.every((number, index) => index === 0 || number > (numbers[index - 1] ?? 0));

/** Where each role of the career map stands: families in lanes, levels in columns, roles that are only named at the sides. */
import type { MapPath, MapRole } from '../../api/career.ts';
import { comparedForm } from '../names/compared-form.ts';
import { compareNames } from '../names/name-order.ts';

/** A role in its cell; rows count from the top, columns from the left. */
export interface CareerGridPlace {
  readonly role: MapRole;
  readonly row: number;
  readonly column: number;
}

export interface GridLane {
  readonly family: string | null;
  readonly firstRow: number;
  readonly rowCount: number;
}

export interface CareerGrid {
  readonly places: readonly CareerGridPlace[];
  readonly lanes: readonly GridLane[];
  /** The `levelOrder` of each column; null for columns at the sides. */
  readonly columns: readonly (number | null)[];
  readonly rowCount: number;
}

const rowCost = 3;

type Joined = Pick<MapPath, 'from' | 'to' | 'kind'>;

/** Lays the roles out. The order in which they are given changes nothing, and no two stand in one cell. */
export function placeRoles(roles: readonly MapRole[], paths: readonly Joined[]): CareerGrid {
  const known = [...roles].filter((role) => role.roleId !== null).sort(compareRoles);
  const named = [...roles].filter((role) => role.roleId === null).sort(compareRoles);
  const order = levelOrders(known, paths);
  const orders = [...new Set(order.values())].sort((a, b) => a - b);
  const lanes: GridLane[] = [];
  const inner: CareerGridPlace[] = [];
  let rowCount = 0;
  for (const family of orderFamilies(known, paths)) {
    const firstRow = rowCount;
    for (const track of tracksOf(
      known.filter((role) => laneKey(role) === family),
      order,
    )) {
      for (const role of track) inner.push({ role, row: rowCount, column: orders.indexOf(order.get(role.key) ?? 1) });
      rowCount += 1;
    }
    const first = inner.find((place) => place.row === firstRow);
    lanes.push({ family: first?.role.family ?? null, firstRow, rowCount: rowCount - firstRow });
  }
  const sides = placeNames(named, inner, paths, Math.max(rowCount, 1));
  return {
    places: [
      ...inner.map((place) => ({ ...place, column: place.column + sides.left })),
      ...sides.places.map(({ role, row, depth, isLeft }) => ({
        role,
        row,
        column: isLeft ? sides.left - 1 - depth : sides.left + orders.length + depth,
      })),
    ],
    lanes,
    columns: [...sideColumns(sides.left), ...orders, ...sideColumns(sides.right)],
    rowCount: Math.max(rowCount, ...sides.places.map((place) => place.row + 1)),
  };
}

function sideColumns(count: number): null[] {
  return Array.from({ length: count }, () => null);
}

function laneKey(role: MapRole): string {
  return role.family === null ? '' : comparedForm(role.family) || role.family;
}

function compareRoles(a: MapRole, b: MapRole): number {
  return (
    compareNames(laneKey(a), laneKey(b)) ||
    (a.levelOrder ?? 99) - (b.levelOrder ?? 99) ||
    compareNames(a.title, b.title) ||
    compareText(a.key, b.key)
  );
}

/** The level order of each role; one that states none stands a level above what leads to it. */
function levelOrders(roles: readonly MapRole[], paths: readonly Joined[]): Map<string, number> {
  const order = new Map<string, number>();
  for (const role of roles) if (role.levelOrder !== null) order.set(role.key, role.levelOrder);
  const open = roles.filter((role) => role.levelOrder === null);
  const up = paths.filter((path) => path.kind !== 'lateral');
  // each round settles at least one role or ends
  for (let round = 0; round < open.length; round += 1) {
    const settled = open.flatMap((role) => {
      if (order.has(role.key)) return [];
      const below = up.flatMap((path) => (path.to === role.key ? (order.get(path.from) ?? []) : []));
      const above = up.flatMap((path) => (path.from === role.key ? (order.get(path.to) ?? []) : []));
      if (below.length > 0) return [[role.key, Math.max(...below) + 1] as const];
      return above.length > 0 ? [[role.key, Math.max(Math.min(...above) - 1, 1)] as const] : [];
    });
    if (settled.length === 0) break;
    for (const [key, level] of settled) order.set(key, level);
  }
  for (const role of open) if (!order.has(role.key)) order.set(role.key, 1);
  return order;
}

/** Families that many paths join stand side by side; roles without a family come last. */
function orderFamilies(roles: readonly MapRole[], paths: readonly Joined[]): string[] {
  const familyOf = new Map(roles.map((role) => [role.key, laneKey(role)]));
  const joins = new Map<string, number>();
  for (const path of paths) {
    const [a, b] = [familyOf.get(path.from), familyOf.get(path.to)];
    if (a === undefined || b === undefined || a === b) continue;
    for (const key of [`${a}\n${b}`, `${b}\n${a}`]) joins.set(key, (joins.get(key) ?? 0) + 1);
  }
  const left = [...new Set(familyOf.values())].filter((family) => family !== '').sort(compareNames);
  const ordered: string[] = [];
  while (left.length > 0) {
    const last = ordered.at(-1);
    let best = 0;
    left.forEach((family, at) => {
      const weight = (name: string) => (last === undefined ? 0 : (joins.get(`${last}\n${name}`) ?? 0));
      if (weight(family) > weight(left[best] as string)) best = at;
    });
    ordered.push(...left.splice(best, 1));
  }
  return [...familyOf.values()].includes('') ? [...ordered, ''] : ordered;
}

/** Roles of one ladder in one row, a further row where two share a level. */
function tracksOf(roles: readonly MapRole[], order: ReadonlyMap<string, number>): MapRole[][] {
  const ladders = new Map<string, MapRole[]>();
  for (const role of roles) {
    const key = role.ladderId ?? '';
    ladders.set(key, [...(ladders.get(key) ?? []), role]);
  }
  return [...ladders.values()].flatMap((ladder) => {
    const tracks: MapRole[][] = [];
    for (const role of ladder) {
      const level = order.get(role.key);
      const track = tracks.find((known) => known.every((other) => order.get(other.key) !== level));
      if (track) track.push(role);
      else tracks.push([role]);
    }
    return tracks;
  });
}

interface SidePlace {
  readonly role: MapRole;
  readonly row: number;
  /** 0 is the column next to the levels. */
  readonly depth: number;
  readonly isLeft: boolean;
}

/** Names that lead in stand at the left, all others at the right, each as near as can be to a role that names it. */
function placeNames(
  named: readonly MapRole[],
  inner: readonly CareerGridPlace[],
  paths: readonly Joined[],
  rowCount: number,
): { readonly places: readonly SidePlace[]; readonly left: number; readonly right: number } {
  const rowOf = new Map(inner.map((place) => [place.role.key, place.row]));
  const taken = new Set<string>();
  const wanted = named.map((role) => {
    const own = paths.filter((path) => path.from === role.key || path.to === role.key);
    const rows = own.flatMap((path) => rowOf.get(path.from === role.key ? path.to : path.from) ?? []);
    const isLeft = own.length > 0 && own.every((path) => path.from === role.key);
    return { role, isLeft, row: rows.length === 0 ? 0 : Math.min(...rows) };
  });
  wanted.sort((a, b) => a.row - b.row || compareRoles(a.role, b.role));
  const places = wanted.map(({ role, isLeft, row }): SidePlace => {
    const { depth, at } = nearestCell(row, rowCount, (cellDepth, cellRow) =>
      taken.has(`${isLeft} ${cellDepth} ${cellRow}`),
    );
    taken.add(`${isLeft} ${depth} ${at}`);
    return { role, row: at, depth, isLeft };
  });
  const width = (isLeft: boolean) =>
    Math.max(0, ...places.filter((place) => place.isLeft === isLeft).map((place) => place.depth + 1));
  return { places, left: width(true), right: width(false) };
}

/** The free cell that costs least: a column further out costs one, a row further away three. */
function nearestCell(
  row: number,
  rowCount: number,
  isTaken: (depth: number, row: number) => boolean,
): { readonly depth: number; readonly at: number } {
  for (let cost = 0; ; cost += 1) {
    for (let away = 0; away * rowCost <= cost && away < rowCount; away += 1) {
      const depth = cost - away * rowCost;
      for (const at of away === 0 ? [row] : [row + away, row - away]) {
        if (at >= 0 && at < rowCount && !isTaken(depth, at)) return { depth, at };
      }
    }
  }
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

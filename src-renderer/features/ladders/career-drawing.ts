/** Where the boxes, lanes and lines of the career map are. */
import type { MapPath, MapRole } from '../../../shared/api/ladder.ts';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface DrawnMap {
  readonly width: number;
  readonly height: number;
  readonly lanes: readonly { readonly label: string; readonly y: number; readonly height: number }[];
  readonly columns: readonly { readonly label: string; readonly x: number }[];
  readonly boxes: ReadonlyMap<string, Box>;
  /** The family of each role, empty without one. */
  readonly laneOf: ReadonlyMap<string, string>;
  /** Keys lane by lane, from the first level on. */
  readonly order: readonly string[];
  readonly paths: readonly { readonly path: MapPath; readonly d: string }[];
}

const box = { width: 150, height: 46 } as const;
const gap = { column: 44, row: 10, lane: 12 } as const;
const margin = { left: 116, right: 20, top: 28 } as const;

/** The column of every role: its level, else what the paths tell of it: above where it is reached from, or beside. */
function placesOf(roles: readonly MapRole[], paths: readonly MapPath[]): ReadonlyMap<string, number> {
  const known = new Map(roles.flatMap((role) => (role.levelOrder === null ? [] : [[role.key, role.levelOrder]])));
  const told = new Map(known);
  for (const role of roles) {
    if (known.has(role.key)) continue;
    const guesses = paths.flatMap((path) => {
      const step = path.kind === 'lateral' ? 0 : 1;
      const before = path.to === role.key ? known.get(path.from) : undefined;
      const after = path.from === role.key ? known.get(path.to) : undefined;
      return [...(before === undefined ? [] : [before + step]), ...(after === undefined ? [] : [after - step])];
    });
    told.set(role.key, Math.max(0, ...guesses));
  }
  return told;
}

export function drawMap(roles: readonly MapRole[], paths: readonly MapPath[]): DrawnMap {
  const places = placesOf(roles, paths);
  const placeOf = (role: MapRole): number => places.get(role.key) ?? 0;
  const orders = [...new Set(roles.map(placeOf))].sort((one, other) => one - other);
  const columns = orders.map((order, index) => ({
    label: order === 0 ? 'No level' : `Level ${order}`,
    x: margin.left + index * (box.width + gap.column),
  }));
  const families = [...new Set(roles.map((role) => role.family ?? ''))].sort(
    (one, other) => Number(one === '') - Number(other === '') || one.localeCompare(other),
  );
  const boxes = new Map<string, Box>();
  const lanes: { label: string; y: number; height: number }[] = [];
  const order: string[] = [];
  let y: number = margin.top;
  for (const family of families) {
    const own = roles.filter((role) => (role.family ?? '') === family);
    let deepest = 1;
    orders.forEach((at, column) => {
      const stack = own.filter((role) => placeOf(role) === at).sort((a, b) => a.title.localeCompare(b.title));
      deepest = Math.max(deepest, stack.length);
      stack.forEach((role, row) => {
        boxes.set(role.key, {
          x: columns[column]?.x ?? 0,
          y: y + gap.lane + row * (box.height + gap.row),
          ...box,
        });
        order.push(role.key);
      });
    });
    const height = 2 * gap.lane + deepest * box.height + (deepest - 1) * gap.row;
    lanes.push({ label: family === '' ? 'Without a family' : family, y, height });
    y += height;
  }
  return {
    width: margin.left + columns.length * (box.width + gap.column) - gap.column + margin.right,
    height: y + 24,
    lanes,
    columns,
    boxes,
    laneOf: new Map(roles.map((role) => [role.key, role.family ?? ''])),
    order,
    paths: paths.flatMap((path) => {
      const from = boxes.get(path.from);
      const to = boxes.get(path.to);
      return from === undefined || to === undefined ? [] : [{ path, d: lineOf(from, to, path.kind) }];
    }),
  };
}

/** Ends of different kinds keep apart on the edge of a box. */
const port = { next: 0, feeder: 12, lateral: -12 } as const;

function lineOf(from: Box, to: Box, kind: MapPath['kind']): string {
  const y1 = from.y + from.height / 2 + port[kind];
  const y2 = to.y + to.height / 2 + port[kind];
  if (from.x === to.x) {
    // Within a column the line swings out at the right.
    const x = from.x + from.width;
    const out = x + Math.min(44, 18 + Math.abs(y2 - y1) / 12);
    return `M${x} ${y1} C${out} ${y1} ${out} ${y2} ${x} ${y2}`;
  }
  const isForward = to.x > from.x;
  const x1 = isForward ? from.x + from.width : from.x;
  const x2 = isForward ? to.x : to.x + to.width;
  const bend = Math.max(24, Math.abs(x2 - x1) / 2) * (isForward ? 1 : -1);
  // Past other boxes of its own row, it rises into the gap above them.
  const lift = y1 === y2 && Math.abs(x2 - x1) > gap.column + 1 ? -box.height : 0;
  return `M${x1} ${y1} C${x1 + bend} ${y1 + lift} ${x2 - bend} ${y2 + lift} ${x2} ${y2}`;
}

/** The role an arrow leads to: in that direction, and there the nearest; null at the edge. */
export function neighbourOf(drawn: DrawnMap, key: string, direction: 'left' | 'right' | 'up' | 'down'): string | null {
  const here = drawn.boxes.get(key);
  if (here === undefined) return null;
  let best: string | null = null;
  let nearest = Number.POSITIVE_INFINITY;
  for (const [other, there] of drawn.boxes) {
    const dx = there.x - here.x;
    const dy = there.y - here.y;
    const along = { left: -dx, right: dx, up: -dy, down: dy }[direction];
    if (along <= 0) continue;
    const isSideways = direction === 'left' || direction === 'right';
    // Sideways one stays in the row if one can; up and down, in the column.
    const distance = along + 4 * Math.abs(isSideways ? dy : dx);
    if (distance < nearest) {
      nearest = distance;
      best = other;
    }
  }
  return best;
}

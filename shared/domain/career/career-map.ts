/**
 * The drawing of the career map: boxes on a grid, and paths that run in the gaps between them, each in a track of its
 * own, so that none passes through a box and no two lie on each other. Pure geometry: the same map is drawn the same.
 */
import type { MapPath, MapRole } from '../../api/career.ts';
import { type CareerGridPlace, placeRoles } from './career-grid.ts';

export interface MapPoint {
  readonly x: number;
  readonly y: number;
}

export interface MapBox extends CareerGridPlace {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A drawn path: points from box to box, each run level or upright. Two paths between the same roles are drawn once. */
export interface MapLine {
  readonly from: string;
  readonly to: string;
  readonly kind: MapPath['kind'];
  /** Whether there is a path back as well. */
  readonly isMutual: boolean;
  /** Places of its paths in the list that was given. */
  readonly paths: readonly number[];
  readonly points: readonly MapPoint[];
}

export interface MapLayout {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly MapBox[];
  readonly lines: readonly MapLine[];
  readonly lanes: readonly { readonly family: string | null; readonly y: number; readonly height: number }[];
  /** Null order for the columns of roles that are only named. */
  readonly columns: readonly { readonly order: number | null; readonly x: number; readonly width: number }[];
}

export interface MapMeasures {
  readonly boxWidth: number;
  readonly boxHeight: number;
  /** Least gap between columns, and between rows. */
  readonly columnGap: number;
  readonly rowGap: number;
  /** Room above a lane for its name. */
  readonly laneHead: number;
  /** Distance of lines that run beside each other. */
  readonly track: number;
}

export const defaultMapMeasures: MapMeasures = {
  boxWidth: 176,
  boxHeight: 48,
  columnGap: 48,
  rowGap: 20,
  laneHead: 28,
  track: 8,
};

/** A level or upright run of a line in a gap between columns or rows; `from` and `to` in steps of the grid. */
interface Run {
  readonly gap: number;
  readonly from: number;
  readonly to: number;
  track: number;
}

interface Route {
  readonly line: Omit<MapLine, 'points'>;
  readonly start: MapEnd;
  readonly end: MapEnd;
  /** Upright in the gap beside the start; null when the line is straight. */
  readonly first: Run | null;
  /** Level between two rows, and upright again in the gap beside the end, where the columns are not neighbours. */
  readonly across: { readonly level: Run; readonly last: Run } | null;
}

interface MapEnd {
  readonly place: CareerGridPlace;
  readonly side: 'left' | 'right';
}

/** Draws the map. */
export function layOutMap(
  roles: readonly MapRole[],
  paths: readonly MapPath[],
  measures: MapMeasures = defaultMapMeasures,
): MapLayout {
  const grid = placeRoles(roles, paths);
  const routes = routesOf(grid.places, paths);
  const columnTracks = assignTracks(
    routes.flatMap((route) => [route.first, route.across?.last].filter((run) => run != null)),
    grid.columns.length + 1,
  );
  const rowTracks = assignTracks(
    routes.flatMap((route) => route.across?.level ?? []),
    grid.rowCount + 1,
  );
  const { boxWidth, boxHeight, columnGap, rowGap, laneHead, track } = measures;
  const gapWidth = columnTracks.map((count) => Math.max(columnGap, (count + 1) * track));
  const gapHeight = rowTracks.map((count) => Math.max(rowGap, (count + 1) * track));
  const xs: number[] = [];
  let x = gapWidth[0] ?? 0;
  for (let column = 0; column < grid.columns.length; column += 1) {
    xs.push(x);
    x += boxWidth + (gapWidth[column + 1] as number);
  }
  const heads = new Set(grid.lanes.map((lane) => lane.firstRow));
  const ys: number[] = [];
  /** Top of the gap above each row; the name of a lane stands above that. */
  const gapTops: number[] = [];
  let y = 0;
  for (let row = 0; row < grid.rowCount; row += 1) {
    if (heads.has(row)) y += laneHead;
    gapTops.push(y);
    y += gapHeight[row] as number;
    ys.push(y);
    y += boxHeight;
  }
  gapTops.push(y);
  const height = y + (gapHeight[grid.rowCount] ?? 0);
  const boxes = grid.places.map((place) => ({
    ...place,
    x: xs[place.column] as number,
    y: ys[place.row] as number,
    width: boxWidth,
    height: boxHeight,
  }));
  const boxOf = new Map(boxes.map((box) => [box.role.key, box]));
  const portY = portsOf(routes, boxHeight);
  const upright = (run: Run) =>
    (run.gap === 0 ? 0 : (xs[run.gap - 1] as number) + boxWidth) +
    ((run.track + 1) * (gapWidth[run.gap] as number)) / ((columnTracks[run.gap] as number) + 1);
  const level = (run: Run) =>
    (gapTops[run.gap] as number) +
    ((run.track + 1) * (gapHeight[run.gap] as number)) / ((rowTracks[run.gap] as number) + 1);
  const pointAt = (end: MapEnd, port: number): MapPoint => {
    const box = boxOf.get(end.place.role.key) as MapBox;
    return { x: end.side === 'left' ? box.x : box.x + boxWidth, y: box.y + port };
  };
  const lines = routes.map((route): MapLine => {
    const [startPort = 0, endPort = 0] = portY.get(route) ?? [];
    const start = pointAt(route.start, startPort);
    const end = pointAt(route.end, endPort);
    if (!route.first) return { ...route.line, points: [start, { ...end, y: start.y }] };
    const x1 = upright(route.first);
    if (!route.across) return { ...route.line, points: [start, { x: x1, y: start.y }, { x: x1, y: end.y }, end] };
    const x2 = upright(route.across.last);
    const between = level(route.across.level);
    const points = [
      start,
      { x: x1, y: start.y },
      { x: x1, y: between },
      { x: x2, y: between },
      { x: x2, y: end.y },
      end,
    ];
    return { ...route.line, points };
  });
  const lanes = grid.lanes.map((lane) => {
    const top = (gapTops[lane.firstRow] as number) - laneHead;
    const last = lane.firstRow + lane.rowCount - 1;
    const bottom = (ys[last] as number) + boxHeight;
    return { family: lane.family, y: top, height: bottom - top };
  });
  const columns = grid.columns.map((order, at) => ({ order, x: xs[at] as number, width: boxWidth }));
  return { width: x, height, boxes, lines, lanes, columns };
}

/** Each pair of roles once, and how its line runs through the grid. */
function routesOf(places: readonly CareerGridPlace[], paths: readonly MapPath[]): Route[] {
  const placeOf = new Map(places.map((place) => [place.role.key, place]));
  const taken = new Set(places.map((place) => `${place.row} ${place.column}`));
  const joined = new Map<string, number[]>();
  paths.forEach(({ from, to }, at) => {
    if (from === to || !placeOf.has(from) || !placeOf.has(to)) return;
    const key = from < to ? `${from}\n${to}` : `${to}\n${from}`;
    joined.set(key, [...(joined.get(key) ?? []), at]);
  });
  const weight = { next: 0, feeder: 1, lateral: 2 } as const;
  const lines = [...joined.values()].map((found) => {
    const own = [...found].sort((a, b) => {
      const [aPath, bPath] = [paths[a] as MapPath, paths[b] as MapPath];
      return weight[aPath.kind] - weight[bPath.kind] || compareText(aPath.from, bPath.from) || a - b;
    });
    const { from, to, kind } = paths[own[0] as number] as MapPath;
    const isMutual = own.some((at) => (paths[at] as MapPath).from === to);
    return { from, to, kind, isMutual, paths: own };
  });
  lines.sort((a, b) => compareText(a.from, b.from) || compareText(a.to, b.to));
  return lines.map((line) =>
    routeOf(line, placeOf.get(line.from) as CareerGridPlace, placeOf.get(line.to) as CareerGridPlace, taken),
  );
}

function routeOf(line: Route['line'], from: CareerGridPlace, to: CareerGridPlace, taken: ReadonlySet<string>): Route {
  const isBack = to.column < from.column;
  const start: MapEnd = { place: from, side: isBack ? 'left' : 'right' };
  const end: MapEnd = { place: to, side: to.column > from.column ? 'left' : 'right' };
  // a gap is counted by the column at its right
  const startGap = isBack ? from.column : from.column + 1;
  const endGap = to.column > from.column ? to.column : to.column + 1;
  const [low, high] = isBack ? [to.column, from.column] : [from.column, to.column];
  const between = Array.from({ length: Math.max(high - low - 1, 0) }, (_, at) => low + 1 + at);
  const isFree = between.every((column) => !taken.has(`${from.row} ${column}`));
  // rows stand at odd steps, the gaps above them at even ones
  const startStep = 2 * from.row + 1;
  const endStep = 2 * to.row + 1;
  const isStraight = from.row === to.row && from.column !== to.column && isFree;
  if (isStraight) return { line, start, end, first: null, across: null };
  if (startGap === endGap) return { line, start, end, first: run(startGap, startStep, endStep), across: null };
  const rowGap = to.row > from.row ? from.row + 1 : from.row;
  return {
    line,
    start,
    end,
    first: run(startGap, startStep, 2 * rowGap),
    across: { level: run(rowGap, startGap, endGap), last: run(endGap, 2 * rowGap, endStep) },
  };
}

function run(gap: number, a: number, b: number): Run {
  return { gap, from: Math.min(a, b), to: Math.max(a, b), track: 0 };
}

/** Gives each run of a gap the first track that is free along it; answers how many tracks each gap needs. */
function assignTracks(runs: readonly Run[], gaps: number): number[] {
  const counts = new Array<number>(gaps).fill(0);
  for (let gap = 0; gap < gaps; gap += 1) {
    const ends: number[] = [];
    const own = runs.filter((candidate) => candidate.gap === gap).sort((a, b) => a.from - b.from || a.to - b.to);
    for (const ownRun of own) {
      const free = ends.findIndex((end) => end < ownRun.from);
      ownRun.track = free < 0 ? ends.length : free;
      ends[ownRun.track] = ownRun.to;
    }
    counts[gap] = ends.length;
  }
  return counts;
}

/** How far down the side of its box each end of a line stands; a straight line ends as high as it starts. */
function portsOf(routes: readonly Route[], boxHeight: number): Map<Route, [number, number]> {
  const sides = new Map<string, { readonly ends: SideEnd[]; hasStraight: boolean }>();
  const sideOf = (end: MapEnd) => {
    const key = `${end.side} ${end.place.role.key}`;
    const known = sides.get(key) ?? { ends: [], hasStraight: false };
    sides.set(key, known);
    return known;
  };
  const middle = boxHeight / 2;
  const ports = new Map<Route, [number, number]>();
  for (const route of routes) {
    ports.set(route, [middle, middle]);
    const [start, end] = [sideOf(route.start), sideOf(route.end)];
    if (!route.first) {
      start.hasStraight = true;
      end.hasStraight = true;
      continue;
    }
    start.ends.push({ route, at: 0, own: route.start.place, other: route.end.place });
    end.ends.push({ route, at: 1, own: route.end.place, other: route.start.place });
  }
  const spread = (ends: readonly SideEnd[], from: number, room: number) => {
    ends.forEach(({ route, at }, place) => {
      const port = ports.get(route);
      if (port) port[at] = from + (room * (place + 1)) / (ends.length + 1);
    });
  };
  for (const { ends, hasStraight } of sides.values()) {
    ends.sort((a, b) => a.other.row - b.other.row || a.other.column - b.other.column || a.at - b.at);
    if (!hasStraight) spread(ends, 0, boxHeight);
    else {
      // the middle is the straight line's
      const isUp = (end: SideEnd) => end.other.row <= end.own.row;
      spread(ends.filter(isUp), 0, middle);
      spread(
        ends.filter((end) => !isUp(end)),
        middle,
        middle,
      );
    }
  }
  return ports;
}

/** One end of a line at the side of a box. */
interface SideEnd {
  readonly route: Route;
  readonly at: 0 | 1;
  readonly own: CareerGridPlace;
  readonly other: CareerGridPlace;
}

/** Where the arrow keys lead from a role: left and right along its row, up and down to the nearest of the next row. */
export interface MapNeighbours {
  readonly left: string | null;
  readonly right: string | null;
  readonly up: string | null;
  readonly down: string | null;
}

/** The neighbours of every role; every role can be reached from every other. */
export function neighboursOf(layout: Pick<MapLayout, 'boxes'>): ReadonlyMap<string, MapNeighbours> {
  const rows = new Map<number, MapBox[]>();
  for (const box of layout.boxes) rows.set(box.row, [...(rows.get(box.row) ?? []), box]);
  const ordered = [...rows.entries()]
    .sort(([a], [b]) => a - b)
    .map(([, boxes]) => boxes.sort((a, b) => a.column - b.column));
  const nearest = (box: MapBox, row: readonly MapBox[] | undefined) =>
    row?.reduce((best, candidate) =>
      Math.abs(candidate.column - box.column) < Math.abs(best.column - box.column) ? candidate : best,
    ).role.key ?? null;
  return new Map(
    ordered.flatMap((row, at) =>
      row.map((box, place) => [
        box.role.key,
        {
          left: row[place - 1]?.role.key ?? null,
          right: row[place + 1]?.role.key ?? null,
          up: nearest(box, ordered[at - 1]),
          down: nearest(box, ordered[at + 1]),
        },
      ]),
    ),
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

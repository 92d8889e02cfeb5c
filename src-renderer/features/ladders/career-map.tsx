/** The map itself: roles as boxes in the lanes of their families, paths as lines between them; scrolled, zoomed, walked by arrows. */
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconMinus, IconPlus, IconTarget } from '@tabler/icons-react';
import { type KeyboardEvent, memo, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { MapPath, MapRole } from '../../../shared/api/ladder.ts';
import {
  layOutMap,
  MAP_MEASURES,
  type MapBox,
  type MapLayout,
  type MapLine,
  type MapPoint,
  neighboursOf,
} from '../../../shared/domain/career-map.ts';
import { useActs } from '../../acts.ts';
import classes from './career-map.module.css';
import { pathKey } from './career-query.ts';
import { KIND_WORDS, stepsOf } from './career-words.ts';
import { PathMarkers } from './path-markers.tsx';

const ZOOMS = [0.5, 0.65, 0.8, 1, 1.25, 1.5, 2] as const;
/** Boxes so wide that five levels stand in a window of 1280 px. */
const measures = { ...MAP_MEASURES, boxWidth: 152, columnGap: 40, track: 7 };
/** The names of the levels stand above the drawing. */
const headHeight = 28;
/** Between the boxes of a lane and the edge of the next. */
const laneShift = 8;
/** Of every corner of a line. */
const radius = 6;
const directions = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' } as const;

interface CareerMapProps {
  readonly roles: readonly MapRole[];
  readonly paths: readonly MapPath[];
  readonly chosen: string | null;
  readonly chosenPath: string | null;
  readonly onChoose: (key: string | null, path?: string | null) => void;
}

export function CareerMap({ roles, paths, chosen, chosenPath, onChoose }: CareerMapProps) {
  const drawn = useMemo(() => layOutMap(roles, paths, measures), [roles, paths]);
  const neighbours = useMemo(() => neighboursOf(drawn), [drawn]);
  const order = useMemo(
    () => drawn.boxes.toSorted((one, other) => one.row - other.row || one.column - other.column),
    [drawn],
  );
  const byKey = useMemo(() => new Map(roles.map((role) => [role.key, role])), [roles]);
  const scroller = useRef<HTMLElement>(null);
  const asides = useMemo(() => asidesOf(roles, paths, byKey), [roles, paths, byKey]);
  const [zoom, setZoom] = useState(1);
  const [standing, setStanding] = useState<string | null>(null);
  const [pointed, setPointed] = useState<string | null>(null);
  const first = roles.find((role) => role.pin !== null) ?? roles[0];
  const active = [standing, chosen, first?.key].find((key) => key != null && neighbours.has(key)) ?? null;

  const zoomBy = (step: 1 | -1) =>
    setZoom((now) => ZOOMS[Math.max(0, Math.min(ZOOMS.length - 1, ZOOMS.indexOf(now as 1) + step))] ?? now);
  useActs([
    { id: 'zoom-map-in', label: 'Zoom into the map', group: 'This screen', run: () => zoomBy(1) },
    { id: 'zoom-map-out', label: 'Zoom out of the map', group: 'This screen', run: () => zoomBy(-1) },
    { id: 'zoom-map-whole', label: 'Map at its own size', group: 'This screen', run: () => setZoom(1) },
  ]);

  // The aim, or what the address names, is in view at the beginning.
  const begin = chosen ?? first?.key;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is shown anew scrolls
  useLayoutEffect(() => {
    boxOf(scroller.current, begin)?.scrollIntoView({ block: 'center', inline: 'nearest' });
  }, [drawn]);
  useEffect(() => {
    boxOf(scroller.current, chosen)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [chosen]);

  const stand = (key: string | null) => {
    if (key === null) return;
    setStanding(key);
    const box = boxOf(scroller.current, key);
    box?.focus({ preventScroll: true });
    box?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const zooming = { '+': () => zoomBy(1), '=': () => zoomBy(1), '-': () => zoomBy(-1), '0': () => setZoom(1) }[
      event.key
    ];
    if (zooming !== undefined) {
      event.preventDefault();
      zooming();
      return;
    }
    if (active === null || event.shiftKey) return;
    const direction = directions[event.key as keyof typeof directions];
    const target =
      direction === undefined
        ? { Home: order[0]?.role.key, End: order.at(-1)?.role.key }[event.key]
        : neighbours.get(active)?.[direction];
    if (direction === undefined && target === undefined) return;
    event.preventDefault();
    stand(target ?? null);
  };

  // The same for ever, so that a thousand boxes are not drawn anew at each step.
  const choosing = useRef(onChoose);
  choosing.current = onChoose;
  const on = useMemo(
    (): BoxEvents => ({
      choose: (key) => choosing.current(key),
      choosePath: (key, path) => choosing.current(key, path),
      stand: setStanding,
      point: setPointed,
    }),
    [],
  );

  return (
    <div className={classes.frame}>
      <section ref={scroller} className={classes.scroller} aria-label="Map of roles" onKeyDown={onKeyDown}>
        <div className={classes.sheet} style={{ width: drawn.width, height: drawn.height + headHeight, zoom }}>
          <Lanes drawn={drawn} />
          <Paths drawn={drawn} paths={paths} lit={pointed ?? chosen} chosenPath={chosenPath} onChoose={onChoose} />
          {order.map((box) => (
            <RoleBox
              key={box.role.key}
              box={box}
              isActive={box.role.key === active}
              isChosen={box.role.key === chosen}
              told={asides.get(box.role.key) ?? ''}
              on={on}
            />
          ))}
        </div>
      </section>
      {/* biome-ignore lint/a11y/useSemanticElements: a group of buttons, not of fields */}
      <div className={classes.zoom} role="group" aria-label="Zoom">
        <Tooltip label="Zoom out, −">
          <ActionIcon aria-label="Zoom out" disabled={zoom === ZOOMS[0]} onClick={() => zoomBy(-1)}>
            <IconMinus size={16} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
        <button type="button" className={classes.zoomText} title="Own size, 0" onClick={() => setZoom(1)}>
          {`${Math.round(zoom * 100)} %`}
        </button>
        <Tooltip label="Zoom in, +">
          <ActionIcon aria-label="Zoom in" disabled={zoom === ZOOMS.at(-1)} onClick={() => zoomBy(1)}>
            <IconPlus size={16} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </div>
    </div>
  );
}

interface BoxEvents {
  readonly choose: (key: string) => void;
  readonly choosePath: (key: string, path: string) => void;
  readonly stand: (key: string) => void;
  readonly point: (key: string | null) => void;
}

interface RoleBoxProps {
  readonly box: MapBox;
  readonly isActive: boolean;
  readonly isChosen: boolean;
  /** What a reader hears after the title. */
  readonly told: string;
  readonly on: BoxEvents;
}

const RoleBox = memo(function RoleBox({ box, isActive, isChosen, told, on }: RoleBoxProps) {
  const { role, x, y, width, height } = box;
  return (
    <button
      type="button"
      className={classes.role}
      data-role-key={role.key}
      data-named={role.roleId === null || undefined}
      data-aim={role.pin !== null || undefined}
      aria-pressed={isChosen}
      tabIndex={isActive ? 0 : -1}
      style={{ left: x, top: y + headHeight, width, height }}
      title={role.title}
      onFocus={() => on.stand(role.key)}
      onClick={() => on.choose(role.key)}
      onPointerEnter={() => on.point(role.key)}
      onPointerLeave={() => on.point(null)}
    >
      <span className={classes.roleTitle}>{role.title}</span>
      {(role.levelCode !== null || role.pin !== null) && (
        <span className={classes.roleMeta}>
          {role.levelCode}
          {role.pin !== null && <IconTarget size={13} stroke={1.7} aria-hidden />}
        </span>
      )}
      <span className="cn-aside">{told}</span>
    </button>
  );
});

const boxOf = (scroller: HTMLElement | null, key: string | null | undefined): HTMLElement | null =>
  key == null ? null : (scroller?.querySelector<HTMLElement>(`[data-role-key="${CSS.escape(key)}"]`) ?? null);

/** What is drawn around each role, as a reader hears it after its title. */
function asidesOf(
  roles: readonly MapRole[],
  paths: readonly MapPath[],
  byKey: ReadonlyMap<string, MapRole>,
): ReadonlyMap<string, string> {
  const touching = new Map<string, MapPath[]>();
  for (const path of paths) {
    for (const key of [path.from, path.to]) {
      const own = touching.get(key);
      if (own === undefined) touching.set(key, [path]);
      else own.push(path);
    }
  }
  const count = (steps: readonly unknown[], word: string) => (steps.length === 0 ? '' : `${steps.length} ${word}`);
  return new Map(
    roles.map((role) => {
      const { up, sideways, from } = stepsOf(role.key, touching.get(role.key) ?? [], byKey);
      const told = [
        role.family ?? '',
        role.pin === null ? '' : 'your aim',
        role.roleId === null ? 'only named, not in your library' : '',
        count(up, 'up'),
        count(sideways, 'sideways'),
        count(from, 'in'),
      ].filter((word) => word !== '');
      return [role.key, told.map((word) => `, ${word}`).join('')];
    }),
  );
}

const Lanes = memo(function Lanes({ drawn }: { readonly drawn: MapLayout }) {
  return (
    <>
      <div className={classes.columns} aria-hidden>
        {drawn.columns.map((column) => (
          <span key={column.x} className={classes.column} style={{ left: column.x }}>
            {column.order === null ? '' : `Level ${column.order}`}
          </span>
        ))}
      </div>
      {drawn.lanes.map((lane) => (
        <div
          key={lane.y}
          className={classes.lane}
          style={{ top: lane.y + headHeight + laneShift, height: lane.height }}
          aria-hidden
        >
          <span className={classes.laneName}>{lane.family ?? 'Without a family'}</span>
        </div>
      ))}
    </>
  );
});

/** A line through its points, its corners rounded. */
export function lineText(points: readonly MapPoint[]): string {
  return points
    .map((point, index) => {
      const before = points[index - 1];
      const after = points[index + 1];
      if (before === undefined) return `M${point.x} ${point.y}`;
      if (after === undefined) return `L${point.x} ${point.y}`;
      const into = towards(point, before);
      const out = towards(point, after);
      return `L${into.x} ${into.y} Q${point.x} ${point.y} ${out.x} ${out.y}`;
    })
    .join(' ');
}

/** The point a corner's radius away, or half way where the run is shorter. */
function towards(from: MapPoint, to: MapPoint): MapPoint {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const share = length === 0 ? 0 : Math.min(radius, length / 2) / length;
  return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
}

interface PathsProps extends Pick<CareerMapProps, 'paths' | 'chosenPath'> {
  readonly onChoose: (key: string, path: string) => void;
  readonly drawn: MapLayout;
  /** The role whose paths stand out: the one under the pointer, else the chosen one. */
  readonly lit: string | null;
}

const Paths = memo(function Paths({ drawn, paths, lit, chosenPath, onChoose }: PathsProps) {
  const lanes = useMemo(() => new Map(drawn.boxes.map(({ role }) => [role.key, role.family])), [drawn]);
  const strengthOf = (line: MapLine): number => {
    const isChosen = line.paths.some((at) => {
      const path = paths[at];
      return path !== undefined && pathKey(path) === chosenPath;
    });
    return isChosen ? 2 : line.from === lit || line.to === lit ? 1 : 0;
  };
  // The chosen ones last, so that they lie on top.
  const inOrder = drawn.lines
    .map((line) => ({ line, strength: strengthOf(line) }))
    .sort((one, other) => one.strength - other.strength);
  return (
    <svg
      className={classes.paths}
      style={{ top: headHeight }}
      width={drawn.width}
      height={drawn.height}
      viewBox={`0 0 ${drawn.width} ${drawn.height}`}
      data-lit={lit !== null || undefined}
      aria-hidden
    >
      <PathMarkers prefix="path" />
      {inOrder.map(({ line, strength }) => {
        const d = lineText(line.points);
        const first = paths[line.paths[0] ?? -1];
        return (
          <g key={`${line.from} ${line.to}`}>
            <path
              className={classes.path}
              data-kind={line.kind}
              data-strength={strength === 0 ? undefined : strength}
              data-across={lanes.get(line.from) !== lanes.get(line.to) || undefined}
              d={d}
              markerEnd={`url(#path-${line.kind})`}
              markerStart={line.isMutual ? `url(#path-${line.kind})` : undefined}
            />
            {first !== undefined && (
              // biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for the pointer; the panel lists the same paths as buttons
              <path className={classes.reach} d={d} onClick={() => onChoose(first.from, pathKey(first))}>
                <title>{KIND_WORDS[line.kind]}</title>
              </path>
            )}
          </g>
        );
      })}
    </svg>
  );
});

/** The map itself: roles as boxes in the lanes of their families, paths as lines between them; scrolled, zoomed, walked by arrows. */
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconMinus, IconPlus, IconTarget } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { MapPath, MapRole } from '../../../shared/api/ladder.ts';
import { useActs } from '../../acts.ts';
import { type DrawnMap, drawMap, neighbourOf } from './career-drawing.ts';
import classes from './career-map.module.css';
import { pathKey } from './career-query.ts';
import { KIND_WORDS, placeText, stepsOf } from './career-words.ts';
import { PathMarkers } from './path-markers.tsx';

const ZOOMS = [0.5, 0.65, 0.8, 1, 1.25, 1.5, 2] as const;
const directions = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' } as const;

interface CareerMapProps {
  readonly roles: readonly MapRole[];
  readonly paths: readonly MapPath[];
  readonly chosen: string | null;
  readonly chosenPath: string | null;
  readonly onChoose: (key: string | null, path?: string | null) => void;
}

export function CareerMap({ roles, paths, chosen, chosenPath, onChoose }: CareerMapProps) {
  const drawn = useMemo(() => drawMap(roles, paths), [roles, paths]);
  const byKey = useMemo(() => new Map(roles.map((role) => [role.key, role])), [roles]);
  const scroller = useRef<HTMLElement>(null);
  const [zoom, setZoom] = useState(1);
  const [standing, setStanding] = useState<string | null>(null);
  const [pointed, setPointed] = useState<string | null>(null);
  const first = roles.find((role) => role.pin !== null) ?? roles[0];
  const active = [standing, chosen, first?.key].find((key) => key != null && drawn.boxes.has(key)) ?? null;

  const zoomBy = (step: 1 | -1) =>
    setZoom((now) => ZOOMS[Math.max(0, Math.min(ZOOMS.length - 1, ZOOMS.indexOf(now as 1) + step))] ?? now);
  useActs([
    { id: 'zoom-map-in', label: 'Zoom into the map', keys: '+', group: 'This screen', run: () => zoomBy(1) },
    { id: 'zoom-map-out', label: 'Zoom out of the map', keys: '-', group: 'This screen', run: () => zoomBy(-1) },
    { id: 'zoom-map-whole', label: 'Map at its own size', keys: '0', group: 'This screen', run: () => setZoom(1) },
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
    if (active === null || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const direction = directions[event.key as keyof typeof directions];
    const target =
      direction === undefined
        ? { Home: drawn.order[0], End: drawn.order.at(-1) }[event.key]
        : neighbourOf(drawn, active, direction);
    if (direction === undefined && target === undefined) return;
    event.preventDefault();
    stand(target ?? null);
  };

  return (
    <div className={classes.frame}>
      <section ref={scroller} className={classes.scroller} aria-label="Map of roles" onKeyDown={onKeyDown}>
        <div className={classes.sheet} style={{ width: drawn.width, height: drawn.height, zoom }}>
          <Lanes drawn={drawn} />
          <Paths drawn={drawn} lit={pointed ?? chosen} chosenPath={chosenPath} onChoose={onChoose} />
          {roles.map((role) => {
            const box = drawn.boxes.get(role.key);
            if (box === undefined) return null;
            return (
              <button
                key={role.key}
                type="button"
                className={classes.role}
                data-role-key={role.key}
                data-named={role.roleId === null || undefined}
                data-aim={role.pin !== null || undefined}
                aria-pressed={role.key === chosen}
                aria-label={describe(role, paths, byKey)}
                tabIndex={role.key === active ? 0 : -1}
                style={{ left: box.x, top: box.y, width: box.width, height: box.height }}
                title={role.title}
                onFocus={() => setStanding(role.key)}
                onClick={() => onChoose(role.key)}
                onPointerEnter={() => setPointed(role.key)}
                onPointerLeave={() => setPointed(null)}
              >
                <span className={classes.roleTitle}>{role.title}</span>
                {(role.levelCode !== null || role.pin !== null) && (
                  <span className={classes.roleMeta}>
                    {role.levelCode}
                    {role.pin !== null && <IconTarget size={13} stroke={1.7} aria-hidden />}
                  </span>
                )}
              </button>
            );
          })}
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

const boxOf = (scroller: HTMLElement | null, key: string | null | undefined): HTMLElement | null =>
  key == null ? null : (scroller?.querySelector<HTMLElement>(`[data-role-key="${CSS.escape(key)}"]`) ?? null);

/** A role with its steps, as a reader hears it. */
function describe(role: MapRole, paths: readonly MapPath[], byKey: ReadonlyMap<string, MapRole>): string {
  const { up, sideways, from } = stepsOf(role.key, paths, byKey);
  const count = (steps: readonly unknown[], word: string) => (steps.length === 0 ? [] : [`${steps.length} ${word}`]);
  return [
    role.title,
    placeText(role),
    role.pin === null ? '' : 'your aim',
    role.roleId === null ? 'only named, not in your library' : '',
    ...count(up, 'up'),
    ...count(sideways, 'sideways'),
    ...count(from, 'in'),
  ]
    .filter(Boolean)
    .join(', ');
}

function Lanes({ drawn }: { readonly drawn: DrawnMap }) {
  return (
    <>
      <div className={classes.columns} aria-hidden>
        {drawn.columns.map((column) => (
          <span key={column.label} className={classes.column} style={{ left: column.x }}>
            {column.label}
          </span>
        ))}
      </div>
      {drawn.lanes.map((lane) => (
        <div key={lane.label} className={classes.lane} style={{ top: lane.y, height: lane.height }} aria-hidden>
          <span className={classes.laneName}>{lane.label}</span>
        </div>
      ))}
    </>
  );
}

interface PathsProps extends Pick<CareerMapProps, 'chosenPath' | 'onChoose'> {
  readonly drawn: DrawnMap;
  /** The role whose paths stand out: the one under the pointer, else the chosen one. */
  readonly lit: string | null;
}

function Paths({ drawn, lit, chosenPath, onChoose }: PathsProps) {
  const strengthOf = (path: MapPath): number =>
    pathKey(path) === chosenPath ? 2 : path.from === lit || path.to === lit ? 1 : 0;
  // The chosen ones last, so that they lie on top.
  const inOrder = drawn.paths.toSorted((one, other) => strengthOf(one.path) - strengthOf(other.path));
  return (
    <svg
      className={classes.paths}
      width={drawn.width}
      height={drawn.height}
      viewBox={`0 0 ${drawn.width} ${drawn.height}`}
      data-lit={lit !== null || undefined}
      aria-hidden
    >
      <PathMarkers prefix="path" />
      {inOrder.map(({ path, d }) => {
        const strength = strengthOf(path);
        return (
          <g key={pathKey(path)}>
            <path
              className={classes.path}
              data-kind={path.kind}
              data-strength={strength === 0 ? undefined : strength}
              data-across={drawn.laneOf.get(path.from) !== drawn.laneOf.get(path.to) || undefined}
              d={d}
              markerEnd={`url(#path-${path.kind})`}
            />
            {/* biome-ignore lint/a11y/noStaticElementInteractions: a shortcut for the pointer; the panel lists the same paths as buttons */}
            <path className={classes.reach} d={d} onClick={() => onChoose(path.from, pathKey(path))}>
              <title>{KIND_WORDS[path.kind]}</title>
            </path>
          </g>
        );
      })}
    </svg>
  );
}

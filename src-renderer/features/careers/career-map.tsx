/** The map itself: roles as boxes in the lanes of their families, paths as lines between them; scrolled, zoomed, walked by arrows. */
import { ActionIcon, Tooltip } from '@mantine/core';
import { IconMinus, IconPlus } from '@tabler/icons-react';
import { type KeyboardEvent, memo, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { MapPath, MapRole } from '../../../shared/api/career.ts';
import { layOutMap, type MapLayout, neighboursOf } from '../../../shared/domain/career/career-map.ts';
import { useActions } from '../../offered-actions.ts';
import classes from './career-map.module.css';
import { CareerMapLines } from './career-map-lines.tsx';
import { headHeight, mapMeasures } from './career-map-measures.ts';
import { type BoxEvents, CareerRoleBox } from './career-role-box.tsx';
import { stepsOf } from './career-words.ts';

const zoomSteps = [0.5, 0.65, 0.8, 1, 1.25, 1.5, 2] as const;
/** Between the boxes of a lane and the edge of the next. */
const laneShift = 8;
const directions = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' } as const;

interface CareerMapProps {
  readonly roles: readonly MapRole[];
  readonly paths: readonly MapPath[];
  readonly chosen: string | null;
  readonly chosenPath: string | null;
  readonly onChoose: (key: string | null, path?: string | null) => void;
}

export function CareerMap({ roles, paths, chosen, chosenPath, onChoose }: CareerMapProps) {
  const drawn = useMemo(() => layOutMap(roles, paths, mapMeasures), [roles, paths]);
  const neighbours = useMemo(() => neighboursOf(drawn), [drawn]);
  const order = useMemo(() => drawn.boxes.toSorted((a, b) => a.row - b.row || a.column - b.column), [drawn]);
  const byKey = useMemo(() => new Map(roles.map((role) => [role.key, role])), [roles]);
  const scroller = useRef<HTMLElement>(null);
  const asides = useMemo(() => asidesOf(roles, paths, byKey), [roles, paths, byKey]);
  const [zoom, setZoom] = useState(1);
  const [standing, setStanding] = useState<string | null>(null);
  const [pointed, setPointed] = useState<string | null>(null);
  const first = roles.find((role) => role.pin !== null) ?? roles[0];
  const active = [standing, chosen, first?.key].find((key) => key != null && neighbours.has(key)) ?? null;

  const zoomBy = (step: 1 | -1) =>
    setZoom((now) => zoomSteps[Math.max(0, Math.min(zoomSteps.length - 1, zoomSteps.indexOf(now as 1) + step))] ?? now);
  useActions<'career-map'>({
    'zoom-map-in': () => zoomBy(1),
    'zoom-map-out': () => zoomBy(-1),
    'zoom-map-whole': () => setZoom(1),
  });

  // The aim, or what the address names, is in view at the beginning.
  const begin = chosen ?? first?.key;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what is newly shown scrolls
  useLayoutEffect(() => {
    const frame = scroller.current;
    const box = boxOf(frame, begin);
    // The map alone is scrolled: in a small window the page around it scrolls too, and begins with its head.
    if (frame === null || box === null) return;
    const over = box.offsetLeft + box.offsetWidth + 2 * headHeight - frame.clientWidth;
    frame.scrollTo({ top: box.offsetTop - frame.clientHeight / 2, left: Math.max(0, over) });
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

  // The same forever, so that a thousand boxes are not redrawn at each step.
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
          <CareerMapLines
            drawn={drawn}
            paths={paths}
            lit={pointed ?? chosen}
            chosenPath={chosenPath}
            onChoose={onChoose}
          />
          {order.map((box) => (
            <CareerRoleBox
              key={box.role.key}
              box={box}
              isActive={box.role.key === active}
              isChosen={box.role.key === chosen}
              aside={asides.get(box.role.key) ?? ''}
              on={on}
            />
          ))}
        </div>
      </section>
      {/* biome-ignore lint/a11y/useSemanticElements: a group of buttons, not of fields */}
      <div className={classes.zoom} role="group" aria-label="Zoom">
        <Tooltip label="Zoom out, −">
          <ActionIcon aria-label="Zoom out" disabled={zoom === zoomSteps[0]} onClick={() => zoomBy(-1)}>
            <IconMinus size={16} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
        <button type="button" className={classes.zoomText} title="Own size, 0" onClick={() => setZoom(1)}>
          {`${Math.round(zoom * 100)} %`}
        </button>
        <Tooltip label="Zoom in, +">
          <ActionIcon aria-label="Zoom in" disabled={zoom === zoomSteps.at(-1)} onClick={() => zoomBy(1)}>
            <IconPlus size={16} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </div>
    </div>
  );
}

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
      const asides = [
        role.family ?? '',
        role.pin === null ? '' : 'your aim',
        role.roleId === null ? 'only named, not in your library' : '',
        count(up, 'up'),
        count(sideways, 'sideways'),
        count(from, 'in'),
      ].filter((word) => word !== '');
      return [role.key, asides.map((word) => `, ${word}`).join('')];
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

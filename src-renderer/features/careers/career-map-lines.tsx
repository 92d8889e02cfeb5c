/** The paths of the career map as lines; those of one role, or the chosen one, stand out. */
import { memo, useMemo } from 'react';
import type { MapPath } from '../../../shared/api/career.ts';
import type { MapLayout, MapLine, MapPoint } from '../../../shared/domain/career/career-map.ts';
import classes from './career-map.module.css';
import { headHeight } from './career-map-measures.ts';
import { pathKey } from './career-query.ts';
import { pathKindWords } from './career-words.ts';
import { PathMarkers } from './path-markers.tsx';

/** Of every corner of a line. */
const radius = 6;

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

interface MapLinesProps {
  readonly paths: readonly MapPath[];
  readonly chosenPath: string | null;
  readonly onChoose: (key: string, path: string) => void;
  readonly drawn: MapLayout;
  /** The role whose paths stand out: the one under the pointer, else the chosen one. */
  readonly lit: string | null;
}

export const CareerMapLines = memo(function CareerMapLines({ drawn, paths, lit, chosenPath, onChoose }: MapLinesProps) {
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
    .sort((a, b) => a.strength - b.strength);
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
                <title>{pathKindWords[line.kind]}</title>
              </path>
            )}
          </g>
        );
      })}
    </svg>
  );
});

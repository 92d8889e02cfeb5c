/** The three kinds of path, told apart by line and end alone, and what a frame says. */
import { IconTarget } from '@tabler/icons-react';
import type { MapPath, MapRole } from '../../../shared/api/ladder.ts';
import classes from './careers-screen.module.css';
import { PathMarkers } from './path-markers.tsx';

const KINDS = [
  ['next', 'Up'],
  ['lateral', 'Sideways'],
  ['feeder', 'In'],
] as const;

interface CareerLegendProps {
  readonly roles: readonly MapRole[];
  readonly paths: readonly MapPath[];
}

export function CareerLegend({ roles, paths }: CareerLegendProps) {
  const kinds = KINDS.filter(([kind]) => paths.some((path) => path.kind === kind));
  return (
    <ul className={classes.legend} aria-label="Legend">
      {kinds.map(([kind, word]) => (
        <li key={kind}>
          <svg width={44} height={12} viewBox="0 0 44 12" aria-hidden className={classes.legendLine}>
            <PathMarkers prefix="legend" />
            <path className={classes.path} data-kind={kind} d="M2 6 H36" markerEnd={`url(#legend-${kind})`} />
          </svg>
          {word}
        </li>
      ))}
      {roles.some((role) => role.pin !== null) && (
        <li className={classes.legendAim}>
          <IconTarget size={14} stroke={1.6} aria-hidden />
          your aim
        </li>
      )}
      {roles.some((role) => role.roleId === null) && (
        <li>
          <span className={classes.legendNamed} aria-hidden />
          only named, not in your library
        </li>
      )}
    </ul>
  );
}

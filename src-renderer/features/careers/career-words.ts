/** Roles and paths of the career map in words. */
import type { MapPath, MapRole } from '../../../shared/api/career.ts';
import { counted } from '../../parts/ladder/ladder-words.ts';

export interface Step {
  readonly path: MapPath;
  /** The role at the other end. */
  readonly role: MapRole;
}

export interface Steps {
  /** Up from here. */
  readonly up: readonly Step[];
  readonly sideways: readonly Step[];
  /** Where people come from. */
  readonly from: readonly Step[];
}

/** The paths that touch a role, as one who stands there sees them; each role once in a group, by its strongest path. */
export function stepsOf(key: string, paths: readonly MapPath[], roles: ReadonlyMap<string, MapRole>): Steps {
  const up = new Map<string, Step>();
  const sideways = new Map<string, Step>();
  const from = new Map<string, Step>();
  const add = (group: Map<string, Step>, path: MapPath, other: string) => {
    const role = roles.get(other);
    const known = group.get(other);
    // “Next” says more than “feeder”: the one names the step, the other only that it happens.
    if (role !== undefined && (known === undefined || path.kind === 'next')) group.set(other, { path, role });
  };
  for (const path of paths) {
    if (path.from === key) add(path.kind === 'lateral' ? sideways : up, path, path.to);
    else if (path.to === key) add(from, path, path.from);
  }
  // What leads both ways is told once, as a way out.
  for (const other of sideways.keys()) if (from.get(other)?.path.kind === 'lateral') from.delete(other);
  return { up: [...up.values()], sideways: [...sideways.values()], from: [...from.values()] };
}

/** “Senior, ML platform”: what places a role beside its title. */
export const placeText = (role: MapRole): string => [role.levelCode, role.family].filter(Boolean).join(', ');

/** What the gap of a path comes to: “Data engineering 2 to 3 of 5, Kafka new at 2 of 4”. */
export function gapText(path: Pick<MapPath, 'gap'>, most: number): string {
  const steps = path.gap.slice(0, most).map(gapStepText);
  const rest = path.gap.length - steps.length;
  return rest > 0 ? `${steps.join('; ')}; ${rest} more` : steps.join('; ');
}

export function gapStepText({ competency, from, to, of }: MapPath['gap'][number]): string {
  if (to === null) return `${competency}, no level stated`;
  return from === null ? `${competency}, new at ${to} of ${of}` : `${competency}, ${from} to ${to} of ${of}`;
}

export const pathKindWords: Readonly<Record<MapPath['kind'], string>> = {
  next: 'Up',
  lateral: 'Sideways',
  feeder: 'In',
};

/** “12 roles in 3 families, 14 paths”. */
export function mapCounts(roles: readonly MapRole[], paths: readonly MapPath[]): string {
  const families = new Set(roles.map((role) => role.family).filter((family) => family !== null)).size;
  const roleCount = counted(roles.length, 'role');
  return `${families > 1 ? `${roleCount} in ${counted(families, 'family', 'families')}` : roleCount}, ${counted(paths.length, 'path')}`;
}

/** What is shown of the career map, as it stands in the address. */
import { useMemo } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { MapPath } from '../../../shared/api/career.ts';

/** What of the map may be left undrawn: a kind of path, or the roles that are only named. */
export type Drawn = MapPath['kind'] | 'named';

export interface CareerQuery {
  readonly view: 'map' | 'list';
  readonly family: string | null;
  /** What is not drawn; null for what is usual. */
  readonly hidden: readonly Drawn[] | null;
  /** Key of the chosen role. */
  readonly role: string | null;
  /** The chosen path, see `pathKey`. */
  readonly path: string | null;
}

/** What tells one path from another. */
export const pathKey = (path: Pick<MapPath, 'from' | 'to' | 'kind'>): string => `${path.from}>${path.to}>${path.kind}`;

const drawables: readonly Drawn[] = ['next', 'lateral', 'feeder', 'named'];

export function readCareerQuery(search: string): CareerQuery {
  const params = new URLSearchParams(search);
  const hide = params.get('hide');
  return {
    view: params.get('view') === 'list' ? 'list' : 'map',
    family: params.get('family'),
    hidden: hide === null ? null : drawables.filter((line) => hide.split(',').includes(line)),
    role: params.get('role'),
    path: params.get('path'),
  };
}

/** The query of the map, and a way to change parts of it. */
export function useCareerQuery(): readonly [CareerQuery, (patch: Partial<CareerQuery>) => void] {
  const [, navigate] = useLocation();
  const search = useSearch();
  const query = useMemo(() => readCareerQuery(search), [search]);
  const change = (patch: Partial<CareerQuery>) => {
    const { hidden, ...rest } = { ...query, ...patch };
    const params = new URLSearchParams();
    for (const [name, value] of Object.entries(rest)) {
      if (value !== null && value !== 'map') params.set(name, value);
    }
    if (hidden !== null) params.set('hide', hidden.join(',') || 'nothing');
    navigate(`/careers?${params.toString()}`, { replace: true });
  };
  return [query, change];
}

/** What is shown of the career map, as it stands in the address. */
import { useMemo } from 'react';
import { useLocation, useSearch } from 'wouter';
import type { MapPath } from '../../../shared/api/ladder.ts';

export interface CareerQuery {
  readonly view: 'map' | 'list';
  readonly family: string | null;
  /** Key of the chosen role. */
  readonly role: string | null;
  /** The chosen path, see `pathKey`. */
  readonly path: string | null;
}

/** What tells one path from another. */
export const pathKey = (path: Pick<MapPath, 'from' | 'to' | 'kind'>): string => `${path.from}>${path.to}>${path.kind}`;

export function readCareerQuery(search: string): CareerQuery {
  const params = new URLSearchParams(search);
  return {
    view: params.get('view') === 'list' ? 'list' : 'map',
    family: params.get('family'),
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
    const params = new URLSearchParams();
    for (const [name, value] of Object.entries({ ...query, ...patch })) {
      if (value !== null && value !== 'map') params.set(name, value);
    }
    navigate(`/careers?${params.toString()}`, { replace: true });
  };
  return [query, change];
}

/** What is shown of a ladder, as it stands in the address: the view, the filters, the open cell. */
import { useMemo } from 'react';
import { useLocation, useSearch } from 'wouter';

export type LadderView = 'matrix' | 'levels' | 'about';
export type MatrixShow = 'all' | 'gaps' | 'mandatory';

export interface LadderQuery {
  readonly view: LadderView;
  readonly show: MatrixShow;
  readonly category: string | null;
  readonly text: string;
  /** The level, by its role, that gaps and mandatory are told for; null for the aim. */
  readonly at: string | null;
  /** Two levels, by their roles: only rows in which they differ. */
  readonly a: string | null;
  readonly b: string | null;
  /** The open cell. */
  readonly skill: string | null;
  readonly level: string | null;
}

const views: readonly LadderView[] = ['matrix', 'levels', 'about'];
const shows: readonly MatrixShow[] = ['all', 'gaps', 'mandatory'];

export function readLadderQuery(search: string): LadderQuery {
  const params = new URLSearchParams(search);
  return {
    view: views.find((view) => view === params.get('view')) ?? 'matrix',
    show: shows.find((show) => show === params.get('show')) ?? 'all',
    category: params.get('category'),
    text: params.get('text') ?? '',
    at: params.get('at'),
    a: params.get('a'),
    b: params.get('b'),
    skill: params.get('skill'),
    level: params.get('level'),
  };
}

/** Only what differs from a ladder just opened, so that its address stays short. */
export function writeLadderQuery(query: LadderQuery): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value === null || value === '' || value === 'all' || (name === 'view' && value === 'matrix')) continue;
    params.set(name, value);
  }
  return params.toString();
}

/** The query of the ladder that is open, and a way to change parts of it. */
export function useLadderQuery(): readonly [LadderQuery, (patch: Partial<LadderQuery>) => void] {
  const [location, navigate] = useLocation();
  const search = useSearch();
  const query = useMemo(() => readLadderQuery(search), [search]);
  const change = (patch: Partial<LadderQuery>) => {
    // With its question mark even when nothing follows: without one the old query would stay.
    navigate(`${location}?${writeLadderQuery({ ...query, ...patch })}`, { replace: true });
  };
  return [query, change];
}

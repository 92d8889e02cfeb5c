/** What is compared, as it stands in the address. */
import { useMemo } from 'react';
import { useLocation, useSearch } from 'wouter';

export type CompareTab = 'requirements' | 'responsibilities' | 'kpis' | 'tools' | 'about';
export type CompareShow = 'all' | 'agree' | 'differ' | 'contradict' | 'only';

export interface CompareQuery {
  /** Ids of two or three roles; fewer while one chooses. */
  readonly roles: readonly string[];
  readonly tab: CompareTab;
  readonly show: CompareShow;
}

export const mostRoles = 3;
const tabs: readonly CompareTab[] = ['requirements', 'responsibilities', 'kpis', 'tools', 'about'];
const shows: readonly CompareShow[] = ['all', 'agree', 'differ', 'contradict', 'only'];

export function readCompareQuery(search: string): CompareQuery {
  const params = new URLSearchParams(search);
  const ids = (params.get('roles') ?? '').split(',').filter((id) => id !== '');
  return {
    roles: [...new Set(ids)].slice(0, mostRoles),
    tab: tabs.find((tab) => tab === params.get('tab')) ?? 'requirements',
    show: shows.find((show) => show === params.get('show')) ?? 'all',
  };
}

/** The query of the comparison, and a way to change parts of it. */
export function useCompareQuery(): readonly [CompareQuery, (patch: Partial<CompareQuery>) => void] {
  const [, navigate] = useLocation();
  const search = useSearch();
  const query = useMemo(() => readCompareQuery(search), [search]);
  const change = (patch: Partial<CompareQuery>) => {
    const next = { ...query, ...patch };
    const params = new URLSearchParams();
    if (next.roles.length > 0) params.set('roles', next.roles.join(','));
    if (next.tab !== 'requirements') params.set('tab', next.tab);
    if (next.show !== 'all') params.set('show', next.show);
    navigate(`/compare?${params.toString()}`, { replace: true });
  };
  return [query, change];
}

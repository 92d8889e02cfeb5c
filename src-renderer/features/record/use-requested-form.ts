/** `?add=witness` or `?add=metric` in the address opens that form once: another screen asked for just this. */
import { useEffect, useRef } from 'react';
import { useLocation, useSearch } from 'wouter';

export type RequestedForm = 'witness' | 'metric';

export function useRequestedForm(what: RequestedForm | undefined, begin: () => void): void {
  const search = useSearch();
  const [path, navigate] = useLocation();
  const open = useRef(begin);
  open.current = begin;
  const isAsked = what !== undefined && new URLSearchParams(search).get('add') === what;
  useEffect(() => {
    if (!isAsked) return;
    open.current();
    const rest = new URLSearchParams(search);
    rest.delete('add');
    // a bare “?” empties the query; without it the address would keep the old one
    navigate(`${path}?${rest}`, { replace: true });
  }, [isAsked, search, path, navigate]);
}

/** The list of accomplishments, fetched a page at a time as it is scrolled; the last rows stay until new ones arrive. */
import { useQueries } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type {
  AccomplishmentFilter,
  AccomplishmentPage,
  AccomplishmentRow,
} from '../../../shared/api/accomplishment.ts';
import { type ApiError, answerKey, call } from '../../api.ts';

export const pageLength = 100;

export interface AccomplishmentPages {
  /** Undefined before the first answer of all. */
  readonly total: number | undefined;
  /** Undefined while its page is on the way. */
  readonly rowAt: (index: number) => AccomplishmentRow | undefined;
  readonly error: ApiError | null;
  readonly retry: () => void;
  /** The filter that the rows shown belong to. */
  readonly shownFor: string;
}

interface Shown {
  readonly filterKey: string;
  readonly total: number;
  readonly pages: ReadonlyMap<number, AccomplishmentPage>;
}

/** Numbers of the pages that hold rows `first` to `last`; always the first page, which carries the total. */
export function pagesFor(first: number, last: number): readonly number[] {
  const pages = [0];
  for (let page = Math.max(1, Math.floor(first / pageLength)); page <= Math.floor(last / pageLength); page++)
    pages.push(page);
  return pages;
}

/** Rows `first` to `last` of the filtered list, and how many there are in all. */
export function useAccomplishmentPages(filter: AccomplishmentFilter, first: number, last: number): AccomplishmentPages {
  const filterKey = JSON.stringify(filter);
  const lastShown = useRef<Shown | null>(null);
  // The row before the first one tells whether a group starts there.
  const pages = pagesFor(first - 1, last);
  const results = useQueries({
    queries: pages.map((page) => {
      const input = { ...filter, offset: page * pageLength, limit: pageLength };
      return { queryKey: answerKey('listAccomplishments', input), queryFn: () => call('listAccomplishments', input) };
    }),
  });
  const head = results[0]?.data;
  const shown: Shown | null =
    head === undefined
      ? lastShown.current
      : {
          filterKey,
          total: head.total,
          pages: new Map(
            pages.flatMap((page, at) => {
              const data =
                results[at]?.data ??
                (lastShown.current?.filterKey === filterKey ? lastShown.current.pages.get(page) : undefined);
              return data === undefined ? [] : [[page, data] as const];
            }),
          ),
        };
  useEffect(() => {
    lastShown.current = shown;
  });
  return {
    total: shown?.total,
    rowAt: (index) => shown?.pages.get(Math.floor(index / pageLength))?.rows[index % pageLength],
    error: (results.find((result) => result.error)?.error as ApiError | undefined) ?? null,
    retry: () => {
      for (const result of results) if (result.isError) void result.refetch();
    },
    shownFor: shown?.filterKey ?? filterKey,
  };
}

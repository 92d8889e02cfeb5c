/** The record of accomplishments: the list at the left, the one that is open beside it. */
import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useLocation, useParams, useSearch } from 'wouter';
import { useActs, useRunAct } from '../../acts.ts';
import { useAnswer, useCommand } from '../../api.ts';
import { Empty } from '../../components/empty.tsx';
import { ErrorBox } from '../../components/error-box.tsx';
import { Page, Panes } from '../../components/pane.tsx';
import { useTrail } from '../../components/trail.tsx';
import { AccomplishmentDetail } from './accomplishment-detail.tsx';
import { AccomplishmentList, type ListCounts } from './accomplishment-list.tsx';
import { ListHead } from './list-head.tsx';
import { isGrouped, isNarrowed, type ListQuery, readListQuery, toFilter, writeListQuery } from './list-query.ts';
import { namePositions } from './position-names.ts';
import classes from './record-screen.module.css';

/** After the last key the words go into the address, where back and forward find them. */
const addressPauseMs = 400;

export function RecordScreen() {
  const { id = null } = useParams<{ id?: string }>();
  const [, navigate] = useLocation();
  const search = useSearch();
  const runAct = useRunAct();
  const background = useAnswer('getBackground', {});
  const binAccomplishments = useCommand('binAccomplishments');
  const [query, setQuery] = useListQuery(search, (written) =>
    navigate(`${id === null ? '/record' : `/record/${id}`}?${written}`, { replace: true }),
  );
  const [counts, setCounts] = useState<ListCounts>({ total: undefined, chosen: 0, first: null });
  const [error, setError] = useState<unknown>(null);
  const filterRef = useRef<HTMLInputElement | null>(null);
  const listRef = useRef<HTMLDivElement | null>(null);
  useTrail('Accomplishments');

  const positions = useMemo(
    () => (background.data === undefined ? [] : namePositions(background.data)),
    [background.data],
  );
  const filter = useMemo(() => toFilter(query), [query]);
  const open = useCallback(
    (next: string | null) => navigate(next === null ? '/record' : `/record/${next}`),
    [navigate],
  );
  // With room for both, the first one is open until another is chosen.
  useEffect(() => {
    if (id === null && counts.first !== null && window.matchMedia('(min-width: 720px)').matches) {
      navigate(`/record/${counts.first}`, { replace: true });
    }
  }, [id, counts.first, navigate]);
  const bin = (ids: readonly string[], next: string | null) => {
    setError(null);
    binAccomplishments.mutate(
      { ids: [...ids] },
      {
        onError: setError,
        onSuccess: () => {
          if (id !== null && ids.includes(id)) open(next);
        },
      },
    );
  };
  const capture = () => runAct('capture');
  const focusFilter = () => {
    filterRef.current?.focus();
    filterRef.current?.select();
  };
  useActs([
    { id: 'record-filter', label: 'Filter accomplishments', keys: '/', group: 'This screen', run: focusFilter },
    ...(id === null
      ? []
      : [
          {
            id: 'record-bin',
            label: 'Move this accomplishment to the bin',
            group: 'This screen' as const,
            run: () => bin([id], null),
          },
        ]),
  ]);

  const isEmpty = counts.total === 0 && !isNarrowed(query);
  const list = (
    <div className={classes.list}>
      <ListHead
        query={query}
        onChange={setQuery}
        positions={positions}
        total={counts.total}
        chosen={counts.chosen}
        onNew={capture}
        onLeaveDown={() => listRef.current?.focus()}
        filterRef={filterRef}
      />
      {error === null ? null : (
        <div className={classes.aside}>
          <ErrorBox error={error} />
        </div>
      )}
      <AccomplishmentList
        filter={filter}
        isGrouped={isGrouped(query)}
        positions={positions}
        openId={id}
        onOpen={open}
        onBin={bin}
        onCounts={setCounts}
        listRef={listRef}
        empty={
          <div className={classes.aside}>
            {isNarrowed(query) ? (
              <Empty
                title="Nothing found"
                text={
                  query.text.trim() === ''
                    ? 'No accomplishment fits these filters.'
                    : `No accomplishment says “${query.text.trim()}”${isFiltered(query) ? ' within these filters' : ''}.`
                }
                action={<Button onClick={() => setQuery({ text: '', sort: query.sort })}>Show all</Button>}
              />
            ) : (
              <Empty
                title="No accomplishments yet"
                text="One thing you did and what came of it. A sentence is enough to begin with."
                action={
                  <Button leftSection={<IconPlus size={16} stroke={1.6} aria-hidden />} onClick={capture}>
                    Capture one
                  </Button>
                }
              />
            )}
          </div>
        }
      />
    </div>
  );
  return (
    <Panes
      list={list}
      listLabel="Accomplishments"
      detail={
        id === null ? (
          <Page>
            {isEmpty || counts.total === undefined ? null : (
              <p className={classes.hint}>Choose an accomplishment to read and edit it here.</p>
            )}
          </Page>
        ) : (
          <AccomplishmentDetail key={id} id={id} onBin={(one) => bin([one], null)} />
        )
      }
      showDetail={id !== null}
      onBack={() => open(null)}
    />
  );
}

function isFiltered(query: ListQuery): boolean {
  return isNarrowed({ ...query, text: '' });
}

/**
 * The filters of the list. They follow the address, and the address follows them: choices at once, words after a pause,
 * so that a keystroke costs no navigation.
 */
function useListQuery(search: string, write: (written: string) => void) {
  const [query, setQuery] = useState<ListQuery>(() => readListQuery(new URLSearchParams(search)));
  const written = useRef(writeListQuery(query));
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const latestWrite = useRef(write);
  latestWrite.current = write;

  useEffect(() => {
    const there = readListQuery(new URLSearchParams(search));
    const canonical = writeListQuery(there);
    if (canonical === written.current) return;
    written.current = canonical;
    setQuery(there);
  }, [search]);
  useEffect(() => () => void (timer.current !== null && clearTimeout(timer.current)), []);

  const change = (next: ListQuery) => {
    const isTyping = next.text !== query.text;
    setQuery(next);
    if (timer.current !== null) clearTimeout(timer.current);
    const flush = () => {
      const canonical = writeListQuery(next);
      if (canonical === written.current) return;
      written.current = canonical;
      latestWrite.current(canonical);
    };
    if (isTyping) timer.current = setTimeout(flush, addressPauseMs);
    else flush();
  };
  return [query, change] as const;
}

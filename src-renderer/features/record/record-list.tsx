/** The left half of the record: filters and list. What is typed here re-renders nothing beside it. */
import { Box, Button, Stack } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { actions } from '../../../shared/vocabulary/actions.ts';
import { useAnswer } from '../../api.ts';
import { useActions, useRunAction } from '../../offered-actions.ts';
import { ErrorBox } from '../../parts/errors/error-box.tsx';
import { Empty } from '../../ui/empty.tsx';
import { AccomplishmentList, type ListCounts } from './accomplishment-list.tsx';
import { namePositions } from './background/position-names.ts';
import { ListHead } from './list-head.tsx';
import { isGrouped, isNarrowed, type ListQuery, readListQuery, toFilter, writeListQuery } from './list-query.ts';

/** After the last key the words go into the address, where back and forward find them. */
const addressPauseMs = 400;

interface RecordListProps {
  readonly openId: string | null;
  /** `isInPlace`: without a step of its own for going back. */
  readonly onOpen: (id: string, isInPlace?: boolean) => void;
  readonly onBin: (ids: readonly string[], next: string | null) => void;
  readonly binError: unknown;
  /** Told whether the record holds no accomplishment at all. */
  readonly onEmpty: (isEmpty: boolean) => void;
}

export function RecordList({ openId, onOpen, onBin, binError, onEmpty }: RecordListProps) {
  const [, navigate] = useLocation();
  const search = useSearch();
  const runAction = useRunAction();
  const background = useAnswer('getBackground', {});
  const [query, setQuery] = useListQuery(search, (written) =>
    navigate(`${openId === null ? '/record' : `/record/${openId}`}?${written}`, { replace: true }),
  );
  const [counts, setCounts] = useState<ListCounts>({ total: undefined, chosen: 0, first: null });
  const filterRef = useRef<HTMLInputElement | null>(null);
  const listRef = useRef<HTMLDivElement | null>(null);

  const positions = useMemo(
    () => (background.data === undefined ? [] : namePositions(background.data)),
    [background.data],
  );
  const filter = useMemo(() => toFilter(query), [query]);
  const isEmpty = counts.total === undefined || (counts.total === 0 && !isNarrowed(query));
  useEffect(() => onEmpty(isEmpty), [isEmpty, onEmpty]);
  // With room for both, the first one is open until another is chosen.
  useEffect(() => {
    if (openId === null && counts.first !== null && window.matchMedia('(min-width: 720px)').matches) {
      onOpen(counts.first, true);
    }
  }, [openId, counts.first, onOpen]);

  const capture = () => runAction('capture');
  const focusFilter = () => {
    filterRef.current?.focus();
    filterRef.current?.select();
  };
  useActions<'record-list'>({ 'filter-accomplishments': focusFilter });
  const words = query.text.trim();
  return (
    <Stack gap={0} flex="1 1 0" mih={0} h="100%">
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
      {binError === null ? null : (
        <Box py="sm" px={20}>
          <ErrorBox error={binError} />
        </Box>
      )}
      <AccomplishmentList
        filter={filter}
        isGrouped={isGrouped(query)}
        positions={positions}
        openId={openId}
        onOpen={onOpen}
        onBin={onBin}
        onEdit={() => editTitle(listRef.current)}
        onCounts={setCounts}
        listRef={listRef}
        empty={
          <Box py="sm" px={20}>
            {isNarrowed(query) ? (
              <Empty
                title="Nothing found"
                text={
                  words === ''
                    ? 'No accomplishment fits these filters.'
                    : `No accomplishment says “${words}”${isNarrowed({ ...query, text: '' }) ? ' within these filters' : ''}.`
                }
                action={<Button onClick={() => setQuery({ text: '', sort: query.sort })}>Show all</Button>}
              />
            ) : (
              <Empty
                title="No accomplishments yet"
                text="One thing you did and what came of it. A sentence is enough to begin with."
                action={
                  <Button leftSection={<IconPlus size={16} stroke={1.6} aria-hidden />} onClick={capture}>
                    {actions.capture.label}
                  </Button>
                }
              />
            )}
          </Box>
        }
      />
    </Stack>
  );
}

/** Puts the caret into the title of what is open beside the list, as soon as it is there. */
function editTitle(list: HTMLElement | null, triesLeft = 20): void {
  const title = list?.ownerDocument.querySelector<HTMLElement>('[aria-label="Details"] [aria-label^="Title:"]');
  if (title) title.click();
  else if (triesLeft > 0) setTimeout(() => editTitle(list, triesLeft - 1), 50);
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

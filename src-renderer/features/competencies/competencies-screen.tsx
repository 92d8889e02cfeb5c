/** Every competency of the record and the roles: the level one gives oneself, and each of them whole beside the list. */
import { Box, Button } from '@mantine/core';
import { useCallback, useMemo, useRef, useState } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import type { Competency } from '../../../shared/api/competency.ts';
import type { Scale } from '../../../shared/api/values.ts';
import { useAnswer } from '../../api.ts';
import { useActions } from '../../offered-actions.ts';
import { LikePairs } from '../../parts/competency/like-pairs.tsx';
import { Answer } from '../../parts/errors/answer.tsx';
import { Empty, EmptyScreen } from '../../ui/empty.tsx';
import { PanelScreen } from '../../ui/side-panel.tsx';
import classes from './competencies-screen.module.css';
import { CompetencyFilters } from './competency-filters.tsx';
import { CompetencyList } from './competency-list.tsx';
import { CompetencyPanel } from './competency-panel.tsx';
import { type CompetencyFilter, filterCompetencies } from './filter-competencies.ts';

export function CompetenciesScreen() {
  const answer = useAnswer('listCompetencies', {});
  if (answer.data === undefined || answer.error !== null)
    return <Answer isWhole of={answer} reading="Reading the competencies" />;
  if (answer.data.competencies.length === 0) return <NoCompetencies />;
  return <Competencies competencies={answer.data.competencies} scales={answer.data.scales} />;
}

function NoCompetencies() {
  return (
    <EmptyScreen
      title="No competencies yet"
      text="They come with the roles you add, and with the accomplishments that name them."
      action={
        <Button variant="filled" component={Link} to="/roles/packs">
          See the packs
        </Button>
      }
    />
  );
}

interface CompetenciesProps {
  readonly competencies: readonly Competency[];
  readonly scales: readonly Scale[];
}

function Competencies({ competencies, scales }: CompetenciesProps) {
  const [words, setWords] = useState('');
  const [filter, setFilter] = useState<CompetencyFilter>('all');
  const [focusCount, setFocusCount] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [, navigate] = useLocation();
  // The one that is open is in the address, so that the palette and other screens can name it.
  const openId = new URLSearchParams(useSearch()).get('id');
  const shown = useMemo(() => filterCompetencies(competencies, words, filter), [competencies, words, filter]);
  const isOpen = openId !== null && competencies.some((competency) => competency.id === openId);

  const open = useCallback(
    (id: string | null, isByKey = false) => {
      navigate(id === null ? '/competencies?' : `/competencies?id=${encodeURIComponent(id)}`, { replace: true });
      if (isByKey) setFocusCount((count) => count + 1);
    },
    [navigate],
  );
  const close = useCallback(() => {
    open(null);
    list.current?.querySelector<HTMLElement>('[data-name][aria-expanded="true"]')?.focus();
  }, [open]);

  useActions<'competencies'>({ 'filter-competencies': () => field.current?.focus() });

  return (
    <PanelScreen
      className={classes.screen}
      label="The competency"
      onClose={close}
      panel={
        isOpen ? (
          <CompetencyPanel id={openId} focusCount={focusCount} onOpen={(id) => open(id, true)} onClose={close} />
        ) : null
      }
    >
      <div className={classes.main}>
        <CompetencyFilters
          competencies={competencies}
          words={words}
          filter={filter}
          fieldRef={field}
          onWords={setWords}
          onFilter={setFilter}
          onLeaveDown={() => list.current?.querySelector<HTMLElement>('[data-name][tabindex="0"]')?.focus()}
        />
        <Box flex="none" maw={1024} pb="sm" px="var(--cn-margin)">
          <LikePairs onOpen={(id) => open(id, true)} />
        </Box>
        {shown.length === 0 ? (
          <Empty
            title="No competency matches"
            text={
              words.trim() === ''
                ? filter === 'record'
                  ? 'No accomplishment names a competency yet.'
                  : 'Every competency here is self-assessed.'
                : `Nothing here is called “${words.trim()}”.`
            }
            action={
              <Button
                onClick={() => {
                  setWords('');
                  setFilter('all');
                }}
              >
                Show all competencies
              </Button>
            }
          />
        ) : (
          <CompetencyList
            all={competencies}
            shown={shown}
            scales={scales}
            openId={isOpen ? openId : null}
            listRef={list}
            onOpen={open}
          />
        )}
      </div>
    </PanelScreen>
  );
}

/** Every competency of the record and the roles, and the level one gives oneself: a key from 0 to 5, or a click. */
import { Button, SegmentedControl, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import type { Competency } from '../../../shared/api/competency.ts';
import type { Scale } from '../../../shared/api/values.ts';
import { useActs } from '../../acts.ts';
import { useAnswer, useCommand } from '../../api.ts';
import { Empty } from '../../components/empty.tsx';
import { ErrorBox } from '../../components/error-box.tsx';
import { Loading } from '../../components/loading.tsx';
import { RecordSwitch } from '../../components/record-switch.tsx';
import classes from './competencies-screen.module.css';
import { CompetencyRow } from './competency-row.tsx';
import { type CompetencyFilter, filterCompetencies } from './filter-competencies.ts';

const FILTERS: { value: CompetencyFilter; label: string }[] = [
  { value: 'all', label: 'All' },
  { value: 'record', label: 'In your record' },
  { value: 'unassessed', label: 'Not assessed' },
];

export function CompetenciesScreen() {
  const answer = useAnswer('listCompetencies', {});
  if (answer.error !== null) {
    return (
      <div className={classes.whole}>
        <ErrorBox error={answer.error} retry={() => void answer.refetch()} />
      </div>
    );
  }
  if (answer.data === undefined) return <Loading label="Reading the competencies" />;
  if (answer.data.competencies.length === 0) {
    return (
      <div className={classes.whole}>
        <Empty
          isWhole
          title="No competencies yet"
          text="They come with the roles you add, and with the accomplishments that name them."
          action={
            <Button variant="filled" component={Link} to="/import">
              Import a role
            </Button>
          }
        />
      </div>
    );
  }
  return <CompetencyList competencies={answer.data.competencies} scales={answer.data.scales} />;
}

interface CompetencyListProps {
  readonly competencies: readonly Competency[];
  readonly scales: readonly Scale[];
}

function CompetencyList({ competencies, scales }: CompetencyListProps) {
  const [words, setWords] = useState('');
  const [filter, setFilter] = useState<CompetencyFilter>('all');
  const [activeId, setActiveId] = useState<string | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const assess = useCommand('assessCompetency');
  const names = useMemo(() => new Map(competencies.map((one) => [one.id, one.name])), [competencies]);
  const shown = useMemo(() => filterCompetencies(competencies, words, filter), [competencies, words, filter]);
  const assessed = competencies.filter((one) => one.selfAssessment !== null).length;
  const [, navigate] = useLocation();
  // The palette names one competency in the address; it is found as if its name had been typed.
  const named = new URLSearchParams(useSearch()).get('id');
  const [taken, setTaken] = useState<string | null>(null);
  if (named !== taken) {
    setTaken(named);
    const name = named === null ? undefined : names.get(named);
    if (name !== undefined) {
      setWords(name);
      setFilter('all');
      setActiveId(named);
    }
  }
  /** Other words than those of the address: it names nothing any more, and can name the same one again. */
  const search = (text: string) => {
    setWords(text);
    if (named !== null) navigate('/competencies?', { replace: true });
  };
  const active = shown.some((one) => one.id === activeId) ? activeId : (shown[0]?.id ?? null);

  useActs([
    {
      id: 'filter-competencies',
      label: 'Search the competencies',
      keys: 'mod+F',
      group: 'This screen',
      run: () => field.current?.focus(),
    },
  ]);

  /** Moves to the row above or below, keeping the column. */
  const focusRow = (id: string | undefined) => {
    if (id === undefined) return;
    setActiveId(id);
    list.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const at = shown.findIndex((one) => one.id === active);
    const target = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: shown.length - 1 }[event.key];
    if (target === undefined) return;
    event.preventDefault();
    focusRow(shown[Math.max(0, Math.min(shown.length - 1, target))]?.id);
  };

  return (
    <div className={classes.screen}>
      <header className={classes.head}>
        <RecordSwitch current="Competencies" />
        <p className={classes.line}>
          {`${competencies.length} competencies, ${assessed} self-assessed. What you give yourself is shown beside the evidence and never counted.`}
        </p>
        <div className={classes.filters}>
          <TextInput
            ref={field}
            data-filter
            className={classes.search}
            aria-label="Search the competencies"
            placeholder="Search by name or alias"
            leftSection={<IconSearch size={16} stroke={1.6} aria-hidden />}
            value={words}
            onChange={(event) => search(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key === 'ArrowDown') {
                event.preventDefault();
                focusRow(active ?? undefined);
              }
            }}
          />
          <SegmentedControl
            aria-label="Which competencies"
            data={FILTERS}
            value={filter}
            onChange={(value) => setFilter(value as CompetencyFilter)}
          />
        </div>
        {assess.error !== null && <ErrorBox error={assess.error} />}
      </header>
      {shown.length === 0 ? (
        <Empty
          title="No competency matches"
          text={
            words.trim() === ''
              ? 'Every competency here is self-assessed.'
              : `Nothing here is called “${words.trim()}”.`
          }
          action={
            <Button
              onClick={() => {
                search('');
                setFilter('all');
              }}
            >
              Show all competencies
            </Button>
          }
        />
      ) : (
        <div className={classes.frame}>
          <div className={classes.columns} aria-hidden>
            <span>Competency</span>
            <span className={classes.number}>Accomplishments</span>
            <span className={classes.number}>Roles</span>
            <span>Yourself</span>
          </div>
          <ul ref={list} className={classes.list} onKeyDown={onKeyDown}>
            {shown.map((one) => (
              <CompetencyRow
                key={one.id}
                competency={one}
                parentName={one.parentId === null ? null : (names.get(one.parentId) ?? null)}
                scales={scales}
                isActive={one.id === active}
                onFocus={setActiveId}
                onAssess={assess.mutate}
              />
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}

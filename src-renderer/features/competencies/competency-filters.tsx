/** Head of the competencies: how many there are, a search, and which of them. */
import { SegmentedControl, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { RefObject } from 'react';
import type { Competency } from '../../../shared/api/competency.ts';
import { RecordSwitch } from '../../ui/record-switch.tsx';
import classes from './competencies-screen.module.css';
import type { CompetencyFilter } from './filter-competencies.ts';

const FILTERS: { value: CompetencyFilter; label: string }[] = [
  { value: 'all', label: 'All' },
  { value: 'record', label: 'In your record' },
  { value: 'unassessed', label: 'Not assessed' },
];

interface CompetencyFiltersProps {
  readonly competencies: readonly Competency[];
  readonly words: string;
  readonly filter: CompetencyFilter;
  readonly fieldRef: RefObject<HTMLInputElement | null>;
  readonly onWords: (words: string) => void;
  readonly onFilter: (filter: CompetencyFilter) => void;
  readonly onLeaveDown: () => void;
}

export function CompetencyFilters(props: CompetencyFiltersProps) {
  const { competencies, words, filter, fieldRef, onWords, onFilter, onLeaveDown } = props;
  const assessed = competencies.filter((one) => one.selfAssessment !== null).length;
  return (
    <header className={classes.head}>
      <RecordSwitch current="Competencies" />
      <p className={classes.line}>
        {`${competencies.length} competencies, ${assessed} self-assessed. What you give yourself is shown beside the evidence and never counted.`}
      </p>
      <div className={classes.filters}>
        <TextInput
          ref={fieldRef}
          data-filter
          className={classes.search}
          aria-label="Search the competencies"
          placeholder="Search by name or alias"
          leftSection={<IconSearch size={16} stroke={1.6} aria-hidden />}
          value={words}
          onChange={(event) => onWords(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowDown') return;
            event.preventDefault();
            onLeaveDown();
          }}
        />
        <SegmentedControl
          aria-label="Which competencies"
          data={FILTERS}
          value={filter}
          onChange={(value) => onFilter(value as CompetencyFilter)}
        />
      </div>
    </header>
  );
}

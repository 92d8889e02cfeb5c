/** Head of the competencies: how many there are, a search, and which of them. */
import { Box, Group, SegmentedControl, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import type { RefObject } from 'react';
import type { Competency } from '../../../shared/api/competency.ts';
import { RecordSwitch } from '../../ui/record-switch.tsx';
import type { CompetencyFilter } from './filter-competencies.ts';

const filters: { value: CompetencyFilter; label: string }[] = [
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
  const assessed = competencies.filter((competency) => competency.selfAssessment !== null).length;
  return (
    <Box component="header" flex="none" pt={20} pb={12} px="var(--cn-margin)">
      <RecordSwitch current="Competencies" />
      <Box component="p" className="cn-small cn-quiet" maw={736}>
        {`${competencies.length} competencies, ${assessed} self-assessed. What you give yourself is shown beside the evidence and never counted.`}
      </Box>
      <Group gap={12} mt={12}>
        <TextInput
          ref={fieldRef}
          data-filter
          flex="0 1 20rem"
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
          data={filters}
          value={filter}
          onChange={(value) => onFilter(value as CompetencyFilter)}
        />
      </Group>
    </Box>
  );
}

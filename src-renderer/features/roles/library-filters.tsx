/** What narrows the library apart from words: the choices in a popover, and a chip for each one made. */
import { SegmentedControl, Select } from '@mantine/core';
import { useState } from 'react';
import { type FilterChip, FilterChips } from '../../ui/filter-chips.tsx';
import { FilterPopover } from '../../ui/filter-popover.tsx';
import type { LibraryChoices, LibraryQuery } from './library-query.ts';

interface FilterProps {
  readonly query: LibraryQuery;
  readonly choices: LibraryChoices;
  readonly onChange: (query: LibraryQuery) => void;
}

const shows = [
  { value: 'all', label: 'In use' },
  { value: 'pinned', label: 'Pinned' },
  { value: 'archived', label: 'Archived' },
] as const;

export function LibraryFilters({ query, choices, onChange }: FilterProps) {
  const [isOpen, setOpen] = useState(false);
  const inside = { withinPortal: false };
  const select = (
    label: string,
    name: 'family' | 'level' | 'source',
    data: readonly (string | { readonly value: string; readonly label: string })[],
  ) => (
    <Select
      label={label}
      placeholder="Any"
      clearable
      searchable={data.length > 8}
      selectFirstOptionOnChange
      limit={100}
      comboboxProps={inside}
      value={query[name]}
      data={data}
      onChange={(value) => onChange({ ...query, [name]: value })}
    />
  );
  return (
    <FilterPopover isOpen={isOpen} onOpen={setOpen}>
      <SegmentedControl
        fullWidth
        aria-label="Which roles"
        value={query.show}
        data={shows.map((show) => ({ ...show }))}
        onChange={(show) => onChange({ ...query, show: show as LibraryQuery['show'] })}
      />
      {select('Family', 'family', choices.families)}
      {select('Level', 'level', choices.levels)}
      {select('Source', 'source', choices.sources)}
    </FilterPopover>
  );
}

/** One chip for each choice; pressing it takes the choice back. */
export function LibraryChips({ query, choices, onChange }: FilterProps) {
  const chips: FilterChip<LibraryQuery>[] = [];
  if (query.show !== 'all') {
    chips.push({ label: query.show === 'pinned' ? 'Pinned' : 'Archived', without: { ...query, show: 'all' } });
  }
  if (query.family !== null) chips.push({ label: query.family, without: { ...query, family: null } });
  if (query.level !== null) chips.push({ label: query.level, without: { ...query, level: null } });
  if (query.source !== null) {
    const label = choices.sources.find((source) => source.value === query.source)?.label ?? 'A source not here';
    chips.push({ label, without: { ...query, source: null } });
  }
  return <FilterChips mt="sm" chips={chips} onChange={onChange} />;
}

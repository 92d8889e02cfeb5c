/** What narrows the library apart from words: the choices in a popover, and a chip for each one made. */
import { ActionIcon, Button, Group, Popover, SegmentedControl, Select, Stack } from '@mantine/core';
import { IconAdjustmentsHorizontal } from '@tabler/icons-react';
import { useState } from 'react';
import { type FilterChip, FilterChips } from '../../ui/filter-chips.tsx';
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

export function LibraryPopover({ query, choices, onChange }: FilterProps) {
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
    <Popover opened={isOpen} onChange={setOpen} position="bottom-end" width={300} trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon aria-label="Narrow the list" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          <IconAdjustmentsHorizontal size={16} stroke={1.6} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label="Narrow the list">
        <Stack gap={12}>
          <SegmentedControl
            fullWidth
            aria-label="Which roles"
            value={query.show}
            data={shows.map((one) => ({ ...one }))}
            onChange={(show) => onChange({ ...query, show: show as LibraryQuery['show'] })}
          />
          {select('Family', 'family', choices.families)}
          {select('Level', 'level', choices.levels)}
          {select('Source', 'source', choices.sources)}
          <Group justify="flex-end">
            <Button variant="subtle" color="gray" onClick={() => setOpen(false)}>
              Done
            </Button>
          </Group>
        </Stack>
      </Popover.Dropdown>
    </Popover>
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

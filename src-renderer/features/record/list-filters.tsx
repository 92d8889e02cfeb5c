/** What narrows the list apart from words: the choices in a popover, and a chip for each one made. */
import { SegmentedControl, Select } from '@mantine/core';
import { useState } from 'react';
import type { Confidentiality } from '../../../shared/api/values.ts';
import { useAnswer } from '../../api.ts';
import { type FilterChip, FilterChips } from '../../ui/filter-chips.tsx';
import { FilterPopover } from '../../ui/filter-popover.tsx';
import type { PositionName } from './background/position-names.ts';
import { confidentialityLabels, type ListQuery } from './list-query.ts';

/** Stands for “without a position” among the ids of positions. */
const noPosition = '-';

interface FilterProps {
  readonly query: ListQuery;
  readonly positions: readonly PositionName[];
  readonly onChange: (query: ListQuery) => void;
}

export function ListFilters({ query, positions, onChange }: FilterProps) {
  const [isOpen, setIsOpen] = useState(false);
  const tags = useAnswer('listTags', {}, { enabled: isOpen });
  const competencies = useAnswer('listCompetencies', {}, { enabled: isOpen });
  const inside = { withinPortal: false };
  const status = query.status ?? 'any';
  return (
    <FilterPopover isOpen={isOpen} onOpen={setIsOpen}>
      <SegmentedControl
        fullWidth
        aria-label="Status"
        value={status}
        data={[
          { value: 'any', label: 'All' },
          { value: 'draft', label: 'Drafts' },
          { value: 'ready', label: 'Ready' },
        ]}
        onChange={(value) => onChange({ ...query, status: value === 'draft' || value === 'ready' ? value : undefined })}
      />
      <Select
        label="Position"
        placeholder="Any"
        searchable
        selectFirstOptionOnChange
        clearable
        comboboxProps={inside}
        limit={80}
        value={query.positionId === undefined ? null : (query.positionId ?? noPosition)}
        data={[
          ...positions.map((position) => ({ value: position.id, label: position.label })),
          { value: noPosition, label: 'Without a position' },
        ]}
        onChange={(value) =>
          onChange({ ...query, positionId: value === null ? undefined : value === noPosition ? null : value })
        }
      />
      <Select
        label="Tag"
        placeholder="Any"
        searchable
        selectFirstOptionOnChange
        clearable
        comboboxProps={inside}
        limit={80}
        value={query.tag ?? null}
        data={(tags.data ?? []).map(({ tag, count }) => ({ value: tag, label: `${tag} (${count})` }))}
        onChange={(value) => onChange({ ...query, tag: value ?? undefined })}
      />
      <Select
        label="Competency"
        placeholder="Any"
        searchable
        selectFirstOptionOnChange
        clearable
        comboboxProps={inside}
        limit={80}
        value={query.competencyId ?? null}
        data={(competencies.data?.competencies ?? [])
          .filter((competency) => competency.accomplishmentCount > 0 || competency.id === query.competencyId)
          .map((competency) => ({ value: competency.id, label: competency.name }))}
        onChange={(value) => onChange({ ...query, competencyId: value ?? undefined })}
      />
      <Select
        label="Confidentiality"
        placeholder="Any"
        clearable
        comboboxProps={inside}
        value={query.confidentiality ?? null}
        data={Object.entries(confidentialityLabels).map(([value, label]) => ({ value, label }))}
        onChange={(value) => onChange({ ...query, confidentiality: (value as Confidentiality | null) ?? undefined })}
      />
    </FilterPopover>
  );
}

/** One chip for each choice; pressing it takes the choice back. */
export function ListChips({ query, positions, onChange }: FilterProps) {
  const competencies = useAnswer('listCompetencies', {}, { enabled: query.competencyId !== undefined });
  const chips: FilterChip<ListQuery>[] = [];
  if (query.positionId !== undefined) {
    const name = positions.find((position) => position.id === query.positionId)?.label;
    chips.push({
      label: query.positionId === null ? 'Without a position' : (name ?? 'Position'),
      without: { ...query, positionId: undefined },
    });
  }
  if (query.tag !== undefined) chips.push({ label: `#${query.tag}`, without: { ...query, tag: undefined } });
  if (query.competencyId !== undefined) {
    const name = competencies.data?.competencies.find((competency) => competency.id === query.competencyId)?.name;
    chips.push({ label: name ?? 'Competency', without: { ...query, competencyId: undefined } });
  }
  if (query.status !== undefined) {
    chips.push({ label: query.status === 'draft' ? 'Drafts' : 'Ready', without: { ...query, status: undefined } });
  }
  if (query.confidentiality !== undefined) {
    chips.push({
      label: confidentialityLabels[query.confidentiality],
      without: { ...query, confidentiality: undefined },
    });
  }
  return <FilterChips chips={chips} onChange={onChange} />;
}

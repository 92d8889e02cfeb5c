/** Head of the list: which part of the record, the order, a new accomplishment, and the filter. */
import { ActionIcon, Flex, Group, Menu, TextInput } from '@mantine/core';
import { IconArrowsSort, IconCheck, IconFilter, IconPlus, IconX } from '@tabler/icons-react';
import type { KeyboardEvent, RefObject } from 'react';
import { actions } from '../../../shared/vocabulary/actions.ts';
import { keyHint } from '../../offered-actions.ts';
import { RecordSwitch } from '../../ui/record-switch.tsx';
import type { PositionName } from './background/position-names.ts';
import { ListChips, ListFilters } from './list-filters.tsx';
import classes from './list-head.module.css';
import { isNarrowed, type ListQuery, type ListSort, sortLabels } from './list-query.ts';

interface ListHeadProps {
  readonly query: ListQuery;
  readonly onChange: (query: ListQuery) => void;
  readonly positions: readonly PositionName[];
  readonly total: number | undefined;
  readonly chosen: number;
  readonly onNew: () => void;
  /** Hands the focus to the list. */
  readonly onLeaveDown: () => void;
  readonly filterRef: RefObject<HTMLInputElement | null>;
}

export function ListHead(props: ListHeadProps) {
  const { query, onChange, positions, total, chosen, onNew, onLeaveDown, filterRef } = props;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') onLeaveDown();
    else if (event.key === 'Escape' && query.text !== '') onChange({ ...query, text: '' });
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className={classes.head}>
      <Group gap="sm" wrap="nowrap" justify="space-between">
        <RecordSwitch current="Accomplishments" />
        <Flex gap={6}>
          <Menu withInitialFocusPlaceholder={false} position="bottom-end" width={180}>
            <Menu.Target>
              <ActionIcon aria-label={`Order: ${sortLabels[query.sort].toLowerCase()}`}>
                <IconArrowsSort size={18} stroke={1.6} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              {(Object.entries(sortLabels) as [ListSort, string][]).map(([sort, label]) => (
                <Menu.Item
                  key={sort}
                  onClick={() => onChange({ ...query, sort })}
                  rightSection={sort === query.sort ? <IconCheck size={16} stroke={1.6} aria-label="chosen" /> : null}
                >
                  {label}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
          <ActionIcon aria-label={actions.capture.label} onClick={onNew}>
            <IconPlus size={18} stroke={1.6} />
          </ActionIcon>
        </Flex>
      </Group>
      <Group gap="xs" wrap="nowrap">
        <TextInput
          ref={filterRef}
          className="cn-fill"
          aria-label="Filter accomplishments"
          placeholder="Filter"
          value={query.text}
          onChange={(event) => onChange({ ...query, text: event.currentTarget.value })}
          onKeyDown={onKeyDown}
          leftSection={<IconFilter size={16} stroke={1.6} aria-hidden />}
          rightSection={
            query.text === '' ? (
              <kbd className="cn-key">{keyHint('filter-accomplishments')}</kbd>
            ) : (
              <ActionIcon
                size={24}
                aria-label="Clear the words"
                onClick={() => {
                  onChange({ ...query, text: '' });
                  filterRef.current?.focus();
                }}
              >
                <IconX size={14} stroke={1.6} />
              </ActionIcon>
            )
          }
        />
        <ListFilters query={query} positions={positions} onChange={onChange} />
      </Group>
      <ListChips query={query} positions={positions} onChange={onChange} />
      <div className={classes.count} role="status">
        {chosen > 1
          ? `${chosen} chosen. Delete moves them to the bin.`
          : isNarrowed(query) && total !== undefined
            ? counted(total)
            : null}
      </div>
      {query.status === 'draft' && chosen < 2 && total !== undefined && total > 0 ? (
        <p className={classes.count}>R marks one ready, E edits it, Delete moves it to the bin.</p>
      ) : null}
    </div>
  );
}

function counted(total: number): string {
  return total === 1 ? '1 found' : `${total.toLocaleString('en')} found`;
}

/** What narrows the matrix: words, gaps or mandatory at a level, and two levels that must differ. */
import { ActionIcon, Button, Group, SegmentedControl, Select, TextInput } from '@mantine/core';
import { IconArrowsDiff, IconSearch, IconX } from '@tabler/icons-react';
import type { RefObject } from 'react';
import type { Ladder } from '../../../../shared/api/ladder.ts';
import { levelName } from '../ladder-levels.ts';
import type { LadderQuery, MatrixShow } from '../ladder-query.ts';
import classes from '../ladder-screen.module.css';

const shows: { value: MatrixShow; label: string }[] = [
  { value: 'all', label: 'All' },
  { value: 'gaps', label: 'Gaps' },
  { value: 'mandatory', label: 'Mandatory' },
];

interface MatrixFiltersProps {
  readonly ladder: Ladder;
  readonly query: LadderQuery;
  readonly at: number;
  readonly change: (patch: Partial<LadderQuery>) => void;
  readonly fieldRef: RefObject<HTMLInputElement | null>;
  /** Hands the focus to the grid. */
  readonly onLeaveDown: () => void;
}

export function MatrixFilters({ ladder, query, at, change, fieldRef, onLeaveDown }: MatrixFiltersProps) {
  const levels = ladder.levels.map((level) => ({ value: level.roleId, label: levelName(level) }));
  const isDiffering = query.a !== null && query.b !== null;
  const startDiffering = () => {
    // The step to the level in view, or the first step of the ladder.
    const to = Math.max(1, at);
    change({ a: ladder.levels[to - 1]?.roleId ?? null, b: ladder.levels[to]?.roleId ?? null });
  };
  return (
    <>
      <TextInput
        ref={fieldRef}
        flex="1 1 9rem"
        maw={240}
        data-filter
        aria-label="Filter the skills"
        placeholder="Filter the skills"
        leftSection={<IconSearch size={16} stroke={1.6} aria-hidden />}
        value={query.text}
        onChange={(event) => change({ text: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') {
            event.preventDefault();
            onLeaveDown();
          } else if (event.key === 'Escape' && query.text !== '') {
            event.preventDefault();
            event.stopPropagation();
            change({ text: '' });
          }
        }}
      />
      <Group gap={6}>
        <SegmentedControl
          aria-label="Which skills"
          value={query.show}
          data={shows}
          onChange={(show) => change({ show: show as MatrixShow })}
        />
        {query.show !== 'all' && (
          <Select
            w={120}
            aria-label="At which level"
            data={levels}
            value={ladder.levels[at]?.roleId ?? null}
            onChange={(roleId) => change({ at: roleId })}
          />
        )}
      </Group>
      {ladder.levels.length > 1 &&
        (isDiffering ? (
          <Group gap={6} role="group" aria-label="Only where two levels differ">
            <span className={classes.filterWord}>Where</span>
            <Select w={120} aria-label="One level" data={levels} value={query.a} onChange={(a) => change({ a })} />
            <span className={classes.filterWord}>and</span>
            <Select
              w={120}
              aria-label="The other level"
              data={levels}
              value={query.b}
              onChange={(b) => change({ b })}
            />
            <span className={classes.filterWord}>differ</span>
            <ActionIcon aria-label="Show where they agree too" onClick={() => change({ a: null, b: null })}>
              <IconX size={16} stroke={1.6} />
            </ActionIcon>
          </Group>
        ) : (
          <Button
            variant="subtle"
            color="gray"
            leftSection={<IconArrowsDiff size={16} stroke={1.6} aria-hidden />}
            onClick={startDiffering}
          >
            Where two levels differ
          </Button>
        ))}
    </>
  );
}

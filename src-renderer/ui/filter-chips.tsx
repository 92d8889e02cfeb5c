/** What a list is narrowed to, each with a way to take it away. */
import { Flex, UnstyledButton } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import classes from './filter-chips.module.css';

export interface FilterChip<Query> {
  readonly label: string;
  /** The query when this is taken away. */
  readonly without: Query;
}

interface FilterChipsProps<Query> {
  readonly chips: readonly FilterChip<Query>[];
  readonly onChange: (query: Query) => void;
  /** Room above. */
  readonly mt?: 'sm';
}

export function FilterChips<Query>({ chips, onChange, mt }: FilterChipsProps<Query>) {
  if (chips.length === 0) return null;
  return (
    <Flex wrap="wrap" gap={6} {...(mt && { mt })}>
      {chips.map((chip) => (
        <UnstyledButton
          key={chip.label}
          className={classes.chip}
          onClick={() => onChange(chip.without)}
          aria-label={`${chip.label}: take this filter away`}
        >
          <span className="cn-breaks">{chip.label}</span>
          <IconX size={14} stroke={1.6} aria-hidden />
        </UnstyledButton>
      ))}
    </Flex>
  );
}

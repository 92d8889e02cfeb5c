/** The categories of a matrix with their counts: a list at the left, a menu where there is no room for one. */
import { Box, Select } from '@mantine/core';
import classes from '../ladder-screen.module.css';
import type { CategoryCount } from './matrix-rows.ts';

interface CategoryProps {
  readonly categories: readonly CategoryCount[];
  /** Null for all of them. */
  readonly chosen: string | null;
  readonly onChoose: (category: string | null) => void;
}

const total = (categories: readonly CategoryCount[]): number =>
  categories.reduce((sum, category) => sum + category.count, 0);

export function CategoryList({ categories, chosen, onChoose }: CategoryProps) {
  return (
    <Box component="ul" className="cn-scroll" py={12} px="sm">
      {[{ name: null, count: total(categories) }, ...categories].map(({ name, count }) => (
        <li key={name ?? ''}>
          <button
            type="button"
            className={classes.entry}
            aria-current={name === chosen ? 'true' : undefined}
            data-empty={count === 0 || undefined}
            onClick={() => onChoose(name)}
          >
            <span className={classes.entryName}>{name ?? 'All'}</span>
            <span className={classes.entryCount}>{count}</span>
          </button>
        </li>
      ))}
    </Box>
  );
}

export function CategoryMenu({ categories, chosen, onChoose }: CategoryProps) {
  return (
    <Select
      className={classes.categoryMenu}
      aria-label="Category"
      value={chosen ?? ''}
      data={[
        { value: '', label: `All (${total(categories)})` },
        ...categories.map(({ name, count }) => ({ value: name, label: `${name} (${count})` })),
      ]}
      onChange={(value) => onChoose(value === '' ? null : value)}
    />
  );
}

/** What a list of choices leaves for the words typed into its field, whatever letters a keyboard lacks. */
import { isOptionsGroup, type OptionsFilter } from '@mantine/core';
import { foldSearch } from '../shared/domain/names/fold.ts';

export const filterOptions: OptionsFilter = ({ options, search, limit }) => {
  const sought = foldSearch(search.trim());
  const holds = (label: string) => foldSearch(label).includes(sought);
  const left: ReturnType<OptionsFilter> = [];
  for (const option of options) {
    if (left.length === limit) break;
    if (isOptionsGroup(option)) {
      const items = option.items.filter((item) => holds(item.label)).slice(0, limit - left.length);
      if (items.length > 0) left.push({ ...option, items });
    } else if (holds(option.label)) left.push(option);
  }
  return left;
};

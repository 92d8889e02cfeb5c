/** What typing leaves of a list of choices. */
import { expect, test } from 'vitest';
import { filterOptions } from '../../src-renderer/filter-options.ts';

const option = (label: string) => ({ label, value: label, disabled: false });
const labelsLeft = (search: string, limit = 100) =>
  JSON.stringify(
    filterOptions({
      options: [option('Łódź'), option('Straße'), { group: 'Nordic', items: [option('Sørensen'), option('Åse')] }],
      search,
      limit,
    }),
  ).match(/(?<="label":")[^"]+/g);

test.each([
  ['lodz', ['Łódź']],
  ['STRASSE', ['Straße']],
  ['sorensen', ['Sørensen']],
  ['', ['Łódź', 'Straße', 'Sørensen', 'Åse']],
  ['zebra', null],
])('“%s” leaves %j', (search, left) => {
  expect(labelsLeft(search)).toEqual(left);
});

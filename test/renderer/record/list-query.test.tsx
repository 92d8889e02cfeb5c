/** The filters of the list in the address, the rows chosen, and the pages fetched: plain functions, no screen. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageLength, pagesFor } from '../../../src-renderer/features/record/accomplishment-pages.ts';
import {
  isGrouped,
  isNarrowed,
  type ListQuery,
  readListQuery,
  writeListQuery,
} from '../../../src-renderer/features/record/list-query.ts';
import { chooseOne, extendTo, noSelection, toggleRow } from '../../../src-renderer/features/record/row-selection.ts';

const query: fc.Arbitrary<ListQuery> = fc.record(
  {
    text: fc.string(),
    positionId: fc.oneof(fc.uuid(), fc.constant(null)),
    tag: fc.string({ minLength: 1 }),
    competencyId: fc.uuid(),
    status: fc.constantFrom('draft' as const, 'ready' as const),
    confidentiality: fc.constantFrom('public' as const, 'private' as const),
    sort: fc.constantFrom('position' as const, 'newest' as const, 'oldest' as const),
  },
  { requiredKeys: ['text', 'sort'] },
);

describe('the filters in the address', () => {
  it('are read back as they were written', () => {
    fc.assert(
      fc.property(query, (given) => {
        expect(readListQuery(new URLSearchParams(writeListQuery(given)))).toEqual(given);
      }),
    );
  });

  it('take nothing that no filter knows', () => {
    expect(readListQuery(new URLSearchParams('status=lost&confidentiality=secret&sort=random&colour=red'))).toEqual({
      text: '',
      sort: 'position',
    });
  });

  it('group by position only while no words are looked for', () => {
    expect(isGrouped({ text: '', sort: 'position' })).toBe(true);
    expect(isGrouped({ text: 'cache', sort: 'position' })).toBe(false);
    expect(isGrouped({ text: '', sort: 'newest' })).toBe(false);
  });

  it('narrow the list with words or a choice, not with an order or blanks', () => {
    expect(isNarrowed({ text: '  ', sort: 'oldest' })).toBe(false);
    expect(isNarrowed({ text: '', sort: 'position', positionId: null })).toBe(true);
  });
});

describe('the rows chosen', () => {
  const idAt = (index: number) => (index < 10 ? `id-${index}` : undefined);

  it('run from the anchor to the row, whichever comes first', () => {
    const start = chooseOne('id-5', 5);
    expect([...extendTo(start, 3, idAt).ids]).toEqual(['id-3', 'id-4', 'id-5']);
    expect([...extendTo(extendTo(start, 3, idAt), 6, idAt).ids]).toEqual(['id-5', 'id-6']);
  });

  it('leave out rows that are not loaded', () => {
    expect(extendTo(chooseOne('id-8', 8), 30, idAt).ids.size).toBe(2);
  });

  it('gain a row with Ctrl and lose it with Ctrl again', () => {
    const selection = toggleRow(noSelection, 'id-1', 1);
    expect([...toggleRow(selection, 'id-4', 4).ids]).toEqual(['id-1', 'id-4']);
    expect(toggleRow(selection, 'id-1', 1).ids.size).toBe(0);
  });
});

describe('the pages fetched', () => {
  it('hold every row asked for and always the first page, which has the total', () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.nat(60), (first, more) => {
        const pages = pagesFor(first - 1, first + more);
        expect(pages[0]).toBe(0);
        for (const row of [first, first + more]) expect(pages).toContain(Math.floor(row / pageLength));
        expect(pages.length).toBeLessThanOrEqual(3);
      }),
    );
  });
});

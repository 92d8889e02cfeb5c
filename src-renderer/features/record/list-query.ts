/** The filters of the list of accomplishments as they stand in the address, and as main is asked. */
import type { AccomplishmentFilter } from '../../../shared/api/accomplishment.ts';
import type { Confidentiality } from '../../../shared/api/values.ts';

export type ListSort = 'position' | 'newest' | 'oldest';

/** What the list shows; a field that is missing does not filter. `positionId` null means: without a position. */
export interface ListQuery {
  readonly text: string;
  readonly positionId?: string | null;
  readonly tag?: string;
  readonly competencyId?: string;
  readonly status?: 'draft' | 'ready';
  readonly confidentiality?: Confidentiality;
  readonly sort: ListSort;
}

export const sortLabels: Readonly<Record<ListSort, string>> = {
  position: 'By position',
  newest: 'Newest first',
  oldest: 'Oldest first',
};

export const confidentialityLabels: Readonly<Record<Confidentiality, string>> = {
  public: 'Public',
  employer: 'Employer',
  confidential: 'Confidential',
  private: 'Private',
};

const withoutPosition = 'none';

/** Reads the filters from an address; what it does not know it leaves out. */
export function readListQuery(params: URLSearchParams): ListQuery {
  const position = params.get('position');
  const tag = params.get('tag');
  const competencyId = params.get('competency');
  const status = params.get('status');
  const confidentiality = params.get('confidentiality');
  const sort = params.get('sort');
  return {
    text: params.get('text') ?? '',
    ...(position ? { positionId: position === withoutPosition ? null : position } : {}),
    ...(tag ? { tag } : {}),
    ...(competencyId ? { competencyId } : {}),
    ...(status === 'draft' || status === 'ready' ? { status } : {}),
    ...(isConfidentiality(confidentiality) ? { confidentiality } : {}),
    sort: sort === 'newest' || sort === 'oldest' ? sort : 'position',
  };
}

/** Writes the filters for an address, the usual ones left out; the reverse of `readListQuery`. */
export function writeListQuery(query: ListQuery): string {
  const params = new URLSearchParams();
  if (query.text !== '') params.set('text', query.text);
  if (query.positionId !== undefined) params.set('position', query.positionId ?? withoutPosition);
  if (query.tag !== undefined) params.set('tag', query.tag);
  if (query.competencyId !== undefined) params.set('competency', query.competencyId);
  if (query.status !== undefined) params.set('status', query.status);
  if (query.confidentiality !== undefined) params.set('confidentiality', query.confidentiality);
  if (query.sort !== 'position') params.set('sort', query.sort);
  return params.toString();
}

/** The filter as main is asked, without its page. */
export function toFilter(query: ListQuery): AccomplishmentFilter {
  return { ...query, text: query.text.trim().slice(0, 400) };
}

/** True when something other than the order narrows the list. */
export function isNarrowed(query: ListQuery): boolean {
  return (
    query.text.trim() !== '' ||
    query.positionId !== undefined ||
    query.tag !== undefined ||
    query.competencyId !== undefined ||
    query.status !== undefined ||
    query.confidentiality !== undefined
  );
}

/** Groups by position only when the order is by position and no words are looked for. */
export function isGrouped(query: ListQuery): boolean {
  return query.sort === 'position' && query.text.trim() === '';
}

function isConfidentiality(value: string | null): value is Confidentiality {
  return value === 'public' || value === 'employer' || value === 'confidential' || value === 'private';
}

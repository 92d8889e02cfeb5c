/** Drafts together, and one change made to several accomplishments. */
import { sql } from 'kysely';
import type { DraftRow } from '../../../shared/api/accomplishment.ts';
import { AppError } from '../../../shared/api/errors.ts';
import type { Parsed } from '../../../shared/api/index.ts';
import { mostTags } from '../../../shared/vocabulary/limits.ts';
import type { ReadableDatabase, WritableDatabase } from '../../db/database.ts';
import { compiled, countOf, query } from '../../db/query.ts';
import { notFound } from '../not-found.ts';
import { loadAccomplishments, writeChildren } from './accomplishments.ts';
import { refuseEndBeforeStart } from './date-order.ts';

const mostDrafts = 1_000;

const drafts = query
  .selectFrom('accomplishment')
  .where('deletedAt', 'is', null)
  // written out: a partial index is not found by a value that is given later
  .where('status', '=', sql.lit('draft' as const));

const newestDrafts = compiled(() =>
  drafts.select(['id', 'title', 'positionId']).orderBy('createdAt', 'desc').orderBy('id', 'desc').limit(mostDrafts),
);

const countDrafts = compiled(() => query.selectNoFrom(countOf(drafts).as('n')));

const newestDraft = compiled(() => drafts.select(['id', 'title']).orderBy('createdAt', 'desc').limit(1));

const countSomeDrafts = compiled(() =>
  query.selectNoFrom(countOf(query.selectFrom(drafts.select('id').limit(mostDrafts).as('draft'))).as('n')),
);

/** The newest draft, and how many there are: as far as 1,000 go, so that it takes no longer in a large record. */
export function waitingDrafts(db: ReadableDatabase): {
  newest: { id: string; title: string } | undefined;
  count: number;
} {
  return { newest: db.first(newestDraft()), count: db.one(countSomeDrafts()).n };
}

export function listDrafts(db: ReadableDatabase): { drafts: readonly DraftRow[]; total: number } {
  return { drafts: db.all(newestDrafts()), total: db.one(countDrafts()).n };
}

/** Throws NOT_FOUND or INVALID_INPUT, with the title of the one that is in the way, before anything is changed. */
export function changeMany(
  { db, now, newId }: { readonly db: WritableDatabase; readonly now: string; readonly newId: () => string },
  { ids, patch: { addTags = [], addShowings = [], ...columns } }: Parsed<'changeAccomplishments'>,
): number {
  const found = loadAccomplishments(db, { ids: [...new Set(ids)] });
  if (found.length < new Set(ids).size || found.some(({ deletedAt }) => deletedAt !== null))
    throw notFound('accomplishment');
  for (const { endedOn, isOngoing } of found)
    if (columns.startedOn !== undefined) refuseEndBeforeStart(columns.startedOn, endedOn, isOngoing);
  for (const { id, title, tags, showings } of found) {
    db.run(
      query
        .updateTable('accomplishment')
        .set({ ...columns, updatedAt: now })
        .where('id', '=', id),
    );
    const has = new Set(tags.map((tag) => tag.toLowerCase()));
    const newTags = addTags.filter((tag) => !has.has(tag.toLowerCase()));
    if (newTags.length > 0 && tags.length + newTags.length > mostTags)
      throw new AppError('INVALID_INPUT', `“${title}” would have more than ${mostTags} tags. Nothing was changed.`);
    const shown = new Set(showings.map(({ competencyId }) => competencyId));
    const newShowings = addShowings.filter(({ competencyId }) => !shown.has(competencyId));
    writeChildren({ db, newId }, id, {
      ...(newTags.length === 0 ? {} : { tags: [...tags, ...newTags] }),
      ...(newShowings.length === 0 ? {} : { showings: [...showings, ...newShowings] }),
    });
  }
  return found.length;
}

/** Search over everything. */
import { periodText } from '../../shared/domain/dates/date-text.ts';
import type { SearchKind } from '../../shared/vocabulary/things.ts';
import type { Handlers } from '../app/context.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { compiled, query } from '../db/query.ts';
import { findDocs } from '../db/search/search.ts';

export const searchHandlers: Pick<Handlers, 'searchEverything'> = {
  searchEverything({ db }, { text, limit }) {
    return findDocs(db, text, limit).map((doc) => ({
      kind: doc.kind as SearchKind,
      id: doc.refId,
      title: doc.title,
      detail: detailOf(db, doc.kind, doc.refId),
      snippet: doc.snippet,
    }));
  },
};

function detailOf(db: ReadableDatabase, kind: string, id: string): string {
  if (kind === 'accomplishment') {
    const row = db.one(accomplishmentAt(id));
    const dates = periodText(row.startedOn, row.endedOn, row.isOngoing === 1);
    return [dates, row.title && row.name ? `${row.title}, ${row.name}` : ''].filter(Boolean).join(' · ');
  }
  if (kind === 'role') {
    const { family, levelCode } = db.one(roleIn(id));
    return [family, levelCode].filter(Boolean).join(', ');
  }
  return kind === 'position' ? db.one(employerOf(id)).name : '';
}

const accomplishmentAt = compiled((id: string) =>
  query
    .selectFrom('accomplishment')
    .leftJoin('position', 'position.id', 'positionId')
    .leftJoin('employer', 'employer.id', 'employerId')
    .select(['accomplishment.startedOn', 'accomplishment.endedOn', 'isOngoing', 'position.title', 'employer.name'])
    .where('accomplishment.id', '=', id),
);
const roleIn = compiled((id: string) =>
  query.selectFrom('roleSpec').select(['family', 'levelCode']).where('id', '=', id),
);
const employerOf = compiled((id: string) =>
  query
    .selectFrom('position')
    .innerJoin('employer', 'employer.id', 'employerId')
    .select('employer.name')
    .where('position.id', '=', id),
);

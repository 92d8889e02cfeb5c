/** Search over everything. */
import type { SearchKind } from '../../shared/api/search.ts';
import { periodText } from '../../shared/domain/dates/date-text.ts';
import type { Context, Handlers } from '../app/context.ts';
import { findDocs } from '../db/search/search.ts';

export const searchHandlers: Pick<Handlers, 'searchEverything'> = {
  searchEverything({ sqlite }, { text, limit }) {
    return findDocs(sqlite, text, limit).map((doc) => ({
      kind: doc.kind as SearchKind,
      id: doc.refId,
      title: doc.title,
      detail: detailOf(sqlite, doc.kind, doc.refId),
      snippet: doc.snippet,
    }));
  },
};

function detailOf(sqlite: Context['sqlite'], kind: string, id: string): string {
  if (kind === 'accomplishment') {
    const row = sqlite
      .prepare(
        `SELECT a.startedOn, a.endedOn, a.isOngoing, p.title, e.name FROM accomplishment a
         LEFT JOIN position p ON p.id = a.positionId LEFT JOIN employer e ON e.id = p.employerId WHERE a.id = ?`,
      )
      .get(id) as {
      startedOn: string | null;
      endedOn: string | null;
      isOngoing: number;
      title: string | null;
      name: string | null;
    };
    const dates = periodText(row.startedOn, row.endedOn, row.isOngoing === 1);
    return [dates, row.title && row.name ? `${row.title}, ${row.name}` : ''].filter(Boolean).join(' · ');
  }
  if (kind === 'role') {
    const row = sqlite.prepare('SELECT family, levelCode FROM roleSpec WHERE id = ?').get(id) as {
      family: string | null;
      levelCode: string | null;
    };
    return [row.family, row.levelCode].filter(Boolean).join(', ');
  }
  if (kind === 'position') {
    const row = sqlite
      .prepare('SELECT e.name FROM position p JOIN employer e ON e.id = p.employerId WHERE p.id = ?')
      .get(id) as { name: string };
    return row.name;
  }
  return '';
}

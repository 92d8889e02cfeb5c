/**
 * Forms of texts that are stored, brought to the rule by which this Cairn compares and searches: of a record that was
 * written under an older rule, and of one that was not, nothing. Done once for each rule, before undo listens.
 */
import type { Database } from 'better-sqlite3';
import { comparedForm } from '../../shared/domain/names/compared-form.ts';
import { databaseOver } from '../db/database.ts';
import { readStored, writeSetting } from '../db/settings.ts';

/** To be raised when `comparedForm` or the words of the search index change. */
const currentRule = 2;
const storedAs = 'textForms';

/** Letters of which the rule takes accents off, or that the index is given further words for. */
const concerned = `'*[^' || char(1) || '-' || char(0xC5, 0xC7) || '-' || char(0xCF, 0xD1) || '-' || char(0xD7, 0xD9) || '-'
  || char(0xDD, 0xE0) || '-' || char(0xE5, 0xE7) || '-' || char(0xEF, 0xF1) || '-' || char(0xF7, 0xF9) || '-'
  || char(0xFD, 0x2010) || '-' || char(0x206F) || ']*'`;

/** Computes the stored forms of names again, and has the texts indexed again that the rule concerns. */
export function renewTextForms(sqlite: Database): void {
  const db = databaseOver(sqlite);
  if (readStored(db, storedAs) === currentRule) return;
  sqlite.transaction(() => {
    const rows = sqlite
      .prepare('SELECT form, name, competencyId FROM competencyName WHERE name GLOB ?')
      .all('*[^\u0001-\u007f]*') as { form: string; name: string; competencyId: string }[];
    const rename = sqlite.prepare('UPDATE OR IGNORE competencyName SET form = ? WHERE form = ?');
    // a name may wait for the form that another is about to leave
    for (let round = 0; round < 2; round += 1)
      for (const { form, name } of rows) rename.run(comparedForm(name) || name.trim(), form);
    sqlite.exec(
      `INSERT OR REPLACE INTO searchStale(kind, refId)
       SELECT kind, refId FROM searchDoc WHERE title GLOB ${concerned} OR body GLOB ${concerned}`,
    );
    writeSetting(db, storedAs, currentRule);
  })();
}

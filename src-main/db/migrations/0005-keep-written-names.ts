/**
 * What an accomplishment shows keeps the names it was given (“Docker”), whatever the competency beneath is called, and a
 * resume says whose words its skills are in. Earlier records noted no names, so theirs go on showing the common ones.
 *
 * The steps that can be undone stay: to each note of a row that grows, the new column's value is added.
 */
import { sql as createRecord } from './0001-create-record.ts';

export const version = 5;

/** What the search index reads, as it was made at first, and besides the names an accomplishment gives what it shows. */
const searchSource = (/CREATE VIEW searchSource AS[^;]*;/.exec(createRecord) ?? [''])[0].replace(
  "c.name || ' ' || s.reason",
  "c.name || coalesce((SELECT ' ' || group_concat(value, ' ') FROM json_each(s.words)), '') || ' ' || s.reason",
);

export const sql = `
DROP VIEW searchSource;

-- the names as they were written, a JSON list; none where it is the common name alone
ALTER TABLE showing ADD COLUMN words TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(words));
UPDATE undoEntry SET old = json_insert(old, '$[#]', '[]') WHERE tableName = 'showing' AND json_valid(old);

ALTER TABLE resume ADD COLUMN skillWords TEXT NOT NULL DEFAULT 'mine' CHECK (skillWords IN ('mine', 'role', 'common'));
UPDATE undoEntry SET old = json_insert(old, '$[#]', 'mine') WHERE tableName = 'resume' AND json_valid(old);

${searchSource}
`;

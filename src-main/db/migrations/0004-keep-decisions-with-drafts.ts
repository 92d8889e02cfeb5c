/**
 * What the user decides in the review of a draft is kept with the draft, and goes and comes back with it, by undo too. So
 * far it stood among unsaved text, under keys that named the draft.
 *
 * A decision is never deleted alone: taking a step back deletes exactly the rows that it had brought.
 */

export const version = 4;

export const sql = `
CREATE TABLE importDecision (
  draftId TEXT NOT NULL REFERENCES importDraft(id) ON DELETE CASCADE, about TEXT NOT NULL, decided TEXT NOT NULL,
  PRIMARY KEY (draftId, about)
) STRICT;

INSERT INTO importDecision(draftId, about, decided)
  SELECT d.id, substr(u.key, length('import:' || d.id || ':') + 1), u.text
  FROM importDraft d JOIN unsavedText u ON substr(u.key, 1, length('import:' || d.id || ':')) = 'import:' || d.id || ':';
DELETE FROM unsavedText WHERE key LIKE 'import:%';
`;

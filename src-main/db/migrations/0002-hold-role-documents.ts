/** All that role documents carry: ladders, matrices, further lists, editions and forks, what was decided on names. */

export const version = 2;

const list = (name: string, key: string, columns: string) => `
CREATE TABLE ${name} (
  id TEXT PRIMARY KEY NOT NULL, roleSpecId TEXT NOT NULL REFERENCES roleSpec(id) ON DELETE CASCADE, rank INTEGER NOT NULL,
  ${columns}, section INTEGER, line INTEGER, words TEXT
) STRICT;
CREATE INDEX ${key} ON ${name}(roleSpecId, rank);`;

export const sql = `
-- what a document says of a ladder as a whole; its levels are role specs
CREATE TABLE ladder (
  id TEXT PRIMARY KEY NOT NULL, family TEXT NOT NULL, title TEXT NOT NULL, tagline TEXT, summary TEXT,
  faqs TEXT NOT NULL CHECK (json_valid(faqs)), shortRows TEXT NOT NULL CHECK (json_valid(shortRows)),
  sections TEXT NOT NULL CHECK (json_valid(sections)), facts TEXT NOT NULL CHECK (json_valid(facts)),
  scaleId TEXT REFERENCES scale(id), countsThroughParents INTEGER NOT NULL,
  sourceDocumentId TEXT REFERENCES sourceDocument(id), packId TEXT REFERENCES pack(id), createdAt TEXT NOT NULL
) STRICT;

ALTER TABLE roleSpec ADD COLUMN tagline TEXT;
ALTER TABLE roleSpec ADD COLUMN functionName TEXT;
ALTER TABLE roleSpec ADD COLUMN levelLabel TEXT;
ALTER TABLE roleSpec ADD COLUMN focus TEXT;
ALTER TABLE roleSpec ADD COLUMN stack TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(stack));
ALTER TABLE roleSpec ADD COLUMN standard TEXT;
ALTER TABLE roleSpec ADD COLUMN nature TEXT;
ALTER TABLE roleSpec ADD COLUMN credit TEXT;
ALTER TABLE roleSpec ADD COLUMN facts TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(facts));
ALTER TABLE roleSpec ADD COLUMN ladderId TEXT REFERENCES ladder(id);
ALTER TABLE roleSpec ADD COLUMN archivedAt TEXT;
CREATE INDEX roleSpecByLadder ON roleSpec(ladderId, levelOrder) WHERE ladderId IS NOT NULL;
CREATE INDEX roleSpecByPack ON roleSpec(packId) WHERE packId IS NOT NULL;
CREATE INDEX roleSpecByTitle ON roleSpec(title, family) WHERE deletedAt IS NULL;

ALTER TABLE requirement ADD COLUMN importanceNote TEXT;
ALTER TABLE requirement ADD COLUMN category TEXT;
ALTER TABLE requirement ADD COLUMN countsInMatch INTEGER NOT NULL DEFAULT 1;
ALTER TABLE kpi ADD COLUMN note TEXT;

${list(
  'roleItem',
  'roleItemByRole',
  `kind TEXT NOT NULL CHECK (kind IN ('deliverable', 'activity', 'decisionRight', 'stakeholder', 'qualification', 'environment', 'risk', 'variant', 'aiImpact', 'accelerator', 'hiring')),
  "group" TEXT, name TEXT, text TEXT NOT NULL`,
)}
${list('scorecardDimension', 'scorecardDimensionByRole', 'dimension TEXT NOT NULL, meets TEXT, exceeds TEXT, weight REAL')}
${list('faq', 'faqByRole', 'question TEXT NOT NULL, answer TEXT NOT NULL')}

-- what was read, kept at the user's first edit: the role is a fork of it from then on
CREATE TABLE roleBase (
  roleSpecId TEXT PRIMARY KEY NOT NULL REFERENCES roleSpec(id) ON DELETE CASCADE,
  content TEXT NOT NULL CHECK (json_valid(content))
) STRICT;

-- pairs of competencies that were looked at and are two things
CREATE TABLE keptApart (
  aId TEXT NOT NULL REFERENCES competency(id) ON DELETE CASCADE, bId TEXT NOT NULL REFERENCES competency(id) ON DELETE CASCADE,
  PRIMARY KEY (aId, bId), CHECK (aId < bId)
) STRICT;

ALTER TABLE pack ADD COLUMN description TEXT NOT NULL DEFAULT '';
-- further files a source was read from, with their hashes
ALTER TABLE sourceDocument ADD COLUMN parts TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(parts));
ALTER TABLE importDraft ADD COLUMN parts TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(parts));
`;

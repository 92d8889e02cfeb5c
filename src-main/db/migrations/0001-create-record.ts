/** The first schema: record, competencies, roles, resumes, drafts, search, undo. */

export const version = 1;

export const sql = `
CREATE TABLE profile (
  id TEXT PRIMARY KEY NOT NULL CHECK (id = 'me'),
  name TEXT NOT NULL, headline TEXT NOT NULL, email TEXT NOT NULL, phone TEXT NOT NULL, place TEXT NOT NULL,
  website TEXT NOT NULL, summary TEXT NOT NULL, links TEXT NOT NULL CHECK (json_valid(links))
) STRICT;
INSERT INTO profile VALUES ('me', '', '', '', '', '', '', '', '[]');

CREATE TABLE employer (
  id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL, place TEXT NOT NULL, description TEXT NOT NULL, website TEXT NOT NULL,
  createdAt TEXT NOT NULL, deletedAt TEXT
) STRICT;

CREATE TABLE position (
  id TEXT PRIMARY KEY NOT NULL, employerId TEXT NOT NULL REFERENCES employer(id), title TEXT NOT NULL,
  startedOn TEXT, endedOn TEXT, isCurrent INTEGER NOT NULL, summary TEXT NOT NULL, createdAt TEXT NOT NULL, deletedAt TEXT
) STRICT;
CREATE INDEX positionByEmployer ON position(employerId);

CREATE TABLE project (
  id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL, positionId TEXT REFERENCES position(id), description TEXT NOT NULL,
  website TEXT NOT NULL, startedOn TEXT, endedOn TEXT, createdAt TEXT NOT NULL, deletedAt TEXT
) STRICT;

CREATE TABLE education (
  id TEXT PRIMARY KEY NOT NULL, institution TEXT NOT NULL, degree TEXT NOT NULL, area TEXT NOT NULL,
  startedOn TEXT, endedOn TEXT, note TEXT NOT NULL, createdAt TEXT NOT NULL, deletedAt TEXT
) STRICT;

CREATE TABLE certificate (
  id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL, issuer TEXT NOT NULL, issuedOn TEXT, website TEXT NOT NULL,
  createdAt TEXT NOT NULL, deletedAt TEXT
) STRICT;

CREATE TABLE language (
  id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL, fluency TEXT NOT NULL, createdAt TEXT NOT NULL, deletedAt TEXT
) STRICT;

CREATE TABLE accomplishment (
  id TEXT PRIMARY KEY NOT NULL, title TEXT NOT NULL, story TEXT NOT NULL,
  startedOn TEXT, endedOn TEXT, isOngoing INTEGER NOT NULL,
  positionId TEXT REFERENCES position(id), projectId TEXT REFERENCES project(id),
  confidentiality TEXT NOT NULL CHECK (confidentiality IN ('public', 'employer', 'confidential', 'private')),
  status TEXT NOT NULL CHECK (status IN ('draft', 'ready')),
  shortWording TEXT NOT NULL, longWording TEXT NOT NULL,
  createdAt TEXT NOT NULL, updatedAt TEXT NOT NULL, deletedAt TEXT,
  -- what lists sort by: the end, else the start; ongoing things come first
  sortOn TEXT GENERATED ALWAYS AS (CASE WHEN isOngoing THEN '9999' ELSE coalesce(endedOn, startedOn, '') END) STORED
) STRICT;
CREATE INDEX accomplishmentByDate ON accomplishment(sortOn DESC, id DESC) WHERE deletedAt IS NULL;
CREATE INDEX accomplishmentByPosition ON accomplishment(positionId, sortOn DESC, id DESC) WHERE deletedAt IS NULL;
CREATE INDEX accomplishmentByChange ON accomplishment(updatedAt DESC) WHERE deletedAt IS NULL;
CREATE INDEX accomplishmentDrafts ON accomplishment(createdAt DESC) WHERE deletedAt IS NULL AND status = 'draft';
CREATE INDEX accomplishmentBin ON accomplishment(deletedAt) WHERE deletedAt IS NOT NULL;
CREATE INDEX accomplishmentByMaking ON accomplishment(createdAt DESC, id) WHERE deletedAt IS NULL AND status = 'ready';
-- all that a match reads of an accomplishment, so that it need not read the stories that lie between
CREATE INDEX accomplishmentReady ON accomplishment(id, status, deletedAt, startedOn, endedOn, isOngoing, confidentiality, title)
  WHERE deletedAt IS NULL AND status = 'ready';

-- how many accomplishments stand in the record at each position ('' at none), so that totals need no counting; derived
CREATE TABLE accomplishmentCount (positionId TEXT PRIMARY KEY NOT NULL, n INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TRIGGER accomplishmentCounted AFTER INSERT ON accomplishment WHEN new.deletedAt IS NULL BEGIN ${count('new', 1)} END;
CREATE TRIGGER accomplishmentUncounted AFTER DELETE ON accomplishment WHEN old.deletedAt IS NULL BEGIN ${count('old', -1)} END;
CREATE TRIGGER accomplishmentRecounted AFTER UPDATE OF positionId, deletedAt ON accomplishment
  WHEN (old.deletedAt IS NULL) <> (new.deletedAt IS NULL) OR old.positionId IS NOT new.positionId BEGIN
  ${count('old', -1, 'old.deletedAt IS NULL')}
  ${count('new', 1, 'new.deletedAt IS NULL')}
END;

-- what pointed at a thing before it went to the bin, so that it can point there again
CREATE TABLE unlinked (
  kind TEXT NOT NULL CHECK (kind IN ('position', 'project')), refId TEXT NOT NULL,
  fromKind TEXT NOT NULL CHECK (fromKind IN ('accomplishment', 'project')), fromId TEXT NOT NULL,
  PRIMARY KEY (kind, refId, fromKind, fromId)
) STRICT;

CREATE TABLE accomplishmentTag (
  accomplishmentId TEXT NOT NULL REFERENCES accomplishment(id) ON DELETE CASCADE, tag TEXT NOT NULL, rank INTEGER NOT NULL,
  PRIMARY KEY (accomplishmentId, tag)
) STRICT;
CREATE INDEX accomplishmentTagByTag ON accomplishmentTag(tag);

CREATE TABLE metric (
  id TEXT PRIMARY KEY NOT NULL, accomplishmentId TEXT NOT NULL REFERENCES accomplishment(id) ON DELETE CASCADE,
  name TEXT NOT NULL, unit TEXT NOT NULL, baseline REAL, value REAL, rank INTEGER NOT NULL
) STRICT;
CREATE INDEX metricByAccomplishment ON metric(accomplishmentId);
CREATE INDEX metricMeasured ON metric(accomplishmentId) WHERE baseline IS NOT NULL AND value IS NOT NULL;

CREATE TABLE witness (
  id TEXT PRIMARY KEY NOT NULL, accomplishmentId TEXT NOT NULL REFERENCES accomplishment(id) ON DELETE CASCADE,
  name TEXT NOT NULL, relation TEXT NOT NULL CHECK (relation IN ('manager', 'client', 'peer', 'report', 'other')),
  title TEXT NOT NULL, confirmedOn TEXT, words TEXT NOT NULL, rank INTEGER NOT NULL
) STRICT;
CREATE INDEX witnessByAccomplishment ON witness(accomplishmentId, relation);

CREATE TABLE evidence (
  id TEXT PRIMARY KEY NOT NULL, accomplishmentId TEXT NOT NULL REFERENCES accomplishment(id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('link', 'quote')), title TEXT NOT NULL, url TEXT NOT NULL, quote TEXT NOT NULL,
  notedOn TEXT, rank INTEGER NOT NULL
) STRICT;
CREATE INDEX evidenceByAccomplishment ON evidence(accomplishmentId);

CREATE TABLE scale (
  id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL, levels TEXT NOT NULL CHECK (json_valid(levels))
) STRICT;
INSERT INTO scale VALUES ('five-levels', 'Five levels', '[{"ordinal":1,"label":"Aware"},{"ordinal":2,"label":"Working"},{"ordinal":3,"label":"Skilled"},{"ordinal":4,"label":"Advanced"},{"ordinal":5,"label":"Expert"}]');

CREATE TABLE competency (
  id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL, parentId TEXT REFERENCES competency(id), description TEXT NOT NULL,
  createdAt TEXT NOT NULL
) STRICT;
CREATE INDEX competencyByParent ON competency(parentId) WHERE parentId IS NOT NULL;
-- every name and alias in its compared form; one form belongs to one competency
CREATE TABLE competencyName (
  form TEXT PRIMARY KEY NOT NULL, competencyId TEXT NOT NULL REFERENCES competency(id) ON DELETE CASCADE,
  name TEXT NOT NULL, isAlias INTEGER NOT NULL
) STRICT;
CREATE INDEX competencyNameByCompetency ON competencyName(competencyId);

CREATE TABLE showing (
  accomplishmentId TEXT NOT NULL REFERENCES accomplishment(id) ON DELETE CASCADE,
  competencyId TEXT NOT NULL REFERENCES competency(id), level INTEGER NOT NULL, scaleId TEXT NOT NULL REFERENCES scale(id),
  reason TEXT NOT NULL, rank INTEGER NOT NULL, PRIMARY KEY (accomplishmentId, competencyId)
) STRICT;
CREATE INDEX showingByCompetency ON showing(competencyId, accomplishmentId, level, scaleId);

CREATE TABLE selfAssessment (
  id TEXT PRIMARY KEY NOT NULL, competencyId TEXT NOT NULL REFERENCES competency(id) ON DELETE CASCADE,
  level INTEGER NOT NULL, scaleId TEXT NOT NULL REFERENCES scale(id), assessedOn TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX selfAssessmentByDay ON selfAssessment(competencyId, assessedOn);

-- bytes of sources, by content: written once, never changed, so undo need not carry them
CREATE TABLE sourceBytes (sha256 TEXT PRIMARY KEY NOT NULL, bytes BLOB NOT NULL) STRICT;
CREATE TABLE sourceDocument (
  id TEXT PRIMARY KEY NOT NULL, sha256 TEXT NOT NULL REFERENCES sourceBytes(sha256), name TEXT NOT NULL, format TEXT NOT NULL,
  url TEXT, importedAt TEXT NOT NULL
) STRICT;
CREATE TABLE pack (
  id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL, version TEXT NOT NULL, author TEXT NOT NULL, licence TEXT NOT NULL,
  attribution TEXT NOT NULL, installedAt TEXT NOT NULL
) STRICT;

CREATE TABLE roleSpec (
  id TEXT PRIMARY KEY NOT NULL, title TEXT NOT NULL, family TEXT, levelCode TEXT, levelOrder INTEGER,
  mission TEXT, tourOfDuty TEXT, summary TEXT, effectiveOn TEXT,
  sourceDocumentId TEXT REFERENCES sourceDocument(id), packId TEXT REFERENCES pack(id),
  -- every word of the document, for search
  words TEXT NOT NULL, createdAt TEXT NOT NULL, updatedAt TEXT NOT NULL, deletedAt TEXT
) STRICT;
CREATE INDEX roleSpecByFamily ON roleSpec(family, levelOrder) WHERE deletedAt IS NULL;

CREATE TABLE section (
  id TEXT PRIMARY KEY NOT NULL, roleSpecId TEXT NOT NULL REFERENCES roleSpec(id) ON DELETE CASCADE, rank INTEGER NOT NULL,
  depth INTEGER NOT NULL, number TEXT, heading TEXT NOT NULL, qualifier TEXT, blocks TEXT NOT NULL CHECK (json_valid(blocks))
) STRICT;
CREATE INDEX sectionByRole ON section(roleSpecId, rank);

CREATE TABLE requirement (
  id TEXT PRIMARY KEY NOT NULL, roleSpecId TEXT NOT NULL REFERENCES roleSpec(id) ON DELETE CASCADE, rank INTEGER NOT NULL,
  competencyId TEXT NOT NULL REFERENCES competency(id), name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('competency', 'skill', 'softSkill')),
  level INTEGER, scaleId TEXT REFERENCES scale(id), importance TEXT CHECK (importance IN ('critical', 'important', 'optional')),
  isMandatory INTEGER NOT NULL, tier TEXT, blurb TEXT, keyRank INTEGER, details TEXT NOT NULL CHECK (json_valid(details)),
  section INTEGER, line INTEGER, words TEXT
) STRICT;
CREATE INDEX requirementByRole ON requirement(roleSpecId, rank);
CREATE INDEX requirementByCompetency ON requirement(competencyId);

CREATE TABLE responsibility (
  id TEXT PRIMARY KEY NOT NULL, roleSpecId TEXT NOT NULL REFERENCES roleSpec(id) ON DELETE CASCADE, rank INTEGER NOT NULL,
  "group" TEXT, number INTEGER, lead TEXT, text TEXT NOT NULL, section INTEGER, line INTEGER, words TEXT
) STRICT;
CREATE INDEX responsibilityByRole ON responsibility(roleSpecId, rank);

CREATE TABLE kpi (
  id TEXT PRIMARY KEY NOT NULL, roleSpecId TEXT NOT NULL REFERENCES roleSpec(id) ON DELETE CASCADE, rank INTEGER NOT NULL,
  name TEXT NOT NULL, category TEXT, measures TEXT, why TEXT, target TEXT, frequency TEXT, section INTEGER, line INTEGER, words TEXT
) STRICT;
CREATE INDEX kpiByRole ON kpi(roleSpecId, rank);

CREATE TABLE tool (
  id TEXT PRIMARY KEY NOT NULL, roleSpecId TEXT NOT NULL REFERENCES roleSpec(id) ON DELETE CASCADE, rank INTEGER NOT NULL,
  name TEXT NOT NULL, category TEXT, use TEXT, adoption TEXT, section INTEGER, line INTEGER, words TEXT
) STRICT;
CREATE INDEX toolByRole ON tool(roleSpecId, rank);

CREATE TABLE milestone (
  id TEXT PRIMARY KEY NOT NULL, roleSpecId TEXT NOT NULL REFERENCES roleSpec(id) ON DELETE CASCADE, rank INTEGER NOT NULL,
  horizon TEXT NOT NULL, text TEXT NOT NULL, section INTEGER, line INTEGER, words TEXT
) STRICT;
CREATE INDEX milestoneByRole ON milestone(roleSpecId, rank);

CREATE TABLE roleLink (
  id TEXT PRIMARY KEY NOT NULL, roleSpecId TEXT NOT NULL REFERENCES roleSpec(id) ON DELETE CASCADE, rank INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('next', 'lateral', 'feeder')), title TEXT NOT NULL, family TEXT, levelCode TEXT,
  tourOfDuty TEXT, note TEXT, section INTEGER, line INTEGER, words TEXT
) STRICT;
CREATE INDEX roleLinkByRole ON roleLink(roleSpecId, rank);

CREATE TABLE gapPair (
  id TEXT PRIMARY KEY NOT NULL, roleSpecId TEXT NOT NULL REFERENCES roleSpec(id) ON DELETE CASCADE, rank INTEGER NOT NULL,
  theme TEXT, "from" TEXT NOT NULL, "to" TEXT NOT NULL, section INTEGER, line INTEGER, words TEXT
) STRICT;
CREATE INDEX gapPairByRole ON gapPair(roleSpecId, rank);

CREATE TABLE pin (
  roleSpecId TEXT PRIMARY KEY NOT NULL REFERENCES roleSpec(id) ON DELETE CASCADE, targetOn TEXT, pinnedAt TEXT NOT NULL
) STRICT;

CREATE TABLE importDraft (
  id TEXT PRIMARY KEY NOT NULL, sourceName TEXT NOT NULL, sha256 TEXT NOT NULL REFERENCES sourceBytes(sha256),
  title TEXT NOT NULL, format TEXT NOT NULL, noticeCount INTEGER NOT NULL, draft TEXT NOT NULL CHECK (json_valid(draft)),
  createdAt TEXT NOT NULL
) STRICT;

CREATE TABLE resume (
  id TEXT PRIMARY KEY NOT NULL, name TEXT NOT NULL, roleSpecId TEXT REFERENCES roleSpec(id) ON DELETE SET NULL,
  paper TEXT NOT NULL CHECK (paper IN ('a4', 'letter')), density TEXT NOT NULL CHECK (density IN ('comfortable', 'compact')),
  clearance TEXT NOT NULL, sections TEXT NOT NULL CHECK (json_valid(sections)),
  createdAt TEXT NOT NULL, updatedAt TEXT NOT NULL, exportedAt TEXT, deletedAt TEXT
) STRICT;
CREATE TABLE resumeChoice (
  resumeId TEXT NOT NULL REFERENCES resume(id) ON DELETE CASCADE, kind TEXT NOT NULL, refId TEXT NOT NULL,
  isHidden INTEGER, rank INTEGER, override TEXT, PRIMARY KEY (resumeId, kind, refId)
) STRICT;

CREATE TABLE setting (key TEXT PRIMARY KEY NOT NULL, value TEXT NOT NULL CHECK (json_valid(value))) STRICT;
CREATE TABLE unsavedText (key TEXT PRIMARY KEY NOT NULL, text TEXT NOT NULL, savedAt TEXT NOT NULL) STRICT;

CREATE TABLE undoStep (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, label TEXT NOT NULL,
  stack TEXT NOT NULL CHECK (stack IN ('undo', 'redo')), mergeKey TEXT, at TEXT NOT NULL
) STRICT;
CREATE TABLE undoEntry (
  seq INTEGER PRIMARY KEY AUTOINCREMENT, stepId TEXT NOT NULL REFERENCES undoStep(id) ON DELETE CASCADE, inverse TEXT NOT NULL
) STRICT;
CREATE INDEX undoEntryByStep ON undoEntry(stepId, seq);

CREATE TABLE searchDoc (
  id INTEGER PRIMARY KEY, kind TEXT NOT NULL, refId TEXT NOT NULL, title TEXT NOT NULL, body TEXT NOT NULL, UNIQUE (kind, refId)
) STRICT;
CREATE VIRTUAL TABLE searchWords USING fts5(title, body, content='searchDoc', content_rowid='id', tokenize="unicode61 remove_diacritics 2", prefix='2 3');
-- parts of words are found in titles alone: of whole texts this index would be as large as the record itself
CREATE VIRTUAL TABLE searchParts USING fts5(title, content='searchDoc', content_rowid='id', tokenize='trigram');
CREATE TRIGGER searchDocInserted AFTER INSERT ON searchDoc BEGIN
  INSERT INTO searchWords(rowid, title, body) VALUES (new.id, new.title, new.body);
  INSERT INTO searchParts(rowid, title) VALUES (new.id, new.title);
END;
CREATE TRIGGER searchDocDeleted AFTER DELETE ON searchDoc BEGIN
  INSERT INTO searchWords(searchWords, rowid, title, body) VALUES ('delete', old.id, old.title, old.body);
  INSERT INTO searchParts(searchParts, rowid, title) VALUES ('delete', old.id, old.title);
END;

-- what was changed since the index last heard of it; a save only notes it here, the next search or a quiet moment reads it
CREATE TABLE searchStale (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, refId TEXT NOT NULL, UNIQUE (kind, refId)) STRICT;

CREATE VIEW searchSource AS
  SELECT 'accomplishment' AS kind, a.id AS refId, a.title AS title,
    a.story || char(10) || a.shortWording || char(10) || a.longWording
    || coalesce(char(10) || (SELECT group_concat(tag, ' ') FROM accomplishmentTag t WHERE t.accomplishmentId = a.id), '')
    || coalesce(char(10) || (SELECT group_concat(name || ' ' || unit, char(10)) FROM metric m WHERE m.accomplishmentId = a.id), '')
    || coalesce(char(10) || (SELECT group_concat(c.name || ' ' || s.reason, char(10)) FROM showing s JOIN competency c ON c.id = s.competencyId WHERE s.accomplishmentId = a.id), '')
    || coalesce(char(10) || (SELECT group_concat(name || ' ' || title || ' ' || words, char(10)) FROM witness w WHERE w.accomplishmentId = a.id), '')
    || coalesce(char(10) || (SELECT group_concat(title || ' ' || quote || ' ' || url, char(10)) FROM evidence e WHERE e.accomplishmentId = a.id), '')
    || coalesce(char(10) || (SELECT p.title || ' ' || em.name FROM position p JOIN employer em ON em.id = p.employerId WHERE p.id = a.positionId), '')
    || coalesce(char(10) || (SELECT name FROM project WHERE id = a.projectId), '') AS body
  FROM accomplishment a WHERE a.deletedAt IS NULL
  UNION ALL SELECT 'role', id, title, coalesce(family, '') || ' ' || coalesce(levelCode, '') || char(10) || words FROM roleSpec WHERE deletedAt IS NULL
  UNION ALL SELECT 'competency', id, name, description || coalesce(char(10) || (SELECT group_concat(n.name, char(10)) FROM competencyName n WHERE n.competencyId = competency.id AND n.isAlias), '') FROM competency
  UNION ALL SELECT 'resume', id, name, '' FROM resume WHERE deletedAt IS NULL
  UNION ALL SELECT 'employer', id, name, place || ' ' || description FROM employer WHERE deletedAt IS NULL
  UNION ALL SELECT 'position', p.id, p.title, e.name || ' ' || p.summary FROM position p JOIN employer e ON e.id = p.employerId WHERE p.deletedAt IS NULL
  UNION ALL SELECT 'project', id, name, description FROM project WHERE deletedAt IS NULL;
${[
  ...(['accomplishment', 'roleSpec:role', 'competency', 'resume', 'employer', 'position', 'project'] as const).flatMap(
    (entry) => {
      const [table = '', kind = table] = entry.split(':');
      return staleTriggers(table, kind, 'id');
    },
  ),
  ...['accomplishmentTag', 'metric', 'showing', 'witness', 'evidence'].flatMap((table) =>
    staleTriggers(table, 'accomplishment', 'accomplishmentId'),
  ),
  ...staleTriggers('competencyName', 'competency', 'competencyId'),
  // a new name of what an accomplishment points at must be found too
  `CREATE TRIGGER searchEmployerRenamed AFTER UPDATE OF name ON employer WHEN old.name IS NOT new.name BEGIN
    ${noteEach('position', 'FROM position WHERE employerId = new.id')}
    ${noteEach('accomplishment', 'FROM accomplishment WHERE positionId IN (SELECT id FROM position WHERE employerId = new.id)')}
  END;`,
  `CREATE TRIGGER searchPositionRenamed AFTER UPDATE OF title ON position WHEN old.title IS NOT new.title BEGIN
    ${noteEach('accomplishment', 'FROM accomplishment WHERE positionId = new.id')}
  END;`,
  `CREATE TRIGGER searchProjectRenamed AFTER UPDATE OF name ON project WHEN old.name IS NOT new.name BEGIN
    ${noteEach('accomplishment', 'FROM accomplishment WHERE projectId = new.id')}
  END;`,
  `CREATE TRIGGER searchCompetencyRenamed AFTER UPDATE OF name ON competency WHEN old.name IS NOT new.name BEGIN
    ${noteEach('accomplishment', 'FROM accomplishment WHERE id IN (SELECT accomplishmentId FROM showing WHERE competencyId = new.id)')}
  END;`,
].join('\n')}
`;

function count(row: 'old' | 'new', by: 1 | -1, when = 'true'): string {
  return `INSERT INTO accomplishmentCount SELECT coalesce(${row}.positionId, ''), ${by} WHERE ${when}
    ON CONFLICT (positionId) DO UPDATE SET n = n + ${by};`;
}

function staleTriggers(table: string, kind: string, key: string): string[] {
  // REPLACE moves it to the end: what was changed last is indexed first
  const note = (row: 'old' | 'new') =>
    `INSERT OR REPLACE INTO searchStale(kind, refId) VALUES ('${kind}', ${row}.${key});`;
  return [
    `CREATE TRIGGER search_${table}_inserted AFTER INSERT ON ${table} BEGIN ${note('new')} END;`,
    `CREATE TRIGGER search_${table}_updated AFTER UPDATE ON ${table} BEGIN ${note('new')} END;`,
    `CREATE TRIGGER search_${table}_deleted AFTER DELETE ON ${table} BEGIN ${note('old')} END;`,
  ];
}

function noteEach(kind: string, from: string): string {
  return `INSERT OR REPLACE INTO searchStale(kind, refId) SELECT '${kind}', id ${from};`;
}

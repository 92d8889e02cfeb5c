/** The record that is measured: as many accomplishments as asked, always the same, in a profile folder of its own. */
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Database } from 'better-sqlite3';
import { cacheFolder } from '../../scripts/cache.ts';
import { sectionKinds } from '../../shared/vocabulary/resume-sections.ts';
import { defaultScale } from '../../shared/vocabulary/role-shape.ts';
import { migrations } from '../../src-main/db/migrations/index.ts';
import { inTransaction } from '../../src-main/db/open-transaction.ts';
import { startNodeProcess } from '../../src-main/jobs/node-process.ts';
import { closeProfile } from '../../src-main/profile/profile-close.ts';
import { createProfile } from '../../src-main/profile/profile-create.ts';
import { installPacks } from '../../src-main/store/packs/shipped-packs.ts';
import { pick, prose, type Random, seededRandom, words } from './words.ts';

export const resources = resolve(import.meta.dirname, '..', '..', 'resources');

const years = 12;
const firstYear = 2015;
/** Competencies that no role asks for, beside those of the packs. */
const ownCompetencies = 80;
const madeAt = '2026-11-20T09:00:00.000Z';

/** Where everything of the benchmarks is kept: on the disk where records are, not in a folder that may be memory. */
export const benchFolder = join(cacheFolder(), 'bench');

/**
 * A folder with a fresh copy of the record of that size. The record is generated once for each schema and kept; what
 * was made for other schemas is removed.
 */
export async function copyRecord(count: number, into: string): Promise<string> {
  const kept = await keptRecord(count);
  mkdirSync(into, { recursive: true });
  for (const name of readdirSync(kept)) {
    if (name === 'record.db' || name === 'profile.json') copyFileSync(join(kept, name), join(into, name));
  }
  return into;
}

async function keptRecord(count: number): Promise<string> {
  const folder = join(benchFolder, `record-${count}-${generation()}`);
  if (existsSync(folder)) return folder;
  mkdirSync(benchFolder, { recursive: true });
  for (const name of readdirSync(benchFolder)) {
    if (name.startsWith(`record-${count}-`)) rmSync(join(benchFolder, name), { recursive: true, force: true });
  }
  console.error(`Generating a record of ${count.toLocaleString('en')} accomplishments (once) …`);
  const making = `${folder}.${process.pid}.new`;
  await generate(making, count);
  renameSync(making, folder);
  return folder;
}

/** Names what the record depends on: the schema, the packs, and how it is generated. */
function generation(): string {
  const hash = createHash('sha256');
  for (const step of migrations) hash.update(step.sql);
  for (const name of ['record.ts', 'words.ts']) hash.update(readFileSync(join(import.meta.dirname, name)));
  const packs = join(resources, 'packs');
  for (const name of readdirSync(packs).sort()) hash.update(readFileSync(join(packs, name)));
  return hash.digest('hex').slice(0, 12);
}

async function generate(folder: string, count: number): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  const host = { now: () => new Date(madeAt), startProcess: startNodeProcess };
  const profile = await createProfile(folder, false, host);
  const random = seededRandom(count);
  const newId = ids(random);
  const { db } = profile;
  await inTransaction(db, () => installPacks({ db, newId, now: madeAt }, join(resources, 'packs')));
  const { sqlite } = profile;
  sqlite.pragma('synchronous = OFF');
  sqlite.pragma('secure_delete = OFF');
  sqlite.pragma('cache_size = -500000');
  sqlite.exec('BEGIN');
  // row by row the triggers would index each accomplishment as often as it has parts
  withoutTriggers(sqlite, () => {
    const positions = addBackground(sqlite, random, newId);
    const competencies = addCompetencies(sqlite, random, newId);
    addAccomplishments(sqlite, { count, random, newId, positions, competencies });
    addSelfAssessments(sqlite, random, newId, competencies);
  });
  indexEverything(sqlite);
  addAim(sqlite, newId);
  sqlite.exec('COMMIT');
  sqlite.exec('PRAGMA optimize');
  await closeProfile(profile, host);
}

/** Ids like those of the app: ordered by time, 36 characters, the same for the same seed. */
function ids(random: Random): () => string {
  let at = Date.parse('2015-01-01');
  const hex = (digits: number) => Array.from({ length: digits }, () => Math.floor(random() * 16).toString(16)).join('');
  return () => {
    at += 1_000;
    const time = at.toString(16).padStart(12, '0');
    return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-8${hex(3)}-${hex(12)}`;
  };
}

function withoutTriggers(sqlite: Database, work: () => void): void {
  const triggers = sqlite
    .prepare(`SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' AND name GLOB 'search_*'`)
    .all() as { name: string; sql: string }[];
  for (const { name } of triggers) sqlite.exec(`DROP TRIGGER "${name}"`);
  work();
  for (const { sql } of triggers) sqlite.exec(sql);
}

/** Makes the search index anew from what the tables say, as the triggers would have. */
function indexEverything(sqlite: Database): void {
  const indexes = ['searchWords', 'searchParts'];
  // in large pieces; the default is put back, and with it the app's own way of merging
  for (const name of indexes) sqlite.exec(`INSERT INTO ${name}(${name}, rank) VALUES ('hashsize', 67108864)`);
  sqlite.exec(`DELETE FROM searchDoc;
    INSERT INTO searchDoc(kind, refId, title, body) SELECT kind, refId, title, body FROM searchSource;`);
  for (const name of indexes) sqlite.exec(`INSERT INTO ${name}(${name}, rank) VALUES ('hashsize', 1048576)`);
}

function addBackground(sqlite: Database, random: Random, newId: () => string): string[] {
  sqlite
    .prepare(`UPDATE profile SET name = ?, headline = ?, email = ?, phone = ?, place = ?, website = ?, summary = ?`)
    .run(
      'Ines Halvorsen',
      'Machine learning engineer',
      'ines@halvorsen.example',
      '+47 555 01 23',
      'Bergen',
      'https://halvorsen.example',
      prose(random, 55),
    );
  const employer = sqlite.prepare(
    'INSERT INTO employer(id, name, place, description, website, createdAt) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const position = sqlite.prepare(
    'INSERT INTO position(id, employerId, title, startedOn, endedOn, isCurrent, summary, createdAt) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const employers = ['Saltmarsh Works', 'Fjordline Energy', 'Kestrel Retail'].map((name) => {
    const id = newId();
    employer.run(id, name, 'Bergen', prose(random, 10), '', madeAt);
    return id;
  });
  const positions = [
    ['Analyst', 0, '2015-01', '2017-06', 0],
    ['Data engineer', 1, '2017-07', '2020-02', 0],
    ['Machine learning engineer', 1, '2020-03', '2023-08', 0],
    ['Senior machine learning engineer', 2, '2023-09', null, 1],
  ] as const;
  const made = positions.map(([title, at, startedOn, endedOn, isCurrent]) => {
    const id = newId();
    position.run(id, employers[at], title, startedOn, endedOn, isCurrent, prose(random, 20), madeAt);
    return id;
  });
  const project = sqlite.prepare(
    `INSERT INTO project(id, name, positionId, description, website, startedOn, endedOn, createdAt) VALUES (?, ?, ?, ?, '', ?, ?, ?)`,
  );
  for (const name of ['Night desk', 'Open tide tables'])
    project.run(newId(), name, null, prose(random, 20), '2021', '2022', madeAt);
  sqlite
    .prepare(
      `INSERT INTO education(id, institution, degree, area, startedOn, endedOn, note, createdAt) VALUES (?, 'University of Bergen', 'MSc', 'Statistics', '2010', '2015', '', ?)`,
    )
    .run(newId(), madeAt);
  sqlite
    .prepare(`INSERT INTO language(id, name, fluency, createdAt) VALUES (?, 'Norwegian', 'native', ?)`)
    .run(newId(), madeAt);
  return made;
}

/** What the packs ask for, and as much again that nobody asks for. */
function addCompetencies(sqlite: Database, random: Random, newId: () => string): string[] {
  const known = (sqlite.prepare('SELECT id FROM competency ORDER BY id').all() as { id: string }[]).map(
    (row) => row.id,
  );
  const competency = sqlite.prepare('INSERT INTO competency(id, name, description, createdAt) VALUES (?, ?, ?, ?)');
  const form = sqlite.prepare(
    'INSERT INTO competencyName(form, competencyId, name, isAlias) VALUES (?, ?, ?, 0) ON CONFLICT DO NOTHING',
  );
  const own = Array.from({ length: ownCompetencies }, (_, at) => {
    const id = newId();
    const name = `${words(random, 2)} ${at}`;
    competency.run(id, name, '', madeAt);
    form.run(name.toLowerCase(), id, name);
    return id;
  });
  return [...known, ...own];
}

interface Making {
  readonly count: number;
  readonly random: Random;
  readonly newId: () => string;
  readonly positions: readonly string[];
  readonly competencies: readonly string[];
}

function addAccomplishments(sqlite: Database, { count, random, newId, positions, competencies }: Making): void {
  const accomplishment = sqlite.prepare(
    `INSERT INTO accomplishment(id, title, story, startedOn, endedOn, isOngoing, positionId, projectId, confidentiality,
       status, shortWording, longWording, createdAt, updatedAt) VALUES (?, ?, ?, ?, ?, ?, ?, NULL, ?, ?, ?, '', ?, ?)`,
  );
  const tag = sqlite.prepare('INSERT INTO accomplishmentTag VALUES (?, ?, ?) ON CONFLICT DO NOTHING');
  const showing = sqlite.prepare(
    'INSERT INTO showing(accomplishmentId, competencyId, level, scaleId, reason, rank) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const metric = sqlite.prepare('INSERT INTO metric VALUES (?, ?, ?, ?, ?, ?, 0)');
  const witness = sqlite.prepare('INSERT INTO witness VALUES (?, ?, ?, ?, ?, ?, ?, 0)');
  const evidence = sqlite.prepare('INSERT INTO evidence VALUES (?, ?, ?, ?, ?, ?, ?, 0)');
  const tags = Array.from({ length: 40 }, (_, at) => `${words(random, 1)}-${at}`);
  for (let at = 0; at < count; at += 1) {
    const id = newId();
    const share = at / count;
    const year = firstYear + Math.floor(share * years);
    const month = 1 + Math.floor(random() * (year === 2026 ? 10 : 12));
    const startedOn = `${year}-${String(month).padStart(2, '0')}`;
    const at9 = `${startedOn}-15T09:00:00.000Z`;
    accomplishment.run(
      id,
      capitalized(words(random, 6 + Math.floor(random() * 6))),
      `${prose(random, 25 + Math.floor(random() * 15))}\n\n${prose(random, 45 + Math.floor(random() * 30))}`,
      startedOn,
      random() < 0.6 ? `${startedOn}-${10 + Math.floor(random() * 18)}` : null,
      at > count - 4 ? 1 : 0,
      positions[Math.min(positions.length - 1, Math.floor(share * positions.length))],
      random() < 0.8 ? 'employer' : pick(random, ['public', 'confidential', 'private']),
      random() < 0.95 ? 'ready' : 'draft',
      random() < 0.3 ? prose(random, 20) : '',
      at9,
      at9,
    );
    for (let rank = 0; rank < 2; rank += 1) {
      tag.run(id, pick(random, tags), rank);
      const level = 1 + Math.floor(random() * 5);
      showing.run(id, pick(random, competencies), level, defaultScale, words(random, 6), rank);
    }
    if (random() < 0.4)
      metric.run(newId(), id, words(random, 2), '%', Math.round(random() * 100), Math.round(random() * 100));
    if (random() < 0.25) {
      const relation = pick(random, ['manager', 'client', 'peer', 'report', 'other']);
      witness.run(newId(), id, capitalized(words(random, 2)), relation, 'Lead', startedOn, prose(random, 12));
    }
    if (random() < 0.3)
      evidence.run(newId(), id, 'link', words(random, 3), `https://work.example/${at}`, '', startedOn);
  }
}

function addSelfAssessments(
  sqlite: Database,
  random: Random,
  newId: () => string,
  competencies: readonly string[],
): void {
  const assessment = sqlite.prepare('INSERT INTO selfAssessment VALUES (?, ?, ?, ?, ?)');
  for (const competencyId of competencies.slice(0, 40))
    assessment.run(newId(), competencyId, 1 + Math.floor(random() * 5), defaultScale, '2026-06-01');
}

/** A pinned role, and a resume for it. */
function addAim(sqlite: Database, newId: () => string): void {
  const role = sqlite
    .prepare('SELECT id, title FROM roleSpec ORDER BY levelOrder DESC, title LIMIT 1 OFFSET 1')
    .get() as {
    id: string;
    title: string;
  };
  sqlite.prepare('INSERT INTO pin VALUES (?, ?, ?)').run(role.id, '2027-06', madeAt);
  const sections = JSON.stringify(sectionKinds.map((kind) => ({ kind, isHidden: false })));
  sqlite
    .prepare(
      `INSERT INTO resume(id, name, roleSpecId, paper, density, clearance, sections, createdAt, updatedAt)
       VALUES (?, ?, ?, 'a4', 'comfortable', 'employer', ?, ?, ?)`,
    )
    .run(newId(), role.title, role.id, sections, madeAt, madeAt);
}

function capitalized(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

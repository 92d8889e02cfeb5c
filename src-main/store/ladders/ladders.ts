/** Ladders from their tables: the roles of one family in order of level, and what each level asks of each skill. */
import type { Database } from 'better-sqlite3';
import type { Ladder, LadderCell, LadderLevel, LadderRow, LadderSkill } from '../../../shared/api/ladder.ts';
import type { MatchRule } from '../../../shared/api/match.ts';
import type { Scale } from '../../../shared/api/values.ts';
import { mergeOrders } from '../../../shared/domain/ladder/ladder-order.ts';
import { prepareEvidence } from '../../../shared/domain/match/evidence.ts';
import { levelFraction, translateLevel } from '../../../shared/domain/match/level.ts';
import { prepared } from '../../db/statement-cache.ts';
import { readEvidence } from '../record/evidence-cache.ts';
import { scalesById } from '../roles/scales.ts';

/** What is read to compute standing: the day, and the rule of the match. */
interface Standing {
  readonly today: string;
  readonly rule: MatchRule;
}

interface StoredLadder {
  readonly id: string;
  readonly family: string;
  readonly title: string;
  readonly tagline: string | null;
  readonly summary: string | null;
  readonly faqs: string;
  readonly shortRows: string;
  readonly sections: string;
  readonly facts: string;
  readonly packId: string | null;
}

interface LevelRow extends Omit<LadderLevel, 'stack' | 'isPinned' | 'gapPairs'> {
  readonly stack: string;
  readonly isPinned: number;
  readonly credit: string | null;
  readonly family: string | null;
  readonly packId: string | null;
}

interface CellRow {
  readonly roleId: string;
  readonly requirementId: string;
  readonly competencyId: string;
  readonly kind: LadderSkill['kind'];
  readonly level: number | null;
  readonly scaleId: string | null;
  readonly importance: LadderCell['importance'];
  readonly isMandatory: number;
  readonly category: string | null;
  readonly blurb: string | null;
}

/** A role in the lists: not in the bin, not archived. */
const listed = 'o.deletedAt IS NULL AND o.archivedAt IS NULL';

/** Every ladder; roles of one family without a ladder of their own make one when they are two or more. */
export function listLadders(sqlite: Database): LadderRow[] {
  return prepared(
    sqlite,
    `WITH level AS (
       SELECT o.id, o.ladderId, CASE WHEN o.ladderId IS NULL THEN o.family END AS family,
         CASE WHEN o.ladderId IS NULL THEN o.packId END AS packId,
         row_number() OVER (PARTITION BY o.ladderId, CASE WHEN o.ladderId IS NULL THEN o.family END,
           CASE WHEN o.ladderId IS NULL THEN o.packId END ORDER BY ${levelOrder}) AS place
       FROM roleSpec o WHERE ${listed} AND (o.ladderId IS NOT NULL OR o.family IS NOT NULL)),
     grouped AS (
       SELECT ladderId, family, packId, count(*) AS levelCount, max(CASE place WHEN 1 THEN id END) AS firstId
       FROM level GROUP BY ladderId, family, packId),
     asked AS (
       SELECT v.ladderId, v.family, v.packId, count(DISTINCT r.competencyId) AS skillCount
       FROM level v JOIN requirement r ON r.roleSpecId = v.id GROUP BY v.ladderId, v.family, v.packId)
     SELECT coalesce(l.id, g.firstId) AS id, coalesce(l.title, g.family) AS title, coalesce(l.family, g.family) AS family,
       p.name AS packName, g.levelCount, coalesce(a.skillCount, 0) AS skillCount
     FROM grouped g LEFT JOIN ladder l ON l.id = g.ladderId
       LEFT JOIN asked a ON a.ladderId IS g.ladderId AND a.family IS g.family AND a.packId IS g.packId
       LEFT JOIN pack p ON p.id = coalesce(l.packId, g.packId)
     WHERE g.ladderId IS NOT NULL OR g.levelCount >= 2
     ORDER BY title COLLATE NOCASE, id`,
  ).all() as LadderRow[];
}

const levelOrder = 'o.levelOrder IS NULL, o.levelOrder, o.levelCode, o.title, o.id';

/** The ladder of that id, or the one a role of that id belongs to; undefined when there is none. */
export function loadLadder(sqlite: Database, id: string, standing: Standing): Ladder | undefined {
  const found = findLadder(sqlite, id);
  const [first] = found?.levels ?? [];
  if (!found || !first) return undefined;
  const { stored, levels } = found;
  const scales = scalesById(sqlite);
  const cells = readCells(sqlite, levels);
  const skills = skillsOf(sqlite, levels, cells, scales, standing);
  const used = new Set(cells.map((cell) => cell.scaleId));
  return {
    id: stored?.id ?? first.roleId,
    title: stored?.title ?? first.family ?? first.title,
    tagline: stored?.tagline ?? null,
    summary: stored?.summary ?? null,
    faqs: readJson(stored?.faqs),
    shortRows: readJson(stored?.shortRows),
    sections: readJson(stored?.sections),
    facts: readJson(stored?.facts),
    family: stored?.family ?? first.family ?? '',
    packId: stored ? stored.packId : first.packId,
    credit: levels.find((level) => level.credit !== null)?.credit ?? null,
    levels: withGapPairs(sqlite, levels),
    skills,
    scales: [...scales.values()].filter((scale) => used.has(scale.id)),
  };
}

function readJson<T = never>(text: string | undefined): T[] {
  return text === undefined ? [] : (JSON.parse(text) as T[]);
}

/** The levels of a ladder from the first up, and what is stored of it as a whole. */
export function findLadder(
  sqlite: Database,
  id: string,
): { readonly stored: StoredLadder | undefined; readonly levels: readonly LevelRow[] } | undefined {
  const role = prepared(sqlite, 'SELECT ladderId, family, packId FROM roleSpec WHERE id = ? AND deletedAt IS NULL').get(
    id,
  ) as { ladderId: string | null; family: string | null; packId: string | null } | undefined;
  const ladderId = role ? role.ladderId : id;
  if (ladderId !== null) {
    const stored = prepared(sqlite, 'SELECT * FROM ladder WHERE id = ?').get(ladderId) as StoredLadder | undefined;
    return stored && { stored, levels: readLevels(sqlite, 'o.ladderId = ?', ladderId) };
  }
  if (!role || role.family === null) return undefined;
  const levels = readLevels(sqlite, 'o.ladderId IS NULL AND o.family = ? AND o.packId IS ?', role.family, role.packId);
  return levels.length < 2 ? undefined : { stored: undefined, levels };
}

function readLevels(sqlite: Database, which: string, ...values: unknown[]): LevelRow[] {
  return prepared(
    sqlite,
    `SELECT o.id AS roleId, o.title, o.levelCode, o.levelLabel, o.tourOfDuty, o.mission, o.stack, o.focus, o.credit,
       o.family, o.packId, EXISTS (SELECT 1 FROM pin WHERE roleSpecId = o.id) AS isPinned
     FROM roleSpec o WHERE ${which} AND ${listed} ORDER BY ${levelOrder}`,
  ).all(...values) as LevelRow[];
}

function withGapPairs(sqlite: Database, levels: readonly LevelRow[]): LadderLevel[] {
  const rows = prepared(
    sqlite,
    `SELECT roleSpecId AS roleId, theme, "from", "to" FROM gapPair
     WHERE roleSpecId IN (SELECT value FROM json_each(?)) ORDER BY roleSpecId, rank`,
  ).all(idsOf(levels)) as { roleId: string; theme: string | null; from: string; to: string }[];
  return levels.map(({ stack, isPinned, credit: _credit, family: _family, packId: _packId, ...level }) => ({
    ...level,
    stack: JSON.parse(stack) as string[],
    isPinned: isPinned === 1,
    gapPairs: rows.filter((row) => row.roleId === level.roleId).map(({ theme, from, to }) => ({ theme, from, to })),
  }));
}

function idsOf(levels: readonly LevelRow[]): string {
  return JSON.stringify(levels.map((level) => level.roleId));
}

function readCells(sqlite: Database, levels: readonly LevelRow[]): CellRow[] {
  return prepared(
    sqlite,
    `SELECT roleSpecId AS roleId, id AS requirementId, competencyId, kind, level, scaleId, importance, isMandatory, category, blurb
     FROM requirement WHERE roleSpecId IN (SELECT value FROM json_each(?)) ORDER BY roleSpecId, rank`,
  ).all(idsOf(levels)) as CellRow[];
}

function skillsOf(
  sqlite: Database,
  levels: readonly LevelRow[],
  cells: readonly CellRow[],
  scales: ReadonlyMap<string, Scale>,
  standing: Standing,
): LadderSkill[] {
  const levelsOf = (cell: CellRow) => scales.get(cell.scaleId ?? '')?.levels.length ?? 1;
  const fraction = (cell: CellRow) => (cell.level === null ? 0 : levelFraction(cell.level, levelsOf(cell)));
  const ofSkill = new Map<string, Map<string, CellRow>>();
  const orders = new Map<string, { readonly category: string | null; readonly competencyId: string }[]>();
  for (const cell of cells) {
    const known = ofSkill.get(cell.competencyId) ?? new Map<string, CellRow>();
    const before = known.get(cell.roleId);
    // two names of one competency in one document: the higher level is what the role asks
    if (!before || fraction(cell) > fraction(before)) known.set(cell.roleId, cell);
    ofSkill.set(cell.competencyId, known);
    const order = orders.get(cell.roleId);
    if (order) order.push(cell);
    else orders.set(cell.roleId, [cell]);
  }
  const sequences = levels.map((level) => orders.get(level.roleId) ?? []);
  const categoryOf = new Map<string, string | null>();
  for (const one of sequences.flat()) {
    if ((categoryOf.get(one.competencyId) ?? null) === null) categoryOf.set(one.competencyId, one.category);
  }
  const inCategory = (one: { readonly competencyId: string }) => categoryOf.get(one.competencyId) ?? null;
  const categories = mergeOrders(sequences.map((list) => list.map(inCategory)));
  const order = mergeOrders(sequences.map((list) => list.map((one) => one.competencyId)));
  const standingOf = standings(sqlite, order, scales, standing);
  return categories
    .flatMap((category) => order.filter((id) => (categoryOf.get(id) ?? null) === category))
    .map((competencyId): LadderSkill => {
      const own = levels.map((level) => ofSkill.get(competencyId)?.get(level.roleId));
      const asking = own.filter((cell) => cell !== undefined);
      const highest = asking.reduce((a, b) => (fraction(b) > fraction(a) ? b : a));
      return {
        competencyId,
        category: categoryOf.get(competencyId) ?? null,
        kind: highest.kind,
        cells: own.map((cell) => (cell ? toCell(cell) : null)),
        ...standingOf(competencyId, levelsOf(highest), highest.level !== null),
      };
    });
}

function toCell(cell: CellRow): LadderCell {
  return {
    requirementId: cell.requirementId,
    level: cell.level,
    scaleId: cell.scaleId,
    importance: cell.importance,
    isMandatory: cell.isMandatory === 1,
    detail: cell.blurb,
  };
}

type NamedStanding = Pick<LadderSkill, 'name' | 'description' | 'evidenced' | 'selfAssessed'>;

/** Name and standing of each asked competency, from one reading of the evidence for all of them. */
function standings(
  sqlite: Database,
  asked: readonly string[],
  scales: ReadonlyMap<string, Scale>,
  { today, rule }: Standing,
): (competencyId: string, scaleLevels: number, hasLevel: boolean) => NamedStanding {
  const known = prepared(
    sqlite,
    `WITH RECURSIVE asked(id) AS (SELECT value FROM json_each(?)
       UNION SELECT c.id FROM asked JOIN competency c ON c.parentId = asked.id)
     SELECT c.id, c.name, c.parentId, c.description FROM asked JOIN competency c ON c.id = asked.id`,
  ).all(JSON.stringify(asked)) as { id: string; name: string; parentId: string | null; description: string }[];
  const counts = new Map([...scales].map(([id, scale]) => [id, scale.levels.length]));
  const byId = new Map(known.map((one) => [one.id, one]));
  const evidence = prepareEvidence({
    accomplishments: readEvidence(
      sqlite,
      known.map((one) => one.id),
      counts,
      false,
    ),
    parents: Object.fromEntries(known.flatMap((one) => (one.parentId ? [[one.id, one.parentId]] : []))),
    competencyNames: Object.fromEntries(known.map((one) => [one.id, one.name])),
    today,
    rule,
  });
  const assessed = new Map(
    (
      prepared(sqlite, 'SELECT competencyId, level, scaleId FROM selfAssessment ORDER BY assessedOn').all() as {
        competencyId: string;
        level: number;
        scaleId: string;
      }[]
    ).map((one) => [one.competencyId, one]),
  );
  return (competencyId, scaleLevels, hasLevel) => {
    const self = assessed.get(competencyId);
    const of = hasLevel ? scaleLevels : 1;
    return {
      name: byId.get(competencyId)?.name ?? '',
      description: byId.get(competencyId)?.description ?? '',
      evidenced: evidence(competencyId, of, hasLevel).evidenced,
      selfAssessed:
        self === undefined
          ? null
          : hasLevel
            ? translateLevel(self.level, counts.get(self.scaleId) ?? 5, of)
            : Math.min(self.level, 1),
    };
  };
}

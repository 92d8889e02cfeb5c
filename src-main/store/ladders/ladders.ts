/** Ladders from their tables: the roles of one family in order of level, and what each level asks of each skill. */

import type { ExpressionBuilder, SelectQueryBuilder } from 'kysely';
import type { Ladder, LadderCell, LadderLevel, LadderRow, LadderSkill } from '../../../shared/api/ladder.ts';
import type { MatchRule } from '../../../shared/api/match.ts';
import type { Scale } from '../../../shared/api/values.ts';
import { mergeOrders } from '../../../shared/domain/ladder/ladder-order.ts';
import { prepareEvidence } from '../../../shared/domain/match/evidence.ts';
import { levelFraction, translateLevel } from '../../../shared/domain/match/level.ts';
import type { ReadableDatabase } from '../../db/database.ts';
import { oneOf, query, type ReadQuery } from '../../db/query.ts';
import type { Tables } from '../../db/schema.ts';
import { readEvidence } from '../record/evidence-cache.ts';
import { scalesById } from '../roles/scales.ts';

/** What is read to compute standing: the day, and the rule of the match. */
interface Standing {
  readonly today: string;
  readonly rule: MatchRule;
}

/** A role in the lists: not in the bin, not archived. */
const listedRoles = query.selectFrom('roleSpec').where('deletedAt', 'is', null).where('archivedAt', 'is', null);

/** From the first level up. */
const inLevelOrder = <Row>(roles: SelectQueryBuilder<Tables, 'roleSpec', Row>) =>
  roles
    .orderBy('levelOrder', (order) => order.asc().nullsLast())
    .orderBy('levelCode')
    .orderBy('title')
    .orderBy('roleSpec.id');

type StoredLadder = Tables['ladder'];

/** The levels of the ladders that are chosen, from the first up. */
const levelsWhere = (choose: (roles: typeof listedRoles) => typeof listedRoles) =>
  inLevelOrder(choose(listedRoles))
    .select(['roleSpec.id as roleId', 'title', 'levelCode', 'levelLabel', 'tourOfDuty', 'mission', 'stack', 'focus'])
    .select(['credit', 'family', 'packId'])
    .select(({ exists, selectFrom }) =>
      exists(selectFrom('pin').select('roleSpecId').whereRef('pin.roleSpecId', '=', 'roleSpec.id')).as('isPinned'),
    );
type LevelRow = ReturnType<typeof levelsWhere> extends ReadQuery<infer Row> ? Row : never;

const cellsOf = (roleIds: readonly string[]) =>
  query
    .selectFrom('requirement')
    .select(['roleSpecId as roleId', 'id as requirementId', 'competencyId', 'kind', 'level', 'scaleId', 'importance'])
    .select(['isMandatory', 'category', 'blurb'])
    .where('roleSpecId', 'in', oneOf(roleIds))
    .orderBy('roleSpecId')
    .orderBy('rank');
type CellRow = ReturnType<typeof cellsOf> extends ReadQuery<infer Row> ? Row : never;

/** What tells the ladder a role stands in: its own, else its family within its pack. */
const ladderKey = ({ fn }: ExpressionBuilder<Tables, 'roleSpec'>) =>
  fn.coalesce('roleSpec.ladderId', fn<string>('json_array', ['roleSpec.packId', 'roleSpec.family'])).as('key');

const levelsInLadders = inLevelOrder(listedRoles)
  .leftJoin('ladder', 'ladder.id', 'roleSpec.ladderId')
  .leftJoin('pack', (join) =>
    // a ladder of its own belongs to its own pack, or to none
    join.on(({ eb, ref }) => {
      const loose = eb.case().when('ladderId', 'is', null).then(ref('roleSpec.packId'));
      return eb('pack.id', '=', loose.else(ref('ladder.packId')).end());
    }),
  )
  .select(({ fn }) => [
    fn.coalesce('ladder.id', 'roleSpec.id').as('id'),
    fn.coalesce('ladder.title', 'roleSpec.family').as('title'),
    fn.coalesce('ladder.family', 'roleSpec.family').as('family'),
    'pack.name as packName',
    'ladder.id as ladderId',
  ])
  .select(ladderKey)
  .where(({ or, eb }) => or([eb('ladderId', 'is not', null), eb('roleSpec.family', 'is not', null)]))
  .$narrowType<{ title: string; family: string }>();

const skillCounts = listedRoles
  .innerJoin('requirement', 'requirement.roleSpecId', 'roleSpec.id')
  .select(({ fn }) => fn.count<number>('competencyId').distinct().as('count'))
  .select(ladderKey)
  .groupBy('key');

/** Every ladder; roles of one family without a ladder of their own make one when they are two or more. */
export function listLadders(db: ReadableDatabase): LadderRow[] {
  const skills = new Map(db.all(skillCounts).map(({ key, count }) => [key, count]));
  const ladders = new Map<string, LadderRow & { readonly ladderId: string | null }>();
  for (const { key, ...first } of db.all(levelsInLadders)) {
    const { levelCount, ...ladder } = ladders.get(key) ?? { ...first, skillCount: skills.get(key) ?? 0, levelCount: 0 };
    ladders.set(key, { ...ladder, levelCount: levelCount + 1 });
  }
  const order = ({ title }: LadderRow) => title.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  return [...ladders.values()]
    .filter(({ ladderId, levelCount }) => ladderId !== null || levelCount > 1)
    .map(({ ladderId: _ladderId, ...ladder }) => ladder)
    .sort((a, b) => (order(a) === order(b) ? (a.id < b.id ? -1 : 1) : order(a) < order(b) ? -1 : 1));
}

/** The ladder of that id, or the one a role of that id belongs to; undefined when there is none. */
export function loadLadder(db: ReadableDatabase, id: string, standing: Standing): Ladder | undefined {
  const found = findLadder(db, id);
  const [first] = found?.levels ?? [];
  if (!found || !first) return undefined;
  const { stored, levels } = found;
  const scales = scalesById(db);
  const cells = db.all(cellsOf(levels.map((level) => level.roleId)));
  const skills = skillsOf(db, levels, cells, scales, standing);
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
    levels: withGapPairs(db, levels),
    skills,
    scales: [...scales.values()].filter((scale) => used.has(scale.id)),
  };
}

function readJson<T = never>(text: string | undefined): T[] {
  return text === undefined ? [] : (JSON.parse(text) as T[]);
}

/** The levels of a ladder from the first up, and what is stored of it as a whole. */
export function findLadder(
  db: ReadableDatabase,
  id: string,
): { readonly stored: StoredLadder | undefined; readonly levels: readonly LevelRow[] } | undefined {
  const role = db.first(
    query
      .selectFrom('roleSpec')
      .select(['ladderId', 'family', 'packId'])
      .where('id', '=', id)
      .where('deletedAt', 'is', null),
  );
  const ladderId = role ? role.ladderId : id;
  if (ladderId !== null) {
    const stored = db.first(query.selectFrom('ladder').selectAll().where('id', '=', ladderId));
    return stored && { stored, levels: db.all(levelsWhere((roles) => roles.where('ladderId', '=', ladderId))) };
  }
  if (!role || role.family === null) return undefined;
  const { family, packId } = role;
  const levels = db.all(
    levelsWhere((roles) =>
      roles.where('ladderId', 'is', null).where('family', '=', family).where('packId', 'is', packId),
    ),
  );
  return levels.length < 2 ? undefined : { stored: undefined, levels };
}

function withGapPairs(db: ReadableDatabase, levels: readonly LevelRow[]): LadderLevel[] {
  const rows = db.all(
    query
      .selectFrom('gapPair')
      .select(['roleSpecId as roleId', 'theme', 'from', 'to'])
      .where('roleSpecId', 'in', oneOf(levels.map((level) => level.roleId)))
      .orderBy('roleSpecId')
      .orderBy('rank'),
  );
  return levels.map(({ stack, isPinned, credit: _credit, family: _family, packId: _packId, ...level }) => ({
    ...level,
    stack: JSON.parse(stack) as string[],
    isPinned: Boolean(isPinned),
    gapPairs: rows.filter((row) => row.roleId === level.roleId).map(({ theme, from, to }) => ({ theme, from, to })),
  }));
}

function skillsOf(
  db: ReadableDatabase,
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
  const standingOf = standings(db, order, scales, standing);
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

/** Competencies and all that stand beneath them. */
const withDescendants = (ids: readonly string[]) =>
  query
    .withRecursive('asked(id)', (asked) =>
      asked
        .selectFrom('competency')
        .select('competency.id')
        .where('competency.id', 'in', oneOf(ids))
        .union(
          asked.selectFrom('asked').innerJoin('competency', 'competency.parentId', 'asked.id').select('competency.id'),
        ),
    )
    .selectFrom('asked')
    .innerJoin('competency', 'competency.id', 'asked.id')
    .select(['competency.id', 'name', 'parentId', 'description']);

/** Name and standing of each asked competency, from one reading of the evidence for all of them. */
function standings(
  db: ReadableDatabase,
  asked: readonly string[],
  scales: ReadonlyMap<string, Scale>,
  { today, rule }: Standing,
): (competencyId: string, scaleLevels: number, hasLevel: boolean) => NamedStanding {
  const known = db.all(withDescendants(asked));
  const counts = new Map([...scales].map(([id, scale]) => [id, scale.levels.length]));
  const byId = new Map(known.map((one) => [one.id, one]));
  const evidence = prepareEvidence({
    accomplishments: readEvidence(
      db,
      known.map((one) => one.id),
      counts,
      false,
    ),
    parents: Object.fromEntries(known.flatMap((one) => (one.parentId ? [[one.id, one.parentId]] : []))),
    competencyNames: Object.fromEntries(known.map((one) => [one.id, one.name])),
    today,
    rule,
  });
  const assessments = query.selectFrom('selfAssessment').select(['competencyId', 'level', 'scaleId']);
  const assessed = new Map(db.all(assessments.orderBy('assessedOn')).map((row) => [row.competencyId, row]));
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

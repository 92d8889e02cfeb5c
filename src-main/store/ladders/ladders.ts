/** Ladders from their tables: the roles of one family in order of level, and what each level asks of each skill. */

import type { ExpressionBuilder, SelectQueryBuilder } from 'kysely';
import type { Ladder, LadderCell, LadderLevel, LadderRow, LadderSkill } from '../../../shared/api/ladder.ts';
import { mergeOrders } from '../../../shared/domain/ladder/ladder-order.ts';
import { levelEpsilon, levelFraction } from '../../../shared/domain/match/level.ts';
import { type RequirementStanding, standingOf } from '../../../shared/domain/match/match.ts';
import { countedRequirements, joinByCompetency } from '../../../shared/domain/match/what-counts.ts';
import { compareLevels, compareNames } from '../../../shared/domain/names/name-order.ts';
import { namesByUse } from '../../../shared/domain/names/shown-words.ts';
import type { ReadableDatabase } from '../../db/database.ts';
import { oneOf, query, type ReadQuery } from '../../db/query.ts';
import type { Tables } from '../../db/schema.ts';
import { type MatchTerms, readEvidenceFor } from '../record/evidence.ts';
import { type AskedRequirement, readAskedRequirements } from '../roles/asked-requirements.ts';
import { hintOf } from '../roles/load-role.ts';
import { scalesById } from '../roles/scales.ts';

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
    .select(['roleSpec.id as roleId', 'title', 'levelCode', 'levelLabel', 'levelOrder'])
    .select(['tourOfDuty', 'mission', 'stack', 'focus'])
    .select(['credit', 'family', 'packId'])
    .select(({ exists, selectFrom }) =>
      exists(selectFrom('pin').select('roleSpecId').whereRef('pin.roleSpecId', '=', 'roleSpec.id')).as('isPinned'),
    );
type LevelRow = ReturnType<typeof levelsWhere> extends ReadQuery<infer Row> ? Row : never;

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
  return [...ladders.values()]
    .filter(({ ladderId, levelCount }) => ladderId !== null || levelCount > 1)
    .map(({ ladderId: _ladderId, ...ladder }) => ladder)
    .sort((a, b) => compareNames(a.title, b.title) || (a.id < b.id ? -1 : 1));
}

/** The ladder of that id, or the one a role of that id belongs to; undefined when there is none. */
export function loadLadder(db: ReadableDatabase, id: string, judging: MatchTerms): Ladder | undefined {
  const found = findLadder(db, id);
  const [first] = found?.levels ?? [];
  if (!found || !first) return undefined;
  const { stored, levels } = found;
  const scales = scalesById(db);
  const cells = readAskedRequirements(
    db,
    levels.map((level) => level.roleId),
  );
  const skills = skillsOf(db, levels, cells, judging);
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
    const levels = db.all(levelsWhere((roles) => roles.where('ladderId', '=', ladderId)));
    return stored && { stored, levels: levels.sort(compareLevels) };
  }
  if (!role || role.family === null) return undefined;
  const { family, packId } = role;
  const levels = db.all(
    levelsWhere((roles) =>
      roles.where('ladderId', 'is', null).where('family', '=', family).where('packId', 'is', packId),
    ),
  );
  return levels.length < 2 ? undefined : { stored: undefined, levels: levels.sort(compareLevels) };
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
  return levels.map(
    ({ stack, isPinned, credit: _credit, family: _family, packId: _packId, levelOrder: _order, ...level }) => ({
      ...level,
      stack: JSON.parse(stack) as string[],
      isPinned: Boolean(isPinned),
      gapPairs: rows.filter((row) => row.roleId === level.roleId).map(({ theme, from, to }) => ({ theme, from, to })),
    }),
  );
}

function skillsOf(
  db: ReadableDatabase,
  levels: readonly LevelRow[],
  cells: readonly AskedRequirement[],
  judging: MatchTerms,
): LadderSkill[] {
  const orders = new Map(levels.map((level): [string, AskedRequirement[]] => [level.roleId, []]));
  for (const cell of cells) orders.get(cell.roleId)?.push(cell);
  const sequences = levels.map((level) => orders.get(level.roleId) ?? []);
  const categoryOf = new Map<string, string | null>();
  for (const cell of sequences.flat()) {
    if ((categoryOf.get(cell.competencyId) ?? null) === null) categoryOf.set(cell.competencyId, cell.category);
  }
  const inCategory = (cell: AskedRequirement) => categoryOf.get(cell.competencyId) ?? null;
  const categories = mergeOrders(sequences.map((list) => list.map(inCategory)));
  const order = mergeOrders(sequences.map((list) => list.map((cell) => cell.competencyId)));
  const { competencies, evidence, selfAssessments } = readEvidenceFor(db, order, judging);
  const named = new Map(competencies.map((competency) => [competency.id, competency]));
  const given = new Map<string, string[]>();
  for (const cell of sequences.flat())
    given.set(cell.competencyId, [...(given.get(cell.competencyId) ?? []), cell.name]);
  const standing = (cell: AskedRequirement) => standingOf(cell, evidence, selfAssessments);
  const ofLevel = sequences.map((asked) => new Map(oneCellEach(asked).map((cell) => [cell.competencyId, cell])));
  return categories
    .flatMap((category) => order.filter((id) => (categoryOf.get(id) ?? null) === category))
    .map((competencyId): LadderSkill => {
      const own = ofLevel.map((asked) => asked.get(competencyId));
      const highest = own.filter((cell) => cell !== undefined).reduce((a, b) => (share(b) > share(a) ? b : a));
      const { evidenced, selfAssessed } = standing(highest);
      const [name = ''] = namesByUse(given.get(competencyId) ?? []);
      return {
        competencyId,
        name,
        ...hintOf(name, named.get(competencyId)?.name ?? ''),
        description: named.get(competencyId)?.description ?? '',
        category: categoryOf.get(competencyId) ?? null,
        kind: highest.kind,
        cells: own.map((cell) => (cell ? toCell(cell, standing(cell)) : null)),
        evidenced,
        selfAssessed,
      };
    });
}

/** A cell for each competency: what counts, and of what else is shown the most that is asked. */
function oneCellEach(asked: readonly AskedRequirement[]): AskedRequirement[] {
  const counted = countedRequirements(asked);
  const ids = new Set(counted.map((cell) => cell.competencyId));
  return [...counted, ...joinByCompetency(asked.filter((cell) => !ids.has(cell.competencyId)))];
}

const share = (cell: AskedRequirement) => (cell.level === null ? 0 : levelFraction(cell.level, cell.scaleLevels));

function toCell(cell: AskedRequirement, { isMet, selfAssessed, required }: RequirementStanding): LadderCell {
  return {
    requirementId: cell.id,
    level: cell.level,
    scaleId: cell.scaleId,
    importance: cell.importance,
    isMandatory: cell.isMandatory,
    detail: cell.blurb,
    countsInMatch: cell.countsInMatch,
    isMet,
    isMetBySelf: selfAssessed !== null && selfAssessed + levelEpsilon >= required,
  };
}

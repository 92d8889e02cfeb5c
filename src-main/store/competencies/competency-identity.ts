/** Making two competencies one, and one two: everything that points at them follows. Runs in the transaction of its caller. */
import { sql } from 'kysely';
import { AppError } from '../../../shared/api/errors.ts';
import { comparedForm } from '../../../shared/domain/names/compared-form.ts';
import { isSameName, namesOf, wordsToStore } from '../../../shared/domain/names/shown-words.ts';
import type { ReadableDatabase, WritableDatabase } from '../../db/database.ts';
import { compiled, oneOf, query } from '../../db/query.ts';
import { notFound } from '../not-found.ts';
import { keepApart } from './alike-competencies.ts';

interface StoredCompetency {
  readonly id: string;
  readonly name: string;
  readonly parentId: string | null;
  readonly description: string;
}

/** The competency of that id; refuses when there is none. */
export function competencyOf(db: ReadableDatabase, id: string): StoredCompetency {
  const found = db.first(
    query.selectFrom('competency').select(['id', 'name', 'parentId', 'description']).where('id', '=', id),
  );
  if (!found) throw notFound('competency');
  return found;
}

/** The form of a name, and the competency that has it as its name or as an alias. */
export function findCompetencyByName(
  db: ReadableDatabase,
  name: string,
): { readonly form: string; readonly owner: { readonly id: string; readonly name: string } | null } {
  const form = comparedForm(name) || name.trim();
  const owner = db.first(
    query
      .selectFrom('competencyName')
      .innerJoin('competency', 'competency.id', 'competencyName.competencyId')
      .select(['competency.id', 'competency.name'])
      .where('form', '=', form),
  );
  return { form, owner: owner ?? null };
}

/** The refusal of a name that another competency has. */
export function nameTaken(name: string, owner: { readonly name: string }): AppError {
  const whose =
    owner.name === name ? 'There is a competency of that name already' : `“${name}” is a name of ${owner.name}`;
  return new AppError('CONFLICT', `${whose}. Nothing was changed. To make them one, merge the two.`);
}

const findAbove = compiled((id: string, aboveId: string) =>
  query
    .withRecursive('up(id)', (up) =>
      up
        .selectNoFrom(sql<string | null>`${id}`.as('id'))
        .union(
          up
            .selectFrom('up')
            .innerJoin('competency', 'competency.id', 'up.id')
            .select('competency.parentId as id')
            .where('competency.parentId', 'is not', null),
        ),
    )
    .selectFrom('up')
    .select('id')
    .where('id', '=', aboveId),
);

/** Whether a competency is another one or stands somewhere beneath it. */
export function isBeneath(db: ReadableDatabase, id: string, aboveId: string): boolean {
  return db.first(findAbove(id, aboveId)) !== undefined;
}

/** Puts a competency under another, or at the top; it never comes to stand beneath itself. */
export function placeUnder(db: WritableDatabase, id: string, parentId: string | null): void {
  const { name } = competencyOf(db, id);
  if (parentId !== null) {
    const parent = competencyOf(db, parentId);
    if (isBeneath(db, parentId, id)) {
      const why = parentId === id ? `${name} cannot stand under itself` : `${parent.name} stands under ${name}`;
      throw new AppError('INVALID_INPUT', `${why}. Nothing was changed.`);
    }
  }
  db.run(query.updateTable('competency').set({ parentId }).where('id', '=', id));
}

/** Names, requirements, showings, self-assessments, children and decisions of `mergeId` go to `keepId`. */
export function mergeInto(db: WritableDatabase, keepId: string, mergeId: string): void {
  const keptCompetency = competencyOf(db, keepId);
  const merged = competencyOf(db, mergeId);
  if (keepId === mergeId) throw new AppError('INVALID_INPUT', 'These are one competency already. Nothing was changed.');
  const toKept = { competencyId: keepId };
  db.run(
    query
      .updateTable('competencyName')
      .set({ ...toKept, isAlias: 1 })
      .where('competencyId', '=', mergeId),
  );
  db.run(query.updateTable('requirement').set(toKept).where('competencyId', '=', mergeId));
  mergeShowings(db, keptCompetency, merged);
  // of two on one day the one of the competency that is kept stands
  const daysOfKept = query.selectFrom('selfAssessment').select('assessedOn').where('competencyId', '=', keepId);
  const double = query.deleteFrom('selfAssessment').where('assessedOn', 'in', daysOfKept);
  db.run(double.where('competencyId', '=', mergeId));
  db.run(query.updateTable('selfAssessment').set(toKept).where('competencyId', '=', mergeId));
  // the place of the merged one is taken where the kept one has none, or stands beneath it
  const above = merged.parentId === keepId ? null : merged.parentId;
  const takesPlace =
    isBeneath(db, keepId, mergeId) ||
    (keptCompetency.parentId === null && above !== null && !isBeneath(db, above, keepId));
  const parentId = takesPlace ? above : keptCompetency.parentId;
  const description = keptCompetency.description || merged.description;
  db.run(query.updateTable('competency').set({ parentId, description }).where('id', '=', keepId));
  const children = query.updateTable('competency').set({ parentId: keepId }).where('parentId', '=', mergeId);
  db.run(children.where('id', '<>', keepId));
  for (const otherId of competenciesKeptApart(db, mergeId)) keepApart(db, keepId, otherId);
  db.run(query.deleteFrom('keptApart').where(({ or, eb }) => or([eb('aId', '=', mergeId), eb('bId', '=', mergeId)])));
  db.run(query.deleteFrom('competency').where('id', '=', mergeId));
}

function competenciesKeptApart(db: ReadableDatabase, id: string): string[] {
  const lower = query.selectFrom('keptApart').select('aId as id').where('bId', '=', id);
  const higher = query.selectFrom('keptApart').select('bId as id').where('aId', '=', id);
  return db.all(higher.union(lower)).map((row) => row.id);
}

/**
 * An accomplishment that shows both keeps the level higher on its scale, both reasons, and the names of both. What showed
 * the merged one is still called as it was.
 */
function mergeShowings(db: WritableDatabase, kept: StoredCompetency, gone: StoredCompetency): void {
  const [keepId, mergeId] = [kept.id, gone.id];
  const shown = (competencyId: string) =>
    db.all(
      query
        .selectFrom('showing')
        .innerJoin('scale', 'scale.id', 'showing.scaleId')
        .select(['accomplishmentId', 'level', 'scaleId', 'reason', 'words'])
        .select(({ fn }) => fn<number>('json_array_length', ['levels']).as('levelCount'))
        .where('competencyId', '=', competencyId),
    );
  const merged = new Map(shown(mergeId).map((showing) => [showing.accomplishmentId, showing]));
  for (const keptShowing of shown(keepId)) {
    const other = merged.get(keptShowing.accomplishmentId);
    if (!other) continue;
    const isOtherHigher = other.level / other.levelCount > keptShowing.level / keptShowing.levelCount;
    const { level, scaleId } = isOtherHigher ? other : keptShowing;
    const reason = [...new Set([keptShowing.reason.trim(), other.reason.trim()].filter(Boolean))].join('\n\n');
    const words = wordsOf([...calledIn(keptShowing, kept), ...calledIn(other, gone)], kept);
    const { accomplishmentId } = keptShowing;
    const ofMerged = query.deleteFrom('showing').where('competencyId', '=', mergeId);
    db.run(ofMerged.where('accomplishmentId', '=', accomplishmentId));
    const ofKept = query.updateTable('showing').where('competencyId', '=', keepId);
    db.run(ofKept.set({ level, scaleId, reason, words }).where('accomplishmentId', '=', accomplishmentId));
  }
  for (const showing of shown(mergeId)) {
    const set = { competencyId: keepId, words: wordsOf(calledIn(showing, gone), kept) };
    const ofMerged = query.updateTable('showing').set(set).where('competencyId', '=', mergeId);
    db.run(ofMerged.where('accomplishmentId', '=', showing.accomplishmentId));
  }
}

/** What a showing calls its competency. */
const calledIn = ({ words }: { readonly words: string }, { name }: StoredCompetency) =>
  namesOf(JSON.parse(words) as string[], name);

/** Names of a competency as the column of a showing holds them. */
const wordsOf = (names: readonly string[], { name }: StoredCompetency) => JSON.stringify(wordsToStore(names, name));

/**
 * Makes an alias a competency of its own beside the one it came from, with the requirements that use that name and the
 * showings of the chosen accomplishments. The two are kept apart from then on.
 */
export function splitOff(
  db: WritableDatabase,
  from: { readonly id: string; readonly alias: string; readonly accomplishmentIds: readonly string[] },
  context: { readonly newId: () => string; readonly now: string },
): string {
  const { id, alias, accomplishmentIds } = from;
  const whole = competencyOf(db, id);
  const { form, owner } = findCompetencyByName(db, alias);
  if (owner?.id !== id) {
    throw new AppError('INVALID_INPUT', `“${alias}” is no name of ${whole.name}. Nothing was changed.`);
  }
  const { name, isAlias } = db.one(
    query.selectFrom('competencyName').select(['name', 'isAlias']).where('form', '=', form),
  );
  if (isAlias === 0) {
    throw new AppError(
      'INVALID_INPUT',
      `${whole.name} is the name itself; an alias can be split off. Nothing was changed.`,
    );
  }
  const competencyId = context.newId();
  const { parentId } = whole;
  db.run(
    query
      .insertInto('competency')
      .values({ id: competencyId, name, parentId, description: '', createdAt: context.now }),
  );
  db.run(query.updateTable('competencyName').set({ competencyId, isAlias: 0 }).where('form', '=', form));
  const asked = db.all(query.selectFrom('requirement').select(['id', 'name']).where('competencyId', '=', id));
  const named = asked.filter((requirement) => (comparedForm(requirement.name) || requirement.name.trim()) === form);
  for (const requirement of named)
    db.run(query.updateTable('requirement').set({ competencyId }).where('id', '=', requirement.id));
  splitShowings(db, whole, { id: competencyId, name, parentId, description: '' }, accomplishmentIds);
  keepApart(db, id, competencyId);
  return competencyId;
}

/** The showings of some accomplishments go to the one split off; one that other names are given in too stays with those. */
function splitShowings(
  db: WritableDatabase,
  whole: StoredCompetency,
  split: StoredCompetency,
  accomplishmentIds: readonly string[],
): void {
  const shown = query.selectFrom('showing').selectAll().where('competencyId', '=', whole.id);
  for (const showing of db.all(shown.where('accomplishmentId', 'in', oneOf(accomplishmentIds)))) {
    const given = JSON.parse(showing.words) as string[];
    const others = given.filter((name) => !isSameName(name, split.name));
    const isOfBoth = others.length > 0 && others.length < given.length;
    const ofSplit = { competencyId: split.id, words: isOfBoth ? '[]' : wordsOf(given, split) };
    const here = query.updateTable('showing').where('competencyId', '=', whole.id);
    const set = isOfBoth ? { words: wordsOf(others, whole) } : ofSplit;
    db.run(here.set(set).where('accomplishmentId', '=', showing.accomplishmentId));
    if (isOfBoth) db.run(query.insertInto('showing').values({ ...showing, ...ofSplit }));
  }
}

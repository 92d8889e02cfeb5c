/** Competencies: the list and one of them whole, naming, placing, merging, splitting, assessing oneself. */

import { AppError } from '../../shared/api/errors.ts';
import { compareNames, compareRoles } from '../../shared/domain/names/name-order.ts';
import { namesOf } from '../../shared/domain/names/shown-words.ts';
import type { Handlers } from '../app/context.ts';
import { countOf, query, type ReadQuery } from '../db/query.ts';
import { keepApart, likeCompetencies } from '../store/competencies/alike-competencies.ts';
import {
  competencyOf,
  findCompetencyByName,
  mergeInto,
  nameTaken,
  placeUnder,
  splitOff,
} from '../store/competencies/competency-identity.ts';
import { competencyNamer } from '../store/competencies/competency-namer.ts';
import { notFound } from '../store/not-found.ts';
import { scalesById } from '../store/roles/scales.ts';

export const competencyHandlers: Pick<
  Handlers,
  | 'listCompetencies'
  | 'nameCompetency'
  | 'assessCompetency'
  | 'getCompetency'
  | 'renameCompetency'
  | 'describeCompetency'
  | 'placeCompetency'
  | 'addAlias'
  | 'mergeCompetencies'
  | 'splitCompetency'
  | 'listLikePairs'
  | 'keepApart'
> = {
  listCompetencies({ db }) {
    const rows = db.all(listQuery).sort(byName);
    return {
      competencies: rows.map(({ aliases, level, scaleId, assessedOn, ...row }) => ({
        ...row,
        aliases: JSON.parse(aliases) as string[],
        selfAssessment:
          level === null || scaleId === null || assessedOn === null ? null : { level, scaleId, assessedOn },
      })),
      scales: [...scalesById(db).values()],
    };
  },

  nameCompetency({ db, host, now }, { name }) {
    if (!name.trim()) throw new AppError('INVALID_INPUT', 'A competency needs a name.');
    return { id: competencyNamer(db, { newId: host.newId, now })(name) };
  },

  assessCompetency({ db, host, today }, { competencyId, level, scaleId }) {
    competencyOf(db, competencyId);
    const scale = scalesById(db).get(scaleId);
    if (!scale) throw notFound('scale');
    if (level !== null && level > scale.levels.length) {
      throw new AppError('INVALID_INPUT', `The scale “${scale.name}” ends at ${scale.levels.length}.`);
    }
    if (level === null) db.run(query.deleteFrom('selfAssessment').where('competencyId', '=', competencyId));
    else {
      db.run(
        query
          .insertInto('selfAssessment')
          .values({ id: host.newId(), competencyId, level, scaleId, assessedOn: today })
          .onConflict((conflict) => conflict.columns(['competencyId', 'assessedOn']).doUpdateSet({ level, scaleId })),
      );
    }
    return { id: competencyId };
  },

  getCompetency({ db }, { id }) {
    const { name, description, parentId } = competencyOf(db, id);
    const aliases = query.selectFrom('competencyName').select('name').where('competencyId', '=', id);
    const children = query.selectFrom('competency').select(['id', 'name']).where('parentId', '=', id);
    return {
      id,
      name,
      description,
      aliases: db
        .all(aliases.where('isAlias', '=', 1))
        .map((alias) => alias.name)
        .sort(compareNames),
      parent: parentId === null ? null : { id: parentId, name: competencyOf(db, parentId).name },
      children: db.all(children).sort(byName),
      roles: inRoleOrder(db.all(rolesAsking(id))),
      accomplishments: db.all(accomplishmentsShowing(id)).map(({ words, ...row }) => ({
        ...row,
        as: namesOf(JSON.parse(words) as string[], name),
      })),
    };
  },

  renameCompetency({ db }, { id, name }) {
    competencyOf(db, id);
    const written = oneLine(name);
    const { form, owner } = findCompetencyByName(db, written);
    if (owner && owner.id !== id) throw nameTaken(written, owner);
    const others = query.updateTable('competencyName').set({ isAlias: 1 }).where('competencyId', '=', id);
    db.run(others.where('form', '<>', form));
    const row = { competencyId: id, name: written, isAlias: 0 };
    // no upsert: its way with conflicts would be that of the search triggers too
    db.run(
      owner
        ? query.updateTable('competencyName').set(row).where('form', '=', form)
        : query.insertInto('competencyName').values({ ...row, form }),
    );
    db.run(query.updateTable('competency').set({ name: written }).where('id', '=', id));
    return { id };
  },

  describeCompetency({ db }, { id, description }) {
    competencyOf(db, id);
    db.run(query.updateTable('competency').set({ description }).where('id', '=', id));
    return { id };
  },

  placeCompetency({ db }, { id, parentId }) {
    placeUnder(db, id, parentId);
    return { id };
  },

  addAlias({ db }, { id, alias }) {
    competencyOf(db, id);
    const name = oneLine(alias);
    const { form, owner } = findCompetencyByName(db, name);
    if (owner && owner.id !== id) throw nameTaken(name, owner);
    if (!owner) db.run(query.insertInto('competencyName').values({ form, competencyId: id, name, isAlias: 1 }));
    return { id };
  },

  mergeCompetencies({ db }, { keepId, mergeId }) {
    mergeInto(db, keepId, mergeId);
    return { id: keepId };
  },

  splitCompetency({ db, host, now }, { id, alias, accomplishmentIds }) {
    return { id: splitOff(db, { id, alias, accomplishmentIds }, { newId: host.newId, now }) };
  },

  listLikePairs({ db }, { roleIds, limit }) {
    return likeCompetencies(db, { roleIds, limit });
  },

  keepApart({ db }, { aId, bId }) {
    competencyOf(db, aId);
    competencyOf(db, bId);
    keepApart(db, aId, bId);
    return { aId, bId };
  },
};

/** The name as it is kept; refuses one of nothing but spaces. */
function oneLine(name: string): string {
  const line = name.trim().replace(/\s+/g, ' ');
  if (!line) throw new AppError('INVALID_INPUT', 'A competency needs a name.');
  return line;
}

/** Every competency with its aliases, how often it is shown and asked for, and what the user last thought of themselves. */
const listQuery = query
  .selectFrom('competency')
  .leftJoin('selfAssessment', (join) =>
    join.on(({ eb, selectFrom }) =>
      eb(
        'selfAssessment.id',
        '=',
        selectFrom('selfAssessment as latest')
          .select('latest.id')
          .whereRef('latest.competencyId', '=', 'competency.id')
          .orderBy('latest.assessedOn', 'desc')
          .limit(1),
      ),
    ),
  )
  .select(['competency.id', 'name', 'parentId', 'description', 'level', 'scaleId', 'assessedOn'])
  .select(({ selectFrom }) => [
    selectFrom('competencyName as other')
      .select(({ fn }) => fn<string>('json_group_array', ['other.name']).as('names'))
      .whereRef('other.competencyId', '=', 'competency.id')
      .where('isAlias', '=', 1)
      .$asScalar()
      .$notNull()
      .as('aliases'),
    countOf(
      selectFrom('showing')
        .innerJoin('accomplishment', 'accomplishment.id', 'accomplishmentId')
        .whereRef('showing.competencyId', '=', 'competency.id')
        .where('deletedAt', 'is', null),
    ).as('accomplishmentCount'),
    selectFrom('requirement')
      .innerJoin('roleSpec', 'roleSpec.id', 'roleSpecId')
      .select(({ fn }) => fn.count<number>('roleSpecId').distinct().as('n'))
      .whereRef('requirement.competencyId', '=', 'competency.id')
      .where('deletedAt', 'is', null)
      .$asScalar()
      .$notNull()
      .as('roleCount'),
  ])
  .orderBy('competency.name', (order) => order.collate('nocase'));

const byName = (a: { readonly name: string }, b: { readonly name: string }): number => compareNames(a.name, b.name);

type AskingRole = ReturnType<typeof rolesAsking> extends ReadQuery<infer Row> ? Row : never;

/** Roles that are in use before those that are archived, by family and level. */
const inRoleOrder = (roles: readonly AskingRole[]) =>
  roles
    .toSorted((a, b) => Number(a.archivedAt !== null) - Number(b.archivedAt !== null) || compareRoles(a, b))
    .map(({ roleId, title, levelCode, as, level, of }) => ({ roleId, title, levelCode, as, level, of }));

/** The roles that ask for a competency, under which name and at which level. */
const rolesAsking = (id: string) =>
  query
    .selectFrom('requirement')
    .innerJoin('roleSpec', 'roleSpec.id', 'roleSpecId')
    .leftJoin('scale', 'scale.id', 'scaleId')
    .select(['roleSpec.id as roleId', 'title', 'levelCode', 'requirement.name as as', 'level'])
    .select(['family', 'levelOrder', 'archivedAt'])
    .select(({ fn, val }) => fn.coalesce(fn<number>('json_array_length', ['levels']), val(1)).as('of'))
    .where('competencyId', '=', id)
    .where('deletedAt', 'is', null)
    .orderBy('requirement.rank');

/** The accomplishments that show a competency, at which level, newest first. */
const accomplishmentsShowing = (id: string) =>
  query
    .selectFrom('showing')
    .innerJoin('accomplishment', 'accomplishment.id', 'accomplishmentId')
    .innerJoin('scale', 'scale.id', 'scaleId')
    .select(['accomplishment.id', 'accomplishment.title', 'level', 'words'])
    .select(({ fn }) => fn<number>('json_array_length', ['levels']).as('of'))
    .where('competencyId', '=', id)
    .where('deletedAt', 'is', null)
    .orderBy('sortOn', 'desc')
    .orderBy('accomplishment.id', 'desc');

/** Competencies: the list and one of them whole, naming, placing, merging, splitting, assessing oneself. */
import type { Competency, CompetencyUse } from '../../shared/api/competency.ts';
import { AppError } from '../../shared/api/errors.ts';
import type { Handlers } from '../app/context.ts';
import { prepared } from '../db/statement-cache.ts';
import { keepApart, likeCompetencies } from '../store/competencies/competencies.ts';
import {
  bearerOf,
  competencyOf,
  mergeInto,
  nameTaken,
  placeUnder,
  splitOff,
} from '../store/competencies/competency-identity.ts';
import { competencyNamer } from '../store/competencies/name-competency.ts';
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
  listCompetencies({ sqlite }) {
    const rows = sqlite
      .prepare(
        `SELECT c.id, c.name, c.parentId, c.description,
           (SELECT json_group_array(n.name) FROM competencyName n WHERE n.competencyId = c.id AND n.isAlias) AS aliases,
           (SELECT count(*) FROM showing s JOIN accomplishment a ON a.id = s.accomplishmentId WHERE s.competencyId = c.id AND a.deletedAt IS NULL) AS accomplishmentCount,
           (SELECT count(DISTINCT r.roleSpecId) FROM requirement r JOIN roleSpec o ON o.id = r.roleSpecId WHERE r.competencyId = c.id AND o.deletedAt IS NULL) AS roleCount,
           s.level, s.scaleId, s.assessedOn
         FROM competency c LEFT JOIN selfAssessment s ON s.id = (SELECT id FROM selfAssessment l WHERE l.competencyId = c.id ORDER BY assessedOn DESC LIMIT 1)
         ORDER BY c.name COLLATE NOCASE`,
      )
      .all() as (Omit<Competency, 'aliases' | 'selfAssessment'> & {
      aliases: string;
      level: number | null;
      scaleId: string;
      assessedOn: string;
    })[];
    return {
      competencies: rows.map(({ aliases, level, scaleId, assessedOn, ...row }) => ({
        ...row,
        aliases: JSON.parse(aliases) as string[],
        selfAssessment: level === null ? null : { level, scaleId, assessedOn },
      })),
      scales: [...scalesById(sqlite).values()],
    };
  },

  nameCompetency({ sqlite, host, now }, { name }) {
    if (!name.trim()) throw new AppError('INVALID_INPUT', 'A competency needs a name.');
    return { id: competencyNamer(sqlite, { newId: host.newId, now })(name) };
  },

  async assessCompetency({ db, sqlite, host, today }, { competencyId, level, scaleId }) {
    const competency = await db.selectFrom('competency').select('id').where('id', '=', competencyId).executeTakeFirst();
    if (!competency) throw notFound('competency');
    const scale = scalesById(sqlite).get(scaleId);
    if (!scale) throw notFound('scale');
    if (level !== null && level > scale.levels.length) {
      throw new AppError('INVALID_INPUT', `The scale “${scale.name}” ends at ${scale.levels.length}.`);
    }
    if (level === null) await db.deleteFrom('selfAssessment').where('competencyId', '=', competencyId).execute();
    else {
      await db
        .insertInto('selfAssessment')
        .values({ id: host.newId(), competencyId, level, scaleId, assessedOn: today })
        .onConflict((conflict) => conflict.columns(['competencyId', 'assessedOn']).doUpdateSet({ level, scaleId }))
        .execute();
    }
    return { id: competencyId };
  },

  getCompetency({ sqlite }, { id }) {
    const { name, description, parentId } = competencyOf(sqlite, id);
    const named = (sql: string) => prepared(sqlite, sql).all(id) as { id: string; name: string }[];
    return {
      id,
      name,
      description,
      aliases: named(
        'SELECT form AS id, name FROM competencyName WHERE competencyId = ? AND isAlias ORDER BY name',
      ).map((alias) => alias.name),
      parent: parentId === null ? null : { id: parentId, name: competencyOf(sqlite, parentId).name },
      children: named('SELECT id, name FROM competency WHERE parentId = ? ORDER BY name COLLATE NOCASE'),
      roles: prepared(
        sqlite,
        `SELECT o.id AS roleId, o.title, o.levelCode, r.name AS "as", r.level,
           coalesce((SELECT json_array_length(levels) FROM scale WHERE id = r.scaleId), 1) AS "of"
         FROM requirement r JOIN roleSpec o ON o.id = r.roleSpecId
         WHERE r.competencyId = ? AND o.deletedAt IS NULL
         ORDER BY o.archivedAt IS NOT NULL, o.family, o.levelOrder, o.title, r.rank`,
      ).all(id) as CompetencyUse['roles'],
      accomplishments: prepared(
        sqlite,
        `SELECT a.id, a.title, s.level, (SELECT json_array_length(levels) FROM scale WHERE id = s.scaleId) AS "of"
         FROM showing s JOIN accomplishment a ON a.id = s.accomplishmentId
         WHERE s.competencyId = ? AND a.deletedAt IS NULL ORDER BY a.sortOn DESC, a.id DESC`,
      ).all(id) as CompetencyUse['accomplishments'],
    };
  },

  renameCompetency({ sqlite }, { id, name }) {
    competencyOf(sqlite, id);
    const written = oneLine(name);
    const { form, bearer } = bearerOf(sqlite, written);
    if (bearer && bearer.id !== id) throw nameTaken(written, bearer);
    prepared(sqlite, 'UPDATE competencyName SET isAlias = 1 WHERE competencyId = ? AND form <> ?').run(id, form);
    // no upsert: its way with conflicts would be that of the search triggers too
    prepared(
      sqlite,
      bearer
        ? 'UPDATE competencyName SET competencyId = ?, name = ?, isAlias = 0 WHERE form = ?'
        : 'INSERT INTO competencyName (competencyId, name, isAlias, form) VALUES (?, ?, 0, ?)',
    ).run(id, written, form);
    prepared(sqlite, 'UPDATE competency SET name = ? WHERE id = ?').run(written, id);
    return { id };
  },

  describeCompetency({ sqlite }, { id, description }) {
    competencyOf(sqlite, id);
    prepared(sqlite, 'UPDATE competency SET description = ? WHERE id = ?').run(description, id);
    return { id };
  },

  placeCompetency({ sqlite }, { id, parentId }) {
    placeUnder(sqlite, id, parentId);
    return { id };
  },

  addAlias({ sqlite }, { id, alias }) {
    competencyOf(sqlite, id);
    const written = oneLine(alias);
    const { form, bearer } = bearerOf(sqlite, written);
    if (bearer && bearer.id !== id) throw nameTaken(written, bearer);
    const insert = 'INSERT INTO competencyName (form, competencyId, name, isAlias) VALUES (?, ?, ?, 1)';
    if (!bearer) prepared(sqlite, insert).run(form, id, written);
    return { id };
  },

  mergeCompetencies({ sqlite }, { keepId, mergeId }) {
    mergeInto(sqlite, keepId, mergeId);
    return { id: keepId };
  },

  splitCompetency({ sqlite, host, now }, { id, alias, accomplishmentIds }) {
    return { id: splitOff(sqlite, { id, alias, accomplishmentIds }, { newId: host.newId, now }) };
  },

  listLikePairs({ sqlite }, { roleIds, limit }) {
    return likeCompetencies(sqlite, { roleIds, limit });
  },

  keepApart({ sqlite }, { aId, bId }) {
    competencyOf(sqlite, aId);
    competencyOf(sqlite, bId);
    keepApart(sqlite, aId, bId);
    return { aId, bId };
  },
};

/** The name as it is kept; refuses one of nothing but spaces. */
function oneLine(name: string): string {
  const line = name.trim().replace(/\s+/g, ' ');
  if (!line) throw new AppError('INVALID_INPUT', 'A competency needs a name.');
  return line;
}

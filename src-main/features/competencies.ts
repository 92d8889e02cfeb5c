/** Competencies: the list, naming one, assessing oneself. */
import type { Competency } from '../../shared/api/competency.ts';
import { AppError } from '../../shared/api/errors.ts';
import { competencyFinder, readScales } from '../db/competencies.ts';
import type { Handlers } from '../dispatch.ts';
import { notFound } from '../not-found.ts';

export const competencyHandlers: Pick<Handlers, 'listCompetencies' | 'nameCompetency' | 'assessCompetency'> = {
  async listCompetencies({ db, sqlite }) {
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
      scales: [...(await readScales(db)).values()],
    };
  },

  async nameCompetency({ db, host, now }, { name }) {
    if (!name.trim()) throw new AppError('INVALID_INPUT', 'A competency needs a name.');
    return { id: await competencyFinder(db, { newId: host.newId, now })(name) };
  },

  async assessCompetency({ db, host, today }, { competencyId, level, scaleId }) {
    const competency = await db.selectFrom('competency').select('id').where('id', '=', competencyId).executeTakeFirst();
    if (!competency) throw notFound('competency');
    const scale = (await readScales(db)).get(scaleId);
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
};

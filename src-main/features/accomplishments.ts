/** Accomplishments: capture, read, change, bin. */

import type { Updateable } from 'kysely';
import type {
  Accomplishment,
  AccomplishmentContent,
  CaptureVocabulary,
  KnownCompetency,
  Showing,
} from '../../shared/api/accomplishment.ts';
import { AppError } from '../../shared/api/errors.ts';
import { readCapture } from '../../shared/domain/capture/capture.ts';
import { compareNames } from '../../shared/domain/names/name-order.ts';
import { defaultScale } from '../../shared/vocabulary/role-shape.ts';
import type { Handlers, ReadContext } from '../app/context.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { compiled, query } from '../db/query.ts';
import type { Tables } from '../db/schema.ts';
import { moveToBin } from '../store/bin.ts';
import { competencyNamer } from '../store/competencies/competency-namer.ts';
import { notFound } from '../store/not-found.ts';
import { listRows } from '../store/record/accomplishment-list.ts';
import {
  emptyContent,
  insertAccomplishment,
  loadAccomplishments,
  writeChildren,
} from '../store/record/accomplishments.ts';
import { changeMany, listDrafts } from '../store/record/bulk-change.ts';
import { refuseEndBeforeStart } from '../store/record/date-order.ts';
import { scalesById } from '../store/roles/scales.ts';

/** The longest page of the list. */
const mostInPage = 500;

export const accomplishmentHandlers: Pick<
  Handlers,
  | 'listAccomplishments'
  | 'getAccomplishment'
  | 'listTags'
  | 'getCaptureVocabulary'
  | 'logAccomplishment'
  | 'changeAccomplishment'
  | 'changeAccomplishments'
  | 'binAccomplishments'
  | 'listDrafts'
  | 'listAccomplishmentIds'
> = {
  listAccomplishments: ({ db }, filter) => listRows(db, filter),

  getAccomplishment: ({ db }, { id }) => load(db, id),

  listDrafts: ({ db }) => listDrafts(db),

  listAccomplishmentIds: ({ db }, filter) => {
    const page = (offset: number) => listRows(db, { ...filter, offset, limit: mostInPage }).rows;
    const first = page(0);
    return [...first, ...(first.length < mostInPage ? [] : page(mostInPage))].map(({ id }) => id);
  },

  listTags: ({ db }) => tagsInUse(db).sort((a, b) => b.count - a.count || compareNames(a.tag, b.tag)),

  getCaptureVocabulary({ db }) {
    const { positions, competencies, tags } = captureVocabulary(db);
    return { positions, competencies: competencies.toSorted((a, b) => compareNames(a.name, b.name)), tags };
  },

  logAccomplishment(context, input) {
    const { db, host } = context;
    const startedOn = input.startedOn === undefined ? context.today : input.startedOn;
    const reading = readCapture(input.text, captureVocabulary(db), startedOn ?? context.today);
    if (input.positionId) checkReferences(context, { positionId: input.positionId });
    const read = reading.position?.certain ? reading.position : null;
    const position = input.positionId === undefined || input.positionId === read?.id ? read : null;
    if (!reading.title.trim())
      throw new AppError('INVALID_INPUT', 'Write what you got done first; a tag alone says too little.');
    const nameCompetency = competencyNamer(db, { newId: host.newId, now: context.now });
    // without a level nothing can be shown, and none is guessed: the word is kept as a tag
    const levelled = reading.competencies.flatMap((competency) =>
      competency.level === null ? [] : [{ ...competency, level: competency.level }],
    );
    const unlevelled = reading.competencies.filter((competency) => competency.level === null);
    const showings: Showing[] = levelled.map(({ id, name, names, level }) => ({
      competencyId: id ?? nameCompetency(name),
      level,
      scaleId: defaultScale,
      reason: '',
      words: [...names],
    }));
    const tags = [...reading.tags.map((tag) => tag.name), ...unlevelled.flatMap(({ names }) => names)];
    const id = insertAccomplishment(
      { db, newId: host.newId, now: context.now },
      {
        ...emptyContent,
        title: reading.title,
        story: reading.story,
        startedOn,
        positionId: input.positionId === undefined ? (read?.id ?? null) : input.positionId,
        tags,
        metrics: input.metrics ?? [],
        showings,
      },
    );
    const understood = [
      ...(position === null ? [] : [`Position: ${position.label}`]),
      ...tags.map((tag) => `Tag: ${tag}`),
      ...levelled.map((competency) => `Shows: ${competency.name}, level ${competency.level}`),
    ];
    return { id, understood, notices: reading.notices };
  },

  changeAccomplishment(context, { id, patch }) {
    const { db } = context;
    const before = load(db, id);
    const after: Accomplishment = { ...before, ...patch };
    refuseEndBeforeStart(after.startedOn, after.endedOn, after.isOngoing);
    checkReferences(context, patch);
    const { tags, metrics, showings, witnesses, evidence, isOngoing, ...columns } = patch;
    const ongoing = isOngoing === undefined ? {} : { isOngoing: isOngoing ? 1 : 0 };
    const set = { ...columns, ...ongoing, updatedAt: context.now };
    db.run(changeStored(id, set));
    writeChildren({ db, newId: context.host.newId }, id, { tags, metrics, showings, witnesses, evidence });
    return load(db, id);
  },

  changeAccomplishments(context, input) {
    const { addShowings, ...patch } = input.patch;
    checkReferences(context, { ...patch, ...(addShowings === undefined ? {} : { showings: addShowings }) });
    return { count: changeMany({ db: context.db, now: context.now, newId: context.host.newId }, input) };
  },

  binAccomplishments(context, { ids }) {
    return { count: moveToBin(context, 'accomplishment', ids) };
  },
};

const changeStored = compiled((id: string, set: Updateable<Tables['accomplishment']>) =>
  query.updateTable('accomplishment').set(set).where('id', '=', id),
);

function load(db: ReadableDatabase, id: string): Accomplishment {
  const [accomplishment] = loadAccomplishments(db, { ids: [id] });
  if (!accomplishment) throw notFound('accomplishment');
  return accomplishment;
}

const uses = query
  .selectFrom('accomplishmentTag')
  .select(({ fn }) => ['tag', fn.countAll<number>().as('count')])
  .groupBy('tag');
// from the bin to its tags: without statistics SQLite would go the long way, through every tag
const usesInBin = query
  .selectFrom('accomplishment')
  .crossJoin('accomplishmentTag')
  .whereRef('accomplishment.id', '=', 'accomplishmentTag.accomplishmentId')
  .where('deletedAt', 'is not', null)
  .select(({ fn }) => ['tag', fn.countAll<number>().as('count')])
  .groupBy('tag');

/**
 * Every tag with how often it is used, most used first. Those in the bin are counted and taken off: they are few, and of
 * all others the index of tags alone is read, not the accomplishments.
 */
const tagCounts = compiled(() =>
  query
    .selectFrom(uses.as('used'))
    .leftJoin(usesInBin.as('binned'), 'binned.tag', 'used.tag')
    .select('used.tag')
    .select(({ eb, fn }) => eb('used.count', '-', fn.coalesce('binned.count', eb.lit(0))).as('count'))
    .where(({ eb, fn }) => eb('used.count', '>', fn.coalesce('binned.count', eb.lit(0))))
    .orderBy('count', 'desc')
    .orderBy('used.tag'),
);

const tagsInUse = (db: ReadableDatabase) => db.all(tagCounts());

/** Newest first. */
const positionsToName = compiled(() =>
  query
    .selectFrom('position')
    .innerJoin('employer', 'employer.id', 'position.employerId')
    .select(['position.id', 'position.title', 'employer.name as employer', 'isCurrent', 'startedOn', 'endedOn'])
    .where('position.deletedAt', 'is', null)
    .orderBy('isCurrent', 'desc')
    .orderBy('startedOn', 'desc')
    .orderBy('position.id', 'desc'),
);

const competencyNames = compiled(() =>
  query
    .selectFrom('competencyName')
    .innerJoin('competency', 'competency.id', 'competencyName.competencyId')
    .select(['competency.id', 'competency.name', 'competencyName.name as alias', 'isAlias'])
    .select(({ exists, selectFrom }) =>
      exists(
        selectFrom('pin')
          .innerJoin('requirement', 'requirement.roleSpecId', 'pin.roleSpecId')
          .select('requirement.id')
          .whereRef('requirement.competencyId', '=', 'competency.id'),
      ).as('isAsked'),
    )
    .orderBy('competency.name', (order) => order.collate('nocase')),
);

/**
 * What capture can recognise, for the window while a note is typed and for its saving: positions newest first,
 * competencies by name, tags most used first. Each list is read when it is asked for: most notes name little of it.
 */
function captureVocabulary(db: ReadableDatabase): CaptureVocabulary {
  return {
    get positions() {
      return db.all(positionsToName()).map((row) => ({ ...row, isCurrent: row.isCurrent === 1 }));
    },
    get competencies() {
      const competencies = new Map<string, KnownCompetency & { readonly aliases: string[] }>();
      for (const { id, name, alias, isAlias, isAsked } of db.all(competencyNames())) {
        const known = competencies.get(id) ?? { id, name, aliases: [], isAsked: Boolean(isAsked) };
        competencies.set(id, known);
        if (isAlias) known.aliases.push(alias);
      }
      return [...competencies.values()];
    },
    get tags() {
      return tagsInUse(db).map(({ tag }) => tag);
    },
  };
}

function checkReferences({ db }: ReadContext, patch: Partial<AccomplishmentContent>): void {
  const exists = (table: 'position' | 'project' | 'competency', id: string) =>
    db.first(query.selectFrom(table).select('id').where('id', '=', id)) !== undefined;
  if (patch.positionId && !exists('position', patch.positionId)) throw notFound('position');
  if (patch.projectId && !exists('project', patch.projectId)) throw notFound('project');
  const scales = patch.showings ? scalesById(db) : new Map();
  for (const showing of patch.showings ?? []) {
    const scale = scales.get(showing.scaleId);
    if (!scale) throw notFound('scale');
    if (showing.level > scale.levels.length) {
      throw new AppError('INVALID_INPUT', `The scale “${scale.name}” ends at ${scale.levels.length}.`);
    }
    if (!exists('competency', showing.competencyId)) throw notFound('competency');
  }
}

/** What the sample profile starts with: an invented record, its aim and a resume. */

import { readFile } from 'node:fs/promises';
import type { AccomplishmentContent } from '../../../shared/api/accomplishment.ts';
import type { Profile } from '../../../shared/api/record.ts';
import { type RecordList, recordKindNames, recordKinds } from '../../../shared/vocabulary/record-kinds.ts';
import { sectionKinds } from '../../../shared/vocabulary/resume-sections.ts';
import { defaultScale } from '../../../shared/vocabulary/role-shape.ts';
import type { WritableDatabase } from '../../db/database.ts';
import { query } from '../../db/query.ts';
import { defaultSettings } from '../../db/settings.ts';
import { competencyNamer } from '../competencies/competency-namer.ts';
import { insertAccomplishment } from './accomplishments.ts';
import { columnsOf } from './background.ts';

interface Storing {
  readonly db: WritableDatabase;
  readonly newId: () => string;
  readonly now: string;
}

/** The sample record's file: the contract's shapes, with keys in the place of ids and names in the place of competencies. */
interface SampleRecord extends Readonly<Record<RecordList, readonly SampleItem[]>> {
  readonly profile: Profile;
  readonly accomplishments: readonly (Omit<AccomplishmentContent, 'positionId' | 'projectId' | 'showings'> & {
    readonly position: string | null;
    readonly project: string | null;
    readonly showings: readonly { readonly competency: string; readonly level: number; readonly reason: string }[];
  })[];
  readonly selfAssessments: readonly {
    readonly competency: string;
    readonly level: number;
    readonly assessedOn: string;
  }[];
  readonly pin: { readonly roleTitle: string; readonly family: string; readonly targetOn: string };
}

/** A thing of the background; `employerId` is there as `employer`, and says the key of one. */
type SampleItem = Readonly<Record<string, string | boolean | null>>;

/** Fills a profile with the sample record, its pinned role and a resume for it. */
export async function installSampleRecord(storing: Storing, file: string): Promise<void> {
  const { db, newId, now } = storing;
  const sample = JSON.parse(await readFile(file, 'utf8')) as SampleRecord;
  const made = { createdAt: now, deletedAt: null };
  const { links, ...profile } = sample.profile;
  db.run(query.updateTable('profile').set({ ...profile, links: JSON.stringify(links) }));
  const ids = new Map<string | null, string>();
  const idOf = (key: string | null) => {
    const id = ids.get(key) ?? newId();
    if (key !== null) ids.set(key, id);
    return id;
  };
  for (const kind of recordKindNames) {
    const { list, fields } = recordKinds[kind];
    for (const item of sample[list]) {
      const values = Object.entries(fields).map(([name, field]) => {
        const key = field.kind === 'link' ? (item[name.replace(/Id$/, '')] as string | null) : null;
        return [name, field.kind === 'link' ? key && idOf(key) : item[name]];
      });
      const row = { id: idOf((item.key as string) ?? null), ...columnsOf(Object.fromEntries(values)), ...made };
      db.run(query.insertInto(kind).values(row as never));
    }
  }
  const nameCompetency = competencyNamer(storing.db, storing);
  for (const { position, project, showings, ...content } of sample.accomplishments) {
    const shown: AccomplishmentContent['showings'] = [];
    for (const { competency, level, reason } of showings)
      shown.push({
        competencyId: nameCompetency(competency),
        level,
        scaleId: defaultScale,
        reason,
        words: [competency],
      });
    insertAccomplishment(storing, {
      ...content,
      positionId: position === null ? null : idOf(position),
      projectId: project === null ? null : idOf(project),
      showings: shown,
    });
  }
  for (const { competency, level, assessedOn } of sample.selfAssessments) {
    const competencyId = nameCompetency(competency);
    const assessed = { id: newId(), competencyId, level, scaleId: defaultScale, assessedOn };
    db.run(query.insertInto('selfAssessment').values(assessed));
  }
  const { roleTitle, family, targetOn } = sample.pin;
  const roles = query.selectFrom('roleSpec').select('id').where('title', '=', roleTitle);
  const role = db.one(roles.where('family', '=', family));
  db.run(query.insertInto('pin').values({ roleSpecId: role.id, targetOn, pinnedAt: now }));
  const sections = JSON.stringify(sectionKinds.map((kind) => ({ kind, isHidden: false })));
  db.run(
    query.insertInto('resume').values({
      id: newId(),
      name: roleTitle,
      roleSpecId: role.id,
      paper: defaultSettings().paper,
      density: 'comfortable',
      clearance: 'employer',
      sections,
      updatedAt: now,
      exportedAt: null,
      ...made,
    }),
  );
}

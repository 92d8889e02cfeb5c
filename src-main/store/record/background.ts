/** The background: profile, employers, positions, projects, education, certificates, languages. */
import type { Kysely } from 'kysely';
import type { Background, Profile } from '../../../shared/api/record.ts';
import type { Tables } from '../../db/schema.ts';

export async function loadProfile(db: Kysely<Tables>): Promise<Profile> {
  const {
    id: _id,
    links,
    ...row
  } = await db.selectFrom('profile').selectAll().where('id', '=', 'me').executeTakeFirstOrThrow();
  return { ...row, links: JSON.parse(links) as Profile['links'] };
}

/** Everything that is not in the bin, newest first. */
export async function loadBackground(db: Kysely<Tables>): Promise<Background> {
  const positions = await db
    .selectFrom('position')
    .selectAll()
    .where('deletedAt', 'is', null)
    .orderBy('isCurrent', 'desc')
    .orderBy('startedOn', 'desc')
    .orderBy('id', 'desc')
    .execute();
  const firstOf = new Map<string, number>();
  for (const [rank, position] of positions.entries())
    if (!firstOf.has(position.employerId)) firstOf.set(position.employerId, rank);
  const employers = await db
    .selectFrom('employer')
    .selectAll()
    .where('deletedAt', 'is', null)
    .orderBy('createdAt', 'desc')
    .execute();
  const projects = await db
    .selectFrom('project')
    .selectAll()
    .where('deletedAt', 'is', null)
    .orderBy('startedOn', 'desc')
    .orderBy('id', 'desc')
    .execute();
  const education = await db
    .selectFrom('education')
    .selectAll()
    .where('deletedAt', 'is', null)
    .orderBy('endedOn', 'desc')
    .orderBy('startedOn', 'desc')
    .orderBy('id')
    .execute();
  const certificates = await db
    .selectFrom('certificate')
    .selectAll()
    .where('deletedAt', 'is', null)
    .orderBy('issuedOn', 'desc')
    .orderBy('id')
    .execute();
  const languages = await db.selectFrom('language').selectAll().where('deletedAt', 'is', null).orderBy('id').execute();
  const bare = <Row extends { createdAt: string; deletedAt: string | null }>({
    createdAt: _made,
    deletedAt: _gone,
    ...row
  }: Row) => row;
  return {
    profile: await loadProfile(db),
    // an employer stands where its newest position does; one without positions comes first: it was just added
    employers: employers.map(bare).sort((a, b) => (firstOf.get(a.id) ?? -1) - (firstOf.get(b.id) ?? -1)),
    positions: positions.map((row) => ({ ...bare(row), isCurrent: row.isCurrent === 1 })),
    projects: projects.map(bare),
    education: education.map(bare),
    certificates: certificates.map(bare),
    languages: languages.map(bare),
  };
}

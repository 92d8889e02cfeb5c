/** The record people explore: whole, believable, and close to the role it aims at. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { AccomplishmentContent } from '../../../shared/api/accomplishment.ts';
import { Profile, recordValues } from '../../../shared/api/record.ts';
import { RolePack } from '../../../shared/api/role-pack.ts';
import { Line, PartialDate, Prose, Relation } from '../../../shared/api/values.ts';
import { computeMatch } from '../../../shared/domain/match/match.ts';

const Key = z.string().min(1);
const Sample = z.strictObject({
  format: z.literal('cairn-sample'),
  version: z.literal(1),
  profile: Profile.strict(),
  employers: z.array(recordValues('employer').extend({ key: Key }).strict()),
  positions: z.array(recordValues('position').omit({ employerId: true }).extend({ key: Key, employer: Key }).strict()),
  projects: z.array(
    recordValues('project').omit({ positionId: true }).extend({ key: Key, position: Key.nullable() }).strict(),
  ),
  education: z.array(recordValues('education').strict()),
  certificates: z.array(recordValues('certificate').strict()),
  languages: z.array(recordValues('language').strict()),
  accomplishments: z.array(
    AccomplishmentContent.omit({ positionId: true, projectId: true, showings: true })
      .extend({
        position: Key.nullable(),
        project: Key.nullable(),
        showings: z.array(
          z.strictObject({ competency: Line.min(1), level: z.number().int().min(1).max(5), reason: Prose.min(1) }),
        ),
      })
      .strict(),
  ),
  selfAssessments: z.array(
    z.strictObject({ competency: Line.min(1), level: z.number().int().min(1).max(5), assessedOn: PartialDate }),
  ),
  pin: z.strictObject({ roleTitle: Line, family: Line, targetOn: PartialDate }),
});

const resources = join(import.meta.dirname, '../../../resources');
const source: unknown = JSON.parse(readFileSync(join(resources, 'sample/record.json'), 'utf8'));
const sample = Sample.parse(source);
const pack = RolePack.parse(
  JSON.parse(readFileSync(join(resources, 'packs/machine-learning-engineering.rolepack.json'), 'utf8')),
);
const shipped = readdirSync(join(resources, 'packs')).map((name) =>
  RolePack.parse(JSON.parse(readFileSync(join(resources, 'packs', name), 'utf8'))),
);
const today = '2026-11-21';
const ready = sample.accomplishments.filter((accomplishment) => accomplishment.status === 'ready');

describe('the sample record', () => {
  it('refers only to employers, positions, projects and competencies that exist', () => {
    const employers = new Set(sample.employers.map((employer) => employer.key));
    const positions = new Set(sample.positions.map((position) => position.key));
    const projects = new Map(sample.projects.map((project) => [project.key, project.position]));
    const competencies = new Set(shipped.flatMap((pack) => pack.competencies.map((competency) => competency.name)));
    expect(sample.positions.filter((position) => !employers.has(position.employer))).toEqual([]);
    for (const { title, position, project, showings } of sample.accomplishments) {
      expect(position === null || positions.has(position), title).toBe(true);
      if (project !== null) expect(projects.get(project), title).toBe(position);
      expect(
        showings.filter((showing) => !competencies.has(showing.competency)),
        title,
      ).toEqual([]);
    }
    expect(sample.selfAssessments.filter((self) => !competencies.has(self.competency))).toEqual([]);
  });

  it('has a promotion, drafts, every confidentiality, and dates of each precision', () => {
    const employersOf = sample.positions.map((position) => position.employer);
    expect(new Set(employersOf).size).toBeLessThan(employersOf.length);
    expect(sample.accomplishments.length).toBeGreaterThanOrEqual(30);
    expect(sample.accomplishments.length - ready.length).toBe(3);
    expect(new Set(sample.accomplishments.map((accomplishment) => accomplishment.confidentiality)).size).toBe(4);
    const lengths = sample.accomplishments.map((accomplishment) => accomplishment.startedOn?.length ?? 0);
    expect(new Set(lengths)).toEqual(new Set([0, 4, 7, 10]));
  });

  it('lies in the past, inside the position each accomplishment belongs to', () => {
    const positions = new Map(sample.positions.map((position) => [position.key, position]));
    for (const { title, startedOn, endedOn, position: key } of sample.accomplishments) {
      const position = positions.get(key ?? '');
      const first = startedOn ?? endedOn;
      if (first === null) continue;
      const last = endedOn ?? first;
      expect(first.slice(0, 7) <= last.slice(0, 7), title).toBe(true);
      expect(last <= today, title).toBe(true);
      if (position?.startedOn) expect(first >= position.startedOn, title).toBe(true);
      if (position?.endedOn) expect(last.slice(0, 7) <= position.endedOn, title).toBe(true);
    }
  });

  it('has wordings that fit a resume: one line, or two, with the verb first', () => {
    for (const { title, shortWording, longWording, confidentiality } of ready) {
      if (confidentiality === 'private') continue;
      expect(shortWording.length, title).toBeGreaterThanOrEqual(70);
      expect(shortWording.length, title).toBeLessThanOrEqual(110);
      expect(longWording.length, title).toBeGreaterThanOrEqual(110);
      expect(longWording.length, title).toBeLessThanOrEqual(200);
      for (const wording of [shortWording, longWording]) expect(wording, title).not.toMatch(/\b(I|my|we)\b|\.$/);
    }
  });

  it('points only at addresses that belong to nobody', () => {
    const addresses = JSON.stringify(sample).match(/https?:\/\/[^"/]+/g) ?? [];
    expect(addresses.length).toBeGreaterThan(20);
    expect(addresses.filter((address) => !address.endsWith('.example'))).toEqual([]);
    expect(sample.profile.email).toMatch(/\.example$/);
  });
});

describe('the sample record against the ladder', () => {
  it('is close to the pinned level, with mandatory requirements still to prove', () => {
    const report = matchAgainst(sample.pin.roleTitle);
    expect(report.status).toBe('close');
    expect(report.match).toBeCloseTo(0.927, 2);
    const names = report.requirements
      .filter((requirement) => report.unproven.includes(requirement.requirementId))
      .map((requirement) => requirement.competency);
    expect(names).toEqual(['Machine learning modelling', 'Reliability engineering', 'Stakeholder collaboration']);
  });

  it('meets the level below and is far from the one above', () => {
    expect(matchAgainst('Machine Learning Engineer').status).toBe('ready');
    expect(matchAgainst('Staff Machine Learning Engineer').status).toBe('growing');
  });

  it('assesses itself above the evidence in some places and below it in others', () => {
    const assessed = matchAgainst(sample.pin.roleTitle).requirements.filter((row) => row.selfAssessed !== null);
    expect(assessed.some((row) => (row.selfAssessed ?? 0) > row.evidenced + 0.5)).toBe(true);
    expect(assessed.some((row) => (row.selfAssessed ?? 0) < row.evidenced - 0.5)).toBe(true);
  });
});

function matchAgainst(title: string) {
  const role = pack.roles.find((candidate) => candidate.title === title);
  if (!role) throw new Error(`The pack has no role ${title}.`);
  return computeMatch({
    today: today,
    rule: { theta: 2, ready: 0.8, close: 0.6, recency: true, graceYears: 2, halfLifeYears: 6 },
    parents: Object.fromEntries(pack.competencies.flatMap(({ name, parent }) => (parent ? [[name, parent]] : []))),
    competencyNames: Object.fromEntries(pack.competencies.map(({ name }) => [name, name])),
    selfAssessments: Object.fromEntries(
      sample.selfAssessments.map(({ competency, level }) => [competency, { level, scaleLevels: 5 }]),
    ),
    requirements: role.requirements.map((requirement) => ({
      ...requirement,
      id: requirement.competency,
      competencyId: requirement.competency,
      scaleLevels: 5,
    })),
    accomplishments: sample.accomplishments.map((accomplishment, index) => ({
      ...accomplishment,
      id: String(index),
      isMeasured: accomplishment.metrics.some((metric) => metric.baseline !== null && metric.value !== null),
      relation:
        Relation.options.find((relation) =>
          accomplishment.witnesses.some((witness) => witness.relation === relation),
        ) ?? null,
      showings: accomplishment.showings.map(({ competency, level }) => ({
        competencyId: competency,
        level,
        scaleLevels: 5,
      })),
    })),
  });
}

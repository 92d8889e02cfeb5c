/** Which names may be offered as one competency: what a careful reader would ask about, and nothing else. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { RolePack } from '../../../shared/api/role-pack.ts';
import { alikeFrom, indexNames, nameLikeness } from '../../../shared/domain/names/name-likeness.ts';

/** The same thing in other words, or close enough to be asked about. */
const offered = [
  ['Stakeholder management', 'Stakeholder engagement'],
  ['Stakeholder management', 'Stakholder management'],
  ['Product management', 'Products management'],
  ['Product management', 'Management of products'],
  ['Machine learning operations', 'ML operations'],
  ['Continuous integration', 'CI'],
  ['Cloud services', 'Public cloud services'],
  ['Apache Kafka streams', 'Kafka streams'],
  ['Google Cloud', 'Google Cloud Platform'],
  ['Incident response', 'Incident response management'],
  ['Data pipelines', 'Data pipeline development'],
  ['Database management', 'Managed databases'],
  ['Cost optimization', 'Cost optimisation'],
  ['Data modelling', 'Data modeling'],
  ['Market analysis', 'Marketing analysis'],
  ['Test strategy', 'Testing strategy'],
  ['SQL and query plans', 'Indexes and query plans'],
  ['Customer relations management', 'Customer relationship management'],
  ['Data visualisation', 'Data visualization'],
] as const;

/** Two things, though they share a word, a beginning or an end. */
const notOffered = [
  ['Product management', 'Project management'],
  ['Product management', 'Delivery management'],
  ['Project management', 'Delivery management'],
  ['IT operations', 'ML operations'],
  ['IT operations', 'Machine learning operations'],
  ['IT governance', 'ML governance'],
  ['Sales engineering', 'Mobile engineering'],
  ['Platform engineering', 'Performance engineering'],
  ['Frontend engineering', 'Backend engineering'],
  ['Financial services', 'Public services'],
  ['Managed services', 'Web services'],
  ['Vendor management', 'Tender management'],
  ['People management', 'Management'],
  ['Load testing', 'Testing'],
  ['Integration testing', 'Migration testing'],
  ['Landscape architecture', 'Architecture'],
  ['Thought leadership', 'Leadership'],
  ['Creative writing', 'Writing'],
  ['Machine learning', 'Machine learning operations'],
  ['Operating systems', 'Operating system security'],
  ['Design systems', 'Design system governance'],
  ['System design', 'Design system governance'],
  ['Quality assurance', 'Quality assurance strategy'],
  ['React', 'React Native'],
  ['AWS', 'AWS Lambda'],
  ['REST API design', 'GraphQL API design'],
  ['Infrastructure as code', 'Infrastructure'],
] as const;

test.each(offered)('“%s” and “%s” may be one', (a, b) => {
  expect(nameLikeness(a, b)).toBeGreaterThanOrEqual(alikeFrom);
  expect(nameLikeness(b, a)).toBeGreaterThanOrEqual(alikeFrom);
});

test.each(notOffered)('“%s” and “%s” are two', (a, b) => {
  expect(nameLikeness(a, b)).toBeLessThan(alikeFrom);
  expect(nameLikeness(b, a)).toBeLessThan(alikeFrom);
});

describe('beside the library that ships, by names and aliases', () => {
  const folder = resolve(import.meta.dirname, '../../../resources/packs');
  const competencies = readdirSync(folder)
    .map((name) => RolePack.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))))
    .flatMap((pack) => pack.competencies);
  const names = competencies.flatMap(({ name, aliases }) =>
    [name, ...aliases].map((known) => ({ id: name, name: known })),
  );
  const index = indexNames(names);

  test.each([
    'Product Management',
    'IT Operations',
    'IT Governance',
    'Sales Engineering',
    'Financial Services',
    'Unit Testing',
    'Team Leadership',
    'Creative Writing',
    'Landscape Architecture',
    'Operating Systems',
  ])('“%s” is offered as no other competency', (name) => {
    const others = index(name, { limit: 3 }).filter(({ likeness }) => likeness < 1);
    expect(others).toEqual([]);
  });

  test.each([
    ['Cloud Services', 'Public cloud services'],
    ['Cost Optimization', 'Cost management'],
    ['Code Review', 'Secure code review'],
  ])('“%s” is asked about beside “%s”', (name, competency) => {
    expect(index(name, { limit: 3 }).map(({ id }) => id)).toContain(competency);
  });
});

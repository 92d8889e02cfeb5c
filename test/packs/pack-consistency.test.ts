/** The packs that ship: complete, consistent within themselves and with each other. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { RoleContent } from '../../shared/api/role-content.ts';
import { RolePack } from '../../shared/api/role-pack.ts';
import { expandMatrix } from '../../shared/domain/ladder/matrix.ts';
import { comparedForm } from '../../shared/domain/names/compared-form.ts';
import { checkPack, sentencesOf } from '../../shared/domain/pack/pack-check.ts';

const folder = resolve(import.meta.dirname, '../../resources/packs');
const packs = readdirSync(folder)
  .filter((name) => name.endsWith('.rolepack.json'))
  .map((name) => RolePack.parse(JSON.parse(readFileSync(join(folder, name), 'utf8'))));
const byName = packs.map((pack) => [pack.name, pack] as const);
const everyRole = packs.flatMap((pack) => pack.roles);

const families = [
  'Backend engineering',
  'Data engineering',
  'Data science and analytics',
  'Engineering management',
  'Frontend engineering',
  'Machine learning engineering',
  'Mobile engineering',
  'Platform and reliability engineering',
  'Product design',
  'Product management',
  'Quality engineering',
  'Security engineering',
];

it('are twelve ladders of five levels', () => {
  expect(packs.map((pack) => pack.name).sort()).toEqual(families);
  for (const pack of packs) {
    expect(pack.roles.map((role) => role.levelOrder)).toEqual([1, 2, 3, 4, 5]);
    expect(new Set(pack.roles.map((role) => role.family))).toEqual(new Set([pack.name]));
    expect(pack).toMatchObject({ author: 'The Cairn developers', licence: 'CC BY 4.0' });
  }
});

describe.each(byName)('%s', (_name, pack) => {
  const skills = pack.ladders[0]?.matrix?.skills ?? [];

  it('has no fault, no fall, no link astray and no sentence twice', () => {
    expect(checkPack(pack)).toEqual([]);
  });

  it('has a matrix of 40 to 60 skills in 8 to 14 categories, each skill explained at every level it is asked', () => {
    expectWithin(skills.length, 40, 60);
    expectWithin(new Set(skills.map((skill) => skill.category)).size, 8, 14);
    const unexplained = expandMatrix(pack).flatMap((role) =>
      role.requirements.filter((asked) => asked.kind === 'skill' && !asked.blurb).map((asked) => asked.competency),
    );
    expect(unexplained).toEqual([]);
    expect(pack.competencies.filter((competency) => !competency.description)).toEqual([]);
  });

  it('asks for more mandatory proof at each level', () => {
    const counts = (isSkill: boolean) =>
      expandMatrix(pack).map(
        (role) => role.requirements.filter((asked) => asked.isMandatory && (asked.kind === 'skill') === isSkill).length,
      );
    for (const mandatory of [counts(true), counts(false)])
      expect(mandatory).toEqual([...new Set(mandatory)].toSorted((a, b) => a - b));
  });

  it('states its stack, focus, questions and answers', () => {
    expect(pack.roles.filter((role) => role.stack.length < 4 || !role.focus)).toEqual([]);
    expectWithin(pack.ladders[0]?.faqs.length ?? 0, 3, 8);
  });

  it.each(pack.roles.map((role) => [role.title, role] as const))('has every part of %s', (_title, role) => {
    for (const text of [role.mission, role.tourOfDuty]) expectWithin(text?.length ?? 0, 60, 400);
    expect(role.summary?.split('\n\n')).toHaveLength(2);
    expectWithin(role.responsibilities.length, 8, 14);
    expect(role.responsibilities.map((responsibility) => responsibility.number)).toEqual(
      role.responsibilities.map((_one, index) => index + 1),
    );
    expectWithin(role.requirements.length, 10, 14);
    expect(role.requirements.filter((asked) => !asked.blurb || asked.importance === null)).toEqual([]);
    const keys = role.requirements.filter((asked) => asked.keyRank !== undefined);
    expect(keys.map((asked) => asked.keyRank).toSorted()).toEqual([1, 2, 3]);
    expect(keys.filter((asked) => asked.details.length === 0)).toEqual([]);
    expectWithin(role.kpis.length, 6, 12);
    expect(role.kpis.filter((kpi) => !(kpi.category && kpi.measures && kpi.why && kpi.frequency))).toEqual([]);
    // a target says under which condition it is sane
    expect(role.kpis.filter((kpi) => (kpi.target ?? '').split(' ').length < 6).map((kpi) => kpi.name)).toEqual([]);
    expect([...new Set(role.milestones.map((milestone) => milestone.horizon))]).toEqual(horizons);
    for (const kind of ['deliverable', 'decisionRight', 'stakeholder', 'risk', 'hiring', 'aiImpact'] as const)
      expect(
        role.items.some((item) => item.kind === kind),
        kind,
      ).toBe(true);
    expect(groupsOf(role, 'decisionRight')).toEqual(['Alone', 'With the team', 'With a manager']);
    expect(groupsOf(role, 'hiring')).toEqual([
      'What to assess',
      'Exercise',
      'Strong signals',
      'Weak signals',
      'Red flags',
    ]);
    expectWithin(role.scorecard.length, 4, 8);
    expect(role.scorecard.reduce((sum, dimension) => sum + (dimension.weight ?? 0), 0)).toBe(100);
    const isLast = role.levelOrder === 5;
    expect(role.gapPairs).toHaveLength(isLast ? 0 : 3);
    for (const pair of role.gapPairs) expect(pair.theme).toMatch(/^\S+$/);
  });

  it('reads easily', () => {
    const sentences = pack.roles.flatMap(sentencesOf);
    const lengths = sentences.map((sentence) => sentence.split(' ').length);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(48);
    expect(lengths.reduce((sum, length) => sum + length, 0) / lengths.length).toBeLessThan(20);
    expect(sentences.filter((sentence) => emptyWords.test(sentence))).toEqual([]);
  });
});

describe('between the ladders', () => {
  it('every link leads to a role, and back', () => {
    const at = new Map(everyRole.map((role) => [linkKey(role), role]));
    const back = { next: 'feeder', feeder: 'next', lateral: 'lateral' } as const;
    const astray = everyRole.flatMap((role) =>
      role.links
        .filter((link) => link.family !== undefined)
        .filter((link) => {
          const target = at.get(linkKey(link));
          return !target?.links.some((answer) => answer.kind === back[link.kind] && linkKey(answer) === linkKey(role));
        })
        .map((link) => `${role.title} → ${link.title}`),
    );
    expect(astray).toEqual([]);
  });

  it('a competency has one description, one parent and names that belong to it alone', () => {
    const owners = new Map<string, string>();
    const described = new Map<string, string>();
    const clashes: string[] = [];
    for (const { name, aliases, description, parent } of packs.flatMap((pack) => pack.competencies)) {
      for (const word of [name, ...aliases]) {
        const form = comparedForm(word);
        if ((owners.get(form) ?? name) !== name) clashes.push(`${word}: ${owners.get(form)} and ${name}`);
        owners.set(form, name);
      }
      // a skill may be told in the words of each trade; what stands under nothing is shared, word for word
      const meaning = parent === undefined ? `${description}` : `under ${parent}`;
      if ((described.get(name) ?? meaning) !== meaning) clashes.push(`${name}: ${described.get(name)} and ${meaning}`);
      described.set(name, meaning);
    }
    expect(clashes).toEqual([]);
  });

  it('no two share a sentence', () => {
    const packOf = new Map<string, string>();
    const shared: string[] = [];
    for (const pack of packs) {
      for (const sentence of new Set(pack.roles.flatMap(sentencesOf))) {
        if (packOf.has(sentence)) shared.push(`${packOf.get(sentence)}, ${pack.name}: ${sentence}`);
        packOf.set(sentence, pack.name);
      }
    }
    expect(shared).toEqual([]);
  });
});

const horizons = ['30 days', '60 days', '90 days', '6 months', '12 months'];
const emptyWords =
  /\b(leverage|drive alignment|excellence|various|etc|world-class|best-in-class|synerg\w+|utili[sz]e|seamless\w*|robust|cutting-edge)\b/;

function expectWithin(value: number, low: number, high: number) {
  expect(value).toBeGreaterThanOrEqual(low);
  expect(value).toBeLessThanOrEqual(high);
}

function groupsOf(role: RoleContent, kind: RoleContent['items'][number]['kind']): (string | undefined)[] {
  return [...new Set(role.items.filter((item) => item.kind === kind).map((item) => item.group))];
}

function linkKey(role: { title: string; family?: string | undefined; levelCode?: string | undefined }): string {
  return [role.title, role.family, role.levelCode].join(' · ');
}

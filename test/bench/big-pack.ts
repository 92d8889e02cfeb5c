/** A pack of a thousand roles, invented, about as full as those that ship. */
import type { RoleContent } from '../../shared/api/role-content.ts';
import { RolePack } from '../../shared/api/role-pack.ts';

const things = [
  'gauge',
  'sluice',
  'ledger',
  'crane',
  'beacon',
  'tide table',
  'manifest',
  'signal',
  'berth',
  'pilot boat',
];
const acts = [
  'Plans',
  'Repairs',
  'Measures',
  'Hands over',
  'Simplifies',
  'Tests',
  'Explains',
  'Retires',
  'Rehearses',
  'Prices',
];
const pick = (list: readonly string[], index: number) => list[index % list.length] ?? '';
const sentence = (seed: number) =>
  `${pick(acts, seed)} the ${pick(things, seed * 3 + 1)} of quay ${seed % 89} before the ${pick(things, seed * 7 + 2)} of watch ${seed % 53} is due.`;

/** 200 ladders of five levels, each level with 12 competencies, 40 skills of the ladder’s matrix and its lists. */
export function bigPack(roleCount = 1_000): RolePack {
  const ladders = Array.from({ length: Math.ceil(roleCount / 5) }, (_, index) => `Harbour trade ${index + 1}`);
  return RolePack.parse({
    format: 'cairn-rolepack',
    formatVersion: 2,
    id: 'harbour-trades',
    name: 'Harbour trades',
    version: '1.0.0',
    author: 'Harbour school of Ostby',
    licence: 'CC BY 4.0',
    competencies: Array.from({ length: 300 }, (_, index) => ({
      name: `Craft ${index + 1}`,
      description: sentence(index),
    })),
    ladders: ladders.map((family, ladder) => ({
      family,
      matrix: {
        scale: 'five-levels',
        countsThroughParents: true,
        skills: Array.from({ length: 40 }, (_, skill) => ({
          name: `Skill ${((ladder * 7 + skill) % 900) + 1}`,
          category: `Category ${(skill % 10) + 1}`,
          cells: [1, 2, 3, 4, 5].map((level) => ({ level, isMandatory: level > 3 })),
        })),
      },
    })),
    roles: Array.from({ length: roleCount }, (_, index) => role(index, pick(ladders, Math.floor(index / 5)))),
  });
}

function role(index: number, family: string): Partial<RoleContent> & { title: string } {
  const level = (index % 5) + 1;
  const many = <T>(count: number, make: (seed: number) => T) =>
    Array.from({ length: count }, (_, at) => make(index * 31 + at));
  return {
    title: `${family}, level ${level}`,
    family,
    levelCode: `H${level}`,
    levelOrder: level,
    mission: sentence(index),
    tourOfDuty: sentence(index + 1),
    summary: many(4, sentence).join(' '),
    requirements: Array.from({ length: 12 }, (_, at) => ({
      competency: `Craft ${((index + at * 25) % 300) + 1}`,
      kind: 'competency' as const,
      level,
      scale: 'five-levels',
      importance: 'important' as const,
      isMandatory: at < level,
      countsInMatch: true,
      details: [],
      blurb: sentence(index + at),
    })),
    responsibilities: many(10, (seed) => ({ text: sentence(seed), lead: pick(acts, seed) })),
    kpis: many(8, (seed) => ({ name: `Measure ${seed}`, target: '≤ 4 % in a dry year', why: sentence(seed) })),
    tools: many(8, (seed) => ({ name: `Tool ${seed % 400}`, category: 'Quay' })),
    milestones: many(6, (seed) => ({ horizon: '90 days', text: sentence(seed) })),
    items: many(14, (seed) => ({ kind: 'deliverable' as const, text: sentence(seed) })),
    links: level < 5 ? [{ kind: 'next' as const, title: `${family}, level ${level + 1}`, family }] : [],
  };
}

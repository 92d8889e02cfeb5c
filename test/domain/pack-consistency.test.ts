/** The packs that ship: structure and consistency, so that a ladder reads as one piece of work. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type RoleContent, RolePack, type Section } from '../../shared/api/role-content.ts';

const PACKS = join(import.meta.dirname, '../../resources/packs');
const files = readdirSync(PACKS).filter((name) => name.endsWith('.rolepack.json'));

describe.each(files)('%s', (file) => {
  const source: unknown = JSON.parse(readFileSync(join(PACKS, file), 'utf8'));
  const pack = RolePack.parse(source);
  const ladder = pack.roles.toSorted((a, b) => (a.levelOrder ?? 0) - (b.levelOrder ?? 0));
  const steps = ladder.slice(1).map((upper, index) => ({ lower: ladder[index] as RoleContent, upper }));

  it('holds nothing that the format does not know', () => {
    expect(pack).toEqual(source);
  });

  it('names its file, its author and its licence', () => {
    expect(`${pack.id}.rolepack.json`).toBe(file);
    expect([pack.author, pack.licence, pack.attribution, pack.description].every(Boolean)).toBe(true);
  });

  it('counts its levels from 1 without a hole, each with its own title and code', () => {
    expect(ladder.map((role) => role.levelOrder)).toEqual(ladder.map((_, index) => index + 1));
    expect(duplicates(ladder.map((role) => role.title))).toEqual([]);
    expect(duplicates(ladder.map((role) => role.levelCode ?? ''))).toEqual([]);
    expect(new Set(ladder.map((role) => role.family)).size).toBe(1);
  });

  it.each(ladder.map((role) => [role.title, role] as const))('has every part of %s', (_, role) => {
    for (const part of [role.mission, role.tourOfDuty, role.summary]) expect(part?.length ?? 0).toBeGreaterThan(60);
    expect(role.summary?.split('\n\n')).toHaveLength(2);
    expectWithin(role.responsibilities.length, 8, 14);
    expectWithin(ofKind(role, 'competency').length, 10, 14);
    expectWithin(ofKind(role, 'skill').length, 6, 10);
    expectWithin(role.kpis.length, 6, 12);
    expect(role.milestones.map((milestone) => milestone.horizon)).toEqual([
      '30 days',
      '60 days',
      '90 days',
      '6 months',
      '12 months',
    ]);
    const isLast = role === ladder.at(-1);
    expect(role.gapPairs).toHaveLength(isLast ? 0 : 3);
    for (const pair of role.gapPairs) expect(pair.theme).toMatch(/^\S+$/);
    for (const heading of ['Summary', 'Mission', 'Responsibilities', 'Competencies', 'Skills', 'Deliverables']) {
      expect(role.sections.map((section) => section.heading)).toContain(heading);
    }
    for (const heading of ['KPIs', 'Tools', 'Decision rights', 'Stakeholders', 'Hiring signals', 'Helped by AI']) {
      expect(role.sections.map((section) => section.heading)).toContain(heading);
    }
  });

  it('numbers responsibilities through their groups', () => {
    for (const role of ladder) {
      expect(role.responsibilities.map((responsibility) => responsibility.number)).toEqual(
        role.responsibilities.map((_, index) => index + 1),
      );
      expect(duplicates(role.responsibilities.map((responsibility) => responsibility.lead ?? ''))).toEqual([]);
    }
  });

  it('says of every requirement what its level looks like, once', () => {
    for (const role of ladder) {
      expect(role.requirements.filter((requirement) => !requirement.blurb || requirement.importance === null)).toEqual(
        [],
      );
      expect(duplicates(role.requirements.map((requirement) => requirement.competency))).toEqual([]);
      for (const requirement of role.requirements) expectWithin(requirement.level ?? 1, 1, 5);
    }
  });

  it('ranks three key competencies of each level, each with its reason', () => {
    for (const role of ladder) {
      const key = role.requirements.filter((requirement) => requirement.keyRank !== undefined);
      expect(key.map((requirement) => requirement.keyRank).toSorted()).toEqual([1, 2, 3]);
      expect(key.every((requirement) => requirement.details.length > 0)).toBe(true);
    }
  });

  it('never lowers a competency going up', () => {
    const falls: string[] = [];
    const highest = new Map<string, number>();
    for (const role of ladder) {
      for (const { competency, level } of role.requirements) {
        if (level === null) continue;
        if (level < (highest.get(competency) ?? 0)) falls.push(`${role.title}: ${competency}`);
        highest.set(competency, Math.max(level, highest.get(competency) ?? 0));
      }
    }
    expect(falls).toEqual([]);
  });

  it('asks for more mandatory proof at each level', () => {
    for (const { lower, upper } of steps) expect(mandatory(upper)).toBeGreaterThan(mandatory(lower));
  });

  it('defines each competency it asks for, under names and aliases that belong to one', () => {
    const names = pack.competencies.map((competency) => competency.name);
    const asked = new Set(ladder.flatMap((role) => role.requirements.map((requirement) => requirement.competency)));
    expect([...asked].filter((name) => !names.includes(name))).toEqual([]);
    const spoken = pack.competencies.flatMap((competency) => [competency.name, ...competency.aliases]);
    expect(duplicates(spoken.map((name) => name.toLowerCase()))).toEqual([]);
    expect(pack.competencies.filter((competency) => !competency.description)).toEqual([]);
  });

  it('gives every skill a parent that is a competency of the pack', () => {
    const parents = new Map(pack.competencies.map((competency) => [competency.name, competency.parent]));
    const skills = new Set(ladder.flatMap((role) => ofKind(role, 'skill').map((skill) => skill.competency)));
    for (const skill of skills) {
      const parent = parents.get(skill);
      expect(parent, skill).toBeDefined();
      expect(parents.has(parent ?? ''), skill).toBe(true);
      expect(parents.get(parent ?? ''), `${parent} is coarse`).toBeUndefined();
    }
    const coarse = ladder.flatMap((role) => ofKind(role, 'competency').map((requirement) => requirement.competency));
    expect(coarse.filter((name) => parents.get(name) !== undefined)).toEqual([]);
  });

  it('links each level to the next and back', () => {
    for (const { lower, upper } of steps) {
      const up = lower.links.filter((link) => link.kind === 'next');
      expect(up.map(linkKey)).toEqual([linkKey(upper)]);
      expect(up[0]?.tourOfDuty).toBe(upper.tourOfDuty);
      expect(upper.links.filter((link) => link.kind === 'feeder').map(linkKey)).toContain(linkKey(lower));
    }
    expect(ladder.at(-1)?.links.filter((link) => link.kind === 'next')).toEqual([]);
    const known = new Set(ladder.map(linkKey));
    const own = ladder.flatMap((role) => role.links).filter((link) => link.family === ladder[0]?.family);
    expect(own.filter((link) => !known.has(linkKey(link)))).toEqual([]);
  });

  it('fills in every field of every KPI, with a condition on its target that is more than a figure', () => {
    for (const role of ladder) {
      for (const kpi of role.kpis) {
        const fields = [kpi.name, kpi.category, kpi.measures, kpi.why, kpi.target, kpi.frequency];
        expect(fields.every(Boolean), kpi.name).toBe(true);
        expect(kpi.target?.split(' ').length, kpi.name).toBeGreaterThanOrEqual(6);
      }
    }
    expect(duplicates(ladder.flatMap((role) => role.kpis.map((kpi) => kpi.name)))).toEqual([]);
  });

  it('has scorecards whose weights sum to 100', () => {
    for (const role of ladder) {
      const [table] = tablesUnder(role.sections, 'Scorecard');
      const weights = (table?.rows ?? []).map((row) => Number.parseInt(row.at(-1) ?? '', 10));
      expectWithin(weights.length, 4, 8);
      expect(
        weights.reduce((sum, weight) => sum + weight, 0),
        role.title,
      ).toBe(100);
    }
  });

  it('lets every typed row point at the section that holds its words', () => {
    for (const role of ladder) {
      const rows = [
        ...role.requirements.map((row) => [row.section, row.blurb] as const),
        ...role.responsibilities.map((row) => [row.section, row.text] as const),
        ...role.kpis.map((row) => [row.section, row.target] as const),
        ...role.tools.map((row) => [row.section, row.use] as const),
        ...role.milestones.map((row) => [row.section, row.text] as const),
        ...role.links.map((row) => [row.section, row.title] as const),
        ...role.gapPairs.map((row) => [row.section, row.to] as const),
      ];
      for (const [section, words] of rows) {
        expect(textOf(role.sections[section ?? -1]), `${role.title}: ${words}`).toContain(words);
      }
    }
  });

  it('repeats no sentence from one level to another', () => {
    const owners = new Map<string, Set<string>>();
    for (const role of ladder) {
      for (const sentence of sentencesOf(role)) {
        owners.set(sentence, (owners.get(sentence) ?? new Set()).add(role.title));
      }
    }
    expect([...owners].filter(([, titles]) => titles.size > 1).map(([sentence]) => sentence)).toEqual([]);
  });

  it('keeps sentences readable and free of empty words', () => {
    const sentences = ladder.flatMap((role) => sentencesOf(role));
    const words = sentences.map((sentence) => sentence.split(' ').length);
    expect(Math.max(...words)).toBeLessThanOrEqual(48);
    expect(words.reduce((sum, count) => sum + count, 0) / words.length).toBeLessThan(20);
    const empty =
      /\b(leverage|drive alignment|excellence|various|etc|world-class|best-in-class|synerg\w+|utili[sz]e)\b/;
    expect(sentences.filter((sentence) => empty.test(sentence))).toEqual([]);
  });
});

it('finds the packs', () => {
  expect(files).toContain('machine-learning-engineering.rolepack.json');
});

function expectWithin(value: number, low: number, high: number) {
  expect(value).toBeGreaterThanOrEqual(low);
  expect(value).toBeLessThanOrEqual(high);
}

function ofKind(role: RoleContent, kind: 'competency' | 'skill') {
  return role.requirements.filter((requirement) => requirement.kind === kind);
}

function mandatory(role: RoleContent): number {
  return role.requirements.filter((requirement) => requirement.isMandatory).length;
}

function linkKey(role: { title: string; family?: string | undefined; levelCode?: string | undefined }): string {
  return [role.title, role.family, role.levelCode].join(' · ');
}

function duplicates(values: readonly string[]): string[] {
  return values.filter((value, index) => values.indexOf(value) !== index);
}

function tablesUnder(sections: readonly Section[], heading: string) {
  return sections
    .filter((section) => section.heading === heading)
    .flatMap((section) => section.blocks.filter((block) => block.kind === 'table'));
}

function textOf(section: Section | undefined): string {
  return (section?.blocks ?? []).flatMap(blockTexts).join('\n');
}

function blockTexts(block: Section['blocks'][number]): string[] {
  if (block.kind === 'table') return block.rows.flat();
  if (block.kind === 'list') return block.items.map((item) => item.inlines.map((inline) => inline.text).join(''));
  return [block.inlines.map((inline) => inline.text).join('')];
}

/** Sentences of five words or more, from the whole readable document: shorter ones are labels. */
function sentencesOf(role: RoleContent): string[] {
  return role.sections
    .flatMap((section) => section.blocks.flatMap(blockTexts))
    .flatMap((text) => text.split(/(?<=[.?!])\s+|\n+/))
    .map((sentence) =>
      sentence
        .toLowerCase()
        .replace(/[.?!]+$/, '')
        .trim(),
    )
    .filter((sentence) => sentence.split(' ').length >= 5);
}

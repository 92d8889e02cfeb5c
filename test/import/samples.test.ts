/** Real documents, where they stand beside the repository: exact counts, and no word lost. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Draft } from '../../shared/api/import.ts';
import { repairText } from '../../src-main/import/files/encoding-repair.ts';
import { readDrafts } from '../../src-main/import/read.ts';
import { countDraft } from '../../src-main/import/roles/draft-counts.ts';
import type { RoleDraft } from './read-text.ts';
import { recallOf, textOfHtml } from './visible-words.ts';

const folder = new URL('../../../shared/samples/', import.meta.url);
const names = existsSync(folder) ? readdirSync(folder) : [];

function sample(start: string): { text: string; draft: RoleDraft } {
  const name = names.find((name) => name.startsWith(start)) ?? '';
  const bytes = readFileSync(new URL(name, folder));
  const [draft] = readDrafts(name, bytes) as Draft[];
  if (draft?.kind !== 'role') throw new Error(`${name} gave no role`);
  return { text: new TextDecoder().decode(bytes), draft };
}

describe.skipIf(!names.some((name) => name.startsWith('003_')))('the blueprint among the samples', () => {
  it('gives every row its type, and every word a place', () => {
    const { text, draft } = sample('003_');
    expect(draft.format).toBe('wordpress-post');
    expect(countDraft(draft)).toMatchObject({
      responsibilities: 23,
      competencies: 0,
      skills: 23,
      softSkills: 8,
      kpis: 15,
      tools: 35,
      milestones: 23,
      deliverables: 15,
      scorecard: 7,
      links: 11,
      sections: 20,
      roles: 1,
    });
    const { role } = draft;
    expect(role.responsibilities.map((responsibility) => responsibility.number)).toEqual(
      Array.from({ length: 23 }, (_, index) => index + 1),
    );
    expect(new Set(role.responsibilities.map((responsibility) => responsibility.group)).size).toBe(6);
    expect(role.kpis.every((kpi) => kpi.category && kpi.measures && kpi.why && kpi.target && kpi.frequency)).toBe(true);
    const skills = role.requirements.filter((requirement) => requirement.kind === 'skill');
    const tiers = [...new Set(skills.map((skill) => skill.tier))];
    expect(tiers.map((tier) => skills.filter((skill) => skill.tier === tier).length)).toEqual([7, 7, 5, 4]);
    expect(skills.every((skill) => skill.importance !== null && skill.level === null)).toBe(true);
    expect(role.tools.every((tool) => tool.category && tool.use && tool.adoption)).toBe(true);
    expect(['feeder', 'next', 'lateral'].map((kind) => role.links.filter((link) => link.kind === kind).length)).toEqual(
      [4, 3, 4],
    );
    expect(role.scorecard.every((line) => line.meets && line.exceeds)).toBe(true);
    expect(new Set(role.items.map((item) => item.kind)).size).toBe(10);
    expect(role.items.every((item) => item.section !== undefined && item.line !== undefined && item.words)).toBe(true);
    expect(role.links.filter((link) => link.kind === 'next').every((link) => link.note)).toBe(true);
    expect([role.mission, role.summary].every((prose) => prose && prose.length > 100)).toBe(true);
    expect([role.levelCode, role.family, role.effectiveOn]).toEqual([undefined, undefined, undefined]);
    expect(draft.notices.filter((notice) => notice.code === 'NOT_PLACED')).toEqual([]);

    const html = (JSON.parse(text) as { content: { rendered: string } }).content.rendered;
    expect(recallOf(textOfHtml(html), role.sections).share).toBeGreaterThanOrEqual(0.995);
  });
});

describe.skipIf(!names.some((name) => name.startsWith('000_')))('the competency page among the samples', () => {
  it('gives every value its place, and every word too', () => {
    const { text, draft } = sample('000_');
    const { role } = draft;
    expect(draft.format).toBe('competency-page');
    expect(countDraft(draft)).toMatchObject({
      responsibilities: 6,
      competencies: 5,
      keyCompetencies: 3,
      accelerators: 3,
      gapPairs: 3,
      skills: 0,
      links: 1,
      roles: 1,
    });
    expect(role.requirements.map((requirement) => [requirement.level, requirement.keyRank])).toEqual([
      [2, 1],
      [2, 2],
      [1, undefined],
      [1, 3],
      [1, undefined],
    ]);
    expect(role.requirements.filter((requirement) => requirement.blurb)).toHaveLength(3);
    expect(role).toMatchObject({ levelCode: 'L2', effectiveOn: '2025-07' });
    expect([role.functionName, role.family, role.standard, role.nature].every(Boolean)).toBe(true);
    expect(role.facts.filter((fact) => fact.label === undefined).map((fact) => fact.value)).toEqual(
      expect.arrayContaining(['7', '5']),
    );
    expect(role.links[0]).toMatchObject({ kind: 'next', levelCode: 'L3' });
    expect(role.links[0]?.tourOfDuty).toBeTruthy();
    expect(role.gapPairs).toHaveLength(3);
    expect(new Set(role.gapPairs.map((pair) => pair.theme?.toLowerCase()))).toEqual(new Set(['ownership']));
    expect(draft.notices.filter((notice) => notice.code === 'LEFT_OUT')).toHaveLength(1);
    expect(recallOf(text, role.sections).share).toBeGreaterThanOrEqual(0.995);
  });
});

describe.skipIf(!names.some((name) => name.startsWith('001_')))('the blueprint as page text among the samples', () => {
  it('is repaired, freed of adverts, and gives every row its type', () => {
    const { text, draft } = sample('001_');
    const { role } = draft;
    expect(draft.format).toBe('text');
    expect(countDraft(draft)).toMatchObject({
      responsibilities: 22,
      skills: 23,
      softSkills: 10,
      kpis: 21,
      tools: 32,
      scorecard: 6,
      roles: 1,
    });
    const groups = [...new Set(role.responsibilities.map((responsibility) => responsibility.group))];
    const inGroup = (group: string | undefined) =>
      role.responsibilities.filter((responsibility) => responsibility.group === group).length;
    expect(groups.map(inGroup)).toEqual([3, 4, 7, 4, 2, 2]);
    expect(groups.at(-1)).toMatch(/leadership/i);
    const skills = role.requirements.filter((requirement) => requirement.kind === 'skill');
    expect(new Set(skills.map((skill) => skill.tier)).size).toBe(4);
    expect(role.kpis.every((kpi) => kpi.measures && kpi.why && kpi.target && kpi.frequency)).toBe(true);
    expect(role.tools.every((tool) => tool.category && tool.use && tool.adoption)).toBe(true);
    expect(role.scorecard.reduce((sum, line) => sum + (line.weight ?? 0), 0)).toBe(100);
    expect(draft.repair).toMatchObject({ isApplied: true, left: 0 });
    expect(draft.notices.filter((notice) => notice.code === 'NOT_PLACED')).toEqual([]);
    expect(draft.notices.filter((notice) => notice.code === 'LEFT_OUT').length).toBeGreaterThanOrEqual(4);
    expect(role.sections.filter((section) => section.number !== undefined).map((section) => section.number)).toEqual(
      Array.from({ length: 20 }, (_, index) => String(index + 1)),
    );

    // From the title to the line above the first advert behind the document.
    const lines = (repairText(text)?.text ?? text).split('\n');
    const outside = draft.notices.flatMap((notice) => (notice.code === 'LEFT_OUT' && notice.line ? [notice.line] : []));
    const end = Math.min(...outside.filter((line) => line > lines.length / 2));
    const start = Math.max(...outside.filter((line) => line < lines.length / 2));
    const { share, missing } = recallOf(lines.slice(start - 1, end - 1).join('\n'), role.sections);
    expect(missing.slice(0, 20)).toEqual([]);
    expect(share).toBeGreaterThanOrEqual(0.995);
  });
});

/** How much of each a draft holds. */
import type { Draft, DraftCounts } from '../../../shared/api/import.ts';
import type { RoleContent } from '../../../shared/api/role-content.ts';
import type { RoleLibrary } from '../../../shared/api/role-pack.ts';
import { nameKey } from '../outline/clean-text.ts';

type Requirement = RoleContent['requirements'][number];

/** The library of a draft; a role alone is a library of one, a patch has none. */
function libraryOf(draft: Draft): RoleLibrary {
  if (draft.kind === 'pack') return draft.pack;
  if (draft.kind === 'ladder') return draft.library;
  return { scales: [], competencies: [], ladders: [], roles: draft.kind === 'role' ? [draft.role] : [] };
}

/** The skills of all matrices, each name once. */
function matrixOf({ ladders }: RoleLibrary) {
  const skills = ladders.flatMap((ladder) => ladder.matrix?.skills ?? []);
  const short = ladders.flatMap((ladder) => ladder.shortRows);
  const filled = (cells: readonly unknown[]) => cells.filter((cell) => cell !== null && cell !== '').length;
  return {
    names: new Set([...skills.map((skill) => nameKey(skill.name)), ...short.map((row) => nameKey(row.skill))]),
    categories: [...skills, ...short].flatMap((row) => (row.category === undefined ? [] : [nameKey(row.category)])),
    cells:
      skills.reduce((sum, skill) => sum + filled(skill.cells), 0) +
      short.reduce((sum, row) => sum + filled(row.values), 0),
    short: short.length,
  };
}

/** Rows by kind, over all roles of the draft; `sections` are chapters, without what stands beneath them. */
export function countDraft(draft: Draft): DraftCounts {
  const library = libraryOf(draft);
  const { roles, ladders } = library;
  const matrix = matrixOf(library);
  const sum = (count: (role: RoleContent) => number): number => roles.reduce((total, role) => total + count(role), 0);
  const asked = (keep: (requirement: Requirement) => boolean): number =>
    sum((role) => role.requirements.filter(keep).length);
  const items = (kind: RoleContent['items'][number]['kind']): number =>
    sum((role) => role.items.filter((item) => item.kind === kind).length);
  const isOfMatrix = (requirement: Requirement): boolean => matrix.names.has(nameKey(requirement.competency));
  const categories = roles.flatMap((role) =>
    role.requirements.flatMap((requirement) =>
      requirement.category === undefined ? [] : [nameKey(requirement.category)],
    ),
  );
  const chapters = (sections: readonly { readonly depth: number }[]): number =>
    sections.filter((section) => section.depth === 1).length;
  return {
    responsibilities: sum((role) => role.responsibilities.length),
    competencies: asked((requirement) => requirement.kind === 'competency'),
    keyCompetencies: asked((requirement) => requirement.keyRank !== undefined),
    skills: matrix.names.size + asked((requirement) => requirement.kind === 'skill' && !isOfMatrix(requirement)),
    softSkills: asked((requirement) => requirement.kind === 'softSkill'),
    kpis: sum((role) => role.kpis.length),
    tools: sum((role) => role.tools.length),
    milestones: sum((role) => role.milestones.length),
    deliverables: items('deliverable'),
    decisionRights: items('decisionRight'),
    accelerators: items('accelerator'),
    scorecard: sum((role) => role.scorecard.length),
    links: sum((role) => role.links.length),
    gapPairs: sum((role) => role.gapPairs.length),
    faqs: sum((role) => role.faqs.length) + ladders.reduce((total, ladder) => total + ladder.faqs.length, 0),
    categories: new Set([...matrix.categories, ...categories]).size,
    cells: matrix.cells + asked((requirement) => requirement.category !== undefined && !isOfMatrix(requirement)),
    shortRows: matrix.short,
    stacks: sum((role) => (role.stack.length > 0 ? 1 : 0)),
    focuses: sum((role) => (role.focus === undefined || role.focus === '' ? 0 : 1)),
    sections:
      sum((role) => chapters(role.sections)) + ladders.reduce((total, ladder) => total + chapters(ladder.sections), 0),
    roles: roles.length,
  };
}

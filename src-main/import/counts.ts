/** How much of each a draft holds. */
import type { Draft, DraftCounts } from '../../shared/api/import.ts';
import type { RoleContent } from '../../shared/api/role-content.ts';

/** Rows by kind, over all roles of the draft; `sections` are chapters, without what stands beneath them. */
export function countDraft(draft: Draft): DraftCounts {
  const roles = draft.kind === 'role' ? [draft.role] : draft.pack.roles;
  const sum = (count: (role: RoleContent) => number): number => roles.reduce((total, role) => total + count(role), 0);
  const asked = (kind: RoleContent['requirements'][number]['kind']) => (role: RoleContent) =>
    role.requirements.filter((requirement) => requirement.kind === kind).length;
  return {
    responsibilities: sum((role) => role.responsibilities.length),
    competencies: sum(asked('competency')),
    skills: sum(asked('skill')),
    softSkills: sum(asked('softSkill')),
    kpis: sum((role) => role.kpis.length),
    tools: sum((role) => role.tools.length),
    milestones: sum((role) => role.milestones.length),
    links: sum((role) => role.links.length),
    sections: sum((role) => role.sections.filter((section) => section.depth === 1).length),
    roles: roles.length,
  };
}

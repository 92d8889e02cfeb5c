/** A skill matrix in its compact form, one row a skill, turned into the requirements of the roles of its ladder. */
import type { RequirementContent, RoleContent, ScaleContent } from '../../api/role-content.ts';
import type { LadderContent, MatrixCell, MatrixSkill, RoleLibrary } from '../../api/role-pack.ts';
import { comparedForm } from '../names/compared-form.ts';

/**
 * The level a short cell means on a scale: its code, its label or its number, in any case, with `!` or `*` after it
 * when mandatory. Undefined when the scale has no such level.
 */
export function readCell(text: string, scale: ScaleContent): MatrixCell | undefined {
  const isMandatory = /[!*]\s*$/.test(text);
  const word = text
    .replace(/[!*]+\s*$/, '')
    .trim()
    .toLowerCase();
  const level = scale.levels.find(
    (known) =>
      known.code?.toLowerCase() === word || known.label.toLowerCase() === word || String(known.ordinal) === word,
  );
  return level ? { level: level.ordinal, isMandatory } : undefined;
}

/** The cells of a matrix row in their long form, with the words of its rubric; a cell nobody can read is null. */
export function cellsOf(skill: MatrixSkill, scale: ScaleContent | undefined): (MatrixCell | null)[] {
  return skill.cells.map((cell) => {
    const read = typeof cell === 'string' ? (scale ? readCell(cell, scale) : undefined) : cell;
    if (!read) return null;
    const known = scale?.levels.find((level) => level.ordinal === read.level);
    const rubric = skill.rubric ?? {};
    const wordsOf = (key: string | undefined) =>
      key !== undefined && Object.hasOwn(rubric, key) ? rubric[key] : undefined;
    const detail = read.detail ?? wordsOf(known?.code) ?? wordsOf(String(read.level));
    return { ...read, ...(detail === undefined ? {} : { detail }) };
  });
}

/** The roles of a ladder from the first level up: by `levelOrder`, and as written where that is not stated. */
export function rolesOfLadder(family: string, roles: readonly RoleContent[]): RoleContent[] {
  return roles
    .filter((role) => role.family === family)
    .map((role, index) => ({ role, order: role.levelOrder ?? index + 1 }))
    .sort((a, b) => a.order - b.order)
    .map(({ role }) => role);
}

/**
 * The roles of a library with the cells of its matrices among their requirements, category after category in the order
 * of the matrix. What a role asks of a skill in words of its own stands, and takes the category of the matrix.
 */
export function expandMatrix(library: RoleLibrary): RoleContent[] {
  const added = new Map<RoleContent, RequirementContent[]>();
  const categories = new Map<RoleContent, Map<string, string>>();
  // the same few hundred names come again in role after role
  const formByName = new Map<string, string>();
  const formOf = (name: string): string => {
    const form = formByName.get(name) ?? comparedForm(name);
    formByName.set(name, form);
    return form;
  };
  const forms = new Map<RoleContent, Set<string>>();
  const formsOf = (role: RoleContent): Set<string> => {
    const known = forms.get(role) ?? new Set(role.requirements.map((asked) => formOf(asked.competency)));
    forms.set(role, known);
    return known;
  };
  for (const ladder of library.ladders) {
    const roles = rolesOfLadder(ladder.family, library.roles);
    const scale = scaleOf(ladder, library.scales);
    for (const skill of ladder.matrix?.skills ?? []) {
      const form = formOf(skill.name);
      for (const [index, cell] of cellsOf(skill, scale).entries()) {
        const role = roles[index];
        if (!role || !cell || !ladder.matrix) continue;
        const isAsked = formsOf(role).has(form);
        if (isAsked) {
          const known = categories.get(role) ?? new Map<string, string>();
          if (skill.category !== undefined) known.set(form, skill.category);
          categories.set(role, known);
          continue;
        }
        const list = added.get(role) ?? [];
        list.push({
          competency: skill.name,
          kind: 'skill',
          level: cell.level,
          scale: ladder.matrix.scale,
          importance: null,
          isMandatory: cell.isMandatory,
          countsInMatch: !ladder.matrix.countsThroughParents,
          details: [],
          ...(skill.category === undefined ? {} : { category: skill.category }),
          ...(cell.detail === undefined ? {} : { blurb: cell.detail }),
          ...(skill.line === undefined ? {} : { line: skill.line }),
          ...(skill.words === undefined ? {} : { words: skill.words }),
        });
        added.set(role, list);
        formsOf(role).add(form);
      }
    }
  }
  return library.roles.map((role) => {
    const list = added.get(role) ?? [];
    const known = categories.get(role);
    if (list.length === 0 && !known) return role;
    return {
      ...role,
      requirements: [
        ...role.requirements.map((asked) => {
          const category = asked.category ?? known?.get(formOf(asked.competency));
          return category === undefined ? asked : { ...asked, category };
        }),
        ...list,
      ],
    };
  });
}

/** The scale of a ladder's matrix among those the library defines. */
export function scaleOf(ladder: LadderContent, scales: readonly ScaleContent[]): ScaleContent | undefined {
  return scales.find((scale) => scale.key === ladder.matrix?.scale);
}

/** Changes to a draft of several roles, each giving a new library: cells of its matrix, rows placed by hand, its roles, its words. */
import type { RoleContent, ScaleContent } from '../../../../../shared/api/role-content.ts';
import type { LadderContent, MatrixCell, MatrixSkill, RoleLibrary } from '../../../../../shared/api/role-pack.ts';
import { rolesOfLadder } from '../../../../../shared/domain/ladder/matrix.ts';
import { scaleByKey } from '../role/draft-scales.ts';

/** The scale the matrix of a ladder is read on; where it has no matrix yet, the first of the library. */
export function scaleOfLadder(ladder: LadderContent | undefined, scales: readonly ScaleContent[]): ScaleContent {
  return scaleByKey(ladder?.matrix?.scale ?? scales[0]?.key, scales);
}

/** The library with one of its ladders changed. */
export function withLadder(
  library: RoleLibrary,
  at: number,
  make: (ladder: LadderContent) => LadderContent,
): RoleLibrary {
  return { ...library, ladders: library.ladders.map((ladder, index) => (index === at ? make(ladder) : ladder)) };
}

function withSkills(ladder: LadderContent, make: (skills: readonly MatrixSkill[]) => MatrixSkill[]): LadderContent {
  return ladder.matrix === undefined
    ? ladder
    : { ...ladder, matrix: { ...ladder.matrix, skills: make(ladder.matrix.skills) } };
}

/** The library with one cell of a matrix changed; null asks nothing there. */
export function withCell(
  library: RoleLibrary,
  ladder: number,
  skill: number,
  level: number,
  cell: MatrixCell | null,
): RoleLibrary {
  const levelCount = rolesOfLadder(library.ladders[ladder]?.family ?? '', library.roles).length;
  return withLadder(library, ladder, (before) =>
    withSkills(before, (skills) =>
      skills.map((other, index) => {
        if (index !== skill) return other;
        const cells = Array.from({ length: Math.max(levelCount, other.cells.length, level + 1) }, (_, at) =>
          at === level ? cell : (other.cells[at] ?? null),
        );
        return { ...other, cells };
      }),
    ),
  );
}

/** The library with the name or the category of a skill of a matrix changed; an empty category is none. */
export function withSkillWords(
  library: RoleLibrary,
  ladder: number,
  skill: number,
  key: 'name' | 'category',
  text: string,
): RoleLibrary {
  return withLadder(library, ladder, (before) =>
    withSkills(before, (skills) =>
      skills.map((other, index) => {
        if (index !== skill) return other;
        if (key === 'name') return { ...other, name: text };
        const { category: _gone, ...rest } = other;
        return text === '' ? rest : { ...rest, category: text };
      }),
    ),
  );
}

/** The library without one skill of a matrix. */
export function withoutSkill(library: RoleLibrary, ladder: number, skill: number): RoleLibrary {
  return withLadder(library, ladder, (before) =>
    withSkills(before, (skills) => skills.filter((_one, index) => index !== skill)),
  );
}

/** Where a row of a category and a line belongs among the skills: as in the source where lines are known, else last of its category. */
function placeAmong(skills: readonly MatrixSkill[], category: string | undefined, line: number | undefined): number {
  if (line !== undefined) {
    const after = skills.findIndex((skill) => skill.line !== undefined && skill.line > line);
    const isOfCategory = (skill: MatrixSkill | undefined) => skill?.category === category;
    if (after !== -1 && (isOfCategory(skills[after]) || isOfCategory(skills[after - 1]))) return after;
  }
  const last = skills.map((skill) => skill.category).lastIndexOf(category);
  return last === -1 ? skills.length : last + 1;
}

/** The library with a short row moved into the matrix, a value or nothing for each level. */
export function withPlacedRow(
  library: RoleLibrary,
  ladder: number,
  row: number,
  cells: readonly (MatrixCell | null)[],
): RoleLibrary {
  return withLadder(library, ladder, (before) => {
    const short = before.shortRows[row];
    if (short === undefined) return before;
    const { key } = scaleOfLadder(before, library.scales);
    const matrix = before.matrix ?? { scale: key, countsThroughParents: false, skills: [] };
    const { values: _values, skill: name, ...origin } = short;
    const placed: MatrixSkill = { name, ...origin, cells: [...cells] };
    const at = placeAmong(matrix.skills, short.category, short.line);
    return {
      ...before,
      shortRows: before.shortRows.filter((_one, index) => index !== row),
      matrix: { ...matrix, skills: [...matrix.skills.slice(0, at), placed, ...matrix.skills.slice(at)] },
    };
  });
}

/** The library without a short row: it stays in the source alone. */
export function withoutShortRow(library: RoleLibrary, ladder: number, row: number): RoleLibrary {
  return withLadder(library, ladder, (before) => ({
    ...before,
    shortRows: before.shortRows.filter((_one, index) => index !== row),
  }));
}

/** The library with one of its roles changed. */
export function withRole(library: RoleLibrary, at: number, make: (role: RoleContent) => RoleContent): RoleLibrary {
  return { ...library, roles: library.roles.map((role, index) => (index === at ? make(role) : role)) };
}

/** The library with a ladder and all its roles under another name of the family. */
export function withFamily(library: RoleLibrary, ladder: number, family: string): RoleLibrary {
  const before = library.ladders[ladder]?.family;
  return {
    ...withLadder(library, ladder, (renamed) => ({ ...renamed, family })),
    roles: library.roles.map((role) => (role.family === before ? { ...role, family } : role)),
  };
}

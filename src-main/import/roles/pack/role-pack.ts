/** Our own packs, of every version there was: checked against their schema, with every fault named by its place. */
import { AppError } from '../../../../shared/api/errors.ts';
import type { Draft } from '../../../../shared/api/import.ts';
import type { RoleContent, ScaleContent } from '../../../../shared/api/role-content.ts';
import { type LadderContent, RolePack } from '../../../../shared/api/role-pack.ts';
import { cellsOf, readCell, rolesOfLadder } from '../../../../shared/domain/ladder/matrix.ts';
import { comparedForm } from '../../../../shared/domain/names/compared-form.ts';
import { defaultScale } from '../../../../shared/vocabulary/role-shape.ts';
import { cleanedJson, faultPlaceOf, faultsOf, refuseFaults, spreadLines } from '../../files/json-faults.ts';
import { isObject } from '../../files/read-json.ts';
import { quoted } from '../../outline/clean-text.ts';
import { openNotices } from '../notices.ts';

const packVersion = 2;
const mostRequirements = 1_000;
/** Cells of a matrix on the scale that needs no definition. */
const fiveLevels: ScaleContent = {
  key: defaultScale,
  name: defaultScale,
  levels: [1, 2, 3, 4, 5].map((ordinal) => ({ ordinal, label: String(ordinal) })),
};

/** Whether an object says that it is a pack of ours, of whatever version. */
export function isRolePack(value: unknown): value is Record<string, unknown> {
  return isObject(value) && value.format === 'cairn-rolepack';
}

/** Scales of one key, and scales whose levels are not counted 1, 2, 3 … without a hole. */
function scalesFaults(pack: RolePack): string[] {
  const first = new Map<string, number>();
  return pack.scales.flatMap(({ key, levels }, place) => {
    const where = faultPlaceOf(['scales', place]);
    const known = first.get(key);
    if (known !== undefined) return [`${where} › key is ${quoted(key)}, as that of scale ${known + 1} is.`];
    first.set(key, place);
    const ordinals = levels.map((level) => level.ordinal);
    const isCounted = ordinals.toSorted((a, b) => a - b).every((ordinal, index) => ordinal === index + 1);
    return isCounted
      ? []
      : [`${where} › levels has to count 1, 2, 3 … without a hole, and has ${ordinals.join(', ')}.`];
  });
}

/** Names that are nothing but white space. */
function nameFaults(pack: RolePack): string[] {
  const named: (readonly [path: readonly PropertyKey[], name: string])[] = [
    [['name'], pack.name],
    ...pack.roles.flatMap(({ title, requirements }, place) => [
      [['roles', place, 'title'], title] as const,
      ...requirements.map(
        ({ competency }, row) => [['roles', place, 'requirements', row, 'competency'], competency] as const,
      ),
    ]),
    ...pack.ladders.flatMap(({ matrix }, place) =>
      (matrix?.skills ?? []).map(
        ({ name }, row) => [['ladders', place, 'matrix', 'skills', row, 'name'], name] as const,
      ),
    ),
  ];
  return named.flatMap(([path, name]) => (name.trim() === '' ? [`${faultPlaceOf(path)} is empty.`] : []));
}

/** Roles that their matrices would make longer than a role may be; what a role asks itself is not added twice. */
function lengthFaults(pack: RolePack): string[] {
  const added = new Map<RoleContent, Set<string>>();
  for (const { family, matrix } of pack.ladders) {
    const roles = rolesOfLadder(family, pack.roles);
    for (const skill of matrix?.skills ?? []) {
      const name = comparedForm(skill.name);
      skill.cells.forEach((cell, index) => {
        const role = roles[index];
        if (cell === null || role === undefined) return;
        const names = added.get(role) ?? new Set();
        added.set(role, names.add(name));
      });
    }
  }
  return pack.roles.flatMap((role, place) => {
    const own = new Set(role.requirements.map((asked) => comparedForm(asked.competency)));
    const more = [...(added.get(role) ?? [])].filter((name) => !own.has(name)).length;
    const total = role.requirements.length + more;
    if (total <= mostRequirements) return [];
    return [
      `${faultPlaceOf(['roles', place])} (${quoted(role.title)}) would have ${total} requirements with those of its matrix; a role holds up to ${mostRequirements}.`,
    ];
  });
}

/** Levels that no scale of the pack has. */
function scaleFaults(pack: RolePack): string[] {
  const heights = new Map([
    [defaultScale, 5],
    ...pack.scales.map((scale) => [scale.key, Math.max(...scale.levels.map((level) => level.ordinal))] as const),
  ]);
  return pack.roles.flatMap((role, place) =>
    role.requirements.flatMap((asked, row) => {
      const where = faultPlaceOf(['roles', place, 'requirements', row]);
      const height = heights.get(asked.scale);
      if (asked.level === null) return [];
      if (height === undefined)
        return [`${where} › scale is “${asked.scale.slice(0, 40)}”, which the pack does not define.`];
      return asked.level > height ? [`${where} › level is ${asked.level}, and its scale has ${height}.`] : [];
    }),
  );
}

/** Cells that their scale or their ladder has no place for. */
function matrixFaults(pack: RolePack): string[] {
  return pack.ladders.flatMap((ladder, place) => {
    const roles = rolesOfLadder(ladder.family, pack.roles).length;
    const where = faultPlaceOf(['ladders', place]);
    if (roles === 0) return [`${where} › family is ${quoted(ladder.family)}, and no role of the pack has that family.`];
    if (!ladder.matrix) return [];
    const scale = scaleNamed(pack, ladder.matrix.scale);
    if (scale === undefined) {
      return [`${where} › matrix › scale is ${quoted(ladder.matrix.scale)}, which the pack does not define.`];
    }
    const height = Math.max(...scale.levels.map((level) => level.ordinal));
    return ladder.matrix.skills.flatMap((skill, row) => {
      const skillPlace = faultPlaceOf(['ladders', place, 'matrix', 'skills', row]);
      if (skill.cells.length > roles) {
        return [`${skillPlace} › cells has ${skill.cells.length} rows, and the ladder ${roles} roles.`];
      }
      return skill.cells.flatMap((cell, column) => {
        const cellPlace = `${skillPlace} › cells ${column + 1}`;
        if (typeof cell === 'string')
          return readCell(cell, scale) ? [] : [`${cellPlace} is ${quoted(cell)}, which its scale does not have.`];
        if (cell === null || cell.level <= height) return [];
        return [`${cellPlace} › level is ${cell.level}, and its scale has ${height}.`];
      });
    });
  });
}

function scaleNamed(pack: RolePack, key: string): ScaleContent | undefined {
  return pack.scales.find((scale) => scale.key === key) ?? (key === defaultScale ? fiveLevels : undefined);
}

/** The ladder with every cell of its matrix in the long form, with the words of its rubric. */
function withLongCells(pack: RolePack, ladder: LadderContent): LadderContent {
  const { matrix } = ladder;
  if (!matrix) return ladder;
  const scale = scaleNamed(pack, matrix.scale);
  return {
    ...ladder,
    matrix: { ...matrix, skills: matrix.skills.map((skill) => ({ ...skill, cells: cellsOf(skill, scale) })) },
  };
}

/** The draft of a pack. Throws FORMAT_UNKNOWN for a newer version and FILE_UNREADABLE for one that breaks the format. */
export function readRolePack(name: string, source: Record<string, unknown>): Draft {
  const version = source.formatVersion;
  if (typeof version === 'number' && version > packVersion) {
    throw new AppError(
      'FORMAT_UNKNOWN',
      `${quoted(name)} is a role pack of format version ${version}; this Cairn reads version ${packVersion}. Nothing was added. Update Cairn, or ask for the pack in version ${packVersion}.`,
    );
  }
  const notices = openNotices();
  const value = cleanedJson(source, notices);
  const parsed = RolePack.safeParse(value);
  if (!parsed.success) throw refuseFaults(name, 'role pack', faultsOf(parsed.error, value, 'the pack'));
  const faults = [parsed.data].flatMap((parsedPack) => [
    ...scalesFaults(parsedPack),
    ...nameFaults(parsedPack),
    ...scaleFaults(parsedPack),
    ...matrixFaults(parsedPack),
    ...lengthFaults(parsedPack),
  ]);
  if (faults.length > 0) throw refuseFaults(name, 'role pack', faults);
  const pack: RolePack = {
    ...parsed.data,
    ladders: parsed.data.ladders.map((ladder) => withLongCells(parsed.data, ladder)),
  };
  noteBareRoles(pack, notices.add);
  for (const ladder of pack.ladders) {
    if (ladder.shortRows.length === 0) continue;
    const rows = ladder.shortRows.length === 1 ? '1 row' : `${ladder.shortRows.length} rows`;
    notices.add(
      'NOT_PLACED',
      `${rows} of the matrix of ${quoted(ladder.family)} ${ladder.shortRows.length === 1 ? 'does' : 'do'} not say which level is blank.`,
      undefined,
      ladder.shortRows
        .map((row) => row.skill)
        .slice(0, 20)
        .join(' · '),
    );
  }
  return {
    kind: 'pack',
    format: 'role-pack',
    title: pack.name,
    notices: notices.all(),
    sourceLines: spreadLines(value) ?? linesInShort(pack),
    pack,
  };
}

function noteBareRoles(pack: RolePack, add: (code: 'KEPT', message: string, line: undefined, detail: string) => void) {
  const inMatrix = new Set(pack.ladders.flatMap((ladder) => (ladder.matrix?.skills.length ? [ladder.family] : [])));
  const bareRoles = pack.roles.filter((role) => role.requirements.length === 0 && !inMatrix.has(role.family ?? ''));
  if (bareRoles.length === 0) return;
  add(
    'KEPT',
    bareRoles.length === 1
      ? '1 role asks for nothing that a match can count.'
      : `${bareRoles.length} roles ask for nothing that a match can count.`,
    undefined,
    bareRoles
      .map((role) => role.title)
      .slice(0, 20)
      .join(' · '),
  );
}

/** What a pack holds, told in short where its whole text would be a book. */
function linesInShort(pack: RolePack): string[] {
  return [
    `${pack.name} ${pack.version}`,
    `By ${pack.author}. ${pack.licence}.`,
    '',
    ...pack.ladders.map((ladder) =>
      [ladder.title ?? ladder.family, 'ladder', `${ladder.matrix?.skills.length ?? 0} skills in its matrix`].join(
        ' · ',
      ),
    ),
    ...pack.roles.map((role) =>
      [
        role.title,
        role.levelCode,
        role.family,
        `${role.requirements.length} requirements`,
        `${role.responsibilities.length} responsibilities`,
      ]
        .filter(Boolean)
        .join(' · '),
    ),
  ];
}

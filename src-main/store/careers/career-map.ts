/** The map of all careers from its tables: a reading for roles, one for links, one for what the linked roles ask. */
import type { MapPath, MapRole } from '../../../shared/api/career.ts';
import {
  type AskedLevel,
  gapBetween,
  indexRoles,
  type LinkedRole,
} from '../../../shared/domain/career/career-paths.ts';
import { comparedForm } from '../../../shared/domain/names/compared-form.ts';
import { compareRoles } from '../../../shared/domain/names/name-order.ts';
import type { ReadableDatabase } from '../../db/database.ts';
import { oneOf, query } from '../../db/query.ts';

interface StoredRole extends LinkedRole {
  readonly levelOrder: number | null;
  readonly pinnedAt: string | null;
  readonly targetOn: string | null;
}

interface StoredLink {
  readonly roleId: string;
  readonly kind: MapPath['kind'];
  readonly title: string;
  readonly family: string | null;
  readonly levelCode: string | null;
  readonly note: string | null;
}

const storedRoles = query
  .selectFrom('roleSpec')
  .leftJoin('pin', 'pin.roleSpecId', 'roleSpec.id')
  .select(['id', 'title', 'family', 'levelCode', 'levelOrder', 'ladderId', 'packId', 'pinnedAt', 'targetOn'])
  .where('deletedAt', 'is', null)
  .where('archivedAt', 'is', null)
  .orderBy('id');

type BarePath = Omit<MapPath, 'gap' | 'theme'>;

/** Every role in the lists, the roles that links only name, and the paths between them. */
export function loadCareerMap(db: ReadableDatabase): { readonly roles: MapRole[]; readonly paths: MapPath[] } {
  const stored = db.all(storedRoles).sort(compareRoles);
  const named = new Map<string, MapRole>();
  const paths = uniquePaths([...linkPaths(db, stored, named), ...ladderPaths(stored)]);
  const isHere = new Set(stored.map((role) => role.id));
  // of a role that is only named nothing is known
  const isKnown = (path: BarePath) => isHere.has(path.from) && isHere.has(path.to);
  const asked = readAsked(db, paths.filter(isKnown));
  const themes = readThemes(db);
  return {
    roles: [...stored.map(toMapRole), ...named.values()],
    paths: paths.map((path) => ({
      ...path,
      theme: path.kind === 'next' ? (themes.get(path.from) ?? null) : null,
      gap: isKnown(path) ? gapBetween(asked.get(path.from) ?? [], asked.get(path.to) ?? []) : [],
    })),
  };
}

function toMapRole(role: StoredRole): MapRole {
  return {
    key: role.id,
    roleId: role.id,
    title: role.title,
    family: role.family,
    levelCode: role.levelCode,
    levelOrder: role.levelOrder,
    ladderId: role.ladderId,
    pin: role.pinnedAt === null ? null : { targetOn: role.targetOn },
  };
}

/** The paths that documents name; a feeder leads to the role that names it. Titles that no role here has go into `named`. */
function linkPaths(db: ReadableDatabase, roles: readonly StoredRole[], named: Map<string, MapRole>): BarePath[] {
  const byId = new Map(roles.map((role) => [role.id, role]));
  const resolve = indexRoles(roles);
  const links: StoredLink[] = db.all(
    query
      .selectFrom('roleLink')
      .select(['roleSpecId as roleId', 'kind', 'title', 'family', 'levelCode', 'note'])
      .orderBy('roleSpecId')
      .orderBy('rank'),
  );
  return links.flatMap((link) => {
    const from = byId.get(link.roleId);
    if (!from) return [];
    const target = resolve(link, from)?.id ?? nameOnly(link, named);
    const [start, end] = link.kind === 'feeder' ? [target, from.id] : [from.id, target];
    return [{ from: start, to: end, kind: link.kind, note: link.note }];
  });
}

function nameOnly(link: StoredLink, named: Map<string, MapRole>): string {
  const key = `name ${comparedForm(link.title)} ${comparedForm(link.family ?? '')}`.trim();
  if (!named.has(key)) {
    named.set(key, {
      key,
      roleId: null,
      title: link.title,
      family: link.family,
      levelCode: link.levelCode,
      levelOrder: null,
      ladderId: null,
      pin: null,
    });
  }
  return key;
}

/** From each level of a ladder to the next, whether or not its document says so. */
function ladderPaths(roles: readonly StoredRole[]): BarePath[] {
  const ladders = new Map<string, StoredRole[]>();
  for (const role of roles) {
    if (role.levelOrder === null || (role.ladderId === null && role.family === null)) continue;
    const key = role.ladderId ?? `${role.packId ?? ''} | ${role.family}`;
    const known = ladders.get(key);
    if (known) known.push(role);
    else ladders.set(key, [role]);
  }
  return [...ladders.values()].flatMap((levels) =>
    levels.flatMap((role) => {
      const above = levels.filter((other) => (other.levelOrder ?? 0) > (role.levelOrder ?? 0));
      const next = Math.min(...above.map((other) => other.levelOrder ?? 0));
      return above
        .filter((other) => other.levelOrder === next)
        .map((other) => ({ from: role.id, to: other.id, kind: 'next' as const, note: null }));
    }),
  );
}

/** One path from one role to another: up before sideways, sideways before in; a note of either is kept. */
function uniquePaths(paths: readonly BarePath[]): BarePath[] {
  const order = { next: 0, lateral: 1, feeder: 2 } as const;
  const pathByEnds = new Map<string, BarePath>();
  for (const path of paths) {
    const key = `${path.from}\n${path.to}`;
    const known = pathByEnds.get(key);
    const best = known && order[known.kind] <= order[path.kind] ? known : path;
    pathByEnds.set(key, { ...best, note: best.note ?? known?.note ?? path.note });
  }
  return [...pathByEnds.values()].filter((path) => path.from !== path.to);
}

/** What the roles at either end of a path ask, without skills that count through the competency above them. */
function readAsked(db: ReadableDatabase, paths: readonly BarePath[]): Map<string, AskedLevel[]> {
  const ids = new Set(paths.flatMap((path) => [path.from, path.to]));
  const rows = db.all(
    query
      .selectFrom('requirement')
      .leftJoin('scale', 'scale.id', 'scaleId')
      .select(['roleSpecId as roleId', 'competencyId', 'requirement.name as competency', 'level'])
      .select(({ fn, val }) => fn.coalesce(fn<number>('json_array_length', ['levels']), val(1)).as('of'))
      .where('roleSpecId', 'in', oneOf([...ids]))
      .where('countsInMatch', '=', 1),
  );
  const asked = new Map<string, AskedLevel[]>();
  for (const { roleId, ...row } of rows) {
    const list = asked.get(roleId);
    if (list) list.push(row);
    else asked.set(roleId, [row]);
  }
  return asked;
}

/** The first theme each role gives for the way up. */
function readThemes(db: ReadableDatabase): Map<string, string> {
  const rows = db.all(
    query
      .selectFrom('gapPair')
      .select(['roleSpecId as roleId', 'theme'])
      .where('theme', 'is not', null)
      .orderBy('roleSpecId')
      .orderBy('rank', 'desc')
      .$narrowType<{ theme: string }>(),
  );
  // the first of each role stands last and wins
  return new Map(rows.map((row) => [row.roleId, row.theme]));
}

/** The map of all careers from its tables: a reading for roles, one for links, one for what the linked roles ask. */
import type { Database } from 'better-sqlite3';
import type { MapPath, MapRole } from '../../../shared/api/ladder.ts';
import {
  type AskedLevel,
  gapBetween,
  indexRoles,
  type LinkedRole,
} from '../../../shared/domain/career/career-paths.ts';
import { comparedForm } from '../../../shared/domain/names/compared-form.ts';
import { prepared } from '../../db/statement-cache.ts';

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

type BarePath = Omit<MapPath, 'gap' | 'theme'>;

/** Every role in the lists, the roles that links only name, and the paths between them. */
export function loadCareerMap(sqlite: Database): { readonly roles: MapRole[]; readonly paths: MapPath[] } {
  const stored = prepared(
    sqlite,
    `SELECT o.id, o.title, o.family, o.levelCode, o.levelOrder, o.ladderId, o.packId, p.pinnedAt, p.targetOn
     FROM roleSpec o LEFT JOIN pin p ON p.roleSpecId = o.id
     WHERE o.deletedAt IS NULL AND o.archivedAt IS NULL
     ORDER BY o.family, o.levelOrder IS NULL, o.levelOrder, o.levelCode, o.title, o.id`,
  ).all() as StoredRole[];
  const named = new Map<string, MapRole>();
  const paths = uniquePaths([...linkPaths(sqlite, stored, named), ...ladderPaths(stored)]);
  const isHere = new Set(stored.map((role) => role.id));
  // of a role that is only named nothing is known
  const isKnown = (path: BarePath) => isHere.has(path.from) && isHere.has(path.to);
  const asked = readAsked(sqlite, paths.filter(isKnown));
  const themes = readThemes(sqlite);
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

/** The paths that documents name; a feeder leads to the role that names it. Titles nobody bears here go into `named`. */
function linkPaths(sqlite: Database, roles: readonly StoredRole[], named: Map<string, MapRole>): BarePath[] {
  const byId = new Map(roles.map((role) => [role.id, role]));
  const resolve = indexRoles(roles);
  const links = prepared(
    sqlite,
    'SELECT roleSpecId AS roleId, kind, title, family, levelCode, note FROM roleLink ORDER BY roleSpecId, rank',
  ).all() as StoredLink[];
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

/** One path from one role to another: up before sideways, sideways before in; a note is kept whoever wrote it. */
function uniquePaths(paths: readonly BarePath[]): BarePath[] {
  const order = { next: 0, lateral: 1, feeder: 2 } as const;
  const kept = new Map<string, BarePath>();
  for (const path of paths) {
    const key = `${path.from}\n${path.to}`;
    const known = kept.get(key);
    const best = known && order[known.kind] <= order[path.kind] ? known : path;
    kept.set(key, { ...best, note: best.note ?? known?.note ?? path.note });
  }
  return [...kept.values()].filter((path) => path.from !== path.to);
}

/** What the roles at either end of a path ask, without skills that count through the competency above them. */
function readAsked(sqlite: Database, paths: readonly BarePath[]): Map<string, AskedLevel[]> {
  const ids = new Set(paths.flatMap((path) => [path.from, path.to]));
  const rows = prepared(
    sqlite,
    `SELECT r.roleSpecId AS roleId, r.competencyId, c.name AS competency, r.level,
       coalesce(json_array_length(s.levels), 1) AS "of"
     FROM json_each(?) j CROSS JOIN requirement r ON r.roleSpecId = j.value
       JOIN competency c ON c.id = r.competencyId LEFT JOIN scale s ON s.id = r.scaleId
     WHERE r.countsInMatch`,
  ).all(JSON.stringify([...ids])) as (AskedLevel & { roleId: string })[];
  const asked = new Map<string, AskedLevel[]>();
  for (const { roleId, ...row } of rows) {
    const list = asked.get(roleId);
    if (list) list.push(row);
    else asked.set(roleId, [row]);
  }
  return asked;
}

/** The first theme each role gives for the way up. */
function readThemes(sqlite: Database): Map<string, string> {
  const rows = prepared(
    sqlite,
    'SELECT roleSpecId AS roleId, theme FROM gapPair WHERE theme IS NOT NULL ORDER BY roleSpecId, rank DESC',
  ).all() as { roleId: string; theme: string }[];
  // the first of each role stands last and wins
  return new Map(rows.map((row) => [row.roleId, row.theme]));
}

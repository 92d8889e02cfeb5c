/** What narrows the library, as it stands in the address, and the roles it leaves. */

import type { RoleRow } from '../../../shared/api/role.ts';
import { foldSearch } from '../../../shared/domain/names/fold.ts';
import { compareNames } from '../../../shared/domain/names/name-order.ts';

export interface LibraryQuery {
  readonly text: string;
  readonly family: string | null;
  /** A level by its words, the same in every family. */
  readonly level: string | null;
  /** `pack:ID`, `imported` or `own`. */
  readonly source: string | null;
  readonly show: 'all' | 'pinned' | 'archived';
}

export const unfilteredLibrary: LibraryQuery = { text: '', family: null, level: null, source: null, show: 'all' };

const names = ['text', 'family', 'level', 'source', 'show'] as const;

export function readLibraryQuery(params: URLSearchParams): LibraryQuery {
  const show = params.get('show');
  return {
    text: params.get('text') ?? '',
    family: params.get('family'),
    level: params.get('level'),
    source: params.get('source'),
    show: show === 'pinned' || show === 'archived' ? show : 'all',
  };
}

/** The address with another query; what else stands in it stays. */
export function withLibraryQuery(params: URLSearchParams, query: LibraryQuery): URLSearchParams {
  const next = new URLSearchParams(params);
  for (const name of names) {
    const value = query[name];
    if (value === null || value === '' || value === 'all') next.delete(name);
    else next.set(name, value);
  }
  return next;
}

export const isNarrowed = (query: LibraryQuery): boolean =>
  names.some((name) => query[name] !== unfilteredLibrary[name]);

/** How a role's level is called across families: its words, else its code. */
export const levelName = (role: Pick<RoleRow, 'levelLabel' | 'levelCode'>): string | null =>
  role.levelLabel || role.levelCode || null;

export function sourceOf(role: Pick<RoleRow, 'packId' | 'sourceName'>): string {
  if (role.packId !== null) return `pack:${role.packId}`;
  return role.sourceName === null ? 'own' : 'imported';
}

/** Where a role comes from, in words. */
export function sourceText(role: Pick<RoleRow, 'packName' | 'sourceName'>): string {
  return role.packName ?? role.sourceName ?? 'Your own';
}

/** Whether every word stands somewhere in what the row shows. */
function hasWords(role: RoleRow, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const shown = foldSearch(
    [role.title, role.family, role.levelCode, role.levelLabel, sourceText(role)].filter(Boolean).join(' '),
  );
  return words.every((word) => shown.includes(word));
}

/** The roles a query leaves, in their order. Archived ones are there only when they are asked for. */
export function filterRoles(roles: readonly RoleRow[], query: LibraryQuery): readonly RoleRow[] {
  const words = foldSearch(query.text).split(/\s+/).filter(Boolean);
  return roles.filter(
    (role) =>
      (role.archivedAt !== null) === (query.show === 'archived') &&
      (query.show !== 'pinned' || role.pin !== null) &&
      (query.family === null || role.family === query.family) &&
      (query.level === null || levelName(role) === query.level) &&
      (query.source === null || sourceOf(role) === query.source) &&
      hasWords(role, words),
  );
}

export interface LibraryChoices {
  readonly families: readonly string[];
  /** From the lowest place in a ladder up. */
  readonly levels: readonly string[];
  readonly sources: readonly { readonly value: string; readonly label: string }[];
}

/** What can be chosen from, as the roles have it. */
export function choicesOf(roles: readonly RoleRow[]): LibraryChoices {
  const places = new Map<string, number>();
  const sources = new Map<string, string>();
  for (const role of roles) {
    const level = levelName(role);
    if (level !== null)
      places.set(level, Math.min(places.get(level) ?? Number.POSITIVE_INFINITY, role.levelOrder ?? 99));
    const source = sourceOf(role);
    sources.set(source, source === 'imported' ? 'Imported files' : source === 'own' ? 'Your own' : sourceText(role));
  }
  return {
    families: [...new Set(roles.flatMap((role) => (role.family ? [role.family] : [])))].sort(compareNames),
    levels: [...places]
      .sort(([a, aOrder], [b, bOrder]) => aOrder - bOrder || compareNames(a, b))
      .map(([level]) => level),
    sources: [...sources].map(([value, label]) => ({ value, label })).sort((a, b) => compareNames(a.label, b.label)),
  };
}

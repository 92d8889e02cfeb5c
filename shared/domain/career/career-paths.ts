/** Paths between roles: which role a link means, and what the target asks beyond the role one comes from. */
import type { MapPath } from '../../api/career.ts';
import { levelEpsilon, levelFraction, translateLevel } from '../match/level.ts';
import { comparedForm } from '../names/compared-form.ts';
import { compareNames } from '../names/name-order.ts';

/** A role as a link may name it. */
export interface LinkedRole {
  readonly id: string;
  readonly title: string;
  readonly family: string | null;
  readonly levelCode: string | null;
  readonly packId: string | null;
  readonly ladderId: string | null;
}

/** What a document says of another role. */
export interface RoleMention {
  readonly title: string;
  readonly family: string | null;
  readonly levelCode: string | null;
}

/** What a role asks of a competency; `of` is the number of levels of the scale. */
export interface AskedLevel {
  readonly competencyId: string;
  readonly competency: string;
  readonly level: number | null;
  readonly of: number;
}

/** Finds the role a link of another role means; null when none is here, or when nothing tells which of several. */
export type RoleResolver = (mention: RoleMention, from: LinkedRole) => LinkedRole | null;

/** Indexes the roles once; a role is never its own target. */
export function indexRoles(roles: readonly LinkedRole[]): RoleResolver {
  const byTitle = new Map<string, LinkedRole[]>();
  const byLevel = new Map<string, LinkedRole[]>();
  const add = (index: Map<string, LinkedRole[]>, key: string, role: LinkedRole) => {
    const known = index.get(key);
    if (known) known.push(role);
    else index.set(key, [role]);
  };
  for (const role of roles) {
    add(byTitle, comparedForm(role.title), role);
    if (role.family !== null && role.levelCode !== null) add(byLevel, levelKey(role.family, role.levelCode), role);
  }
  return (mention, from) => {
    const others = (found: readonly LinkedRole[] | undefined) => (found ?? []).filter((role) => role.id !== from.id);
    const titled = others(byTitle.get(comparedForm(mention.title)));
    // “Senior engineer (L3)”: what stands in brackets is no part of the title
    const plain = mention.title.replace(/\s*\([^()]*\)\s*$/, '');
    const candidates = titled.length > 0 || plain === mention.title ? titled : others(byTitle.get(comparedForm(plain)));
    if (candidates.length > 0) return likeliest(candidates, mention, from);
    const family = mention.family ?? from.family;
    return family === null || mention.levelCode === null
      ? null
      : likeliest(others(byLevel.get(levelKey(family, mention.levelCode))), mention, from);
  };
}

function levelKey(family: string, levelCode: string): string {
  return `${comparedForm(family)} | ${comparedForm(levelCode)}`;
}

/** What the mention says weighs most, then being of the same ladder, pack and family. */
function likeliest(candidates: readonly LinkedRole[], mention: RoleMention, from: LinkedRole): LinkedRole | null {
  const same = (a: string | null, b: string | null) => a !== null && b !== null && comparedForm(a) === comparedForm(b);
  const fits = candidates.filter(
    (role) =>
      (mention.family === null || role.family === null || same(role.family, mention.family)) &&
      (mention.levelCode === null || role.levelCode === null || same(role.levelCode, mention.levelCode)),
  );
  const weight = (role: LinkedRole) =>
    (same(role.family, mention.family) ? 16 : 0) +
    (same(role.levelCode, mention.levelCode) ? 8 : 0) +
    (role.ladderId !== null && role.ladderId === from.ladderId ? 4 : 0) +
    (role.packId === from.packId ? 2 : 0) +
    (same(role.family, from.family) ? 1 : 0);
  const [best, second] = [...fits].sort((a, b) => weight(b) - weight(a) || (a.id < b.id ? -1 : 1));
  if (!best) return null;
  return second && weight(second) === weight(best) && second.family !== best.family ? null : best;
}

/** What the target asks more, widest first: competencies whose share of their scale rises, and new ones. */
export function gapBetween(from: readonly AskedLevel[], to: readonly AskedLevel[]): MapPath['gap'] {
  const had = highestOf(from);
  return [...highestOf(to).values()]
    .map((asked) => ({ asked, before: had.get(asked.competencyId) }))
    .filter(({ asked, before }) => !before || shareOf(asked) > shareOf(before) + levelEpsilon)
    .sort((a, b) => rise(b) - rise(a) || compareNames(a.asked.competency, b.asked.competency))
    .map(({ asked, before }) => ({
      competency: asked.competency,
      from:
        before === undefined || before.level === null
          ? null
          : asked.level === null
            ? before.level
            : translateLevel(before.level, before.of, asked.of),
      to: asked.level,
      of: asked.of,
    }));
}

/** A competency asked twice is asked at the higher level. */
function highestOf(asked: readonly AskedLevel[]): Map<string, AskedLevel> {
  const highest = new Map<string, AskedLevel>();
  for (const level of asked) {
    const known = highest.get(level.competencyId);
    if (!known || shareOf(level) > shareOf(known)) highest.set(level.competencyId, level);
  }
  return highest;
}

function shareOf(asked: AskedLevel): number {
  return asked.level === null ? 0 : levelFraction(asked.level, asked.of);
}

function rise({ asked, before }: { readonly asked: AskedLevel; readonly before: AskedLevel | undefined }): number {
  return shareOf(asked) - (before ? shareOf(before) : 0);
}

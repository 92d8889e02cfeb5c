/**
 * The one order of names in every list: that of the reader’s language, capitals and accents aside until nothing else
 * tells two names apart, and numbers as numbers. A query may order by a column to have its rows nearly so; what is shown is
 * ordered here, since SQLite knows no language.
 */

const { compare } = new Intl.Collator(undefined, { numeric: true });

/** Orders two names; the same name is 0 and no other. */
export function compareNames(a: string, b: string): number {
  return compare(a, b) || (a < b ? -1 : a > b ? 1 : 0);
}

/** The same where a name may be missing: those without come first. */
const compareOptionalNames = (a: string | null, b: string | null): number =>
  a === null || b === null ? Number(a !== null) - Number(b !== null) : compareNames(a, b);

interface RoleInOrder {
  readonly title: string;
  readonly family: string | null;
  readonly levelOrder: number | null;
  readonly levelCode?: string | null;
}

/** Roles of one family from the first level up; those without a place in it come last. */
export function compareLevels(a: Omit<RoleInOrder, 'family'>, b: Omit<RoleInOrder, 'family'>): number {
  const place = ({ levelOrder }: Pick<RoleInOrder, 'levelOrder'>) => levelOrder ?? Number.MAX_SAFE_INTEGER;
  return (
    place(a) - place(b) ||
    compareOptionalNames(a.levelCode ?? null, b.levelCode ?? null) ||
    compareNames(a.title, b.title)
  );
}

/** Roles by family, each from the first level up. */
export const compareRoles = (a: RoleInOrder, b: RoleInOrder): number =>
  compareOptionalNames(a.family, b.family) || compareLevels(a, b);

/** Two to six role specs side by side: what each asks of the same competency, where they agree and where they contradict. */
import type { Requirement, RoleSpec } from '../../api/role.ts';
import type { KpiContent, ResponsibilityContent, ToolContent } from '../../api/role-content.ts';
import { levelEpsilon, levelFraction } from '../match/level.ts';
import { comparedForm } from '../names/compared-form.ts';
import { alikeFrom, likePairs } from '../names/name-likeness.ts';
import { pairLikest } from '../names/text-likeness.ts';

/** More columns than this are read by nobody. */
export const mostComparedRoles = 6;

/**
 * `agree`: the levels are the same or within one step of the coarser scale. `contradict`: further apart. `onlyIn`: one
 * column alone. `some`: several columns but not all, without contradiction.
 */
export type Agreement = 'agree' | 'contradict' | 'some' | 'onlyIn';

/** What one role asks of a competency; a null level asks only that it be shown. */
export interface ComparedLevel {
  readonly requirementId: string;
  /** The name this document uses. */
  readonly name: string;
  readonly level: number | null;
  readonly of: number;
  /** Share of the scale; null without a level. */
  readonly fraction: number | null;
  readonly label: string | null;
  readonly isMandatory: boolean;
  readonly importance: Requirement['importance'];
}

/** A row of the comparison: a cell for each role, null where the role has nothing of the kind. */
export interface ComparedRow<Cell> {
  readonly key: string;
  readonly name: string;
  readonly cells: readonly (Cell | null)[];
  readonly agreement: Agreement;
}

export interface ComparedCompetency extends ComparedRow<ComparedLevel> {
  readonly competencyId: string;
  readonly kind: Requirement['kind'];
  /** Share of the scale between the lowest and the highest asked. */
  readonly spread: number;
}

/** Two competencies of different columns that may be one. */
export interface Equivalence {
  readonly aId: string;
  readonly bId: string;
  readonly aName: string;
  readonly bName: string;
  /** Which roles ask for the one and the other, by their place. */
  readonly aIn: readonly number[];
  readonly bIn: readonly number[];
  readonly likeness: number;
}

export interface RoleComparison {
  readonly roles: readonly { readonly id: string; readonly title: string; readonly levelCode: string | null }[];
  readonly competencies: readonly ComparedCompetency[];
  readonly kpis: readonly ComparedRow<KpiContent>[];
  readonly tools: readonly ComparedRow<ToolContent>[];
  readonly responsibilities: readonly ComparedRow<ResponsibilityContent>[];
  readonly equivalences: readonly Equivalence[];
}

type Compared = Pick<RoleSpec, 'id' | 'title' | 'levelCode' | 'requirements' | 'kpis' | 'tools' | 'responsibilities'>;

/** Compares the first six. Rows stand in the order of the first column, then what further columns add. */
export function compareRoles(given: readonly Compared[]): RoleComparison {
  const roles = given.slice(0, mostComparedRoles);
  const competencies = compareCompetencies(roles);
  return {
    roles: roles.map(({ id, title, levelCode }) => ({ id, title, levelCode: levelCode ?? null })),
    competencies,
    kpis: compareBy(
      roles.map((role) => role.kpis),
      (kpi) => kpi.name,
      (a, b) => sameText(a.target, b.target),
    ),
    tools: compareBy(
      roles.map((role) => role.tools),
      (tool) => tool.name,
      () => true,
    ),
    responsibilities: compareByLikeness(roles.map((role) => role.responsibilities)),
    equivalences: equivalencesOf(competencies),
  };
}

function compareCompetencies(roles: readonly Compared[]): ComparedCompetency[] {
  const rows = new Map<string, { readonly first: Requirement; readonly cells: (ComparedLevel | null)[] }>();
  roles.forEach((role, column) => {
    for (const asked of role.requirements) {
      const row = rows.get(asked.competencyId) ?? { first: asked, cells: roles.map(() => null) };
      rows.set(asked.competencyId, row);
      const cell = toLevel(asked);
      const before = row.cells[column];
      // two names of one competency in one document: the higher level is what the role asks
      if (!before || (cell.fraction ?? 0) > (before.fraction ?? 0)) row.cells[column] = cell;
    }
  });
  return [...rows.entries()].map(([competencyId, { first, cells }]) => {
    const fractions = cells.flatMap((cell) => (cell && cell.fraction !== null ? [cell.fraction] : []));
    return {
      key: competencyId,
      competencyId,
      name: first.competency,
      kind: first.kind,
      cells,
      agreement: agreementOf(cells, !contradicts(cells)),
      spread: fractions.length === 0 ? 0 : Math.max(...fractions) - Math.min(...fractions),
    };
  });
}

function toLevel(asked: Requirement): ComparedLevel {
  const of = asked.level === null ? 1 : Math.max(asked.scaleLevels?.levels.length ?? 5, asked.level);
  return {
    requirementId: asked.id,
    name: asked.competency,
    level: asked.level,
    of,
    fraction: asked.level === null ? null : levelFraction(asked.level, of),
    label: asked.scaleLevels?.levels.find((level) => level.ordinal === asked.level)?.label ?? null,
    isMandatory: asked.isMandatory,
    importance: asked.importance,
  };
}

/** Whether two cells are further apart than one step of the coarser of their scales. */
function contradicts(cells: readonly (ComparedLevel | null)[]): boolean {
  return cells.some((a, at) =>
    cells.slice(at + 1).some((b) => {
      if (a?.fraction == null || b?.fraction == null) return false;
      const step = 1 / Math.min(a.of, b.of);
      return Math.abs(a.fraction - b.fraction) > step + levelEpsilon;
    }),
  );
}

function agreementOf(cells: readonly unknown[], isAgreed: boolean): Agreement {
  const count = cells.filter((cell) => cell !== null).length;
  if (count === 1 && cells.length > 1) return 'onlyIn';
  if (!isAgreed) return 'contradict';
  return count === cells.length ? 'agree' : 'some';
}

/** Rows of one name, whatever its spelling. Of a name twice in one column the first stands. */
function compareBy<Row>(
  columns: readonly (readonly Row[])[],
  nameOf: (row: Row) => string,
  isAgreed: (a: Row, b: Row) => boolean,
): ComparedRow<Row>[] {
  const rows = new Map<string, { readonly name: string; readonly cells: (Row | null)[] }>();
  columns.forEach((column, at) => {
    for (const item of column) {
      const key = comparedForm(nameOf(item)) || nameOf(item);
      const row = rows.get(key) ?? { name: nameOf(item), cells: columns.map(() => null) };
      rows.set(key, row);
      row.cells[at] ??= item;
    }
  });
  return [...rows.entries()].map(([key, { name, cells }]) => {
    const there = cells.filter((cell) => cell !== null);
    const agreed = there.every((a, at) => there.slice(at + 1).every((b) => isAgreed(a, b)));
    return { key, name, cells, agreement: agreementOf(cells, agreed) };
  });
}

/** Responsibilities are one where they read alike: at least half of their runs of three letters in common. */
function compareByLikeness(
  columns: readonly (readonly ResponsibilityContent[])[],
): ComparedRow<ResponsibilityContent>[] {
  const rows: { readonly form: string; readonly cells: (ResponsibilityContent | null)[] }[] = [];
  columns.forEach((column, at) => {
    const forms = column.map((responsibility) =>
      comparedForm(`${responsibility.lead ?? ''} ${responsibility.text}`.slice(0, 400)),
    );
    const rowOf = new Map(
      pairLikest(
        forms,
        rows.map((row) => row.form),
        0.5,
      ),
    );
    column.forEach((responsibility, place) => {
      const known = rows[rowOf.get(place) ?? -1];
      if (known) known.cells[at] = responsibility;
      else {
        const cells: (ResponsibilityContent | null)[] = columns.map(() => null);
        cells[at] = responsibility;
        rows.push({ form: forms[place] as string, cells });
      }
    });
  });
  return rows.map(({ cells }, at) => {
    const first = cells.find((cell) => cell !== null);
    const name = first?.lead ?? first?.text ?? '';
    return { key: `${at} ${comparedForm(name).slice(0, 80)}`, name, cells, agreement: agreementOf(cells, true) };
  });
}

/** Pairs of competencies that read alike and stand in no column together, most alike first. */
function equivalencesOf(competencies: readonly ComparedCompetency[]): Equivalence[] {
  const rowOf = new Map(competencies.map((row) => [row.competencyId, row]));
  const columnsOf = (row: ComparedCompetency) => row.cells.flatMap((cell, at) => (cell === null ? [] : [at]));
  const names = competencies.flatMap((row) =>
    [...new Set([row.name, ...row.cells.flatMap((cell) => cell?.name ?? [])])].map((name) => ({
      id: row.competencyId,
      name,
    })),
  );
  return likePairs(names, { min: alikeFrom, limit: 200 }).flatMap(({ aId, bId, likeness }) => {
    const [a, b] = [rowOf.get(aId), rowOf.get(bId)];
    if (!a || !b) return [];
    const [aIn, bIn] = [columnsOf(a), columnsOf(b)];
    if (aIn.some((column) => bIn.includes(column))) return [];
    return [{ aId, bId, aName: a.name, bName: b.name, aIn, bIn, likeness }];
  });
}

/** Signs count here: `≤ 2 days` is not `≥ 2 days`. */
function sameText(a: string | undefined, b: string | undefined): boolean {
  const plain = (text: string) => text.replace(/\s+/g, ' ').trim().toLowerCase();
  return a === undefined || b === undefined || plain(a) === plain(b);
}

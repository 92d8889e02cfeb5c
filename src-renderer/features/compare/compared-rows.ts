/** The rows of each tab of a comparison, with the words of their cells and how they stand to each other. */
import type { RoleSpec } from '../../../shared/api/role.ts';
import {
  type ComparedCompetency,
  type ComparedLevel,
  compareRoles,
  type ComparedRow as DomainRow,
} from '../../../shared/domain/role/compare-roles.ts';
import type { CompareTab } from './compare-query.ts';

/** Agree: the same in all. Differ: not quite, or not in all. Contradict: further apart than a step. Only: in one alone. */
export type CellStanding = 'agree' | 'differ' | 'contradict' | 'only';

export interface ShownCell {
  /** Null where the thing is asked without a level; undefined where levels mean nothing. */
  readonly level?: number;
  readonly of?: number;
  readonly text: string;
  readonly meta?: string;
  readonly isProse?: boolean;
}

export interface ShownRow {
  readonly key: string;
  readonly name: string;
  /** The other names its documents use. */
  readonly note?: string | undefined;
  readonly group?: string | undefined;
  readonly cells: readonly (ShownCell | null)[];
  readonly standing: CellStanding;
}

const kindTitles = { competency: 'Competencies', skill: 'Skills', softSkill: 'Soft skills' } as const;

export function comparedRows(roles: readonly RoleSpec[], tab: CompareTab): readonly ShownRow[] {
  if (tab === 'about') return aboutRows(roles);
  const comparison = compareRoles(roles);
  switch (tab) {
    case 'requirements':
      return (Object.keys(kindTitles) as (keyof typeof kindTitles)[]).flatMap((kind) =>
        comparison.competencies.filter((row) => row.kind === kind).map(requirementRow),
      );
    case 'responsibilities':
      return comparison.responsibilities.map((row) =>
        shown(row, (responsibility) => ({
          text:
            responsibility.lead === undefined || responsibility.lead === ''
              ? responsibility.text
              : `**${responsibility.lead}** ${responsibility.text}`,
          isProse: true,
        })),
      );
    case 'kpis':
      return comparison.kpis.map((row) =>
        shown(row, (kpi) => ({
          text: kpi.target ?? 'No target stated',
          meta: [kpi.frequency, kpi.measures].filter(Boolean).join('. '),
        })),
      );
    case 'tools':
      return comparison.tools.map((row) =>
        shown(row, (tool) => ({
          text: tool.use ?? tool.adoption ?? 'Named',
          meta: tool.use === undefined ? '' : (tool.adoption ?? ''),
        })),
      );
  }
}

/** Domain words for rows, where what several but not all have counts as a difference. */
const standings = { agree: 'agree', some: 'differ', contradict: 'contradict', onlyIn: 'only' } as const;

function shown<Cell>(row: DomainRow<Cell>, cellOf: (cell: Cell) => ShownCell): ShownRow {
  return {
    key: row.key,
    name: row.name,
    cells: row.cells.map((cell) => (cell === null ? null : cellOf(cell))),
    standing: standings[row.agreement],
  };
}

function requirementRow(row: ComparedCompetency): ShownRow {
  const there = row.cells.filter((cell) => cell !== null);
  const names = [...new Set(there.map((cell) => cell.name))].filter((name) => name !== row.name);
  const isSame =
    row.spread === 0 &&
    there.every(
      (cell) => cell.isMandatory === there[0]?.isMandatory && (cell.level === null) === (there[0]?.level === null),
    );
  return {
    key: row.key,
    name: row.name,
    note: names.length === 0 ? undefined : `also called ${names.join(', ')}`,
    group: kindTitles[row.kind],
    cells: row.cells.map((cell) => (cell === null ? null : levelCell(cell))),
    // Within one step the levels do not contradict, but they are not the same.
    standing: row.agreement === 'agree' && !isSame ? 'differ' : standings[row.agreement],
  };
}

function levelCell({ level, of, label, isMandatory, importance }: ComparedLevel): ShownCell {
  const meta = [isMandatory ? 'mandatory' : '', importance ?? ''].filter(Boolean).join(', ');
  if (level === null) return { text: 'No level stated', meta };
  const isTold = label !== null && label !== '' && label !== String(level);
  return {
    level,
    of,
    text: isTold ? label : `${level} of ${of}`,
    meta: isTold ? [`${level} of ${of}`, meta].filter(Boolean).join(', ') : meta,
  };
}

/** What the documents say of the roles as a whole. */
function aboutRows(roles: readonly RoleSpec[]): readonly ShownRow[] {
  const linked = (role: RoleSpec, kind: RoleSpec['links'][number]['kind']) =>
    role.links
      .filter((link) => link.kind === kind)
      .map((link) => link.title)
      .join(', ');
  const topics: readonly (readonly [name: string, textOf: (role: RoleSpec) => string | undefined])[] = [
    ['Tagline', (role) => role.tagline],
    ['Family', (role) => role.family],
    ['Level', (role) => [role.levelCode, role.levelLabel].filter(Boolean).join(', ')],
    ['Mission', (role) => role.mission],
    ['Tour of duty', (role) => role.tourOfDuty],
    ['Summary', (role) => role.summary],
    ['Focus', (role) => role.focus],
    ['Stack', (role) => role.stack.join(', ')],
    ['Way up', (role) => linked(role, 'next')],
    ['Sideways', (role) => linked(role, 'lateral')],
    ['Where people come from', (role) => linked(role, 'feeder')],
    ['Standard', (role) => role.standard],
    ['Stated', (role) => countsOf(role)],
    ['Source', (role) => role.pack?.name ?? role.source?.name],
  ];
  return topics.flatMap(([name, textOf]) => {
    const texts = roles.map((role) => textOf(role) ?? '');
    const there = texts.filter((text) => text !== '');
    if (there.length === 0) return [];
    const isSame = there.length === roles.length && new Set(there.map((text) => text.trim().toLowerCase())).size === 1;
    return [
      {
        key: name,
        name,
        cells: texts.map((text) => (text === '' ? null : { text, isProse: true })),
        standing: isSame ? 'agree' : there.length === 1 ? 'only' : 'differ',
      } satisfies ShownRow,
    ];
  });
}

function countsOf(role: RoleSpec): string {
  const counts: readonly (readonly [number, string, string])[] = [
    [role.requirements.length, 'requirement', 'requirements'],
    [role.responsibilities.length, 'responsibility', 'responsibilities'],
    [role.kpis.length, 'KPI', 'KPIs'],
    [role.tools.length, 'tool', 'tools'],
    [role.milestones.length, 'milestone', 'milestones'],
    [role.items.filter((item) => item.kind === 'decisionRight').length, 'decision right', 'decision rights'],
  ];
  return counts
    .filter(([count]) => count > 0)
    .map(([count, singular, plural]) => `${count} ${count === 1 ? singular : plural}`)
    .join(', ');
}

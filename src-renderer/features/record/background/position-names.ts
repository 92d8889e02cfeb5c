/** How positions and projects are called in lists and menus. */
import type { Background, Position } from '../../../../shared/api/record.ts';

export interface PositionName {
  readonly id: string;
  readonly title: string;
  readonly employer: string;
  /** “Fenlock, Senior ML Engineer”. */
  readonly label: string;
  /** “2024 to now”; empty without dates. */
  readonly span: string;
}

/** Names every position; in the order of the record, newest first. */
export function namePositions(background: Pick<Background, 'employers' | 'positions'>): readonly PositionName[] {
  const employers = new Map(background.employers.map((employer) => [employer.id, employer.name]));
  return background.positions.map((position) => {
    const employer = employers.get(position.employerId)?.trim() ?? '';
    const title = position.title.trim() || 'Untitled position';
    return {
      id: position.id,
      title,
      employer,
      label: employer === '' ? title : `${employer}, ${title}`,
      span: yearSpan(position),
    };
  });
}

/** The years of a position: “2019 to 2023”, “2024 to now”, “2024”; empty without dates. */
export function yearSpan(position: Pick<Position, 'startedOn' | 'endedOn' | 'isCurrent'>): string {
  const from = position.startedOn?.slice(0, 4) ?? '';
  const to = position.isCurrent ? 'now' : (position.endedOn?.slice(0, 4) ?? '');
  if (from === '') return to === 'now' ? 'until now' : to;
  if (to === '' || to === from) return from;
  return `${from} to ${to}`;
}

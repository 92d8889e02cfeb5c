/** Which competencies a search and a filter leave, best first. */
import type { Competency } from '../../../shared/api/competency.ts';

export type CompetencyFilter = 'all' | 'record' | 'unassessed';

const fold = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** By name; with words, those whose name begins with them come first. */
export function filterCompetencies(
  competencies: readonly Competency[],
  words: string,
  filter: CompetencyFilter,
): readonly Competency[] {
  const sought = fold(words.trim());
  const rank = (one: Competency): number => {
    if (sought === '' || fold(one.name).startsWith(sought)) return 0;
    if (fold(one.name).includes(sought)) return 1;
    return one.aliases.some((alias) => fold(alias).includes(sought)) ? 2 : 3;
  };
  return competencies
    .filter(
      (one) => filter === 'all' || (filter === 'record' ? one.accomplishmentCount > 0 : one.selfAssessment === null),
    )
    .map((one) => ({ one, rank: rank(one) }))
    .filter((entry) => entry.rank < 3)
    .sort((a, b) => a.rank - b.rank || a.one.name.localeCompare(b.one.name))
    .map((entry) => entry.one);
}

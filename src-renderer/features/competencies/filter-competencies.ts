/** Which competencies a search and a filter leave, best first. */

import type { Competency } from '../../../shared/api/competency.ts';
import { foldSearch } from '../../../shared/domain/names/fold.ts';
import { compareNames } from '../../../shared/domain/names/name-order.ts';

export type CompetencyFilter = 'all' | 'record' | 'unassessed';

/** By name; with words, those whose name begins with them come first. */
export function filterCompetencies(
  competencies: readonly Competency[],
  words: string,
  filter: CompetencyFilter,
): readonly Competency[] {
  const sought = foldSearch(words.trim());
  const rank = (competency: Competency): number => {
    if (sought === '' || foldSearch(competency.name).startsWith(sought)) return 0;
    if (foldSearch(competency.name).includes(sought)) return 1;
    return competency.aliases.some((alias) => foldSearch(alias).includes(sought)) ? 2 : 3;
  };
  return competencies
    .filter(
      (competency) =>
        filter === 'all' ||
        (filter === 'record' ? competency.accomplishmentCount > 0 : competency.selfAssessment === null),
    )
    .map((competency) => ({ competency, rank: rank(competency) }))
    .filter((entry) => entry.rank < 3)
    .sort((a, b) => a.rank - b.rank || compareNames(a.competency.name, b.competency.name))
    .map((entry) => entry.competency);
}

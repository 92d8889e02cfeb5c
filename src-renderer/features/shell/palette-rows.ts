/** What the palette offers for a text: actions and search hits in one list, best first. */

import type { SearchHit } from '../../../shared/api/search.ts';
import { foldSearch } from '../../../shared/domain/names/fold.ts';
import { actions } from '../../../shared/vocabulary/actions.ts';
import type { Action } from '../../offered-actions.ts';

/** One row: an action to take, or a thing to open. */
export type PaletteRow =
  | { readonly kind: 'action'; readonly id: string; readonly action: Action }
  | { readonly kind: 'hit'; readonly id: string; readonly hit: SearchHit };

/** How well a label answers the words: 0 begins with them, 1 has words that begin so, 2 contains them, null does not. */
export function rankLabel(label: string, text: string): 0 | 1 | 2 | null {
  const wanted = foldSearch(text.trim());
  const there = foldSearch(label);
  if (there.startsWith(wanted)) return 0;
  const words = there.split(/[^\p{L}\p{N}]+/u);
  if (wanted.split(/\s+/).every((part) => words.some((word) => word.startsWith(part)))) return 1;
  return wanted.length > 2 && there.includes(wanted) ? 2 : null;
}

const actionRow = (action: Action): PaletteRow => ({ kind: 'action', id: `action:${action.id}`, action });
const hitRow = (hit: SearchHit): PaletteRow => ({ kind: 'hit', id: `${hit.kind}:${hit.id}`, hit });

/**
 * Rows for a text: things whose title begins with it, actions that name it, then the hits in the order of the search.
 * Without a text: what was opened lately, then the actions.
 */
export function paletteRows(
  text: string,
  all: readonly Action[],
  hits: readonly SearchHit[],
  recent: readonly SearchHit[],
): readonly PaletteRow[] {
  const offered = all.filter(({ id }) => actions[id].isHidden !== true);
  if (text.trim() === '') return [...recent.map(hitRow), ...offered.map(actionRow)];
  const ranked = offered
    .map((action) => ({ action, rank: rankLabel(action.label, text) }))
    .filter((row): row is { action: Action; rank: 0 | 1 | 2 } => row.rank !== null)
    .toSorted((a, b) => a.rank - b.rank);
  // whoever names a screen whole wants to go there, whatever else begins with the word
  const wanted = foldSearch(text.trim());
  const named = ranked.filter(({ action }) => [wanted, `go to ${wanted}`].includes(foldSearch(action.label)));
  const first = hits.filter(({ title }) => rankLabel(title, text) === 0);
  const rest = hits.filter((hit) => !first.includes(hit));
  return [
    ...named.map(({ action }) => actionRow(action)),
    ...first.map(hitRow),
    ...ranked.filter((row) => row.rank < 2 && !named.includes(row)).map(({ action }) => actionRow(action)),
    ...rest.map(hitRow),
    ...ranked.filter(({ rank }) => rank === 2).map(({ action }) => actionRow(action)),
  ];
}

/** An order that the user makes: shown at once, stored, and taken back when main refuses it. */
import { useSavedChoice } from '../../../parts/saving/use-saved-content.ts';

type Ids = readonly string[];

const isSameOrder = (a: Ids, b: Ids): boolean => a.join('\n') === b.join('\n');

/** The things in the order made last, until main knows a newer one. */
export function useOrder<Thing>(
  things: readonly Thing[],
  idOf: (thing: Thing) => string,
  save: (ids: Ids) => unknown,
): readonly [ordered: readonly Thing[], reorder: (ids: Ids) => void] {
  const [ids, choose] = useSavedChoice<Ids>(things.map(idOf), save, isSameOrder);
  const byId = new Map(things.map((thing) => [idOf(thing), thing]));
  const moved = ids.flatMap((id) => byId.get(id) ?? []);
  // What main refuses is told above the list.
  const reorder = (next: Ids) => void choose(next).catch(() => undefined);
  return [moved.length === things.length ? moved : things, reorder];
}

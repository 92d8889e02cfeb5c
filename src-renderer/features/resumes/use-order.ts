/** An order that the user has just made, shown before main has confirmed it. */
import { useState } from 'react';

/** The things in the order set last, until what is given changes its own order; then in that. */
export function useOrder<Thing>(
  things: readonly Thing[],
  idOf: (thing: Thing) => string,
): readonly [ordered: readonly Thing[], setOrder: (ids: readonly string[]) => void] {
  const [ahead, setAhead] = useState<{ readonly given: string; readonly ids: readonly string[] } | null>(null);
  const given = things.map(idOf).join('\n');
  const byId = new Map(things.map((thing) => [idOf(thing), thing]));
  const moved = ahead?.given === given ? ahead.ids.flatMap((id) => byId.get(id) ?? []) : [];
  return [moved.length === things.length ? moved : things, (ids) => setAhead({ given, ids })];
}

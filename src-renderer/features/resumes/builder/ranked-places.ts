/** How much of an order has to be stored: a line that was not moved keeps its place without one. */
import type { ItemKind, ResumeBuilder } from '../../../../shared/api/resume.ts';

/**
 * The ids up to the last one that was moved or has a stored place already. Those after it follow in the order of the
 * record; stored all the same, each order made would keep twenty more hidden lines listed for good.
 */
export function rankedPlaces(builder: ResumeBuilder, kind: ItemKind, refIds: readonly string[]): readonly string[] {
  if (kind !== 'accomplishment') return refIds;
  const wanted = new Set(refIds);
  const before = builder.sections
    .flatMap((section) => section.groups.flatMap((group) => group.items))
    .filter((item) => item.kind === kind && wanted.has(item.refId))
    .map((item) => item.refId);
  const ranked = new Set(
    builder.resume.choices
      .filter((choice) => choice.kind === kind && choice.rank !== null)
      .map((choice) => choice.refId),
  );
  const last = refIds.findLastIndex((refId, place) => refId !== before[place] || ranked.has(refId));
  return refIds.slice(0, last + 1);
}

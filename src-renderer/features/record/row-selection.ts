/** Which rows of a list are chosen, as a mouse or a keyboard extends the choice; rows are named by id, ranges by index. */

export interface RowSelection {
  readonly ids: ReadonlySet<string>;
  /** Where a range starts: the last row chosen without Shift. */
  readonly anchor: number | null;
}

export const noSelection: RowSelection = { ids: new Set(), anchor: null };

/** Chooses one row alone. */
export function chooseOne(id: string, index: number): RowSelection {
  return { ids: new Set([id]), anchor: index };
}

/** Adds a row to the choice, or takes it out. */
export function toggleRow(selection: RowSelection, id: string, index: number): RowSelection {
  const ids = new Set(selection.ids);
  if (!ids.delete(id)) ids.add(id);
  return { ids, anchor: index };
}

/** Chooses everything from the anchor to `index`, both included; rows that are not loaded are left out. */
export function extendTo(
  selection: RowSelection,
  index: number,
  idAt: (index: number) => string | undefined,
): RowSelection {
  const anchor = selection.anchor ?? index;
  const ids = new Set<string>();
  for (let at = Math.min(anchor, index); at <= Math.max(anchor, index); at++) {
    const id = idAt(at);
    if (id !== undefined) ids.add(id);
  }
  return { ids, anchor };
}

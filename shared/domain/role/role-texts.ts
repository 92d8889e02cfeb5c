/** The texts of a role, of its rows and of its prose, whatever they are part of. */
import type { Block, ListItem } from '../../api/role-content.ts';
import { type RoleList, roleLists, type ValueShape } from '../../vocabulary/role-shape.ts';

/** Every text of a value, without empty ones; choices and flags have none, figures only where they are asked for. */
export function textsOf(shape: ValueShape | undefined, value: unknown, withFigures = false): string[] {
  return textsOfKind(shape, value, withFigures).filter((text) => text !== '');
}

function textsOfKind(shape: ValueShape | undefined, value: unknown, withFigures: boolean): string[] {
  if (value === undefined || value === null) return [];
  switch (shape?.kind) {
    case 'line':
    case 'prose':
      return [value as string];
    case 'lines':
      return [...(value as string[])];
    case 'details':
      return (value as { label: string; text: string }[]).flatMap(({ label, text }) => [label, text]);
    case 'blocks':
      return (value as Block[]).flatMap(blockTexts);
    default:
      return withFigures && typeof value === 'number' ? [String(value)] : [];
  }
}

/** Every text of a row, in the order of its columns. */
export function rowTexts(list: RoleList, row: object, withFigures = false): string[] {
  const values = row as Readonly<Record<string, unknown>>;
  return Object.entries(roleLists[list].columns).flatMap(([key, shape]) => textsOf(shape, values[key], withFigures));
}

/** What a row is called; empty when it says nothing. */
export function nameOf(list: RoleList, row: object): string {
  const { name, joinedBy } = roleLists[list];
  const names = name.map((key) => (row as Readonly<Record<string, unknown>>)[key]).filter(Boolean);
  return (joinedBy === undefined ? names.slice(0, 1) : names).join(joinedBy);
}

/** The texts of a block of prose: a paragraph, each entry of a list, each cell of a table. */
export function blockTexts(block: Block): string[] {
  if (block.kind === 'list') return itemTexts(block.items);
  if (block.kind === 'table') return [...block.head, ...block.rows.flat()];
  return [block.inlines.map((inline) => inline.text).join('')];
}

function itemTexts(items: readonly ListItem[]): string[] {
  return items.flatMap((item) => [item.inlines.map((inline) => inline.text).join(''), ...itemTexts(item.items ?? [])]);
}

/** Things of the background as lists name them and as fields edit them. */
import type { Background, BackgroundItem } from '../../../../shared/api/record.ts';
import { periodText } from '../../../../shared/domain/dates/date-text.ts';
import { type FieldValues, itemsOf, periodOf, textOf } from '../../../../shared/domain/record/record-items.ts';
import { ownerLink, type RecordKind, recordKinds } from '../../../../shared/vocabulary/record-kinds.ts';

/** The values of a new item that says nothing yet. */
export function blankValues(kind: RecordKind): FieldValues {
  const blankOf = (field: { readonly kind: string; readonly isRequired?: boolean }) =>
    field.kind === 'flag' ? false : field.kind === 'date' || (field.kind === 'link' && !field.isRequired) ? null : '';
  return Object.fromEntries(Object.entries(recordKinds[kind].fields).map(([name, field]) => [name, blankOf(field)]));
}

/** The values of a stored item without its id, or null when there is none. */
export function valuesOf(background: Background, kind: RecordKind, id: string): FieldValues | null {
  const item = itemsOf(background, kind).find((candidate) => candidate.id === id);
  if (item === undefined) return null;
  const { id: _id, ...values } = item;
  return values;
}

/** The item as main takes it, which looks at each of its values. */
export function toItem(kind: RecordKind, values: FieldValues): BackgroundItem {
  return { kind, values: { ...blankValues(kind), ...values } } as BackgroundItem;
}

export interface NamedItem {
  readonly id: string;
  readonly title: string;
  readonly detail: string;
  /** The item it stands under. */
  readonly ownerId: string | null;
}

/** The items of a kind as a list names them. */
export function namedItems(background: Background, kind: RecordKind): readonly NamedItem[] {
  const { title, detail = [] } = recordKinds[kind];
  const owner = ownerLink(kind)?.name;
  return itemsOf(background, kind).map((item) => {
    const detailText = detail
      .map((name) => textOf(item, name))
      .filter(Boolean)
      .join(' ');
    return {
      id: item.id,
      title: textOf(item, title),
      detail: [detailText, periodText(...periodOf(kind, item))].filter(Boolean).join(', '),
      ownerId: owner === undefined ? null : textOf(item, owner),
    };
  });
}

/** What an item is called where its title is not shown beside its fields. */
export function titleOrUntitled(kind: RecordKind, { title }: Pick<NamedItem, 'title'>): string {
  return title.trim() || `Untitled ${recordKinds[kind].word.toLowerCase()}`;
}

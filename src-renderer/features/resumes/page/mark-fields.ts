/** Where in the text that a parser reads the fields belong that it does not find, or finds elsewhere. */
import type { DocumentField, ReadBack, ResumeDocument } from '../../../../shared/api/document.ts';
import { printedFieldsOf } from '../../../../shared/domain/paper/printed-fields.ts';
import { comparable } from '../../../../shared/domain/paper/read-back.ts';

export interface FieldMark {
  readonly kind: 'missing' | 'out of order';
  readonly field: DocumentField;
}

export interface FieldMarks {
  /** Those that belong before all that was read. */
  readonly atStart: readonly FieldMark[];
  /** Those that belong after a line of a page, both counted from 0. */
  readonly after: (page: number, line: number) => readonly FieldMark[];
}

const startMark = 'start';

/** Each belongs after the line on which the field before it ends. */
export function markFields(document: ResumeDocument, { missing, outOfOrder, pages }: ReadBack): FieldMarks {
  const kinds = new Map<string, FieldMark['kind']>([
    ...outOfOrder.map((field) => [keyOf(field), 'out of order'] as const),
    ...missing.map((field) => [keyOf(field), 'missing'] as const),
  ]);
  const lines = pages.flatMap((page, number) =>
    page.map((line, index) => ({ key: `${number} ${index}`, text: solid(line) })),
  );
  const whole = lines.map((line) => line.text).join('');
  const lineAt = (place: number) => {
    let end = 0;
    return lines.find((line) => {
      end += line.text.length;
      return place < end;
    });
  };
  const marks = new Map<string, FieldMark[]>();
  let place = startMark;
  let from = 0;
  for (const field of printedFieldsOf(document)) {
    const kind = kinds.get(keyOf(field));
    if (kind !== undefined) {
      marks.set(place, [...(marks.get(place) ?? []), { kind, field }]);
      continue;
    }
    const wanted = solid(field.text);
    const at = whole.indexOf(wanted, from);
    if (at === -1) continue;
    from = at + wanted.length;
    place = lineAt(from - 1)?.key ?? place;
  }
  return {
    atStart: marks.get(startMark) ?? [],
    after: (page, line) => marks.get(`${page} ${line}`) ?? [],
  };
}

/** As it is compared, without spaces: a field may break over lines. */
function solid(text: string): string {
  return comparable(text).replace(/\s+/gu, '');
}

function keyOf(field: DocumentField): string {
  return `${field.label}\n${field.text}`;
}

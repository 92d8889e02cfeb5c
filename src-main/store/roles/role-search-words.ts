/** Every word of a role document, once, for search. */
import type { RoleContent } from '../../../shared/api/role-content.ts';
import { rowTexts, textsOf } from '../../../shared/domain/role/role-texts.ts';
import { roleFieldNames, roleFields, roleListNames } from '../../../shared/vocabulary/role-shape.ts';

/** What search has in columns of their own. */
const ownColumns = ['title', 'family', 'levelCode'];

/** The texts one below the other, at most 400,000 characters. */
export function searchWordsOf(role: RoleContent): string {
  const texts = [
    ...roleFieldNames
      .filter((field) => !ownColumns.includes(field))
      .flatMap((field) => textsOf(roleFields[field], role[field])),
    ...roleListNames.flatMap((list) => role[list].flatMap((row) => rowTexts(list, row))),
  ];
  return [...new Set(texts.map((text) => text.trim()).filter(Boolean))].join('\n').slice(0, 400_000);
}

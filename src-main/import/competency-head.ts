/** The lines under the title of a competency page: level code, family, and what carries no label. */
import type { RoleContent } from '../../shared/api/role-content.ts';
import { asLine, type Reading } from './reading.ts';

const LEVEL_CODE = /^(?:\p{Lu}{1,4}[- ]?\d{1,2}[a-z]?|[Ll]evel \d{1,2})$/u;
const SEPARATORS = ['·', '|', '•', ' — ', ' – ', ' - ', ' / ', ','];

/** The parts of a line that names a level among them, by whatever parts them; null for any other line. */
function levelLine(text: string): { readonly code: string; readonly others: readonly string[] } | null {
  for (const separator of SEPARATORS) {
    const found = head.levelCode === undefined ? levelLine(text) : null;
    if (found !== null) {
      const { code, others } = found;
      head.levelCode = code;
      const family = others.at(-1);
      if (family !== undefined) head.family = asLine(family);
      if (others.length > 1) {
        reading.notices.add(
          'INTERPRETED',
          `“${asLine(text)}”: ${code} is read as the level, “${asLine(family ?? '')}” as the family.`,
          line,
          `${others
            .slice(0, -1)
            .map((part) => `“${asLine(part)}”`)
            .join(' and ')} has no field of its own and is kept as prose.`,
        );
      }
    } else if (text.length <= 80 && !text.includes(':') && !/[.!?]$/.test(text)) unlabelled.push(asLine(text));
  }
  if (unlabelled.length > 0) {
    const names = unlabelled.slice(0, 8).map((text) => `“${text}”`);
    reading.notices.add('KEPT', `Under the title without a label, kept as prose: ${names.join(', ')}.`, first + 1);
  }
  return head;
}

/** Importance as pages word it: the value, what was added to it, and whether it had to be interpreted. */
import type { RoleContent } from '../../../shared/api/role-content.ts';

type Importance = NonNullable<RoleContent['requirements'][number]['importance']>;

export interface ImportanceReading {
  readonly importance: Importance;
  /** The words hold more than the value, such as a condition. */
  readonly hasCondition: boolean;
  /** Why the value is not literally what is written; undefined when it is. */
  readonly because?: string;
}

const importanceWords: Readonly<Record<string, Importance>> = {
  critical: 'critical',
  essential: 'critical',
  mandatory: 'critical',
  important: 'important',
  optional: 'optional',
};

/** Reads words such as “Important (context-dependent)” or “Optional → Important”; null when they name no importance. */
export function readImportance(text: string): ImportanceReading | null {
  const written = text.trim().slice(0, 300);
  const words = written
    .toLowerCase()
    .split(/[^\p{L}]/u)
    .filter(Boolean);
  const named = words.flatMap((word) =>
    importanceWords[word] === undefined ? [] : [{ word, importance: importanceWords[word] }],
  );
  const [first] = named;
  if (first === undefined) {
    const isContext = words[0] === 'context' && (words[1] === 'specific' || words[1] === 'dependent');
    return isContext
      ? {
          importance: 'optional',
          hasCondition: true,
          because: 'There is no such importance here; Optional is the nearest.',
        }
      : null;
  }
  const hasCondition = words.length > 1;
  if (named.some((word) => word.importance !== first.importance)) {
    return { importance: first.importance, hasCondition, because: 'Two are named; the first is taken.' };
  }
  if (first.word !== first.importance)
    return { importance: first.importance, hasCondition, because: `“${first.word}” is read as Critical.` };
  return { importance: first.importance, hasCondition };
}

/** The lines under the title of a competency page: level code, family, and what carries no label. */
import type { RoleContent } from '../../shared/api/role-content.ts';
import { asLine, type Reading } from './reading.ts';

const LEVEL_CODE = /^\p{Lu}{1,4}[- ]?\d{1,2}[a-z]?$/u;

type PageHead = Pick<RoleContent, 'levelCode' | 'family'>;

/** `L2 · Data Engineering · ML Engineering` → code, function, family. What else stands there is noted as kept. */
export function readPageHead(
  reading: Reading,
  lines: readonly string[],
  last: number,
  title: string | undefined,
): PageHead {
  if (title === undefined) return {};
  const head: PageHead = {};
  const unlabelled: string[] = [];
  const first = reading.chapters[0]?.line ?? 1;
  for (let line = first + 1; line <= Math.min(last, first + 30); line += 1) {
    const text = (lines[line - 1] ?? '').trim();
    if (text === '' || text.length > 200) continue;
    const parts = text
      .split(/[·|•]/)
      .map((part) => part.trim())
      .filter(Boolean);
    const code = parts.find((part) => LEVEL_CODE.test(part));
    if (code !== undefined && head.levelCode === undefined) {
      head.levelCode = code;
      const others = parts.filter((part) => part !== code);
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

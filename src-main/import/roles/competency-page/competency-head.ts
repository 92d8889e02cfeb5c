/** The lines under the title of a competency page: level code, family, and what carries no label. */
import type { RoleContent } from '../../../../shared/api/role-content.ts';
import { asLine, type RoleReading } from '../role-reading.ts';

const levelCodePattern = /^(?:\p{Lu}{1,4}[- ]?\d{1,2}[a-z]?|[Ll]evel \d{1,2})$/u;
const separators = ['·', '|', '•', ' — ', ' – ', ' - ', ' / ', ','];
/** The head of a page is short; what stands further down is text. */
const mostLines = 30;

type PageHead = Pick<RoleContent, 'levelCode' | 'family' | 'functionName' | 'standard' | 'nature'>;

/** The parts of a line that names a level among them, by whatever parts them; null for any other line. */
function levelLine(text: string): { readonly code: string; readonly others: readonly string[] } | null {
  for (const separator of separators) {
    const parts = text
      .split(separator)
      .map((part) => part.trim())
      .filter(Boolean);
    const code = parts.find((part) => levelCodePattern.test(part));
    if (code !== undefined) return { code, others: parts.filter((part) => part !== code) };
  }
  return null;
}

/** `L2 · Data Engineering · ML Engineering` → code, function, family. What else stands there is a fact, with or without a label. */
export function readPageHead(
  reading: RoleReading,
  lines: readonly string[],
  last: number,
  title: string | undefined,
): PageHead {
  const head: PageHead = {};
  if (title === undefined) return head;
  const unlabelled: string[] = [];
  const first = reading.chapters[0]?.line ?? 1;
  for (let line = first + 1; line <= Math.min(last, first + mostLines); line += 1) {
    const text = (lines[line - 1] ?? '').trim();
    if (text === '' || text.length > 200) continue;
    const found = head.levelCode === undefined ? levelLine(text) : null;
    if (found !== null) {
      head.levelCode = found.code;
      const family = found.others.at(-1);
      const functionName = found.others.length > 1 ? found.others.at(-2) : undefined;
      if (family !== undefined) head.family = asLine(family);
      if (functionName !== undefined) head.functionName = asLine(functionName);
      noteHead(reading, text, line, found);
    } else if (text.length <= 80 && !text.includes(':') && !/[.!?]$/.test(text)) {
      if (head.standard === undefined && /\b(?:standard|framework)\b/i.test(text)) {
        head.standard = asLine(text);
        continue;
      }
      unlabelled.push(asLine(text));
      reading.facts.push({ value: asLine(text), section: 0, line, words: text });
    }
  }
  if (unlabelled.length > 0) {
    const names = unlabelled.slice(0, 8).map((text) => `“${text}”`);
    reading.notices.add('KEPT', `Under the title without a label, kept as facts: ${names.join(', ')}.`, first + 1);
  }
  return head;
}

/** With two names beside the level, which of them is the family is told by its place alone. */
function noteHead(
  reading: RoleReading,
  text: string,
  line: number,
  { code, others }: { readonly code: string; readonly others: readonly string[] },
): void {
  if (others.length < 2) return;
  const [functionName = '', family = ''] = others.slice(-2).map(asLine);
  const rest = others.slice(0, -2).map((part) => `“${asLine(part)}”`);
  reading.notices.add(
    'INTERPRETED',
    `“${asLine(text)}”: ${code} is read as the level, “${functionName}” as the function, “${family}” as the family.`,
    line,
    rest.length === 0 ? 'Their place alone tells them apart.' : `${rest.join(' and ')} stays prose.`,
  );
}

const naturePattern =
  /\b(?:is ?n[o’']t|is not|not) a job (?:posting|ad|advert|description)|\breference (?:document|page|spec)/i;

/** What kind of document a page says it is, in its own sentence; undefined when it does not say. */
export function natureIn(lines: readonly string[]): { readonly text: string; readonly line: number } | undefined {
  for (const [index, line] of lines.entries()) {
    if (line.length > 2_000 || !naturePattern.test(line)) continue;
    const sentences = line.split(/(?<=[.!?]) /);
    const place = sentences.findIndex((sentence) => naturePattern.test(sentence));
    // “This isn't a job posting. It's a …”: what it is follows what it is not.
    const next = sentences[place + 1] ?? '';
    const text = /^(?:it|this) ?(?:’s|'s|is)\b/i.test(next) ? `${sentences[place]} ${next}` : (sentences[place] ?? '');
    return { text: asLine(text), line: index + 1 };
  }
  return undefined;
}

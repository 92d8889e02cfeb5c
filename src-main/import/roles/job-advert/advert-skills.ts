/** Names of competencies in the lines of an advertisement: those that are known, and a short name for what is not. */
import { usualNameOf } from '../../../../shared/domain/names/usual-names.ts';
import { builtInTechniques, needsExactCase } from '../trade-words.ts';

interface Known {
  readonly written: string;
  readonly lower: string;
  readonly name: string;
  /** The same for all names of one thing. */
  readonly thing: string;
  readonly isExact: boolean;
}

export type Recogniser = (line: string) => string[];

const isWordLetter = (letter: string): boolean => /[\p{L}\p{N}]/u.test(letter);
const keyLength = 2;

/**
 * Finds known names in a line: whole words, any case, the longest where several fit, each thing once and in order, by the
 * name that the line gives it.
 */
export function recogniserOf(known: readonly string[]): Recogniser {
  const byName = new Map<string, Known>();
  const lengths = new Map<string, Set<number>>();
  const add = (written: string, name: string, isExact: boolean) => {
    const lower = written.toLowerCase();
    if (lower.length < 1 || lower.length > 120 || byName.has(lower)) return;
    byName.set(lower, { written, lower, name, thing: (usualNameOf(name) ?? name).toLowerCase(), isExact });
    const start = lower.slice(0, keyLength);
    lengths.set(start, (lengths.get(start) ?? new Set()).add(lower.length));
  };
  const own = new Map(known.map((name) => [name.trim().toLowerCase(), name.trim()]));
  for (const name of known.slice(0, 50_000))
    add(name.trim(), name.trim(), name.trim().length <= 2 || needsExactCase(name.trim()));
  for (const name of builtInTechniques) add(name, own.get(name.toLowerCase()) ?? name, needsExactCase(name));
  const longestFirst = new Map([...lengths].map(([start, some]) => [start, [...some].sort((a, b) => b - a)] as const));

  return (line) => {
    const text = line.slice(0, 5_000);
    const lower = text.toLowerCase();
    // A few letters change their length in lower case; then places would not agree.
    if (lower.length !== text.length) return [];
    const found = new Map<string, string>();
    for (let at = 0; at < text.length; at += 1) {
      if (at > 0 && (isWordLetter(text.charAt(at - 1)) || '.#+'.includes(text.charAt(at - 1)))) continue;
      const some = [...(longestFirst.get(lower.slice(at, at + keyLength)) ?? []), 1];
      const hit = some
        .map((length) => byName.get(lower.slice(at, at + length)))
        .find((candidate) => candidate !== undefined && fits(candidate, text, at));
      if (hit === undefined) continue;
      if (!found.has(hit.thing)) found.set(hit.thing, hit.name);
      at += hit.lower.length - 1;
    }
    return [...found.values()];
  };
}

function fits(known: Known, text: string, at: number): boolean {
  const after = text.charAt(at + known.lower.length);
  if (after !== '' && (isWordLetter(after) || '+#'.includes(after))) return false;
  // “Go-to-market” and “R&D” are other words.
  if (known.lower.length <= 2 && /[-&’']/.test(after)) return false;
  return !known.isExact || text.startsWith(known.written, at);
}

/** Words before the thing itself: “Strong knowledge of”, “5+ years of experience with”. */
const openingWordsPattern =
  /^(?:you(?:’|')?(?:ll|ve|re)?|bring|will|can|know|we expect|ideally|very|strong|excellent|proven|solid|good|great|deep|demonstrated|outstanding|exceptional|advanced|basic|extensive|hands-on|practical|working|prior|previous|relevant|professional|thorough|significant|some|first|a|an|the|at least|minimum(?: of)?|\d{1,2}\+?(?: ?(?:-|–|to) ?\d{1,2})?\+? years?(?:['’])?(?: of)?|(?:work )?experience(?: (?:of|with|in|using|working (?:with|in|on)|as))?|knowledge (?:of|in|about)|understanding of|familiarity with|familiar with|proficiency (?:in|with)|proficient (?:in|with)|expertise (?:in|with)|expert in|skilled in|ability to|able to|skills (?:in|with)|background in|track record (?:of|in)|comfortable (?:with|in)|confident (?:with|in)|passion for|passionate about|command of|fluent in|fluency in|exposure to|interest in|willingness to|capable of|must|should|have|be|is|are|and|or|in|with|of|as)\b[\s,:]{0,3}/i;
const cutPattern =
  /[,;:(.–—]| - | and | or | with | in | to | for | of the | across | within | using | that | who | as | on | from | at | including | such | so | which | while | while | by | is | are /;
const mostWords = 5;
const danglingWords = new Set(
  'a an and as at by for from in into of on or per the to via with is are will can'.split(' '),
);

/** A short name for what a line asks; null where the line gives none. */
export function shortName(line: string): string | null {
  let text = line.trim().slice(0, 300);
  for (let step = 0; step < 10; step += 1) {
    const found = openingWordsPattern.exec(text.slice(0, 80));
    if (found === null) break;
    text = text.slice(found[0].length).trim();
  }
  const cut = cutPattern.exec(text.slice(0, 200));
  const words = (cut === null ? text : text.slice(0, cut.index)).split(' ').filter(Boolean);
  const shown = words.slice(0, mostWords);
  while (danglingWords.has((shown.at(-1) ?? '').toLowerCase())) shown.pop();
  const name = shown.join(' ').replace(/[.,;:!?]+$/, '');
  if (words.length > mostWords || !/\p{L}{3}/u.test(name) || name.length > 80) return null;
  return name.charAt(0).toUpperCase() + name.slice(1);
}

const qualificationPattern =
  /\b(?:\d{1,2}\+? ?(?:-|–|to)? ?\d{0,2}\+? (?:years?|yrs)|degree|bachelor|master['’]?s|msc|bsc|ph\.?d|diploma|certif|licen[cs]e|work permit|right to work|clearance|driving|citizenship|native|fluent|apprenticeship|graduate|jahre|studium|ausbildung|weiterbildung|berufserfahrung|führerschein|diplôme|bac ?\+|ans d[’']|expérience|permis de|(?:german|english|french|spanish|dutch|italian|polish|portuguese|mandarin|japanese)\b)/i;

/** Whether a line mentions years, degrees, certificates, languages or permits. */
export function isQualification(line: string): boolean {
  return qualificationPattern.test(line.slice(0, 400));
}

const mustPattern =
  /\b(?:must|required|essential|mandatory|minimum|non-negotiable|indispensable|zwingend|erforderlich|voraussetzung|obligatoire)\b/i;
const nicePattern =
  /\b(?:nice to have|(?:is|be) (?:nice|helpful|welcome)|a plus|is a plus|bonus|preferred|preferably|ideally|desirable|advantage|advantageous|optional|would be great|von vorteil|wünschenswert|idealerweise|gern gesehen|un plus|un atout|apprécié|souhaité|sería un plus|se valora|valorable|deseable|desejável|diferencial)\b/i;

/** Whether words say that a thing is welcome without being asked. */
export const saysNice = (text: string): boolean => nicePattern.test(text.slice(0, 500));

/** How much a line says it matters, beyond the heading it stands under. */
export function weightOf(line: string): 'must' | 'nice' | null {
  const text = line.slice(0, 500);
  return nicePattern.test(text) ? 'nice' : mustPattern.test(text) ? 'must' : null;
}

/**
 * Which words stand for a competency. Identity links and never renames: a document and a person keep the names they gave
 * it. What it is called in the library is its common name, which stands where nobody gave another.
 */
import type { SkillWords } from '../../vocabulary/skill-words.ts';
import { comparedForm } from './compared-form.ts';

/** Who gave a competency which names. */
export interface GivenNames {
  /** The names of each accomplishment that shows it, as stored: none where it is the common name alone. */
  readonly mine: readonly (readonly string[])[];
  /** The names the role asks for it by, in its order. */
  readonly role: readonly string[];
  readonly commonName: string;
}

/** The names to show: by choice mine, the role's or the common one; mine where the role does not ask, common where I gave none. */
export function shownWords(choice: SkillWords, { mine, role, commonName }: GivenNames): readonly string[] {
  if (choice === 'common') return [commonName];
  const own =
    choice === 'role' && role.length > 0 ? role : namesByUse(mine.flatMap((words) => namesOf(words, commonName)));
  const shown = differing(own);
  return shown.length > 0 ? shown : [commonName];
}

/** What one use of a competency is called: by the names it was given, else by the common one. */
export function namesOf(words: readonly string[], commonName: string): readonly string[] {
  return words.length > 0 ? words : [commonName];
}

/** The names as they are stored, each once: none where they are the common name and no other. */
export function wordsToStore(names: readonly string[], commonName: string): readonly string[] {
  const words = differing(names.map((name) => name.trim().replace(/\s+/g, ' ')));
  return words.length === 1 && words[0] === commonName ? [] : words;
}

/** The common name as a hint beside other words; null where it reads the same. */
export function commonNameHint(shown: readonly string[] | string, commonName: string): string | null {
  const names = typeof shown === 'string' ? [shown] : shown;
  return commonName === '' || names.some((name) => nameForm(name) === nameForm(commonName)) ? null : commonName;
}

/** Names from the most to the least used; of those used equally, in the order given. */
export function namesByUse(names: readonly string[]): readonly string[] {
  const uses = new Map<string, { readonly name: string; readonly count: number }>();
  for (const name of names) {
    const known = uses.get(nameForm(name));
    uses.set(nameForm(name), { name: known?.name ?? name, count: (known?.count ?? 0) + 1 });
  }
  return [...uses.values()].sort((a, b) => b.count - a.count).map(({ name }) => name);
}

/** Whether two names read the same but for case, accents and signs; names of signs alone are compared as they stand. */
export function isSameName(a: string, b: string): boolean {
  return nameForm(a) === nameForm(b);
}

function differing(names: readonly string[]): readonly string[] {
  const given = new Map<string, string>();
  for (const name of names) if (name !== '' && !given.has(nameForm(name))) given.set(nameForm(name), name);
  return [...given.values()];
}

const nameForm = (name: string) => comparedForm(name) || name.trim();

/** Titles of pages: the role, and what the website added to it. */
import { wordsOf } from './clean-text.ts';

const addedWords = [
  'role blueprint',
  'blueprint',
  'job description',
  'role profile',
  'role description',
  'responsibilities',
  'career path',
  'kpis',
];

/** What a title may say of the document at its end, before the mark. */
const documentKinds = ['role blueprint', 'blueprint', 'job description', 'role profile', 'role description'];

/** Splits off what follows the role's title; the title alone when nothing was added. */
export function splitTitle(whole: string): { readonly title: string; readonly leftOut?: string } {
  for (const mark of [':', ' – ', ' — ', ' | ', ' - ']) {
    const place = whole.indexOf(mark);
    const title = whole.slice(0, place).trim();
    const rest = whole.slice(place + mark.length).trim();
    if (place > 0 && title !== '' && addedWords.some((phrase) => wordsOf(rest).includes(` ${phrase} `))) {
      const end = documentKinds.find((kind) => title.toLowerCase().endsWith(` ${kind}`));
      if (end === undefined) return { title, leftOut: rest };
      const own = title.slice(0, -end.length - 1).trim();
      if (own !== '') return { title: own, leftOut: whole.trim().slice(own.length).trim() };
    }
  }
  return { title: whole.trim() };
}

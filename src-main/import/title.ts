/** Titles of pages: the role, and what the website added to it. */
import { wordsOf } from './clean.ts';

const ADDED = [
  'role blueprint',
  'blueprint',
  'job description',
  'role profile',
  'role description',
  'responsibilities',
  'career path',
  'kpis',
];

/** Splits off what follows the role's title; the title alone when nothing was added. */
export function splitTitle(whole: string): { readonly title: string; readonly leftOut?: string } {
  for (const mark of [':', ' – ', ' — ', ' | ', ' - ']) {
    const place = whole.indexOf(mark);
    const title = whole.slice(0, place).trim();
    const rest = whole.slice(place + mark.length).trim();
    if (place > 0 && title !== '' && ADDED.some((phrase) => wordsOf(rest).includes(` ${phrase} `)))
      return { title, leftOut: rest };
  }
  return { title: whole.trim() };
}

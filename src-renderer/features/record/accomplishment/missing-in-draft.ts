/** What a draft still lacks, in the two or three words that its badge says. */
import type { Accomplishment } from '../../../../shared/api/accomplishment.ts';

/** Null when nothing is missing, and for what is ready. The same words as in the list. */
export function missingInDraft({
  status,
  story,
  showings,
}: Pick<Accomplishment, 'status' | 'story' | 'showings'>): string | null {
  if (status === 'ready') return null;
  if (story.trim() === '') return 'no story yet';
  return showings.length === 0 ? 'no competency yet' : null;
}

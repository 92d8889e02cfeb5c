/** What kind of source a draft was read from, in words. */
import type { DraftFormat } from '../../../shared/api/import.ts';

const WORDS: Readonly<Record<DraftFormat, string>> = {
  'wordpress-post': 'Role blueprint',
  'competency-page': 'Competency page',
  'role-pack': 'Role pack',
  text: 'Text',
};

export const formatWord = (format: DraftFormat): string => WORDS[format] ?? 'Document';

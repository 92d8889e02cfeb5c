/** What kind of source a draft was read from, in words. */
import type { DraftFormat } from '../../../../shared/api/import.ts';

const formatWords: Readonly<Record<DraftFormat, string>> = {
  'wordpress-post': 'Role blueprint',
  'competency-page': 'Competency page',
  'skill-matrix': 'Skill matrix',
  'matrix-table': 'Skill matrix, table',
  spreadsheet: 'Spreadsheet',
  'snowflake-tracks': 'Growth tracks',
  'monzo-framework': 'Progression framework',
  'engineering-ladders': 'Engineering ladder',
  'nested-skills': 'Skill tree',
  'json-resume-job': 'JSON Resume job',
  'job-advert': 'Job advert',
  onet: 'O*NET download',
  esco: 'ESCO download',
  'digital-framework': 'UK digital framework',
  'nice-framework': 'NICE framework',
  'role-pack': 'Role pack',
  'role-patch': 'Suggested changes',
  text: 'Text',
};

export const formatWord = (format: DraftFormat): string => formatWords[format] ?? 'Document';

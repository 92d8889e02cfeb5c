/** Every migration, oldest first; never edited once released. */
import * as createRecord from './0001-create-record.ts';
import * as holdRoleDocuments from './0002-hold-role-documents.ts';
import * as journalValues from './0003-journal-values.ts';
import * as keepDecisionsWithDrafts from './0004-keep-decisions-with-drafts.ts';
import * as keepWrittenNames from './0005-keep-written-names.ts';

export interface Migration {
  /** The schema's number after it: 1, 2, 3 … */
  readonly version: number;
  readonly sql: string;
}

export const migrations: readonly Migration[] = [
  createRecord,
  holdRoleDocuments,
  journalValues,
  keepDecisionsWithDrafts,
  keepWrittenNames,
];

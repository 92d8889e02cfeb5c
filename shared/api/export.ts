/** What leaves Cairn as a file: a thing of the record or the library, in one of the formats of its kind. */
import * as z from 'zod';
import type { ReadBack } from './document.ts';
import { command, query } from './endpoint.ts';
import { Confidentiality, Id, Prose } from './values.ts';

/**
 * Which thing, in which format. Paper is that of the settings, of a resume its own. No place to write to: where a file
 * goes is said in a dialog of the system or in a terminal, never through the contract.
 */
export const FileExport = z.discriminatedUnion('kind', [
  /** Items above `clearance` are left out; a resume has a clearance of its own. */
  z.object({
    kind: z.literal('record'),
    format: z.enum(['json-resume']),
    clearance: Confidentiality.default('employer'),
  }),
  z.object({ kind: z.literal('resume'), format: z.enum(['pdf', 'json-resume']), id: Id }),
  /** The match of the record with a role, and the role itself, by the id of the role. */
  z.object({ kind: z.literal('match'), format: z.enum(['pdf']), id: Id }),
  z.object({ kind: z.literal('role'), format: z.enum(['pdf']), id: Id }),
  /** Chosen roles as a pack of the user's own. */
  z.object({
    kind: z.literal('roles'),
    format: z.enum(['role-pack']),
    ids: z.array(Id).min(1).max(2_000),
    name: z.string().min(1).max(500),
    author: z.string().max(500),
  }),
  /** Chosen edits of a role, for another Cairn to read. */
  z.object({
    kind: z.literal('edits'),
    format: z.enum(['role-patch']),
    id: Id,
    changeIds: z.array(z.string().max(1_100)).min(1).max(3_000),
    note: Prose.default(''),
  }),
  /** By its own id, or by the id of one of its roles. */
  z.object({ kind: z.literal('ladder'), format: z.enum(['pdf', 'csv']), id: Id }),
  /** An installed pack. */
  z.object({ kind: z.literal('pack'), format: z.enum(['role-pack']), id: z.string().max(120) }),
]);
export type FileExport = z.output<typeof FileExport>;

/** How a PDF turned out, as a parser reads it. */
export interface PrintProof {
  readonly pageCount: number;
  readonly readBack: ReadBack;
}

export interface SavedExport {
  readonly fileName: string;
  /** What `openSavedFile` knows it by; null where nothing can be opened. Its place on the disk stays in main. */
  readonly savedId: string | null;
  /** Null of what is not printed. */
  readonly proof: PrintProof | null;
  /** What of the record could not stand in the file as it is, in sentences. */
  readonly notices: readonly string[];
}

/** `fileName` is the one that is suggested. */
export interface WrittenExport extends Omit<SavedExport, 'savedId'> {
  readonly bytes: Uint8Array;
}

export const exportEndpoints = {
  /** The file as it would be saved, in memory: what a preview shows and a terminal writes. */
  writeExport: query<WrittenExport>()({
    input: FileExport,
    reads: ['resumes', 'record', 'accomplishments', 'competencies', 'roles', 'pins', 'settings'],
  }),
  /** Saves the same file where the user says in a dialog of the system; null when that was cancelled. */
  saveExport: command<SavedExport | null>()({
    input: FileExport,
    changes: [],
    isAct: true,
    writes: false,
    undo: false,
  }),
  /** Opens a file that was saved in the program of the system, or shows it in its folder. Throws NOT_FOUND. */
  openSavedFile: command<{ savedId: string }>()({
    input: z.object({ savedId: Id, how: z.enum(['open', 'folder']) }),
    changes: [],
    isAct: true,
    profileLock: 'none',
    writes: false,
    undo: false,
    needsProfile: false,
  }),
};

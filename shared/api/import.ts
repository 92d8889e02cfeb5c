/** Reading files from strangers: a file becomes a draft, the draft is reviewed, one command applies it. */
import * as z from 'zod';
import { command, query } from './endpoint.ts';
import { RoleContent, type RolePack } from './role-content.ts';
import { Id, Line } from './values.ts';

/** NOT_PLACED: the user must say where it goes. INTERPRETED: read, but not as literally written. LEFT_OUT: page furniture. KEPT: worth knowing. */
export type NoticeCode = 'NOT_PLACED' | 'INTERPRETED' | 'LEFT_OUT' | 'KEPT';

export interface Notice {
  readonly code: NoticeCode;
  /** What was seen, in one short line. */
  readonly message: string;
  /** Why it was read so. */
  readonly detail?: string | undefined;
  /** Line of the source as shown, from 1. */
  readonly line?: number | undefined;
}

export type DraftFormat = 'wordpress-post' | 'competency-page' | 'role-pack' | 'text';

/** What a reader makes of a file. Pure data: nothing is stored yet. */
export type Draft = {
  readonly format: DraftFormat;
  readonly title: string;
  readonly notices: readonly Notice[];
  /** The source as text, line by line, as shown beside the draft. */
  readonly sourceLines: readonly string[];
  /** Where the document says it comes from. */
  readonly sourceUrl?: string | undefined;
} & ({ readonly kind: 'role'; readonly role: RoleContent } | { readonly kind: 'pack'; readonly pack: RolePack });

/** How much of each a draft holds. */
export interface DraftCounts {
  readonly responsibilities: number;
  readonly competencies: number;
  readonly skills: number;
  readonly softSkills: number;
  readonly kpis: number;
  readonly tools: number;
  readonly milestones: number;
  readonly links: number;
  readonly sections: number;
  /** Role specs in it: 1 for a role, more for a pack. */
  readonly roles: number;
}

/** A draft that waits for its review; it survives a restart. */
export type ImportDraft = Draft & {
  readonly id: string;
  readonly sourceName: string;
  readonly sourceBytes: number;
  readonly createdAt: string;
  readonly counts: DraftCounts;
  /** Role specs already here with the same title and family. */
  readonly alreadyHere: readonly { readonly id: string; readonly title: string }[];
};

export interface ImportDraftRow {
  readonly id: string;
  readonly title: string;
  readonly format: DraftFormat;
  readonly sourceName: string;
  readonly createdAt: string;
  readonly noticeCount: number;
}

export const importEndpoints = {
  /** Opens the system's file dialog; null when it was cancelled. */
  pickImport: command<{ ids: readonly string[] } | null>()({
    input: z.object({}),
    changes: ['imports'],
    isAct: true,
    undo: false,
  }),
  /** Reads a file and keeps nothing. */
  previewImport: query<readonly Draft[]>()({
    input: z.object({ name: Line, bytes: z.instanceof(Uint8Array) }),
    reads: [],
  }),
  /** A dropped file, or one handed over by the terminal. Kept as drafts. */
  readImport: command<{ ids: readonly string[] }>()({
    input: z.object({ name: Line, bytes: z.instanceof(Uint8Array) }),
    changes: ['imports'],
    isAct: true,
    undo: false,
  }),
  readPastedImport: command<{ ids: readonly string[] }>()({
    input: z.object({ text: z.string().max(10_000_000) }),
    changes: ['imports'],
    isAct: true,
    undo: false,
  }),
  listImportDrafts: query<readonly ImportDraftRow[]>()({ input: z.object({}), reads: ['imports'] }),
  getImportDraft: query<ImportDraft>()({ input: z.object({ id: Id }), reads: ['imports', 'roles'] }),
  /** The reviewed content of a role draft takes the place of what was read. */
  changeImportDraft: command<{ id: string }>()({
    input: z.object({ id: Id, role: RoleContent }),
    changes: ['imports'],
    undo: false,
  }),
  /** Answers the ids of the role specs it made. */
  applyImport: command<{ roleIds: readonly string[] }>()({
    input: z.object({ id: Id }),
    changes: ['roles', 'competencies', 'imports'],
    undo: () => 'Import added',
  }),
  discardImport: command<{ id: string }>()({
    input: z.object({ id: Id }),
    changes: ['imports'],
    undo: () => 'Draft discarded',
  }),
};

/** Reading files from strangers: a file becomes a draft, the draft is reviewed, one command applies it. */
import * as z from 'zod';
import { limitRefusal, limits } from '../vocabulary/limits.ts';
import { command, query } from './endpoint.ts';
import type { RolePatch, ShownChange } from './role-change.ts';
import { RoleContent, type ScaleContent } from './role-content.ts';
import { RoleLibrary, type RolePack } from './role-pack.ts';
import { Id, Line } from './values.ts';

/** NOT_PLACED: the user must say where it goes. INTERPRETED: read, but not as literally written. LEFT_OUT: boilerplate of the page. KEPT: worth knowing. */
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

export type DraftFormat =
  | 'wordpress-post'
  | 'competency-page'
  | 'skill-matrix'
  | 'matrix-table'
  | 'spreadsheet'
  | 'snowflake-tracks'
  | 'monzo-framework'
  | 'engineering-ladders'
  | 'nested-skills'
  | 'json-resume-job'
  | 'job-advert'
  | 'onet'
  | 'esco'
  | 'digital-framework'
  | 'nice-framework'
  | 'role-pack'
  | 'role-patch'
  | 'text';

/** A text that was saved with a wrong encoding, and what was done about it. */
export interface EncodingRepair {
  /** Whether the draft was read from the repaired text. */
  readonly isApplied: boolean;
  /** Places where bytes read in the wrong encoding were found. */
  readonly places: number;
  /** Places that no table of bytes brings back; they stand as they are. */
  readonly left: number;
  readonly samples: readonly { readonly line: number; readonly before: string; readonly after: string }[];
}

/** What a reader makes of a file. Pure data: nothing is stored yet. */
export type Draft = {
  readonly format: DraftFormat;
  readonly title: string;
  readonly notices: readonly Notice[];
  /** The source as text, line by line, as shown beside the draft. */
  readonly sourceLines: readonly string[];
  /** Where the document says it comes from. */
  readonly sourceUrl?: string | undefined;
  readonly repair?: EncodingRepair | undefined;
  /** Places, among the files that were given, of those it was read from. */
  readonly files?: readonly number[] | undefined;
} & (
  | {
      readonly kind: 'role';
      readonly role: RoleContent;
      readonly scales?: readonly ScaleContent[] | undefined;
      /** What was read, once the user has corrected it: the corrections are edits of their own. */
      readonly asRead?: RoleContent | undefined;
    }
  /** Several roles of one document, without the card of a pack. */
  | { readonly kind: 'ladder'; readonly library: RoleLibrary; readonly asRead?: RoleLibrary | undefined }
  | { readonly kind: 'pack'; readonly pack: RolePack }
  | { readonly kind: 'patch'; readonly patch: RolePatch }
);

/** How much of each a draft holds; of a ladder `skills` are those of its matrix, each once. */
export interface DraftCounts {
  readonly responsibilities: number;
  readonly competencies: number;
  readonly keyCompetencies: number;
  readonly skills: number;
  readonly softSkills: number;
  readonly kpis: number;
  readonly tools: number;
  readonly milestones: number;
  readonly deliverables: number;
  readonly decisionRights: number;
  readonly accelerators: number;
  readonly scorecard: number;
  readonly links: number;
  readonly gapPairs: number;
  readonly faqs: number;
  /** Of a matrix: categories, cells with a value (those of short rows too), rows the user must place. */
  readonly categories: number;
  readonly cells: number;
  readonly shortRows: number;
  /** Roles that state a stack, and a focus. */
  readonly stacks: number;
  readonly focuses: number;
  readonly sections: number;
  /** Role specs in it: 1 for a role, more for a ladder or a pack. */
  readonly roles: number;
}

/** A competency of a draft that reads much like one that is already known. */
export interface JoinOffer {
  /** As the draft names it. */
  readonly name: string;
  readonly candidates: readonly {
    readonly id: string;
    readonly name: string;
    /** The alias that reads like it, where the name itself does not. */
    readonly alias?: string;
    readonly likeness: number;
  }[];
}

/** A role of a draft that is here already, and what the draft would change in it. */
export interface EditionOffer {
  readonly roleId: string;
  readonly title: string;
  /** Which role of the draft it is, from 0. */
  readonly index: number;
  /** Against the edition that was read before. */
  readonly changes: readonly ShownChange[];
  /** How many places the user changed themselves since. */
  readonly yourEdits: number;
}

/** A draft that waits for its review; it survives a restart. */
export type ImportDraft = Draft & {
  readonly id: string;
  readonly sourceName: string;
  readonly sourceBytes: number;
  readonly createdAt: string;
  readonly counts: DraftCounts;
  /** Role specs already here that this is, or may be, a newer edition of. */
  readonly alreadyHere: readonly { readonly id: string; readonly title: string }[];
};

/**
 * What is decided in a review: which notices are settled (of a text whose encoding is not repaired they are others), which
 * names are competencies already here, and what is taken over of a newer edition.
 */
const Decision = z.enum(['settled', 'settled:as-it-stands', 'joins', 'editions']);
export type Decision = z.infer<typeof Decision>;

/** A file as the window or the terminal hands it over. */
const GivenFile = z.object({ name: Line, bytes: z.instanceof(Uint8Array) });

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
  /** Reads files and keeps nothing. Files that belong together, such as the tables of one download, make one draft. */
  previewImport: query<readonly Draft[]>()({
    input: z.object({ files: z.array(GivenFile).min(1).max(40) }),
    reads: [],
  }),
  /** Dropped files, or some handed over by the terminal. Kept as drafts; null when it was cancelled. */
  readImport: command<{ ids: readonly string[] } | null>()({
    input: z.object({ files: z.array(GivenFile).min(1).max(40) }),
    changes: ['imports'],
    isAct: true,
    undo: false,
  }),
  readPastedImport: command<{ ids: readonly string[] } | null>()({
    input: z.object({
      text: z.string().max(limits.page.most, {
        error: ({ input }) => limitRefusal('The text', String(input).length, limits.page),
      }),
    }),
    changes: ['imports'],
    isAct: true,
    undo: false,
  }),
  /**
   * Reads the draft's source once more, with its encoding repaired or as it stands. Corrections made so far are not in
   * the new reading; undone, the draft is again what it was, with them.
   */
  readImportAgain: command<{ id: string }>()({
    input: z.object({ id: Id, isRepaired: z.boolean() }),
    changes: ['imports'],
    isAct: true,
    undo: () => 'Draft read again',
  }),
  /** Stops what is being read or added; what was under way leaves nothing behind. */
  cancelImport: command<{ wasRunning: boolean }>()({
    input: z.object({}),
    changes: [],
    isAct: true,
    writes: false,
    profileLock: 'none',
    undo: false,
  }),
  listImportDrafts: query<readonly ImportDraftRow[]>()({ input: z.object({}), reads: ['imports'] }),
  getImportDraft: query<ImportDraft>()({ input: z.object({ id: Id }), reads: ['imports', 'roles'] }),
  /** Names in the draft that read like a competency already known, likeliest first. */
  getJoinOffers: query<readonly JoinOffer[]>()({ input: z.object({ id: Id }), reads: ['imports', 'competencies'] }),
  /** Roles of the draft that are here already, with what would change. */
  getEditionOffers: query<readonly EditionOffer[]>()({ input: z.object({ id: Id }), reads: ['imports', 'roles'] }),
  /** The reviewed content of a role draft takes the place of what was read. */
  changeImportDraft: command<{ id: string }>()({
    input: z.object({ id: Id, role: RoleContent }),
    changes: ['imports'],
    undo: false,
  }),
  /** The same for a draft of several roles. */
  changeImportLibrary: command<{ id: string }>()({
    input: z.object({ id: Id, library: RoleLibrary }),
    changes: ['imports'],
    undo: false,
  }),
  /**
   * Adds what a draft holds and answers the ids of the role specs it made or changed. `joins` name competencies of the
   * draft that are ones already here: the name becomes an alias. `into` puts chosen changes into a role that is here
   * instead of adding another. Tells its progress; null when it was cancelled, and then nothing was added.
   */
  applyImport: command<{ roleIds: readonly string[] } | null>()({
    input: z.object({
      id: Id,
      joins: z
        .array(z.object({ name: Line, competencyId: Id }))
        .max(2_000)
        .default([]),
      /** Pairs that were looked at and are two things: they are not offered again. */
      apart: z
        .array(z.object({ name: Line, competencyId: Id }))
        .max(2_000)
        .default([]),
      into: z
        .array(
          z.object({
            roleId: Id,
            index: z.number().int().min(0),
            changeIds: z.array(z.string().max(1_100)).max(3_000),
          }),
        )
        .max(5_000)
        .default([]),
    }),
    changes: ['roles', 'competencies', 'imports'],
    isAct: true,
    undo: () => 'Import added',
  }),
  /** What the user decides in the review, kept with the draft as text of the screen's own; it makes no undo step. */
  keepImportDecision: command<{ id: string }>()({
    input: z.object({ id: Id, about: Decision, decided: z.string().max(200_000) }),
    changes: [],
    undo: false,
  }),
  getImportDecision: query<{ decided: string | null }>()({ input: z.object({ id: Id, about: Decision }), reads: [] }),
  /** With what was decided in it. */
  discardImport: command<{ id: string }>()({
    input: z.object({ id: Id }),
    changes: ['imports'],
    undo: () => 'Draft discarded',
  }),
};

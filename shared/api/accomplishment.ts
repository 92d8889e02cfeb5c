/** Accomplishments: one thing done and its outcome, with what proves it. */
import * as z from 'zod';
import { longestText, mostTags } from '../vocabulary/limits.ts';
import { command, query } from './endpoint.ts';
import {
  Confidentiality,
  Id,
  Line,
  PartialDate,
  Prose,
  RecordLine,
  RecordProse,
  Relation,
  WebAddress,
} from './values.ts';

/** A measured change; `baseline` or `value` may be unknown. It counts as measured when both are there. */
export const Metric = z.object({
  id: Id.optional(),
  name: Line,
  unit: z.string().max(60),
  baseline: z.number().finite().nullable(),
  value: z.number().finite().nullable(),
});
export type Metric = z.infer<typeof Metric>;

/** The competency it shows, the level on the scale of that level, and why. */
export const Showing = z.object({
  competencyId: Id,
  level: z.number().int().min(1).max(20),
  scaleId: Id,
  reason: Prose,
  /** The names it was given, none where it is the common one alone; left out, those that are there stay. */
  words: z.array(Line.min(1)).max(20).optional(),
});
export type Showing = z.infer<typeof Showing>;

/** Someone who confirms it. */
export const Witness = z.object({
  id: Id.optional(),
  name: Line,
  relation: Relation,
  title: Line,
  confirmedOn: PartialDate.nullable(),
  words: Prose,
});
export type Witness = z.infer<typeof Witness>;

/** What would convince a stranger: a link or a quote. */
export const Evidence = z.object({
  id: Id.optional(),
  kind: z.enum(['link', 'quote']),
  title: Line,
  url: WebAddress,
  quote: Prose,
  notedOn: PartialDate.nullable(),
});
export type Evidence = z.infer<typeof Evidence>;

/** What can be edited. `status` is the user's word: a draft counts nowhere. */
export const AccomplishmentContent = z.object({
  title: RecordLine,
  story: RecordProse,
  startedOn: PartialDate.nullable(),
  endedOn: PartialDate.nullable(),
  isOngoing: z.boolean(),
  positionId: Id.nullable(),
  projectId: Id.nullable(),
  confidentiality: Confidentiality,
  status: z.enum(['draft', 'ready']),
  shortWording: RecordProse,
  longWording: RecordProse,
  tags: z.array(z.string().min(1).max(60)).max(mostTags),
  metrics: z.array(Metric).max(40),
  showings: z.array(Showing).max(60),
  witnesses: z.array(Witness).max(20),
  evidence: z.array(Evidence).max(60),
});
export type AccomplishmentContent = z.infer<typeof AccomplishmentContent>;

export interface Accomplishment extends AccomplishmentContent {
  readonly id: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly deletedAt: string | null;
}

/** One line of the list. `missing` says in two words what a draft still lacks. */
export interface AccomplishmentRow {
  readonly id: string;
  readonly title: string;
  readonly startedOn: string | null;
  readonly endedOn: string | null;
  readonly isOngoing: boolean;
  readonly positionId: string | null;
  readonly status: 'draft' | 'ready';
  readonly confidentiality: Confidentiality;
  readonly isMeasured: boolean;
  /** The strongest relation among its witnesses. */
  readonly witness: Relation | null;
  readonly evidenceCount: number;
  readonly missing: string | null;
  /** Where the searched words stand, with U+0002 and U+0003 around each hit; null without a search. */
  readonly snippet: string | null;
}

export interface AccomplishmentPage {
  readonly total: number;
  readonly rows: readonly AccomplishmentRow[];
}

export const AccomplishmentFilter = z.object({
  text: z.string().max(400).default(''),
  positionId: Id.nullable().optional(),
  tag: z.string().max(60).optional(),
  competencyId: Id.optional(),
  status: z.enum(['draft', 'ready']).optional(),
  confidentiality: Confidentiality.optional(),
  /** `position` groups by position, newest first within; `newest` and `oldest` go by date alone; a text sorts by relevance. */
  sort: z.enum(['position', 'newest', 'oldest']).default('position'),
  offset: z.number().int().min(0).default(0),
  limit: z.number().int().min(1).max(500).default(100),
});
export type AccomplishmentFilter = z.input<typeof AccomplishmentFilter>;

/** A position as a note can name it. */
export interface KnownPosition {
  readonly id: string;
  readonly title: string;
  readonly employer: string;
  readonly isCurrent: boolean;
  readonly startedOn: string | null;
  readonly endedOn: string | null;
}

export interface KnownCompetency {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  /** Whether a role that is pinned asks for it: it is offered before others. */
  readonly isAsked?: boolean;
}

/** The names that the marks of a note are looked up in, each list in the order in which it is offered. */
export interface CaptureVocabulary {
  readonly positions: readonly KnownPosition[];
  readonly competencies: readonly KnownCompetency[];
  readonly tags: readonly string[];
}

/** What several accomplishments are given together. */
const BulkPatch = AccomplishmentContent.pick({
  status: true,
  positionId: true,
  projectId: true,
  confidentiality: true,
  startedOn: true,
})
  .extend({ addTags: AccomplishmentContent.shape.tags, addShowings: AccomplishmentContent.shape.showings })
  .partial();

/** A draft: it is in the record and counts nowhere yet. */
export interface DraftRow {
  readonly id: string;
  readonly title: string;
  readonly positionId: string | null;
}

export const accomplishmentEndpoints = {
  listAccomplishments: query<AccomplishmentPage>()({
    input: AccomplishmentFilter,
    reads: ['accomplishments', 'record'],
  }),
  getAccomplishment: query<Accomplishment>()({ input: z.object({ id: Id }), reads: ['accomplishments'] }),
  /** Every draft, newest first, as far as 1,000 go; `total` counts all of them. */
  listDrafts: query<{ readonly drafts: readonly DraftRow[]; readonly total: number }>()({
    input: z.object({}),
    reads: ['accomplishments'],
  }),
  /** The ids of what a list holds, first to last, as far as 1,000 go. */
  listAccomplishmentIds: query<readonly string[]>()({
    input: AccomplishmentFilter.omit({ offset: true, limit: true }),
    reads: ['accomplishments', 'record'],
  }),
  listTags: query<readonly { tag: string; count: number }[]>()({ input: z.object({}), reads: ['accomplishments'] }),
  getCaptureVocabulary: query<CaptureVocabulary>()({
    input: z.object({}),
    reads: ['accomplishments', 'competencies', 'record', 'roles', 'pins'],
  }),
  /** Quick capture: the inline syntax `#tag`, `@position`, `+competency:3`; saved as a draft. */
  logAccomplishment: command<{ id: string; understood: readonly string[]; notices: readonly string[] }>()({
    input: z.object({
      text: z.string().trim().min(1, 'Write what you got done first.').max(longestText),
      startedOn: PartialDate.nullable().optional(),
      /** In place of the position that the text names or that was held that day; null for none. */
      positionId: Id.nullable().optional(),
      metrics: z.array(Metric).max(10).optional(),
    }),
    changes: ['accomplishments', 'competencies'],
    undo: () => 'Accomplishment captured',
  }),
  changeAccomplishment: command<Accomplishment>()({
    input: z.object({ id: Id, patch: AccomplishmentContent.partial() }),
    changes: ['accomplishments', 'resumes'],
    undo: () => ({ quiet: 'Accomplishment changed' }),
    merge: (input) => `accomplishment:${input.id}:${Object.keys(input.patch).join()}`,
  }),
  /** Changes several at once, in one step: all of them, or none. A tag is added to those that have it not. */
  changeAccomplishments: command<{ count: number }>()({
    input: z.object({ ids: z.array(Id).min(1).max(1_000), patch: BulkPatch }),
    changes: ['accomplishments', 'resumes'],
    undo: ({ ids, patch }) => {
      const what = ids.length === 1 ? 'Accomplishment' : `${ids.length} accomplishments`;
      return patch.status === 'ready' ? `${what} marked ready` : `${what} changed`;
    },
  }),
  binAccomplishments: command<{ count: number }>()({
    input: z.object({ ids: z.array(Id).min(1).max(1_000) }),
    changes: ['accomplishments', 'resumes'],
    undo: (input) => (input.ids.length === 1 ? 'Moved to the bin' : `${input.ids.length} moved to the bin`),
  }),
};

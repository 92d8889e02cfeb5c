/** What a role document says, free of any identity: the shape shared by packs, import drafts and the role page. */
import * as z from 'zod';
import { defaultScale, kindsOf, type RoleList, roleLists } from '../vocabulary/role-shape.ts';
import { Importance, Line, PartialDate, Prose } from './values.ts';

/** An ordered set of levels as a document defines it; `ordinal` counts 1, 2, 3 … without a hole. */
export const ScaleContent = z.object({
  key: z.string().min(1).max(80),
  name: Line,
  levels: z
    .array(z.object({ ordinal: z.number().int().min(1).max(20), label: Line, code: Line.optional() }))
    .min(1)
    .max(20),
});
export type ScaleContent = z.infer<typeof ScaleContent>;

/** A run of text with at most one mark; `href` only http, https or mailto. */
export const Inline = z.object({
  text: z.string().max(50_000),
  mark: z.enum(['bold', 'italic', 'code']).optional(),
  href: z.string().max(2_000).optional(),
});
export type Inline = z.infer<typeof Inline>;

export interface ListItem {
  inlines: Inline[];
  items?: ListItem[] | undefined;
}
const ListItem: z.ZodType<ListItem> = z.lazy(() =>
  z.object({ inlines: z.array(Inline).max(200), items: z.array(ListItem).max(500).optional() }),
);

/** A block of prose. Tables keep every cell; a list keeps its start number. */
export const Block = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('paragraph'), inlines: z.array(Inline).max(500) }),
  z.object({ kind: z.literal('quote'), inlines: z.array(Inline).max(500) }),
  z.object({
    kind: z.literal('list'),
    isOrdered: z.boolean(),
    start: z.number().int().optional(),
    items: z.array(ListItem).max(1_000),
  }),
  z.object({
    kind: z.literal('table'),
    head: z.array(z.string().max(5_000)).max(60),
    rows: z.array(z.array(z.string().max(20_000)).max(60)).max(3_000),
  }),
]);
export type Block = z.infer<typeof Block>;

/** A heading and what stands under it up to the next heading; `depth` 1 is a chapter of the document. */
export const Section = z.object({
  depth: z.number().int().min(1).max(6),
  number: Line.max(20).optional(),
  heading: Line,
  /** The words in brackets after the heading. */
  qualifier: Line.optional(),
  blocks: z.array(Block).max(2_000),
});
export type Section = z.infer<typeof Section>;

/** Where a typed row came from: its section (index into `sections`) and line of the source as shown (from 1). */
const origin = {
  section: z.number().int().min(0).optional(),
  line: z.number().int().min(1).optional(),
  /** The source's own words, whole. */
  words: Prose.optional(),
};

/** Role spec × competency → what is asked. A null level asks only that the competency be shown. */
export const RequirementContent = z.object({
  competency: Line.min(1),
  kind: z.enum(kindsOf('requirements')),
  level: z.number().int().min(1).max(20).nullable(),
  /** Key of a scale of the pack, or `five-levels`; meaningless without a level. */
  scale: z.string().max(80).default(defaultScale),
  importance: Importance.nullable(),
  /** The source's words on importance where they say more than the value, such as “in regulated settings”. */
  importanceNote: Line.optional(),
  isMandatory: z.boolean().default(false),
  /** The category of a skill matrix it stands in. */
  category: Line.optional(),
  /** False for a skill of a matrix that counts through the competency above it: shown and graded, no part of the match. */
  countsInMatch: z.boolean().default(true),
  /** A tier's words, such as “Must-have technical skills”. */
  tier: Line.optional(),
  /** What the level looks like here, in one line. */
  blurb: Prose.optional(),
  /** Among the few that matter most: its place (1 is first). */
  keyRank: z.number().int().min(1).optional(),
  /** Labelled lines of the source: Description, Typical use, Why it matters, Shows up as … */
  details: z
    .array(z.object({ label: Line, text: Prose }))
    .max(20)
    .default([]),
  ...origin,
});
export type RequirementContent = z.infer<typeof RequirementContent>;

export const ResponsibilityContent = z.object({
  group: Line.optional(),
  /** The source's own number, running through its groups. */
  number: z.number().int().optional(),
  lead: Line.optional(),
  text: Prose,
  ...origin,
});
export type ResponsibilityContent = z.infer<typeof ResponsibilityContent>;

export const KpiContent = z.object({
  name: Line.min(1),
  category: Line.optional(),
  measures: Prose.optional(),
  why: Prose.optional(),
  target: Prose.optional(),
  frequency: Line.optional(),
  note: Prose.optional(),
  ...origin,
});
export type KpiContent = z.infer<typeof KpiContent>;

export const ToolContent = z.object({
  name: Line.min(1),
  category: Line.optional(),
  use: Prose.optional(),
  adoption: Line.optional(),
  ...origin,
});
export type ToolContent = z.infer<typeof ToolContent>;

export const MilestoneContent = z.object({
  /** “30 days”, “6 months”, as the source words it. */
  horizon: Line,
  text: Prose,
  ...origin,
});
export type MilestoneContent = z.infer<typeof MilestoneContent>;

/** Up, sideways or in. */
export const RoleLinkContent = z.object({
  kind: z.enum(kindsOf('links')),
  title: Line.min(1),
  family: Line.optional(),
  levelCode: Line.optional(),
  tourOfDuty: Prose.optional(),
  note: Prose.optional(),
  ...origin,
});
export type RoleLinkContent = z.infer<typeof RoleLinkContent>;

/** What changes on the way up: from → to, under a theme of one word. */
export const GapPairContent = z.object({ theme: Line.optional(), from: Prose, to: Prose, ...origin });
export type GapPairContent = z.infer<typeof GapPairContent>;

/**
 * What else a role document lists, each entry a thing of its own: `group` is the source's own heading over it
 * (“Internal”, “Alone”, “Strong signals”), `name` its lead, `text` the rest.
 */
export const RoleItemContent = z.object({
  kind: z.enum(kindsOf('items')),
  group: Line.optional(),
  name: Line.optional(),
  text: Prose,
  ...origin,
});
export type RoleItemContent = z.infer<typeof RoleItemContent>;

/** One line of a hiring scorecard. */
export const ScorecardContent = z.object({
  dimension: Line.min(1),
  meets: Prose.optional(),
  exceeds: Prose.optional(),
  /** Per cent of the whole. */
  weight: z.number().min(0).max(100).optional(),
  ...origin,
});
export type ScorecardContent = z.infer<typeof ScorecardContent>;

export const FaqContent = z.object({ question: Prose, answer: Prose, ...origin });
export type FaqContent = z.infer<typeof FaqContent>;

/** A figure or badge of the document's head, as printed; a badge without a label has none here either. */
export const FactContent = z.object({ label: Line.optional(), value: Line, ...origin });
export type FactContent = z.infer<typeof FactContent>;

/** A whole role document. */
export const RoleContent = z.object({
  title: Line.min(1),
  tagline: Prose.optional(),
  family: Line.optional(),
  /** The part of an organisation, where the source tells it from the family. */
  functionName: Line.optional(),
  levelCode: Line.optional(),
  /** The level in words: “Senior”, “Lead / Staff”. */
  levelLabel: Line.optional(),
  /** Place in its ladder, 1 is the first. */
  levelOrder: z.number().int().min(1).max(30).optional(),
  mission: Prose.optional(),
  tourOfDuty: Prose.optional(),
  summary: Prose.optional(),
  /** What this level spends its days on. */
  focus: Prose.optional(),
  /** What it works with, one technology each. */
  stack: z.array(Line).max(100).default([]),
  /** Who states it, such as the name of a standard. */
  standard: Line.optional(),
  /** What kind of document it is, in the source's words. */
  nature: Line.optional(),
  effectiveOn: PartialDate.optional(),
  /** The line that must be shown with it: whose words these are and under which licence. */
  credit: Prose.optional(),
  facts: z.array(FactContent).max(roleLists.facts.most).default([]),
  requirements: z.array(RequirementContent).max(roleLists.requirements.most).default([]),
  responsibilities: z.array(ResponsibilityContent).max(roleLists.responsibilities.most).default([]),
  kpis: z.array(KpiContent).max(roleLists.kpis.most).default([]),
  tools: z.array(ToolContent).max(roleLists.tools.most).default([]),
  milestones: z.array(MilestoneContent).max(roleLists.milestones.most).default([]),
  items: z.array(RoleItemContent).max(roleLists.items.most).default([]),
  scorecard: z.array(ScorecardContent).max(roleLists.scorecard.most).default([]),
  faqs: z.array(FaqContent).max(roleLists.faqs.most).default([]),
  links: z.array(RoleLinkContent).max(roleLists.links.most).default([]),
  gapPairs: z.array(GapPairContent).max(roleLists.gapPairs.most).default([]),
  /**
   * The document as prose in the source's order, typed rows included. Empty for a role that was written as typed rows
   * alone: its chapters are then made from those.
   */
  sections: z.array(Section).max(roleLists.sections.most).default([]),
});
export type RoleContent = z.infer<typeof RoleContent>;

/** A row of a list of a role. */
export type RowOf<List extends RoleList> = RoleContent[List][number];

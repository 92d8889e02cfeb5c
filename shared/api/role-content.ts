/** What a role document says, free of any identity: the shape shared by packs, import drafts and the role page. */
import * as z from 'zod';
import { Importance, Line, PartialDate, Prose } from './values.ts';

/** Levels of the scale `cairn-5` that packs and pages without a scale of their own are read on. */
export const DEFAULT_SCALE = 'five-levels';

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
  number: z.string().max(20).optional(),
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
  kind: z.enum(['competency', 'skill', 'softSkill']),
  level: z.number().int().min(1).max(20).nullable(),
  /** Key of a scale of the pack, or `five-levels`; meaningless without a level. */
  scale: z.string().max(80).default(DEFAULT_SCALE),
  importance: Importance.nullable(),
  isMandatory: z.boolean().default(false),
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
  kind: z.enum(['next', 'lateral', 'feeder']),
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

/** A whole role document. */
export const RoleContent = z.object({
  title: Line.min(1),
  family: Line.optional(),
  levelCode: Line.optional(),
  /** Place in its ladder, 1 is the first. */
  levelOrder: z.number().int().min(1).max(30).optional(),
  mission: Prose.optional(),
  tourOfDuty: Prose.optional(),
  summary: Prose.optional(),
  effectiveOn: PartialDate.optional(),
  requirements: z.array(RequirementContent).max(1_000).default([]),
  responsibilities: z.array(ResponsibilityContent).max(500).default([]),
  kpis: z.array(KpiContent).max(300).default([]),
  tools: z.array(ToolContent).max(500).default([]),
  milestones: z.array(MilestoneContent).max(300).default([]),
  links: z.array(RoleLinkContent).max(100).default([]),
  gapPairs: z.array(GapPairContent).max(50).default([]),
  /** The whole document as prose, typed rows included, in the source's order. */
  sections: z.array(Section).max(1_000).default([]),
});
export type RoleContent = z.infer<typeof RoleContent>;

/** A pack of role specs: `*.rolepack.json`. */
export const RolePack = z.object({
  format: z.literal('cairn-rolepack'),
  formatVersion: z.literal(1),
  id: z.string().min(1).max(120),
  name: Line.min(1),
  version: z.string().max(40),
  author: Line,
  licence: Line,
  attribution: Prose.optional(),
  description: Prose.optional(),
  scales: z
    .array(
      z.object({
        key: z.string().min(1).max(80),
        name: Line,
        levels: z
          .array(z.object({ ordinal: z.number().int().min(1).max(20), label: Line, code: Line.optional() }))
          .min(1)
          .max(20),
      }),
    )
    .max(50)
    .default([]),
  competencies: z
    .array(
      z.object({
        name: Line.min(1),
        aliases: z.array(Line.min(1)).max(40).default([]),
        /** Name of the competency it belongs under. */
        parent: Line.optional(),
        description: Prose.optional(),
      }),
    )
    .max(5_000)
    .default([]),
  roles: z.array(RoleContent).min(1).max(2_000),
});
export type RolePack = z.infer<typeof RolePack>;

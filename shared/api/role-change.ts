/** Differences between two role specs, and the patch file that carries some of them to another Cairn. */
import * as z from 'zod';
import {
  FactContent,
  FaqContent,
  GapPairContent,
  KpiContent,
  MilestoneContent,
  RequirementContent,
  ResponsibilityContent,
  RoleContent,
  RoleItemContent,
  RoleLinkContent,
  ScorecardContent,
  Section,
  ToolContent,
} from './role-content.ts';
import { Line, Prose } from './values.ts';

/** The lists of a role spec, each with the shape of its rows. */
export const roleLists = {
  requirements: RequirementContent,
  responsibilities: ResponsibilityContent,
  kpis: KpiContent,
  tools: ToolContent,
  milestones: MilestoneContent,
  items: RoleItemContent,
  scorecard: ScorecardContent,
  faqs: FaqContent,
  facts: FactContent,
  links: RoleLinkContent,
  gapPairs: GapPairContent,
  sections: Section,
} as const;
export type RoleList = keyof typeof roleLists;

/** The single values of a role spec. `stack` is compared whole. */
export const roleFields = [
  'title',
  'tagline',
  'family',
  'functionName',
  'levelCode',
  'levelLabel',
  'levelOrder',
  'mission',
  'tourOfDuty',
  'summary',
  'focus',
  'stack',
  'standard',
  'nature',
  'effectiveOn',
  'credit',
] as const satisfies readonly Exclude<keyof RoleContent, RoleList>[];
export type RoleField = (typeof roleFields)[number];

const listChange = <Name extends RoleList>(list: Name) =>
  z.object({
    list: z.literal(list),
    /** What tells the row from others of its list, such as the compared form of a competency’s name. */
    key: z.string().max(1_000),
    before: roleLists[list].nullable(),
    after: roleLists[list].nullable(),
    /** Where it stands among the rows of the newer side (of the older, when it is gone). */
    rank: z.number().int().min(0),
  });

/** One difference. A null `before` was added, a null `after` taken out. */
export const RoleChange = z.union([
  z
    .object({
      field: z.enum(roleFields),
      before: z.union([Prose, z.number(), z.array(Line).max(100)]).nullable(),
      after: z.union([Prose, z.number(), z.array(Line).max(100)]).nullable(),
    })
    .refine(({ field, after }) => after === null || RoleContent.shape[field].safeParse(after).success, {
      message: 'the new value does not fit its field',
    }),
  z.discriminatedUnion('list', [
    listChange('requirements'),
    listChange('responsibilities'),
    listChange('kpis'),
    listChange('tools'),
    listChange('milestones'),
    listChange('items'),
    listChange('scorecard'),
    listChange('faqs'),
    listChange('facts'),
    listChange('links'),
    listChange('gapPairs'),
    listChange('sections'),
  ]),
]);
export type RoleChange = z.infer<typeof RoleChange>;

/** `*.rolepatch.json`: changes one person suggests to a role spec that another has too. */
export const RolePatch = z.object({
  format: z.literal('cairn-rolepatch'),
  formatVersion: z.literal(1),
  role: z.object({ title: Line.min(1), family: Line.optional(), levelCode: Line.optional() }),
  author: Line.optional(),
  note: Prose.optional(),
  changes: z.array(RoleChange).min(1).max(3_000),
});
export type RolePatch = z.infer<typeof RolePatch>;

/** A difference as a person is shown it. */
export interface ShownChange {
  /** Stable for the same two sides. */
  readonly id: string;
  readonly change: RoleChange;
  /** “Data engineering raised from 2 to 3”, “Kafka dropped”. */
  readonly words: string;
  /** Set when the reader changed the same place themselves: what stands there now. */
  readonly yours: string | null;
}

/** A pack of role specs, `*.rolepack.json`: ladders, roles, competencies and scales with their author and licence. */
import * as z from 'zod';
import { FactContent, FaqContent, RoleContent, ScaleContent, Section } from './role-content.ts';
import { Line, Prose } from './values.ts';

/** What a skill matrix asks of one level. */
export const MatrixCell = z.object({
  level: z.number().int().min(1).max(20),
  isMandatory: z.boolean().default(false),
  /** What the level looks like here, in a line or two. */
  detail: Prose.optional(),
});
export type MatrixCell = z.infer<typeof MatrixCell>;

/**
 * One skill of a matrix, a cell for each level of the ladder from the first up; null where nothing is asked. In a file a
 * cell may be written short: the code or number of the level, with `!` after it when mandatory.
 */
export const MatrixSkill = z.object({
  name: Line.min(1),
  category: Line.optional(),
  cells: z.array(z.union([z.null(), z.string().max(40), MatrixCell])).max(30),
  /** What each level of the scale means for this skill, by the level's code or number. */
  rubric: z.record(z.string().max(40), Prose).optional(),
  line: z.number().int().min(1).optional(),
  words: Prose.optional(),
});
export type MatrixSkill = z.infer<typeof MatrixSkill>;

/** A row of a matrix with fewer values than levels: which level is blank is for the user to say. */
export const ShortRow = z.object({
  skill: Line.min(1),
  category: Line.optional(),
  values: z.array(z.string().max(40)).max(30),
  line: z.number().int().min(1).optional(),
  words: Prose.optional(),
});
export type ShortRow = z.infer<typeof ShortRow>;

/** What is said of a ladder as a whole; its levels are the roles of the same `family` in the order of `levelOrder`. */
export const LadderContent = z.object({
  family: Line.min(1),
  title: Line.optional(),
  tagline: Prose.optional(),
  summary: Prose.optional(),
  /** Skills × levels. Each cell is a requirement of the role at that level. */
  matrix: z
    .object({
      /** Key of a scale of the pack, or `five-levels`. */
      scale: z.string().max(80),
      /**
       * True where each skill has a competency of the same role above it: the cells then count through that
       * competency and not twice.
       */
      countsThroughParents: z.boolean().default(false),
      skills: z.array(MatrixSkill).max(600),
    })
    .optional(),
  shortRows: z.array(ShortRow).max(600).default([]),
  faqs: z.array(FaqContent).max(100).default([]),
  /** Figures the document prints about itself, such as “58 skills”. */
  facts: z.array(FactContent).max(100).default([]),
  /** The document as prose, where it refers to the ladder and not to one level. */
  sections: z.array(Section).max(1_000).default([]),
});
export type LadderContent = z.infer<typeof LadderContent>;

export const CompetencyContent = z.object({
  name: Line.min(1),
  aliases: z.array(Line.min(1)).max(40).default([]),
  /** Name of the competency it belongs under. */
  parent: Line.optional(),
  description: Prose.optional(),
});
export type CompetencyContent = z.infer<typeof CompetencyContent>;

/** What a document of several roles holds, no matter who wrote it. */
export const RoleLibrary = z.object({
  scales: z.array(ScaleContent).max(50).default([]),
  competencies: z.array(CompetencyContent).max(20_000).default([]),
  ladders: z.array(LadderContent).max(200).default([]),
  roles: z.array(RoleContent).min(1).max(5_000),
});
export type RoleLibrary = z.infer<typeof RoleLibrary>;

/** Version 2 added ladders, matrices and the fields of a role after `summary`; every file of version 1 is one of version 2. */
export const RolePack = RoleLibrary.extend({
  /** Where the schema lies, for editors. */
  $schema: z.string().max(500).optional(),
  format: z.literal('cairn-rolepack'),
  formatVersion: z.union([z.literal(1), z.literal(2)]),
  id: z.string().min(1).max(120),
  name: Line.min(1),
  version: z.string().max(40),
  author: Line,
  licence: Line,
  attribution: Prose.optional(),
  description: Prose.optional(),
});
export type RolePack = z.infer<typeof RolePack>;

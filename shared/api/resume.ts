/** Resumes: views of the record for one purpose; references, order, hidden flags and overrides, never copies. */
import * as z from 'zod';
import { entryKinds } from '../vocabulary/record-kinds.ts';
import { type SectionKind, sectionKinds } from '../vocabulary/resume-sections.ts';
import { type SkillWords, skillWords } from '../vocabulary/skill-words.ts';
import type { ResumeDocument } from './document.ts';
import { command, query } from './endpoint.ts';
import { Confidentiality, Id, Line, RecordProse } from './values.ts';

/**
 * What an item of a resume points at. `text` is prose that is not a thing of its own: refId `headline` or `summary` of the
 * profile, the id of a position (its summary) or of a project (its description).
 */
export const ItemKind = z.enum(['text', 'accomplishment', 'position', 'project', 'skill', ...entryKinds]);
export type ItemKind = z.infer<typeof ItemKind>;

export const Paper = z.enum(['a4', 'letter']);
export const Density = z.enum(['comfortable', 'compact']);

/** The choice made for one thing. Without a stored choice the rule of its section decides. */
export interface ResumeChoice {
  readonly kind: ItemKind;
  readonly refId: string;
  /** Null: the rule of its section decides. */
  readonly isHidden: boolean | null;
  /** Place among its siblings; null follows the record's own order. */
  readonly rank: number | null;
  /** A wording of this resume's own; null prints the record's. */
  readonly override: string | null;
}

export interface ResumeSettings {
  readonly id: string;
  readonly name: string;
  readonly roleId: string | null;
  readonly paper: z.infer<typeof Paper>;
  readonly density: z.infer<typeof Density>;
  readonly clearance: Confidentiality;
  /** Whose words its skills are in. */
  readonly skillWords: SkillWords;
  readonly sections: readonly { readonly kind: SectionKind; readonly isHidden: boolean }[];
  readonly choices: readonly ResumeChoice[];
}

/** One line of the builder: an item as it stands in this resume. */
export interface BuilderItem {
  readonly kind: ItemKind;
  readonly refId: string;
  /** What prints. */
  readonly text: string;
  /** What the record says. */
  readonly recordText: string;
  /** Of a skill: what it is called in the library. */
  readonly commonName?: string;
  readonly isHidden: boolean;
  readonly differs: boolean;
  /** Requirements of the aimed role it speaks to, strongest first. */
  readonly speaksTo: readonly string[];
  /** Not in this resume because its confidentiality is above the clearance. */
  readonly isAboveClearance: boolean;
  readonly confidentiality: Confidentiality;
}

/** Lines under one position or project; the eye of the group is the choice for that position or project. */
export interface BuilderGroup {
  readonly positionId: string | null;
  readonly projectId: string | null;
  readonly title: string;
  readonly dates: string;
  readonly isHidden: boolean;
  /** Every line that is shown or has a stored choice, and of the other hidden ones no more than are worth a look. */
  readonly items: readonly BuilderItem[];
  /** How many further hidden lines the record has for it. */
  readonly hiddenCount: number;
}

export interface BuilderSection {
  readonly kind: SectionKind;
  readonly heading: string;
  readonly isHidden: boolean;
  /** “3 positions, 10 of 11 lines”. */
  readonly count: string;
  readonly groups: readonly BuilderGroup[];
}

export interface ResumeBuilder {
  readonly resume: ResumeSettings;
  readonly role: {
    readonly id: string;
    readonly title: string;
    readonly requirementCount: number;
    readonly spokenTo: number;
  } | null;
  readonly sections: readonly BuilderSection[];
  readonly document: ResumeDocument;
  /** What should be known before it is exported, in sentences. */
  readonly notices: readonly string[];
}

export interface ResumeRow {
  readonly id: string;
  readonly name: string;
  readonly roleTitle: string | null;
  readonly paper: 'a4' | 'letter';
  readonly updatedAt: string;
  readonly exportedAt: string | null;
}

export const resumeEndpoints = {
  listResumes: query<readonly ResumeRow[]>()({ input: z.object({}), reads: ['resumes', 'roles'] }),
  getResume: query<ResumeBuilder>()({
    input: z.object({ id: Id }),
    reads: ['resumes', 'record', 'accomplishments', 'competencies', 'roles', 'settings'],
  }),
  /** A new resume proposes first what speaks to the role (the aim, unless another is named). */
  createResume: command<{ id: string }>()({
    input: z.object({ name: Line.min(1), roleId: Id.nullable() }),
    changes: ['resumes'],
    undo: () => 'Resume made',
  }),
  duplicateResume: command<{ id: string }>()({
    input: z.object({ id: Id }),
    changes: ['resumes'],
    undo: () => 'Resume duplicated',
  }),
  changeResume: command<{ id: string }>()({
    input: z.object({
      id: Id,
      patch: z
        .object({
          name: Line.min(1),
          roleId: Id.nullable(),
          paper: Paper,
          density: Density,
          clearance: Confidentiality,
          skillWords: z.enum(skillWords),
          sections: z.array(z.object({ kind: z.enum(sectionKinds), isHidden: z.boolean() })).max(20),
        })
        .partial(),
    }),
    changes: ['resumes'],
    undo: () => ({ quiet: 'Resume changed' }),
    merge: (input) => ('name' in input.patch ? `resume:${input.id}:name` : null),
  }),
  /** Sets the choice for one thing; a field left out stays. */
  chooseResumeItem: command<{ id: string }>()({
    input: z.object({
      id: Id,
      kind: ItemKind,
      refId: Id,
      isHidden: z.boolean().optional(),
      override: RecordProse.nullable().optional(),
    }),
    changes: ['resumes'],
    undo: (input) =>
      input.override === null
        ? 'Wording of the record restored'
        : input.override !== undefined
          ? { quiet: 'Wording changed' }
          : input.isHidden
            ? 'Line hidden'
            : 'Line shown',
    merge: (input) => (typeof input.override === 'string' ? `override:${input.id}:${input.refId}` : null),
  }),
  /** The whole order of one group, first to last. */
  orderResumeItems: command<{ id: string }>()({
    input: z.object({ id: Id, kind: ItemKind, refIds: z.array(Id).min(1).max(2_000) }),
    changes: ['resumes'],
    undo: () => 'Lines reordered',
  }),
  binResume: command<{ id: string }>()({
    input: z.object({ id: Id }),
    changes: ['resumes'],
    undo: () => 'Resume moved to the bin',
  }),
};

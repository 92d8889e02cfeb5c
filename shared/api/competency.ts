/** Competencies: one identity across all role specs, and the level one gives oneself. */
import * as z from 'zod';
import { command, query } from './endpoint.ts';
import { Id, Line, type Scale } from './values.ts';

export interface Competency {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly parentId: string | null;
  readonly description: string;
  /** How many accomplishments name it, drafts included. */
  readonly accomplishmentCount: number;
  /** How many role specs ask for it. */
  readonly roleCount: number;
  readonly selfAssessment: { readonly level: number; readonly scaleId: string; readonly assessedOn: string } | null;
}

/** Two competencies that read alike. */
export interface LikePair {
  readonly a: { readonly id: string; readonly name: string };
  readonly b: { readonly id: string; readonly name: string };
  /** 0 … 1, see `shared/domain/names/name-likeness.ts`. */
  readonly likeness: number;
}

/** All that hangs on one competency. */
export interface CompetencyUse {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly description: string;
  readonly parent: { readonly id: string; readonly name: string } | null;
  readonly children: readonly { readonly id: string; readonly name: string }[];
  readonly roles: readonly {
    readonly roleId: string;
    readonly title: string;
    readonly levelCode: string | null;
    /** The name the document uses. */
    readonly as: string;
    readonly level: number | null;
    readonly of: number;
  }[];
  readonly accomplishments: readonly {
    readonly id: string;
    readonly title: string;
    /** The names it gives it. */
    readonly as: readonly string[];
    readonly level: number;
    readonly of: number;
  }[];
}

export const competencyEndpoints = {
  listCompetencies: query<{ readonly competencies: readonly Competency[]; readonly scales: readonly Scale[] }>()({
    input: z.object({}),
    reads: ['competencies', 'accomplishments', 'roles'],
  }),
  /** Finds the competency of that name or alias, or makes it. */
  nameCompetency: command<{ id: string }>()({
    input: z.object({ name: Line.min(1) }),
    changes: ['competencies'],
    undo: (input) => `Competency “${input.name}” added`,
  }),
  /** `level` null takes the self-assessment back. */
  assessCompetency: command<{ id: string }>()({
    input: z.object({ competencyId: Id, level: z.number().int().min(0).max(20).nullable(), scaleId: Id }),
    changes: ['competencies'],
    undo: () => ({ quiet: 'Self-assessment changed' }),
  }),
  getCompetency: query<CompetencyUse>()({
    input: z.object({ id: Id }),
    reads: ['competencies', 'accomplishments', 'roles'],
  }),
  /** The name in use; the old one stays as an alias. */
  renameCompetency: command<{ id: string }>()({
    input: z.object({ id: Id, name: Line.min(1) }),
    changes: ['competencies', 'roles', 'accomplishments'],
    undo: () => 'Competency renamed',
  }),
  describeCompetency: command<{ id: string }>()({
    input: z.object({ id: Id, description: z.string().max(50_000) }),
    changes: ['competencies'],
    undo: () => ({ quiet: 'Description changed' }),
    merge: (input) => `competency/${input.id}`,
  }),
  /** Null takes it out from under another. A competency never comes to stand beneath itself. */
  placeCompetency: command<{ id: string }>()({
    input: z.object({ id: Id, parentId: Id.nullable() }),
    changes: ['competencies'],
    undo: () => 'Competency moved',
  }),
  addAlias: command<{ id: string }>()({
    input: z.object({ id: Id, alias: Line.min(1) }),
    changes: ['competencies'],
    undo: (input) => `Alias “${input.alias}” added`,
  }),
  /** Makes two competencies one: names, requirements, evidence and self-assessments of the second go to the first. */
  mergeCompetencies: command<{ id: string }>()({
    input: z.object({ keepId: Id, mergeId: Id }),
    changes: ['competencies', 'roles', 'accomplishments'],
    undo: () => 'Competencies merged',
  }),
  /** Makes an alias a competency of its own, with the requirements that use that name and the accomplishments chosen. */
  splitCompetency: command<{ id: string }>()({
    input: z.object({ id: Id, alias: Line.min(1), accomplishmentIds: z.array(Id).max(10_000).default([]) }),
    changes: ['competencies', 'roles', 'accomplishments'],
    undo: (input) => `“${input.alias}” split off`,
  }),
  /** Pairs that may be one thing, likeliest first, without those the user has decided on. */
  listLikePairs: query<readonly LikePair[]>()({
    input: z.object({ roleIds: z.array(Id).max(10).optional(), limit: z.number().int().min(1).max(500).default(100) }),
    reads: ['competencies', 'roles'],
  }),
  /** Remembers that two competencies are two things. */
  keepApart: command<{ aId: string; bId: string }>()({
    input: z.object({ aId: Id, bId: Id }),
    changes: ['competencies'],
    undo: () => 'Kept apart',
  }),
};

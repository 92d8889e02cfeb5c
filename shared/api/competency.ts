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
    undo: () => 'Self-assessment changed',
  }),
};

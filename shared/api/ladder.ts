/** Ladders: the roles of one family in order of level, and their skill matrix; printed, a ladder is a career track. */
import * as z from 'zod';
import { command, query } from './endpoint.ts';
import type { RoleLadder } from './role.ts';
import { Id, type Importance, type Scale } from './values.ts';

export interface LadderRow {
  readonly id: string;
  readonly title: string;
  readonly family: string;
  readonly packName: string | null;
  readonly levelCount: number;
  readonly skillCount: number;
}

/** One level of a ladder. */
export interface LadderLevel {
  readonly roleId: string;
  readonly title: string;
  readonly levelCode: string | null;
  readonly levelLabel: string | null;
  readonly tourOfDuty: string | null;
  readonly mission: string | null;
  readonly stack: readonly string[];
  readonly focus: string | null;
  readonly isPinned: boolean;
  /** Gap pairs of the way up from here. */
  readonly gapPairs: readonly { readonly theme: string | null; readonly from: string; readonly to: string }[];
}

/** What one level asks of one skill. */
export interface LadderCell {
  readonly requirementId: string;
  readonly level: number | null;
  readonly scaleId: string | null;
  readonly importance: Importance | null;
  readonly isMandatory: boolean;
  readonly detail: string | null;
  /** Whether it counts by itself, in the match and for the grade; if not, it counts through the competency above it. */
  readonly countsInMatch: boolean;
  /** Whether the record proves it, as the match of that role has it. */
  readonly isMet: boolean;
  /** Whether it is met by the level the user gives themselves. */
  readonly isMetBySelf: boolean;
}

/** A skill or competency of the ladder, with a cell for each level; null where that level does not ask for it. */
export interface LadderSkill {
  readonly competencyId: string;
  /** What the ladder calls it; where its levels differ, what most of them do. */
  readonly name: string;
  /** What it is called in the library, where that is another name. */
  readonly commonName?: string;
  readonly description: string;
  readonly category: string | null;
  readonly kind: 'competency' | 'skill' | 'softSkill';
  readonly cells: readonly (LadderCell | null)[];
  /** By the evidence in the record, on the scale of the cell that asks the most; 0 when nothing shows it. */
  readonly evidenced: number;
  readonly selfAssessed: number | null;
}

export interface Ladder extends RoleLadder {
  readonly family: string;
  readonly packId: string | null;
  readonly credit: string | null;
  readonly levels: readonly LadderLevel[];
  readonly skills: readonly LadderSkill[];
  readonly scales: readonly Scale[];
}

export const ladderEndpoints = {
  listLadders: query<readonly LadderRow[]>()({ input: z.object({}), reads: ['roles'] }),
  /** By its own id, or by the id of one of its roles. */
  getLadder: query<Ladder>()({
    input: z.object({ id: Id }),
    reads: ['roles', 'pins', 'accomplishments', 'competencies', 'settings'],
  }),
  /** Says which levels the values of a short row belong to: a value or null for each level. */
  placeShortRow: command<{ id: string }>()({
    input: z.object({
      ladderId: Id,
      skill: z.string().max(500),
      cells: z.array(z.string().max(40).nullable()).max(30),
    }),
    changes: ['roles', 'competencies'],
    undo: (input) => `“${input.skill}” placed`,
  }),
};

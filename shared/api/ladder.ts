/** Ladders: the roles of one family in order of level, their skill matrix, and the map of all careers. */
import * as z from 'zod';
import { command, query } from './endpoint.ts';
import type { RoleLadder } from './role.ts';
import { Id, type Importance, type PartialDate, type Scale } from './values.ts';

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
  readonly name: string;
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

/** A role on the map. `key` is its id; a role that is only named by a link has none and stands as a name. */
export interface MapRole {
  readonly key: string;
  readonly roleId: string | null;
  readonly title: string;
  readonly family: string | null;
  readonly levelCode: string | null;
  readonly levelOrder: number | null;
  readonly ladderId: string | null;
  readonly pin: { readonly targetOn: z.infer<typeof PartialDate> | null } | null;
}

export interface MapPath {
  readonly from: string;
  readonly to: string;
  readonly kind: 'next' | 'lateral' | 'feeder';
  /** What the document says of the step. */
  readonly note: string | null;
  readonly theme: string | null;
  /** What the target asks more, widest first: competencies whose level rises or that are new. */
  readonly gap: readonly {
    readonly competency: string;
    readonly from: number | null;
    readonly to: number | null;
    readonly of: number;
  }[];
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
  getCareerMap: query<{ readonly roles: readonly MapRole[]; readonly paths: readonly MapPath[] }>()({
    input: z.object({}),
    reads: ['roles', 'pins'],
  }),
};

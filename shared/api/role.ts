/** Role specs: what a role asks, read back whole. */
import * as z from 'zod';
import { command, query } from './endpoint.ts';
import type { ShownChange } from './role-change.ts';
import {
  type FactContent,
  type FaqContent,
  type RequirementContent,
  RoleContent,
  type Section,
} from './role-content.ts';
import type { ShortRow } from './role-pack.ts';
import { Id, PartialDate, type Scale } from './values.ts';

export interface Pin {
  readonly roleId: string;
  readonly targetOn: string | null;
  readonly pinnedAt: string;
}

export interface RoleRow {
  readonly id: string;
  readonly title: string;
  readonly family: string | null;
  readonly levelCode: string | null;
  readonly levelOrder: number | null;
  readonly tourOfDuty: string | null;
  readonly levelLabel: string | null;
  readonly requirementCount: number;
  readonly packId: string | null;
  readonly packName: string | null;
  readonly sourceName: string | null;
  /** The ladder page it belongs to. */
  readonly ladderId: string | null;
  /** Whether the user’s own edits make it a fork of what was read. */
  readonly isForked: boolean;
  readonly archivedAt: string | null;
  readonly pin: Pin | null;
}

/** A requirement with the identity of its competency and its scale spelled out. */
export interface Requirement extends RequirementContent {
  readonly id: string;
  readonly competencyId: string;
  /** What it is called in the library, where the role has another name for it. */
  readonly commonName?: string;
  readonly scaleLevels: Scale | null;
}

export interface RoleSource {
  readonly name: string;
  readonly format: string;
  readonly url: string | null;
  readonly importedAt: string;
  readonly sha256: string;
}

/** What is said of the ladder a role belongs to, where a document refers to it as a whole. */
export interface RoleLadder {
  readonly id: string;
  readonly title: string;
  readonly tagline: string | null;
  readonly summary: string | null;
  readonly faqs: readonly FaqContent[];
  readonly shortRows: readonly ShortRow[];
  readonly facts: readonly FactContent[];
  readonly sections: readonly Section[];
}

/** One role spec, whole. `requirements` in rank order. */
export interface RoleSpec extends Omit<RoleContent, 'requirements'> {
  readonly id: string;
  readonly requirements: readonly Requirement[];
  readonly source: RoleSource | null;
  readonly pack: {
    readonly id: string;
    readonly name: string;
    readonly author: string;
    readonly licence: string;
    readonly version: string;
    readonly attribution: string;
  } | null;
  readonly ladderSpec: RoleLadder | null;
  /** In how many places it differs from what was read, by the user’s own edits. */
  readonly ownEdits: number;
  readonly archivedAt: string | null;
  readonly pin: Pin | null;
  readonly createdAt: string;
  readonly deletedAt: string | null;
  /** The other levels of its family, in order. */
  readonly ladder: readonly { readonly id: string; readonly title: string; readonly levelCode: string | null }[];
}

export const roleEndpoints = {
  listRoles: query<readonly RoleRow[]>()({ input: z.object({}), reads: ['roles', 'pins'] }),
  getRole: query<RoleSpec>()({ input: z.object({ id: Id }), reads: ['roles', 'pins'] }),
  /** Pins a role, or changes the date of a pin; the role pinned last is the aim. */
  pinRole: command<Pin>()({
    input: z.object({ roleId: Id, targetOn: PartialDate.nullable() }),
    changes: ['pins', 'resumes'],
    undo: () => 'Role pinned',
  }),
  unpinRole: command<{ roleId: string }>()({
    input: z.object({ roleId: Id }),
    changes: ['pins', 'resumes'],
    undo: () => 'Role unpinned',
  }),
  /** Makes a role by hand, empty but for what is given. */
  makeRole: command<{ id: string }>()({
    input: z.object({ role: RoleContent }),
    changes: ['roles', 'competencies'],
    undo: () => 'Role added',
  }),
  /** Puts a whole content in the place of the role’s own. The first edit keeps what was read, so that it stays a fork. */
  changeRole: command<{ id: string }>()({
    input: z.object({ id: Id, role: RoleContent }),
    changes: ['roles', 'competencies'],
    undo: () => ({ quiet: 'Role changed' }),
    merge: (input) => `role/${input.id}`,
  }),
  /** A copy of one’s own, without pack and source; the original is not touched. */
  duplicateRole: command<{ id: string }>()({
    input: z.object({ id: Id }),
    changes: ['roles'],
    undo: () => 'Role duplicated',
  }),
  /** Out of the lists, kept whole. */
  archiveRole: command<{ id: string }>()({
    input: z.object({ id: Id, isArchived: z.boolean() }),
    changes: ['roles', 'pins'],
    undo: (input) => (input.isArchived ? 'Role archived' : 'Role back in the library'),
  }),
  /** The user’s own edits, each against what was read. */
  listOwnEdits: query<readonly ShownChange[]>()({ input: z.object({ id: Id }), reads: ['roles'] }),
  /** Puts back what was read, in the chosen places. */
  takeBackEdits: command<{ id: string }>()({
    input: z.object({ id: Id, changeIds: z.array(z.string().max(1_100)).min(1).max(3_000) }),
    changes: ['roles', 'competencies'],
    undo: () => 'Edits taken back',
  }),
  binRole: command<{ id: string }>()({
    input: z.object({ id: Id }),
    changes: ['roles', 'pins'],
    undo: () => 'Role moved to the bin',
  }),
};

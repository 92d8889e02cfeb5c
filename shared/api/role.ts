/** Role specs: what a role asks, read back whole. */
import * as z from 'zod';
import { command, query } from './endpoint.ts';
import type { RequirementContent, RoleContent } from './role-content.ts';
import { Id, PartialDate, type Scale } from './values.ts';

export interface Pin {
  readonly roleId: string;
  readonly targetOn: string | null;
  readonly pinnedAt: string;
}

/** A pack that was installed, and how many of its role specs are here. */
export interface Pack {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly author: string;
  readonly licence: string;
  readonly installedAt: string;
  readonly roleCount: number;
}

export interface RoleRow {
  readonly id: string;
  readonly title: string;
  readonly family: string | null;
  readonly levelCode: string | null;
  readonly levelOrder: number | null;
  readonly tourOfDuty: string | null;
  readonly requirementCount: number;
  readonly packName: string | null;
  readonly pin: Pin | null;
}

/** A requirement with the identity of its competency and its scale spelled out. */
export interface Requirement extends RequirementContent {
  readonly id: string;
  readonly competencyId: string;
  readonly scaleLevels: Scale | null;
}

export interface RoleSource {
  readonly name: string;
  readonly format: string;
  readonly url: string | null;
  readonly importedAt: string;
  readonly sha256: string;
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
  } | null;
  readonly pin: Pin | null;
  readonly createdAt: string;
  readonly deletedAt: string | null;
  /** The other levels of its family, in order. */
  readonly ladder: readonly { readonly id: string; readonly title: string; readonly levelCode: string | null }[];
}

export const roleEndpoints = {
  listRoles: query<readonly RoleRow[]>()({ input: z.object({}), reads: ['roles', 'pins'] }),
  listPacks: query<readonly Pack[]>()({ input: z.object({}), reads: ['roles'] }),
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
  binRole: command<{ id: string }>()({
    input: z.object({ id: Id }),
    changes: ['roles', 'pins'],
    undo: () => 'Role moved to the bin',
  }),
};

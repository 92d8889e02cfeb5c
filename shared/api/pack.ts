/** Packs: files of role specs with author, licence and version; those that ship and those that were brought. */
import * as z from 'zod';
import { command, query } from './endpoint.ts';

/** A pack that is installed, or ships with Cairn and may be. */
export interface Pack {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly author: string;
  readonly licence: string;
  readonly attribution: string;
  readonly description: string;
  /** Null when it only ships and is not installed. */
  readonly installedAt: string | null;
  /** Its role specs that are here; of one that is not installed, those it would bring. */
  readonly roleCount: number;
  readonly ladderCount: number;
  /** Its roles with the user’s own edits, evidence-bearing pins or resumes: what stays when the pack is removed. */
  readonly keptRoleCount: number;
  /** Version of the copy that ships, where it is another than the one installed. */
  readonly shippedVersion: string | null;
}

export const packEndpoints = {
  listPacks: query<readonly Pack[]>()({ input: z.object({}), reads: ['roles', 'pins', 'resumes'] }),
  /** Installs a pack that ships. */
  installPack: command<{ roleIds: readonly string[] }>()({
    input: z.object({ id: z.string().max(120) }),
    changes: ['roles', 'competencies'],
    isAct: true,
    undo: () => 'Pack installed',
  }),
  /** Reads the shipped copy of an installed pack as a draft, to be reviewed change by change. */
  updatePack: command<{ draftId: string }>()({
    input: z.object({ id: z.string().max(120) }),
    changes: ['imports'],
    isAct: true,
    undo: false,
  }),
  /** Takes the pack’s roles out. Roles that were edited, pinned or used by a resume stay as the user’s own. */
  removePack: command<{ removed: number; kept: number }>()({
    input: z.object({ id: z.string().max(120) }),
    changes: ['roles', 'pins', 'competencies'],
    undo: () => 'Pack removed',
  }),
};

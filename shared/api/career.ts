/** Careers: the map of all roles across their ladders, and the paths between them. */
import * as z from 'zod';
import { query } from './endpoint.ts';
import type { PartialDate } from './values.ts';

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

export const careerEndpoints = {
  getCareerMap: query<{ readonly roles: readonly MapRole[]; readonly paths: readonly MapPath[] }>()({
    input: z.object({}),
    reads: ['roles', 'pins'],
  }),
};

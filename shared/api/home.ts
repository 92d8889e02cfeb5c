/** Home: what is worth doing next, what to go on with, and the aim. */
import * as z from 'zod';
import { query } from './endpoint.ts';

/** One thing worth doing next, on Home. */
export interface HomeSuggestion {
  readonly kind: 'draft' | 'gap' | 'unnamed' | 'pin' | 'import' | 'resume' | 'log';
  readonly title: string;
  readonly detail: string;
  /** Route to open, such as `/record/ID`. */
  readonly to: string;
  readonly act: string;
}

export interface Home {
  readonly suggestions: readonly HomeSuggestion[];
  readonly continueWith: readonly {
    readonly kind: 'resume' | 'import' | 'accomplishment' | 'role';
    readonly title: string;
    readonly detail: string;
    readonly at: string;
    readonly to: string;
  }[];
  readonly aim: { readonly roleId: string; readonly title: string; readonly targetOn: string | null } | null;
}

export const homeEndpoints = {
  getHome: query<Home>()({
    input: z.object({}),
    reads: ['accomplishments', 'competencies', 'roles', 'pins', 'resumes', 'imports', 'settings', 'record'],
  }),
};

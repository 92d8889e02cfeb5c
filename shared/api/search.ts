/** Search over everything: accomplishments, roles, competencies, resumes. */
import * as z from 'zod';
import type { SearchKind } from '../vocabulary/things.ts';
import { query } from './endpoint.ts';

export interface SearchHit {
  readonly kind: SearchKind;
  readonly id: string;
  readonly title: string;
  /** Second line: dates, family. */
  readonly detail: string;
  /** With U+0002 and U+0003 around each hit. */
  readonly snippet: string;
}

export const searchEndpoints = {
  /** Best first. Words are prefixes; all must occur; accents do not matter; then parts of words in titles fill up. */
  searchEverything: query<readonly SearchHit[]>()({
    input: z.object({ text: z.string().max(400), limit: z.number().int().min(1).max(200).default(30) }),
    reads: ['accomplishments', 'roles', 'competencies', 'resumes', 'record'],
  }),
};

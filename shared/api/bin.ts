/** The bin: things that were moved out of the record, and the way back. */
import * as z from 'zod';
import { type BinKind, binKinds } from '../vocabulary/things.ts';
import { command, query } from './endpoint.ts';
import { Id } from './values.ts';

export interface BinItem {
  readonly kind: BinKind;
  readonly id: string;
  readonly title: string;
  readonly deletedAt: string;
}

export const binEndpoints = {
  /** The newest first, 2,000 at most. */
  listBin: query<readonly BinItem[]>()({
    input: z.object({}),
    reads: ['accomplishments', 'roles', 'resumes', 'record'],
  }),
  restoreFromBin: command<{ id: string }>()({
    input: z.object({ kind: z.enum(binKinds, 'There is nothing of that kind in the bin.'), id: Id }),
    changes: ['accomplishments', 'roles', 'resumes', 'record'],
    undo: () => 'Put back from the bin',
  }),
};

/** Text that is typed and not saved yet, kept for when the window is gone before it is. */
import * as z from 'zod';
import { command, query } from '../endpoint.ts';

export const unsavedTextEndpoints = {
  /** Unsaved text, kept within a second; empty text forgets it. */
  keepUnsaved: command<{ savedAt: string }>()({
    input: z.object({ key: z.string().min(1).max(200), text: z.string().max(2_000_000) }),
    changes: [],
    undo: false,
  }),
  getUnsaved: query<{ text: string | null }>()({ input: z.object({ key: z.string().min(1).max(200) }), reads: [] }),
};

/** Settings of this profile. */
import * as z from 'zod';
import { command, query } from '../endpoint.ts';

export const Settings = z.object({
  colorScheme: z.enum(['light', 'dark', 'system']),
  paper: z.enum(['a4', 'letter']),
  recency: z.boolean(),
  theta: z.number().min(0.5).max(10),
  readyAt: z.number().min(0.1).max(1),
  closeAt: z.number().min(0.1).max(1),
  singleKeys: z.boolean(),
  zoom: z.number().min(0.5).max(3),
});
export type Settings = z.infer<typeof Settings>;

export const settingsEndpoints = {
  getSettings: query<Settings>()({ input: z.object({}), reads: ['settings'] }),
  /** The settings as Cairn comes with them on this system, for the reset of each. */
  getDefaultSettings: query<Settings>()({ input: z.object({}), reads: [] }),
  changeSettings: command<Settings>()({
    input: z.object({ patch: Settings.partial() }),
    changes: ['settings'],
    undo: false,
  }),
};

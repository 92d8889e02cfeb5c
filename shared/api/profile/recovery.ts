/** A record that does not open: opening it read-only, and saving what can be read of it. */
import * as z from 'zod';
import { command, everyTopic } from '../endpoint.ts';

/** How much of one table could be read. */
export interface SalvagedTable {
  readonly name: string;
  /** Rows read whole, from pages that show no damage. */
  readonly rows: number;
  /** Rows given apart because they, or what stands beside them, show damage. */
  readonly doubtfulRows: number;
  /** What is missing, in words; null when all of the table was read. */
  readonly problem: string | null;
}

export interface SalvageReport {
  readonly fileName: string;
  readonly tables: readonly SalvagedTable[];
  readonly problems: readonly string[];
}

export const recoveryEndpoints = {
  /** Opens a copy of a record that does not open otherwise. Nothing in its folder is written. */
  openReadOnly: command<{ isOpen: boolean }>()({
    input: z.object({}),
    changes: everyTopic,
    isAct: true,
    writes: false,
    profileLock: 'alone',
    undo: false,
    needsProfile: false,
  }),
  /** Reads what can be read of the record's file, damaged or not, and saves it where the user says; null when cancelled. */
  salvageRecord: command<SalvageReport | null>()({
    input: z.object({}),
    changes: [],
    isAct: true,
    // it takes as long as it takes, and reads files as they are
    profileLock: 'none',
    writes: false,
    undo: false,
    needsProfile: false,
  }),
};

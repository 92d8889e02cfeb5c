/** Privacy: the connections that were refused, and where the data is. */
import * as z from 'zod';
import { query } from '../endpoint.ts';

export interface Privacy {
  /** Requests the app or its page tried to make since it was opened, all refused. */
  readonly connectionAttempts: number;
  readonly folder: string;
  readonly recordBytes: number;
  readonly backupBytes: number;
}

export const privacyEndpoints = {
  getPrivacy: query<Privacy>()({ input: z.object({}), reads: ['app'] }),
};

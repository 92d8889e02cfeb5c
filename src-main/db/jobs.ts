/** What the process for databases can do; each job gets plain data and answers plain data. */
import BetterSqlite3 from 'better-sqlite3';
import { findDamage } from './open.ts';
import { salvage } from './salvage.ts';

type Job<Input, Output> = (input: Input, progress: (done: number, total: number) => void) => Promise<Output> | Output;

/** Reads a copy of a record for damage. */
const checkCopy: Job<{ file: string }, { problems: string[] }> = ({ file }) => {
  const sqlite = new BetterSqlite3(file, { fileMustExist: true });
  try {
    sqlite.pragma('trusted_schema = OFF');
    return { problems: findDamage(sqlite) };
  } finally {
    sqlite.close();
  }
};

export const jobs = { checkCopy, salvageRecord: salvage };

export type JobName = keyof typeof jobs;
export type JobInput<Name extends JobName> = Parameters<(typeof jobs)[Name]>[0];
export type JobOutput<Name extends JobName> = Awaited<ReturnType<(typeof jobs)[Name]>>;

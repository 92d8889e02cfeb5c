/** Why a record could not be opened, or only read-only. */
import type { ErrorCode } from '../errors.ts';

/** Why a record could not be opened, or is not open any more. */
export const profileProblems = [
  'PROFILE_DAMAGED',
  'PROFILE_INCOMPLETE',
  'PROFILE_NEWER',
  'PROFILE_LOCKED',
  'RECORD_REPLACED',
  'READ_ONLY',
  'DISK_FULL',
  'INTERNAL',
] as const satisfies readonly ErrorCode[];
export type ProfileProblem = (typeof profileProblems)[number];

/** Why a record is open read-only. */
export interface OpenToReadOnly {
  readonly code: ProfileProblem;
  /** What happened, what is safe and what to do, as the recovery screen said it. */
  readonly message: string;
}

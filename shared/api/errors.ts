/** The closed list of what can go wrong across the boundary, and the error that carries it. */

export type ErrorCode =
  | 'INVALID_INPUT'
  | 'NOT_FOUND'
  | 'CONFLICT'
  | 'NO_PROFILE'
  | 'PROFILE_LOCKED'
  | 'PROFILE_DAMAGED'
  | 'PROFILE_NEWER'
  /** The newest changes are missing: the write-ahead log that held them is gone. */
  | 'PROFILE_INCOMPLETE'
  /** The file that was open is not the record any more: moved, removed or replaced. */
  | 'RECORD_REPLACED'
  | 'READ_ONLY'
  | 'DISK_FULL'
  | 'FILE_EMPTY'
  | 'FILE_TOO_LARGE'
  | 'FILE_UNREADABLE'
  | 'FORMAT_UNKNOWN'
  | 'TIMED_OUT'
  | 'NOTHING_TO_UNDO'
  | 'BACKUP_DAMAGED'
  | 'PRINT_FAILED'
  | 'UNKNOWN_ENDPOINT'
  | 'INTERNAL';

/** An error a person can act on: `message` says what happened, what is safe and what to do, in a sentence or three. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: unknown;

  constructor(code: ErrorCode, message: string, details?: unknown) {
    super(message);
    this.name = 'AppError';
    this.code = code;
    this.details = details;
  }
}

/** What crosses the wire. */
export type Result<Value = unknown> =
  | { readonly ok: true; readonly value: Value }
  | {
      readonly ok: false;
      readonly error: { readonly code: ErrorCode; readonly message: string; readonly details?: unknown };
    };

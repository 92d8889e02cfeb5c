/** What the disk and SQLite say of a file that could not be read or written, as an error with a code of ours. */
import { AppError } from '../../shared/api/errors.ts';

/**
 * `full`: no room, or no more allowed. `failing`: it did not take what was written. `unreadable`: it did not give what is
 * there. `refusing`: no right to write, or a disk that cannot. `missing`: the file or its folder is gone.
 */
export type DiskFault = 'full' | 'failing' | 'unreadable' | 'refusing' | 'missing';

const faults: Readonly<Record<string, DiskFault>> = {
  ENOSPC: 'full',
  EDQUOT: 'full',
  EFBIG: 'full',
  SQLITE_FULL: 'full',
  SQLITE_IOERR_READ: 'unreadable',
  SQLITE_IOERR_SHORT_READ: 'unreadable',
  SQLITE_IOERR_CORRUPTFS: 'unreadable',
  EACCES: 'refusing',
  EPERM: 'refusing',
  EROFS: 'refusing',
  ENOTSUP: 'refusing',
  EOPNOTSUPP: 'refusing',
  SQLITE_PERM: 'refusing',
  ENOENT: 'missing',
  ENOTDIR: 'missing',
};

/** The one place that knows which code is which fault; null when it is none of the disk. */
export function diskFault(error: unknown): DiskFault | null {
  const { code = '', syscall = '' } = error as { code?: string; syscall?: string };
  const known = faults[code];
  if (known) return known;
  // the system has one code for both
  if (code === 'EIO')
    return /^(write|pwrite|fsync|fdatasync|ftruncate|rename|mkdir|link|unlink|rmdir|rm)/.test(syscall)
      ? 'failing'
      : 'unreadable';
  if (code.startsWith('SQLITE_IOERR')) return 'failing';
  return /^SQLITE_(READONLY|CANTOPEN)/.test(code) ? 'refusing' : null;
}

/** Null for what a person can do nothing about. The words are general; the caller knows more and says more. */
export function diskError(error: unknown): AppError | null {
  if (error instanceof AppError) return error;
  switch (diskFault(error)) {
    case 'full':
      return new AppError('DISK_FULL', 'The disk is full.');
    case 'failing':
      return new AppError('DISK_FULL', 'The disk did not take what was written.');
    case 'unreadable':
      return new AppError('PROFILE_DAMAGED', 'The disk could not read what is there.');
    case 'refusing':
      return new AppError('READ_ONLY', 'Cairn may not write there.');
    case 'missing':
      return new AppError('NOT_FOUND', 'The file is not there any more.');
    case null:
      return null;
  }
}

/** What the disk and SQLite say of a file that could not be read or written, as an error with a code of ours. */
import { AppError } from '../../shared/api/errors.ts';

/** Null for what a person can do nothing about. The words are general: whoever knows what was being done says more. */
export function diskError(error: unknown): AppError | null {
  if (error instanceof AppError) return error;
  const code = (error as { code?: string }).code ?? '';
  if (['ENOSPC', 'EDQUOT', 'EFBIG', 'SQLITE_FULL'].includes(code))
    return new AppError('DISK_FULL', 'The disk is full.');
  if (code === 'EIO' || code.startsWith('SQLITE_IOERR'))
    return new AppError('DISK_FULL', 'The disk did not take or give what it should.');
  if (['EACCES', 'EPERM', 'EROFS', 'SQLITE_CANTOPEN'].includes(code) || code.startsWith('SQLITE_READONLY'))
    return new AppError('READ_ONLY', 'Cairn may not write there.');
  if (code === 'ENOENT' || code === 'ENOTDIR') return new AppError('NOT_FOUND', 'The file is not there any more.');
  return null;
}

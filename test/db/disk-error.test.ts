/** What the system and SQLite call a disk that is full, failing or closed to Cairn, and what a person reads of it. */
import { expect, test } from 'vitest';
import type { AppError } from '../../shared/api/errors.ts';
import { diskError } from '../../src-main/db/disk-error.ts';
import { openingError } from '../../src-main/db/open.ts';
import { writingError } from '../../src-main/files/write-file.ts';
import { freshCairn } from '../helpers/cairn.ts';

const fault = (code: string, syscall?: string) => Object.assign(new Error('private words'), { code, syscall });

const expected = [
  { code: 'EDQUOT', as: 'DISK_FULL' },
  { code: 'EFBIG', as: 'DISK_FULL' },
  { code: 'ENOSPC', as: 'DISK_FULL' },
  { code: 'SQLITE_FULL', as: 'DISK_FULL' },
  { code: 'SQLITE_IOERR_WRITE', as: 'DISK_FULL' },
  { code: 'EIO', syscall: 'write', as: 'DISK_FULL' },
  { code: 'EIO', syscall: 'unlink', as: 'DISK_FULL' },
  { code: 'EIO', syscall: 'read', as: 'PROFILE_DAMAGED' },
  { code: 'SQLITE_IOERR_READ', as: 'PROFILE_DAMAGED' },
  { code: 'SQLITE_IOERR_SHORT_READ', as: 'PROFILE_DAMAGED' },
  { code: 'EPERM', as: 'READ_ONLY' },
  { code: 'ENOTSUP', as: 'READ_ONLY' },
  { code: 'EROFS', as: 'READ_ONLY' },
  { code: 'SQLITE_CANTOPEN', as: 'READ_ONLY' },
] as const;

test.each(expected)('$code means $as wherever it is met, in words about what was done', async ({ as, ...met }) => {
  const error = fault(met.code, 'syscall' in met ? met.syscall : undefined);
  expect(diskError(error)).toMatchObject({ code: as });
  expect(openingError(error)).toMatchObject({ code: as });
  expect(writingError(error, 'matrix.csv')).toMatchObject({
    code: as,
    message: expect.stringMatching(/^matrix\.csv was not written\. .*(safe|Nothing was changed)/),
  });
});

test.each(expected)(
  'a question that fails by $code is told so, and reading never as not saved',
  async ({ as, ...met }) => {
    const cairn = await freshCairn({
      openFolder: () => Promise.reject(fault(met.code, 'syscall' in met ? met.syscall : undefined)),
    });
    const result = await cairn.dispatch('showDataFolder', {});
    const error: Pick<AppError, 'code' | 'message'> = result.ok ? expect.fail('it went well') : result.error;
    expect(error.code).toBe(as);
    if (as !== 'DISK_FULL') expect(error.message).not.toMatch(/not saved/);
  },
);

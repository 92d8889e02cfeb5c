/** What a file may weigh, told before anything of it is looked at; the reader's own code is not needed for it. */
import { AppError } from '../../../shared/api/errors.ts';
import { limits } from '../../../shared/vocabulary/limits.ts';
import { quoted } from '../outline/clean-text.ts';
import { checkLimit } from '../output-limits.ts';

/** Throws FILE_EMPTY or FILE_TOO_LARGE. */
export function checkFileSize(name: string, byteLength: number): void {
  if (byteLength === 0) throw emptyFile(name);
  checkLimit(quoted(name), byteLength, limits.file);
}

/** The refusal of a file that holds nothing. */
export function emptyFile(name: string): AppError {
  return new AppError(
    'FILE_EMPTY',
    `${quoted(name)} is empty. Nothing was added. Choose another file, or paste the text of the page.`,
  );
}

/** The bytes of a file that was dropped or pasted, refused by its size before any of it is read into memory. */
import { limitRefusal, limits } from '../../../shared/vocabulary/limits.ts';
import { ApiError } from '../../api.ts';

/** Reads the file whole. Throws an ApiError in words for what is too large, and for what is no file at all. */
export async function fileBytes(file: File): Promise<Uint8Array<ArrayBuffer>> {
  if (file.size > limits.file.most)
    throw new ApiError('FILE_TOO_LARGE', limitRefusal(`“${file.name}”`, file.size, limits.file), undefined);
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch {
    throw new ApiError(
      'FILE_UNREADABLE',
      `${file.name} could not be read: it is a folder, or it is not there any more. Nothing was added. Drop the files themselves.`,
      undefined,
    );
  }
}

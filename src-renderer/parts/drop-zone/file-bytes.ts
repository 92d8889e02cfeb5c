/** The bytes of a file that was dropped or pasted, refused by its size before any of it is read into memory. */
import { ApiError } from '../../api.ts';

const mostMb = 20;
const mb = 1024 * 1024;

/** Reads the file whole. Throws an ApiError in words for what is too large, and for what is no file at all. */
export async function fileBytes(file: File): Promise<Uint8Array<ArrayBuffer>> {
  if (file.size > mostMb * mb) {
    throw new ApiError(
      'FILE_TOO_LARGE',
      `${file.name} holds ${Math.ceil(file.size / mb)} MB; Cairn reads up to ${mostMb} MB. Nothing was added. Save only the role’s page, or paste its text.`,
      undefined,
    );
  }
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

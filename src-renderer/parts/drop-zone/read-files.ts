/** Files handed over together into drafts: read in one go, as tables of one download belong together, else one by one. */
import { call } from '../../api.ts';
import { fileBytes } from './file-bytes.ts';

/** As many as main takes in one go. */
const mostAtOnce = 40;

export interface FilesRead {
  readonly ids: readonly string[];
  /** Why the first of those that could not be read was refused; null when all of them were read. */
  readonly refusal: unknown;
  /** Whether it was stopped before its end; drafts read until then stay. */
  readonly isCancelled: boolean;
}

interface GivenFile {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What is being read, in words. */
const readingWords = (files: readonly { readonly name: string }[]): string =>
  files.length === 1 ? `Reading ${files[0]?.name ?? 'a file'}` : `Reading ${files.length} files`;

/**
 * Reads all files in one call, so that those that belong together make one draft. When that is refused as a whole they
 * are read one after the other: a bad file stops none of the others. Throws nothing.
 */
export async function readFiles(files: readonly File[], onProgress: (words: string) => void): Promise<FilesRead> {
  const ids: string[] = [];
  let refusal: unknown = null;
  const given: GivenFile[] = [];
  onProgress(readingWords(files));
  for (const file of files) {
    try {
      given.push({ name: file.name, bytes: await fileBytes(file) });
    } catch (error) {
      refusal ??= error;
    }
  }
  for (let from = 0; from < given.length; from += mostAtOnce) {
    const batch = given.slice(from, from + mostAtOnce);
    try {
      const read = await call('readImport', { files: batch });
      if (read === null) return { ids, refusal, isCancelled: true };
      ids.push(...read.ids);
      continue;
    } catch (error) {
      if (batch.length === 1) {
        refusal ??= error;
        continue;
      }
    }
    for (const [index, file] of batch.entries()) {
      onProgress(`Reading ${file.name}, ${from + index + 1} of ${given.length}`);
      try {
        const read = await call('readImport', { files: [file] });
        if (read === null) return { ids, refusal, isCancelled: true };
        ids.push(...read.ids);
      } catch (error) {
        refusal ??= error;
      }
    }
  }
  return { ids, refusal, isCancelled: false };
}

/** The files that were saved since the start, so that one of them can be opened or shown. Where they are stays in main. */
import { stat } from 'node:fs/promises';
import { basename, dirname, extname } from 'node:path';
import { AppError } from '../../shared/api/errors.ts';

/** A page that saves again and again must not fill the memory. */
const mostNoted = 200;
/** What is read when it is opened. Anything else, such as a script by its name, is shown in its folder. */
const readExtensions: ReadonlySet<string> = new Set(['.pdf', '.json', '.csv', '.txt', '.md', '.html', '.docx']);

export interface SavedFiles {
  /** Notes a file, and answers what it is called from here on. */
  note(path: string): string;
  /** Throws NOT_FOUND when it is not known, not there any more, or no program opens it. */
  open(savedId: string, how: 'open' | 'folder'): Promise<void>;
}

export interface FileOpener {
  readonly newId: () => string;
  /** Answers what went wrong; empty when nothing did. */
  readonly open: (path: string) => Promise<string>;
  readonly showInFolder: (path: string) => void;
}

export function createSavedFiles(opener: FileOpener): SavedFiles {
  const paths = new Map<string, string>();
  return {
    note(path) {
      const id = opener.newId();
      paths.set(id, path);
      const [oldest] = paths.keys();
      if (paths.size > mostNoted && oldest !== undefined) paths.delete(oldest);
      return id;
    },
    async open(savedId, how) {
      const path = paths.get(savedId);
      if (path === undefined)
        throw new AppError('NOT_FOUND', 'That file was saved too long ago to be found from here.');
      const name = basename(path);
      if (!(await stat(path).catch(() => null))?.isFile())
        throw new AppError('NOT_FOUND', `${name} is no longer where it was saved: ${dirname(path)}.`);
      if (how === 'folder' || !readExtensions.has(extname(path).toLowerCase())) return opener.showInFolder(path);
      if (await opener.open(path))
        throw new AppError('NOT_FOUND', `No program on this computer opens ${name}. It is in ${dirname(path)}.`);
    },
  };
}

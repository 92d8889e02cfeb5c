/** What a reader is given: files, and the texts in them. */
import type { EncodingRepair } from '../../shared/api/import.ts';

/** A file as it was handed over. */
export interface GivenFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface ReadOptions {
  /** False leaves a text as it stands whose encoding went wrong. */
  readonly isRepaired?: boolean | undefined;
  /** Names of competencies to look for in running text. */
  readonly known?: readonly string[] | undefined;
}

/** A text of a file, cleaned and perhaps repaired. */
export interface Source {
  /** Of the file, or of the file inside the archive. */
  readonly name: string;
  /** Which of the given files it came from. */
  readonly place: number;
  readonly text: string;
  readonly repair: EncodingRepair | undefined;
  readonly isWestern: boolean;
}

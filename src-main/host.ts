/** What the operating system does for a feature; tests fake this and nothing else. */
import type { PrintableDocument } from '../shared/api/document.ts';
import type { Limit } from '../shared/vocabulary/limits.ts';

/**
 * What a file is to hold: its bytes, or what writes them into a file that is not there yet, for what need not fit into
 * memory.
 */
export type FileContent = Uint8Array | ((file: string) => Promise<void>);

export interface FileFilter {
  readonly name: string;
  readonly extensions: readonly string[];
}

/** A process of our own, for work that may have to be ended at any moment. */
export interface WorkerProcess {
  post(message: unknown): void;
  onMessage(listener: (message: unknown) => void): void;
  /** Hears the exit code once; also when it could not be started. */
  onExit(listener: (code: number) => void): void;
  kill(): void;
}

/** An address read so that what a person is shown is what is opened. */
export interface AddressToOpen {
  /** The whole address in ASCII; this very text is shown and handed to the system. */
  readonly href: string;
  readonly kind: 'page' | 'mail';
  /** Whom it reaches: a host with its port, or those a mail goes to. Names in other scripts stand as `xn--…`. */
  readonly reaches: string;
  /** Whether a name in it is written with letters that can look like others. */
  readonly hasOtherScripts: boolean;
}

export interface Host {
  readonly version: string;
  now(): Date;
  newId(): string;
  /** Asks for a file and reads it, up to `limit` (more throws FILE_TOO_LARGE); null when cancelled. */
  pickFile(request: {
    readonly title: string;
    readonly filters: readonly FileFilter[];
    readonly limit: Limit;
  }): Promise<{ name: string; bytes: Uint8Array } | null>;
  /** Asks where to, writes it whole or not at all, answers the name, and by what it can be opened; null when cancelled. */
  saveFile(request: {
    readonly title: string;
    readonly suggestedName: string;
    readonly bytes: FileContent;
    /** Called when the place is chosen and before a byte is written there; when it throws, nothing is written. */
    readonly beforeWriting?: () => Promise<void>;
  }): Promise<{ fileName: string; savedId?: string } | null>;
  /** Opens a file that was saved, by its `savedId`, or shows it in its folder; throws NOT_FOUND. */
  openSaved(savedId: string, how: 'open' | 'folder'): Promise<void>;
  /** Sets and prints a document; throws PRINT_FAILED. */
  print(document: PrintableDocument): Promise<Uint8Array>;
  /** Starts the process for work on whole databases. */
  startProcess(): WorkerProcess;
  openFolder(folder: string): Promise<void>;
  /** Shows the whole address in a dialog of the system and opens it if the user agrees. */
  openAddress(address: AddressToOpen): Promise<boolean>;
  /** Requests to the network since the start, all refused. */
  connectionAttempts(): number;
}

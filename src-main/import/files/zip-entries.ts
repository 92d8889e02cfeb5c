/** Zip archives from strangers: listed from their directory, inflated in memory under a cap that holds while it works. */
import { inflateRawSync } from 'node:zlib';
import { AppError } from '../../../shared/api/errors.ts';
import { cleanLine, quoted } from '../outline/clean-text.ts';

/** A file inside an archive. Its name is only ever shown: nothing is written to a disk. */
export interface ZipEntry {
  /** With its folders, cleaned. */
  readonly path: string;
  readonly name: string;
  /** As the directory states it; what is inflated is measured. */
  readonly size: number;
  readonly packedSize: number;
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly at: number;
}

/** Room for what is inflated out of one archive. */
export interface ZipBudget {
  left: number;
}

const mostEntries = 200;
/** Text packs to a third, tables to a tenth: an archive that unpacks much further is none of a person’s. */
const baseTotal = 8 * 1024 * 1024;
const totalRatio = 20;
const mostTotal = 64 * 1024 * 1024;
const mostRatio = 100;
/** Small files of one repeated letter are no bombs. */
const ratioFrom = 1024 * 1024;
const endSignature = 0x06054b50;
const centralSignature = 0x02014b50;
const localSignature = 0x04034b50;

export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 0x03 || bytes[2] === 0x05);

/** Room for an archive of so many bytes. */
export const openBudget = (packed: number): ZipBudget => ({
  left: Math.min(mostTotal, baseTotal + packed * totalRatio),
});

/** Refuses what would not fit into the room by the sizes it states, before anything is inflated. Throws FILE_TOO_LARGE. */
export function checkTotal(name: string, entries: readonly ZipEntry[], budget: ZipBudget): void {
  if (entries.reduce((sum, entry) => sum + entry.size, 0) > budget.left) throw farTooMuch(name);
}

function damaged(name: string, kind = 'a zip archive'): AppError {
  return new AppError(
    'FILE_UNREADABLE',
    `${quoted(name)} is ${kind} that is damaged or cut off. Nothing was added. Download it once more, or unpack it and give the files in it.`,
  );
}

function tooMuch(name: string, what: string): AppError {
  return new AppError(
    'FILE_TOO_LARGE',
    `${quoted(name)} ${what}. Nothing was added. Unpack it and give the files you mean.`,
  );
}

const farTooMuch = (name: string): AppError => tooMuch(name, 'unpacks to far more than an archive of its size holds');

function nameOf(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The files an archive lists, folders and traces of systems aside. Throws AppErrors alone. */
export function listZip(name: string, bytes: Uint8Array, kind = 'a zip archive'): ZipEntry[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = -1;
  for (let at = bytes.length - 22; at >= 0 && at >= bytes.length - 66_000; at -= 1) {
    if (view.getUint32(at, true) === endSignature) {
      end = at;
      break;
    }
  }
  if (end === -1) throw damaged(name, kind);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > mostEntries)
    throw tooMuch(name, `holds ${count === 65_535 ? 'over 65,000' : count} files; the limit is ${mostEntries}`);
  const entries: ZipEntry[] = [];
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== centralSignature) throw damaged(name);
    const nameLength = view.getUint16(at + 28, true);
    const path = cleanLine(nameOf(bytes.subarray(at + 46, at + 46 + nameLength)).replaceAll('\\', '/')).slice(0, 400);
    const entry: ZipEntry = {
      path,
      name: path.slice(path.lastIndexOf('/') + 1),
      isEncrypted: (view.getUint16(at + 8, true) & 1) === 1,
      method: view.getUint16(at + 10, true),
      packedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
    };
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    const isTrace = entry.name === '' || entry.name.startsWith('.') || path.startsWith('__MACOSX/');
    if (!isTrace) entries.push(entry);
  }
  return entries;
}

function packedBytes(name: string, bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (entry.isEncrypted) {
    throw new AppError(
      'FILE_UNREADABLE',
      `${quoted(entry.name)} in ${quoted(name)} is locked with a password. Nothing was added. Unpack it and give the files in it.`,
    );
  }
  if (entry.at + 30 > bytes.length || view.getUint32(entry.at, true) !== localSignature) throw damaged(name);
  const from = entry.at + 30 + view.getUint16(entry.at + 26, true) + view.getUint16(entry.at + 28, true);
  if (from + entry.packedSize > bytes.length) throw damaged(name);
  return bytes.subarray(from, from + entry.packedSize);
}

/** What a file of the archive begins with, to tell what it is; empty where it cannot be told. Never throws. */
export function peekEntry(bytes: Uint8Array, entry: ZipEntry, length: number): Uint8Array {
  try {
    const packed = packedBytes('', bytes, entry).subarray(0, length);
    if (entry.method === 0) return packed.subarray(0, length);
    // finishFlush 2: an end in the middle is no fault when only the start is wanted
    return inflateRawSync(packed, { finishFlush: 2, maxOutputLength: 4 * 1024 * 1024 }).subarray(0, length);
  } catch {
    return new Uint8Array();
  }
}

/** The bytes of a file in the archive. Throws AppErrors alone: a header that lies about its size gains nothing. */
export function readEntry(name: string, bytes: Uint8Array, entry: ZipEntry, budget: ZipBudget): Uint8Array {
  const packed = packedBytes(name, bytes, entry);
  if (entry.size > ratioFrom && entry.size > packed.length * mostRatio) {
    throw tooMuch(name, `holds ${quoted(entry.name)}, which unpacks to over ${mostRatio} times its size`);
  }
  const most = Math.min(budget.left, Math.max(ratioFrom, packed.length * mostRatio));
  if (entry.size > budget.left) throw farTooMuch(name);
  if (entry.method !== 0 && entry.method !== 8) throw damaged(name);
  try {
    const read = entry.method === 0 ? packed : inflateRawSync(packed, { maxOutputLength: Math.max(1, most) });
    if (read.length !== entry.size) throw damaged(name);
    budget.left -= read.length;
    return new Uint8Array(read.buffer, read.byteOffset, read.length);
  } catch (error) {
    if (error instanceof AppError) throw error;
    const isTooLarge = error instanceof RangeError || (error as { code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE';
    throw isTooLarge ? tooMuch(name, 'unpacks to far more than it says') : damaged(name);
  }
}

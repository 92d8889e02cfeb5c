/** Zip archives that lie, grow, nest or end too early. */
import { deflateRawSync } from 'node:zlib';
import { zipOf } from '../../import/files/zip-of.ts';
import { bytesOf, noise, type Recipe, times } from './shapes.ts';

const page = 'Deckhand\n\nResponsibilities\n- Takes the stern line\n- Coils it\n';
const central = 0x02014b50;
const local = 0x04034b50;
const end = 0x06054b50;

/** Writes over a field of the first record with this mark. */
function patched(zip: Uint8Array, mark: number, at: number, value: number, size: 2 | 4 = 2): Uint8Array {
  const bytes = Buffer.from(zip);
  for (let from = 0; from < bytes.length - 4; from += 1) {
    if (bytes.readUInt32LE(from) !== mark) continue;
    bytes.writeUIntLE(value, from + at, size);
    return new Uint8Array(bytes);
  }
  throw new Error('The archive has no such record.');
}

/** Many entries in the directory that all point to one packed body. */
function overlapping(count: number, size: number): Uint8Array {
  const packed = deflateRawSync(Buffer.alloc(size, 97), { level: 9 });
  const name = Buffer.from('a.txt');
  const head = Buffer.alloc(30);
  head.writeUInt32LE(local, 0);
  head.writeUInt16LE(8, 8);
  head.writeUInt32LE(packed.length, 18);
  head.writeUInt32LE(size, 22);
  head.writeUInt16LE(name.length, 26);
  const entry = Buffer.alloc(46);
  entry.writeUInt32LE(central, 0);
  entry.writeUInt16LE(8, 10);
  entry.writeUInt32LE(packed.length, 20);
  entry.writeUInt32LE(size, 24);
  entry.writeUInt16LE(name.length, 28);
  const directory = Buffer.concat(Array.from({ length: count }, () => [entry, name]).flat());
  const tail = Buffer.alloc(22);
  tail.writeUInt32LE(end, 0);
  tail.writeUInt16LE(count, 8);
  tail.writeUInt16LE(count, 10);
  tail.writeUInt32LE(directory.length, 12);
  tail.writeUInt32LE(30 + name.length + packed.length, 16);
  return new Uint8Array(Buffer.concat([head, name, packed, directory, tail]));
}

const plain = () => zipOf([{ path: 'page.txt', bytes: page }]);
const within = (depth: number): Uint8Array =>
  depth === 0 ? plain() : zipOf([{ path: `${depth}.zip`, bytes: within(depth - 1) }]);

export const archives: readonly Recipe[] = [
  ['zeros.zip', '200 MB of zeros in 190 kB', () => zipOf([{ path: 'a.txt', bytes: Buffer.alloc(200e6) }])],
  [
    'small-lie.zip',
    'states 100 bytes and unpacks to 100 MB',
    () => zipOf([{ path: 'a.txt', bytes: Buffer.alloc(100e6, 97), statedSize: 100 }]),
  ],
  [
    'large-lie.zip',
    'states 4 GB and unpacks to a page',
    () => zipOf([{ path: 'a.txt', bytes: page, statedSize: 0xfffffff0 }]),
  ],
  [
    'under-the-ratio.zip',
    '200 files, each just below the limit for one',
    () =>
      zipOf(
        Array.from({ length: 200 }, (_, index) => ({ path: `${index}.txt`, bytes: times('word word word\n', 60_000) })),
      ),
  ],
  [
    'many-texts.zip',
    '40 texts, each as long as a text may be',
    () =>
      zipOf(
        Array.from({ length: 40 }, (_, index) => ({
          path: `${index}.txt`,
          bytes: `${noise(30_000)}\n`.repeat(63),
        })),
      ),
  ],
  ['overlapping.zip', '200 entries that share one body', () => overlapping(200, 1_000_000)],
  ['overlapping-pages.zip', '200 entries of 300 kB that share one body', () => overlapping(200, 300_000)],
  ['many-entries.zip', '60,000 entries', () => overlapping(60_000, 10)],
  ['nested.zip', 'a zip in a zip, 30 deep', () => within(30)],
  [
    'paths.zip',
    'names that climb out, name devices, hold NULs or are 5,000 letters long',
    () =>
      zipOf(
        ['../../evil.txt', '/etc/x', 'C:\\x.txt', '\\\\host\\x.txt', 'a\0b.txt', 'CON', '..', times('n', 5_000)].map(
          (path) => ({ path, bytes: page }),
        ),
      ),
  ],
  ['cut-off.zip', 'ends in the middle', () => zipOf([{ path: 'a.txt', bytes: noise(5_000) }]).slice(0, 900)],
  ['no-directory.zip', 'begins as a zip and is noise', () => bytesOf(`PK\u0003\u0004${noise(50_000)}`)],
  ['locked.zip', 'says that it is locked with a password', () => patched(plain(), central, 8, 1)],
  ['unknown-method.zip', 'packed by a method that is not read', () => patched(plain(), central, 10, 12)],
  ['stored-lie.zip', 'says that packed bytes are plain', () => patched(plain(), central, 10, 0)],
  ['outside.zip', 'an entry that begins beyond the end', () => patched(plain(), central, 42, 0x7fffffff, 4)],
  ['beyond.zip', 'an entry that reaches beyond the end', () => patched(plain(), central, 20, 0x7fffffff, 4)],
  ['count-lie.zip', 'counts more entries than it has', () => patched(plain(), end, 10, 150)],
  ['directory-lie.zip', 'has its directory nowhere', () => patched(plain(), end, 16, 0x7ffffff0, 4)],
  ['long-name-lie.zip', 'a name longer than the file', () => patched(plain(), central, 28, 65_535)],
  ['empty.zip', 'holds nothing', () => zipOf([])],
];

// Unpacks a zip whose origin is already verified by its hash: no defence against hostile archives is attempted here.
import { mkdir, open, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';

const inflate = promisify(inflateRaw);

/** Extracts the entries that `wanted` accepts into `folder`, keeping their Unix permissions. Returns how many. */
export async function extractZip(file: string, folder: string, wanted: (name: string) => boolean): Promise<number> {
  const handle = await open(file, 'r');
  try {
    const { size } = await handle.stat();
    const read = async (offset: number, length: number): Promise<Buffer> => {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, offset);
      if (bytesRead !== length) throw new Error(`${file} ends too early`);
      return buffer;
    };
    // The end record is 22 bytes plus a comment of at most 64 KiB.
    const tailLength = Math.min(size, 22 + 0xffff);
    const tail = await read(size - tailLength, tailLength);
    const end = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
    if (end < 0) throw new Error(`${file} is not a zip file`);
    const directory = await read(tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12));
    let count = 0;
    for (let at = 0; at + 46 <= directory.length; ) {
      const method = directory.readUInt16LE(at + 10);
      const packedSize = directory.readUInt32LE(at + 20);
      const nameLength = directory.readUInt16LE(at + 28);
      const mode = directory.readUInt32LE(at + 38) >>> 16;
      const offset = directory.readUInt32LE(at + 42);
      const name = directory.toString('utf8', at + 46, at + 46 + nameLength);
      at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
      if (name.endsWith('/') || !wanted(name)) continue;
      const header = await read(offset, 30);
      const packed = await read(offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28), packedSize);
      const target = join(folder, name);
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, method === 0 ? packed : await inflate(packed), { mode: mode & 0o777 || 0o644 });
      count += 1;
    }
    return count;
  } finally {
    await handle.close();
  }
}

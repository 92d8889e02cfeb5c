/** Copies a file that need not fit into memory into one that is not there yet. */
import { createReadStream, createWriteStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

export async function copyInPieces(
  from: string,
  to: string,
  signal?: AbortSignal,
  onProgress?: (done: number, total: number) => void,
): Promise<void> {
  const { size } = await stat(from);
  let done = 0;
  const watching = new Transform({
    transform(piece: Buffer, _encoding, next) {
      done += piece.length;
      onProgress?.(done, size);
      // the reason of the signal, which the stream itself would not give
      next(signal?.aborted ? (signal.reason as Error) : null, piece);
    },
  });
  const reading = createReadStream(from, { highWaterMark: 1024 ** 2 });
  await pipeline(reading, watching, createWriteStream(to, { flags: 'wx', mode: 0o600 }));
}

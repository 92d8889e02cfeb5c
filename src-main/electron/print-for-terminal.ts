/**
 * A terminal asked for paper: prints one document without a window or a profile. The document comes through stdin and
 * the PDF goes through stdout, so that neither is ever a file that a killed process would leave behind.
 */
import { once } from 'node:events';
import { app } from 'electron';
import type { PrintableDocument } from '../../shared/api/document.ts';
import type { Printer } from './printer.ts';

/** Prints, then ends the app: with 0 when the terminal took the whole PDF. */
export async function printForTerminal(printer: () => Promise<Printer>): Promise<void> {
  // a terminal that is gone takes nothing more
  process.stdout.on('error', () => app.exit(1));
  try {
    const document = JSON.parse(await readAll(process.stdin)) as PrintableDocument;
    const pdf = await (await printer()).print(document);
    process.stdout.end(pdf);
    await once(process.stdout, 'finish');
    app.exit(0);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    app.exit(1);
  }
}

async function readAll(stream: NodeJS.ReadableStream): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces).toString('utf8');
}

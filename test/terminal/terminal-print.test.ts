/** Printing from a terminal: the document and the PDF pass through pipes, and nothing of them is ever a file. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as later } from 'node:timers/promises';
import { expect, test } from 'vitest';
import type { PrintableDocument } from '../../shared/api/document.ts';
import { composeResume } from '../../shared/domain/resume/resume.ts';
import { createTerminalHost } from '../../src-main/terminal/terminal-host.ts';
import { resumeInput } from '../export/resume-record.ts';
import { temporaryFolder } from '../helpers/cairn.ts';

const document: PrintableDocument = composeResume(resumeInput()).document;

/** Stands for the app: a program that gets the document on stdin as the app does. */
function printerThat(program: string) {
  const file = join(temporaryFolder(), 'app.mjs');
  writeFileSync(
    file,
    `import { text } from 'node:stream/consumers';\nconst given = await text(process.stdin);\n${program}`,
  );
  return { path: process.execPath, args: [file] };
}

const hostWith = (app: { path: string; args: string[] }) =>
  createTerminalHost({ version: '0.0.0', electron: async () => app });

test('the app gets the whole document, and its PDF comes back whole', async () => {
  const host = hostWith(
    printerThat(`process.stdout.write('%PDF-' + JSON.parse(given).title + 'x'.repeat(5_000_000));`),
  );
  const pdf = Buffer.from(await host.print(document)).toString('utf8');
  expect(pdf.startsWith(`%PDF-${document.title}`)).toBe(true);
  expect(pdf.length).toBe(5_000_005 + document.title.length);
});

test.each([
  ['fails', `console.error('no display'); process.exit(1);`],
  ['answers with something else', `process.stdout.write('hello');`],
  ['answers with nothing', ''],
  ['is killed', `process.stdout.write('%PDF-half', () => process.kill(process.pid, 'SIGKILL'));`],
])('when the app %s, the refusal says that nothing was written', async (_how, program) => {
  await expect(hostWith(printerThat(program)).print(document)).rejects.toMatchObject({
    code: 'PRINT_FAILED',
    message: expect.stringContaining('Nothing was written'),
  });
});

test('killed at any moment, a print leaves no file in the folders for passing things', async () => {
  const folder = temporaryFolder();
  for (const name of ['tmp', 'run']) mkdirSync(join(folder, name));
  const app = printerThat(`setTimeout(() => process.stdout.write('%PDF-'), 400);`);
  const program = `
    import { createTerminalHost } from ${JSON.stringify(new URL('../../src-main/terminal/terminal-host.ts', import.meta.url).href)};
    const host = createTerminalHost({ version: '', electron: async () => (${JSON.stringify(app)}) });
    process.stdout.write('begun');
    await host.print(${JSON.stringify(document)});`;
  const terminals = [0, 30, 80, 150, 250, 350, 450].map(async (ms) => {
    const terminal = spawn(process.execPath, ['--input-type=module', '-e', program], {
      env: { ...process.env, TMPDIR: join(folder, 'tmp'), XDG_RUNTIME_DIR: join(folder, 'run') },
    });
    const gone = once(terminal, 'exit');
    await once(terminal.stdout, 'data');
    await later(ms);
    terminal.kill('SIGKILL');
    await gone;
  });
  await Promise.all(terminals);
  expect(readdirSync(folder, { recursive: true }).sort()).toEqual(['run', 'tmp']);
});

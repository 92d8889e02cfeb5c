/** What the app prints, read back from the file as a parser would read it. Needs an Electron and the built app. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as later } from 'node:timers/promises';
import { PDFDocument } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PrintableDocument, ResumeDocument } from '../../shared/api/document.ts';
import { composeMatchDocument } from '../../shared/domain/match/match-document.ts';
import { printedFieldsOf, runningTextsOf } from '../../shared/domain/paper/printed-fields.ts';
import { composeResume } from '../../shared/domain/resume/resume.ts';
import { readFonts } from '../../src-main/export/pdf-fonts.ts';
import { readPdfInfo } from '../../src-main/export/pdf-metadata.ts';
import { readBackPdf } from '../../src-main/export/read-back.ts';
import { createTerminalHost } from '../../src-main/terminal/terminal-host.ts';
import { roleMatch } from '../export/match-record.ts';
import { accomplishment, accomplishments, background, resumeInput } from '../export/resume-record.ts';
import { launchOptions } from '../helpers/window.ts';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cairn-print-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function print(document: PrintableDocument): Promise<Uint8Array> {
  const { executablePath, args } = launchOptions(join(folder, 'profile'));
  const host = createTerminalHost({ version: '0.0.0', electron: async () => ({ path: executablePath, args }) });
  return host.print(document);
}

/** Files below a folder that hold the words, plain or as the bytes of a program's strings. */
async function filesHolding(place: string, words: string): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir(place, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const bytes = await readFile(join(entry.parentPath, entry.name)).catch(() => Buffer.alloc(0));
    if (bytes.includes(words) || bytes.includes(Buffer.from(words, 'utf16le')))
      found.push(join(entry.parentPath, entry.name));
  }
  return found;
}

async function expectWhole(document: PrintableDocument, pageCount: number): Promise<Uint8Array> {
  const pdf = await print(document);
  const fields = printedFieldsOf(document);
  const { pages: _pages, ...back } = await readBackPdf(pdf, fields, runningTextsOf(document));
  expect(back).toEqual({
    found: fields.length,
    total: fields.length,
    missing: [],
    outOfOrder: [],
    problems: [],
    pageCount,
  });
  return pdf;
}

/** Names and words that break a careless page: marks above letters, other scripts, one word longer than a line. */
function hardDocument(): ResumeDocument {
  const name = 'Žofie Przybyłowska-Đặng';
  const words = [
    'Rechtsschutzversicherungsgesellschaften und Donaudampfschifffahrtsgesellschaftskapitänsmützenfabrikationsbetriebe'.repeat(
      2,
    ),
    'Office, affluent, fjord, waffle: efficient offline flow of 1 % to 10 %, from −5 °C to 21 °C.',
    'Вела переговоры с поставщиками; Διαχείριση έργων στην Αθήνα.',
    '“Quoted”, ‘single’, it’s — dashed – and … ended; A&B <script>alert("x")</script> \\ "end"',
  ];
  return composeResume({
    ...resumeInput(),
    background: { ...background, profile: { ...background.profile, name } },
    accomplishments: [
      ...words.map((title, index) =>
        accomplishment({ id: `h${index}`, title, positionId: 'staff', endedOn: `202${6 - index}` }),
      ),
      ...accomplishments.filter((accomplishment) => accomplishment.positionId !== 'staff'),
    ],
  }).document;
}

describe.skipIf(!process.env.CAIRN_ELECTRON)('what is printed', () => {
  const cases = (['a4', 'letter'] as const).flatMap((paper) =>
    (['comfortable', 'compact'] as const).map((density) => ({ paper, density })),
  );

  test.each(cases)('a resume on $paper, $density: every field once and in order, on two pages', async (choice) => {
    await expectWhole(composeResume(resumeInput(choice)).document, 2);
  });

  test('a resume of long words, other scripts and signs of code', async () => {
    await expectWhole(hardDocument(), 2);
  });

  test('a match report, every term of it', async () => {
    await expectWhole(composeMatchDocument(roleMatch(), 'Maren Kovařík', 'a4'), 3);
  });

  test('the file says its title and that Cairn wrote it, and nothing of the system', async () => {
    const pdf = await print(composeResume(resumeInput()).document);
    const info = await readPdfInfo(pdf);
    expect(Object.keys(info).sort()).toEqual(['CreationDate', 'ModDate', 'Producer', 'Title']);
    const bytes = Buffer.from(pdf).toString('latin1');
    for (const word of ['Mozilla', 'Chrom', 'Electron', 'Skia', folder, process.env.HOME ?? '/root']) {
      expect(bytes).not.toContain(word);
    }
  });

  test('the file is tagged and outlined, and every font in it is ours', async () => {
    const pdf = await print(composeResume(resumeInput()).document);
    const { catalog } = await PDFDocument.load(pdf, { updateMetadata: false });
    expect(String(catalog.get(catalog.context.obj('MarkInfo') as never) ?? catalog)).toContain('/MarkInfo');
    expect(String(catalog)).toContain('/StructTreeRoot');
    expect(String(catalog)).toContain('/Outlines');
    const fonts = await readFonts(pdf);
    expect(fonts.length).toBeGreaterThan(3);
    for (const font of fonts) {
      expect(font).toMatchObject({ isEmbedded: true, isType3: false, name: expect.stringMatching(/^SourceSerif4/) });
    }
  });

  test.each([300, 800, 1_300, 2_000, 3_000])(
    'killed after %i ms, nothing of the document is left on disk',
    async (ms) => {
      const canary = 'Canarybird Quill';
      const resume = resumeInput();
      const name = { ...resume, background: { ...background, profile: { ...background.profile, name: canary } } };
      const places = { TMPDIR: join(folder, 'tmp'), XDG_RUNTIME_DIR: join(folder, 'run'), HOME: join(folder, 'home') };
      for (const place of Object.values(places)) await mkdir(place, { recursive: true, mode: 0o700 });
      const { executablePath, args } = launchOptions(join(folder, 'profile'));
      const program = `
      import { createTerminalHost } from ${JSON.stringify(new URL('../../src-main/terminal/terminal-host.ts', import.meta.url).href)};
      const electron = async () => (${JSON.stringify({ path: executablePath, args })});
      await createTerminalHost({ version: '', electron }).print(${JSON.stringify(composeResume(name).document)});`;
      const terminal = spawn(process.execPath, ['--input-type=module', '-e', program], {
        env: { ...process.env, ...places },
        // a group of its own: what it starts is killed with it
        detached: true,
        stdio: 'ignore',
      });
      const gone = once(terminal, 'exit');
      await later(ms);
      if (terminal.pid !== undefined && terminal.exitCode === null) process.kill(-terminal.pid, 'SIGKILL');
      await gone;
      expect(await filesHolding(folder, canary)).toEqual([]);
    },
  );

  test('what no shipped face holds is named', async () => {
    const odd = [accomplishment({ id: 'odd', title: 'From 480 \u2192 145 ms, \u2265 99 \u2713', positionId: 'staff' })];
    const { document } = composeResume({ ...resumeInput(), accomplishments: odd });
    const { problems } = await readBackPdf(await print(document), printedFieldsOf(document));
    expect(problems).toEqual([
      expect.stringMatching(/^These signs are in none of the shipped fonts[^\u2192\u2265]*\u2713$/),
    ]);
  });
});

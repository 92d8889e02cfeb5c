/** Role specs and career tracks as the app prints them, read back from the file. Needs an Electron and the built app. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PrintableDocument } from '../../shared/api/document.ts';
import { composeTrackDocument } from '../../shared/domain/ladder/track-document.ts';
import { sheetOf } from '../../shared/domain/paper/paper-sheet.ts';
import { printedFieldsOf, runningTextsOf } from '../../shared/domain/paper/printed-fields.ts';
import { compareReadBack } from '../../shared/domain/paper/read-back.ts';
import { composeRoleDocument } from '../../shared/domain/role/role-document.ts';
import { readFonts } from '../../src-main/export/pdf-fonts.ts';
import { readPdfInfo } from '../../src-main/export/pdf-metadata.ts';
import { readBackPdf } from '../../src-main/export/read-back.ts';
import { createTerminalHost } from '../../src-main/terminal/terminal-host.ts';
import { freshCairn } from '../helpers/cairn.ts';
import { ladderOf, ladderSkill } from '../helpers/paper-roles.ts';
import { launchOptions } from '../helpers/window.ts';

const today = '2026-11-21';
const papers = ['a4', 'letter'] as const;
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

/** Every field once and in order, no stranger among the fonts, and every row of a table on one page. */
async function expectWhole(document: PrintableDocument) {
  const pdf = await print(document);
  const fields = printedFieldsOf(document);
  const { pages, pageCount, ...back } = await readBackPdf(pdf, fields, runningTextsOf(document));
  expect(back).toEqual({ found: fields.length, total: fields.length, missing: [], outOfOrder: [], problems: [] });
  const split = fields
    .filter((field) => field.label.startsWith('Row of'))
    .filter((row) => !pages.some((lines) => compareReadBack([row], [lines]).found === 1));
  expect(split).toEqual([]);
  return { pdf, pages, pageCount };
}

async function sizeInMm(pdf: Uint8Array): Promise<number[]> {
  const [page] = (await PDFDocument.load(pdf, { updateMetadata: false })).getPages();
  return [page?.getWidth() ?? 0, page?.getHeight() ?? 0].map((points) => Math.round((points / 72) * 25.4));
}

/** A ladder of our own making, with standing: so many skills in groups of seven. */
function bigLadder(skillCount: number, levelCount: number) {
  const skills = Array.from({ length: skillCount }, (_, at) =>
    ladderSkill(
      `Skill ${at + 1} of ${skillCount > 24 && at % 9 === 0 ? 'keeping weirs and all that swims through them' : 'keeping weirs'}`,
      Array.from({ length: levelCount }, (__, level) => {
        const asked = Math.min(4, Math.ceil((level + 1 + (at % 3)) / 2));
        return level < at % 4 ? '-' : `${asked}${(at + level) % 3 === 0 ? '!' : ''}`;
      }).join(' '),
      {
        category: `Group ${Math.floor(at / 7) + 1}`,
        evidenced: (at % 9) / 2,
        selfAssessed: at % 2 === 0 ? at % 5 : null,
      },
    ),
  );
  return ladderOf(levelCount, skills);
}

describe.skipIf(!process.env.CAIRN_ELECTRON)('what is printed of roles', () => {
  test.each(papers)('a role that ships, on %s: whole, on pages of that size', async (paper) => {
    const cairn = await freshCairn();
    const [role] = await cairn.call('listRoles', {});
    const spec = await cairn.call('getRole', { id: role?.id ?? '' });
    const document = composeRoleDocument(spec, today, paper);
    const { pdf, pageCount } = await expectWhole(document);
    expect(pageCount).toBeGreaterThan(4);
    expect(pageCount).toBeLessThan(16);
    const { widthMm, heightMm } = sheetOf(document);
    expect(await sizeInMm(pdf)).toEqual([Math.round(widthMm), Math.round(heightMm)]);
  });

  test.each(papers)('an imported blueprint, on %s: whole, its prose and tables too', async (paper) => {
    const cairn = await freshCairn();
    const name = 'blueprint-post.json';
    const bytes = new Uint8Array(await readFile(resolve(import.meta.dirname, '../fixtures', name)));
    const read = await cairn.call('readImport', { files: [{ name, bytes }] });
    const applied = await cairn.call('applyImport', { id: read?.ids[0] ?? '' });
    const spec = await cairn.call('getRole', { id: applied?.roleIds[0] ?? '' });
    await expectWhole(composeRoleDocument(spec, today, paper));
  });

  test('a ladder that ships: whole, on its side, the head of the matrix on each page it runs over', async () => {
    const cairn = await freshCairn();
    const [ladder] = await cairn.call('listLadders', {});
    const whole = await cairn.call('getLadder', { id: ladder?.id ?? '' });
    const document = composeTrackDocument(whole, { person: 'Ada Example', today, paper: 'a4' });
    const { pdf, pages } = await expectWhole(document);
    expect(await sizeInMm(pdf)).toEqual([297, 210]);
    const heads = pages.filter((lines) => lines.some((line) => line.startsWith('Skill')));
    expect(heads.length).toBeGreaterThan(1);
  });

  test.each([
    [24, 5, 1],
    [58, 5, 3],
    [120, 8, 5],
    [30, 10, 2],
  ])('a ladder of %i skills and %i levels: whole, on no more than %i pages', async (skills, levels, most) => {
    const ladder = bigLadder(skills, levels);
    const { pageCount } = await expectWhole(
      composeTrackDocument(ladder, { person: 'Ada Example', today, paper: 'a4' }),
    );
    expect(pageCount).toBeLessThanOrEqual(most);
  });

  test('the file is tagged and outlined, says its title and nothing of the system, and every font in it is ours', async () => {
    const document = composeTrackDocument(bigLadder(12, 3), { person: 'Ada Example', today, paper: 'letter' });
    const pdf = await print(document);
    const info = await readPdfInfo(pdf);
    expect(Object.keys(info).sort()).toEqual(['CreationDate', 'ModDate', 'Producer', 'Title']);
    const { catalog } = await PDFDocument.load(pdf, { updateMetadata: false });
    expect(String(catalog)).toContain('/StructTreeRoot');
    expect(String(catalog)).toContain('/Outlines');
    for (const font of await readFonts(pdf)) {
      expect(font).toMatchObject({ isEmbedded: true, isType3: false, name: expect.stringMatching(/^SourceSerif4/) });
    }
  });

  test('arrows and signs of mathematics, which role documents are full of, are set in a face that ships', async () => {
    const ladder = ladderOf(1, [ladderSkill('From 480 → 145 ms, ≥ 99 %, ≤ 3 ≠ 4', '1')]);
    const document = composeTrackDocument(ladder, { person: '', today, paper: 'a4' });
    const { pdf } = await expectWhole(document);
    expect((await readFonts(pdf)).map((font) => font.name)).toContain('NotoSansMath-Regular');
  });
});

/** Several files at once, and archives: what belongs together is one draft, and no archive can do harm. */
import { describe, expect, it } from 'vitest';
import { readFiles } from '../../src-main/import/read.ts';
import { runReader } from '../../src-main/import/run-reader.ts';
import { zipOf } from './files/zip-of.ts';
import { bytesOf, expectRefusal, fixture, fixtureText, messagesOf, refusal } from './read-text.ts';

describe('several files', () => {
  it('become a draft each, which knows the file it was read from', () => {
    const drafts = readFiles([
      { name: 'a', bytes: fixture('competency-page.txt') },
      { name: 'b', bytes: fixture('skill-matrix.txt') },
      { name: 'c', bytes: fixture('small.rolepack.json') },
    ]);
    expect(drafts.map((draft) => [draft.format, draft.files])).toEqual([
      ['competency-page', [0]],
      ['skill-matrix', [1]],
      ['role-pack', [2]],
    ]);
  });

  it('are read although one of them cannot be, and that one is named', () => {
    const drafts = readFiles([
      { name: 'scan.pdf', bytes: bytesOf('%PDF-1.7 and so on') },
      { name: 'empty.txt', bytes: new Uint8Array() },
      { name: 'page.txt', bytes: fixture('competency-page.txt') },
    ]);
    expect(drafts).toHaveLength(1);
    expect(drafts[0]?.files).toEqual([2]);
    expect(drafts[0] && messagesOf(drafts[0], 'LEFT_OUT').slice(0, 2)).toEqual([
      '“scan.pdf” seems to be a PDF, not text.',
      '“empty.txt” is empty.',
    ]);
  });

  it('are refused when none of them can be read', () => {
    expect(() =>
      readFiles([
        { name: 'a.pdf', bytes: bytesOf('%PDF-1.7') },
        { name: 'b.png', bytes: new Uint8Array([0x89, 0x50, 0x4e, 0x47]) },
      ]),
    ).toThrow('“a.pdf” seems to be a PDF');
  });

  it('go through the thread as they are', async () => {
    const files = [
      { name: 'a', bytes: fixture('competency-page.txt') },
      { name: 'b', bytes: fixture('skill-matrix.txt') },
    ];
    expect(await runReader(files)).toEqual(readFiles(files));
  });
});

describe('a text that was saved in a wrong encoding', () => {
  const text =
    'Caf\u00c3\u00a9 Keeper\n\nMission\n\nKeep the caf\u00c3\u00a9 \u00e2\u20ac\u201c and its na\u00c3\u00afve guests \u00e2\u20ac\u201c happy.\n';

  it('is read repaired, or as it stands when that is asked for', () => {
    const [repaired] = readFiles([{ name: 'x.txt', bytes: bytesOf(text) }]);
    expect(repaired?.title).toBe('Café Keeper');
    expect(repaired?.repair).toMatchObject({ isApplied: true, left: 0 });
    expect(repaired && messagesOf(repaired, 'INTERPRETED')[0]).toContain('wrong encoding');
    const [plain] = readFiles([{ name: 'x.txt', bytes: bytesOf(text) }], { isRepaired: false });
    expect(plain?.title).toBe('CafÃ© Keeper');
    expect(plain?.repair).toMatchObject({ isApplied: false });
  });

  it('is no concern where nothing went wrong', () => {
    const [draft] = readFiles([{ name: 'x.txt', bytes: bytesOf('Café Keeper\n\nMission\n\nKeep the café happy.\n') }]);
    expect(draft?.repair).toBeUndefined();
  });
});

describe('a zip archive', () => {
  it('is read as the files in it, whatever their names', () => {
    const bytes = zipOf([
      { path: '../../etc/passwd', bytes: fixtureText('competency-page.txt') },
      { path: 'C:\\evil\\CON', bytes: fixtureText('skill-matrix.txt') },
      { path: '__MACOSX/._page.txt', bytes: 'traces' },
      { path: 'pictures/a.png', bytes: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]) },
    ]);
    const drafts = readFiles([{ name: 'all.zip', bytes }]);
    expect(drafts.map((draft) => [draft.format, draft.files])).toEqual([
      ['competency-page', [0]],
      ['skill-matrix', [0]],
    ]);
    expect(drafts[0] && messagesOf(drafts[0], 'LEFT_OUT')).toContain(
      '“a.png” in “all.zip” is a PNG picture and was not read.',
    );
  });

  it('that grows without end is refused soon, and takes no memory', () => {
    const bomb = zipOf([{ path: 'a.txt', bytes: new Uint8Array(90 * 1024 * 1024) }]);
    const before = process.memoryUsage().rss;
    const began = performance.now();
    expectRefusal('bomb.zip', bomb, 'FILE_TOO_LARGE', 'unpacks to', 'Nothing was added.');
    expect(performance.now() - began).toBeLessThan(2_000);
    expect(process.memoryUsage().rss - before).toBeLessThan(150 * 1024 * 1024);
  });

  it('that lies about its size is refused', () => {
    const bytes = zipOf([{ path: 'a.txt', bytes: 'a long enough text\n'.repeat(1_000), statedSize: 100 }]);
    expectRefusal('liar.zip', bytes, 'FILE_UNREADABLE', 'damaged');
    const bomb = zipOf([{ path: 'a.txt', bytes: new Uint8Array(40 * 1024 * 1024), statedSize: 100 }]);
    expectRefusal('liar.zip', bomb, 'FILE_TOO_LARGE', 'far more than it says');
  });

  it('inside an archive is left out', () => {
    const inner = zipOf([{ path: 'a.txt', bytes: 'words' }]);
    expectRefusal(
      'outer.zip',
      zipOf([{ path: 'inner.zip', bytes: inner }]),
      'FORMAT_UNKNOWN',
      'is a zip archive and was not read',
    );
  });

  it('with too many files, none, or cut off is refused in words', () => {
    const many = zipOf(Array.from({ length: 201 }, (_, index) => ({ path: `${index}.txt`, bytes: 'x' })));
    expectRefusal('many.zip', many, 'FILE_TOO_LARGE', 'holds 201 files; the limit is 200');
    expectRefusal('none.zip', zipOf([]), 'FILE_EMPTY', 'no files in it');
    const whole = zipOf([{ path: 'a.txt', bytes: fixtureText('competency-page.txt') }]);
    expectRefusal('cut.zip', whole.subarray(0, whole.length - 30), 'FILE_UNREADABLE', 'damaged or cut off');
    for (let at = 0; at < whole.length; at += 7) {
      const damaged = Uint8Array.from(whole);
      damaged[at] = (damaged[at] ?? 0) ^ 0xff;
      try {
        readFiles([{ name: 'x.zip', bytes: damaged }]);
      } catch (error) {
        expect((error as Error).name).toBe('AppError');
      }
    }
  });

  it('of a word processor is refused by what it is', () => {
    const bytes = zipOf([
      { path: '[Content_Types].xml', bytes: '<Types/>' },
      { path: 'word/document.xml', bytes: '<w/>' },
    ]);
    expect(refusal('cv.docx', bytes).message).toContain('a word processor’s document');
  });
});

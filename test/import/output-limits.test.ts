/** What a reader may give out: far more than any document needs, and far less than a file made to grow asks for. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Draft } from '../../shared/api/import.ts';
import { openMeter } from '../../src-main/import/output-limits.ts';
import { readDrafts, readFiles } from '../../src-main/import/read.ts';
import { hostileFiles, readHostile } from '../helpers/hostile-files.ts';
import { bytesOf, fixture, messagesOf, refusal } from './read-text.ts';

const root = resolve(import.meta.dirname, '..', '..');

/** A role whose sections hold a list nested so often. */
function nestedDraft(depth: number): Draft {
  const [draft] = readDrafts('page.txt', bytesOf('Deckhand\n\nResponsibilities\n- Coils the line\n'));
  let inner: unknown = 'x';
  for (let level = 0; level < depth; level += 1) inner = [inner];
  return { ...(draft as Draft), sourceLines: inner as string[] };
}

/** A spreadsheet of 9 kB: one long string that 5,000 cells name. */
const oneString = (): Uint8Array =>
  [...hostileFiles()].find((file) => file.name === 'one-string.xlsx')?.bytes ?? expect.fail('there is no such file');

describe('what a reader gives out', () => {
  it('is refused when one long string stands in thousands of cells', () => {
    const error = refusal('bomb.xlsx', oneString());
    expect(error.code).toBe('FILE_TOO_LARGE');
    expect(error.message).toMatch(/“bomb\.xlsx” unfolds into far more.*Nothing was added/);
  });

  it.each([
    ...['resources/packs', 'test/fixtures'].flatMap((folder) =>
      readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) =>
        entry.isFile() ? [join(folder, entry.name)] : [],
      ),
    ),
  ])('is at most half of what the file may give: %s', (path) => {
    const bytes = readFileSync(join(root, path));
    const drafts = readDrafts(path, bytes);
    const half = openMeter(path);
    half.read(bytes.length);
    expect(() => {
      half.addDrafts(path, drafts);
      half.addDrafts(path, drafts);
    }).not.toThrow();
  });

  it('counts a string as often as it is named', () => {
    const meter = openMeter('page');
    const shared = 'x'.repeat(100_000);
    const draft = { ...nestedDraft(1), sourceLines: Array.from({ length: 41 }, () => shared) };
    expect(() => meter.addDrafts('page', [draft])).toThrow(/unfolds into far more/);
    meter.read(10_000);
    expect(() => meter.addDrafts('page', [draft])).not.toThrow();
  });

  it('is refused when it is nested beyond reason, whatever the depth', () => {
    expect(() => openMeter('page').addDrafts('page', [nestedDraft(60)])).not.toThrow();
    for (const depth of [200, 100_000])
      expect(() => openMeter('page').addDrafts('page', [nestedDraft(depth)])).toThrow(/nested more than/);
  });

  it('counts the cells of a matrix as the requirements they become', () => {
    const roles = Array.from({ length: 30 }, (_, at) => ({ title: `R${at}`, family: 'F', levelOrder: at + 1 }));
    const skills = Array.from({ length: 600 }, (_, at) => ({
      name: `S${at}`,
      words: 'rope '.repeat(200),
      cells: Array.from({ length: 30 }, () => '3'),
    }));
    const pack = { format: 'cairn-rolepack', formatVersion: 2, id: 'p', name: 'P', version: '1', author: 'A' };
    const json = JSON.stringify({
      ...pack,
      licence: 'L',
      roles,
      ladders: [{ family: 'F', matrix: { scale: 'five-levels', skills } }],
    });
    expect(refusal('p.json', bytesOf(json)).code).toBe('FILE_TOO_LARGE');
  });

  it('leaves the other files of a drop to be read, and names the one that was refused', () => {
    const [draft, ...more] = readFiles([
      { name: 'bomb.xlsx', bytes: oneString() },
      { name: 'page.txt', bytes: fixture('competency-page.txt') },
    ]);
    expect(more).toEqual([]);
    expect(draft?.format).toBe('competency-page');
    expect(messagesOf(draft as Draft, 'LEFT_OUT').join()).toContain('bomb.xlsx');
  });
});

describe('a file made to do harm', () => {
  /** A few of each kind; all of them are tried by the proof. */
  const tried = new Set(
    'small-lie.zip one-string.xlsx laughs.xlsx brackets.json proto.json matrix.rolepack.json laughs.yaml spans.html mojibake.txt wide-head.csv'.split(
      ' ',
    ),
  );

  it('is read or refused in words, soon and in little memory, and the next file is read', async () => {
    const files = [...hostileFiles()].filter((file) => tried.has(file.name));
    expect(files).toHaveLength(tried.size);
    for (const file of files) {
      const { processorMilliseconds, megabytes } = await readHostile(file);
      // what two processors do in two seconds, the collection of garbage included
      expect.soft(processorMilliseconds, file.name).toBeLessThan(4_000);
      expect.soft(megabytes, file.name).toBeLessThan(250);
    }
    expect({}).not.toHaveProperty('polluted');
    const page = { name: 'page.txt', why: '', bytes: fixture('competency-page.txt') };
    expect((await readHostile(page)).outcome).toBe('read');
  }, 180_000);

  it('has a name and a reason of its own, and there are more than a hundred and twenty', () => {
    const names = [...hostileFiles()].map((file) => file.name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.length).toBeGreaterThanOrEqual(120);
  }, 60_000);
});

/** Files that are no role documents, or none that can be read: each is refused in words a person can act on. */
import { describe, expect, it } from 'vitest';
import { readDrafts } from '../../src-main/import/read.ts';
import { bytesOf, expectRefusal, fixtureText } from './read-text.ts';

const start = (...bytes: number[]): Uint8Array =>
  Uint8Array.from([...bytes, ...Array.from({ length: 600 }, (_, index) => (index * 37) % 256)]);

describe('what a file seems to be', () => {
  it.each([
    ['a PDF', bytesOf('%PDF-1.7\n%âãÏÓ\n1 0 obj')],
    ['a PNG picture', start(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)],
    ['a JPEG picture', start(0xff, 0xd8, 0xff, 0xe0)],
    ['a GIF picture', bytesOf('GIF89a.........')],
    ['a zip archive', start(0x50, 0x4b, 0x03, 0x04, 0x14, 0x00)],
    ['a word processor’s document', Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 0, 0, ...bytesOf('word/document.xml')])],
    ['a spreadsheet', Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 0, 0, ...bytesOf('xl/workbook.xml')])],
    ['a gzip archive', start(0x1f, 0x8b, 0x08)],
    ['a database', bytesOf('SQLite format 3\u0000')],
    ['a program', start(0x7f, 0x45, 0x4c, 0x46)],
    ['a rich text (RTF) document', bytesOf('{\\rtf1\\ansi Mission}')],
    ['a binary file', Uint8Array.from({ length: 4_000 }, (_, index) => (index * index * 31 + (index >> 3)) % 256)],
  ])('is said of %s under a false name', (kind, bytes) => {
    expectRefusal('role.json', bytes, 'FILE_UNREADABLE', '“role.json”', kind, 'Nothing was added.');
  });

  it('is said of UTF-16 that is cut in the middle of a letter, and of UTF-16 that is none', () => {
    const utf16 = Uint8Array.from(
      [...'Mission: ship it, and keep it running.'].flatMap((letter) => [letter.charCodeAt(0), 0]),
    );
    expectRefusal(
      'page.txt',
      utf16.subarray(1),
      'FILE_UNREADABLE',
      'UTF-16 without its mark',
      'Save it again as UTF-8',
    );
    expectRefusal('page.txt', start(0xff, 0xfe), 'FILE_UNREADABLE', 'damaged UTF-16');
    expectRefusal('page.txt', Uint8Array.from([0xff, 0xfe, 0x41]), 'FILE_UNREADABLE', 'damaged UTF-16');
  });
});

describe('nothing in it', () => {
  it.each([
    ['no bytes', new Uint8Array()],
    ['spaces', bytesOf(' \n\t ')],
    ['marks without words', bytesOf('--- *** ...')],
    ['a mark of byte order', Uint8Array.from([0xef, 0xbb, 0xbf])],
  ])('is said of %s', (_name, bytes) => {
    expectRefusal('Pasted text', bytes, 'FILE_EMPTY', '“Pasted text” is empty', 'Choose another file');
  });

  it('is said of a post behind a password, and of one without text', () => {
    expectRefusal(
      'p.json',
      JSON.stringify({ title: { rendered: 'A' }, content: { rendered: '', protected: true } }),
      'FILE_EMPTY',
      'behind a password',
    );
    expectRefusal(
      'p.json',
      JSON.stringify({ title: { rendered: 'A' }, content: { rendered: '<img src="x">' } }),
      'FILE_EMPTY',
      'has no text',
    );
  });
});

describe('brackets alone', () => {
  it('are nested too deep, cut off or empty', () => {
    const half = 5 * 1024 * 1024;
    const deep = `${'['.repeat(half)}${']'.repeat(half)}`;
    expectRefusal('deep.json', deep, 'FILE_UNREADABLE', `nested ${half} levels deep`, 'Nothing was added.');
    expectRefusal('deep.json', '['.repeat(1_000), 'FILE_UNREADABLE', 'nested 1000 levels deep');
    expectRefusal('cut.json', '[[{', 'FILE_UNREADABLE', 'cut off');
    expectRefusal('none.json', '[[]]', 'FILE_EMPTY', 'is empty');
  });
});

describe('too much of it', () => {
  it('is said by size alone, without a look at the content', () => {
    // Only its length is asked for: a view that breaks on any read.
    const huge = new Proxy(new Uint8Array(0), {
      get: (_target, key) => {
        if (key === 'byteLength' || key === 'length') return 200 * 1024 * 1024;
        throw new Error(`looked at ${String(key)}`);
      },
    });
    expectRefusal('huge.json', huge, 'FILE_TOO_LARGE', '200 MB', 'limit is 20 MB');
  });

  it('is said of a file above 20 MB and of text above 2 million characters', () => {
    expectRefusal('big.json', `{"a":"${'x'.repeat(21 * 1024 * 1024)}"}`, 'FILE_TOO_LARGE', 'limit is 20 MB');
    expectRefusal('big.txt', 'word '.repeat(500_000), 'FILE_TOO_LARGE', 'limit is 2 million');
  });

  it('is said of a thousand headings', () => {
    expectRefusal('many.md', '# Heading\n\ntext\n\n'.repeat(1_200), 'FILE_TOO_LARGE', '1200 headings');
  });
});

describe('broken JSON', () => {
  it('that is cut off is said to end in the middle, wherever it was cut', () => {
    const whole = fixtureText('blueprint-post.json');
    for (const share of [0.1, 0.33, 0.5, 0.77, 0.99]) {
      expectRefusal(
        'post.json',
        whole.slice(0, Math.floor(whole.length * share)),
        'FILE_UNREADABLE',
        'ends in the middle',
        'Save or download it once more',
      );
    }
  });

  it('that breaks elsewhere is said to break where it does', () => {
    expectRefusal('post.json', '{\n  "title": oops\n}', 'FILE_UNREADABLE', 'breaks at line 2, column 12');
  });

  it('that is nested too deeply is refused at once, at any depth', () => {
    for (const depth of [65, 1_000, 1_000_000]) {
      const began = performance.now();
      expectRefusal('deep.json', `{"a":${'['.repeat(depth)}${']'.repeat(depth)}}`, 'FILE_UNREADABLE', 'levels deep');
      expect(performance.now() - began).toBeLessThan(1_000);
    }
  });

  it('with keys that change what an object is is refused, and changes nothing', () => {
    for (const key of ['__proto__', 'constructor', 'prototype']) {
      expectRefusal(
        'x.json',
        `{"title":{"rendered":"A"},"content":{"rendered":"<p>b</p>","${key}":{"x":1}}}`,
        'FILE_UNREADABLE',
        `“${key}”`,
      );
    }
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });
});

describe('JSON of another kind', () => {
  it.each([
    ['{"basics":{"name":"A"},"work":[]}', 'a JSON Resume'],
    [
      '{"code":"rest_no_route","message":"No route was found","data":{"status":404}}',
      'a website’s refusal (“No route was found”)',
    ],
    ['{"one":1,"two":2}', 'an object with the keys one, two'],
    ['[[1,2],3]', 'a list of 2 entries'],
  ])('%s is named, and kept as prose', (text, words) => {
    const [draft] = readDrafts('x.json', bytesOf(text));
    expect(draft).toMatchObject({ kind: 'role', format: 'text', title: 'x' });
    expect(draft?.notices[0]?.message).toContain(words);
  });

  it.each(['[]', '{}'])('%s without a word in it is empty to a person', (text) => {
    expectRefusal('x.json', text, 'FILE_EMPTY', 'is empty');
  });

  it('and XML without text is named', () => {
    expectRefusal('x.xml', '<?xml version="1.0"?><a b="c"><d/></a>', 'FORMAT_UNKNOWN', 'XML or HTML');
  });
});

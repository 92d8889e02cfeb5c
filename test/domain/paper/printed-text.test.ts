/** Texts as they print. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainText, printedAddress } from '../../../shared/domain/paper/printed-text.ts';

describe('plain text', () => {
  test.each([
    ['**Bold** and *italic* and _slanted_', 'Bold and italic and slanted'],
    ['See [the paper](https://x.example/a_b).', 'See the paper.'],
    ['- one\n- two', 'one two'],
    ['1. first\n2. second', 'first second'],
    ['3. Platz beim Wettbewerb', '3. Platz beim Wettbewerb'],
    ['snake_case_name and 2*3*4', 'snake_case_name and 2*3*4'],
    ['46\u00A0% of\u202F1\u00A0000', '46 % of 1 000'],
    ['a \\*star\\*', 'a *star*'],
  ])('%j prints as %j', (markdown, text) => expect(plainText(markdown)).toBe(text));

  test('never has two spaces, a line break or a special space, and stays as it is when taken again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const plain = plainText(text);
        expect(plain).not.toMatch(/\s\s|[\n\u00A0]/u);
        expect(plain).toBe(plain.trim());
      }),
    );
  });

  test('takes no longer for hostile text', () => {
    const started = performance.now();
    for (const piece of ['*', '_', '[', '**a', '[a](', '\\', '- ']) plainText(piece.repeat(10_000));
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});

describe('an address', () => {
  test.each([
    ['https://kovarik.example/', 'kovarik.example', 'https://kovarik.example/'],
    ['kovarik.example/talks', 'kovarik.example/talks', 'https://kovarik.example/talks'],
    ['http://old.example', 'old.example', null],
    ['javascript:alert(1)', 'javascript:alert(1)', null],
    ['file:///etc/passwd', 'file:///etc/passwd', null],
    ['localhost:8080/x', 'localhost:8080/x', 'https://localhost:8080/x'],
  ])('%s prints as %s and leads to %s', (url, text, href) => expect(printedAddress(url)).toEqual({ text, href }));

  test('over 60 characters prints its host, and its link leads to the whole', () => {
    const url = `https://code.example/${'very-long-path/'.repeat(5)}end`;
    expect(printedAddress(url)).toEqual({ text: 'code.example/…', href: url });
  });

  test('that is empty is none', () => expect(printedAddress('  ')).toBeNull());
});

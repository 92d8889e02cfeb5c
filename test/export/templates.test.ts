/** What the templates must not say, because it loses or scrambles text in the PDF. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';

const folder = resolve(import.meta.dirname, '../../src-renderer/documents');
const files = readdirSync(folder).map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }));
const styles = files.filter((file) => file.name.endsWith('.css'));
const code = files.filter((file) => /\.tsx?$/.test(file.name));

/** Declarations by their property, comments taken out. */
const declares = (text: string, property: string) =>
  new RegExp(`(?:^|[{;\\s])${property}\\s*:`).test(text.replace(/\/\*[\s\S]*?\*\//g, ''));

describe('style sheets of paper', () => {
  test('are there', () => expect(styles.length).toBeGreaterThan(2));

  test.each([
    ['font', 'the shorthand resets ligatures and figures'],
    ['position', 'a positioned box is painted last, and read last'],
    ['float', 'the same'],
    ['opacity', 'the same'],
    ['transform', 'the same'],
    ['z-index', 'the same'],
    ['filter', 'it becomes a picture'],
    ['box-shadow', 'it becomes a picture'],
    ['background-image', 'it becomes a picture'],
    ['font-variant-caps', 'small capitals split a word into two runs'],
  ])('never set %s: %s', (property) => {
    for (const { name, text } of styles) expect(declares(text, property), name).toBe(false);
  });

  test('space letters by 0.08 em at most', () => {
    for (const { text } of styles) {
      for (const [, value] of text.matchAll(/letter-spacing:\s*(-?[\d.]+)em/g))
        expect(Number(value)).toBeLessThanOrEqual(0.08);
    }
  });

  test('turn ligatures off and set nothing below 7.5 pt', () => {
    expect(styles.some(({ text }) => /font-variant-ligatures:\s*none/.test(text))).toBe(true);
    for (const { name, text } of styles) {
      for (const [, size] of text.matchAll(/font-size:\s*([\d.]+)pt/g))
        expect(Number(size), name).toBeGreaterThanOrEqual(7.5);
    }
  });

  test('ship static faces only', () => {
    for (const { name, text } of styles) {
      expect(text, name).not.toContain('@fontsource-variable');
      expect(text, name).not.toContain('woff2-variations');
    }
  });
});

describe('templates', () => {
  test('hold no special space, soft hyphen, ligature or arrow', () => {
    for (const { name, text } of files)
      expect(text, name).not.toMatch(/[\u00A0\u00AD\u2000-\u200F\u202F\uFB00-\uFB06\u2190-\u21FF]/u);
    for (const { name, text } of files) expect(text, name).not.toMatch(/&nbsp;|&shy;|\\u00A0/i);
  });

  test('set bold and italic by <b> and <i>', () => {
    for (const { name, text } of code) expect(text, name).not.toMatch(/<(?:strong|em)[\s>]/);
  });

  test('set nothing by the shorthand or by position in code either', () => {
    for (const { name, text } of code)
      expect(text, name).not.toMatch(/\b(?:font|position|float|opacity|transform):\s*[`'"]/);
  });
});

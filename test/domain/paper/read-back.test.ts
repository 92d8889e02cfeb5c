/** What of a document is found in the lines a parser read. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareReadBack } from '../../../shared/domain/paper/read-back.ts';

const fields = (...texts: string[]) => texts.map((text, index) => ({ label: `Field ${index}`, text }));
const labels = (found: readonly { readonly label: string }[]) => found.map((field) => field.label);

describe('a field', () => {
  test('is found across lines, where a break may stand for a space or for nothing', () => {
    const pages = [['Cut p95 latency for 38', 'depots, with first-', 'line help from an-', 'architecture team.']];
    const compared = compareReadBack(
      fields('Cut p95 latency for 38 depots, with first-line help from an-architecture team.'),
      pages,
    );
    expect(compared).toMatchObject({ found: 1, total: 1, missing: [], outOfOrder: [] });
  });

  test('is found in capitals, in another normal form, and with the other apostrophe', () => {
    const compared = compareReadBack(fields('Experience', 'Kovařík', 'the company’s', '‘so called’'), [
      ['EXPERIENCE', 'Kovar\u030Ci\u0301k', 'the company\u02BCs', '\u02BBso called\u02BC'],
    ]);
    expect(compared.found).toBe(4);
  });

  test('is missing when its words were run together or pulled apart', () => {
    expect(labels(compareReadBack(fields('Platform Engineer'), [['PlatformEngineer']]).missing)).toEqual(['Field 0']);
    expect(labels(compareReadBack(fields('Experience'), [['E X P ERIENCE']]).missing)).toEqual(['Field 0']);
  });

  test('is missing when it is only a part of another word', () => {
    expect(compareReadBack(fields('Go'), [['Google']]).found).toBe(0);
    expect(compareReadBack(fields('2018'), [['12018']]).found).toBe(0);
  });

  test('that stands twice in the model must stand twice on the page', () => {
    const compared = compareReadBack(fields('2024', 'Lead', '2024'), [['2024', 'Lead']]);
    expect(labels(compared.missing)).toEqual(['Field 2']);
    expect(compareReadBack(fields('2024', 'Lead', '2024'), [['2024', 'Lead 2024']]).missing).toEqual([]);
  });

  test('is found across pages although running text stands between', () => {
    const pages = [
      ['Name', 'A summary that goes'],
      ['Name 2 / 3', 'on here and'],
      ['ends here.', 'Name', '3 / 3'],
    ];
    const compared = compareReadBack(fields('Name', 'A summary that goes on here and ends here.'), pages, ['Name']);
    expect(compared.found).toBe(2);
  });
});

describe('a field whose marks were taken away', () => {
  const found = (typed: string, text: string) => compareReadBack([{ label: 'Line', text, typed }], [[text]]).found;

  test.each([
    ['**Cut** _costs_ by [half](https://x.example)', 'Cut costs by half'],
    ['- one\n- two', 'one two'],
    ['Kept `a_b` and **snake_case** at - 5 %', 'Kept `a_b` and snake_case at - 5 %'],
  ])('is found when no sign but marks has gone: %j', (typed, text) => expect(found(typed, text)).toBe(1));

  test.each([
    ['Refactored __init__ and __main__', 'Refactored init and main'],
    ['Read `*.csv` and `*.json`', 'Read `.csv` and `.json`'],
    ['Read *.csv, *.json', 'Read .csv, .json'],
    ['Moved C:\\_archive', 'Moved C:_archive'],
    ['+ 30 % revenue', '30 % revenue'],
    ['- 5 %', '5 %'],
    ['Wrote snake_case_name', 'Wrote snakecasename'],
  ])('is missing when a sign that was typed is not on paper: %j as %j', (typed, text) =>
    expect(found(typed, text)).toBe(0),
  );
});

describe('order', () => {
  test('names the one that moved, not all that follow it', () => {
    const compared = compareReadBack(fields('alpha', 'bravo', 'charlie', 'delta'), [
      ['bravo', 'charlie', 'delta', 'alpha'],
    ]);
    expect(compared.found).toBe(4);
    expect(labels(compared.outOfOrder)).toEqual(['Field 0']);
  });

  test('a missing short field does not take the place of a later one', () => {
    const compared = compareReadBack(fields('Kubernetes', '2021', 'Leeds', 'since 2021'), [
      ['Kubernetes', 'Leeds', 'since 2021'],
    ]);
    expect(labels(compared.missing)).toEqual(['Field 1']);
    expect(compared.outOfOrder).toEqual([]);
  });

  const words = fc.uniqueArray(fc.stringMatching(/^[a-z]{3,9}( [a-z]{2,7}){0,6}$/), { minLength: 1, maxLength: 20 });

  test('whatever is printed line by line in order is found whole', () => {
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 7 }), (texts, perPage) => {
        const pages: string[][] = [];
        for (let at = 0; at < texts.length; at += perPage) pages.push(texts.slice(at, at + perPage));
        const compared = compareReadBack(fields(...texts), pages);
        expect(compared).toMatchObject({ found: texts.length, missing: [], outOfOrder: [] });
      }),
    );
  });

  test('found and missing make the total, and nothing is both missing and out of order', () => {
    fc.assert(
      fc.property(words, fc.array(fc.string(), { maxLength: 10 }), (texts, lines) => {
        const compared = compareReadBack(fields(...texts), [[...lines, ...texts.slice(0, 3)]]);
        expect(compared.found + compared.missing.length).toBe(compared.total);
        expect(compared.missing.filter((field) => compared.outOfOrder.includes(field))).toEqual([]);
      }),
    );
  });
});

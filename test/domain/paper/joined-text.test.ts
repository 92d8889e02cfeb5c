/** Parts of a line where they meet. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joinParts, listed, sentence } from '../../../shared/domain/paper/joined-text.ts';

test.each([
  [['Ferries', 'Lisbon'], 'Ferries, Lisbon'],
  [['Ferries on the Tagus.', 'Lisbon'], 'Ferries on the Tagus. Lisbon'],
  [['Is it “open”?”', 'Lisbon'], 'Is it “open”?” Lisbon'],
  [['Ferries,', ', Lisbon'], 'Ferries, Lisbon'],
  [['Ferries;', 'Lisbon'], 'Ferries, Lisbon'],
  [['M.Sc.', 'Physics', 'Porto'], 'M.Sc. Physics, Porto'],
  [['Acme Inc.', '.NET'], 'Acme Inc. .NET'],
  [['フェリー。', '東京'], 'フェリー。 東京'],
  [['عبّارات،', 'عمّان'], 'عبّارات, عمّان'],
  [['', ' ', '.', ',', 'Lisbon'], 'Lisbon'],
  [['Lisbon,'], 'Lisbon,'],
])('%j is joined as %j', (parts, line) => expect(joinParts(parts)).toBe(line));

describe('whatever is joined', () => {
  test('has no comma beside another mark where parts meet', () => {
    const part = fc.stringMatching(/^[ab][ab ]{0,4}[.,;:!?…]?$/);
    fc.assert(
      fc.property(fc.array(part, { maxLength: 4 }), (parts) => {
        expect(joinParts(parts)).not.toMatch(/[.,;:!?…]\s*,/);
      }),
    );
  });
});

test('a list has one comma between things, whatever they end with', () => {
  expect(listed(['Docker.', 'Go,', 'Node.js', 'etc.', 'C++', ''])).toBe('Docker, Go, Node.js, etc., C++');
});

test('a sentence ends with one stop', () => {
  expect(sentence('Sammy Davis Jr.')).toBe('Sammy Davis Jr.');
  expect(sentence('Maren Kovařík')).toBe('Maren Kovařík.');
});

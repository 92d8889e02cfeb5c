/** The difference between the record's wording and that of a resume. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diffWords } from '../../../src-renderer/features/resumes/page/word-diff.ts';

const words = (text: string) => text.split(/\s+/u).filter(Boolean);
const wording = fc
  .array(fc.constantFrom('cut', 'latency', 'from', 'to', '412', '96', 'ms', 'for', 'depots,'), { maxLength: 14 })
  .map((list) => list.join(' '));

test('what stays and what is new give the wording of the resume; what stays and what is gone give the record’s', () => {
  fc.assert(
    fc.property(wording, wording, (record, resume) => {
      const parts = diffWords(record, resume);
      const joined = (kind: 'gone' | 'new') =>
        words(
          parts
            .filter((part) => part.kind === 'same' || part.kind === kind)
            .map((part) => part.text)
            .join(' '),
        );
      expect(joined('new')).toEqual(words(resume));
      expect(joined('gone')).toEqual(words(record));
    }),
  );
});

test('the same wording has no difference', () => {
  fc.assert(
    fc.property(wording, (text) => {
      expect(diffWords(text, text).filter((part) => part.kind !== 'same')).toEqual([]);
    }),
  );
});

test('only the words that changed are told', () => {
  expect(diffWords('Cut latency from 412 ms', 'Cut p95 latency to 96 ms')).toEqual([
    { kind: 'same', text: 'Cut ' },
    { kind: 'new', text: 'p95 ' },
    { kind: 'same', text: 'latency ' },
    { kind: 'gone', text: 'from 412 ' },
    { kind: 'new', text: 'to 96 ' },
    { kind: 'same', text: 'ms' },
  ]);
});

/** The names of competencies in a note: what was typed, and what the library calls it. */
import { describe, expect, it } from 'vitest';
import type { CaptureVocabulary } from '../../../shared/api/accomplishment.ts';
import { readCapture } from '../../../shared/domain/capture/capture.ts';

const known: CaptureVocabulary = {
  positions: [],
  competencies: [
    { id: 'c1', name: 'Data engineering', aliases: ['DE'] },
    { id: 'c3', name: 'C++', aliases: ['cpp'] },
  ],
  tags: [],
};
const read = (text: string) => readCapture(text, known, '2026-11-21');

describe('competencies of a note', () => {
  it('keep the name they were given, in the spelling of the library, and say what it is called there', () => {
    expect(read('Did it +CPP:2').competencies).toMatchObject([
      { id: 'c3', name: 'cpp', names: ['cpp'], commonName: 'C++', level: 2 },
    ]);
    expect(read('Did it +brewing:2').competencies).toMatchObject([{ id: null, name: 'brewing', commonName: null }]);
  });

  it('are one by two of their names, with both and at the higher level', () => {
    expect(read('Did it +de:3 +data-engineering:2').competencies).toMatchObject([
      {
        id: 'c1',
        names: ['DE', 'Data engineering'],
        name: 'DE, Data engineering',
        level: 3,
        commonName: 'Data engineering',
      },
    ]);
  });
});

/** The position of a captured note: named by a mark, or held on its day. */
import { describe, expect, it } from 'vitest';
import type { CaptureVocabulary } from '../../../shared/api/accomplishment.ts';
import { readCapture } from '../../../shared/domain/capture/capture.ts';

const today = '2026-11-21';
const known: CaptureVocabulary = {
  positions: [
    {
      id: 'p1',
      title: 'Senior ML Engineer',
      employer: 'Fenlock',
      isCurrent: true,
      startedOn: '2024-03',
      endedOn: null,
    },
    { id: 'p2', title: 'ML Engineer', employer: 'Fenlock', isCurrent: false, startedOn: '2021', endedOn: '2024-02' },
    {
      id: 'p3',
      title: 'Data Analyst',
      employer: 'Harbour & Sons',
      isCurrent: false,
      startedOn: '2018',
      endedOn: '2019',
    },
    {
      id: 'p4',
      title: 'Data Engineer',
      employer: 'Harbour & Sons',
      isCurrent: false,
      startedOn: '2019',
      endedOn: '2021',
    },
  ],
  competencies: [
    { id: 'c1', name: 'Data engineering', aliases: ['DE'] },
    { id: 'c2', name: 'Model serving', aliases: [] },
    { id: 'c3', name: 'C++', aliases: ['cpp'] },
    { id: 'c4', name: 'C', aliases: [] },
    { id: 'c5', name: 'Planning (budget & staff)', aliases: [] },
  ],
  tags: ['serving', 'Feature store'],
};
const read = (text: string) => readCapture(text, known, today);

describe('the position', () => {
  it.each([
    ['@fenlock', 'p1', true],
    ['@Fen', 'p1', true],
    ['@"Data Analyst"', 'p3', true],
    ['@data-analyst', 'p3', true],
    ['@Data Analyst', 'p3', true],
    ['@analyst', 'p3', true],
    ['@Fenlock’s depots', 'p1', true],
    ['@Harbour', 'p4', false],
    ['@Harbour & Sons', 'p4', false],
  ])('%s finds %s (certain: %s)', (mark, id, certain) => {
    expect(read(`Did it at ${mark}`).position).toMatchObject({ id, certain });
  });

  it('is a question where the words fit several and none is current', () => {
    expect(read('Did it @Harbour')).toMatchObject({
      title: 'Did it @Harbour',
      notices: ['“@Harbour” fits 2 positions. Tab takes Data Engineer, Harbour & Sons.'],
    });
  });

  it('is the latest of those that no words can tell apart', () => {
    const [first] = known.positions;
    if (!first) throw new Error('No position.');
    const twice = [1, 2].map((year) => ({ ...first, id: `y${year}`, isCurrent: false, endedOn: `202${year}` }));
    expect(readCapture('Did it @Fenlock', { ...known, positions: twice }, today).position).toMatchObject({
      id: 'y2',
      certain: true,
    });
  });

  it('is the only one held that day when none is named', () => {
    expect(read('Did it').position).toEqual({
      id: 'p1',
      label: 'Senior ML Engineer, Fenlock',
      from: '',
      certain: true,
    });
  });

  it.each([
    ['2022', 'p2'],
    ['2022-07', 'p2'],
    ['2023-12-31', 'p2'],
    ['2018-05', 'p3'],
    ['2020', 'p4'],
    ['2010', undefined],
    // two were held in that year
    ['2019', undefined],
    ['2021', undefined],
  ])('is the one held in the past for a note about %s', (day, id) => {
    expect(readCapture('Did it', known, day).position?.id).toBe(id);
  });

  it('is not taken when several are current, none is, or the one has not begun', () => {
    const [first, ...rest] = known.positions;
    if (!first) throw new Error('No position.');
    const taken = (positions: CaptureVocabulary['positions']) =>
      readCapture('Did it', { ...known, positions }, today).position;
    expect(taken([first, { ...first, id: 'p9' }])).toBeNull();
    expect(taken(rest)).toBeNull();
    expect(taken([{ ...first, startedOn: '2027-01' }])).toBeNull();
    expect(taken([])).toBeNull();
  });

  it('unknown stays in the text as typed, with a notice', () => {
    expect(read('Worked with @Acme on it')).toMatchObject({
      title: 'Worked with @Acme on it',
      spans: [],
      notices: ['No position is called “Acme”. The words stay in the text.'],
    });
  });

  it('is one: the second stays in the text, with a notice', () => {
    expect(read('Did it @Fenlock @analyst')).toMatchObject({
      title: 'Did it @analyst',
      position: { id: 'p1' },
      notices: ['One accomplishment has one position: “@Fenlock” was taken, “@analyst” stays in the text.'],
    });
  });

  it.each(['mail maren@fenlock.org', 'met @ 10:30', 'met @10:30', '@', 'https://example.org/@fenlock'])(
    'is not read from %j',
    (text) => {
      expect(read(text)).toMatchObject({ title: text, spans: [], notices: [], position: { from: '' } });
    },
  );
});

/** What is offered while a note is typed, and that what is put in is understood as what was offered. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KnownPosition } from '../../../shared/api/accomplishment.ts';
import { readCapture } from '../../../shared/domain/capture/capture.ts';
import {
  insertSuggestion,
  openMarkAt,
  positionMark,
  suggestionsFor,
} from '../../../shared/domain/capture/capture-suggestions.ts';

const position = (id: string, title: string, employer: string, isCurrent = false): KnownPosition => ({
  id,
  title,
  employer,
  isCurrent,
  startedOn: '2020',
  endedOn: isCurrent ? null : '2022',
});
const known = {
  positions: [
    position('1', 'Senior ML Engineer', 'Fenlock', true),
    position('2', 'ML Engineer', 'Fenlock'),
    position('3', 'Data Analyst', 'Copper & Co'),
  ],
  competencies: [
    { id: 'a', name: 'Model serving', aliases: ['Inference'] },
    { id: 'b', name: 'Reliability', aliases: [] },
  ],
  tags: ['serving', 'services', 'cost'],
};
const offered = (text: string) => {
  const mark = openMarkAt(text, text.length, known);
  return mark === null ? [] : suggestionsFor(mark, text, known).map((suggestion) => suggestion.label);
};

describe('a mark that is being typed', () => {
  it('is found at the caret, at the start of a word only', () => {
    expect(openMarkAt('Cut it #ser', 11, known)).toMatchObject({ kind: 'tag', start: 7, typed: 'ser' });
    expect(openMarkAt('mail ann@fenlock', 16, known)).toBeNull();
    expect(openMarkAt('in C#', 5, known)).toBeNull();
    expect(openMarkAt('#serving done', 13, known)).toBeNull();
    expect(openMarkAt('@Fen\nlock', 9, known)).toBeNull();
  });

  it('never throws, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('#', '@', '+', ':', ' ', 'a', '3', '"', '\n') }), (text) => {
        for (let caret = 0; caret <= text.length; caret++) {
          const mark = openMarkAt(text, caret, known);
          if (mark !== null) suggestionsFor(mark, text, known);
        }
      }),
    );
  });
});

describe('what is offered', () => {
  it('begins with what was typed, by name or by alias, case and accents aside', () => {
    expect(offered('Cut it #SER')).toEqual(['#serving', '#services']);
    expect(offered('Cut it +infer')).toEqual(['Inference']);
    expect(offered('Cut it +serv')).toEqual(['Model serving']);
    expect(offered('Cut it @data')).toEqual(['Data Analyst, Copper & Co']);
  });

  it('ends when a whole name is followed by a space', () => {
    expect(offered('Cut it @Fenlock ')).toEqual([]);
    expect(offered('Cut it +Model ')).toEqual(['Model serving']);
  });

  it('is found where a note is read as one, and nowhere else', () => {
    const signs = fc.string({ unit: fc.constantFrom('#', '@', '+', '(', '*', ',', ' ', 'a', 'Fenlock', 'cost') });
    fc.assert(
      fc.property(signs, (text) => {
        const open = openMarkAt(text, text.length, known);
        const read = readCapture(`${text}x`, known, '2026-11-21').spans.at(-1);
        if (open?.kind === 'tag') expect(read).toMatchObject({ kind: 'tag', start: open.start });
        if (read?.kind === 'tag' && read.end === text.length + 1) expect(open?.start).toBe(read.start);
      }),
    );
    expect(openMarkAt('*#ser', 5, known)).toMatchObject({ kind: 'tag', start: 1 });
    expect(openMarkAt('done,#ser', 9, known)).toBeNull();
    expect(openMarkAt('#cost,#ser', 10, known)).toMatchObject({ kind: 'tag', start: 6 });
  });

  it('ends when a mark is typed whole, also before the space', () => {
    expect(offered('Cut it #servin')).toEqual(['#serving']);
    expect(offered('Cut it #serving')).toEqual([]);
    expect(offered('Cut it #Serving')).toEqual([]);
    expect(offered('Cut it +reliability')).toEqual([]);
    // Two positions are at Fenlock, one of them now: that one is meant.
    expect(offered('Cut it @Fenloc')).toHaveLength(2);
    expect(offered('Cut it @Fenlock')).toEqual([]);
    expect(offered('Cut it @"Data Analyst"')).toEqual([]);
  });

  it('stays open after a whole name that leaves a choice', () => {
    const past = known.positions.map((held) => ({ ...held, isCurrent: false, endedOn: '2022' }));
    const mark = openMarkAt('@Fenlock', 8, known);
    if (mark === null) throw new Error('there is a mark at the caret');
    expect(suggestionsFor(mark, '@Fenlock', { ...known, positions: past })).toHaveLength(2);
  });

  it('begins with what a pinned role asks for', () => {
    const competencies = [
      { id: 'a', name: 'Performance art', aliases: [] },
      { id: 'b', name: 'Personal safety', aliases: [] },
      { id: 'c', name: 'Web performance', aliases: [], isAsked: true },
    ];
    const labels = (text: string) => {
      const mark = openMarkAt(text, text.length, known);
      return mark === null ? [] : suggestionsFor(mark, text, { ...known, competencies }).map(({ label }) => label);
    };
    expect(labels('+Perf')).toEqual(['Web performance', 'Performance art']);
    expect(labels('+')).toEqual(['Web performance', 'Performance art', 'Personal safety']);
  });

  it('is a level after the colon', () => {
    expect(offered('Cut it +Model serving:')).toEqual(['1', '2', '3', '4', '5']);
  });
});

describe('what is put in', () => {
  it('takes the place of the mark and leaves the rest', () => {
    const text = 'Cut it #ser by half';
    const mark = openMarkAt(text, 11, known);
    if (mark === null) throw new Error('there is a mark at the caret');
    const [first] = suggestionsFor(mark, text, known);
    if (first === undefined) throw new Error('there is a suggestion');
    expect(insertSuggestion(text, mark, first)).toEqual({ text: 'Cut it #serving by half', caret: 16 });
  });

  it('is understood as that position and no other', () => {
    for (const position of known.positions) {
      const reading = readCapture(`Cut the bill by half ${positionMark(position, known)}`, known, '2026-11-21');
      expect(reading.position).toMatchObject({ id: position.id, certain: true });
    }
  });

  it('is understood as that competency with that level', () => {
    const reading = readCapture('Cut the bill +Model serving:4 ', known, '2026-11-21');
    expect(reading.competencies).toMatchObject([{ id: 'a', level: 4 }]);
  });
});

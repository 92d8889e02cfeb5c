/** Quick capture: what a typed note is understood to mean, and that nothing typed is lost. */
import fc from 'fast-check';
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
const tagNames = (text: string) => read(text).tags.map((tag) => tag.name);

describe('a whole note', () => {
  const text =
    'Cut the cold start of the ranking model from 38 s to 9 s by baking the weights into the image. Depots can now restart at shift change. #serving @Fenlock';

  it('becomes a title, a story, a tag, a position and a guess at a metric', () => {
    expect(read(text)).toMatchObject({
      title: 'Cut the cold start of the ranking model from 38 s to 9 s by baking the weights into the image',
      story: 'Depots can now restart at shift change.',
      tags: [{ name: 'serving', from: '#serving' }],
      position: { id: 'p1', label: 'Senior ML Engineer, Fenlock', from: '@Fenlock', certain: true },
      metric: { name: 'cold start', unit: 's', baseline: 38, value: 9, from: 'from 38 s to 9 s', isGuess: true },
      competencies: [],
      notices: [],
    });
  });

  it('tells where the marks stand in the text as typed', () => {
    expect(read(text).spans.map((span) => [span.kind, text.slice(span.start, span.end)])).toEqual([
      ['tag', '#serving'],
      ['position', '@Fenlock'],
    ]);
  });
});

describe('title and story', () => {
  it.each([
    ['Shipped the thing', 'Shipped the thing', ''],
    ['shipped iOS app. it works', 'shipped iOS app. it works', ''],
    ['First line\nSecond line', 'First line', 'Second line'],
    ['Done. Then more. And more.', 'Done', 'Then more. And more.'],
    ['Was it done? Yes.', 'Was it done?', 'Yes.'],
    ['Moved to v2.5 in a day. Nobody noticed.', 'Moved to v2.5 in a day', 'Nobody noticed.'],
    ['Met Dr. Aalto, i.e. the client. Signed.', 'Met Dr. Aalto, i.e. the client', 'Signed.'],
    ['- Closed the audit. Two findings left.', 'Closed the audit', 'Two findings left.'],
    ['# Heading\n\nText below', 'Heading', 'Text below'],
    ['Waited… Then it ran.', 'Waited… Then it ran', ''],
    ['早く終わった。次へ。', '早く終わった。', '次へ。'],
  ])('of %j are %j and %j', (text, title, story) => {
    expect(read(text)).toMatchObject({ title, story });
  });

  it('leaves the marks that stand apart, and turns those amid a sentence into words', () => {
    const titled = (text: string) => {
      const { title, story } = read(text);
      return story === '' ? title : `${title} | ${story}`;
    };
    expect(titled('Cut the bill #serving @Fenlock')).toBe('Cut the bill');
    expect(titled('Cut the bill #serving, #cost.')).toBe('Cut the bill');
    expect(titled('#serving Cut the bill')).toBe('Cut the bill');
    expect(titled('Cut the bill. #serving\nNext line')).toBe('Cut the bill | Next line');
    expect(titled('Rolled out #kubernetes to all depots')).toBe('Rolled out kubernetes to all depots');
    expect(titled('#kubernetes rollout finished')).toBe('kubernetes rollout finished');
    expect(titled('Moved the builds to #kubernetes')).toBe('Moved the builds to kubernetes');
    expect(titled('Moved the builds to #kubernetes #serving')).toBe('Moved the builds to kubernetes');
    expect(titled('Led the migration at @Fenlock through winter')).toBe('Led the migration at Fenlock through winter');
    expect(titled('Showed +data-engineering:4 on the new path')).toBe('Showed data engineering on the new path');
    expect(titled('Cut the bill #serving @Acme')).toBe('Cut the bill @Acme');
    expect(titled('Audit closed (#serving)')).toBe('Audit closed (serving)');
  });

  it('leaves a note of marks alone without a title', () => {
    expect(read('#serving @Fenlock')).toMatchObject({ title: '', story: '', tags: [{ name: 'serving' }] });
  });

  it('cuts a title without end at a word, and keeps the whole in the story', () => {
    const text = 'word '.repeat(200).trim();
    const { title, story } = read(text);
    expect(title.length).toBeLessThanOrEqual(162);
    expect(title).toMatch(/word…$/);
    expect(story).toBe(text);
  });
});

describe('tags', () => {
  it('are words behind a # that starts a word', () => {
    expect(tagNames('#a #b2, (#c) "#d" #e-f #g_h #node.js #C# #c++ end')).toEqual([
      'a',
      'b2',
      'c',
      'd',
      'e-f',
      'g_h',
      'node.js',
      'C#',
      'c++',
    ]);
    expect(tagNames('#a#b,#c')).toEqual(['a', 'b', 'c']);
    expect(tagNames('#überblick #教育')).toEqual(['überblick', '教育']);
  });

  it('may have several words, in quotes or because the tag is there', () => {
    expect(tagNames('#"late freight" #Feature store moved')).toEqual(['late freight', 'Feature store']);
    expect(read('#Feature store moved').title).toBe('Feature store moved');
  });

  it('take the spelling of a tag that is there', () => {
    expect(tagNames('#Serving #feature-store #SERVING')).toEqual(['serving', 'Feature store']);
  });

  it.each([
    'mail a#b@c.org',
    'see https://example.org/page#fragment and www.example.org/#top',
    'see (https://example.org/a,#frag)',
    'C# and F# code',
    'ranked #1 of 4, ticket #42',
    '# heading',
    'a # b',
    '#',
    '##',
    'AC#DC',
  ])('are not found in %j', (text) => {
    expect(tagNames(text)).toEqual([]);
    expect(read(text).spans).toEqual([]);
  });

  it('stop at 40, and say so', () => {
    const reading = read(Array.from({ length: 50 }, (_, index) => `#tag${index}`).join(' '));
    expect(reading.tags).toHaveLength(40);
    expect(reading.notices[0]).toBe('Only 40 tags are kept. “#tag40” stays in the text.');
  });
});

describe('competencies', () => {
  it.each([
    ['+data-engineering:3', 'c1', 'Data engineering', 3],
    ['+"data engineering":3', 'c1', 'Data engineering', 3],
    ['+“Data engineering”:5', 'c1', 'Data engineering', 5],
    ['+Data engineering:3', 'c1', 'Data engineering', 3],
    ['+de:1', 'c1', 'DE', 1],
    ['+C++:2', 'c3', 'C++', 2],
    ['+c:2', 'c4', 'C', 2],
    ['+model-serving', 'c2', 'Model serving', null],
    ['+Planning (budget & staff):4', 'c5', 'Planning (budget & staff)', 4],
    ['+prompt-design:2', null, 'prompt design', 2],
  ])('%s names %s', (mark, id, name, level) => {
    expect(read(`Did it ${mark}`)).toMatchObject({ title: 'Did it', competencies: [{ id, name, level, from: mark }] });
  });

  it('say when they are new, have no level, or a level there is not', () => {
    expect(read('Did it +foo').notices).toEqual([
      '“foo” names no level, so it is kept as a tag. Write +foo:3 for level 3.',
    ]);
    expect(read('Did it +foo:2').notices).toEqual(['“foo” is a new competency.']);
    expect(read('Did it +model-serving').notices).toEqual([
      '“Model serving” names no level, so it is kept as a tag. Write +model-serving:3 for level 3.',
    ]);
    expect(read('Did it +model-serving:7').notices).toEqual([
      'There is no level 7, so “Model serving” is kept as a tag. Levels go from 1 to 5.',
    ]);
    expect(read('Did it +model-serving:7').competencies[0]?.level).toBeNull();
  });

  it('count once, with the level said last', () => {
    expect(read('Did it +de:2 +data-engineering:4 +de').competencies).toMatchObject([{ id: 'c1', level: 4 }]);
  });

  it.each(['+20 % revenue', 'A + B', 'C++ code', '+49 30 123', '+', 'a+b', '1+1'])('are not read from %j', (text) => {
    expect(read(text)).toMatchObject({ title: text, competencies: [], spans: [] });
  });
});

describe('nothing is lost', () => {
  const piece = fc.oneof(
    {
      weight: 3,
      arbitrary: fc.constantFrom(
        '#tag',
        '@Fenlock',
        '@nobody',
        '+de:3',
        '+new-thing',
        '+"data engineering":2',
        '.',
        ',',
        '\n',
        ' ',
        '  ',
        '#',
        '@',
        '+',
        '"',
        '(',
        ')',
        '#a#b',
      ),
    },
    { weight: 2, arbitrary: fc.constantFrom('Cut', 'the', 'to', 'from 3 to 1', 'https://x.org/#a', 'a@b.org', 'Nine') },
    { weight: 1, arbitrary: fc.string({ maxLength: 6, unit: 'grapheme' }) },
  );
  const note = fc
    .array(fc.tuple(piece, fc.constantFrom(' ', ' ', '')), { maxLength: 14 })
    .map((parts) => parts.flat().join(''));

  it('has spans in order, apart, and inside the text', () => {
    fc.assert(
      fc.property(note, (text) => {
        let last = 0;
        for (const span of read(text).spans) {
          expect(span.start).toBeGreaterThanOrEqual(last);
          expect(span.end).toBeGreaterThan(span.start);
          last = span.end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it('keeps every word outside the marks in the title or the story, in order', () => {
    fc.assert(
      fc.property(note, (text) => {
        const reading = read(text);
        let left = '';
        let at = 0;
        for (const span of reading.spans) {
          left += `${text.slice(at, span.start)} `;
          at = span.end;
        }
        left += text.slice(at);
        const kept = [...`${reading.title} ${reading.story}`.matchAll(/[\p{L}\p{N}]/gu)].map(String);
        let found = 0;
        for (const letter of [...left.matchAll(/[\p{L}\p{N}]/gu)].map(String)) {
          found = kept.indexOf(letter, found) + 1;
          expect(found, `“${letter}” of ${JSON.stringify(text)}`).toBeGreaterThan(0);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('has a title where there are words beside the marks, short enough to be kept', () => {
    fc.assert(
      fc.property(note, (text) => {
        const { title, story, spans } = read(text);
        expect(title.length).toBeLessThanOrEqual(500);
        if (title === '') expect(story).toBe('');
        if (spans.length === 0) expect(title === '').toBe(text.trim() === '');
      }),
    );
  });

  it('reads 300 marks, and leaves the rest of a page of them as text', () => {
    const { story, spans, notices } = read('+de:3 '.repeat(400));
    expect(spans).toHaveLength(300);
    expect(story.match(/\+de:3/g)).toHaveLength(100);
    expect(notices).toEqual(['Only the first 300 marks were read. The rest stays in the text.']);
  });

  it('reads notes of 50,000 characters of any kind of mark without slowing down', () => {
    const kinds = [
      '#',
      '#a ',
      '@a ',
      '@Fenlock ',
      '+a:1 ',
      '+"',
      '+"a',
      '@"a b ',
      '1 to ',
      'from 1 to ',
      ' ',
      '. ',
      '\n#a',
      'a@',
      '9',
      'aa-',
    ];
    for (const kind of kinds) {
      const text = kind.repeat(Math.ceil(50_000 / kind.length));
      const started = performance.now();
      read(text);
      expect(performance.now() - started, JSON.stringify(kind)).toBeLessThan(1_000);
    }
  });
});

/** The guess at a metric: changes are found, ranges, years and clock times are left alone. */
import { describe, expect, it } from 'vitest';
import { guessMetric } from '../../../shared/domain/capture/metric-guess.ts';

const guess = (text: string) => guessMetric(text, []);

describe('a change in a sentence', () => {
  it.each([
    ['Cut the cold start from 38 s to 9 s', 'cold start', 's', 38, 9],
    ['Cut p95 feature latency from 412 to 96 ms', 'p95 feature latency', 'ms', 412, 96],
    ['Latency 412 → 96 ms', 'Latency', 'ms', 412, 96],
    ['p95 latency: 412 -> 96 ms', 'p95 latency', 'ms', 412, 96],
    ['Brought it down. Pages went from 11 to 4 pages in a month', 'Pages', 'pages', 11, 4],
    ['11 to 4 pages', 'pages', 'pages', 11, 4],
    ['Raised availability from 99.2 % to 99.96 %', 'availability', '%', 99.2, 99.96],
    ['Raised availability from 99.2% to 99.96%', 'availability', '%', 99.2, 99.96],
    ['99.2 % to 99.96 %', '%', '%', 99.2, 99.96],
    ['Grew the team from 3 to 9 people', 'team', 'people', 3, 9],
    ['Lowered spend from $1.2M to $900k', 'spend', '$', 1_200_000, 900_000],
    ['Reduced build time from 2 h to 15 min', 'build time', 'min', 120, 15],
    ['Requests from 1,200 to 48,000 a day', 'Requests', '', 1200, 48_000],
    ['Cut size from 1,5 GB to 0,4 GB', 'size', 'GB', 1.5, 0.4],
    ['Cut it from 512B down to 128B', 'it', 'B', 512, 128],
    ['Errors from ~40 to just 2 a week', 'Errors', '', 40, 2],
    ['Cut the run from 4.5 hours to 1 hour 50', 'run', 'hours', 4.5, 1.83],
    ['Cut the run from 4.5 hours to 1h50', 'run', 'h', 4.5, 1.83],
    ['Cut the run from 4.5 h to 1 h 50 min', 'run', 'h', 4.5, 1.83],
    ['Cut the run from 2 days to 3 hours and 20 minutes', 'run', 'hours', 48, 3.33],
    ['Cut the run from 1 hour 50 to 20 minutes', 'run', 'minutes', 110, 20],
    ['Cut the run from 90 s to 1 min 10 s', 'run', 'min', 1.5, 1.17],
    ['Cut spend from 1.204,50 € to 980 €', 'spend', '€', 1204.5, 980],
    ['Cut rows from 1.204.300 to 12.000,5', 'rows', '', 1_204_300, 12_000.5],
  ])('%s', (text, name, unit, baseline, value) => {
    expect(guess(text)).toMatchObject({ name, unit, baseline, value, isGuess: true });
  });

  it('tells the words it was read from', () => {
    const text = 'Then cut it\nfrom 38 s to 9 s by noon';
    const found = guess(text);
    expect(found?.from).toBe('from 38 s to 9 s');
    expect(text.slice(found?.start, found?.end)).toBe('from 38 s to 9 s');
  });
});

describe('no change', () => {
  it.each([
    'cut from 4 hours to 1 hour 50 times a day',
    'cut from 4 hours to 1 hour 90',
    'took 2 to 3 weeks',
    'worked there from 2019 to 2024',
    'open from 9:00 to 17:00',
    'moved from v1.2 to v1.3',
    'from 2026-03 to 2026-09',
    'p95 to 4',
    'the 3 engineers went to 4 depots',
    'from 38 s to 9 pages',
    'from 5 to 5 pages',
    'version 1.2.3 to 1.2.4',
    'a plain sentence',
    'from one to two',
    '10 to',
  ])('in “%s”', (text) => {
    expect(guess(text)).toBeNull();
  });

  it('inside or across a mark', () => {
    expect(guessMetric('#a-5 s to 4 s', [{ start: 0, end: 4 }])).toBeNull();
    expect(guessMetric('from 9 s #to 4 s', [{ start: 9, end: 12 }])).toBeNull();
  });
});

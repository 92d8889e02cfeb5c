/** The words beside the numbers of a match agree with the numbers. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MatchedRequirement, MatchTerm } from '../../../shared/api/match.ts';
import {
  ageText,
  distanceOf,
  importanceWords,
  matchFigure,
  roundedShares,
  shareText,
  sumText,
  termFormula,
  verdict,
} from '../../../src-renderer/features/match/match-words.ts';

const rule = { theta: 2, ready: 0.8, close: 0.6, recency: true, graceYears: 2, halfLifeYears: 6 };

const asked = (over: Partial<MatchedRequirement> = {}): MatchedRequirement => ({
  requirementId: 'r',
  competencyId: 'c',
  competency: 'Data engineering',
  kind: 'competency',
  required: 4,
  scaleLevels: 5,
  hasLevel: true,
  evidenced: 3.81,
  selfAssessed: 5,
  coverage: 0.9525,
  importance: 'critical',
  isMandatory: true,
  weight: 6,
  share: 0.178,
  isMet: false,
  levels: [
    { level: 1, sum: 5, state: 'proven' },
    { level: 2, sum: 5, state: 'proven' },
    { level: 3, sum: 4.28, state: 'proven' },
    { level: 4, sum: 1.62, state: 'emerging' },
    { level: 5, sum: 0, state: 'none' },
  ],
  terms: [],
  ...over,
});

const term = (over: Partial<MatchTerm> = {}): MatchTerm => ({
  accomplishmentId: 'a',
  title: 'Moved the nightly build',
  level: 4,
  shownLevel: 4,
  shownOf: 5,
  witness: 0,
  relation: null,
  measured: 0,
  ageYears: 0.2,
  recency: 1,
  kinship: 1,
  through: null,
  strength: 1,
  ...over,
});

test('less than half a level missing is close, more is a gap, and the distance is that of the figures shown', () => {
  expect(distanceOf(asked(), 2)).toEqual({ kind: 'close', text: 'Close, −0.19' });
  expect(distanceOf(asked({ evidenced: 2.7 }), 2)).toEqual({ kind: 'gap', text: 'Gap, −1.30' });
  expect(distanceOf(asked({ evidenced: 3.5 }), 2)).toEqual({ kind: 'gap', text: 'Gap, −0.50' });
  expect(distanceOf(asked({ evidenced: 4, isMet: true }), 2)).toEqual({ kind: 'met', text: 'Met' });
});

test('what states no level tells what counts so far, never a distance to a level', () => {
  const plain = { hasLevel: false, required: 1, scaleLevels: 1 };
  expect(distanceOf(asked({ ...plain, isMet: true }), 2)).toEqual({ kind: 'met', text: 'Met' });
  const emerging = asked({ ...plain, evidenced: 0.31, levels: [{ level: 1, sum: 0.62, state: 'emerging' }] });
  expect(distanceOf(emerging, 2)).toEqual({ kind: 'open', text: '0.62 of 2' });
  const none = asked({ ...plain, evidenced: 0, levels: [{ level: 1, sum: 0, state: 'none' }] });
  expect(distanceOf(none, 2).text).toBe('Nothing yet');
});

test('a formula names each factor that is not one', () => {
  expect(termFormula(term())).toBe('1');
  expect(termFormula(term({ witness: 0.5, relation: 'peer', measured: 0.25, recency: 0.93, ageYears: 0.67 }))).toBe(
    '(1 + 0.5 peer + 0.25 measured) × 0.93 for 8 mo',
  );
  expect(termFormula(term({ witness: 1, relation: 'manager', kinship: 0.5, through: 'Kafka' }))).toBe(
    '(1 + 1 manager) × 0.5 through Kafka',
  );
});

test('ages are told in months, later in years', () => {
  expect([0.01, 0.67, 1.4, 1.6, 4.24].map(ageText)).toEqual(['this month', '8 mo', '17 mo', '1.6 y', '4.2 y']);
});

test('the sum in words gives the evidenced level', () => {
  expect(sumText(asked(), 2)).toEqual({ sum: '3 proven + 1.62 ÷ 2', total: '3.81' });
  expect(sumText(asked({ evidenced: 0, levels: [{ level: 1, sum: 0, state: 'none' }] }), 2).sum).toBe(
    'Nothing counted yet',
  );
});

test('the share of the whole is told with where its weight comes from', () => {
  expect(shareText(asked(), 32)).toBe(
    'Coverage 3.81 ÷ 4 = 0.95. Weight 6 of 32: critical 3, doubled as mandatory. Adds 0.18 to the match.',
  );
  expect(
    shareText(asked({ importance: null, isMandatory: false, weight: 2, isMet: true, coverage: 1, share: 0.0625 }), 32),
  ).toBe('Coverage 1, the most there is. Weight 2 of 32: no importance stated, so 2. Adds 0.06 to the match.');
});

test('asked as: importance, mandatory, both or neither', () => {
  expect(importanceWords(asked())).toBe('Critical, mandatory');
  expect(importanceWords(asked({ importance: null }))).toBe('Mandatory');
  expect(importanceWords(asked({ isMandatory: false }))).toBe('Critical');
  expect(importanceWords(asked({ importance: null, isMandatory: false }))).toBe('–');
});

test('the match is never rounded up to a mark it does not reach', () => {
  expect(matchFigure({ match: 0.7996, rule })).toBe('0.79');
  expect(matchFigure({ match: 0.999, rule })).toBe('0.99');
  expect(matchFigure({ match: 0.876, rule })).toBe('0.88');
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (match) => {
      const shown = Number(matchFigure({ match, rule }));
      for (const mark of [rule.close, rule.ready, 1]) expect(shown >= mark).toBe(match >= mark);
    }),
  );
});

test('the verdict counts what is not yet proven in words', () => {
  const report = {
    match: 0.88,
    status: 'close' as const,
    rule,
    requirements: [asked(), asked({ requirementId: 's' })],
  };
  expect(verdict({ ...report, unproven: ['r', 's'] })).toBe(
    'Ready needs 0.80 and every mandatory requirement proven. Two are not yet:',
  );
  expect(verdict({ ...report, match: 0.7, unproven: [] })).toBe(
    'Ready needs 0.80. Every mandatory requirement is proven.',
  );
});

test('rounded shares add up to the rounded whole', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 0.2, noNaN: true }), { maxLength: 60 }), (shares) => {
      const rounded = roundedShares(shares, 3);
      const whole = Math.round(shares.reduce((sum, share) => sum + share, 0) * 1_000);
      expect(Math.round(rounded.reduce((sum, share) => sum + share, 0) * 1_000)).toBe(whole);
      rounded.forEach((share, index) => {
        expect(Math.abs(share - (shares[index] ?? 0))).toBeLessThan(0.001 + 1e-9);
      });
    }),
  );
});

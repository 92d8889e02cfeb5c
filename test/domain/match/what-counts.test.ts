/** What counts for a role, case by case. */
import { describe, expect, test } from 'vitest';
import { computeMatch } from '../../../shared/domain/match/match.ts';
import { countedRequirements, isCounted } from '../../../shared/domain/match/what-counts.ts';
import { accomplishment, matchInput, requirement } from './match-fixtures.ts';

describe('an accomplishment', () => {
  test.each([
    ['that is ready counts', 'ready', null, true],
    ['that is a draft does not count', 'draft', null, false],
    ['in the bin does not count', 'ready', '2026-11-01T00:00:00Z', false],
    ['that is a draft in the bin does not count', 'draft', '2026-11-01T00:00:00Z', false],
  ] as const)('%s', (_case, status, deletedAt, expected) => {
    expect(isCounted({ status, deletedAt })).toBe(expected);
  });

  const proof = (more: Parameters<typeof accomplishment>[2], level = 4) =>
    computeMatch(
      matchInput({
        requirements: [requirement('data', 4)],
        accomplishments: [accomplishment('a', { data: level }, more)],
      }),
    ).requirements[0]?.terms.map((term) => term.strength);

  test.each([
    ['without a date counts in full', { startedOn: null, endedOn: null }, [1]],
    ['that goes on counts in full', { startedOn: '2009', endedOn: null, isOngoing: true }, [1]],
    ['that is a draft adds no term', { status: 'draft' }, []],
    ['that shows nothing adds no term', { showings: [] }, []],
  ] as const)('%s', (_case, more, expected) => {
    expect(proof(more)).toEqual(expected);
  });

  test('that shows a competency at no level adds no term', () => {
    expect(proof({}, 0)).toEqual([]);
  });
});

describe('a requirement', () => {
  test('that counts through the competency above it does not count by itself', () => {
    const asked = [requirement('data', 3), requirement('spark', 2, { countsInMatch: false })];
    expect(countedRequirements(asked)).toEqual([asked[0]]);
    expect(computeMatch(matchInput({ requirements: asked })).requirements).toHaveLength(1);
  });

  test('without a level counts: it asks that the competency be shown', () => {
    expect(countedRequirements([requirement('data', null)])).toHaveLength(1);
  });

  test('asked twice under two names counts once: the higher level, the heavier importance, mandatory if either is', () => {
    const lower = requirement('data', 2, { id: 'lower', importance: 'critical' });
    const higher = requirement('data', 4, { id: 'higher', importance: 'optional', isMandatory: true });
    const joined = { ...higher, importance: 'critical' };
    expect(countedRequirements([lower, requirement('ops', 1), higher])).toEqual([joined, requirement('ops', 1)]);
    expect(countedRequirements([higher, lower])).toEqual([joined]);
  });

  test('asked twice on two scales counts at the larger share of its scale', () => {
    const ofFive = requirement('data', 4, { id: 'five' });
    const ofFour = requirement('data', 4, { id: 'four', scaleLevels: 4 });
    expect(countedRequirements([ofFive, ofFour])).toEqual([ofFour]);
  });

  test('that counts is not raised by a mention that does not', () => {
    const mention = requirement('data', 5, { id: 'mention', countsInMatch: false });
    expect(countedRequirements([requirement('data', 2), mention])).toEqual([requirement('data', 2)]);
  });
});

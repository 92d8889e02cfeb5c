/** Advice on gaps: what it says, and that doing it does what it says. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { GapAdvice } from '../../../shared/api/match.ts';
import type { MatchAccomplishment } from '../../../shared/domain/match/evidence.ts';
import { computeMatch, type MatchInput } from '../../../shared/domain/match/match.ts';
import { defaultMatchRule } from '../../../shared/vocabulary/match-rule.ts';
import { accomplishment, matchInput, requirement } from './match-fixtures.ts';

const texts = (more: Partial<MatchInput>) => computeMatch(matchInput(more)).gaps.map((gap) => gap.text);

describe('advice on a gap', () => {
  it('names the accomplishment whose witness would prove the level', () => {
    const gaps = computeMatch(
      matchInput({
        requirements: [requirement('data', 4)],
        accomplishments: [
          accomplishment('plain', { data: 4 }),
          accomplishment('low', { data: 2 }, { relation: 'manager' }),
        ],
      }),
    ).gaps;
    expect(gaps).toEqual([
      {
        requirementId: 'r-data',
        competency: 'data',
        worth: 2 * (1 - 2.5 / 4),
        text: 'A manager’s word on “Title plain” would make it 2.00 and prove level 4.',
        accomplishmentId: 'plain',
        act: 'witness',
      },
    ]);
  });

  it('prefers figures to a witness where figures are enough', () => {
    const pair = (isMeasured: boolean) => [
      accomplishment('a', { data: 3 }, { isMeasured: true, endedOn: '2018-11-21', relation: 'manager' }),
      accomplishment('b', { data: 3 }, { isMeasured, endedOn: '2018-11-21', relation: 'peer' }),
    ];
    // 1.125 + 1.75 / 2.
    expect(texts({ requirements: [requirement('data', 3)], accomplishments: pair(false) })).toEqual([
      'A baseline and a value for “Title b” would make it 2.00 and prove level 3.',
    ]);
    // 1.125 + 2.25 / 2, where the figures are there already and θ is a little higher.
    const rule = { ...defaultMatchRule, theta: 2.1 };
    expect(texts({ requirements: [requirement('data', 3)], accomplishments: pair(true), rule })).toEqual([
      'A manager’s word on “Title b” would make it 2.25 and prove level 3.',
    ]);
  });

  it('says which level is asked where the act proves only the next', () => {
    expect(
      texts({
        requirements: [requirement('data', 4)],
        accomplishments: [accomplishment('a', { data: 3 })],
      }),
    ).toEqual(['A manager’s word on “Title a” would make it 2.00 and prove level 3. Level 4 is asked.']);
  });

  it('does not offer to prove again what is proven', () => {
    expect(
      texts({
        requirements: [requirement('data', 4)],
        accomplishments: [accomplishment('a', { data: 3 }), accomplishment('b', { data: 3 })],
      }),
    ).toEqual(['Nothing yet shows level 4. One accomplishment a manager confirms, or two plain ones, would prove it.']);
  });

  it('counts what has to be logged where nothing shows the level', () => {
    expect(texts({ requirements: [requirement('data', 4)] })).toEqual([
      'Nothing yet shows level 4. One accomplishment a manager confirms, or two plain ones, would prove it.',
    ]);
    expect(texts({ requirements: [requirement('data', null)] })).toEqual([
      'Nothing yet shows it. One accomplishment a manager confirms, or two plain ones, would prove it.',
    ]);
    expect(texts({ requirements: [requirement('data', 4)], rule: { ...defaultMatchRule, theta: 5 } })).toEqual([
      'Nothing yet shows level 4. Three accomplishments a manager confirms, or five plain ones, would prove it.',
    ]);
    expect(texts({ requirements: [requirement('data', 4)], rule: { ...defaultMatchRule, theta: 1 } })).toEqual([
      'Nothing yet shows level 4. One accomplishment would prove it.',
    ]);
  });

  it('counts what is still missing where something shows it and no single act is enough', () => {
    expect(
      texts({
        requirements: [requirement('data', 4)],
        accomplishments: [accomplishment('a', { data: 4 }, { endedOn: '2012-11-21', relation: 'manager' })],
      }),
    ).toEqual([
      'Level 4 stands at 0.50 of 2. One more accomplishment a manager confirms, or two more plain ones, would prove it.',
    ]);
    expect(
      texts({
        requirements: [requirement('data', 4)],
        accomplishments: [
          accomplishment('a', { data: 4 }, { endedOn: '2018-11-21', relation: 'manager', isMeasured: true }),
        ],
      }),
    ).toEqual(['Level 4 stands at 1.13 of 2. One more accomplishment at that level would prove it.']);
  });

  it('orders by weight × distance, and leaves out what is met', () => {
    const gaps = computeMatch(
      matchInput({
        requirements: [
          requirement('small', 4, { importance: 'optional' }),
          requirement('met', 2, { importance: 'critical', isMandatory: true }),
          requirement('large', 4, { importance: 'critical', isMandatory: true }),
          requirement('near', 4, { importance: 'critical', isMandatory: true }),
        ],
        accomplishments: [accomplishment('a', { met: 2, near: 3 }, { relation: 'manager' })],
      }),
    ).gaps;
    expect(gaps.map((gap) => [gap.competency, gap.worth])).toEqual([
      ['large', 6],
      ['near', 1.5],
      ['small', 1],
    ]);
  });
});

const relation = fc.constantFrom<MatchAccomplishment['relation']>(null, 'manager', 'peer', 'report');
const record = fc
  .array(
    fc.record({
      own: fc.integer({ min: 0, max: 5 }),
      beneath: fc.integer({ min: 0, max: 5 }),
      year: fc.integer({ min: 2005, max: 2026 }),
      isMeasured: fc.boolean(),
      relation,
    }),
    { maxLength: 5 },
  )
  .map((all) =>
    all.map(({ own, beneath, year, ...rest }, index) =>
      accomplishment(
        `x${index}`,
        { ...(own > 0 ? { data: own } : {}), ...(beneath > 0 ? { part: beneath } : {}) },
        { ...rest, endedOn: String(year) },
      ),
    ),
  );

describe('doing what the advice says', () => {
  it('proves the level it names with the sum it names', () => {
    fc.assert(
      fc.property(
        record,
        fc.integer({ min: 1, max: 5 }),
        fc.constantFrom(0.5, 1, 1.5, 2, 3, 4),
        (given, level, theta) => {
          const input = matchInput({
            requirements: [requirement('data', level)],
            accomplishments: given,
            parents: { part: 'data' },
            competencyNames: { part: 'Part' },
            rule: { ...defaultMatchRule, theta },
          });
          const gap = computeMatch(input).gaps[0];
          if (!gap) return;
          for (const done of waysOf(gap, level, given)) {
            const after = computeMatch({ ...input, accomplishments: done }).requirements[0];
            const named = Number(/level (\d)/i.exec(gap.text)?.[1]);
            expect(after?.levels[named - 1]?.state).toBe('proven');
            if (gap.act === 'log') expect(after?.isMet).toBe(true);
            else expect(gap.text).toContain(` ${after?.levels[named - 1]?.sum.toFixed(2)} and prove level ${named}.`);
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is the least it takes: one accomplishment less does not prove it', () => {
    fc.assert(
      fc.property(record, fc.integer({ min: 1, max: 5 }), fc.constantFrom(1, 2, 3, 4), (given, level, theta) => {
        const input = matchInput({
          requirements: [requirement('data', level)],
          accomplishments: given,
          rule: { ...defaultMatchRule, theta },
        });
        const gap = computeMatch(input).gaps[0];
        if (gap?.act !== 'log') return;
        for (const done of waysOf(gap, level, given)) {
          const after = computeMatch({ ...input, accomplishments: done.slice(0, -1) }).requirements[0];
          expect(after?.isMet).toBe(false);
        }
      }),
      { numRuns: 500 },
    );
  });
});

const countWords = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** The records that come of following the advice in each way it offers. */
function waysOf(gap: GapAdvice, level: number, before: readonly MatchAccomplishment[]): MatchAccomplishment[][] {
  if (gap.act !== 'log') {
    const raised = gap.act === 'witness' ? { relation: 'manager' as const } : { isMeasured: true };
    return [
      before.map((accomplishment) =>
        accomplishment.id === gap.accomplishmentId ? { ...accomplishment, ...raised } : accomplishment,
      ),
    ];
  }
  const logged = (word: string, more: Partial<MatchAccomplishment>) => [
    ...before,
    ...Array.from({ length: countWords.indexOf(word.toLowerCase()) }, (_, index) =>
      accomplishment(`new${index}`, { data: level }, more),
    ),
  ];
  const ways: MatchAccomplishment[][] = [];
  const confirmed = /(\w+) (?:more )?accomplishments? a manager confirms/.exec(gap.text)?.[1];
  const plain = /(\w+) (?:more )?plain ones?|(\w+) (?:more )?accomplishments?(?: at that level)? would/.exec(gap.text);
  if (confirmed) ways.push(logged(confirmed, { relation: 'manager' }));
  const count = plain?.[1] ?? plain?.[2];
  if (count) ways.push(logged(count, {}));
  expect(ways.length).toBeGreaterThan(0);
  return ways;
}

/** The match by hand-computed numbers: strength, levels, coverage, weight, status. */
import { describe, expect, it } from 'vitest';
import type { MatchReport } from '../../../shared/api/match.ts';
import { computeMatch } from '../../../shared/domain/match/match.ts';
import { defaultMatchRule } from '../../../shared/vocabulary/match-rule.ts';
import { accomplishment, matchInput, requirement } from './match-fixtures.ts';

function only(report: MatchReport) {
  const first = report.requirements[0];
  if (!first) throw new Error('The report has no requirement.');
  return first;
}

describe('strength of one accomplishment', () => {
  const strengthOf = (more: Parameters<typeof accomplishment>[2], rule = defaultMatchRule) =>
    only(
      computeMatch(
        matchInput({
          requirements: [requirement('data', 4)],
          accomplishments: [accomplishment('a', { data: 4 }, more)],
          rule,
        }),
      ),
    ).terms[0]?.strength;

  it('is 1 for a plain one, 1.5 with a peer, 2 with a manager or a client, and 0.25 more when measured', () => {
    expect(strengthOf({})).toBe(1);
    expect(strengthOf({ relation: 'peer' })).toBe(1.5);
    expect(strengthOf({ relation: 'manager' })).toBe(2);
    expect(strengthOf({ relation: 'client' })).toBe(2);
    expect(strengthOf({ isMeasured: true })).toBe(1.25);
    expect(strengthOf({ relation: 'peer', isMeasured: true })).toBe(1.75);
    expect(strengthOf({ relation: 'manager', isMeasured: true })).toBe(2.25);
  });

  it('takes nothing from the word of a report or of anyone else', () => {
    expect(strengthOf({ relation: 'report' })).toBe(1);
    expect(strengthOf({ relation: 'other' })).toBe(1);
  });

  it('keeps its strength for two years and halves with every six after them', () => {
    expect(strengthOf({ endedOn: '2024-11-21' })).toBe(1);
    expect(strengthOf({ endedOn: '2018-11-21' })).toBe(0.5);
    expect(strengthOf({ endedOn: '2012-11-21' })).toBe(0.25);
    expect(strengthOf({ endedOn: '2021-11-21' })).toBeCloseTo(0.5 ** 0.5, 12);
    expect(strengthOf({ endedOn: '2012-11-21', relation: 'manager', isMeasured: true })).toBe(2.25 / 4);
  });

  it('does not age while the rule has recency off', () => {
    expect(strengthOf({ endedOn: '1998' }, { ...defaultMatchRule, recency: false })).toBe(1);
  });

  it('counts age from the end, from the start where there is no end, and not at all while it goes on or is undated', () => {
    expect(strengthOf({ startedOn: '2010-01-01', endedOn: '2018-11-21' })).toBe(0.5);
    expect(strengthOf({ startedOn: '2018-11-21', endedOn: null })).toBe(0.5);
    expect(strengthOf({ startedOn: '2010-01-01', endedOn: null, isOngoing: true })).toBe(1);
    expect(strengthOf({ startedOn: null, endedOn: null })).toBe(1);
    expect(strengthOf({ endedOn: '2027-06-01' })).toBe(1);
  });

  it('counts a month or a year from its last day', () => {
    expect(strengthOf({ endedOn: '2018' })).toBe(strengthOf({ endedOn: '2018-12-31' }));
    expect(strengthOf({ endedOn: '2020-02' })).toBe(strengthOf({ endedOn: '2020-02-29' }));
    expect(strengthOf({ endedOn: '2018-11' })).toBeGreaterThan(0.5);
  });
});

describe('levels and coverage', () => {
  it('proves a level with two plain accomplishments or one that a manager confirms', () => {
    const two = computeMatch(
      matchInput({
        requirements: [requirement('data', 4)],
        accomplishments: [accomplishment('a', { data: 4 }), accomplishment('b', { data: 5 })],
      }),
    );
    expect(only(two).levels.map((level) => [level.sum, level.state])).toEqual([
      [2, 'proven'],
      [2, 'proven'],
      [2, 'proven'],
      [2, 'proven'],
      [1, 'emerging'],
    ]);
    expect(only(two).evidenced).toBe(4.5);
    expect(only(two).coverage).toBe(1);
    const confirmed = computeMatch(
      matchInput({
        requirements: [requirement('data', 4)],
        accomplishments: [accomplishment('a', { data: 4 }, { relation: 'manager' })],
      }),
    );
    expect(only(confirmed).isMet).toBe(true);
    expect(only(confirmed).evidenced).toBe(4);
  });

  it('computes a case with four accomplishments as one would by hand', () => {
    const report = computeMatch(
      matchInput({
        requirements: [requirement('data', 4, { importance: 'critical', isMandatory: true })],
        accomplishments: [
          accomplishment('builds', { data: 4 }, { relation: 'peer', isMeasured: true, endedOn: '2026-03' }),
          accomplishment('backfill', { data: 3 }, { isMeasured: true, endedOn: '2025-06' }),
          accomplishment('contract', { data: 3 }, { relation: 'manager', endedOn: '2024-12' }),
          // Eight years old: 2.25 · 0.5^((8 − 2) / 6) = 1.125.
          accomplishment('claims', { data: 2 }, { relation: 'manager', isMeasured: true, endedOn: '2018-11-21' }),
        ],
        selfAssessments: { data: { level: 5, scaleLevels: 5 } },
      }),
    );
    const data = only(report);
    expect(data.terms.map((term) => [term.accomplishmentId, term.strength])).toEqual([
      ['contract', 2],
      ['builds', 1.75],
      ['backfill', 1.25],
      ['claims', 1.125],
    ]);
    expect(data.levels.map((level) => level.sum)).toEqual([6.125, 6.125, 5, 1.75, 0]);
    expect(data.evidenced).toBe(3.875);
    expect(data.coverage).toBe(0.96875);
    expect(data.weight).toBe(6);
    expect(data.isMet).toBe(false);
    expect(data.selfAssessed).toBe(5);
    expect(report.match).toBe(0.96875);
    expect(report.unproven).toEqual(['r-data']);
    expect(report.status).toBe('close');
    expect(report.gaps.map((gap) => gap.text)).toEqual([
      'A manager’s word on “Title builds” would make it 2.25 and prove level 4.',
    ]);
  });

  it('never shows a level as reached that is not proven', () => {
    const nearly = { ...defaultMatchRule, theta: 1.0001 };
    const report = computeMatch(
      matchInput({
        requirements: [requirement('data', 1)],
        accomplishments: [accomplishment('a', { data: 1 })],
        rule: nearly,
      }),
    );
    expect(only(report).evidenced).toBeLessThan(1);
    expect(only(report).isMet).toBe(false);
  });

  it('moves a level to the scale of the requirement by its fraction', () => {
    const shown = (level: number, scaleLevels: number) =>
      accomplishment('a', {}, { relation: 'manager', showings: [{ competencyId: 'data', level, scaleLevels }] });
    const on = (level: number, of: number, to: number) =>
      only(
        computeMatch(
          matchInput({
            requirements: [requirement('data', 1, { scaleLevels: to })],
            accomplishments: [shown(level, of)],
          }),
        ),
      );
    expect(on(3, 4, 5).terms[0]).toMatchObject({ level: 3.75, shownLevel: 3, shownOf: 4 });
    expect(on(3, 4, 5).evidenced).toBe(3);
    expect(on(2, 4, 8).evidenced).toBe(4);
    // 6/10 of 5 is not exactly 3 in floating point.
    expect(on(6, 10, 5).evidenced).toBe(3);
    expect(on(1, 5, 4).evidenced).toBe(0);
  });

  it('asks only that the competency be shown where the source states no level', () => {
    const asked = [requirement('data', null)];
    const plain = computeMatch(
      matchInput({ requirements: asked, accomplishments: [accomplishment('a', { data: 1 })] }),
    );
    expect(only(plain)).toMatchObject({ required: 1, scaleLevels: 1, hasLevel: false, evidenced: 0.5, coverage: 0.5 });
    const met = computeMatch(
      matchInput({
        requirements: asked,
        accomplishments: [accomplishment('a', { data: 1 }), accomplishment('b', { data: 5 })],
        selfAssessments: { data: { level: 2, scaleLevels: 5 } },
      }),
    );
    expect(only(met)).toMatchObject({ evidenced: 1, isMet: true, selfAssessed: 1 });
  });

  it('stands on level 0 with no evidence', () => {
    const report = computeMatch(matchInput({ requirements: [requirement('data', 3)] }));
    expect(only(report)).toMatchObject({ evidenced: 0, coverage: 0, share: 0, selfAssessed: null, terms: [] });
    expect(report).toMatchObject({ match: 0, status: 'growing' });
  });
});

describe('competencies beneath', () => {
  const parents = { pipelines: 'data', spark: 'pipelines' };
  const competencyNames = { data: 'Data engineering', pipelines: 'Pipelines', spark: 'Spark' };

  it('counts evidence for one beneath at half strength, however deep, and says through which', () => {
    const report = computeMatch(
      matchInput({
        requirements: [requirement('data', 3)],
        accomplishments: [
          accomplishment('a', { spark: 3 }),
          accomplishment('b', { pipelines: 3 }, { relation: 'manager' }),
        ],
        parents,
        competencyNames,
      }),
    );
    expect(only(report).terms).toMatchObject([
      { accomplishmentId: 'b', kinship: 0.5, through: 'Pipelines', strength: 1 },
      { accomplishmentId: 'a', kinship: 0.5, through: 'Spark', strength: 0.5 },
    ]);
    expect(only(report).levels[2]?.sum).toBe(1.5);
  });

  it('gives nothing downwards: evidence for the whole is none for the part', () => {
    const report = computeMatch(
      matchInput({
        requirements: [requirement('spark', 1)],
        accomplishments: [accomplishment('a', { data: 5 })],
        parents,
      }),
    );
    expect(only(report).terms).toEqual([]);
  });

  it('counts an accomplishment once that names the competency and two beneath', () => {
    const report = computeMatch(
      matchInput({
        requirements: [requirement('data', 3)],
        accomplishments: [accomplishment('a', { data: 3, pipelines: 3, spark: 2 })],
        parents,
        competencyNames,
      }),
    );
    expect(only(report).terms).toHaveLength(1);
    expect(only(report).terms[0]).toMatchObject({ kinship: 1, through: null, strength: 1 });
    expect(only(report).terms[0]?.alsoReaches).toBeUndefined();
    expect(only(report).levels.map((level) => level.sum)).toEqual([1, 1, 1, 0, 0]);
  });

  it('takes the best showing for each level, and lists where a part reaches higher than the whole', () => {
    const report = computeMatch(
      matchInput({
        requirements: [requirement('data', 3)],
        accomplishments: [accomplishment('a', { data: 2, pipelines: 4, spark: 3 })],
        parents,
        competencyNames,
      }),
    );
    expect(only(report).levels.map((level) => level.sum)).toEqual([1, 1, 0.5, 0.5, 0]);
    expect(only(report).terms).toHaveLength(1);
    expect(only(report).terms[0]).toMatchObject({
      level: 2,
      strength: 1,
      alsoReaches: [{ level: 4, through: 'Pipelines', strength: 0.5 }],
    });
  });

  it('ends where parents run in a circle', () => {
    const report = computeMatch(
      matchInput({
        requirements: [requirement('one', 2)],
        accomplishments: [accomplishment('a', { two: 2 }), accomplishment('b', { one: 2 })],
        parents: { one: 'two', two: 'one' },
      }),
    );
    expect(only(report).terms.map((term) => term.kinship)).toEqual([1, 0.5]);
  });
});

describe('the whole', () => {
  it('weighs critical 3, important 2, optional 1, unstated as important, and doubles what is mandatory', () => {
    const report = computeMatch(
      matchInput({
        requirements: [
          requirement('a', 2, { importance: 'critical', isMandatory: true }),
          requirement('b', 2, { importance: 'critical' }),
          requirement('c', 2, { importance: 'important' }),
          requirement('d', 2, { importance: 'optional', isMandatory: true }),
          requirement('e', 2, { importance: null }),
        ],
        accomplishments: [
          accomplishment('one', { a: 2, c: 2 }, { relation: 'manager' }),
          accomplishment('two', { b: 2 }),
        ],
      }),
    );
    expect(report.requirements.map((requirement) => requirement.weight)).toEqual([6, 3, 2, 2, 2]);
    expect(report.weightSum).toBe(15);
    // (6 · 1 + 3 · 0.25 + 2 · 1) / 15: one plain accomplishment is half of level 1, which is a quarter of level 2.
    expect(report.match).toBeCloseTo(8.75 / 15, 12);
    expect(report.requirements.map((requirement) => requirement.share)).toEqual([6 / 15, 0.75 / 15, 2 / 15, 0, 0]);
  });

  it('joins two requirements of the same competency into the one that asks more', () => {
    const report = computeMatch(
      matchInput({
        requirements: [requirement('data', 2), requirement('data', 4, { id: 'again' })],
        accomplishments: [accomplishment('a', { data: 3 }, { relation: 'manager' })],
      }),
    );
    expect(report.requirements.map((requirement) => requirement.coverage)).toEqual([0.75]);
  });

  it('is ready at 0.8 with all that is mandatory proven, close at 0.6, else growing', () => {
    const asked = [
      requirement('a', 1, { isMandatory: true, importance: 'important' }),
      requirement('b', 1, { importance: 'optional' }),
    ];
    const status = (...proven: string[]) =>
      computeMatch(
        matchInput({
          requirements: asked,
          accomplishments: proven.map((id) => accomplishment(id, { [id]: 1 }, { relation: 'manager' })),
        }),
      );
    expect(status('a')).toMatchObject({ match: 0.8, status: 'ready', unproven: [] });
    expect(status('b')).toMatchObject({ match: 0.2, status: 'growing', unproven: ['r-a'] });
    expect(status('a', 'b')).toMatchObject({ match: 1, status: 'ready' });
  });

  it('is not ready above 0.8 while one mandatory requirement is unproven', () => {
    const report = computeMatch(
      matchInput({
        requirements: [requirement('a', 5), requirement('b', 4, { isMandatory: true, importance: 'optional' })],
        accomplishments: [
          accomplishment('one', { a: 5 }, { relation: 'manager' }),
          accomplishment('two', { b: 3 }, { relation: 'manager' }),
        ],
      }),
    );
    expect(report.match).toBe((2 + 2 * 0.75) / 4);
    expect(report).toMatchObject({ status: 'close', unproven: ['r-b'] });
  });

  it('takes thresholds and θ from the rule', () => {
    const input = matchInput({
      requirements: [requirement('a', 1)],
      accomplishments: [accomplishment('one', { a: 1 })],
    });
    expect(computeMatch(input)).toMatchObject({ match: 0.5, status: 'growing' });
    expect(computeMatch({ ...input, rule: { ...defaultMatchRule, close: 0.5 } }).status).toBe('close');
    expect(computeMatch({ ...input, rule: { ...defaultMatchRule, ready: 0.5 } }).status).toBe('ready');
    expect(computeMatch({ ...input, rule: { ...defaultMatchRule, theta: 1 } }).match).toBe(1);
  });

  it('is 0 and growing for a role that asks for nothing', () => {
    const report = computeMatch(matchInput({ accomplishments: [accomplishment('a', { data: 5 })] }));
    expect(report).toMatchObject({
      match: 0,
      status: 'growing',
      weightSum: 0,
      requirements: [],
      unproven: [],
      gaps: [],
    });
  });

  it('reads a level above its scale as the top of a longer one', () => {
    const report = computeMatch(matchInput({ requirements: [requirement('data', 6)] }));
    expect(only(report)).toMatchObject({ required: 6, scaleLevels: 6 });
    expect(only(report).levels).toHaveLength(6);
  });
});

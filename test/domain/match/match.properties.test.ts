/** What holds for the match of any record with any role. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Relation } from '../../../shared/api/values.ts';
import type { MatchAccomplishment } from '../../../shared/domain/match/evidence.ts';
import { computeMatch, type MatchInput } from '../../../shared/domain/match/match.ts';
import { defaultMatchRule } from '../../../shared/vocabulary/match-rule.ts';
import { today } from './match-fixtures.ts';

const competencies = ['a', 'b', 'c', 'd', 'e', 'f'];
const competency = fc.constantFrom(...competencies);
const relation = fc.constantFrom<Relation | null>(null, 'manager', 'client', 'peer', 'report', 'other');
const day = fc
  .tuple(fc.integer({ min: 1990, max: 2027 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([year, month, date]) => `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`);
const partialDate = fc.tuple(day, fc.constantFrom(4, 7, 10)).map(([date, length]) => date.slice(0, length));
const level = fc
  .constantFrom(4, 5, 7)
  .chain((scaleLevels) =>
    fc.record({ scaleLevels: fc.constant(scaleLevels), level: fc.integer({ min: 1, max: scaleLevels }) }),
  );
const showing = fc.tuple(competency, level).map(([competencyId, shown]) => ({ competencyId, ...shown }));
const accomplishment = fc.record({
  title: fc.string({ maxLength: 8 }),
  status: fc.constantFrom<'draft' | 'ready'>('ready', 'ready', 'ready', 'draft'),
  startedOn: fc.option(partialDate),
  endedOn: fc.option(partialDate),
  isOngoing: fc.boolean(),
  isMeasured: fc.boolean(),
  relation,
  showings: fc.array(showing, { maxLength: 4 }),
});
const accomplishments = fc
  .array(accomplishment, { maxLength: 14 })
  .map((all): MatchAccomplishment[] => all.map((made, index) => ({ id: `x${index}`, ...made })));
const requirement = fc.record({
  competencyId: competency,
  asked: fc.option(level),
  importance: fc.constantFrom<'critical' | 'important' | 'optional' | null>('critical', 'important', 'optional', null),
  isMandatory: fc.boolean(),
  countsInMatch: fc.boolean(),
});
const requirements = fc.array(requirement, { maxLength: 8 }).map((all) =>
  all.map(({ asked, ...rest }, index) => ({
    id: `r${index}`,
    competency: rest.competencyId,
    kind: 'competency' as const,
    level: asked?.level ?? null,
    scaleLevels: asked?.scaleLevels ?? 1,
    ...rest,
  })),
);
const rule = fc.record({
  theta: fc.constantFrom(0.5, 1, 2, 2.5, 3),
  ready: fc.constantFrom(0.7, 0.8, 1),
  close: fc.constantFrom(0.3, 0.6),
  recency: fc.boolean(),
  graceYears: fc.constantFrom(0, 2),
  halfLifeYears: fc.constantFrom(3, 6),
});
const input: fc.Arbitrary<MatchInput> = fc.record({
  requirements,
  accomplishments,
  // Any tangle of parents, circles included.
  parents: fc.dictionary(competency, competency, { maxKeys: 5 }),
  competencyNames: fc.constant(Object.fromEntries(competencies.map((id) => [id, id.toUpperCase()]))),
  selfAssessments: fc.dictionary(competency, level, { maxKeys: 4 }),
  today: fc.constant(today),
  rule: fc.oneof(fc.constant(defaultMatchRule), rule),
});

describe('the match of any record with any role', () => {
  it('lies between 0 and 1, and its parts sum to it', () => {
    fc.assert(
      fc.property(input, (given) => {
        const report = computeMatch(given);
        expect(report.match).toBeGreaterThanOrEqual(0);
        expect(report.match).toBeLessThanOrEqual(1);
        expect(report.requirements.reduce((sum, requirement) => sum + requirement.share, 0)).toBeCloseTo(
          report.match,
          10,
        );
        expect(report.requirements.reduce((sum, requirement) => sum + requirement.weight, 0)).toBe(report.weightSum);
      }),
    );
  });

  it('never falls when an accomplishment is added', () => {
    fc.assert(
      fc.property(input, accomplishment, (given, added) => {
        const before = computeMatch(given);
        const after = computeMatch({ ...given, accomplishments: [...given.accomplishments, { id: 'new', ...added }] });
        expect(after.match).toBeGreaterThanOrEqual(before.match - 1e-12);
        after.requirements.forEach((requirement, index) => {
          expect(requirement.evidenced).toBeGreaterThanOrEqual((before.requirements[index]?.evidenced ?? 0) - 1e-12);
        });
      }),
    );
  });

  it('never falls when an accomplishment shows one thing more, is measured, or is confirmed by a manager', () => {
    fc.assert(
      fc.property(input, fc.nat(), showing, (given, pick, more) => {
        const index = given.accomplishments.length === 0 ? 0 : pick % given.accomplishments.length;
        const richer = given.accomplishments.map((accomplishment, at) =>
          at === index
            ? {
                ...accomplishment,
                isMeasured: true,
                relation: 'manager' as const,
                showings: [...accomplishment.showings, more],
              }
            : accomplishment,
        );
        const before = computeMatch(given).match;
        expect(computeMatch({ ...given, accomplishments: richer }).match).toBeGreaterThanOrEqual(before - 1e-12);
      }),
    );
  });

  it('is the same to the last digit in any order of accomplishments and showings', () => {
    fc.assert(
      fc.property(input, fc.infiniteStream(fc.nat()), (given, random) => {
        const shuffled = given.accomplishments
          .map((accomplishment) => ({
            accomplishment: { ...accomplishment, showings: [...accomplishment.showings].reverse() },
            at: random.next().value as number,
          }))
          .sort((a, b) => a.at - b.at)
          .map(({ accomplishment }) => accomplishment);
        expect(computeMatch({ ...given, accomplishments: shuffled })).toEqual(computeMatch(given));
      }),
    );
  });

  it('gives the same match in any order of requirements', () => {
    fc.assert(
      fc.property(input, (given) => {
        const reversed = computeMatch({ ...given, requirements: [...given.requirements].reverse() });
        const report = computeMatch(given);
        expect(reversed.match).toBe(report.match);
        expect(reversed.gaps).toEqual(report.gaps);
      }),
    );
  });

  it('counts no draft', () => {
    fc.assert(
      fc.property(input, accomplishment, (given, added) => {
        const draft = { ...added, id: 'new', status: 'draft' as const };
        expect(computeMatch({ ...given, accomplishments: [draft, ...given.accomplishments] })).toEqual(
          computeMatch(given),
        );
      }),
    );
  });

  it('counts no self-assessment', () => {
    fc.assert(
      fc.property(input, (given) => {
        const without = (report: ReturnType<typeof computeMatch>) => ({
          ...report,
          requirements: report.requirements.map((requirement) => ({ ...requirement, selfAssessed: null })),
        });
        expect(without(computeMatch({ ...given, selfAssessments: {} }))).toEqual(without(computeMatch(given)));
      }),
    );
  });

  it('sums, for each level, what each accomplishment adds once', () => {
    fc.assert(
      fc.property(input, (given) => {
        for (const requirement of computeMatch(given).requirements) {
          const ids = requirement.terms.map((term) => term.accomplishmentId);
          expect(new Set(ids).size).toBe(ids.length);
          for (const { level: asked, sum } of requirement.levels) {
            const added = requirement.terms.map((term) =>
              Math.max(
                0,
                term.level >= asked - 1e-9 ? term.strength : 0,
                ...(term.alsoReaches ?? []).filter((also) => also.level >= asked - 1e-9).map((also) => also.strength),
              ),
            );
            expect(added.reduce((total, part) => total + part, 0)).toBeCloseTo(sum, 10);
          }
        }
      }),
    );
  });

  it('gives an accomplishment no more for naming a part beside the whole at the same level', () => {
    fc.assert(
      fc.property(input, competency, (given, part) => {
        const parents = { ...given.parents, [part]: 'whole' };
        const asked = [{ ...baseRequirement, competencyId: 'whole', competency: 'whole' }];
        const named = (ids: readonly string[]) =>
          computeMatch({
            ...given,
            parents,
            requirements: asked,
            accomplishments: given.accomplishments.map((accomplishment) => ({
              ...accomplishment,
              showings: ids.map((competencyId) => ({ competencyId, level: 3, scaleLevels: 5 })),
            })),
          });
        expect(named(['whole', part]).match).toBe(named(['whole']).match);
        expect(named([part, part]).match).toBe(named([part]).match);
      }),
    );
  });

  it('changes nothing when levels move to a scale twice as fine', () => {
    fc.assert(
      fc.property(input, (given) => {
        const finer = computeMatch({
          ...given,
          accomplishments: given.accomplishments.map((accomplishment) => ({
            ...accomplishment,
            showings: accomplishment.showings.map((shown) => ({
              ...shown,
              level: shown.level * 2,
              scaleLevels: shown.scaleLevels * 2,
            })),
          })),
        });
        const report = computeMatch(given);
        expect(finer.match).toBe(report.match);
        expect(finer.requirements.map((requirement) => requirement.levels)).toEqual(
          report.requirements.map((requirement) => requirement.levels),
        );
      }),
    );
  });

  it('has a requirement met exactly when its coverage is full, and unproven exactly when mandatory and not met', () => {
    fc.assert(
      fc.property(input, (given) => {
        const report = computeMatch(given);
        for (const requirement of report.requirements) expect(requirement.isMet).toBe(requirement.coverage === 1);
        expect(report.unproven).toEqual(
          report.requirements
            .filter((requirement) => requirement.isMandatory && requirement.coverage < 1)
            .map((requirement) => requirement.requirementId),
        );
        if (report.status === 'ready') expect(report.unproven).toEqual([]);
      }),
    );
  });
});

const baseRequirement = {
  id: 'r',
  kind: 'competency' as const,
  level: 3,
  scaleLevels: 5,
  importance: 'critical' as const,
  isMandatory: false,
  countsInMatch: true,
};

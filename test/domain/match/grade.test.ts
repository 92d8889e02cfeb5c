/** The grade of a ladder: what is met at each level, and by whose word. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  byEvidence,
  bySelfAssessment,
  gradeOf,
  type LevelStanding,
  levelStandings,
} from '../../../shared/domain/match/grade.ts';
import { ladderOf, ladderSkill } from '../../helpers/paper-roles.ts';

const grade = (standings: readonly LevelStanding[]) => gradeOf(standings);

describe('a level', () => {
  test('is met when every mandatory requirement is proven and four fifths of the others are', () => {
    const skills = [
      ladderSkill('Sluices', '2!', { evidenced: 2 }),
      ...[1, 1, 1, 1, 0].map((evidenced, at) => ladderSkill(`Other ${at}`, '1', { evidenced })),
    ];
    expect(levelStandings(ladderOf(1, skills), byEvidence)).toEqual([
      { mandatory: 1, mandatoryMet: 1, others: 5, othersMet: 4, isMet: true },
    ]);
    const fewer = [...skills.slice(0, 1), ladderSkill('Other 0', '1', { evidenced: 0.9 }), ...skills.slice(2)];
    expect(levelStandings(ladderOf(1, fewer), byEvidence)[0]).toMatchObject({ othersMet: 3, isMet: false });
  });

  test('is not met for want of one mandatory requirement, whatever else is proven', () => {
    const skills = [ladderSkill('Sluices', '3!', { evidenced: 2.9 }), ladderSkill('Boats', '1', { evidenced: 4 })];
    expect(levelStandings(ladderOf(1, skills), byEvidence)[0]?.isMet).toBe(false);
  });

  test('that asks nothing is not met, nor any above it', () => {
    const skills = [ladderSkill('Boats', '1 - 1', { evidenced: 4 })];
    expect(levelStandings(ladderOf(3, skills), byEvidence).map((level) => level.isMet)).toEqual([true, false, false]);
  });

  test('counts only when each level below it is met too', () => {
    const skills = [
      ladderSkill('Boats', '2! - 1', { evidenced: 1 }),
      ladderSkill('Ledgers', '- 1! 1', { evidenced: 1 }),
    ];
    expect(grade(levelStandings(ladderOf(3, skills), byEvidence))).toBe(-1);
  });

  test('does not ask what counts through another requirement', () => {
    const boats = ladderSkill('Boats', '1!', { evidenced: 1 });
    const nets = ladderSkill('Nets', '3!', {});
    const through = { ...nets, cells: nets.cells.map((cell) => cell && { ...cell, countsInMatch: false }) };
    expect(levelStandings(ladderOf(1, [boats, through]), byEvidence)).toEqual([
      { mandatory: 1, mandatoryMet: 1, others: 0, othersMet: 0, isMet: true },
    ]);
    expect(levelStandings(ladderOf(1, [through]), byEvidence)[0]?.isMet).toBe(false);
  });
});

describe('the grade', () => {
  const reach = fc.float({ min: 0, max: 4, noNaN: true });
  const skills = fc.array(
    fc.record({
      cells: fc.array(fc.constantFrom('-', '1', '2', '3', '4', '1!', '3!', 'x'), { minLength: 4, maxLength: 4 }),
      evidenced: reach,
      selfAssessed: fc.option(reach),
    }),
    { minLength: 1, maxLength: 12 },
  );
  const made = (rows: readonly { cells: string[]; evidenced: number; selfAssessed: number | null }[]) =>
    ladderOf(
      4,
      rows.map(({ cells, ...more }, at) => ladderSkill(`S${at}`, cells.join(' '), more)),
    );

  test('stands on an unbroken run of met levels from the first', () => {
    fc.assert(
      fc.property(skills, (rows) => {
        const standings = levelStandings(made(rows), byEvidence);
        const place = grade(standings);
        expect(standings.map((level) => level.isMet)).toEqual(standings.map((_, at) => at <= place));
      }),
    );
  });

  test('never falls when more is proven', () => {
    fc.assert(
      fc.property(skills, fc.nat(), reach, (rows, which, more) => {
        const raised = rows.map((row, at) =>
          at === which % rows.length ? { ...row, evidenced: Math.min(row.evidenced + more, 4) } : row,
        );
        expect(grade(levelStandings(made(raised), byEvidence))).toBeGreaterThanOrEqual(
          grade(levelStandings(made(rows), byEvidence)),
        );
      }),
    );
  });

  test('does not depend on the order of the skills, and by evidence not on self-assessment', () => {
    fc.assert(
      fc.property(skills, (rows) => {
        const standings = levelStandings(made(rows), byEvidence);
        expect(levelStandings(made(rows.toReversed()), byEvidence)).toEqual(standings);
        const boasting = rows.map((row) => ({ ...row, selfAssessed: 4 }));
        expect(levelStandings(made(boasting), byEvidence)).toEqual(standings);
        const bare = rows.map((row) => ({ ...row, evidenced: 0 }));
        expect(levelStandings(made(bare), bySelfAssessment)).toEqual(levelStandings(made(rows), bySelfAssessment));
      }),
    );
  });
});

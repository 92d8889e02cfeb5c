/** Which requirements a radar draws: the same on the screen of the match, on the page of the role and on paper. */
import { describe, expect, test } from 'vitest';
import type { RoleMatch } from '../../../shared/api/match.ts';
import { computeMatch } from '../../../shared/domain/match/match.ts';
import { composeMatchDocument } from '../../../shared/domain/match/match-document.ts';
import { chooseAxes, placeAxes } from '../../../shared/domain/match/radar-axes.ts';
import { matchInput, requirement } from './match-fixtures.ts';

/** Two skills, then as many competencies, every second of them critical; the last optional. */
const asked = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    requirement(`Ability ${index}`, 3, {
      kind: index < 2 ? 'skill' : 'competency',
      importance: index === count - 1 ? 'optional' : index % 2 === 0 ? 'critical' : 'important',
    }),
  );
const matched = (requirements: ReturnType<typeof asked>) => computeMatch(matchInput({ requirements })).requirements;
const drawn = (requirements: ReturnType<typeof asked>) =>
  chooseAxes(matched(requirements)).axes.map((axis) => axis.label);

describe('the axes of a radar', () => {
  test('are the requirements with a level, competencies first', () => {
    expect(drawn(asked(4))).toEqual(['Ability 2', 'Ability 3', 'Ability 0', 'Ability 1']);
  });

  test('are the twelve that weigh most where there are more, and say how many are left out', () => {
    const { axes, leftOut } = chooseAxes(matched(asked(14)));
    expect([axes.length, leftOut]).toEqual([12, 2]);
    expect(axes.map((axis) => axis.label)).not.toContain('Ability 13');
  });

  test('are none for fewer than three levels', () => {
    expect(drawn(asked(2))).toEqual([]);
    expect(drawn(asked(6).map((requirement) => ({ ...requirement, level: null })))).toEqual([]);
  });

  test.each([3, 12, 13, 20])('of %i requirements are the same on the screen and in the PDF', (count) => {
    const report = computeMatch(matchInput({ requirements: asked(count) }));
    const role = { id: 'r', title: 'Keeper', family: null, levelCode: null, targetOn: null };
    const match: RoleMatch = { ...report, role, computedOn: '2026-11-21' };
    expect(composeMatchDocument(match, 'Ada', 'a4').shape).toEqual(chooseAxes(match.requirements).axes);
  });

  test('have as many rings as the scale they share has levels, else four without numbers', () => {
    const frame = { width: 400, height: 300 };
    const { axes } = chooseAxes(matched(asked(3)));
    expect(placeAxes(axes, frame)).toMatchObject({ hasNumbers: true, rings: { length: 5 } });
    const mixed = axes.map((axis, index) => ({ ...axis, of: index === 0 ? 4 : 5 }));
    expect(placeAxes(mixed, frame)).toMatchObject({ hasNumbers: false, rings: { length: 4 } });
  });
});

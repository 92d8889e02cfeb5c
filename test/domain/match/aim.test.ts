/** Which role the user aims at. */
import { expect, test } from 'vitest';
import { aimOf } from '../../../shared/domain/match/aim.ts';

const role = (id: string, pinnedAt: string | null) => ({ id, pin: pinnedAt === null ? null : { pinnedAt } });

test('the aim is the role pinned last, whatever the order of the roles', () => {
  const roles = [role('a', '2026-01-01T00:00:00Z'), role('b', '2026-03-01T00:00:00Z'), role('c', null)];
  expect(aimOf(roles)?.id).toBe('b');
  expect(aimOf(roles.toReversed())?.id).toBe('b');
});

test('of two roles pinned in one moment the aim is the one made later', () => {
  const roles = [role('b', '2026-01-01T00:00:00Z'), role('a', '2026-01-01T00:00:00Z')];
  expect(aimOf(roles)?.id).toBe('b');
  expect(aimOf(roles.toReversed())?.id).toBe('b');
});

test('without a pin there is no aim', () => {
  expect(aimOf([role('a', null)])).toBeNull();
  expect(aimOf([])).toBeNull();
});

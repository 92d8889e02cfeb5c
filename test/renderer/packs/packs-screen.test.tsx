/** Packs: installed and taken out, and what that does to their roles, said before. */
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { holdsText, removalText } from '../../../src-renderer/features/packs/pack-row.tsx';
import { PacksScreen } from '../../../src-renderer/features/packs/packs-screen.tsx';
import { sampleCairn, showScreen } from '../roles/show-screen.tsx';

// A real database and a whole screen: more than a unit of code, and slower where other tests run beside it.
vi.setConfig({ testTimeout: 30_000 });

test('what a pack holds and what its removal does is told in figures', () => {
  expect(holdsText({ roleCount: 5, ladderCount: 1 })).toBe('5 roles in 1 ladder');
  expect(holdsText({ roleCount: 1, ladderCount: 0 })).toBe('1 role');
  expect(removalText({ roleCount: 5, keptRoleCount: 0 })).toBe('5 roles go. Your accomplishments stay.');
  expect(removalText({ roleCount: 5, keptRoleCount: 1 })).toBe(
    '4 roles go, 1 role you edited, pinned or used stays as your own.',
  );
  expect(removalText({ roleCount: 2, keptRoleCount: 2 })).toBe('2 roles you edited, pinned or used stay as your own.');
});

test('a pack is taken out and installed again; roles that are pinned stay', async () => {
  const cairn = await sampleCairn();
  const before = await cairn.call('listRoles', {});
  const pinned = before.find((role) => role.pin !== null);
  const pack = (await cairn.call('listPacks', {})).find((pack) => pack.id === pinned?.packId);
  if (pinned === undefined || pack === undefined) throw new Error('the sample pins a role of a pack');
  showScreen(cairn, PacksScreen, '/roles/packs', '/roles/packs');
  fireEvent.click(await screen.findByRole('button', { name: `More for ${pack.name}` }));
  fireEvent.click(await screen.findByRole('menuitem', { name: /^Remove the pack/ }));
  await waitFor(async () =>
    expect((await cairn.call('listPacks', {})).find((listed) => listed.id === pack.id)?.installedAt).toBeNull(),
  );
  expect((await cairn.call('listRoles', {})).map((role) => role.id)).toContain(pinned.id);
  fireEvent.click(await screen.findByRole('button', { name: `Install ${pack.name}` }));
  await waitFor(async () =>
    expect((await cairn.call('listPacks', {})).find((listed) => listed.id === pack.id)?.installedAt).not.toBeNull(),
  );
});

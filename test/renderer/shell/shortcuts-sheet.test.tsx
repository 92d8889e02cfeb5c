import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { actionIds, actions } from '../../../shared/vocabulary/actions.ts';
import { ShortcutsSheet } from '../../../src-renderer/features/shell/shortcuts-sheet.tsx';
import { windowTitle } from '../../../src-renderer/features/shell/window-title.ts';
import { keysOnThisSystem, keysText, offeredAction, useOfferedActions } from '../../../src-renderer/offered-actions.ts';
import { fakeMain, show } from '../parts/fake-main.tsx';

function Sheet({ ids }: { readonly ids: typeof actionIds }) {
  useOfferedActions(ids.map((id) => offeredAction(id, () => undefined)));
  return <ShortcutsSheet opened onClose={() => undefined} />;
}

it('the sheet shows every action of the list that has keys, each with all of them', async () => {
  fakeMain({});
  const isGeneral = (id: (typeof actionIds)[number]) => ['everywhere', 'screens'].includes(actions[id].on);
  for (const ids of [actionIds.filter(isGeneral), actionIds.filter((id) => !isGeneral(id))]) {
    const page = show(<Sheet ids={ids} />);
    for (const id of ids) {
      const keys = keysOnThisSystem(id);
      if (keys.length === 0) continue;
      const row = (await screen.findByText(actions[id].label, { selector: 'dt' })).parentElement;
      expect([...(row?.querySelectorAll('kbd') ?? [])].map((key) => key.textContent)).toEqual(keys.map(keysText));
    }
    page.unmount();
  }
});

it('the title of the window names the person, else the folder, and says that a sample is one', () => {
  const state = { personName: 'Ada Byron', folder: '/home/ada/records/work', isSample: false };
  expect(windowTitle(state)).toBe('Ada Byron – Cairn');
  expect(windowTitle({ ...state, personName: ' ' })).toBe('work – Cairn');
  expect(windowTitle({ ...state, personName: '', folder: 'C:\\Users\\ada\\work\\' })).toBe('work – Cairn');
  expect(windowTitle({ ...state, isSample: true })).toBe('Sample record – Cairn');
});

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { actionIds, actions, keysOf } from '../../shared/vocabulary/actions.ts';
import { addressOf, railIds, railOf, screenAt, screenIds } from '../../shared/vocabulary/screens.ts';

const platforms = ['linux', 'win32', 'darwin'] as const;
const places = [...new Set(actionIds.map((id) => actions[id].on))];
const isEverywhere = (place: string) => place === 'everywhere' || place === 'screens';

/** Keys that more than one action of these would take. */
function doubleKeys(ids: readonly (typeof actionIds)[number][], platform: string): readonly string[] {
  const keys = ids.flatMap((id) => keysOf(id, platform).map((chord) => chord.toLowerCase()));
  return keys.filter((chord, index) => keys.indexOf(chord) !== index);
}

describe.each(platforms)('the keys of the list, on %s', (platform) => {
  test('are each of one action everywhere', () => {
    expect(
      doubleKeys(
        actionIds.filter((id) => isEverywhere(actions[id].on)),
        platform,
      ),
    ).toEqual([]);
  });

  test.each(places.filter((place) => !isEverywhere(place)))(
    'are each of one action at the place %s, with the general ones it does not replace',
    (place) => {
      // one of the two is offered: a ladder has a matrix, or it has none
      const here = actionIds.filter((id) => actions[id].on === place && id !== 'export-track');
      const replaced = here.flatMap((id): readonly string[] => actions[id].replaces ?? []);
      const general = actionIds.filter((id) => isEverywhere(actions[id].on) && !replaced.includes(id));
      expect(doubleKeys([...general, ...here], platform)).toEqual([]);
    },
  );
});

test('every action says what it does, and no two of one place say the same', () => {
  for (const place of places) {
    const labels = actionIds.flatMap((id) => (actions[id].on === place ? [actions[id].label] : []));
    expect(labels.filter((label) => label === '')).toEqual([]);
    expect(new Set(labels).size).toBe(labels.length);
  }
});

test('the guide lists the keys of every action', async () => {
  const guide = await readFile(join(import.meta.dirname, '..', '..', 'docs', 'guide.md'), 'utf8');
  const chapter = (guide.split('\n## Keyboard\n')[1] ?? '').split('\n## ')[0] ?? '';
  const written = chapter.replace('Ctrl 1 … Ctrl 6', 'Ctrl 1, Ctrl 2, Ctrl 3, Ctrl 4, Ctrl 5, Ctrl 6');
  const keys = actionIds.flatMap((id) => keysOf(id, 'linux').slice(0, 1));
  const words = (chord: string) =>
    (chord.match(/[^+]+|\+$/g) ?? [])
      .map((part) => ({ mod: 'Ctrl', shift: 'Shift', alt: 'Alt', ArrowLeft: '←', ArrowRight: '→' })[part] ?? part)
      .join(' ')
      .replace(/-$/, '−');
  expect(keys.map(words).filter((chord) => !written.includes(chord))).toEqual([]);
});

test('every screen has an address and belongs to one of the rail', () => {
  for (const id of screenIds) expect(railIds).toContain(railOf(id));
  expect(railIds.map(addressOf)).toEqual(['/home', '/record', '/roles', '/match', '/resumes', '/import', '/settings']);
  expect(addressOf('packs')).toBe('/roles/packs');
});

test('an address belongs to the screen with the same first word', () => {
  expect(screenAt('/record/42?add=metric')).toBe('record');
  expect(railOf(screenAt('/ladders/7') ?? 'home')).toBe('roles');
  expect(screenAt('/nowhere')).toBeUndefined();
});

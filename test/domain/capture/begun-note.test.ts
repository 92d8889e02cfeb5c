/** A note that is begun for what a role asks: it counts as soon as it is saved, and takes nothing from what was typed. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { competencyMark, noteAbout } from '../../../shared/domain/capture/begun-note.ts';
import { readCapture } from '../../../shared/domain/capture/capture.ts';

const nothing = { positions: [], competencies: [], tags: [] };

test.each([
  [3, 5, 3],
  [2, 4, 3],
  [1, 1, 5],
  [4, 4, 5],
  [1, 10, 1],
  [7, 10, 4],
])('level %d of %d is asked, and the mark is enough for it: %d of 5', (level, of, mark) => {
  expect(competencyMark({ name: 'Interface design', level, of })).toBe(`+"Interface design":${mark}`);
});

test('where no level is stated none is made up: the mark ends where the levels are offered', () => {
  expect(competencyMark({ name: 'Docker', level: null, of: 5 })).toBe('+"Docker":');
});

test('what was typed before stays, and a competency that it names already is not named twice', () => {
  const asked = { name: 'Interface design', level: 3, of: 5 };
  expect(noteAbout('', asked)).toBe(' +"Interface design":3');
  expect(noteAbout('Ran the drill \n', asked)).toBe('Ran the drill +"Interface design":3');
  expect(noteAbout('Drew it +"interface design":2 today', asked)).toBe('Drew it +"interface design":2 today');
  expect(noteAbout('Drew it +interface-design', asked)).toBe('Drew it +interface-design');
});

test('whatever was typed and whatever is asked, the note shows the competency at a level', () => {
  const name = fc.stringMatching(/^[A-Za-z][A-Za-z0-9 &/+#().-]{0,30}[A-Za-z0-9]$/);
  fc.assert(
    fc.property(fc.lorem(), name, fc.integer({ min: 1, max: 5 }), (text, words, level) => {
      const note = noteAbout(text, { name: words, level, of: 5 });
      expect(note.startsWith(text.trimEnd())).toBe(true);
      expect(readCapture(note, nothing, '2026-11-21').competencies).toMatchObject([{ name: words, level }]);
    }),
  );
});

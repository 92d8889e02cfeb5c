/** Markup that means harm, some hundreds of shapes of it: none of it comes out as anything but words. */
import { describe, expect, it } from 'vitest';
import { readDrafts } from '../../../src-main/import/read.ts';
import { markupVectors } from '../../helpers/markup-vectors.ts';
import { bytesOf, postOf } from '../read-text.ts';

const harmfulScript = 'document.stolen=1';
const vectors = markupVectors(harmfulScript);

/** Every value of a draft by its key: nothing but the keys of our own model, and addresses only where they are addresses. */
function entriesIn(value: unknown, key = ''): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [[key, value]];
  return Object.entries(value).flatMap(([name, inner]) => entriesIn(inner, Array.isArray(value) ? key : name));
}

const wrapped = (vector: string): string =>
  `<h2>Mission</h2><p>Bring ships in.</p><h2>Core responsibilities</h2><ul><li>Steer ${vector} well</li></ul><h2>Tools</h2><table><tr><th>Category</th><th>Tool</th></tr><tr><td>Charts</td><td>${vector}Paper</td></tr></table>`;

describe('harmful markup', () => {
  it('comes in about three hundred shapes', () => {
    expect(new Set(vectors).size).toBeGreaterThanOrEqual(300);
  });

  it.each([
    ['a post', (vector: string) => postOf(wrapped(vector))],
    [
      'a post encoded twice',
      (vector: string) =>
        postOf(wrapped(vector).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')),
    ],
    ['the title of a post', (vector: string) => postOf('<h2>Mission</h2><p>Bring ships in.</p>', `Pilot ${vector}`)],
    [
      'a saved page',
      (vector: string) =>
        `<!doctype html><html><head><title>Pilot</title></head><body>${wrapped(vector)}</body></html>`,
    ],
  ])(
    'is inert in %s',
    (_name, written) => {
      for (const vector of vectors) {
        for (const draft of readDrafts('x', bytesOf(written(vector)))) {
          for (const [key, value] of entriesIn(draft)) {
            expect(['string', 'number', 'boolean', 'undefined'].includes(typeof value) || value === null).toBe(true);
            if (key === 'href' || key === 'sourceUrl')
              expect(String(value), vector).toMatch(/^(?:https?:\/\/|mailto:)/);
          }
          expect(JSON.stringify(draft.kind === 'role' ? draft.role : {}), vector).not.toContain('evil.example');
          expect(draft.kind === 'role' && draft.role.mission, vector).toBe('Bring ships in.');
        }
      }
    },
    60_000,
  );

  it('stays words, letter by letter, in a text', () => {
    for (const vector of vectors) {
      const text = `Harbour Pilot\n\nMission\n\nBring ships in.\n\nResponsibilities\n\n- Steer ${vector.replaceAll(/\s/g, ' ')} well\n`;
      for (const draft of readDrafts('x', bytesOf(text))) {
        if (draft.kind !== 'role') continue;
        for (const [key, value] of entriesIn(draft)) if (key === 'href') expect(value, vector).toBeUndefined();
      }
    }
  }, 60_000);
});

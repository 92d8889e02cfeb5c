/** Finding a line of the resume on the printed page, by the texts that stand there. */
import { expect, test } from 'vitest';
import { findOnPaper, type PlacedPage, roomOn } from '../../../src-renderer/features/resumes/page/find-on-paper.ts';

/** Runs of text, each on its line: ten points a letter, twelve points high. */
function page(number: number, lines: readonly { readonly at: number; readonly runs: readonly string[] }[]): PlacedPage {
  return {
    number,
    heightPt: 800,
    texts: lines.flatMap(({ at, runs }) => {
      let x = 60;
      return runs.map((text) => {
        const placed = { text, x, y: at, width: text.length * 10, height: 12 };
        x += placed.width;
        return placed;
      });
    }),
  };
}

test('a line that breaks is framed from its bullet to the end of its last line', () => {
  const pages = [
    page(1, [
      { at: 700, runs: ['EXPERIENCE'] },
      { at: 680, runs: ['•', 'Cut latency from 412', ' to 96 ms'] },
      { at: 664, runs: ['for 38 depots.'] },
      { at: 640, runs: ['•', 'Halved spend.'] },
    ]),
  ];
  const [box, ...others] = findOnPaper(pages, 'Cut latency from 412 to 96 ms for 38 depots.', 'Experience');
  expect(others).toEqual([]);
  expect(box?.page).toBe(1);
  expect(box?.left).toBe(57);
  expect(box?.width).toBe(10 + 290 + 6);
  const top = box?.top ?? 0;
  expect(800 - top).toBeGreaterThan(680);
  expect(800 - (top + (box?.height ?? 0))).toBeGreaterThan(640 + 12 * 0.8);
  expect(800 - (top + (box?.height ?? 0))).toBeLessThan(664);
});

test('a line that runs over to the next page has a box on each', () => {
  const pages = [
    page(1, [{ at: 60, runs: ['•', 'Led the migration'] }]),
    page(2, [{ at: 740, runs: ['of four teams.'] }]),
  ];
  expect(findOnPaper(pages, 'Led the migration of four teams.').map((box) => box.page)).toEqual([1, 2]);
});

test('a skill is looked for under its heading, as a word of its own, and framed without its neighbours', () => {
  const pages = [
    page(1, [
      { at: 700, runs: ['Taught SQL to 26 people.'] },
      { at: 600, runs: ['SKILLS'] },
      { at: 580, runs: ['PostgreSQL, SQL, Python'] },
    ]),
  ];
  const [box] = findOnPaper(pages, 'SQL', 'Skills');
  expect(box?.left).toBe(60 + 'PostgreSQL, '.length * 10 - 3);
  expect(box?.width).toBe(30 + 6);
  expect(800 - (box?.top ?? 0)).toBeLessThan(600);
});

test('what does not stand on the page has no box', () => {
  const pages = [page(1, [{ at: 700, runs: ['Something else'] }])];
  expect(findOnPaper(pages, 'Not printed')).toEqual([]);
  expect(findOnPaper(pages, '  ')).toEqual([]);
  expect(findOnPaper([], 'Something')).toEqual([]);
});

test('room is counted in lines above the lower margin, and a page of its own for few lines is told', () => {
  const sheet = { bottomMm: 25.4, leadingPt: 14 };
  const nearlyFull = page(1, [{ at: 120, runs: ['Last line'] }]);
  expect(roomOn([nearlyFull], sheet)).toEqual({ kind: 'spare', lines: 3 });
  const foot = page(1, [
    { at: 120, runs: ['Last line'] },
    { at: 30, runs: ['Page 1 of 1'] },
  ]);
  expect(roomOn([foot], sheet)).toEqual({ kind: 'spare', lines: 3 });
  const over = page(2, [{ at: 720, runs: ['One line too many'] }]);
  expect(roomOn([nearlyFull, over], sheet)).toEqual({ kind: 'over', lines: 1 });
  expect(roomOn([page(1, [{ at: 700, runs: ['Nearly empty'] }])], sheet)).toBeNull();
  expect(roomOn([], sheet)).toBeNull();
});

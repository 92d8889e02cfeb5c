/** Marks of lists in pasted text: one of them is enough, and wherever a list is shown it has its own. */
import { expect, test } from 'vitest';
import { AccomplishmentContent } from '../../shared/api/accomplishment.ts';
import { resumeEndpoints } from '../../shared/api/resume.ts';
import { readCapture } from '../../shared/domain/capture/capture.ts';
import { plainText } from '../../shared/domain/paper/printed-text.ts';
import { withoutListMark, withPlainListMarks } from '../../shared/vocabulary/list-marks.ts';
import { readText } from '../../src-main/import/roles/plain-document.ts';

const marks = ['• ', '•\t', '•', '▪ ', '◦ ', '● ', '‣ ', '➤ ', '■ ', '· ', 'o\t', '• • ', '- • ', '• - ', '  • '];

test.each(marks)('“%sLed the team” is “Led the team” as a title, a note, a wording and a line of a resume', (mark) => {
  const pasted = `${mark}Led the team`;
  expect(withoutListMark(pasted)).toBe('Led the team');
  expect(AccomplishmentContent.partial().parse({ title: pasted }).title).toBe('Led the team');
  expect(readCapture(pasted, { positions: [], competencies: [], tags: [] }, '2026-07-01').title).toBe('Led the team');
  const { longWording = '' } = AccomplishmentContent.partial().parse({ longWording: pasted });
  expect(plainText(longWording)).toBe('Led the team');
  const { override } = resumeEndpoints.chooseResumeItem.input.parse({
    id: 'a',
    kind: 'accomplishment',
    refId: 'b',
    override: pasted,
  });
  expect(plainText(override ?? '')).toBe('Led the team');
});

test.each(['- ', '* ', '– ', '— ', '✓ '])('“%sLed the team” is a title without its mark', (mark) => {
  expect(withoutListMark(`${mark}Led the team`)).toBe('Led the team');
});

test('each line of a pasted list has one mark that Markdown knows', () => {
  expect(withPlainListMarks('Did:\n• Led the team\n  ◦ All of it\n• • Cut costs\n- Kept\n* Stays')).toBe(
    'Did:\n- Led the team\n  - All of it\n- Cut costs\n- Kept\n* Stays',
  );
});

test('the rest of a captured list is a list', () => {
  const { title, story } = readCapture(
    '• Led the team\n• Cut costs',
    { positions: [], competencies: [], tags: [] },
    '2026-07-01',
  );
  expect([title, story]).toEqual(['Led the team', '- Cut costs']);
});

test.each([
  '-5 °C reached',
  '- 5 % sick days',
  '+ 30 % sales',
  '1. Preis gewonnen',
  'a · b',
  '+20 % revenue',
  '*Bold* move',
  '–',
  'of course',
  'ontology',
])('“%s” stays as it is', (text) => {
  expect(withoutListMark(text)).toBe(text);
  expect(withPlainListMarks(text)).toBe(text);
});

test('an entry of an imported document has its mark taken off, however often it stands there', () => {
  const draft = readText('role.txt', 'Lock Keeper\n\nResponsibilities\n• • Open the lock\n- • Close the lock\n', {});
  if (draft.kind !== 'role') throw new Error('no role');
  expect(draft.role.responsibilities.map((duty) => duty.text)).toEqual(['Open the lock', 'Close the lock']);
});

/** Text that was copied, mailed or saved on the way: bullets with tabs, lost blank lines, lost indents, other numbers. */
import { describe, expect, it } from 'vitest';
import { countDraft } from '../../src-main/import/counts.ts';
import { straightened } from '../../src-main/import/text-shape.ts';
import { asPageText, COUNTS, PLAIN_TITLES, TITLE } from './invented-blueprint.ts';
import { messagesOf, roleDraft } from './read-text.ts';

const PAGE = asPageText(PLAIN_TITLES, ' ');
const rows = (text: string) => {
  const draft = roleDraft(text);
  return { ...countDraft(draft), title: draft.title };
};
const { sections: _sections, ...ROWS } = { sections: 0, ...COUNTS };
const WHOLE = { ...ROWS, title: TITLE };

describe('a tab behind a bullet or a number', () => {
  const page = (bullet: string, number: (place: number) => string) =>
    `Harbour Pilot\n\nResponsibilities\n\n${['Board', 'Talk', 'Steer', 'Report'].map((one, place) => `${number(place + 1)}${one} at dawn`).join('\n')}\n\nDeliverables\n\n${['Log', 'Chart', 'Plan'].map((one) => `${bullet}${one}`).join('\n')}\n`;

  it.each(['•\t', '-\t', '  •\t', 'o\t', '·\t'])('makes no table of a list: %j', (bullet) => {
    expect(rows(page(bullet, (place) => `${place}.\t`))).toMatchObject({ responsibilities: 4, deliverables: 3 });
  });

  it('nests Word’s second bullet under its first', () => {
    const { role } = roleDraft('Pilot\n\nDeliverables\n\n•\tLogs:\no\tTide log\no\tWatch log\n•\tCharts\n');
    expect(role.items.map((item) => [item.name, item.text])).toEqual([
      ['Logs', '- Tide log\n- Watch log'],
      [undefined, 'Charts'],
    ]);
  });

  it('still parts cells where more than one tab stands', () => {
    const { role } = roleDraft('Pilot\n\nTools\n\nCategory\tTool\tUse\n1. Radio\tVHF\tCalls\n2. Radar\tX-band\tFog\n');
    expect(role.tools.map((tool) => tool.name)).toEqual(['VHF', 'X-band']);
  });
});

describe('what happened to every line', () => {
  it('is undone for a text that is indented as a whole', () => {
    for (const indent of ['    ', '\t', '  ']) expect(rows(PAGE.replaceAll(/^(?=.)/gm, indent))).toMatchObject(WHOLE);
  });

  it('is undone for a text with a blank line behind every line', () => {
    expect(rows(PAGE.replaceAll('\n', '\n\n'))).toMatchObject(WHOLE);
  });

  it('is left alone where blank lines part paragraphs', () => {
    const text = `Pilot\n\n\n${Array.from({ length: 30 }, (_, place) => `Line ${place}.`).join('\n\n')}\n`;
    expect(straightened(text)).toBe(text);
  });

  it('is undone for bullets that stand alone above their words', () => {
    const page = 'Harbour Pilot\n\nDeliverables\n\n  •\n    Tide log\n  •\n    Watch log\n  •\n    Chart\n';
    expect(rows(page)).toMatchObject({ deliverables: 3 });
  });
});
void messagesOf;

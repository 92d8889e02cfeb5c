/** Posts whose markup says less than their look: lists made of paragraphs, headings of any depth and number. */
import { describe, expect, it } from 'vitest';
import { roleOfPost } from '../read-text.ts';

describe('lists that are none in the markup of a post', () => {
  const listsOf = (content: string) => {
    const { responsibilities } = roleOfPost(`<h2>Core responsibilities</h2>${content}`);
    return responsibilities.map((responsibility) => [responsibility.number, responsibility.lead, responsibility.text]);
  };

  it.each([
    ['numbered paragraphs between empty ones', '<p>1. Board</p><p>&nbsp;</p><p>2. Talk</p><p>&nbsp;</p>', true],
    ['numbers between breaks', '<p>1) Board<br>2) Talk</p>', true],
    [
      'ordered lists between empty paragraphs',
      '<ol><li>Board</li></ol><p>&nbsp;</p><ol start="2"><li>Talk</li></ol>',
      true,
    ],
    ['bullets between breaks', '<p>• Board<br />\n• Talk</p>', false],
    ['bullets between breaks after words', '<p>You will:<br>•&nbsp;Board<br>•&nbsp;Talk</p>', false],
    ['bullets without a space', '<p>•Board<br>•Talk</p>', false],
    ['a paragraph for each bullet', '<p>• Board</p><p>&nbsp;</p><p>• Talk</p>', false],
  ])('are read from %s', (_name, content, isOrdered) => {
    expect(listsOf(content)).toEqual([
      [isOrdered ? 1 : undefined, undefined, 'Board'],
      [isOrdered ? 2 : undefined, undefined, 'Talk'],
    ]);
  });

  it('are read from terms and what is said of them', () => {
    expect(listsOf('<dl><dt>Board</dt><dd>the ship</dd><dt>Talk</dt><dd>to the tug</dd></dl>')).toEqual([
      [undefined, 'Board', '- the ship'],
      [undefined, 'Talk', '- to the tug'],
    ]);
  });

  it('are not made of one numbered paragraph, or of figures that do not count on', () => {
    expect(listsOf('<p>1. Board</p>')).toEqual([]);
    expect(listsOf('<p>3. Board</p><p>7. Talk</p>')).toEqual([]);
  });
});

describe('a post with other headings', () => {
  const content = (top: string, below: string, [mission, duties, skills, kpis, career]: readonly string[]) =>
    `<${top}>${mission}</${top}><p>Guide ships.</p><${top}>${duties}</${top}><${below}>At sea</${below}><ul><li>Board</li></ul>` +
    `<${top}>${skills}</${top}><${below}>Must-have</${below}><ul><li><b>Radio</b> (Critical)</li></ul>` +
    `<${top}>${kpis}</${top}><table><tr><th>Metric</th><th>Target</th></tr><tr><td>Safe</td><td>All</td></tr></table>` +
    `<${top}>${career}</${top}><${below}>Next roles</${below}><ul><li>Harbour Master</li></ul>`;
  const plain = ['Mission', 'Core responsibilities', 'Technical skills', 'KPIs', 'Career path'];
  const renumbered = [
    '7) Mission',
    '2. Core responsibilities',
    '99 - Technical skills',
    'III. KPIs',
    'Part 4: Career path',
  ];

  it.each([
    ['h3 and h4', content('h3', 'h4', plain)],
    ['h4 and h5', content('h4', 'h5', plain)],
    ['other numbers', content('h3', 'h4', renumbered)],
    [
      'all of it under a heading',
      `<h2>About the role</h2>${content('h3', 'h4', plain)}<h2>Apply</h2><p>Write to us.</p>`,
    ],
  ])('gives the same rows: %s', (_name, html) => {
    const { mission, responsibilities, requirements, kpis, links } = roleOfPost(html);
    expect(mission).toBe('Guide ships.');
    expect(responsibilities).toMatchObject([{ group: 'At sea', text: 'Board' }]);
    expect(requirements).toMatchObject([{ competency: 'Radio', tier: 'Must-have', importance: 'critical' }]);
    expect(kpis).toMatchObject([{ name: 'Safe', target: 'All' }]);
    expect(links).toMatchObject([{ kind: 'next', title: 'Harbour Master' }]);
  });
});

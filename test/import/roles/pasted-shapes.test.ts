/** Text that was copied, mailed or saved on the way: bullets with tabs, lost blank lines, lost indents, other numbers. */
import { describe, expect, it } from 'vitest';
import { repairTextShape } from '../../../src-main/import/outline/text-repair.ts';
import { countDraft } from '../../../src-main/import/roles/draft-counts.ts';
import { messagesOf, postOf, roleDraft } from '../read-text.ts';
import { asPageText, countsOfRole, plainTitles, roleTitle } from './invented-blueprint.ts';

const pageText = asPageText(plainTitles, ' ');
const rows = (text: string) => {
  const draft = roleDraft(text);
  return { ...countDraft(draft), title: draft.title };
};
const { sections: _sections, ...rowCounts } = { sections: 0, ...countsOfRole };
const wholePage = { ...rowCounts, title: roleTitle };

describe('a tab behind a bullet or a number', () => {
  const page = (bullet: string, number: (place: number) => string) =>
    `Harbour Pilot\n\nResponsibilities\n\n${['Board', 'Talk', 'Steer', 'Report'].map((verb, place) => `${number(place + 1)}${verb} at dawn`).join('\n')}\n\nDeliverables\n\n${['Log', 'Chart', 'Plan'].map((verb) => `${bullet}${verb}`).join('\n')}\n`;

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
    for (const indent of ['    ', '\t', '  '])
      expect(rows(pageText.replaceAll(/^(?=.)/gm, indent))).toMatchObject(wholePage);
  });

  it('is undone for a text with a blank line behind every line', () => {
    expect(rows(pageText.replaceAll('\n', '\n\n'))).toMatchObject(wholePage);
  });

  it.each([' ', '\t'] as const)('is undone for a blank line behind every line that has words, %j', (between) => {
    const text = asPageText(plainTitles, between).replaceAll(/(?<=[^\n])\n/g, '\n\n');
    expect(rows(text)).toMatchObject(wholePage);
  });

  it('is left alone where blank lines part paragraphs', () => {
    const text = `Pilot\n\n\n${Array.from({ length: 30 }, (_, place) => `Line ${place}.`).join('\n\n')}\n`;
    expect(repairTextShape(text)).toBe(text);
  });

  it('is told, and only where something was undone', () => {
    const told = (text: string) => messagesOf(roleDraft(text), 'KEPT').some((message) => message.includes('put right'));
    expect([told(pageText), told(pageText.replaceAll('\n', '\n\n'))]).toEqual([false, true]);
  });

  it('is undone for bullets that stand alone above their words', () => {
    const page = 'Harbour Pilot\n\nDeliverables\n\n  •\n    Tide log\n  •\n    Watch log\n  •\n    Chart\n';
    expect(rows(page)).toMatchObject({ deliverables: 3 });
  });
});

describe('lines that describe a skill', () => {
  const page = (name: (text: string, place: number) => string, field: (label: string, text: string) => string) =>
    `Harbour Pilot\n\nTechnical Skills\n\nMust-have technical skills\n\n${[
      'Radar plotting',
      'Stakeholder management',
      'Tide tables',
    ]
      .map((skill, place) =>
        [
          name(skill, place + 1),
          field('Description', 'Reads it: at night.'),
          field('Typical use', 'Fog'),
          field('Importance', 'Critical'),
        ].join('\n'),
      )
      .join('\n\n')}\n\nTools\n\n- VHF\n`;
  const plain = (label: string, text: string) => `${label}: ${text}`;

  it.each([
    [
      'with dashes, without indent',
      (name: string, place: number) => `${place}. ${name}`,
      (label: string, text: string) => `– ${label}: ${text}`,
    ],
    ['without dashes and indent', (name: string, place: number) => `${place}. ${name}`, plain],
    [
      'below a number and a tab',
      (name: string, place: number) => `${place}.\t${name}`,
      (label: string, text: string) => `–\t${label}: ${text}`,
    ],
    ['as further bullets', (name: string) => `• ${name}`, (label: string, text: string) => `• ${label}: ${text}`],
    ['below a name without a number', (name: string) => name, plain],
    [
      'indented below a name without a number',
      (name: string) => name,
      (label: string, text: string) => `    ${label}: ${text}`,
    ],
  ] as const)('belong to the skill above %s', (_name, name, field) => {
    const { role } = roleDraft(page(name, field));
    expect(
      role.requirements.map((requirement) => [
        requirement.competency,
        requirement.importance,
        requirement.details.map((two) => two.label),
      ]),
    ).toEqual(
      ['Radar plotting', 'Stakeholder management', 'Tide tables'].map((skill) => [
        skill,
        'critical',
        ['Description', 'Typical use'],
      ]),
    );
    expect(role.tools).toHaveLength(1);
  });

  it('name no skill where none stands above', () => {
    const { role } = roleDraft(
      'Pilot\n\nTechnical Skills\n\n- Description: What a pilot knows.\n- Importance: High\n- Radar\n',
    );
    expect(role.requirements.map((requirement) => requirement.competency)).toEqual(['Radar']);
  });
});

it('reads a line of a hundred thousand bold words', { timeout: 20_000 }, () => {
  expect(roleDraft(`Pilot\n\n${'**a** '.repeat(100_000)}\n`).role.title).toBe('Pilot');
});

describe('a title below an advert', () => {
  const advert = 'Find the Best Kettle Shops\n\nCompare kettles and drink tea again.\n\nExplore Kettle Shops\n\n';
  const body = (number: (place: number) => string) =>
    `${number(1)}Role Summary\n\nA pilot guides ships.\n\n${number(2)}Responsibilities\n\n- Board vessels\n- Talk\n\n${number(3)}Tools\n\n- VHF\n`;

  it.each([
    ['alone, above numbers', 'Harbour Pilot\n\n\n', (place: number) => `${place}) `],
    ['alone, without numbers', 'Harbour Pilot\n\n\n', () => ''],
    ['in small letters', 'Harbour pilot and master of the long northern fairway\n\n\n', () => ''],
  ] as const)('is found %s', (_name, title, number) => {
    const draft = roleDraft(`${advert}${title}${body(number)}`);
    expect(draft.title).toBe(title.trim());
    expect(draft.role.responsibilities).toHaveLength(2);
    expect(JSON.stringify(draft.role.sections)).not.toContain('ettle');
  });

  it('loses what its end says of the document', () => {
    for (const end of [
      ': Role Blueprint, Skills',
      ' Role Blueprint: Responsibilities, Skills',
      ' Job Description – Duties and Responsibilities',
    ])
      expect(roleDraft(`${advert}Harbour Pilot${end}\n\n${body(() => '')}`).title).toBe('Harbour Pilot');
  });
});

describe('chapters', () => {
  it.each([
    ['§n', (number: string) => `§${number} `],
    ['§ n.', (number: string) => `§ ${number}. `],
    ['n –', (number: string) => `${number} – `],
    ['n:', (number: string) => `${number}: `],
    ['n.0', (number: string) => `${number}.0 `],
    ['#### n)', (number: string) => `#### ${number}) `],
  ] as const)('may be numbered “%s”, with groups below that nothing marks', (_name, mark) => {
    const text = pageText.replaceAll(/^(\d{1,2})\) /gm, (_whole, number: string) => mark(number));
    expect(rows(text)).toMatchObject(wholePage);
    const numbers = roleDraft(text).role.sections.flatMap((section) => section.number ?? []);
    expect(numbers.slice(0, 3).map((number) => number.replace('.0', ''))).toEqual(['1', '2', '3']);
  });

  it('follow each other in a text without blank lines, below tables that lost their borders', () => {
    const text = pageText.replaceAll(/\n{2,}/g, '\n');
    const { faqs: _faqs, ...counted } = wholePage;
    expect(rows(text)).toMatchObject(counted);
  });
});

describe('a list that lost its nesting', () => {
  it('gives a role above the sentence about it', () => {
    const { role } = roleDraft(
      'Pilot\n\nCareer path\n\nNext roles\n\n• Harbour Master (large ports)\n• Runs the whole harbour; answers to the city.\n• Fleet Captain\n• Commands the tugs of the port.\n• Examiner: tests others.\n',
    );
    expect(role.links.map((link) => [link.title, link.note])).toEqual([
      ['Harbour Master', 'large ports\nRuns the whole harbour; answers to the city.'],
      ['Fleet Captain', 'Commands the tugs of the port.'],
      ['Examiner', 'tests others.'],
    ]);
  });

  it('keeps roles that share an entry, and goals that are short lines', () => {
    const { role } = roleDraft(
      'Pilot\n\nNext roles\n\n• Harbour Master\n• Examiner; Fleet Captain\n\nGoals\n\n30-day goals\n\nLearn the fairway\n\nBoard a tug by night\n',
    );
    expect(role.links).toHaveLength(2);
    expect(role.milestones).toHaveLength(2);
  });

  it('ends the goals of a horizon at a short line of its own', () => {
    const { role } = roleDraft(
      'Pilot\n\nGoals\n\n30-day goals\n\n• Learn the fairway.\n• Board a tug.\n\nHow it is judged\nSuccess is a dry deck. It is seen from the quay.\n\nTools\n\n- VHF\n',
    );
    expect(role.milestones).toHaveLength(2);
  });
});

describe('a scorecard', () => {
  const lines = [
    ['Dimension', 'Meets bar', 'Exceeds bar'],
    ['Chart work', 'Reads a chart', 'Corrects it at sea'],
    ['Calm', 'Speaks slowly', 'Calms the bridge'],
    ['Judgement', 'Waits for the tide', 'Names the safe hour'],
  ];
  const expected = lines.slice(1).map(([dimension, meets, exceeds]) => ({ dimension, meets, exceeds }));

  it('is read from a table that lost its borders', () => {
    const text = lines.map((cells) => cells.join(' ')).join('\n');
    expect(roleDraft(`Pilot\n\nHiring\n\nScorecard\n\n${text}\n`).role.scorecard).toMatchObject(expected);
  });

  it('is read from a table whose header is bold and no more', () => {
    const html = lines
      .map(
        (cells, row) =>
          `<tr>${cells.map((cell) => `<td>${row === 0 ? `<strong>${cell}</strong>` : cell}</td>`).join('')}</tr>`,
      )
      .join('');
    const post = postOf(`<h2>Hiring scorecard</h2><table>${html}</table>`);
    expect(roleDraft(post, 'post.json').role.scorecard).toMatchObject(expected);
  });

  it('that could not be read is named, as are other chapters without entries', () => {
    const draft = roleDraft(
      'Pilot\n\nScorecard\n\nWe look at many things.\n\nDeliverables\n\nAll that is asked for.\n\nNext roles\n\nMany are open to you.\n',
    );
    expect(messagesOf(draft, 'NOT_PLACED')).toEqual([
      expect.stringContaining('“Scorecard” holds no lines of a scorecard'),
      expect.stringContaining('“Deliverables” holds no deliverables'),
      expect.stringContaining('“Next roles” holds no next roles'),
    ]);
  });
});

it('reads tools without borders below a header of other words', () => {
  const { role } = roleDraft(
    'Pilot\n\nTools\n\nArea Product Used for Adoption\nRadio systems Sailor / Icom Calls and watch Common\nRadio systems Entel Deck talk Optional\nCharts Navionics Chart display Context-specific\n',
  );
  expect(role.tools).toMatchObject([
    { category: 'Radio systems', name: 'Sailor / Icom', use: 'Calls and watch', adoption: 'Common' },
    { category: 'Radio systems', name: 'Entel', use: 'Deck talk', adoption: 'Optional' },
    { category: 'Charts', name: 'Navionics', use: 'Chart display', adoption: 'Context-specific' },
  ]);
});

it('reads values of adoption in other words', () => {
  const { role } = roleDraft(
    'Pilot\n\nTools\n\nCategory Tool Primary use Adoption\nRadio systems Sailor Calls and watch Standard\nRadio systems Entel Deck talk Nice to have\nRadio systems Icom Tug talk Situational\n',
  );
  expect(role.tools.map((tool) => [tool.name, tool.adoption])).toEqual([
    ['Sailor', 'Standard'],
    ['Entel', 'Nice to have'],
    ['Icom', 'Situational'],
  ]);
});

it('tells apart what changes on the way up although dashes stand for bullets in one line', () => {
  const { role } = roleDraft(
    'Pilot\n\nLevel 2\n\nMission\n\nGuide ships.\n\nTour of Duty\n\nOne winter.\n\nYour Journey From Here\n\nThe Level 2 → Level 3 gap is about CALM:  - From steering alone → steering with others  - From reacting → foreseeing\n\nCompetency Requirements\n\nRadar\n2\nRadio\n3\n',
  );
  expect(role.gapPairs.map(({ theme, from, to }) => [theme, from, to])).toEqual([
    ['CALM', 'steering alone', 'steering with others'],
    ['CALM', 'reacting', 'foreseeing'],
  ]);
});

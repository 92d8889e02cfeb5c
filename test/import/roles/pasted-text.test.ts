/** Text copied out of a page: headings that stand right above their text, and competencies under other words. */
import { describe, expect, it } from 'vitest';
import { countDraft } from '../../../src-main/import/roles/draft-counts.ts';
import { messagesOf, roleDraft } from '../read-text.ts';
import { recallOf } from '../visible-words.ts';

const headingNames = ['Mission', 'Responsibilities', 'Skills', 'Next roles'];

/** A page whose headings have their text right below. */
function pasted(write: (heading: string, number: number) => string): string {
  const [mission, duties, skills, next] = headingNames.map((heading, index) => write(heading, index + 1));
  return `Harbour Pilot\n\n${mission}\nGuide ships.\n\n${duties}\n- Board vessels\n\n${skills}\n- Radio\n\n${next}\n- Harbour Master\n`;
}

const headingsOf = (text: string) => roleDraft(text).role.sections.map((section) => section.heading);
const levelsOf = (text: string) =>
  roleDraft(text).role.requirements.map((requirement) => [requirement.competency, requirement.kind, requirement.level]);
const linksOf = (text: string) => roleDraft(text).role.links.map((link) => [link.kind, link.title]);

describe('a heading right above its text', () => {
  it.each([
    ['as it is', (heading: string) => heading],
    ['with a colon', (heading: string) => `${heading}:`],
    ['in capitals', (heading: string) => heading.toUpperCase()],
    ['numbered with a bracket', (heading: string, number: number) => `${number}) ${heading}`],
    ['numbered with a full stop', (heading: string, number: number) => `${number}. ${heading}`],
    ['numbered with gaps', (heading: string, number: number) => `${number * 3}) ${heading}`],
  ])('is read %s', (_name, write) => {
    const text = pasted(write);
    const draft = roleDraft(text);
    expect(countDraft(draft)).toMatchObject({ responsibilities: 1, skills: 1, links: 1 });
    expect(draft.role).toMatchObject({ title: 'Harbour Pilot', mission: 'Guide ships.' });
    expect(draft.role.sections.map((section) => section.heading.toLowerCase())).toEqual(
      ['Harbour Pilot', ...headingNames].map((heading) => heading.toLowerCase()),
    );
    expect(recallOf(text, draft.role.sections).missing).toEqual([]);
  });

  it('is read when it stands under another heading, and among numbered ones whose words say nothing', () => {
    expect(linksOf('Harbour Pilot\n\nCareer path\nNext roles\n- Harbour Master\n')).toEqual([
      ['next', 'Harbour Master'],
    ]);
    expect(
      headingsOf(
        'Harbour Pilot\n\n1) Role Summary\nA pilot.\n\n2) Role Mission\nGuide ships.\n\n3) Key Interfaces\nTugs and ports.\n\n8) Technical Skills\n- Radio\n',
      ),
    ).toEqual(['Harbour Pilot', 'Role Summary', 'Role Mission', 'Key Interfaces', 'Technical Skills']);
  });

  it('may have a list that counts anew below its own number', () => {
    const draft = roleDraft(
      'Pilot\n\n1) Role Summary\nA pilot.\n\n2) Core Responsibilities\n1. Board\n2. Talk\n3. Go\n\n3) Technical Skills\n- Radio\n',
    );
    expect(draft.role.sections.map((section) => section.number)).toEqual([undefined, '1', '2', '3']);
    expect(draft.role.responsibilities.map((responsibility) => responsibility.number)).toEqual([1, 2, 3]);
  });

  it('is read in a text without any blank line', () => {
    for (const write of [(heading: string) => heading, (heading: string) => `${heading}:`]) {
      const draft = roleDraft(pasted(write).replaceAll('\n\n', '\n'));
      expect(countDraft(draft)).toMatchObject({ responsibilities: 1, skills: 1, links: 1, sections: 5 });
      expect(draft.role.mission).toBe('Guide ships.');
    }
  });

  it('is no line of running text, and no entry of a numbered list', () => {
    expect(headingsOf('Pilot\n\nSkills matter to us\nand we say so.\n\nOwn the tools\nOwn the ship\n')).toEqual([
      'Pilot',
    ]);
    const { role } = roleDraft(
      'Pilot\n\nResponsibilities\n\n1. Own the mission\nDay and night.\n\n2. Set goals\nEvery year.\n\n3. Care for tools\nAll.\n',
    );
    expect(role.sections.map((section) => section.heading)).toEqual(['Pilot', 'Responsibilities']);
    expect(role.responsibilities).toHaveLength(3);
  });

  it.each([
    ['Accountable for', 'responsibilities'],
    ['What you own', 'responsibilities'],
    ['Key duties', 'responsibilities'],
    ['Capabilities', 'competencies'],
    ['Required capabilities', 'competencies'],
    ['Tools and technologies', 'tools'],
    ['Measures of success', 'kpis'],
    ['Success measures', 'kpis'],
    ['KPIs', 'kpis'],
  ] as const)('may say “%s”', (heading, rows) => {
    const draft = roleDraft(`Harbour Pilot\n\nPurpose\nGuide ships.\n\n${heading}\n- Radio watch\n- Charts\n`);
    expect(draft.role.mission).toBe('Guide ships.');
    expect(countDraft(draft)[rows]).toBe(2);
  });
});

describe('competencies under other words', () => {
  const bodies = [
    'Navigation\n3\nRadio\n2',
    'Navigation\n\nLevel 3\n\nRadio\n\nLevel 2',
    'Navigation\nLevel 3\nRadio\nLevel 2',
    'Navigation: 3\nRadio: 2',
    '- Navigation: 3\n- Radio: 2',
    '- Navigation (level 3)\n- Radio (level 2)',
    'Navigation (level 3)\nRadio (level 2)',
    'Navigation — 3/5\nRadio — 2/5',
    '- Navigation — 3/5\n- Radio — 2/5',
  ];
  const headings = ['Required capabilities', 'Core competencies', 'Capabilities', 'Competencies'];
  const cases = headings.flatMap((heading) => bodies.map((body) => [heading, body] as const));

  it.each(cases)('%s, %j', (heading, body) => {
    const text = `Harbour Pilot\n\nMission\nGuide ships.\n\n${heading}\n\n${body}\n`;
    expect(levelsOf(text)).toEqual([
      ['Navigation', 'competency', 3],
      ['Radio', 'competency', 2],
    ]);
    expect(headingsOf(text)).toEqual(['Harbour Pilot', 'Mission', heading]);
    const assumed = messagesOf(roleDraft(text), 'INTERPRETED').filter((message) => message.includes('on five'));
    expect(assumed.length > 0).toBe(!body.includes('/5'));
  });

  it('may be a list without levels', () => {
    expect(
      levelsOf('Pilot\n\nMission\nGuide.\n\nResponsibilities\n- Board\n\nCore competencies\n- Navigation\n- Radio\n'),
    ).toEqual([
      ['Navigation', 'competency', null],
      ['Radio', 'competency', null],
    ]);
  });

  it('in a list keep what else is said of them', () => {
    const { requirements } = roleDraft(
      '# Pilot\n\n## Competencies\n\n- **Navigation** (level 3)\n  Importance: Critical\n- **Radio** (level 2)\n  Importance: Optional\n',
    ).role;
    expect(requirements).toMatchObject([
      { competency: 'Navigation', level: 3, importance: 'critical' },
      { competency: 'Radio', level: 2, importance: 'optional' },
    ]);
  });

  it('stand alone in a text', () => {
    expect(levelsOf('Required capabilities\n\nNavigation\n3\nRadio\n2')).toHaveLength(2);
    expect(headingsOf('Core competencies\n\nNavigation\n\nLevel 3\n\nRadio\n\nLevel 2')).toEqual(['Core competencies']);
  });
});

describe('the way up', () => {
  it.each(['Next step', 'Step up to', 'Next role', 'Next roles'])('is read under “%s”', (heading) => {
    const start = 'Harbour Pilot\n\nMission\nGuide ships.\n\n';
    for (const rest of [
      `${heading}\n\nHarbour Master\n`,
      `${heading}\n- Harbour Master\n`,
      `${heading}: Harbour Master\n`,
      `${heading}:\nHarbour Master\n`,
    ]) {
      expect(linksOf(start + rest), rest).toEqual([['next', 'Harbour Master']]);
      expect(linksOf(`${start}Required capabilities\n\nNavigation\n3\nRadio\n2\n\n${rest}`), rest).toEqual([
        ['next', 'Harbour Master'],
      ]);
    }
  });
});

/** Competency pages as text: the same values in whatever order, bullets and line ends they come. */
import { describe, expect, it } from 'vitest';
import { RoleContent } from '../../../shared/api/role-content.ts';
import { readDrafts } from '../../../src-main/import/read.ts';
import { countDraft } from '../../../src-main/import/roles/draft-counts.ts';
import { bytesOf, fixtureText, messagesOf, roleDraft } from '../read-text.ts';
import { recallOf } from '../visible-words.ts';

const page = fixtureText('competency-page.txt');
const draft = roleDraft(page);
const { role } = draft;

const levels = [
  ['Data Analysis', 2, 1],
  ['Written Communication', 3, 2],
  ['Customer Empathy', 2, 3],
  ['Process Design', 1, undefined],
  ['Product Knowledge', 2, undefined],
  ['Tools & Automation', 1, undefined],
];
const levelsOf = (content: RoleContent) =>
  content.requirements.map((requirement) => [requirement.competency, requirement.level, requirement.keyRank]);

/** What a change to the page must not change. */
function essence(content: RoleContent) {
  return {
    title: content.title,
    levelCode: content.levelCode,
    family: content.family,
    mission: content.mission,
    tourOfDuty: content.tourOfDuty,
    effectiveOn: content.effectiveOn,
    levels: levelsOf(content),
    duties: content.responsibilities.map((responsibility) => responsibility.text),
    links: content.links.map(({ kind, title, family, levelCode, tourOfDuty }) => ({
      kind,
      title,
      family,
      levelCode,
      tourOfDuty,
    })),
    pairs: content.gapPairs.map(({ theme, from, to }) => ({ theme, from, to })),
  };
}

describe('a competency page', () => {
  it('is told by its headings', () => {
    expect(draft.format).toBe('competency-page');
    expect(RoleContent.safeParse(role).success).toBe(true);
  });

  it('gives the head of the role', () => {
    expect(role).toMatchObject({
      title: 'Support Operations Analyst',
      levelCode: 'L2',
      family: 'Support Analytics',
      mission: 'Turn what customers ask into what the company mends',
      tourOfDuty: 'Own one recurring question until customers stop asking it',
      effectiveOn: '2026-03',
    });
    expect(role.summary).toMatch(/^People in this job family .*\n\nSupport Operations Analysts sit/s);
    expect(role.summary).not.toContain('Every question that stops');
  });

  it('counts each competency once, though the page names it three times', () => {
    expect(levelsOf(role)).toEqual(levels);
    expect(countDraft(draft)).toMatchObject({ competencies: 6, responsibilities: 7, links: 1 });
  });

  it('gives the ones that matter most their rank and blurb, and their name as it is spelt elsewhere', () => {
    expect(role.requirements[1]).toMatchObject({
      competency: 'Written Communication',
      keyRank: 2,
      blurb: 'You write the sentence that an agent can send without changing a word.',
    });
  });

  it('reads the next role and what changes on the way', () => {
    expect(essence(role).links).toEqual([
      {
        kind: 'next',
        title: 'Senior Support Operations Analyst',
        family: 'Support Analytics',
        levelCode: 'L3',
        tourOfDuty: 'Remove a cause that costs more than your own salary',
      },
    ]);
    expect(essence(role).pairs).toEqual([
      { theme: 'INITIATIVE', from: 'answering what is asked', to: 'choosing what to ask' },
      { theme: 'INITIATIVE', from: 'reporting a figure', to: 'changing it' },
      { theme: 'INITIATIVE', from: 'one queue', to: 'the causes behind several' },
    ]);
  });

  it('says what it interpreted, kept and left out, each at its line', () => {
    const at = (message: string) =>
      draft.sourceLines[(draft.notices.find((notice) => notice.message.startsWith(message))?.line ?? 0) - 1];
    expect(at('“March 2026” is read as 2026-03')).toBe('March 2026');
    expect(at('The page does not say how many levels')).toBe('Data Analysis');
    expect(at('“See Your Match … Get Started — It Takes a Minute” belongs to the website')).toBe('See Your Match');
    expect(at('The note on moving sideways')).toBe('Going sideways? That counts too.');
    expect(messagesOf(draft, 'KEPT').join()).toContain('“Open Ladder Reference Page”, “9”, “4”, “REF”');
    expect(messagesOf(draft, 'INTERPRETED').join()).toContain('L2 is read as the level');
  });

  it('keeps the source line by line', () => {
    expect(draft.sourceLines.join('\n')).toBe(
      page
        .split('\n')
        .map((line) => line.trimEnd())
        .join('\n'),
    );
    for (const responsibility of role.responsibilities)
      expect(draft.sourceLines[(responsibility.line ?? 0) - 1]).toContain(responsibility.text);
    for (const requirement of role.requirements)
      expect(draft.sourceLines[(requirement.line ?? 0) - 1]).toBe(requirement.competency);
  });

  it('shows every word of the page in its sections', () => {
    expect(recallOf(page, role.sections)).toEqual({ share: 1, missing: [] });
    expect(role.sections.map((section) => section.heading)).toContain('AI as an Accelerator');
  });
});

describe('the same page, written otherwise', () => {
  const replaced = (...pairs: [string, string][]): string =>
    pairs.reduce((text, [from, to]) => text.replaceAll(from, to), page);

  it.each([
    ['Windows line ends', page.replaceAll('\n', '\r\n')],
    ['old Mac line ends', page.replaceAll('\n', '\r')],
    ['a mark of byte order', `\ufeff${page}`],
    ['hyphens for bullets', page.replaceAll('  • ', '- ')],
    ['stars for bullets', page.replaceAll('  • ', '* ')],
    ['trailing spaces', page.replaceAll('\n', '   \n')],
    [
      'blank lines between pairs',
      page.replaceAll('\n1\n', '\n\n1\n\n').replaceAll('\n2\n', '\n\n2\n\n').replaceAll('\n3\n', '\n\n3\n\n'),
    ],
    [
      'Markdown headings',
      replaced(
        ['Support Operations Analyst\n\nL2', '# Support Operations Analyst\n\nL2'],
        ['\nMission\n', '\n## Mission\n'],
        ['\nTour of Duty\n', '\n## Tour of Duty\n'],
        ["\nWhat You'll Do\n", '\n## What You’ll Do\n'],
        ['\nThe Competencies That Matter\n', '\n## The Competencies That Matter\n'],
        ['\nCompetency Requirements\n', '\n## Competency Requirements\n'],
        ['\nEffective Date\n', '\n## Effective Date\n'],
      ),
    ],
    ['colons after headings', replaced(['\nMission\n', '\nMission:\n'], ['\nTour of Duty\n', '\nTour of Duty:\n'])],
    [
      'labels in one line',
      replaced(
        ['\nMission\n\n', '\nMission: '],
        ['\nTour of Duty\n\n', '\n**Tour of Duty:** '],
        ['\nEffective Date\n\n', '\nEffective Date: '],
      ),
    ],
    [
      'upper-case headings',
      replaced(['\nMission\n', '\nMISSION\n'], ['\nCompetency Requirements\n', '\nCOMPETENCY REQUIREMENTS\n']),
    ],
    [
      'levels on one line with their name',
      replaced(['Data Analysis\n2\n', 'Data Analysis: 2\n'], ['Process Design\n1\n', '• Process Design (1)\n']),
    ],
    ['pairs on lines of their own', replaced([': • From', ':\n• From'], [' • From', '\n• From'])],
    ['no radar', page.slice(0, page.indexOf('Competency Shape')) + page.slice(page.indexOf('See Your Match'))],
    [
      'no list of requirements',
      page.slice(0, page.indexOf('Competency Requirements')) + page.slice(page.indexOf('Competency Shape')),
    ],
  ])('reads the same values with %s', (_name, text) => {
    expect(essence(roleDraft(text).role)).toEqual(essence(role));
  });

  it('reads the parts in another order', () => {
    const [head = '', ...chapters] = page.split(
      /\n(?=(?:Mission|What You'll Do|The Competencies That Matter|Your Journey|Competency Requirements|Effective Date)\n)/,
    );
    const text = [head, ...chapters.toReversed()].join('\n\n');
    const other = essence(roleDraft(text).role);
    expect({ ...other, levels: other.levels.toSorted() }).toEqual({
      ...essence(role),
      levels: essence(role).levels.toSorted(),
    });
  });

  it('does without parts that are missing', () => {
    const text =
      'Night Porter\n\nMission\n\nLet people sleep\n\nTour of Duty\n\nA quiet year\n\nCompetency Requirements\n\nHospitality: 3\n';
    const { role: other } = roleDraft(text);
    expect(other).toMatchObject({
      title: 'Night Porter',
      mission: 'Let people sleep',
      tourOfDuty: 'A quiet year',
      responsibilities: [],
      links: [],
    });
    expect(other.family).toBeUndefined();
    expect(levelsOf(other)).toEqual([['Hospitality', 3, undefined]]);
  });

  it('reads a next role under a heading of its own, and roles to the side', () => {
    const { links } = roleDraft(
      'Night Porter\n\nMission\n\nLet people sleep\n\nTour of Duty\n\nA quiet year\n\nNext role\n\nHead Porter - Front Office (L3)\n“A year without a complaint”\n\nYour Journey\n\nGoing sideways?\n\n- Concierge (L2)\n- Night Auditor\n',
    ).role;
    expect(
      links.map(({ kind, title, family, levelCode, tourOfDuty }) => [kind, title, family, levelCode, tourOfDuty]),
    ).toEqual([
      ['next', 'Head Porter', 'Front Office', 'L3', 'A year without a complaint'],
      ['lateral', 'Concierge', undefined, 'L2', undefined],
      ['lateral', 'Night Auditor', undefined, undefined, undefined],
    ]);
  });

  it('reads competencies that have no levels, and asks none', () => {
    const { requirements } = roleDraft(
      'Night Porter\n\nMission\n\nLet people sleep\n\nTour of Duty\n\nA quiet year\n\nCompetencies\n\n- Hospitality: greets by name\n- Calm\n',
    ).role;
    expect(
      requirements.map(({ competency, kind, level, details }) => [
        competency,
        kind,
        level,
        details.map((detail) => detail.text),
      ]),
    ).toEqual([
      ['Hospitality', 'competency', null, ['greets by name']],
      ['Calm', 'competency', null, []],
    ]);
  });

  it.each(['L2 | Front Office', 'L2 - Front Office', 'Front Office · L2', 'Front Office, L2'])(
    'reads level and family from “%s”',
    (line) => {
      const { levelCode, family } = roleDraft(
        `Night Porter\n\n${line}\n\nMission\n\nLet people sleep\n\nTour of Duty\n\nA year\n\nCompetencies\n\nCalm: 2\n`,
      ).role;
      expect([levelCode, family]).toEqual(['L2', 'Front Office']);
    },
  );

  it('is not seen in a job posting with a mission and requirements', () => {
    const text =
      'Night Porter\n\nMission\n\nLet people sleep\n\nResponsibilities\n\n- Keep the door\n\nRequirements\n\n- Fluent in 2 languages, such as Dutch\n';
    const draft = roleDraft(text);
    expect(draft.format).toBe('job-advert');
    expect(draft.role.requirements).toEqual([]);
    expect(draft.role.items.map((item) => [item.kind, item.text])).toEqual([
      ['qualification', 'Fluent in 2 languages, such as Dutch'],
    ]);
  });

  it('says nothing of the scale when the page states five levels', () => {
    const text = page.replaceAll(/^(\d)$/gm, '$1 of 5');
    expect(messagesOf(roleDraft(text)).join()).not.toContain('how many levels');
    expect(levelsOf(roleDraft(text).role)).toEqual(levels);
  });

  it('keeps levels on the scale that the page states', () => {
    const other = roleDraft(page.replaceAll(/^(\d)$/gm, '$1/4'));
    expect(levelsOf(other.role)).toEqual(levels);
    expect(new Set(other.role.requirements.map((requirement) => requirement.scale))).toEqual(new Set(['levels-4']));
    expect(other.scales).toEqual([
      {
        key: 'levels-4',
        name: '1 to 4',
        levels: ['1', '2', '3', '4'].map((label, index) => ({ ordinal: index + 1, label })),
      },
    ]);
    expect(messagesOf(other).join()).not.toContain('how many levels');
  });

  it('keeps a level beyond the scale as a note instead of bending it', () => {
    const other = roleDraft(page.replaceAll(/^(\d)$/gm, '$1/2'));
    const beyond = other.role.requirements.find((requirement) => requirement.competency === 'Written Communication');
    expect(beyond).toMatchObject({ level: null, details: [{ label: 'Level', text: '3 of 2' }] });
    expect(messagesOf(other, 'INTERPRETED').filter((message) => message.includes('is kept as a note'))).toHaveLength(1);
  });

  it('reads the accelerators, and the facts under the title without a label', () => {
    expect(role.items.filter((item) => item.kind === 'accelerator').length).toBe(countDraft(draft).accelerators);
    expect(countDraft(draft).accelerators).toBeGreaterThan(1);
    expect(role.facts.map((fact) => [fact.label, fact.value])).toEqual([
      [undefined, 'Open Ladder Reference Page'],
      [undefined, '9'],
      [undefined, '4'],
      [undefined, 'REF'],
    ]);
    expect(role.functionName).toBeTruthy();
  });

  it('names a competency to which the page gives two levels', () => {
    const other = roleDraft(page.replace('Proficiency: 3', 'Proficiency: 4'));
    expect(messagesOf(other, 'INTERPRETED')).toContain(
      'Written Communication: the page says level 3 and 4; 3 is taken.',
    );
  });

  it('reads a saved page of the same text', () => {
    const html = `<!doctype html><title>Ladder</title><main><h1>Support Operations Analyst</h1>${page
      .split('\n\n')
      .slice(1)
      .map((part) => `<p>${part.replaceAll('&', '&amp;').replaceAll('\n', '<br>')}</p>`)
      .join('')}</main>`;
    const [other] = readDrafts('page.html', bytesOf(html));
    expect(other?.format).toBe('competency-page');
    expect(other?.kind === 'role' && levelsOf(other.role)).toEqual(levels);
  });
});

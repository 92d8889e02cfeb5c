/** WordPress posts: what of a blueprint becomes a typed row, where it came from, and that no word is lost. */
import { describe, expect, it } from 'vitest';
import { RoleContent } from '../../../shared/api/role-content.ts';
import { readDrafts } from '../../../src-main/import/read.ts';
import { countDraft } from '../../../src-main/import/roles/draft-counts.ts';
import { bytesOf, fixture, fixtureText, messagesOf, postOf, roleDraft, roleOfPost } from '../read-text.ts';
import { recallOf, textOfHtml } from '../visible-words.ts';

const draft = roleDraft(fixtureText('blueprint-post.json'), 'blueprint-post.json');
const { role } = draft;
const lineAt = (line: number | undefined): string => draft.sourceLines[(line ?? 0) - 1] ?? '';

describe('posts inside an envelope', () => {
  const post = JSON.parse(fixtureText('blueprint-post.json')) as Record<string, unknown>;

  it.each([
    ['a list of them', { total: 1, posts: [post] }, '“total”'],
    ['one of them', { headers: { server: 'x' }, body: post }, '“headers”'],
  ])('are read as they are without it: %s', (_name, envelope, left) => {
    const [inner, ...more] = readDrafts('saved.json', bytesOf(JSON.stringify(envelope)));
    expect(more).toEqual([]);
    if (inner === undefined) throw new Error('no draft');
    expect(inner).toMatchObject({ format: 'wordpress-post', title: draft.title });
    expect(countDraft(inner)).toEqual(countDraft(draft));
    expect(messagesOf(inner, 'LEFT_OUT')).toContain(`Beside its posts the file holds ${left}; that is left out.`);
  });

  it('are told apart where there are several', () => {
    expect(readDrafts('saved.json', bytesOf(JSON.stringify({ posts: [post, post] })))).toHaveLength(2);
  });
});

describe('a blueprint as a WordPress post', () => {
  it('is told by its content, whatever the file is called', () => {
    expect(draft.format).toBe('wordpress-post');
    expect(readDrafts('holiday.jpg', fixture('blueprint-post.json'))[0]?.format).toBe('wordpress-post');
  });

  it('gives every row its type', () => {
    expect(countDraft(draft)).toEqual({
      responsibilities: 19,
      competencies: 0,
      keyCompetencies: 0,
      skills: 10,
      softSkills: 4,
      kpis: 9,
      tools: 12,
      milestones: 12,
      deliverables: 6,
      decisionRights: 6,
      accelerators: 0,
      scorecard: 2,
      links: 7,
      gapPairs: 0,
      faqs: 0,
      categories: 0,
      cells: 0,
      shortRows: 0,
      stacks: 0,
      focuses: 0,
      sections: 20,
      roles: 1,
    });
    expect(RoleContent.safeParse(role).success).toBe(true);
  });

  it('splits the title from what the website added to it, and says so', () => {
    expect(role.title).toBe('Data Platform Reliability Engineer');
    expect(draft.sourceLines[0]).toBe(
      'Data Platform Reliability Engineer: Role Blueprint, Responsibilities, Skills, KPIs, and Career Path',
    );
    expect(messagesOf(draft, 'LEFT_OUT')).toEqual([
      'Left off the title: “Role Blueprint, Responsibilities, Skills, KPIs, and Career Path”.',
    ]);
  });

  it('reads mission and summary without their labels and lists', () => {
    expect(role.mission).toMatch(/^Make every table .* at any price\.$/);
    expect(role.summary?.split('\n\n')).toHaveLength(2);
    expect(role.summary).not.toContain('Role horizon');
  });

  it('invents neither level nor family nor date', () => {
    expect(role.levelCode).toBeUndefined();
    expect(role.family).toBeUndefined();
    expect(role.effectiveOn).toBeUndefined();
    expect(messagesOf(draft, 'KEPT')).toContain('Categories of the page: data-platform, reliability.');
  });

  it('numbers responsibilities through their groups and keeps their bold lead', () => {
    expect(role.responsibilities.map((responsibility) => responsibility.number)).toEqual(
      Array.from({ length: 19 }, (_, index) => index + 1),
    );
    expect(new Set(role.responsibilities.map((responsibility) => responsibility.group)).size).toBe(6);
    expect(role.responsibilities[3]).toMatchObject({
      group: 'Operational responsibilities',
      lead: 'Answer the data pager',
      number: 4,
    });
    expect(role.responsibilities[4]).toMatchObject({
      lead: 'Keep runbooks short enough to follow at night:',
      text: 'a symptom, three checks, one safe action.',
    });
  });

  it('reads all six columns of the KPIs', () => {
    expect(role.kpis[2]).toMatchObject({
      name: 'Time to restore',
      category: 'Reliability',
      measures: 'Minutes from alarm to whole table',
      why: 'Length of the outage as others feel it',
      target: 'Median < 45 minutes; none above 4 hours',
      frequency: 'Monthly',
    });
  });

  it('reads skills with tier, importance and labelled lines, and asks no level that is not stated', () => {
    const skills = role.requirements.filter((requirement) => requirement.kind === 'skill');
    expect(new Set(skills.map((skill) => skill.tier)).size).toBe(4);
    expect(skills[1]).toMatchObject({
      competency: 'Python for pipelines',
      importance: 'critical',
      isMandatory: true,
      level: null,
      tier: 'Must-have technical skills',
      details: [
        { label: 'Note', text: 'packaging, typing, tests' },
        { label: 'Description', text: 'Code that another engineer can change without asking.' },
        { label: 'Typical use', text: 'Ingestion, checks, backfill tooling.' },
      ],
    });
    expect(skills.filter((skill) => skill.isMandatory)).toHaveLength(4);
    expect(
      role.requirements.find((requirement) => requirement.kind === 'softSkill')?.details.map((detail) => detail.label),
    ).toEqual(['Why it matters', 'Shows up as', 'Strong performance']);
  });

  it('keeps a condition beside an importance, and says where it had to choose', () => {
    const container = role.requirements.find((requirement) => requirement.competency === 'Container workloads');
    expect(container?.importance).toBe('optional');
    expect(container?.importanceNote).toBe('where the platform runs on Kubernetes');
    const contracts = role.requirements.find(
      (requirement) => requirement.competency === 'Machine-readable data contracts',
    );
    expect(contracts?.importance).toBe('optional');
    const notice = draft.notices.find((notice) => notice.code === 'INTERPRETED' && notice.line === contracts?.line);
    expect(notice?.message).toContain('“Optional → Important” is read as Optional');
  });

  it('reads tools and adoption', () => {
    expect(role.tools[5]).toMatchObject({
      name: 'Kafka',
      category: 'Streaming',
      use: 'Sources that arrive all day',
      adoption: 'Optional (Common in retail)',
    });
    expect(role.tools[8]?.name).toBe('PagerDuty & a rota');
  });

  it('joins a bold title and the note that follows it as one link', () => {
    expect(role.links.map(({ kind, title, note }) => ({ kind, title, note }))).toEqual([
      { kind: 'feeder', title: 'Data Engineer', note: undefined },
      { kind: 'feeder', title: 'Site Reliability Engineer', note: 'with an interest in data' },
      { kind: 'feeder', title: 'Database Administrator', note: undefined },
      {
        kind: 'next',
        title: 'Senior Data Platform Reliability Engineer',
        note: 'Owns a tier across teams; decides what the platform will not support.',
      },
      {
        kind: 'next',
        title: 'Data Platform Architect',
        note: '(where the company has the role) Shapes storage and contracts for the next three years.',
      },
      { kind: 'lateral', title: 'Analytics Engineer', note: 'meaning rather than machinery' },
      { kind: 'lateral', title: 'Site Reliability Engineer', note: 'services rather than tables' },
    ]);
  });

  it('reads milestones by horizon and leaves the success definition as prose', () => {
    expect(new Set(role.milestones.map((milestone) => milestone.horizon))).toEqual(
      new Set([
        '30-day goals',
        '60-day goals',
        '90-day goals',
        '6-month milestones',
        '12-month objectives',
        'Long-term impact goals',
      ]),
    );
  });

  it('points every row at its section and at the line that holds its words', () => {
    const rows = [
      ...role.requirements,
      ...role.responsibilities,
      ...role.kpis,
      ...role.tools,
      ...role.milestones,
      ...role.links,
    ];
    expect(rows).toHaveLength(73);
    for (const row of rows) {
      expect(role.sections[row.section ?? -1]).toBeDefined();
      const start = row.words?.split('\n')[0]?.split(' ').slice(0, 4).join(' ') ?? '?';
      expect(lineAt(row.line)).toContain(start);
    }
  });

  it('makes lists of lines that begin with dashes', () => {
    const mission = role.sections.find((section) => section.heading === 'Role Mission');
    expect(
      mission?.blocks
        .filter((block) => block.kind === 'list')
        .map((block) => block.kind === 'list' && block.items.length),
    ).toEqual([4, 3]);
  });

  it('numbers its sections and takes qualifiers off their headings', () => {
    expect(role.sections[0]).toMatchObject({ depth: 1, number: '1', heading: 'Role Summary' });
    expect(role.sections.find((section) => section.heading === 'Good-to-have technical skills')?.qualifier).toBe(
      'make the first year easier',
    );
  });

  it('shows every visible word of the page in its sections', () => {
    const html = (JSON.parse(fixtureText('blueprint-post.json')) as { content: { rendered: string } }).content.rendered;
    const { share, missing } = recallOf(textOfHtml(html), role.sections);
    expect(missing).toEqual([]);
    expect(share).toBe(1);
  });

  it('keeps the address of the page', () => {
    expect(draft.sourceUrl).toMatch(/^https:\/\/roles\.example\.org\/blog\//);
  });
});

describe('other posts', () => {
  it('makes a draft of each post in a list', () => {
    const post = JSON.parse(postOf('<h2>Responsibilities</h2><ul><li>Steer</li></ul>')) as object;
    const drafts = readDrafts('posts.json', bytesOf(JSON.stringify([post, post, { other: true }])));
    expect(drafts.map((draft) => draft.title)).toEqual(['Harbour Pilot', 'Harbour Pilot']);
  });

  it('reads headings of any depth', () => {
    const { sections, responsibilities } = roleOfPost(
      '<h1>The role</h1><h3>Core responsibilities</h3><h5>On board</h5><ol><li><b>Steer</b> well</li></ol><h5>Ashore</h5><ol start="2"><li>Plan</li></ol>',
    );
    expect(sections.map((section) => [section.depth, section.heading])).toEqual([
      [1, 'The role'],
      [1, 'Core responsibilities'],
      [2, 'On board'],
      [2, 'Ashore'],
    ]);
    expect(responsibilities.map(({ group, number, text }) => [group, number, text])).toEqual([
      ['On board', 1, 'well'],
      ['Ashore', 2, 'Plan'],
    ]);
  });

  it('decodes entities that were encoded twice', () => {
    const decoded = roleDraft(
      postOf('<h2>Mission</h2><p>Ships &amp;amp; shores &amp;#8211; safely</p>', 'Pilot &amp;amp; Mate'),
    );
    expect(decoded.role.title).toBe('Pilot & Mate');
    expect(decoded.role.mission).toBe('Ships & shores – safely');
  });

  it('decodes a page that was encoded as a whole, and says so', () => {
    const decoded = roleDraft(postOf('&lt;h2&gt;Mission&lt;/h2&gt;&lt;p&gt;Bring ships in&lt;/p&gt;'));
    expect(decoded.role.mission).toBe('Bring ships in');
    expect(messagesOf(decoded, 'INTERPRETED')).toContain('The page was encoded twice; it is decoded twice.');
  });

  it('repeats a cell that spans rows', () => {
    const { tools } = roleOfPost(
      '<h2>Tools</h2><table><tr><th>Category</th><th>Tool</th></tr><tr><td rowspan="2">Charts</td><td>Paper</td></tr><tr><td>ECDIS</td></tr></table>',
    );
    expect(tools.map(({ category, name }) => [category, name])).toEqual([
      ['Charts', 'Paper'],
      ['Charts', 'ECDIS'],
    ]);
  });

  it('reads tables by their headers, whatever they are called and in whatever order', () => {
    const { tools, kpis } = roleOfPost(
      '<h2>Tooling</h2><table><tr><th>Tool category</th><th>Purpose</th><th>Tools</th><th>Common / Optional / Context-specific</th></tr><tr><td>Light</td><td>To be seen</td><td>Lamp</td><td>Common</td></tr></table>' +
        '<h2>How success is measured</h2><table><tr><th>Target</th><th>KPI</th><th>Why it matters</th><th>How often</th><th>Definition</th></tr><tr><td>0</td><td>Dark hours</td><td>Ships</td><td>Nightly</td><td>Hours unlit</td></tr></table>',
    );
    expect(tools).toMatchObject([{ category: 'Light', name: 'Lamp', use: 'To be seen', adoption: 'Common' }]);
    expect(kpis).toMatchObject([
      { name: 'Dark hours', target: '0', why: 'Ships', frequency: 'Nightly', measures: 'Hours unlit' },
    ]);
  });

  it('reads tools and KPIs from lists where there is no table', () => {
    const { tools, kpis } = roleOfPost(
      '<h2>Tools</h2><ul><li><strong>Charts:</strong> paper, ECDIS (type approved, two units)</li></ul><h2>KPIs</h2><ul><li><strong>Groundings</strong>: none in five years</li></ul>',
    );
    expect(tools.map((tool) => tool.name)).toEqual(['paper', 'ECDIS (type approved, two units)']);
    expect(kpis[0]).toMatchObject({ name: 'Groundings', measures: 'none in five years' });
  });

  it('reads skills that have a heading each, under the tier above them', () => {
    const { requirements } = roleOfPost(
      '<h2>Technical skills</h2><h3>Must-have skills</h3><h4>Chart work</h4><p><b>Description:</b> Reads a chart.</p><p><b>Importance:</b> Critical</p>' +
        '<h4>Radar</h4><ul><li>Use: In fog</li><li>Importance: Optional</li></ul>',
    );
    expect(
      requirements.map(({ competency, tier, importance, isMandatory }) => [competency, tier, importance, isMandatory]),
    ).toEqual([
      ['Chart work', 'Must-have skills', 'critical', true],
      ['Radar', 'Must-have skills', 'optional', true],
    ]);
    expect(requirements[1]?.details).toEqual([{ label: 'Use', text: 'In fog' }]);
  });

  it('reads importance and level wherever a line of a skill has them', () => {
    const { requirements } = roleOfPost(
      '<h2>Skills</h2><ul><li>Chart work (Critical)</li><li><b>Radar</b> – in fog (Important)</li><li>Rules of the road – by heart (Critical)</li><li>Ship handling: 4</li>' +
        '<li>Tides (springs and neaps)</li><li>Radio<ul><li>Level: 2 of 5</li><li>Priority: essential</li></ul></li></ul>',
    );
    expect(
      requirements.map(({ competency, importance, level, details }) => [
        competency,
        importance,
        level,
        details.map((detail) => detail.text),
      ]),
    ).toEqual([
      ['Chart work', 'critical', null, []],
      ['Radar', 'important', null, ['in fog']],
      ['Rules of the road', 'critical', null, ['by heart']],
      ['Ship handling', null, 4, []],
      ['Tides', null, null, ['springs and neaps']],
      ['Radio', 'critical', 2, []],
    ]);
    expect(requirements.at(-1)?.importanceNote).toBe('essential');
  });

  it('reads what stands above the first heading as the summary, and says so', () => {
    const text =
      'A harbour pilot knows one harbour better than any captain can, and brings ships through it in all weather.';
    const read = roleDraft(postOf(`<p>${text}</p><h2>Responsibilities</h2><ul><li>Steer</li></ul>`));
    expect(read.role.summary).toBe(text);
    expect(messagesOf(read, 'INTERPRETED')).toContain('What stands above the first heading is read as the summary.');
  });

  it('takes level, family and date where the page states them', () => {
    const { levelCode, family, effectiveOn } = roleOfPost(
      '<h2>Summary</h2><p><strong>Level:</strong> P3</p><p><strong>Job family:</strong> Pilotage</p><p><strong>Effective date:</strong> May 2026</p><p>Text.</p>',
    );
    expect({ levelCode, family, effectiveOn }).toEqual({ levelCode: 'P3', family: 'Pilotage', effectiveOn: '2026-05' });
  });

  it('does not make a level of a word in the title', () => {
    expect(roleDraft(postOf('<p>Text.</p>', 'Senior Associate Pilot')).role.levelCode).toBeUndefined();
  });

  it('says when a heading promises rows that cannot be told apart', () => {
    const read = roleDraft(postOf('<h2>Tools</h2><p>Whatever the harbour has.</p>'));
    expect(messagesOf(read, 'NOT_PLACED')).toEqual(['“Tools” holds no tools that could be told apart.']);
  });

  it('says when nothing in it can be counted by a match', () => {
    expect(messagesOf(roleDraft(postOf('<h2>Mission</h2><p>Bring ships in.</p>')), 'KEPT').join()).toContain(
      'nothing that a match can count',
    );
    expect(messagesOf(draft).join()).not.toContain('nothing that a match can count');
  });
});

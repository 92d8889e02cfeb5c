/** The same role in the shapes that role documents come in: each shape gives the same rows, and no word is lost. */
import { describe, expect, it } from 'vitest';
import { RoleContent } from '../../../shared/api/role-content.ts';
import { countDraft } from '../../../src-main/import/roles/draft-counts.ts';
import { messagesOf, postOf, type RoleDraft, roleDraft } from '../read-text.ts';
import { recallOf, textOfHtml } from '../visible-words.ts';
import {
  asHtml,
  asMarkdown,
  asPageText,
  countsOfRole,
  itemCounts,
  otherTitles,
  plainTitles,
  roleTitle,
} from './invented-blueprint.ts';

const post = (html: string): RoleDraft =>
  roleDraft(postOf(html, `${roleTitle}: Role Blueprint and Skills`), 'post.json');

function expectWhole(draft: RoleDraft, source: string): void {
  const { role } = draft;
  expect(RoleContent.safeParse(role).error?.issues ?? []).toEqual([]);
  expect(countDraft(draft)).toMatchObject(countsOfRole);
  const items = Object.fromEntries(
    Object.keys(itemCounts).map((kind) => [kind, role.items.filter((item) => item.kind === kind).length]),
  );
  expect(items).toEqual(itemCounts);
  expect(role.title).toBe(roleTitle);
  expect(role.mission).toMatch(/^Let every tram leave/);
  expect(role.summary).toMatch(/^A Tram Signal Engineer keeps/);
  expect(role.responsibilities.map((responsibility) => responsibility.number)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect([...new Set(role.responsibilities.map((responsibility) => responsibility.group))]).toHaveLength(3);
  expect(role.kpis[1]).toMatchObject({
    name: 'Time to green',
    measures: 'Minutes from fault to release',
    why: 'Passengers wait in the cold',
    target: 'Median under 40 minutes',
    frequency: 'Monthly',
  });
  expect(role.tools[1]).toMatchObject({ category: 'Testing', name: 'Fluke 1660', use: 'Measuring insulation' });
  const skills = role.requirements.filter((requirement) => requirement.kind === 'skill');
  expect(skills.map((skill) => [skill.competency, skill.importance, skill.isMandatory])).toEqual([
    ['Relay circuits', 'critical', true],
    ['Controller programming', 'important', true],
    ['Cable testing', 'critical', true],
    ['Radio networks', 'optional', false],
    ['Traffic simulation', 'important', false],
    ['Formal verification', 'optional', false],
  ]);
  expect(skills[5]?.importanceNote).toBe('where the regulator asks for it');
  expect(new Set(skills.map((skill) => skill.tier)).size).toBe(3);
  expect(role.scorecard.map((line) => line.weight)).toEqual([40, 30, 20, 10]);
  expect(role.links.map((link) => [link.kind, link.title])).toEqual([
    ['feeder', 'Signal Technician'],
    ['feeder', 'Electrical Apprentice'],
    ['next', 'Senior Tram Signal Engineer'],
    ['next', 'Network Control Manager'],
    ['lateral', 'Railway Signal Engineer'],
  ]);
  expect(role.items.find((item) => item.kind === 'stakeholder')).toMatchObject({
    group: 'Internal stakeholders',
    name: 'Drivers',
    text: 'tell what they see',
  });
  expect(role.faqs[0]).toMatchObject({ question: 'Is night work part of it?', answer: 'Yes, one week in four.' });
  for (const row of [role.items, role.scorecard, role.faqs, role.kpis, role.tools, role.requirements].flat()) {
    expect(role.sections[row.section ?? -1]).toBeDefined();
    expect(row.words).toBeTruthy();
    expect(draft.sourceLines[(row.line ?? 0) - 1]?.toLowerCase()).toContain(
      row.words?.toLowerCase().split(/[\s|:]/)[0] ?? '?',
    );
  }
  expect(messagesOf(draft, 'NOT_PLACED')).toEqual([]);
  const { share, missing } = recallOf(source, role.sections);
  expect(missing).toEqual([]);
  expect(share).toBe(1);
}

describe('one role document', () => {
  it.each([
    ['numbered at level 2', { titles: plainTitles, top: 2, isNumbered: true }],
    ['under other titles at level 3', { titles: otherTitles, top: 3 }],
    ['under other titles at level 4, numbered', { titles: otherTitles, top: 4, isNumbered: true }],
    ['with dashes for bullets', { titles: plainTitles, top: 3, hasFakeLists: true }],
  ])('is read from a post %s', (_name, shape) => {
    const html = asHtml(shape);
    expectWhole(post(html), textOfHtml(html));
  });

  it.each([
    ['numbered and bold', true],
    ['bold alone', false],
  ])('is read from a post whose headings are paragraphs, %s', (_name, isNumbered) => {
    const html = asHtml({ titles: plainTitles, top: 2, isNumbered }).replaceAll(
      /<h[23][^>]*>([^<]*)<\/h[23]>/g,
      '<p><strong>$1</strong></p>',
    );
    const { role, ...draft } = post(html);
    const { responsibilities, skills, softSkills, kpis, tools, scorecard, links } = countsOfRole;
    expect(countDraft({ role, ...draft })).toMatchObject({
      responsibilities,
      skills,
      softSkills,
      kpis,
      tools,
      scorecard,
      links,
    });
    expect(new Set(role.responsibilities.map((responsibility) => responsibility.group)).size).toBe(3);
    expect(recallOf(textOfHtml(html), role.sections).missing).toEqual([]);
  });

  it('is read from Markdown that marks all its headings alike', () => {
    const draft = roleDraft(asMarkdown(plainTitles).replaceAll('### ', '## '), 'role.md');
    expect(countDraft(draft)).toMatchObject({ ...countsOfRole, faqs: 2 });
  });

  it('is read from a post that was encoded twice', () => {
    const html = asHtml({ titles: plainTitles, top: 2 });
    const twice = html.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    expectWhole(post(twice), textOfHtml(html));
  });

  it('is read from a saved page, without what stands around it', () => {
    const html = asHtml({ titles: otherTitles, top: 2 });
    const page = `<!doctype html><html><head><title>${roleTitle} – Rails and Wires</title><script>track()</script><style>p{}</style></head>
<body class="single has-sidebar"><header><a href="/">Rails and Wires</a></header><nav><ul><li>Home</li><li>Courses</li></ul></nav>
<div class="cookie-consent"><p>We eat cookies.</p></div>
<div id="primary"><main><h1>${roleTitle}</h1><div class="ad-slot"><h2>Buy a kettle</h2><p>Kettles from 9.</p></div>${html}
<div class="sharedaddy"><p>Share this wonder</p></div><ins class="adsbygoogle">Hot kettles</ins>
<div id="comments" class="comments-area"><h2>3 thoughts on this</h2><ol class="commentlist"><li>First!</li><li>Second.</li></ol></div></main></div>
<aside class="sidebar"><h2>Popular</h2><ul><li>Ten kettles</li></ul></aside><footer>© Rails and Wires</footer></body></html>`;
    const draft = roleDraft(page, 'page.html');
    expectWhole(draft, `${roleTitle} ${textOfHtml(html)}`);
    const shown = JSON.stringify(draft.role);
    for (const gone of ['kettle', 'cookies', 'First!', 'Popular', 'Share this', 'Courses', 'track()'])
      expect(shown).not.toContain(gone);
    expect(messagesOf(draft, 'LEFT_OUT').join('\n')).toMatch(/advert/);
    expect(messagesOf(draft, 'LEFT_OUT').join('\n')).toMatch(/comment section/);
    expect(messagesOf(draft, 'LEFT_OUT').join('\n')).toMatch(/page frame/);
  });

  it.each([
    ['the usual titles', plainTitles],
    ['other titles', otherTitles],
  ])('is read from Markdown under %s', (_name, titles) => {
    const text = asMarkdown(titles);
    expectWhole(
      roleDraft(text, 'role.md'),
      text.replaceAll(/^\s*\d+\. /gm, (mark) => mark),
    );
  });

  it('is read from text copied out of a browser', () => {
    const text = asPageText(plainTitles, '\t');
    expectWhole(roleDraft(text), text);
  });

  it('is read from text whose tables lost their borders, and says which rows are split', () => {
    const text = asPageText(plainTitles, ' ');
    const draft = roleDraft(text);
    expectWhole(draft, text);
    expect(messagesOf(draft, 'INTERPRETED').filter((message) => message.includes('lost its borders'))).toHaveLength(3);
  });

  it('is read from a page saved with adverts, a comment widget and a wrong encoding', () => {
    const text = asPageText(plainTitles, ' ');
    const around = `Find the Best Kettles\n\nExplore trusted kettles — compare them all.\n\nExplore Kettles\n\n${text}\n\nFind Trusted Teapots\n\nCompare teapots by city — all in one place.\n\nExplore Teapots\nSubscribe\nNotify of\nguest\n0 Comments\nNewest\nOldest Most Voted\nInline Feedbacks\nView all comments\n\n0\nWould love your thoughts, please comment.x\n()\nx\n`;
    const damaged = [...new TextEncoder().encode(around)]
      .map((byte) => (byte < 0x80 ? String.fromCharCode(byte) : THAI(byte)))
      .join('');
    const draft = roleDraft(damaged);
    expectWhole(draft, text);
    expect(draft.repair?.left).toBe(0);
    const shown = JSON.stringify(draft.role);
    for (const gone of ['Kettles', 'Teapots', 'Notify', 'thoughts']) expect(shown).not.toContain(gone);
    const left = draft.notices.filter((notice) => notice.code === 'LEFT_OUT');
    expect(left.length).toBeGreaterThanOrEqual(3);
    for (const notice of left) expect(draft.sourceLines[(notice.line ?? 0) - 1]).toBeTruthy();
  });
});

/** A byte as a reader shows it that mixes Windows-874 and Windows-1252. */
function THAI(byte: number): string {
  return new TextDecoder(byte < 0xa0 ? 'windows-1252' : 'windows-874').decode(Uint8Array.of(byte));
}

describe('a role document of another make', () => {
  const gatekeeper = `**Canal Gatekeeper**

**Role Overview**

Keeps the gates.

**Purpose**

Boats through, water in.

**Key Responsibilities**

✓ Open the gates on time
✓ Log each passage

**Success Metrics**

KPI | Definition | Target | Review cadence | Owner
--- | --- | --- | --- | ---
Wait time | Minutes at the gate | 10 min | Weekly | Gatekeeper
Leakage | Litres a night | < 40 | Monthly | Mechanic

**Skills**

| Skill | Level | Importance | Where used |
|---|---|---|---|
| Hydraulics | 3/5 | Critical | Gates |
| Knots | 2/5 | Optional (winter) | Ropes |

**Tools**

- Hand winch (Common), gate phone (Optional)
- **Software:** LockLog, RiverWatch (Context-specific)

**Career**

- Feeder roles: Deckhand, Bridge Attendant
- Next roles: Senior Gatekeeper; Canal Inspector

**Decision rights**

| Decision | Who | How |
|---|---|---|
| Closing for ice | Gatekeeper | Alone |

**FAQ**

**Is it cold?** Yes.

**Is there tea?** Always.
`;

  it('is read from bold lines for headings, ticks for bullets, and tables of other columns', () => {
    const draft = roleDraft(gatekeeper);
    const { role } = draft;
    expect(role).toMatchObject({ title: 'Canal Gatekeeper', mission: 'Boats through, water in.' });
    expect(role.responsibilities.map((responsibility) => responsibility.text)).toEqual([
      'Open the gates on time',
      'Log each passage',
    ]);
    expect(role.kpis).toMatchObject([
      {
        name: 'Wait time',
        measures: 'Minutes at the gate',
        target: '10 min',
        frequency: 'Weekly',
        note: 'Owner: Gatekeeper',
      },
      { name: 'Leakage', target: '< 40', frequency: 'Monthly', note: 'Owner: Mechanic' },
    ]);
    expect(
      role.requirements.map((requirement) => [
        requirement.competency,
        requirement.level,
        requirement.importance,
        requirement.importanceNote,
      ]),
    ).toEqual([
      ['Hydraulics', 3, 'critical', undefined],
      ['Knots', 2, 'optional', 'winter'],
    ]);
    expect(role.tools.map((tool) => [tool.category, tool.name, tool.adoption])).toEqual([
      [undefined, 'Hand winch', 'Common'],
      [undefined, 'gate phone', 'Optional'],
      ['Software', 'LockLog', undefined],
      ['Software', 'RiverWatch', 'Context-specific'],
    ]);
    expect(role.links.map((link) => [link.kind, link.title])).toEqual([
      ['feeder', 'Deckhand'],
      ['feeder', 'Bridge Attendant'],
      ['next', 'Senior Gatekeeper'],
      ['next', 'Canal Inspector'],
    ]);
    expect(role.items).toMatchObject([
      { kind: 'decisionRight', name: 'Closing for ice', text: 'Who: Gatekeeper\nHow: Alone' },
    ]);
    expect(role.faqs.map((faq) => faq.question)).toEqual(['Is it cold?', 'Is there tea?']);
    expect(recallOf(gatekeeper, role.sections).missing).toEqual([]);
  });

  it('is read from a page without headings, with groups as nested lists and a scorecard as a list', () => {
    const { role, notices } = roleDraft(
      '<html><head><title>Night Librarian | Role profile</title></head><body><div class="menu">Home</div><div class="content"><p><b>Mission</b></p><p>Keep the books awake.</p><p><b>Duties:</b></p><ul><li>Front of house<ul><li>Greet the sleepless</li><li>Find lost scarves</li></ul></li><li>Back of house<ul><li>Mend spines</li><li>Count lamps</li></ul></li></ul><p><b>Milestones</b></p><table><tr><td>30 days</td><td>Knows the shelves</td></tr><tr><td>6 months</td><td>Runs a night alone</td></tr></table><p><b>Hiring scorecard</b></p><ul><li>Quiet (60%): speaks softly</li><li>Wakeful (40%): no yawning</li></ul></div></body></html>',
      'page.html',
    );
    expect(role.title).toBe('Night Librarian');
    expect(role.mission).toBe('Keep the books awake.');
    expect(role.responsibilities.map((responsibility) => [responsibility.group, responsibility.text])).toEqual([
      ['Front of house', 'Greet the sleepless'],
      ['Front of house', 'Find lost scarves'],
      ['Back of house', 'Mend spines'],
      ['Back of house', 'Count lamps'],
    ]);
    expect(role.milestones.map((milestone) => milestone.horizon)).toEqual(['30 days', '6 months']);
    expect(role.scorecard.map((dimension) => [dimension.dimension, dimension.meets, dimension.weight])).toEqual([
      ['Quiet', 'speaks softly', 60],
      ['Wakeful', 'no yawning', 40],
    ]);
    expect(notices.some((notice) => notice.code === 'LEFT_OUT' && notice.message.includes('page frame'))).toBe(true);
  });

  it('is read from German with accents in a wrong encoding, and with wide gaps between cells', () => {
    const text =
      'Brückenwärter\n\nMission\n\nAlle Schiffe früh, alle Fußgänger trocken – „ohne Hast“.\n\nResponsibilities\n\n- Die Brücke öffnen und schließen\n- Grüße erwidern\n\nKPIs\n\nMetric              Target            Frequency\nÖffnungen           über 20           Monthly\nWartezeit           größer als nie    Weekly\n';
    const damaged = [...new TextEncoder().encode(text)]
      .map((byte) => new TextDecoder('windows-1252').decode(Uint8Array.of(byte)))
      .join('');
    const draft = roleDraft(damaged);
    expect(draft.role).toMatchObject({
      title: 'Brückenwärter',
      mission: 'Alle Schiffe früh, alle Fußgänger trocken – „ohne Hast“.',
    });
    expect(draft.role.responsibilities.map((responsibility) => responsibility.text)).toEqual([
      'Die Brücke öffnen und schließen',
      'Grüße erwidern',
    ]);
    expect(draft.role.kpis).toMatchObject([
      { name: 'Öffnungen', target: 'über 20', frequency: 'Monthly' },
      { name: 'Wartezeit', target: 'größer als nie', frequency: 'Weekly' },
    ]);
    expect(draft.repair).toMatchObject({ isApplied: true, left: 0 });
    expect(recallOf(text, draft.role.sections).missing).toEqual([]);
  });

  it('is read without what readers of the page commented', () => {
    const { role, notices } = roleDraft(
      'Lamp Lighter: Role Blueprint\n\n1) Role Mission\n\nLight before dark.\n\n2) Core Responsibilities\n\n- Light the lamps\n\nSubscribe\nNotify of\nguest\n2 Comments\nNewest\nAnna\n2 years ago\nWhat a fine profession!\nReply\n\nBert\n\nMy lamp is out.\n',
    );
    expect(role.responsibilities.map((responsibility) => responsibility.text)).toEqual(['Light the lamps']);
    expect(JSON.stringify(role)).not.toMatch(/Anna|Bert|fine profession|lamp is out/);
    expect(notices.filter((notice) => notice.code === 'LEFT_OUT').length).toBeGreaterThanOrEqual(2);
  });

  it('keeps a row whole that nothing splits surely, and says so', () => {
    const draft = roleDraft(
      'Lamp Lighter\n\nKPIs\n\nMetric name What it measures Why it matters Target Frequency\nLamps lit Share of lamps People walk 99% Daily\nThe Great Lamp Of The North Tower Burns Brightly Daily\n',
    );
    expect(draft.role.kpis.map((kpi) => [kpi.name, kpi.target, kpi.frequency])).toEqual([
      ['Lamps lit', '99%', 'Daily'],
      ['The Great Lamp Of The North Tower Burns Brightly', undefined, 'Daily'],
    ]);
    expect(messagesOf(draft, 'NOT_PLACED')).toHaveLength(1);
    expect(draft.notices.find((notice) => notice.code === 'NOT_PLACED')?.line).toBe(7);
  });
});

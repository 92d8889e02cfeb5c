/** Job advertisements as people paste them: title, facts, duties, what is a must and what is nice, and prose for the rest. */
import { describe, expect, it } from 'vitest';
import { RoleContent } from '../../../shared/api/role-content.ts';
import { recogniserOf, shortName } from '../../../src-main/import/roles/job-advert/advert-skills.ts';
import { readHtmlPage, readText } from '../../../src-main/import/roles/plain-document.ts';
import { messagesOf, type RoleDraft } from '../read-text.ts';
import { recallOf } from '../visible-words.ts';

function advert(text: string, known: readonly string[] = []): RoleDraft {
  const draft = readText('advert.txt', text, { known });
  if (draft.kind !== 'role') throw new Error('no role');
  expect(draft.format).toBe('job-advert');
  expect(RoleContent.safeParse(draft.role).error?.issues ?? []).toEqual([]);
  for (const row of [draft.role.requirements, draft.role.responsibilities, draft.role.items, draft.role.facts].flat()) {
    expect(draft.role.sections[row.section ?? -1]).toBeDefined();
    const line = draft.sourceLines[(row.line ?? 0) - 1];
    expect(line).toContain(row.words?.split('\n')[0] ?? '?');
  }
  expect(recallOf(text.replaceAll('#', ''), draft.role.sections).missing).toEqual([]);
  return draft;
}

const asked = ({ role }: RoleDraft) =>
  role.requirements.map((requirement) => [
    requirement.competency,
    requirement.kind,
    requirement.importance,
    requirement.isMandatory,
  ]);
const factsOf = ({ role }: RoleDraft) => Object.fromEntries(role.facts.map((fact) => [fact.label ?? '', fact.value]));

const bulleted = `Job Title: Data Engineer II
Company: Papierboot Logistics
Location: Rotterdam (hybrid, 2 days in the office)
Employment type: Permanent, 36 hours
Salary: € 4.800 - € 6.200 per month
Department: River Data

About Papierboot Logistics
Papierboot moves paper across three rivers. Our planners rely on data that is right before breakfast.

The role
You will build the pipelines that tell a barge when to leave. You work with two analysts and a hydrologist.

Key responsibilities:
• Build and operate batch pipelines in Python and Airflow
• Model river data in dbt so that planners can read it
• Be on call one week in six

Requirements:
• At least 3 years of experience as a data engineer
• SQL (expert level) and Python are a must
• Experience with Snowflake or BigQuery
• Bachelor's degree or equivalent
• Stakeholder management

It's a plus if you have:
• Worked with Kafka
• Knowledge of hydrology

We offer:
• 30 days off
• A bicycle

Apply now
Send your letter before 1 December.
`;

describe('a job advertisement', () => {
  const draft = advert(bulleted);

  it('gives title, facts and summary', () => {
    expect(draft.role).toMatchObject({ title: 'Data Engineer II', functionName: 'River Data' });
    expect(draft.role.summary).toMatch(/^You will build the pipelines/);
    expect(factsOf(draft)).toMatchObject({
      Company: 'Papierboot Logistics',
      Location: 'Rotterdam (hybrid, 2 days in the office)',
      'Employment type': 'Permanent, 36 hours',
      Pay: '€ 4.800 - € 6.200 per month',
    });
  });

  it('tells what is a must from what is nice to have, and a choice from both', () => {
    expect(asked(draft)).toEqual([
      ['SQL', 'skill', 'critical', true],
      ['Python', 'skill', 'critical', true],
      ['Snowflake', 'skill', 'important', false],
      ['BigQuery', 'skill', 'important', false],
      ['Stakeholder management', 'competency', 'important', true],
      ['Kafka', 'skill', 'optional', false],
      ['Hydrology', 'competency', 'optional', false],
    ]);
    expect(draft.role.requirements[2]).toMatchObject({
      blurb: 'Experience with Snowflake or BigQuery',
      importanceNote: 'Experience with Snowflake or BigQuery',
      level: null,
    });
  });

  it('keeps years and degrees as qualifications, and benefits as prose', () => {
    expect(draft.role.items.map((item) => [item.kind, item.group, item.text])).toEqual([
      ['qualification', 'Requirements', 'At least 3 years of experience as a data engineer'],
      ['qualification', 'Requirements', "Bachelor's degree or equivalent"],
    ]);
    expect(draft.role.responsibilities).toHaveLength(3);
    expect(draft.role.sections.map((section) => section.heading)).toContain('We offer');
  });

  it('is read from Markdown, without a company', () => {
    const other = advert(
      "# Product Designer\n\n**Moss & Stone** | Remote (EU) | €60k–€75k\n\nWe're looking for a Product Designer to shape how gardeners plan a year.\n\n## What you'll do\n- Own the design of the planting calendar\n- Run interviews with gardeners every month\n\n## You might be a good fit if you\n- Have shipped at least two products in Figma\n- Are curious about soil\n\n## Bonus points\n- Accessibility (WCAG) experience\n- Motion design\n\n## Perks\n- Seeds\n",
    );
    expect(other.title).toBe('Product Designer');
    expect(asked(other).map(([name, , importance]) => [name, importance])).toEqual([
      ['Figma', 'important'],
      ['Curious about soil', 'important'],
      ['Accessibility', 'optional'],
      ['WCAG', 'optional'],
      ['Motion design', 'optional'],
    ]);
    expect(factsOf(other).Pay).toBe('€60k–€75k');
  });

  it('is read from lines without bullets', () => {
    const other = advert(
      'We are hiring: Embedded Software Engineer (m/f/d)\n\nAt Kieselwerk we build pumps that listen.\n\nYour tasks\nDevelop firmware in C and Rust\nWrite tests that run on real hardware\n\nYour profile\nCompleted degree in electrical engineering\nGood knowledge of C, C++ or Rust\nExperience with RTOS\nStructured way of working\n\nWhat we offer\nSalary from EUR 52.000 gross per year\n',
    );
    expect(other.title).toBe('Embedded Software Engineer');
    expect(other.role.responsibilities.map((responsibility) => responsibility.text)).toEqual([
      'Develop firmware in C and Rust',
      'Write tests that run on real hardware',
    ]);
    expect(asked(other).map(([name]) => name)).toEqual(['C', 'C++', 'Rust', 'RTOS', 'Structured way of working']);
    expect(factsOf(other)).toMatchObject({ Company: 'Kieselwerk', Pay: 'EUR 52.000 gross per year' });
    expect(messagesOf(other, 'LEFT_OUT')).toEqual(['Left off the title: “(m/f/d)”.']);
  });

  it('is read from running text that names its parts on the way', () => {
    const other = advert(
      'Senior Site Reliability Engineer at Lantern Bank\nLondon · Full-time · £95,000 – £110,000\n\nAbout the job\nLantern is a bank for night workers. Requirements: 5+ years running Linux in production. Strong Kubernetes and Terraform. Nice to have: Go, PagerDuty.\nResponsibilities: Keep payments up. Lead incident reviews.\nBenefits: Pension. Lamp.\n',
    );
    expect(other.title).toBe('Senior Site Reliability Engineer');
    expect(factsOf(other)).toMatchObject({ Company: 'Lantern Bank', Pay: '£95,000 – £110,000' });
    expect(asked(other).map(([name, , , isMandatory]) => [name, isMandatory])).toEqual([
      ['Linux', true],
      ['Kubernetes', true],
      ['Terraform', true],
      ['Go', false],
      ['PagerDuty', false],
    ]);
    expect(other.role.responsibilities).toHaveLength(2);
  });

  it('recognises what the record already names, as the record spells it', () => {
    const text = bulleted.replace(
      '• Stakeholder management',
      '• stakeholder management, river hydrology and sQl tuning',
    );
    const known = ['Stakeholder Management', 'River Hydrology', 'Hydrology', 'SQL tuning', 'python'];
    expect(asked(advert(text, known)).map(([name]) => name)).toEqual([
      'SQL',
      'python',
      'Snowflake',
      'BigQuery',
      'Stakeholder Management',
      'River Hydrology',
      'SQL tuning',
      'Kafka',
      'Hydrology',
    ]);
  });

  it('is read from a saved page', () => {
    const html = `<!doctype html><title>Jobs</title><body><nav>Jobs</nav><main><h1>Night Baker</h1><p>Company: Ofenwerk</p><h2>Responsibilities</h2><ul><li>Bake</li></ul><h2>Requirements</h2><ul><li>Sourdough</li></ul><h2>Benefits</h2><p>Bread.</p></main></body>`;
    const draft = readHtmlPage('jobs.html', html, { known: ['Sourdough'] });
    expect(draft).toMatchObject({ format: 'job-advert', title: 'Night Baker' });
    expect(
      draft.kind === 'role' && draft.role.requirements.map((requirement) => [requirement.competency, requirement.kind]),
    ).toEqual([['Sourdough', 'skill']]);
  });
});

describe('names of techniques in a line', () => {
  it.each([
    ['Go, C++ and C#', ['Go', 'C++', 'C#']],
    ['We go to work and express ourselves', []],
    ['Node.js/TypeScript, .NET', ['Node.js', 'TypeScript', '.NET']],
    ['Golang and Postgres', ['Golang', 'Postgres']],
    ['Go (Golang), Postgres or PostgreSQL', ['Go', 'Postgres']],
    ['JavaScript, not Java', ['JavaScript', 'Java']],
    ['Ruby on Rails', ['Ruby on Rails']],
    ['R&D, go-to-market, C-level', []],
    ['CI/CD with GitHub Actions', ['CI/CD', 'GitHub Actions']],
  ])('are found in “%s”', (line, names) => {
    expect(recogniserOf([])(line)).toEqual(names);
  });

  it('are found soon, however many are known', () => {
    const known = Array.from({ length: 20_000 }, (_, index) => `Craft number ${index}`);
    const began = performance.now();
    const recognise = recogniserOf(known);
    expect(recognise('Knows craft number 17 and Craft Number 19999.')).toEqual([
      'Craft number 17',
      'Craft number 19999',
    ]);
    recognise('craft number '.repeat(400));
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});

describe('a short name for what a line asks', () => {
  it.each([
    ['Excellent written communication', 'Written communication'],
    ['You must be comfortable with incident response', 'Incident response'],
    ['Strong understanding of distributed tracing, ideally at scale', 'Distributed tracing'],
    ['Ability to explain a closure to a driver', 'Explain a closure'],
    ['A heart of gold and hands that never tire of lifting', 'Heart of gold'],
    ['', null],
  ])('is made of “%s”', (line, name) => {
    expect(shortName(line)).toBe(name);
  });
});

/** What an advertisement asks, what it says it does not ask, and where the list of what it asks ends. */
import { describe, expect, test } from 'vitest';
import { advertTopicOf } from '../../../src-main/import/roles/job-advert/advert-topics.ts';
import { askedIn, saysNotNeeded } from '../../../src-main/import/roles/job-advert/negation.ts';
import { readText } from '../../../src-main/import/roles/plain-document.ts';

const head = `Data Engineer
Company: Papierboot
Location: Rotterdam

About us
We move paper across rivers and need somebody who likes water a lot.

Responsibilities
- Build pipelines

`;

function read(text: string) {
  const draft = readText('advert.txt', `${head}${text}`, {});
  if (draft.kind !== 'role') throw new Error('no role');
  expect(draft.format).toBe('job-advert');
  return {
    asked: draft.role.requirements.map(({ competency, importance }) => `${competency}: ${importance}`),
    qualifications: draft.role.items.map((item) => item.text),
    notices: draft.notices.map((notice) => notice.message),
  };
}

describe('what is said to be not needed is not asked, and a notice says so', () => {
  test.each([
    'No Kubernetes required',
    'You do not need Kubernetes',
    'You don’t need to know Kubernetes, Terraform or Helm',
    'We do not expect any experience with Kubernetes',
    'Kubernetes is not a must',
    'Kubernetes isn’t strictly necessary',
    'There is no need for Kubernetes',
    'Kubernetes (not required)',
    'No prior experience with Kubernetes',
    'You need not have used Kubernetes',
    'Prior knowledge of Kubernetes is no longer mandatory',
    'Kubernetes is neither required nor expected',
    'Keine Erfahrung mit Kubernetes nötig',
    'Kubernetes ist nicht zwingend erforderlich',
    'Kenntnisse in Kubernetes sind keine Voraussetzung',
    'Du musst Kubernetes nicht kennen',
    'Wir erwarten keine Erfahrung mit Kubernetes',
    'Pas besoin de connaître Kubernetes',
    'Aucune expérience de Kubernetes n’est requise',
    'Kubernetes n’est pas obligatoire',
    'Vous n’avez pas besoin de Kubernetes',
    'No es necesario saber Kubernetes',
    'No se requiere experiencia en Kubernetes',
    'Não é necessário conhecer Kubernetes',
    'Não exigimos Kubernetes',
    'Non è richiesta esperienza con Kubernetes',
    'Ervaring met Kubernetes is niet vereist',
  ])('%s', (line) => {
    const { asked, notices } = read(`Requirements\n- Python\n- ${line}\n- SQL\n`);
    expect(asked).toEqual(['Python: important', 'SQL: important']);
    expect(notices.filter((notice) => notice.startsWith('Not asked, by its own words'))).toHaveLength(1);
  });

  test.each(['No degree required', 'A degree is not necessary', 'Ein Studium ist nicht nötig', 'Pas de diplôme exigé'])(
    '%s is no qualification',
    (line) => {
      expect(read(`Requirements\n- Python\n- ${line}\n`).qualifications).toEqual([]);
    },
  );

  test('a chapter that lists what is not needed asks for none of it', () => {
    const { asked, notices } = read('Requirements\n- Python\n\nWhat you don’t need\n- Kubernetes\n- A degree\n');
    expect(asked).toEqual(['Python: important']);
    expect(notices.filter((notice) => notice.startsWith('Not asked'))).toHaveLength(2);
  });
});

test.each([
  ['Strong Python skills, no degree required', 'Strong Python skills', ['no degree required']],
  ['No degree required, Python needed', 'Python needed', ['No degree required']],
  ['Python is required and Kubernetes is not needed', 'Python is required', ['and Kubernetes is not needed']],
  ['You need SQL but you do not need Java', 'You need SQL', ['but you do not need Java']],
  ['Python required; Java not required', 'Python required', ['Java not required']],
  ['SQL is essential. A degree is not.', 'SQL is essential', ['A degree is not']],
  ['Python nötig, kein Studium erforderlich', 'Python nötig', ['kein Studium erforderlich']],
])('“%s” asks “%s”', (line, asked, notAsked) => {
  expect(askedIn(line, (clause) => /Python|SQL|Java|degree|Studium/.test(clause))).toEqual({
    asked,
    notAsked,
    welcome: '',
  });
});

test.each([
  ['Kubernetes is not required but is a plus', 'Kubernetes: optional'],
  ['Kubernetes preferred but not required', 'Kubernetes: optional'],
  ['Kubernetes ist kein Muss, aber von Vorteil', 'Kubernetes: optional'],
])('“%s” is welcome: %s', (line, requirement) => {
  expect(read(`Requirements\n- Python\n- ${line}\n`).asked).toEqual(['Python: important', requirement]);
});

test.each([
  'Not only Python but also SQL is required',
  'No less than 3 years of Python required',
  'No-code tools such as Airtable are required',
  'NoSQL databases are required',
  'You must not need supervision',
  'Not afraid of legacy code',
  'No criminal record',
  'Nicht nur Python, auch SQL ist erforderlich',
  'Experience with Docker is necessary',
  'Python is a must',
  'Noteworthy knowledge of SQL required',
])('“%s” denies nothing', (line) => {
  expect(saysNotNeeded(line)).toBe(false);
});

test.each([
  ['Key Skills', 'profile'],
  ['Person specification', 'must'],
  ['The ideal candidate', 'profile'],
  ['1. Requirements', 'must'],
  ['2) Requirements', 'must'],
  ['IV. Requirements', 'must'],
  ['B. Requirements', 'must'],
  ['Section 3: Requirements', 'must'],
  ['3.2 Requirements', 'must'],
  ['✅ Requirements', 'must'],
  ['Requirements (must)', 'must'],
  ['Requirements (nice to have)', 'nice'],
  ['Requirements [must]', 'must'],
  ['Skills (required)', 'must'],
  ['Skills (preferred)', 'nice'],
  ['REQUIREMENTS:', 'must'],
  ['Knowledge, skills and abilities', 'profile'],
  ['You will bring', 'profile'],
  ['Not required', 'unneeded'],
  ['Preferred but not required', 'nice'],
  ['Perks & benefits', 'benefits'],
  ['Why you’ll love it here', 'benefits'],
  ['1. Anforderungen', 'must'],
  ['Profil recherché (obligatoire)', 'profile'],
])('the heading “%s” is about: %s', (heading, topic) => {
  expect(advertTopicOf(heading)).toBe(topic);
});

describe('a list of what is asked ends', () => {
  test.each([
    ['before a heading of perks', 'Key Skills\n- Python\n- SQL\n\nPerks\n- Free lunch\n- Gym membership\n'],
    [
      'before a heading in other words',
      'Key Skills\n- Python\n- SQL\n\nWhy you’ll love it here\n- Free lunch\n- Gym\n',
    ],
    [
      'before perks without a heading',
      'Key Skills\n- Python\n- SQL\n\n- Free lunch\n- Gym membership\n- 30 days of holiday\n',
    ],
    [
      'before a heading nobody knows',
      'Key Skills\n- Python\n- SQL\n\nRiver Fridays\n- Free lunch\n- Rowing with the team\n',
    ],
    ['without a blank line', 'Key Skills\n- Python\n- SQL\nOur perks\n- Free lunch\n- Gym membership\n'],
    ['where nothing is marked', 'Key Skills:\nPython\nSQL\nWhat’s in it for you:\nFree lunch\nGym membership\n'],
    ['under a numbered heading', '1. Key Skills\n- Python\n- SQL\n\n2. Perks\n- Free lunch\n- Gym membership\n'],
  ])('%s', (_, text) => {
    expect(read(text).asked).toEqual(['Python: important', 'SQL: important']);
  });

  test('not before a heading of further skills', () => {
    const { asked } = read(
      'Requirements\n- Python\n\nData platform\n- Kafka\n- Airflow\n\nLanguages you know\n- Rust\n',
    );
    expect(asked.map((row) => row.split(':')[0])).toEqual(['Python', 'Kafka', 'Airflow', 'Rust']);
  });

  test('and a notice names what stands below it', () => {
    const { notices } = read('Key Skills\n- Python\n\n- Free lunch\n- Gym membership\n');
    expect(notices).toContain('Not read as asked, under “Key Skills”: Free lunch · Gym membership');
  });
});

test.each([
  ['line by line', 'Nice to have\nKafka\nKnowledge of hydrology\nSome experience with Terraform\n'],
  ['after a colon', 'Nice to have:\nKafka\nKnowledge of hydrology\nSome experience with Terraform\n'],
  ['with a blank line between', 'Nice to have\n\nKafka\n\nKnowledge of hydrology\n\nSome experience with Terraform\n'],
  ['with commas', 'Nice to have: Kafka, hydrology, Terraform\n'],
])('a list without marks under “Nice to have”, %s, is optional', (_, text) => {
  for (const below of ['', '\nBenefits\n- Free lunch\n', '\nBenefits\n\nFree lunch\n']) {
    const { asked } = read(`Requirements\n- Python\n\n${text}${below}`);
    expect(asked).toEqual(expect.arrayContaining(['Python: important', 'Kafka: optional', 'Terraform: optional']));
    expect(asked.filter((row) => !row.endsWith(': optional'))).toEqual(['Python: important']);
  }
});

test.each([
  ['\n- Free lunch\n- Gym membership\n'],
  ['\nRiver Fridays\n- Free lunch\n- Gym membership\n- 30 days of holiday\n'],
  ['- No Kubernetes needed\n'],
])('skills of a text that is no advert end there too: %j', (below) => {
  const draft = readText(
    'role.txt',
    `Data Engineer\n\nSummary\nYou build pipelines all day.\n\nKey Skills\n- Python\n- SQL\n${below}`,
    {},
  );
  if (draft.kind !== 'role') throw new Error('no role');
  expect(draft.format).toBe('text');
  expect(draft.role.requirements.map(({ competency }) => competency)).toEqual(['Python', 'SQL']);
  expect(draft.notices.some(({ message }) => /^Not (?:asked|read as asked)/.test(message))).toBe(true);
});

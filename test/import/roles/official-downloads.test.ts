/** Official downloads in their own layouts, with invented contents: roles with a credit line, and what each file adds. */
import { describe, expect, it } from 'vitest';
import type { Draft } from '../../../shared/api/import.ts';
import { RolePack } from '../../../shared/api/role-pack.ts';
import { readFiles } from '../../../src-main/import/read.ts';
import { zipOf } from '../files/zip-of.ts';
import { bytesOf, messagesOf, refusal } from '../read-text.ts';

type PackDraft = Extract<Draft, { kind: 'pack' }>;

const given = (files: Readonly<Record<string, string>>) =>
  Object.entries(files).map(([name, text]) => ({ name, bytes: bytesOf(text) }));

function packDraft(files: Readonly<Record<string, string>>): PackDraft {
  const [draft, ...more] = readFiles(given(files));
  if (draft?.kind !== 'pack' || more.length > 0)
    throw new Error(`expected one pack, got ${draft?.kind} ${draft?.format}`);
  expect(RolePack.safeParse(draft.pack).error).toBeUndefined();
  expect(draft.pack.roles.every((role) => role.credit === draft.pack.attribution)).toBe(true);
  expect(draft.pack.attribution).toBeTruthy();
  return draft;
}

const ratingHeader =
  'O*NET-SOC Code\tElement ID\tElement Name\tScale ID\tData Value\tN\tStandard Error\tLower CI Bound\tUpper CI Bound\tRecommend Suppress\tNot Relevant\tDate\tDomain Source';
const rating = (
  code: string,
  id: string,
  name: string,
  scale: string,
  value: string,
  suppress = 'N',
  irrelevant = 'n/a',
) => `${code}\t${id}\t${name}\t${scale}\t${value}\t8\t0.1\t3.0\t4.0\t${suppress}\t${irrelevant}\t08/2025\tAnalyst`;

const onet = {
  'occ.txt':
    'O*NET-SOC Code\tTitle\tDescription\n99-1000.00\tLock Keepers\tWork the "gates" of a canal.\n99-2000.00\tBell Ringers\tRing bells.\n',
  'a.txt': [
    ratingHeader,
    rating('99-1000.00', '2.A.1.a', 'Reading Signs', 'IM', '4.12'),
    rating('99-1000.00', '2.A.1.a', 'Reading Signs', 'LV', '4.88'),
    rating('99-1000.00', '2.B.1.a', 'Talking Boats In', 'IM', '3.00'),
    rating('99-1000.00', '2.B.1.a', 'Talking Boats In', 'LV', '0.30', 'N', 'Y'),
    rating('99-2000.00', '2.A.1.a', 'Reading Signs', 'IM', '1.50', 'Y'),
    rating('99-2000.00', '2.A.1.a', 'Reading Signs', 'LV', '2.50', 'Y'),
  ].join('\n'),
  'b.txt': [
    ratingHeader,
    rating('99-1000.00', '2.C.1', 'Water', 'LV', '7.00'),
    rating('99-1000.00', '1.A.1', 'Balance', 'LV', '1.2'),
  ].join('\n'),
  'tasks.txt':
    'O*NET-SOC Code\tTask ID\tTask\tTask Type\tIncumbents Responding\tDate\tDomain Source\n99-1000.00\t1\tOpen the gates.\tCore\t9\t08/2025\tIncumbent\n',
  'tech.txt':
    'O*NET-SOC Code\tExample\tCommodity Code\tCommodity Title\tHot Technology\tIn Demand\n99-1000.00\tSluice Suite\t1\tControl software\tY\tN\n',
};

describe('the tables of O*NET', () => {
  const draft = packDraft(onet);
  const [keeper, ringer] = draft.pack.roles;

  it('make one pack with a role for each occupation', () => {
    expect(draft).toMatchObject({ format: 'onet', files: [0, 1, 2, 3, 4] });
    expect(draft.pack).toMatchObject({ id: 'onet', version: '2025-08', licence: 'CC BY 4.0' });
    expect(draft.pack.attribution).toContain('O*NET');
    expect(draft.pack.roles.map((role) => role.title)).toEqual(['Lock Keepers', 'Bell Ringers']);
    expect(keeper).toMatchObject({
      summary: 'Work the "gates" of a canal.',
      facts: [{ label: 'O*NET-SOC Code', value: '99-1000.00' }],
    });
  });

  it('give levels from 1 to 7, importance in words, and the figures themselves', () => {
    const asked = keeper?.requirements.find((requirement) => requirement.competency === 'Reading Signs');
    expect(asked).toMatchObject({
      category: 'Skills',
      kind: 'skill',
      level: 5,
      scale: 'onet-level',
      importance: 'critical',
      countsInMatch: true,
      details: [
        { label: 'Importance', text: '4.12 of 5' },
        { label: 'Level', text: '4.88 of 7' },
      ],
    });
    expect(
      keeper?.requirements.map((requirement) => [requirement.category, requirement.competency, requirement.level]),
    ).toEqual([
      ['Abilities', 'Balance', 1],
      ['Knowledge', 'Water', 7],
      ['Skills', 'Reading Signs', 5],
      ['Skills', 'Talking Boats In', null],
    ]);
  });

  it('keep what is to be suppressed as words, out of the match', () => {
    expect(ringer?.requirements[0]).toMatchObject({ level: 3, countsInMatch: false });
    expect(ringer?.requirements[0]?.details).toContainEqual({ label: 'Recommend Suppress', text: 'Y' });
    expect(
      keeper?.requirements.find((requirement) => requirement.competency === 'Talking Boats In')?.countsInMatch,
    ).toBe(false);
    expect(messagesOf(draft, 'KEPT').join(' ')).toContain('recommends to suppress');
  });

  it('give tasks and technologies', () => {
    expect(keeper?.responsibilities).toEqual([{ text: 'Open the gates.', group: 'Core' }]);
    expect(keeper?.tools).toEqual([{ name: 'Sluice Suite', category: 'Control software', adoption: 'Hot technology' }]);
  });

  it('read alone say which file to give with them', () => {
    expect(messagesOf(packDraft({ 'x.txt': onet['a.txt'] })).join(' ')).toContain('Give “Occupation Data”');
    expect(messagesOf(packDraft({ 'x.txt': onet['occ.txt'] })).join(' ')).toContain('Give “Skills”');
    const error = refusal('x.txt', bytesOf('O*NET-SOC Code\tJob Zone\tDate\n99-1000.00\t2\t08/2025\n'));
    expect(error.code).toBe('FORMAT_UNKNOWN');
    expect(error.message).toContain('“Task Statements”');
  });

  it('come out of the zip they are downloaded in', () => {
    const bytes = zipOf(Object.entries(onet).map(([path, text]) => ({ path: `db_99/${path}`, bytes: text })));
    const [packed] = readFiles([{ name: 'db.zip', bytes }]);
    if (packed?.kind !== 'pack') throw new Error('no pack');
    expect(packed.pack).toEqual(draft.pack);
    expect(packed.files).toEqual([0]);
  });
});

const esco = {
  'o.csv':
    'conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,hiddenLabels,status,modifiedDate,regulatedProfessionNote,scopeNote,definition,inScheme,description,code\nOccupation,http://x/o/1,9999,lock keeper,"gate hand\nlocksman",,released,2024-05-01T10:00:00Z,,Not a jailer,,,"Works locks, and gates.",9999.1\nOccupation,http://x/o/2,9999,old keeper,,,obsolete,2024-01-01T10:00:00Z,,,,,,9999.2\n',
  's.csv':
    'conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,hiddenLabels,status,modifiedDate,scopeNote,definition,inScheme,description\nKnowledgeSkillCompetence,http://x/s/1,skill/competence,sector-specific,open gates,"swing gates\nwork gates",,released,2024-05-01,,,,Opens what holds water.\nKnowledgeSkillCompetence,http://x/s/2,knowledge,cross-sector,hydrology,,,released,2024-05-01,,,,\n',
  'r.csv':
    'occupationUri,relationType,skillType,skillUri\nhttp://x/o/1,essential,skill/competence,http://x/s/1\nhttp://x/o/1,optional,knowledge,http://x/s/2\nhttp://x/o/1,optional,knowledge,http://x/s/3\n',
};

describe('the tables of ESCO', () => {
  it('make one pack: essential is mandatory, nothing has a level', () => {
    const draft = packDraft(esco);
    expect(draft).toMatchObject({ format: 'esco', files: [0, 1, 2] });
    expect(draft.pack.version).toBe('2024-05-01');
    const [role, ...more] = draft.pack.roles;
    expect(more).toEqual([]);
    expect(role).toMatchObject({ title: 'lock keeper', summary: 'Works locks, and gates.' });
    expect(
      role?.requirements.map((requirement) => [
        requirement.competency,
        requirement.category,
        requirement.level,
        requirement.importance,
        requirement.isMandatory,
      ]),
    ).toEqual([
      ['open gates', 'Skills and competences', null, 'important', true],
      ['hydrology', 'Knowledge', null, 'optional', false],
    ]);
    expect(role?.sections.map((section) => section.heading)).toEqual(['Scope note', 'Other names']);
    expect(draft.pack.competencies[0]).toEqual({
      name: 'open gates',
      aliases: ['swing gates', 'work gates'],
      description: 'Opens what holds water.',
    });
    expect(messagesOf(draft, 'NOT_PLACED')).toEqual([
      '1 relations name a skill that these files do not hold. Give the file of skills with them.',
    ]);
  });

  it('read alone give a draft, or say which file is wanting', () => {
    expect(messagesOf(packDraft({ 'o.csv': esco['o.csv'] })).join(' ')).toContain(
      'Give the files of skills and of occupation skill relations',
    );
    expect(refusal('s.csv', bytesOf(esco['s.csv'])).message).toContain(
      'names skills, and no occupation. Nothing was added. Give the files of occupations',
    );
    expect(refusal('r.csv', bytesOf(esco['r.csv'])).message).toContain(
      'Give the files of occupations and of skills with it.',
    );
  });
});

describe('the digital framework as CSV', () => {
  const csv = `Role family,Role,Role level,Role level description,Skill,Skill description,Skill level,Skill level description
Waterways,Lock keeper,Trainee lock keeper,"Learns, mostly",Gates,Moving gates,Awareness,Knows which way they swing
Waterways,Lock keeper,Trainee lock keeper,"Learns, mostly",Talk,Talking to crews,Working,Greets
Waterways,Lock keeper,Senior lock keeper,Runs a flight,Gates,Moving gates,Expert,Teaches others
Waterways,Bell ringer,Bell ringer,Rings,Ropes,Handling ropes,Practitioner,Splices
`;

  it('becomes a ladder for each role, with a level for each of its steps', () => {
    const draft = packDraft({ 'x.csv': csv });
    expect(draft.format).toBe('digital-framework');
    expect(draft.pack.ladders.map((ladder) => ladder.family)).toEqual(['Lock keeper', 'Bell ringer']);
    expect(draft.pack.roles.map((role) => [role.family, role.title, role.levelOrder, role.summary])).toEqual([
      ['Lock keeper', 'Trainee lock keeper', 1, 'Learns, mostly'],
      ['Lock keeper', 'Senior lock keeper', 2, 'Runs a flight'],
      ['Bell ringer', 'Bell ringer', 1, 'Rings'],
    ]);
    expect(draft.pack.roles[1]?.requirements[0]).toMatchObject({
      competency: 'Gates',
      level: 4,
      scale: 'digital-framework',
      blurb: 'Teaches others',
    });
    expect(draft.pack.competencies.map((competency) => competency.description)).toEqual([
      'Moving gates',
      'Talking to crews',
      'Handling ropes',
    ]);
    expect(draft.pack.licence).toBe('Open Government Licence v3.0');
  });
});

describe('the NICE framework as JSON', () => {
  const element = (type: string, id: string, title: string, text: string) => ({
    element_type: type,
    element_identifier: id,
    title,
    text,
    doc_identifier: 'D',
  });
  const relation = (from: string, to: string) => ({
    source_element_identifier: from,
    dest_element_identifier: to,
    relationship_identifier: 'projection',
  });
  const elements = {
    documents: [{ doc_identifier: 'D', name: 'Invented', version: '9.9' }],
    elements: [
      element('category', 'WW', 'Waterways', 'Keeps water'),
      element('work_role', 'WW-1', 'Lock Watch', 'Watches locks'),
      element('task', 'T2', '', 'Write the log'),
      element('task', 'T10', '', 'Ring for help'),
      element('knowledge', 'K1', '', 'Knowledge of tides'),
      element('skill', 'S1', '', 'Skill in listening'),
    ],
    relationship_types: [],
    relationships: [
      relation('WW', 'WW-1'),
      relation('WW-1', 'T10'),
      relation('WW-1', 'T2'),
      relation('WW-1', 'K1'),
      relation('WW-1', 'S1'),
    ],
  };

  it('becomes a role for each work role', () => {
    const draft = packDraft({ 'x.json': JSON.stringify({ response: { elements } }) });
    expect(draft.format).toBe('nice-framework');
    expect(draft.pack.version).toBe('9.9');
    const [role] = draft.pack.roles;
    expect(role).toMatchObject({ title: 'Lock Watch', family: 'Waterways', summary: 'Watches locks' });
    expect(role?.responsibilities.map((responsibility) => responsibility.text)).toEqual([
      'Write the log',
      'Ring for help',
    ]);
    expect(
      role?.requirements.map((requirement) => [requirement.competency, requirement.kind, requirement.level]),
    ).toEqual([
      ['Skill in listening', 'skill', null],
      ['Knowledge of tides', 'competency', null],
    ]);
  });

  it('without relations says what is wanting', () => {
    const draft = packDraft({ 'x.json': JSON.stringify({ ...elements, relationships: [] }) });
    expect(messagesOf(draft, 'KEPT')[0]).toContain('Give the whole framework');
  });
});

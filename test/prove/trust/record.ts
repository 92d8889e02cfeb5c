/** A record with something in every field of every kind of thing, and a valid input for every endpoint over it. */
import type { AccomplishmentContent } from '../../../shared/api/accomplishment.ts';
import type { EndpointName, Input, Output } from '../../../shared/api/index.ts';
import type { BackgroundItem } from '../../../shared/api/record.ts';
import { RoleContent } from '../../../shared/api/role-content.ts';
import type { Confidentiality } from '../../../shared/api/values.ts';

export type Call = <Name extends EndpointName>(name: Name, input: Input<Name>) => Promise<Output<Name>>;

/** The text of one field, by a name for the field such as `public.story`. */
export type Say = (place: string) => string;

/** How work is told apart by whom it may be shown to: as confidential as it is, or not to be shown at all. */
export const works = ['public', 'employer', 'confidential', 'private', 'draft', 'binned'] as const;
export type Work = (typeof works)[number];

export interface Filled {
  readonly work: Readonly<Record<Work, string>>;
  readonly competencies: Readonly<Record<Work, string>>;
  readonly employer: string;
  readonly position: string;
  readonly project: string;
  readonly role: string;
  readonly nextRole: string;
  /** A role of a pack with edits of one's own, and the pack. */
  readonly packRole: string;
  readonly pack: string;
  readonly resume: string;
  readonly imports: readonly string[];
  readonly backup: string;
}

/** The fields of a single line take a text no longer than theirs. */
const short = (text: string) => text.slice(0, 60);

/** Fills a record that was just started. */
export async function fillRecord(call: Call, say: Say): Promise<Filled> {
  const { employer, position, project } = await fillBackground(call, say);
  const work: Partial<Record<Work, string>> = {};
  const competencies: Partial<Record<Work, string>> = {};
  for (const kind of works) {
    const competency = await call('nameCompetency', { name: say(`${kind}.competency`) });
    competencies[kind] = competency.id;
    await call('describeCompetency', { id: competency.id, description: say(`${kind}.competency.description`) });
    await call('addAlias', { id: competency.id, alias: say(`${kind}.competency.alias`) });
    await call('assessCompetency', { competencyId: competency.id, level: 4, scaleId: 'five-levels' });
    const { id } = await call('logAccomplishment', { text: 'Something to be filled' });
    work[kind] = id;
    await call('changeAccomplishment', {
      id,
      patch: { ...accomplishmentOf(kind, say, competency.id), positionId: position, projectId: project },
    });
  }
  const done = work as Record<Work, string>;
  await call('binAccomplishments', { ids: [done.binned] });
  const names = works.map((kind) => say(`${kind}.competency`));
  const { id: role } = await call('makeRole', { role: roleOf(say, 1, names) });
  const { id: nextRole } = await call('makeRole', { role: roleOf(say, 2, names.slice(0, 3)) });
  await call('pinRole', { roleId: role, targetOn: '2028' });
  const packRole = (await call('listRoles', {})).find(({ packId }) => packId !== null);
  if (!packRole?.packId) throw new Error('No pack is installed.');
  await call('changeRole', {
    id: packRole.id,
    role: {
      ...contentOf(await call('getRole', { id: packRole.id })),
      mission: say('ownEdit.mission'),
      summary: say('ownEdit.summary'),
    },
  });
  const resume = await fillResume(call, say, role, done);
  const imports: string[] = [];
  for (const text of importsOf(say)) imports.push(...((await call('readPastedImport', { text }))?.ids ?? []));
  await call('keepUnsaved', { key: 'capture', text: say('unsaved') });
  const { fileName: backup } = await call('backUpNow', {});
  return {
    work: done,
    competencies: competencies as Record<Work, string>,
    employer,
    position,
    project,
    role,
    nextRole,
    packRole: packRole.id,
    pack: packRole.packId,
    resume,
    imports,
    backup,
  };
}

async function fillBackground(call: Call, say: Say) {
  await call('changeProfile', {
    patch: {
      name: say('profile.name'),
      headline: say('profile.headline'),
      email: say('profile.email'),
      phone: say('profile.phone'),
      place: say('profile.place'),
      website: say('profile.website'),
      summary: say('profile.summary'),
      links: [{ label: say('profile.link'), url: say('profile.link.url') }],
    },
  });
  const add = async (item: BackgroundItem) => (await call('addBackgroundItem', { item })).id;
  const line = (kind: string, ...fields: string[]) =>
    Object.fromEntries(fields.map((field) => [field, say(`${kind}.${field}`)]));
  const employer = await add({
    kind: 'employer',
    values: { name: '', place: '', description: '', website: '', ...line('workplace', 'name', 'place', 'description') },
  });
  const position = await add({
    kind: 'position',
    values: {
      employerId: employer,
      title: say('position.title'),
      startedOn: '2020',
      endedOn: null,
      isCurrent: true,
      summary: say('position.summary'),
    },
  });
  const project = await add({
    kind: 'project',
    values: {
      name: say('project.name'),
      positionId: position,
      description: say('project.description'),
      website: say('project.website'),
      startedOn: null,
      endedOn: null,
    },
  });
  await add({
    kind: 'education',
    values: {
      institution: say('education.institution'),
      degree: say('education.degree'),
      area: say('education.area'),
      startedOn: null,
      endedOn: null,
      note: say('education.note'),
    },
  });
  await add({
    kind: 'certificate',
    values: {
      name: say('certificate.name'),
      issuer: say('certificate.issuer'),
      issuedOn: null,
      website: say('certificate.website'),
    },
  });
  await add({ kind: 'language', values: { name: say('language.name'), fluency: say('language.fluency') } });
  return { employer, position, project };
}

function accomplishmentOf(kind: Work, say: Say, competencyId: string): Partial<AccomplishmentContent> {
  const of = (field: string) => say(`${kind}.${field}`);
  const isConfidentiality = kind !== 'draft' && kind !== 'binned';
  return {
    title: of('title'),
    story: of('story'),
    shortWording: of('shortWording'),
    longWording: of('longWording'),
    startedOn: '2024',
    tags: [short(of('tag'))],
    metrics: [{ name: of('metric'), unit: short(of('unit')), baseline: 1, value: 2 }],
    showings: [{ competencyId, level: 3, scaleId: 'five-levels', reason: of('reason') }],
    witnesses: [
      {
        name: of('witness'),
        relation: 'manager',
        title: of('witness.title'),
        confirmedOn: '2026',
        words: of('witness.words'),
      },
    ],
    evidence: [
      { kind: 'link', title: of('evidence'), url: of('evidence.url'), quote: '', notedOn: null },
      { kind: 'quote', title: of('quote.title'), url: '', quote: of('quote'), notedOn: null },
    ],
    confidentiality: isConfidentiality ? (kind satisfies Confidentiality) : 'public',
    status: kind === 'draft' ? 'draft' : 'ready',
  };
}

/** A role with every list filled, asking for these competencies. */
function roleOf(say: Say, order: number, competencies: readonly string[]): RoleContent {
  const of = (field: string) => say(`role${order}.${field}`);
  return RoleContent.parse({
    title: of('title'),
    tagline: of('tagline'),
    family: say('role.family'),
    functionName: of('function'),
    levelCode: `L${order}`,
    levelLabel: of('levelLabel'),
    levelOrder: order,
    mission: of('mission'),
    tourOfDuty: of('tourOfDuty'),
    summary: of('summary'),
    focus: of('focus'),
    stack: [of('stack')],
    standard: of('standard'),
    nature: of('nature'),
    credit: of('credit'),
    facts: [{ label: of('fact.label'), value: of('fact') }],
    requirements: competencies.map((competency, index) => ({
      competency,
      kind: 'competency',
      level: 2,
      importance: 'critical',
      category: of('category'),
      tier: of('tier'),
      blurb: of(`blurb${index}`),
      details: [{ label: of('detail.label'), text: of('detail') }],
    })),
    responsibilities: [{ group: of('duty.group'), lead: of('duty.lead'), text: of('duty') }],
    kpis: [{ name: of('kpi'), category: of('kpi.category'), target: of('kpi.target'), note: of('kpi.note') }],
    tools: [{ name: of('tool'), category: of('tool.category'), use: of('tool.use') }],
    milestones: [{ horizon: of('horizon'), text: of('milestone') }],
    items: [{ kind: 'deliverable', group: of('item.group'), name: of('item.name'), text: of('item') }],
    scorecard: [{ dimension: of('dimension'), meets: of('meets'), exceeds: of('exceeds') }],
    faqs: [{ question: of('question'), answer: of('answer') }],
    links: [{ kind: 'next', title: of('link'), note: of('link.note') }],
    gapPairs: [{ theme: of('theme'), from: of('from'), to: of('to') }],
    sections: [
      {
        depth: 1,
        number: '1',
        heading: of('heading'),
        blocks: [
          { kind: 'paragraph', inlines: [{ text: of('paragraph'), href: of('href') }] },
          { kind: 'quote', inlines: [{ text: of('blockquote') }] },
          { kind: 'table', head: [of('th')], rows: [[of('td')]] },
          { kind: 'list', isOrdered: true, items: [{ inlines: [{ text: of('li'), href: 'javascript:x' }] }] },
        ],
      },
    ],
  });
}

async function fillResume(call: Call, say: Say, roleId: string, work: Readonly<Record<Work, string>>) {
  const { id } = await call('createResume', { name: say('resume.name'), roleId });
  for (const kind of works)
    await call('chooseResumeItem', {
      id,
      kind: 'accomplishment',
      refId: work[kind],
      isHidden: false,
      override: say(`${kind}.override`),
    });
  return id;
}

/** Texts that become drafts: a page with headings, a matrix. */
function importsOf(say: Say): readonly string[] {
  const cell = (text: string) => `"${text.replaceAll('"', '""').replaceAll('\n', ' ')}"`;
  return [
    `Role: ${say('import.title')}\n\nMission\n\n${say('import.mission')}\n\nResponsibilities\n\n- ${say('import.duty')}\n`,
    ['Skill,L1,L2,L3', ...[1, 2, 3].map((row) => `${cell(say(`import.skill${row}`))},1,2,3`)].join('\n'),
  ];
}

/** What `getRole` answers, as what `changeRole` takes: where nothing is said there is no key, save where null says so. */
export function contentOf(role: Output<'getRole'>): RoleContent {
  const sayingNull = ['level', 'importance'];
  const text = JSON.stringify(role, (key, value) => (value === null && !sayingNull.includes(key) ? undefined : value));
  return RoleContent.parse(JSON.parse(text));
}

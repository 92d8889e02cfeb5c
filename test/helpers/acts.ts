/** Everything a user can do that makes a step of undo, each on something picked and with words given. */
import type { EndpointName, Input, Output } from '../../shared/api/index.ts';
import { RoleContent } from '../../shared/api/role-content.ts';

export interface Asking {
  readonly ask: <Name extends EndpointName>(name: Name, input: Input<Name>) => Promise<Output<Name>>;
  readonly pick: <Item>(list: readonly Item[]) => Item | undefined;
  readonly text: () => string;
  /** Reads a fixture as a draft and answers its id. */
  readonly read: (fixture: string) => Promise<string | null>;
}

interface Call {
  readonly name: EndpointName;
  readonly input: unknown;
}

/** Answers what to call, or null where there is nothing to do it to. */
export type Act = (asking: Asking) => Promise<Call | null>;

const call = <Name extends EndpointName>(name: Name, input: Input<Name>): Call => ({ name, input });

const accomplishmentOf = async ({ ask, pick }: Asking) =>
  pick((await ask('listAccomplishments', { limit: 500 })).rows)?.id;
const competencyOf = async ({ ask, pick }: Asking) => pick((await ask('listCompetencies', {})).competencies)?.id;
const roleOf = async ({ ask, pick }: Asking) => pick(await ask('listRoles', {}))?.id;
const resumeOf = async ({ ask, pick }: Asking) => pick(await ask('listResumes', {}))?.id;
const fixtures = [
  'competency-page.txt',
  'skill-matrix.txt',
  'job-advert.txt',
  'ferry-captain.csv',
  'small.rolepack.json',
];
const measures = [0, -0, 5, -1.5, 0.1 + 0.2, 2 / 3, 1e21, 4.9e-324, 1.7976931348623157e308, null];

/** An act on something, or nothing where there is no such thing. */
const on =
  (
    find: (asking: Asking) => Promise<string | undefined>,
    act: (id: string, asking: Asking) => Call | Promise<Call | null>,
  ): Act =>
  async (asking) => {
    const id = await find(asking);
    return id === undefined ? null : act(id, asking);
  };

async function backgroundItem({ ask, pick, text }: Asking): Promise<Input<'addBackgroundItem'>['item']> {
  const { employers, positions } = await ask('getBackground', {});
  const employerId = pick(employers)?.id;
  const employer = {
    kind: 'employer',
    values: { name: text(), place: text(), description: text(), website: text() },
  } as const;
  const items: Input<'addBackgroundItem'>['item'][] = [
    employer,
    {
      kind: 'project',
      values: {
        name: text(),
        positionId: pick(positions)?.id ?? null,
        description: text(),
        website: text(),
        startedOn: null,
        endedOn: null,
      },
    },
    {
      kind: 'education',
      values: { institution: text(), degree: text(), area: text(), startedOn: '2019', endedOn: null, note: text() },
    },
    { kind: 'certificate', values: { name: text(), issuer: text(), issuedOn: null, website: text() } },
    { kind: 'language', values: { name: text(), fluency: text() } },
  ];
  if (employerId !== undefined)
    items.push({
      kind: 'position',
      values: { employerId, title: text(), startedOn: '2020', endedOn: null, isCurrent: true, summary: text() },
    });
  return pick(items) ?? employer;
}

async function backgroundRow({ ask, pick }: Asking) {
  const background = await ask('getBackground', {});
  return pick([
    ...background.employers.map(({ id }) => ({ kind: 'employer', id }) as const),
    ...background.positions.map(({ id }) => ({ kind: 'position', id }) as const),
    ...background.projects.map(({ id }) => ({ kind: 'project', id }) as const),
    ...background.education.map(({ id }) => ({ kind: 'education', id }) as const),
    ...background.certificates.map(({ id }) => ({ kind: 'certificate', id }) as const),
    ...background.languages.map(({ id }) => ({ kind: 'language', id }) as const),
  ]);
}

async function applyImport({ ask, pick, read }: Asking): Promise<Call | null> {
  const id = await read(pick(fixtures) ?? '');
  if (id === null) return null;
  const joins = (await ask('getJoinOffers', { id })).flatMap(({ name, candidates: [likeliest] }) =>
    likeliest ? [{ name, competencyId: likeliest.id }] : [],
  );
  const isInto = pick([true, false]) === true;
  const offers = isInto ? await ask('getEditionOffers', { id }) : [];
  const into = offers.map((offer) => ({
    roleId: offer.roleId,
    index: offer.index,
    changeIds: offer.changes.filter((_, at) => at % 2 === 0).map((change) => change.id),
  }));
  const half = pick([0, 1, 2]) ?? 0;
  return call('applyImport', { id, joins: joins.slice(0, half), apart: joins.slice(half, half + 1), into });
}

export const acts: Readonly<Record<string, Act>> = {
  log: async ({ text, pick }) =>
    call('logAccomplishment', {
      text: `Note ${text()} #${pick(['a', 'b'])} +"Craft ${pick([1, 2, 3, 4])}":${pick([1, 3])}`,
    }),
  write: on(accomplishmentOf, (id, { text }) => call('changeAccomplishment', { id, patch: { story: text() } })),
  retitle: on(accomplishmentOf, (id, { text }) => call('changeAccomplishment', { id, patch: { title: text() } })),
  detail: on(accomplishmentOf, (id, { text, pick }) =>
    call('changeAccomplishment', {
      id,
      patch: {
        tags: [text().slice(0, 60) || 'tag', 'z'],
        metrics: [{ name: text(), unit: 'ms', baseline: pick(measures) ?? null, value: pick(measures) ?? null }],
        witnesses: [{ name: text(), relation: 'peer', title: text(), confirmedOn: null, words: text() }],
        evidence: [{ kind: 'link', title: text(), url: text(), quote: text(), notedOn: null }],
      },
    }),
  ),
  place: on(accomplishmentOf, async (id, asking) => {
    const { positions, projects } = await asking.ask('getBackground', {});
    return call('changeAccomplishment', {
      id,
      patch: {
        positionId: asking.pick(positions)?.id ?? null,
        projectId: asking.pick(projects)?.id ?? null,
        status: 'ready',
      },
    });
  }),
  show: on(accomplishmentOf, async (id, asking) => {
    const competencyId = await competencyOf(asking);
    if (competencyId === undefined) return null;
    const showings = [{ competencyId, level: 2, scaleId: 'five-levels', reason: asking.text() }];
    return call('changeAccomplishment', { id, patch: { showings } });
  }),
  bin: on(accomplishmentOf, (id) => call('binAccomplishments', { ids: [id] })),
  restore: async ({ ask, pick }) => {
    const item = pick(await ask('listBin', {}));
    return item ? call('restoreFromBin', { kind: item.kind, id: item.id }) : null;
  },
  profile: async ({ text }) =>
    call('changeProfile', { patch: { headline: text(), website: text(), links: [{ label: text(), url: text() }] } }),
  addBackground: async (asking) => call('addBackgroundItem', { item: await backgroundItem(asking) }),
  changeBackground: async (asking) => {
    const [row, item] = [await backgroundRow(asking), await backgroundItem(asking)];
    return row && row.kind === item.kind ? call('changeBackgroundItem', { id: row.id, item }) : null;
  },
  binBackground: async (asking) => {
    const row = await backgroundRow(asking);
    return row ? call('binBackgroundItem', row) : null;
  },
  nameCompetency: async ({ text }) => call('nameCompetency', { name: text() || 'Mooring' }),
  assess: on(competencyOf, (competencyId, { pick }) =>
    call('assessCompetency', { competencyId, level: pick([null, 0, 1, 3]) ?? null, scaleId: 'five-levels' }),
  ),
  renameCompetency: on(competencyOf, (id, { text }) => call('renameCompetency', { id, name: text() || 'Knots' })),
  describe: on(competencyOf, (id, { text }) => call('describeCompetency', { id, description: text() })),
  placeCompetency: on(competencyOf, async (id, asking) =>
    call('placeCompetency', { id, parentId: asking.pick([null, (await competencyOf(asking)) ?? null]) ?? null }),
  ),
  alias: on(competencyOf, (id, { text }) => call('addAlias', { id, alias: text() || 'Ropes' })),
  merge: on(competencyOf, async (keepId, asking) =>
    call('mergeCompetencies', { keepId, mergeId: (await competencyOf(asking)) ?? keepId }),
  ),
  split: async (asking) => {
    const { competencies } = await asking.ask('listCompetencies', {});
    const competency = asking.pick(competencies.filter(({ aliases }) => aliases.length > 0));
    const accomplishmentId = await accomplishmentOf(asking);
    return competency
      ? call('splitCompetency', {
          id: competency.id,
          alias: asking.pick(competency.aliases) ?? '',
          accomplishmentIds: accomplishmentId === undefined ? [] : [accomplishmentId],
        })
      : null;
  },
  apart: on(competencyOf, async (aId, asking) => call('keepApart', { aId, bId: (await competencyOf(asking)) ?? aId })),
  pin: on(roleOf, (roleId, { pick }) => call('pinRole', { roleId, targetOn: pick([null, '2027', '2027-02']) ?? null })),
  unpin: on(roleOf, (roleId) => call('unpinRole', { roleId })),
  makeRole: async ({ text }) =>
    call('makeRole', {
      role: {
        title: `Role ${text()}`,
        family: text(),
        requirements: [{ competency: text() || 'Mooring', kind: 'skill', level: 2, importance: null }],
        kpis: [{ name: text() || 'Lines lost', note: text() }],
        scorecard: [{ dimension: 'Care', weight: 100 / 3 }],
      },
    }),
  changeRole: on(roleOf, async (id, { ask, text, pick }) => {
    const role = RoleContent.parse(await ask('getRole', { id }));
    const requirements = role.requirements.slice(pick([0, 1])).toReversed();
    return call('changeRole', {
      id,
      role: {
        ...role,
        mission: text() || 'A mission',
        requirements,
        kpis: [...role.kpis, { name: text() || 'Late boats' }],
      },
    });
  }),
  duplicateRole: on(roleOf, (id) => call('duplicateRole', { id })),
  archiveRole: on(roleOf, (id, { pick }) => call('archiveRole', { id, isArchived: pick([true, false]) ?? true })),
  takeBackEdits: async ({ ask, pick }) => {
    const role = pick((await ask('listRoles', {})).filter(({ isForked }) => isForked));
    const edits = role ? await ask('listOwnEdits', { id: role.id }) : [];
    return role && edits.length > 0
      ? call('takeBackEdits', { id: role.id, changeIds: edits.slice(0, 3).map((edit) => edit.id) })
      : null;
  },
  binRole: on(roleOf, (id) => call('binRole', { id })),
  installPack: async ({ ask, pick }) => {
    const pack = pick((await ask('listPacks', {})).filter(({ installedAt }) => !installedAt));
    return pack ? call('installPack', { id: pack.id }) : null;
  },
  removePack: async ({ ask, pick }) => {
    const pack = pick((await ask('listPacks', {})).filter(({ installedAt }) => installedAt));
    return pack ? call('removePack', { id: pack.id }) : null;
  },
  import: applyImport,
  importMore: applyImport,
  discard: async ({ ask, pick, read }) => {
    await read(pick(fixtures) ?? '');
    const draft = pick(await ask('listImportDrafts', {}));
    return draft ? call('discardImport', { id: draft.id }) : null;
  },
  makeResume: async (asking) =>
    call('createResume', { name: asking.text() || 'One page', roleId: (await roleOf(asking)) ?? null }),
  duplicateResume: on(resumeOf, (id) => call('duplicateResume', { id })),
  changeResume: on(resumeOf, (id, { text, pick }) =>
    call('changeResume', {
      id,
      patch: pick([{ name: text() || 'Two pages' }, { clearance: 'public' }, { roleId: null }]) ?? {},
    }),
  ),
  reword: on(resumeOf, async (id, asking) => {
    const refId = await accomplishmentOf(asking);
    return refId === undefined
      ? null
      : call('chooseResumeItem', { id, kind: 'accomplishment', refId, override: asking.text() });
  }),
  order: on(resumeOf, async (id, asking) => {
    const { rows } = await asking.ask('listAccomplishments', { limit: 5 });
    return rows.length === 0
      ? null
      : call('orderResumeItems', { id, kind: 'accomplishment', refIds: rows.map((row) => row.id).toReversed() });
  }),
  binResume: on(resumeOf, (id) => call('binResume', { id })),
};

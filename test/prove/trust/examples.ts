/** A valid input for every endpoint of the contract, over a record that was filled. */
import { FileExport } from '../../../shared/api/export.ts';
import { contract, type EndpointName, type Input } from '../../../shared/api/index.ts';
import { type Call, contentOf, type Filled } from './record.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

/** By the name of the endpoint; what takes nothing is not named. */
async function namedExamples(call: Call, at: Filled): Promise<{ readonly [Name in EndpointName]?: Input<Name> }> {
  const { work, competencies, role, nextRole, resume, imports } = at;
  const content = contentOf(await call('getRole', { id: role }));
  const ownEdits = (await call('listOwnEdits', { id: at.packRole })).map(({ id }) => id);
  const [ladder] = await call('listLadders', {});
  const ladderId = ladder?.id ?? role;
  const draft = imports[0] ?? '';
  const files = [{ name: 'a page.txt', bytes: bytes('Harbour pilot\n\nMission\n\nBring ships in.\n') }];
  return {
    startFresh: { name: 'Somebody' },
    changeSettings: { patch: { theta: 2, zoom: 1, paper: 'a4', recency: true } },
    undo: { stepId: 'no such step' },
    keepUnsaved: { key: 'capture', text: 'Half a thought' },
    getUnsaved: { key: 'capture' },
    openAddress: { url: 'https://example.org/' },
    restoreBackup: { fileName: at.backup },
    changeProfile: { patch: { name: 'Somebody', links: [{ label: 'Code', url: 'https://code.example/' }] } },
    addBackgroundItem: { item: { kind: 'language', values: { name: 'Norwegian', fluency: 'first' } } },
    changeBackgroundItem: {
      id: at.employer,
      item: { kind: 'employer', values: { name: 'Northmere', place: '', description: '', website: '' } },
    },
    binBackgroundItem: { kind: 'project', id: at.project },
    listAccomplishments: { text: 'some', sort: 'newest', offset: 0, limit: 10 },
    getAccomplishment: { id: work.public },
    logAccomplishment: {
      text: 'Halved the load #tag',
      metrics: [{ name: 'time', unit: 's', baseline: 4, value: 2 }],
    },
    changeAccomplishment: {
      id: work.public,
      patch: {
        title: 'Changed',
        tags: ['a tag'],
        startedOn: '2026-03',
        showings: [{ competencyId: competencies.public, level: 2, scaleId: 'five-levels', reason: '' }],
        evidence: [{ kind: 'link', title: 'There', url: 'https://x.example/', quote: '', notedOn: null }],
      },
    },
    changeAccomplishments: {
      ids: [work.public, work.private],
      patch: { status: 'ready', addTags: ['a tag'], startedOn: '2026-03' },
    },
    binAccomplishments: { ids: [work.employer] },
    openSavedFile: { savedId: 'no such file', how: 'open' },
    restoreFromBin: { kind: 'accomplishment', id: work.binned },
    nameCompetency: { name: 'Splicing' },
    assessCompetency: { competencyId: competencies.public, level: 2, scaleId: 'five-levels' },
    getCompetency: { id: competencies.public },
    renameCompetency: { id: competencies.public, name: 'Renamed' },
    describeCompetency: { id: competencies.public, description: 'Described' },
    placeCompetency: { id: competencies.public, parentId: competencies.employer },
    addAlias: { id: competencies.public, alias: 'Another name' },
    mergeCompetencies: { keepId: competencies.public, mergeId: competencies.employer },
    splitCompetency: { id: competencies.public, alias: 'Another name', accomplishmentIds: [work.public] },
    listLikePairs: { roleIds: [role], limit: 10 },
    keepApart: { aId: competencies.public, bId: competencies.private },
    getRole: { id: role },
    pinRole: { roleId: nextRole, targetOn: '2027' },
    unpinRole: { roleId: role },
    makeRole: { role: content },
    changeRole: { id: role, role: content },
    duplicateRole: { id: role },
    archiveRole: { id: role, isArchived: true },
    listOwnEdits: { id: at.packRole },
    takeBackEdits: { id: at.packRole, changeIds: ownEdits },
    binRole: { id: nextRole },
    getLadder: { id: ladderId },
    placeShortRow: { ladderId, skill: 'Splicing', cells: ['1', null] },
    installPack: { id: at.pack },
    updatePack: { id: at.pack },
    removePack: { id: at.pack },
    previewImport: { files },
    readImport: { files },
    readPastedImport: { text: 'Harbour pilot\n\nMission\n\nBring ships in.\n' },
    readImportAgain: { id: draft, isRepaired: false },
    getImportDraft: { id: draft },
    getJoinOffers: { id: draft },
    getEditionOffers: { id: draft },
    changeImportDraft: { id: draft, role: content },
    changeImportLibrary: { id: imports[1] ?? '', library: { roles: [content] } },
    applyImport: { id: draft, joins: [{ name: 'Splicing', competencyId: competencies.public }] },
    discardImport: { id: draft },
    keepImportDecision: { id: draft, about: 'settled', decided: '1,2' },
    getImportDecision: { id: draft, about: 'joins' },
    getMatch: { roleId: role },
    getResume: { id: resume },
    createResume: { name: 'A resume', roleId: role },
    duplicateResume: { id: resume },
    changeResume: { id: resume, patch: { name: 'Renamed', sections: [{ kind: 'skills', isHidden: true }] } },
    chooseResumeItem: { id: resume, kind: 'accomplishment', refId: work.public, isHidden: true },
    orderResumeItems: { id: resume, kind: 'skill', refIds: [competencies.public, competencies.employer] },
    binResume: { id: resume },
    searchEverything: { text: 'some', limit: 10 },
  };
}

/** Everything that can be exported. */
function exportExamples(at: Filled, ownEdits: readonly string[]): readonly Input<'writeExport'>[] {
  const { role, nextRole, resume } = at;
  return [
    { kind: 'record', format: 'json-resume', clearance: 'employer' },
    { kind: 'resume', format: 'pdf', id: resume },
    { kind: 'resume', format: 'json-resume', id: resume },
    { kind: 'match', format: 'pdf', id: role },
    { kind: 'role', format: 'pdf', id: role },
    { kind: 'roles', format: 'role-pack', ids: [role, nextRole], name: 'Two roles', author: 'Somebody' },
    { kind: 'edits', format: 'role-patch', id: at.packRole, changeIds: [...ownEdits], note: 'A note' },
    { kind: 'ladder', format: 'pdf', id: at.packRole },
    { kind: 'ladder', format: 'csv', id: at.packRole },
    { kind: 'pack', format: 'role-pack', id: at.pack },
  ];
}

export interface Example {
  readonly name: EndpointName;
  readonly input: unknown;
}

/**
 * An input for every endpoint, and for an export of each kind and format, each accepted by its schema: an endpoint that
 * was added needs an example here.
 */
export async function examplesOf(call: Call, at: Filled): Promise<readonly Example[]> {
  const named: Readonly<Record<string, unknown>> = await namedExamples(call, at);
  const exports = exportExamples(
    at,
    (await call('listOwnEdits', { id: at.packRole })).map(({ id }) => id),
  );
  return Object.entries(contract).flatMap(([name, { input: schema }]) => {
    const inputs = schema === FileExport ? exports : [named[name] ?? {}];
    return inputs.map((input): Example => {
      const parsed = schema.safeParse(input);
      if (!parsed.success) throw new Error(`test/prove/trust/examples.ts has no valid input for ${name}.`);
      return { name: name as EndpointName, input };
    });
  });
}

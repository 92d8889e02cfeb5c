/** A valid input for every endpoint of the contract, over a record that was filled. */
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
  const rolePaper = { roleId: role, paper: 'a4' } as const;
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
    binAccomplishments: { ids: [work.employer] },
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
    writeRolePatch: { id: at.packRole, changeIds: ownEdits, note: 'A note' },
    binRole: { id: nextRole },
    printRole: rolePaper,
    printTrack: { ladderId, paper: 'a4' },
    saveRolePdf: rolePaper,
    saveTrackPdf: { ladderId, paper: 'a4' },
    saveMatrixCsv: { id: ladderId },
    saveRolePack: { packId: at.pack },
    saveRolePatch: { id: at.packRole, changeIds: ownEdits, note: '' },
    getLadder: { id: ladderId },
    placeShortRow: { ladderId, skill: 'Splicing', cells: ['1', null] },
    writeMatrixCsv: { id: ladderId },
    installPack: { id: at.pack },
    updatePack: { id: at.pack },
    removePack: { id: at.pack },
    writeRolePack: { roleIds: [role, nextRole], name: 'Two roles', author: 'Somebody' },
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
    getMatch: { roleId: role },
    getResume: { id: resume },
    createResume: { name: 'A resume', roleId: role },
    duplicateResume: { id: resume },
    changeResume: { id: resume, patch: { name: 'Renamed', sections: [{ kind: 'skills', isHidden: true }] } },
    chooseResumeItem: { id: resume, kind: 'accomplishment', refId: work.public, isHidden: true },
    orderResumeItems: { id: resume, kind: 'skill', refIds: [competencies.public, competencies.employer] },
    binResume: { id: resume },
    printResume: { id: resume },
    printMatch: rolePaper,
    exportResumePdf: { id: resume },
    exportMatchPdf: rolePaper,
    writeJsonResume: { resumeId: resume, clearance: 'employer' },
    exportJsonResume: { resumeId: null, clearance: 'employer' },
    searchEverything: { text: 'some', limit: 10 },
  };
}

/** An input for every endpoint, each accepted by its schema: an endpoint that was added needs an example here. */
export async function examplesOf(call: Call, at: Filled): Promise<ReadonlyMap<EndpointName, unknown>> {
  const named: Readonly<Record<string, unknown>> = await namedExamples(call, at);
  const examples = new Map<EndpointName, unknown>();
  for (const [name, { input }] of Object.entries(contract)) {
    const example = named[name] ?? {};
    const parsed = input.safeParse(example);
    if (!parsed.success) throw new Error(`test/prove/trust/examples.ts has no valid input for ${name}.`);
    examples.set(name as EndpointName, example);
  }
  return examples;
}

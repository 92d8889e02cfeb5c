/** What leaves the record as text, through dispatch and through the terminal, searched for words that must not. */
import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { AppError } from '../../../shared/api/errors.ts';
import { Confidentiality } from '../../../shared/api/values.ts';
import type { Proof } from '../proof.ts';
import { proofCairn, proofFolder } from './cairn.ts';
import { canaries, type Kind, mayHold, readable } from './canary-words.ts';
import { type Call, type Filled, fillRecord } from './record.ts';
import { startTally, type Tally } from './tally.ts';

export interface Export {
  readonly name: string;
  readonly kind: Kind;
  readonly bytes: Uint8Array;
}

const bytesOf = (value: unknown) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value));

export const canaryExports: Proof = {
  name: 'canaries',
  promise:
    'No export as text, no document handed to the printer and no log holds a word above its clearance, of a draft, of the bin or of what is not saved.',
  unavailable: () => null,
  async run(size) {
    const tally = startTally();
    const { say, words } = canaries();
    const documents: unknown[] = [];
    const cairn = await proofCairn(proofFolder(), {
      print: async (document) => {
        documents.push(document);
        throw new AppError('PRINT_FAILED', 'Only what is printed matters here.');
      },
      saveFile: async ({ suggestedName }) => {
        throw new Error(`EIO, write '${suggestedName}':\n${say('profile.name')}\n${say('private.story')}`);
      },
    });
    await cairn.call('startFresh', { name: 'Somebody' });
    const filled = await fillRecord(cairn.call, say);
    const documentOf = async (print: () => Promise<unknown>) => {
      documents.length = 0;
      await print();
      return bytesOf(documents);
    };
    const found: Export[] = [...(await writtenExports(cairn.call, filled, say))];
    for (const clearance of Confidentiality.options) {
      await cairn.call('changeResume', { id: filled.resume, patch: { clearance } });
      found.push({
        name: `document of a ${clearance} resume`,
        kind: { of: 'resume', clearance },
        bytes: await documentOf(() => cairn.dispatch('printResume', { id: filled.resume })),
      });
    }
    for (const [name, print] of [
      ['match', () => cairn.dispatch('printMatch', { roleId: filled.role, paper: 'a4' })],
      ['role', () => cairn.dispatch('printRole', { roleId: filled.role, paper: 'a4' })],
      ['track', () => cairn.dispatch('printTrack', { ladderId: filled.role, paper: 'a4' })],
    ] as const)
      found.push({ name: `document of a ${name}`, kind: { of: name }, bytes: await documentOf(print) });
    // what fails inside writes the log; what the system says of a failure may name the user's words
    await cairn.dispatch('exportJsonResume', { resumeId: filled.resume });
    await cairn.dispatch('saveRolePack', { roleIds: [filled.role], name: say('pack.name'), author: '' });
    tally.control('a failure that writes the log', cairn.logged.length);
    await cairn.close();
    if (size === 'full') found.push(...(await terminalExports(cairn.folder, filled)));
    searchExports(found, words, tally);
    searchExports([{ name: 'log', kind: { of: 'log' }, bytes: bytesOf(cairn.logged.join('\n')) }], words, tally, false);
    return tally.outcome();
  },
};

/** What is written as text, by every endpoint that writes. */
export async function writtenExports(call: Call, at: Filled, say: (place: string) => string): Promise<Export[]> {
  const found: Export[] = [];
  for (const clearance of Confidentiality.options) {
    await call('changeResume', { id: at.resume, patch: { clearance } });
    const kind = { of: 'resume', clearance } as const;
    const resume = await call('writeJsonResume', { resumeId: at.resume });
    const { document } = await call('getResume', { id: at.resume });
    const record = await call('writeJsonResume', { resumeId: null, clearance });
    found.push(
      { name: `${clearance} resume as JSON`, kind, bytes: bytesOf(resume) },
      { name: `preview of a ${clearance} resume`, kind, bytes: bytesOf(document) },
      { name: `${clearance} record as JSON`, kind: { of: 'record', clearance }, bytes: bytesOf(record) },
    );
  }
  const roles = { roleIds: [at.role, at.nextRole], name: say('pack.name'), author: say('pack.author') };
  const edits = await call('listOwnEdits', { id: at.packRole });
  const mission = edits.filter(({ id }) => id.includes('mission')).map(({ id }) => id);
  return [
    ...found,
    { name: 'matrix', kind: { of: 'pack' }, bytes: bytesOf(await call('writeMatrixCsv', { id: at.role })) },
    { name: 'pack of own roles', kind: { of: 'pack' }, bytes: bytesOf(await call('writeRolePack', roles)) },
    {
      name: 'installed pack with own edits',
      kind: { of: 'packWithEdits' },
      bytes: bytesOf(await call('writeRolePack', { packId: at.pack })),
    },
    {
      name: 'one chosen edit',
      kind: { of: 'patch' },
      bytes: bytesOf(await call('writeRolePatch', { id: at.packRole, changeIds: mission, note: '' })),
    },
  ];
}

/** The same from a terminal, as files. The resume's clearance is `private` by then. */
async function terminalExports(folder: string, at: Filled): Promise<Export[]> {
  const out = join(proofFolder(), 'out');
  mkdirSync(out);
  const cli = resolve(import.meta.dirname, '../../../src-main/cli.ts');
  const found: Export[] = [];
  for (const [kind, id, of] of [
    ['json-resume', null, { of: 'record', clearance: 'employer' }],
    ['json-resume', at.resume, { of: 'resume', clearance: 'private' }],
    ['pack', at.pack, { of: 'packWithEdits' }],
    ['role-pack', at.role, { of: 'pack' }],
    ['matrix-csv', at.role, { of: 'pack' }],
  ] as const) {
    const file = join(out, `${found.length}.${kind}`);
    const words = ['export', kind, ...(id === null ? [] : [id]), file];
    await promisify(execFile)(process.execPath, [cli, '--data', folder, ...words]);
    found.push({ name: `${kind} from a terminal`, kind: of, bytes: readFileSync(file) });
  }
  return found;
}

/** Counts each word that must not be in each export; an export that holds none of its own words would prove nothing. */
export function searchExports(
  exports: readonly Export[],
  words: ReadonlyMap<string, string>,
  tally: Tally,
  hasOwnWords = true,
): void {
  for (const { name, kind, bytes } of exports) {
    const text = readable(bytes);
    let own = 0;
    for (const [place, word] of words) {
      const isThere = text.includes(word);
      if (mayHold(kind, place)) own += Number(isThere);
      else tally.add(isThere ? [`${name} holds the word of ${place}`] : []);
    }
    if (hasOwnWords) tally.control(`the words of its own in ${name}`, own);
  }
}

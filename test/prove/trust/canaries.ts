/** What leaves the record as text, through dispatch and through the terminal, searched for words that must not. */
import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { AppError } from '../../../shared/api/errors.ts';
import type { Input } from '../../../shared/api/index.ts';
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
        bytes: await documentOf(() =>
          cairn.dispatch('writeExport', { kind: 'resume', format: 'pdf', id: filled.resume }),
        ),
      });
    }
    for (const [kind, of] of [
      ['match', 'match'],
      ['role', 'role'],
      ['ladder', 'track'],
    ] as const) {
      const print = () => cairn.dispatch('writeExport', { kind, format: 'pdf', id: filled.role });
      found.push({ name: `document of a ${of}`, kind: { of }, bytes: await documentOf(print) });
    }
    // what fails inside writes the log; what the system says of a failure may name the user's words
    await cairn.dispatch('saveExport', { kind: 'resume', format: 'json-resume', id: filled.resume });
    const pack = { kind: 'roles', format: 'role-pack', ids: [filled.role], name: say('pack.name'), author: '' };
    await cairn.dispatch('saveExport', pack);
    tally.control('a failure that writes the log', cairn.logged.length);
    await cairn.close();
    if (size === 'full') found.push(...(await terminalExports(cairn.folder, filled)));
    searchExports(found, words, tally);
    searchExports([{ name: 'log', kind: { of: 'log' }, bytes: bytesOf(cairn.logged.join('\n')) }], words, tally, false);
    return tally.outcome();
  },
};

/** What is written as text: every kind and format that is not printed. */
export async function writtenExports(call: Call, at: Filled, say: (place: string) => string): Promise<Export[]> {
  const found: Export[] = [];
  const written = async (input: Input<'writeExport'>) => {
    const { fileName, bytes } = await call('writeExport', input);
    return Buffer.concat([bytesOf(`${fileName}\n`), bytes]);
  };
  for (const clearance of Confidentiality.options) {
    await call('changeResume', { id: at.resume, patch: { clearance } });
    const kind = { of: 'resume', clearance } as const;
    const resume = await written({ kind: 'resume', format: 'json-resume', id: at.resume });
    const { document } = await call('getResume', { id: at.resume });
    const record = await written({ kind: 'record', format: 'json-resume', clearance });
    found.push(
      { name: `${clearance} resume as JSON`, kind, bytes: resume },
      { name: `preview of a ${clearance} resume`, kind, bytes: bytesOf(document) },
      { name: `${clearance} record as JSON`, kind: { of: 'record', clearance }, bytes: record },
    );
  }
  const ids = [at.role, at.nextRole];
  const own = { kind: 'roles', format: 'role-pack', ids, name: say('pack.name'), author: say('pack.author') } as const;
  const edits = await call('listOwnEdits', { id: at.packRole });
  const mission = edits.filter(({ id }) => id.includes('mission')).map(({ id }) => id);
  return [
    ...found,
    {
      name: 'matrix',
      kind: { of: 'pack' },
      bytes: await written({ kind: 'ladder', format: 'csv', id: at.role }),
    },
    { name: 'pack of own roles', kind: { of: 'pack' }, bytes: await written(own) },
    {
      name: 'installed pack with own edits',
      kind: { of: 'packWithEdits' },
      bytes: await written({ kind: 'pack', format: 'role-pack', id: at.pack }),
    },
    {
      name: 'one chosen edit',
      kind: { of: 'patch' },
      bytes: await written({ kind: 'edits', format: 'role-patch', id: at.packRole, changeIds: mission }),
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

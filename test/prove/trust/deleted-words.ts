/** Words that were deleted, looked for in every byte of the closed database. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestCairn } from '../../helpers/cairn.ts';
import type { Proof } from '../proof.ts';
import { proofCairn, proofFolder } from './cairn.ts';
import { chanceOf } from './chance.ts';
import { startTally } from './tally.ts';

/** More acts than can be undone, so that no step holds the deleted words any more. */
const actsAfter = 700;
const actsBefore = 400;
/** An index leaves out what a word shares with the one before it; so much of it in a row is no chance. */
const telling = 7;

/** Where a word stood before it was deleted, how it came there and how it went. */
interface Place {
  readonly name: string;
  readonly write: (cairn: TestCairn, word: string) => Promise<() => Promise<unknown>>;
}

const places: readonly Place[] = [
  {
    name: 'a story and a title',
    async write({ call }, word) {
      const { id } = await call('logAccomplishment', { text: 'Something plain' });
      await call('changeAccomplishment', {
        id,
        patch: { title: `Title ${word}`, story: `It is ${word}, three times` },
      });
      return () => call('changeAccomplishment', { id, patch: { title: 'Plain', story: 'Nothing is here' } });
    },
  },
  {
    name: 'a witness, a tag and a quote',
    async write({ call }, word) {
      const { id } = await call('logAccomplishment', { text: 'Something plain' });
      await call('changeAccomplishment', {
        id,
        patch: {
          tags: [word],
          witnesses: [{ name: word, relation: 'peer', title: '', confirmedOn: null, words: `He said ${word}` }],
          evidence: [{ kind: 'quote', title: '', url: '', quote: word, notedOn: null }],
        },
      });
      return () => call('changeAccomplishment', { id, patch: { tags: [], witnesses: [], evidence: [] } });
    },
  },
  {
    name: 'the profile',
    async write({ call }, word) {
      await call('changeProfile', { patch: { summary: `I am ${word}` } });
      return () => call('changeProfile', { patch: { summary: '' } });
    },
  },
  {
    name: 'a resume’s own wording',
    async write({ call }, word) {
      const { id } = await call('logAccomplishment', { text: 'Something plain' });
      const { id: resume } = await call('createResume', { name: 'A resume', roleId: null });
      const choice = { id: resume, kind: 'accomplishment', refId: id } as const;
      await call('chooseResumeItem', { ...choice, override: `Worded ${word}` });
      return () => call('chooseResumeItem', { ...choice, override: null });
    },
  },
  {
    name: 'unsaved text',
    async write({ call }, word) {
      await call('keepUnsaved', { key: 'capture', text: `Half of ${word}` });
      return () => call('keepUnsaved', { key: 'capture', text: '' });
    },
  },
  {
    name: 'a draft of an import',
    async write({ call }, word) {
      const text = `Role: ${word}\n\nMission\n\nTo be ${word} all day.\n`;
      const [id = ''] = (await call('readPastedImport', { text }))?.ids ?? [];
      return () => call('discardImport', { id });
    },
  },
];

export const deletedWords: Proof = {
  name: 'deleted-words',
  promise:
    'What was deleted is in no byte of the closed database once undo does not need it any more; backups made before keep it.',
  unavailable: () => null,
  async run(size) {
    const tally = startTally();
    const seeds = size === 'full' ? 10 : 1;
    for (let seed = 1; seed <= seeds; seed += 1) {
      const { found, neededByUndo } = await deleteWords(seed, 'ON');
      for (const { name } of places)
        tally.add(found.has(name) ? [`seed ${seed}: the word of ${name} is still in ${found.get(name)}`] : []);
      // what undo needs is there, so the search finds what is to be found
      tally.control('a word that undo still needs', neededByUndo);
    }
    tally.control('deleting without overwriting', (await deleteWords(seeds + 1, 'OFF')).found.size);
    return tally.outcome();
  },
};

/** Writes words, deletes them, acts until they cannot come back, closes, and answers which are still to be found, and where. */
async function deleteWords(seed: number, secureDelete: 'ON' | 'OFF') {
  const chance = chanceOf(seed);
  const folder = proofFolder();
  let now = Date.parse('2026-11-21T10:00:00Z');
  // no two acts follow so close that they become one step
  const tick = () => {
    now += 60_000;
    return new Date(now);
  };
  const cairn = await proofCairn(folder, { now: tick });
  await cairn.call('startFresh', { name: 'Somebody' });
  cairn.session.profile?.sqlite.pragma(`secure_delete = ${secureDelete}`);
  const words = new Map<string, string>();
  const removals: (() => Promise<unknown>)[] = [];
  const act = async (count: number) => {
    for (let at = 0; at < count; at += 1) await cairn.call('logAccomplishment', { text: `Something else, ${at}` });
  };
  for (const place of places) {
    const letters = Array.from({ length: 14 }, () => chance.pick([...'bcdfghjklmnpqrstvwxz']));
    const word = letters.join('');
    words.set(place.name, word);
    removals.push(await place.write(cairn, word));
    await cairn.call('searchEverything', { text: word });
  }
  // what was long in the index is deleted otherwise than what is fresh in it
  await act(chance.upTo(actsBefore));
  for (const remove of removals) await remove();
  const filesWith = (word: string) =>
    readdirSync(folder).filter((file) => file.startsWith('record.db') && holds(join(folder, file), word));
  const neededByUndo = [...words.values()].some((word) => filesWith(word).length > 0);
  await act(actsAfter);
  await cairn.close();
  const found = new Map<string, string>();
  for (const [name, word] of words) {
    const files = filesWith(word);
    if (files.length > 0) found.set(name, files.join(' and '));
  }
  return { found, neededByUndo };
}

/** Whether the bytes hold the word or enough of it to tell it by. */
function holds(file: string, word: string): boolean {
  const bytes = readFileSync(file).toString('latin1').toLowerCase();
  for (let at = 0; at + telling <= word.length; at += 1) if (bytes.includes(word.slice(at, at + telling))) return true;
  return false;
}

/** What may befall the files of a record while it is open: nothing is acknowledged that is not found again. */
import {
  copyFileSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { openCairn, type ProofCairn } from '../cairn.ts';
import { openPacked } from '../check.ts';
import { runs } from '../profiles.ts';
import { copyFresh, withScratch } from '../scratch.ts';

export interface LiveCase {
  readonly name: string;
  /**
   * `refused`: further saves are, with RECORD_REPLACED. `kept`: they may go on, and are there afterwards. `told`: they are
   * refused; what was destroyed in its place cannot be kept, but is told of.
   */
  readonly outcome: 'refused' | 'kept' | 'told';
  /** Does it; answers where the profile is afterwards. */
  readonly befall: (profile: string, older: string) => string;
}

export const liveCases: readonly LiveCase[] = [
  inFolder('the record is removed', 'refused', (profile) => rmSync(record(profile))),
  inFolder('the record and its log are removed', 'refused', (profile) => {
    rmSync(record(profile));
    rmSync(log(profile), { force: true });
  }),
  inFolder('its log is removed', 'kept', (profile) => rmSync(log(profile), { force: true })),
  inFolder('the record is replaced by an older copy', 'refused', (profile, older) => {
    copyFileSync(join(older, 'record.db'), join(profile, 'arriving'));
    renameSync(join(profile, 'arriving'), record(profile));
  }),
  inFolder('the record is renamed', 'refused', (profile) =>
    renameSync(record(profile), join(profile, 'record (conflict).db')),
  ),
  {
    name: 'the folder is renamed',
    outcome: 'refused',
    befall: (profile) => {
      rmSync(`${profile}-renamed`, { recursive: true, force: true });
      renameSync(profile, `${profile}-renamed`);
      return `${profile}-renamed`;
    },
  },
  inFolder('an older copy is written into the record', 'refused', (profile, older) =>
    writeFileSync(record(profile), readFileSync(join(older, 'record.db'))),
  ),
  inFolder('the record is emptied', 'told', (profile) => truncateSync(record(profile), 0)),
  inFolder('its log is emptied', 'told', (profile) => truncateSync(log(profile), 0)),
  inFolder('its log is cut to half', 'told', (profile) => truncateSync(log(profile), statSync(log(profile)).size >> 1)),
  inFolder('zeros are written into its log', 'told', (profile) => {
    const bytes = readFileSync(log(profile));
    writeFileSync(log(profile), bytes.fill(0, 32), { flag: 'r+' });
  }),
  inFolder('another log takes the place of its own', 'kept', (profile) => {
    const bytes = readFileSync(log(profile));
    writeFileSync(join(profile, 'arriving'), bytes.subarray(0, bytes.length >> 1));
    renameSync(join(profile, 'arriving'), log(profile));
  }),
];

const record = (profile: string) => join(profile, 'record.db');
const log = (profile: string) => join(profile, 'record.db-wal');

function inFolder(
  name: string,
  outcome: LiveCase['outcome'],
  befall: (profile: string, older: string) => void,
): LiveCase {
  return {
    name,
    outcome,
    befall: (profile, older) => {
      befall(profile, older);
      return profile;
    },
  };
}

/** Saves, lets it happen, saves on, restarts, and looks for everything that was acknowledged. */
export function liveProblems(profile: string, resources: string, live: LiveCase): Promise<string[]> {
  return withScratch(async (scratch) => {
    const older = join(scratch, 'older');
    copyFresh(profile, older);
    const cairn = await openCairn(profile, resources, runs.attack);
    const saved = await saveSome(cairn, 'before');
    const moved = live.befall(profile, older);
    const after = await saveSome(cairn, 'after');
    const problems: string[] = [];
    if (live.outcome !== 'kept' && after.titles.length > 0)
      problems.push(`${after.titles.length} saves were acknowledged after it`);
    if (live.outcome !== 'kept' && !after.codes.has('RECORD_REPLACED'))
      problems.push(`the user is told ${[...after.codes].join()}`);
    if (after.codes.has('INTERNAL')) problems.push(`it has no words for it: ${cairn.logged.at(-1)}`);
    await cairn.close();
    const titles = [...saved.titles, ...after.titles];
    problems.push(...(await missingProblems(moved, profile, resources, titles, live.outcome === 'told')));
    for (const left of [moved, `${profile}.rescued`]) rmSync(left, { recursive: true, force: true });
    return problems;
  });
}

async function saveSome(cairn: ProofCairn, when: string): Promise<{ titles: string[]; codes: Set<string> }> {
  const titles: string[] = [];
  const codes = new Set<string>();
  for (let index = 0; index < 5; index += 1) {
    const result = await cairn.dispatch('logAccomplishment', { text: `Saved ${when} ${index}` });
    if (result.ok) titles.push(`Saved ${when} ${index}`);
    else codes.add(result.error.code);
  }
  return { titles, codes };
}

/** What was acknowledged stands in the record or, where the user is told that it is not the record any more, in a backup. */
async function missingProblems(
  moved: string,
  profile: string,
  resources: string,
  titles: readonly string[],
  isToldEnough: boolean,
): Promise<string[]> {
  const cairn = await openCairn(moved, resources, runs.look);
  try {
    const app = await cairn.call('getAppState', {});
    if (app.state === 'first-run') return ['it looks like a first run'];
    if (app.state === 'open') {
      const { rows } = await cairn.call('listAccomplishments', { limit: 500 });
      const there = new Set(rows.map((row) => row.title));
      const inRescue = titlesInBackups(`${profile}.rescued`);
      const missing = titles.filter((title) => !there.has(title) && !inRescue.has(title));
      return missing.length === 0 ? [] : [`it opens as if nothing were wrong, without ${missing.join(', ')}`];
    }
    if (isToldEnough) return [];
    const backedUp = titlesInBackups(moved);
    const missing = titles.filter((title) => !backedUp.has(title));
    return missing.length === 0 ? [] : [`${app.code}, and no backup holds ${missing.join(', ')}`];
  } finally {
    await cairn.close();
  }
}

/** The titles in all backups of a folder. */
function titlesInBackups(profile: string): Set<string> {
  const folder = join(profile, 'backups');
  const titles = new Set<string>();
  if (!existsSync(folder)) return titles;
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.gz'))) {
    const sqlite = openPacked(readFileSync(join(folder, name)));
    for (const title of sqlite.prepare('SELECT title FROM accomplishment').pluck().all()) titles.add(String(title));
    sqlite.close();
  }
  return titles;
}

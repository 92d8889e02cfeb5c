/** Everything that may have befallen the files of a record that is not open. */
import {
  copyFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import BetterSqlite3 from 'better-sqlite3';
import type { ProfileProblem } from '../../../../shared/api/profile/profile-problem.ts';
import { currentSchema } from '../../../../src-main/db/migrate.ts';
import type { Size } from '../../proof.ts';
import { openCairn } from '../cairn.ts';
import { runs } from '../profiles.ts';
import { randomFrom } from '../random.ts';

/** What damage begins with, each in a folder of its own. */
export interface DamagedProfiles {
  /** Closed cleanly. */
  readonly closed: string;
  /** As it lies there when the process ended without closing: thirty changes stand in the log alone. */
  readonly unclosed: string;
  /** Another person's, unclosed. */
  readonly other: string;
  readonly nothing: string;
}

export interface DamageCase {
  readonly name: string;
  readonly start: keyof DamagedProfiles;
  /**
   * The codes that are true of it. `open`: it opens with everything. `told`: it opens with everything, or is told of.
   * `seen`: as `told`, or the check of the record finds it. `any`: only no first run, and no failure without words.
   */
  readonly outcome: readonly ProfileProblem[] | 'open' | 'told' | 'seen' | 'any';
  readonly damage: (profile: string, profiles: DamagedProfiles) => void;
}

export async function prepareDamaged(folder: string, usual: string, resources: string): Promise<DamagedProfiles> {
  const profiles = {
    closed: join(folder, 'closed'),
    unclosed: join(folder, 'unclosed'),
    other: join(folder, 'other'),
    nothing: join(folder, 'nothing'),
  };
  mkdirSync(profiles.nothing, { recursive: true });
  cpSync(usual, profiles.closed, { recursive: true });
  cpSync(usual, join(folder, 'running'), { recursive: true });
  await copyWhileOpen(join(folder, 'running'), profiles.unclosed, resources);
  await copyWhileOpen(join(folder, 'running-other'), profiles.other, resources);
  return profiles;
}

async function copyWhileOpen(folder: string, copy: string, resources: string): Promise<void> {
  const cairn = await openCairn(folder, resources, runs.attack);
  if (!cairn.session.profile) await cairn.call('startFresh', { name: 'Another' });
  for (let index = 0; index < 30; index += 1) await cairn.call('logAccomplishment', { text: `In the log ${index}` });
  cpSync(folder, copy, { recursive: true });
  await cairn.close();
}

const record = (profile: string) => join(profile, 'record.db');
const log = (profile: string) => join(profile, 'record.db-wal');
const damagedOnly = ['PROFILE_DAMAGED'] as const;
const seed = 20_261_123;
const pageBytes = 4_096;

const single: readonly DamageCase[] = [
  onRecord('an empty file', (file) => truncateSync(file, 0)),
  onRecord('a file of one byte', (file) => writeFileSync(file, 'x')),
  onRecord('a file that lacks its last page', (file) => truncateSync(file, statSync(file).size - pageBytes)),
  onRecord('a header that was written over', (file) => overwrite(file, 0, Buffer.alloc(100, 'A'))),
  onRecord('a header of zeros', (file) => overwrite(file, 0, Buffer.alloc(100))),
  onRecord('a text in its place', (file) => writeFileSync(file, 'not a database at all. '.repeat(500))),
  onRecord('a missing file', (file) => rmSync(file)),
  onRecord('a folder in its place', (file) => {
    rmSync(file);
    mkdirSync(file);
  }),
  onRecord('the database of another program', (file) => {
    rmSync(file);
    const sqlite = new BetterSqlite3(file);
    sqlite.exec('CREATE TABLE notes (text TEXT)');
    sqlite.close();
  }),
  closed('a newer schema', ['PROFILE_NEWER'], (profile) => {
    const sqlite = new BetterSqlite3(record(profile));
    sqlite.pragma('journal_mode = DELETE');
    sqlite.pragma(`user_version = ${currentSchema + 1}`);
    sqlite.close();
  }),
  closed('record and card missing, backups there', damagedOnly, (profile) => {
    rmSync(record(profile));
    rmSync(join(profile, 'profile.json'));
  }),
  closed('everything missing but the files of backups', damagedOnly, (profile) => {
    for (const name of readdirSync(profile)) if (name !== 'backups') rmSync(join(profile, name), { recursive: true });
    rmSync(join(profile, 'backups', 'manifest.json'));
  }),
  closed('the card missing', 'open', (profile) => rmSync(join(profile, 'profile.json'))),
  closed('the backups missing', 'open', (profile) => rmSync(join(profile, 'backups'), { recursive: true })),
  closed('the list of backups broken', 'open', (profile) =>
    writeFileSync(join(profile, 'backups', 'manifest.json'), '{broken'),
  ),
  closed('beside the log of another', ['PROFILE_INCOMPLETE', 'PROFILE_DAMAGED'], (profile, { other }) =>
    copyFileSync(log(other), log(profile)),
  ),
  closed('moved to another folder', 'open', (profile) => {
    renameSync(profile, `${profile}-moved`);
    cpSync(`${profile}-moved`, profile, { recursive: true });
    rmSync(`${profile}-moved`, { recursive: true });
  }),
  unclosed('with its log', 'open', () => undefined),
  unclosed('its log lost', ['PROFILE_INCOMPLETE'], (profile) => rmSync(log(profile))),
  unclosed('its log emptied', ['PROFILE_INCOMPLETE'], (profile) => truncateSync(log(profile), 0)),
  unclosed(
    'the log of another in the place of its own',
    ['PROFILE_INCOMPLETE', 'PROFILE_DAMAGED'],
    (profile, { other }) => copyFileSync(log(other), log(profile)),
  ),
  unclosed('an older copy in its place', ['PROFILE_INCOMPLETE'], (profile, { closed: older }) => {
    copyFileSync(record(older), record(profile));
    rmSync(log(profile));
  }),
  unclosed('a backup unpacked by hand over it, beside its log', 'told', (profile) => {
    const names = readdirSync(join(profile, 'backups')).filter((name) => name.endsWith('.gz'));
    writeFileSync(record(profile), gunzipSync(readFileSync(join(profile, 'backups', names.sort()[0] ?? ''))));
  }),
];

/** In the full size cuts, zeroed pages and flipped bits are tried at many places; in the quick one at few. */
export function damageCases(size: Size): DamageCase[] {
  const random = randomFrom(seed);
  const many = Array.from({ length: size === 'full' ? 40 : 4 }, (_, index) => index);
  const percent = (share: number) => `${(share * 100).toFixed(2)} %`;
  return [
    ...single,
    ...many.map((index): DamageCase => {
      const share = (index + 0.5) / many.length;
      return onRecord(`a file cut off at ${percent(share)}`, (file) =>
        truncateSync(file, Math.floor(statSync(file).size * share)),
      );
    }),
    ...many.map((): DamageCase => {
      const share = random.next();
      return unclosed(`its log cut off at ${percent(share)}`, 'any', (profile) =>
        truncateSync(log(profile), Math.floor(statSync(log(profile)).size * share)),
      );
    }),
    ...many.flatMap((): DamageCase[] => {
      const share = random.next();
      const zero = (profile: string) => zeroPage(record(profile), share);
      return [
        unclosed(`a page of zeros at ${percent(share)}`, 'told', zero),
        closed(`a page of zeros at ${percent(share)}`, 'seen', zero),
      ];
    }),
    ...many.flatMap((): DamageCase[] => {
      const share = random.next();
      const bit = random.below(8);
      const flip = (profile: string) => flipBit(record(profile), share, bit);
      return [
        unclosed(`a bit flipped at ${percent(share)}`, 'any', flip),
        closed(`a bit flipped at ${percent(share)}`, 'any', flip),
      ];
    }),
  ];
}

function onRecord(what: string, damage: (file: string) => void): DamageCase {
  return closed(`${what} for a record`, damagedOnly, (profile) => damage(record(profile)));
}

function closed(what: string, outcome: DamageCase['outcome'], damage: DamageCase['damage']): DamageCase {
  return { name: `a closed record: ${what}`, start: 'closed', outcome, damage };
}

function unclosed(what: string, outcome: DamageCase['outcome'], damage: DamageCase['damage']): DamageCase {
  return { name: `an unclosed record: ${what}`, start: 'unclosed', outcome, damage };
}

function overwrite(file: string, at: number, bytes: Buffer): void {
  const whole = readFileSync(file);
  bytes.copy(whole, at);
  writeFileSync(file, whole);
}

function zeroPage(file: string, share: number): void {
  const page = 1 + Math.floor(share * (statSync(file).size / pageBytes - 1));
  overwrite(file, page * pageBytes, Buffer.alloc(pageBytes));
}

function flipBit(file: string, share: number, bit: number): void {
  const whole = readFileSync(file);
  const at = Math.floor(share * whole.length);
  overwrite(file, at, Buffer.of((whole[at] ?? 0) ^ (1 << bit)));
}

/** The proofs that nothing is lost: power, kills, failing and full disks, damage, migrations. */
import type { Proof } from '../proof.ts';
import { damage } from './damage/damage.ts';
import { faults } from './faults.ts';
import { fullDisk } from './full-disk.ts';
import { kills } from './kills.ts';
import { migration, migrationWrites } from './migration.ts';
import { powerLoss } from './power-loss.ts';
import { readOnlyDisk } from './read-only.ts';

export const durabilityProofs: readonly Proof[] = [
  powerLoss,
  kills,
  faults,
  fullDisk,
  migration,
  migrationWrites,
  damage,
  readOnlyDisk,
];

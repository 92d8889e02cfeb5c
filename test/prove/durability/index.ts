/** The proofs that nothing is lost: power, kills, failing and full disks, damage, migrations. */
import type { Proof } from '../proof.ts';
import { faults } from './faults.ts';
import { kills } from './kills.ts';
import { powerLoss } from './power-loss.ts';

export const durabilityProofs: readonly Proof[] = [powerLoss, kills, faults];

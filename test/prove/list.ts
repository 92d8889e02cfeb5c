/** Every proof there is. */
import { durabilityProofs } from './durability/index.ts';
import type { Proof } from './proof.ts';
import { properties } from './properties.ts';
import { trustProofs } from './trust/index.ts';

export const proofs: readonly Proof[] = [...durabilityProofs, ...trustProofs, properties];

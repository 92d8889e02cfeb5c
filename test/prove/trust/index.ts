/** Proofs that nothing foreign is run, nothing private leaves, and nobody comes between. */
import type { Proof } from '../proof.ts';
import { canaryExports } from './canaries.ts';
import { deletedWords } from './deleted-words.ts';
import { ipcFuzz } from './ipc-fuzz.ts';
import { races } from './races.ts';

export const trustProofs: readonly Proof[] = [races, ipcFuzz, canaryExports, deletedWords];

/** Proofs that nothing foreign is run, nothing private leaves, and nobody comes between. */
import type { Proof } from '../proof.ts';
import { canaryExports } from './canaries.ts';
import { canariesOnPaper } from './canaries-on-paper.ts';
import { deletedWords } from './deleted-words.ts';
import { hostileImports } from './hostile-imports.ts';
import { hostileRestores } from './hostile-restores.ts';
import { ipcFuzz } from './ipc-fuzz.ts';
import { large } from './large.ts';
import { races } from './races.ts';
import { randomUndo } from './random-undo.ts';
import { rotation } from './rotation.ts';
import { scripts } from './scripts.ts';
import { silence } from './silence.ts';

export const trustProofs: readonly Proof[] = [
  rotation,
  randomUndo,
  races,
  hostileImports,
  hostileRestores,
  ipcFuzz,
  canaryExports,
  canariesOnPaper,
  deletedWords,
  scripts,
  silence,
  large,
];

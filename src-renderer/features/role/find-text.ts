/** Where words occur in a long text, as a find bar needs it: capitals and accents do not matter. */
import { findFolded } from '../../../shared/domain/names/fold.ts';

export interface TextHit {
  readonly start: number;
  readonly end: number;
}

/** Every place of `words` in `text`, in order, none overlapping another; at most `limit`. Never throws. */
export const findText = (text: string, words: string, limit = 2_000): readonly TextHit[] =>
  findFolded(text, words, limit);

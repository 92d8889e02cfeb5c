/**
 * How much a reader may give out: the limits, the sentences that refuse what is above them, and the counting. A draft is
 * copied to the main process, written into the record and shown, so a short file must not unfold into a long one.
 */
import { AppError } from '../../shared/api/errors.ts';
import type { Draft } from '../../shared/api/import.ts';
import type { RoleLibrary } from '../../shared/api/role-pack.ts';
import { type Limit, limitRefusal, maxDraftCharacters } from '../../shared/vocabulary/limits.ts';
import { quoted } from './outline/clean-text.ts';

/**
 * Real documents give out up to five characters and one node for each character read (the words, the lines beside them,
 * the names of the fields); the whole O*NET database, the largest download that is read, 33 million and 2.5 million.
 */
const outputLimits = {
  /** What any file may give out, however short it is. */
  baseCharacters: 4_000_000,
  charactersPerCharacter: 12,
  mostCharacters: maxDraftCharacters,
  baseNodes: 300_000,
  nodesPerCharacter: 2,
  mostNodes: 4_000_000,
  /** Lists in lists come to about thirty. */
  deepest: 100,
} as const;

/** Room that the cell of a matrix takes as a requirement of its role, its words aside. */
const cellCharacters = 150;
const cellNodes = 14;

/** Refuses what holds more than it may; `what` begins the sentence. Throws FILE_TOO_LARGE. */
export function checkLimit(what: string, amount: number, limit: Limit): void {
  if (amount > limit.most) throw new AppError('FILE_TOO_LARGE', limitRefusal(what, amount, limit));
}

/** Counts what is given out for one or more sources that were handed over together. */
export interface OutputMeter {
  /** So many characters were decoded and unpacked: more may be given out. */
  readonly read: (characters: number) => void;
  /** Strings of so many characters in all, as so many values. Throws FILE_TOO_LARGE. */
  readonly add: (characters: number, nodes: number) => void;
  /**
   * Everything the drafts hold, as often as it is named, for what is shared within a reader is copied on the way out; the
   * cells of their matrices as the requirements they become. Throws FILE_TOO_LARGE or FILE_UNREADABLE and has then
   * counted nothing, so that the drafts of other files can still be given out.
   */
  readonly addDrafts: (name: string, drafts: readonly Draft[]) => void;
}

/** Opens the count; `name` is that of the source in what `add` refuses. */
export function openMeter(name: string): OutputMeter {
  let decoded = 0;
  let characters = 0;
  let nodes = 0;
  const addFor = (source: string, moreCharacters: number, moreNodes: number): void => {
    characters += moreCharacters;
    nodes += moreNodes;
    const { baseCharacters, charactersPerCharacter, mostCharacters, baseNodes, nodesPerCharacter, mostNodes } =
      outputLimits;
    if (
      characters > Math.min(mostCharacters, baseCharacters + decoded * charactersPerCharacter) ||
      nodes > Math.min(mostNodes, baseNodes + decoded * nodesPerCharacter)
    )
      throw unfoldsTooFar(source);
  };
  return {
    read(more) {
      decoded += more;
    },
    add: (moreCharacters, moreNodes) => addFor(name, moreCharacters, moreNodes),
    addDrafts(source, drafts) {
      const before = [characters, nodes] as const;
      const add: OutputMeter['add'] = (moreCharacters, moreNodes) => addFor(source, moreCharacters, moreNodes);
      try {
        addValue(source, drafts, add);
        for (const draft of drafts) {
          if (draft.kind === 'pack') addMatrices(draft.pack, add);
          else if (draft.kind === 'ladder') addMatrices(draft.library, add);
        }
      } catch (error) {
        [characters, nodes] = before;
        throw error;
      }
    },
  };
}

/** Walks through a value without recursion: a value that is too deep must not overflow its own check. */
function addValue(name: string, value: unknown, add: OutputMeter['add']): void {
  const open: unknown[] = [value];
  const depths: number[] = [0];
  while (open.length > 0) {
    const next = open.pop();
    const depth = depths.pop() ?? 0;
    add(typeof next === 'string' ? next.length : 0, 1);
    if (typeof next !== 'object' || next === null) continue;
    if (depth >= outputLimits.deepest) throw nestsTooDeep(name);
    const isList = Array.isArray(next);
    for (const key of isList ? next.keys() : Object.keys(next)) {
      if (typeof key === 'string') add(key.length, 0);
      open.push((next as Record<PropertyKey, unknown>)[key]);
      depths.push(depth + 1);
    }
  }
}

function addMatrices({ ladders }: Pick<RoleLibrary, 'ladders'>, add: OutputMeter['add']): void {
  for (const { matrix } of ladders) {
    for (const { name, category = '', words = '', cells } of matrix?.skills ?? []) {
      const own = name.length + category.length + words.length + cellCharacters;
      add(own * cells.length, cellNodes * cells.length);
    }
  }
}

function unfoldsTooFar(name: string): AppError {
  return new AppError(
    'FILE_TOO_LARGE',
    `${quoted(name)} unfolds into far more text than it holds, as no role document does. Nothing was added. Copy the role’s part and paste that.`,
  );
}

function nestsTooDeep(name: string): AppError {
  return new AppError(
    'FILE_UNREADABLE',
    `${quoted(name)} holds lists nested more than ${outputLimits.deepest / 2} levels deep. Nothing was added. Copy the role’s part and paste that.`,
  );
}

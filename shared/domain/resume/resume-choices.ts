/** The choices of a resume, looked up: what is hidden, in which order, in whose words. */
import type { BuilderItem, ItemKind, ResumeChoice } from '../../api/resume.ts';
import type { Confidentiality } from '../../api/values.ts';
import { plainText } from '../paper/printed-text.ts';

/** Answers for the choices of one resume. */
export interface ResumeChoices {
  /** The stored choice, or what the rule of the section says. */
  isHidden(kind: ItemKind, refId: string, byRule: boolean): boolean;
  /** The user's order first to last; what has no place in it follows in its own order. */
  arrange<Item>(items: readonly Item[], kind: ItemKind, refIdOf: (item: Item) => string): readonly Item[];
  /** Of the lines made so far those whose printed text is not to the sign what was typed. */
  readonly changed: readonly { readonly text: string; readonly typed: string }[];
  /** A line of the builder: the words that print beside those of the record. */
  line(of: LineSource): BuilderItem;
}

/** What a line of the builder is made from. */
export interface LineSource {
  readonly kind: ItemKind;
  readonly refId: string;
  /** What the record says, in plain text. */
  readonly recordText: string;
  readonly commonName?: string;
  /** The same as it was typed, with marks; left out where there are none. */
  readonly typed?: string;
  readonly isHiddenByRule?: boolean;
  readonly speaksTo?: readonly string[];
  readonly confidentiality?: Confidentiality;
  readonly isAboveClearance?: boolean;
}

/** Indexes the choices once. */
export function readChoices(stored: readonly ResumeChoice[]): ResumeChoices {
  const byThing = new Map(stored.map((choice) => [`${choice.kind} ${choice.refId}`, choice]));
  const choiceOf = (kind: ItemKind, refId: string) => byThing.get(`${kind} ${refId}`);
  const isHidden: ResumeChoices['isHidden'] = (kind, refId, byRule) => choiceOf(kind, refId)?.isHidden ?? byRule;
  const changed: { text: string; typed: string }[] = [];
  return {
    isHidden,
    changed,
    arrange(items, kind, refIdOf) {
      const ranked = items.map((item, place) => ({
        item,
        place,
        rank: choiceOf(kind, refIdOf(item))?.rank ?? Number.POSITIVE_INFINITY,
      }));
      return ranked
        .sort((a, b) => (a.rank === b.rank ? a.place - b.place : a.rank - b.rank))
        .map((entry) => entry.item);
    },
    line(of) {
      const override = choiceOf(of.kind, of.refId)?.override ?? null;
      const text = override === null ? of.recordText : plainText(override);
      const typed = override ?? of.typed ?? of.recordText;
      if (typed !== text) changed.push({ text, typed });
      const isAboveClearance = of.isAboveClearance ?? false;
      return {
        kind: of.kind,
        refId: of.refId,
        text,
        recordText: of.recordText,
        ...(of.commonName === undefined ? {} : { commonName: of.commonName }),
        isHidden: isAboveClearance || isHidden(of.kind, of.refId, of.isHiddenByRule ?? false),
        differs: text !== of.recordText,
        speaksTo: of.speaksTo ?? [],
        isAboveClearance,
        confidentiality: of.confidentiality ?? 'public',
      };
    },
  };
}

/** Whether a line prints: shown, cleared, and not empty. */
export function isPrinted(item: BuilderItem): boolean {
  return !item.isHidden && !item.isAboveClearance && item.text !== '';
}

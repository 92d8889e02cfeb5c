/** Which line of the builder is chosen, and what of it stands on the paper. */
import type { BuilderItem, ItemKind, ResumeBuilder } from '../../../../shared/api/resume.ts';
import { isPrinted } from '../../../../shared/domain/resume/resume-choices.ts';

/** What a line is about. */
interface LineKey {
  readonly kind: ItemKind;
  readonly refId: string;
}

export interface ChosenLine extends LineKey {
  /** Its words are open to be changed; chosen from elsewhere, it is shown only. */
  readonly isOpen: boolean;
}

/** What is looked for on the paper: the words, and the heading they stand under. */
export interface PrintedLine extends LineKey {
  readonly text: string;
  readonly after: string | null;
}

export function keyOf(line: LineKey): string {
  return `${line.kind} ${line.refId}`;
}

/** Every line that prints, in the order of the page. */
export function printedLines(builder: ResumeBuilder): readonly PrintedLine[] {
  return builder.sections.flatMap((section) =>
    section.isHidden
      ? []
      : section.groups
          .filter((group) => !group.isHidden)
          .flatMap((group) => group.items.filter(isPrinted))
          .map((item) => ({
            kind: item.kind,
            refId: item.refId,
            text: item.text,
            after: section.kind === 'summary' ? null : section.heading,
          })),
  );
}

/** The chosen line as it prints; null when it does not. */
export function printedLine(builder: ResumeBuilder, chosen: LineKey): PrintedLine | null {
  return printedLines(builder).find((line) => keyOf(line) === keyOf(chosen)) ?? null;
}

/** The wording of this resume as it was typed, or the record's. */
export function wordsOf(builder: ResumeBuilder, item: BuilderItem): string {
  const choice = builder.resume.choices.find((choice) => choice.kind === item.kind && choice.refId === item.refId);
  return choice?.override ?? item.recordText;
}

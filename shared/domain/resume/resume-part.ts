/** What every section of a resume is made from, and the rules that sections share. */
import type { DocumentBullet, ResumeBlock } from '../../api/document.ts';
import type { Background } from '../../api/record.ts';
import type { BuilderGroup, BuilderItem, BuilderSection } from '../../api/resume.ts';
import type { Confidentiality } from '../../api/values.ts';
import type { SkillWords } from '../../vocabulary/skill-words.ts';
import { periodText } from '../dates/date-text.ts';
import { oneLine, plainText } from '../paper/printed-text.ts';
import { isCleared } from './clearance.ts';
import { isPrinted, type ResumeChoices } from './resume-choices.ts';
import type { Relevance, ResumeAccomplishment } from './resume-relevance.ts';

/** The record and the choices, indexed. */
export interface ResumeSource {
  readonly background: Background;
  /** Ready ones, as proposed: see `byRelevance`. */
  readonly accomplishments: readonly ResumeAccomplishment[];
  readonly competencyNames: Readonly<Record<string, string>>;
  /** Competency → the names the role asks for it by. */
  readonly roleNames: Readonly<Record<string, readonly string[]>>;
  readonly skillWords: SkillWords;
  readonly parents: Readonly<Record<string, string>>;
  readonly clearance: Confidentiality;
  readonly language: string;
  readonly choices: ResumeChoices;
  readonly relevance: Relevance;
}

/** One section in the builder and the blocks it prints; none when nothing in it prints. */
export interface ResumePart {
  readonly section: Omit<BuilderSection, 'isHidden'>;
  readonly blocks: readonly ResumeBlock[];
}

/**
 * Accomplishments as lines. The rule shows the first `cap` of those within the clearance; the user's order changes places
 * only, so that moving a line never hides another.
 */
export function accomplishmentLines(
  source: ResumeSource,
  accomplishments: readonly ResumeAccomplishment[],
  cap: number,
): readonly BuilderItem[] {
  let room = cap;
  const lines = accomplishments.map((accomplishment) => {
    const isAboveClearance = !isCleared(accomplishment.confidentiality, source.clearance);
    if (!isAboveClearance) room -= 1;
    return source.choices.line({
      kind: 'accomplishment',
      refId: accomplishment.id,
      recordText:
        plainText(accomplishment.longWording) ||
        plainText(accomplishment.shortWording) ||
        oneLine(accomplishment.title),
      typed:
        [accomplishment.longWording, accomplishment.shortWording].find((words) => plainText(words) !== '') ??
        oneLine(accomplishment.title),
      isHiddenByRule: room < 0,
      speaksTo: source.relevance
        .requirementsOf(accomplishment)
        .map((id) => source.roleNames[id]?.[0] ?? source.competencyNames[id] ?? ''),
      confidentiality: accomplishment.confidentiality,
      isAboveClearance,
    });
  });
  return source.choices.arrange(lines, 'accomplishment', (line) => line.refId);
}

/** Prose that belongs to a thing, as a line of its own; none when the record has none and the user wrote none. */
export function proseLines(source: ResumeSource, refId: string, markdown: string): readonly BuilderItem[] {
  const line = source.choices.line({ kind: 'text', refId, recordText: plainText(markdown), typed: markdown });
  return line.text === '' && line.recordText === '' ? [] : [line];
}

/** The bullets among lines that print. */
export function bulletsOf(lines: readonly BuilderItem[]): readonly DocumentBullet[] {
  return lines
    .filter((line) => line.kind === 'accomplishment' && isPrinted(line))
    .map((line) => ({ id: line.refId, text: line.text }));
}

/** The prose among lines that print; empty when there is none. */
export function proseOf(lines: readonly BuilderItem[]): string {
  return lines.find((line) => line.kind === 'text' && isPrinted(line))?.text ?? '';
}

/** `3 positions, 10 of 11 lines`. */
export function countLines(groups: readonly BuilderGroup[], noun: string, plural: string): string {
  const lines = groups.flatMap((group) => group.items.map((item) => !group.isHidden && isPrinted(item)));
  const shown = lines.filter((isShown) => isShown).length;
  const things = groups.filter((group) => group.positionId !== null || group.projectId !== null).length;
  const counted = things === 0 ? [] : [`${things} ${things === 1 ? noun : plural}`];
  if (lines.length > 0) {
    counted.push(
      `${shown === lines.length ? shown : `${shown} of ${lines.length}`} ${lines.length === 1 ? 'line' : 'lines'}`,
    );
  }
  return counted.join(', ') || 'none yet';
}

/** `3`, or `2 of 3` when not all print. */
export function countItems(items: readonly BuilderItem[]): string {
  const shown = items.filter(isPrinted).length;
  return items.length === 0 ? 'none yet' : shown === items.length ? String(shown) : `${shown} of ${items.length}`;
}

/** A period by its years, as the builder shows it: `2021 to 2024`, `2024 to now`. */
export function yearsText(startedOn: string | null, endedOn: string | null, isCurrent: boolean): string {
  return periodText(startedOn?.slice(0, 4) ?? null, endedOn?.slice(0, 4) ?? null, isCurrent);
}

/** A flat run of headings and parts as chapters with depths. */

import { type HeadingTopic, topicOfHeading } from '../roles/heading-topics.ts';
import { splitHeading } from './heading.ts';
import type { OutlineChapter, Part } from './outline.ts';
import { splitTitle } from './page-title.ts';

export interface HeadingPart {
  readonly kind: 'heading';
  /** As the source counts: 1 is the highest; 0 is a title that was told by its place. */
  readonly level: number;
  readonly text: string;
  readonly line: number;
}

/** Headings and what stands beneath them; depths have no holes, and a lone title on top is not counted as a level. */
export function chaptersOf(parts: readonly (Part | HeadingPart)[]): OutlineChapter[] {
  const levels = parts.flatMap((part) => (part.kind === 'heading' ? [part.level] : []));
  const top = levels.reduce((least, level) => Math.min(least, level), 9);
  const first = parts.find((part) => part.kind === 'heading');
  const isAlone = levels.length > 1 && levels[0] === top && levels.filter((level) => level === top).length === 1;
  // “Skills” above everything is a chapter of a longer page; a role's name is the title of this one.
  const isTitle =
    isAlone && first?.kind === 'heading' && (top === 0 || topicOfHeading(splitTitle(first.text).title) === undefined);
  const ranks = [...new Set(isTitle ? levels.slice(1) : levels)].sort((a, b) => a - b);
  const chapters: (OutlineChapter & { parts: Part[] })[] = [];
  for (const part of parts) {
    if (part.kind === 'heading') {
      const depth = Math.max(1, ranks.indexOf(part.level) + 1);
      chapters.push({ depth, ...splitHeading(part.text), written: part.text, parts: [], line: part.line });
    } else {
      if (chapters.length === 0) chapters.push({ depth: 1, heading: '', written: '', parts: [], line: 1 });
      chapters.at(-1)?.parts.push(part);
    }
  }
  return nestFlat(chapters);
}

/** Topics whose chapters often have parts of their own beneath them. */
const containers: ReadonlySet<HeadingTopic> = new Set([
  'responsibilities',
  'activities',
  'deliverables',
  'milestones',
  'kpis',
  'skills',
  'environment',
  'stakeholders',
  'decisions',
  'qualifications',
  'career',
  'risks',
  'variants',
  'aiImpact',
  'hiring',
]);
/** Where the headings of a career chapter say it themselves. */
const careerTopics: ReadonlySet<HeadingTopic> = new Set(['feeder', 'next', 'lateral', 'prose']);
const fewestFlatChapters = 10;

/**
 * A document that marks all its headings alike: what follows a chapter that only introduces, under headings that name
 * no other topic, stands beneath it.
 */
function nestFlat(chapters: readonly OutlineChapter[]): OutlineChapter[] {
  const isFlat = chapters.length >= fewestFlatChapters && chapters.every((chapter) => chapter.depth === 1);
  if (!isFlat || chapters.some((chapter) => chapter.number !== undefined)) return [...chapters];
  let container: HeadingTopic | undefined;
  return chapters.map((chapter) => {
    const own = topicOfHeading(chapter.heading);
    const isBeneath =
      container !== undefined &&
      (own === undefined ||
        own === container ||
        (container === 'career' && careerTopics.has(own)) ||
        isOfHiring(container, own));
    if (isBeneath) return { ...chapter, depth: 2 };
    const introduces = chapter.parts.every((part) => part.kind === 'paragraph' || part.kind === 'quote');
    container = own !== undefined && containers.has(own) && introduces ? own : undefined;
    return chapter;
  });
}

const isOfHiring = (container: HeadingTopic, own: HeadingTopic): boolean =>
  container === 'hiring' && own === 'scorecard';

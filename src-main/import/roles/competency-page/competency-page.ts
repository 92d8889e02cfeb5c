/** A competency page as text: one role, its competencies with levels, the few that matter most, and the way up. */
import type { Draft } from '../../../../shared/api/import.ts';
import type { RoleContent, ScaleContent } from '../../../../shared/api/role-content.ts';
import { readPartialDate } from '../../../../shared/domain/dates/partial-date.ts';
import { defaultScale } from '../../../../shared/vocabulary/role-shape.ts';
import { lettersAndFigures } from '../../outline/clean-text.ts';
import { type OutlineChapter, toSections, withinLimits } from '../../outline/outline.ts';
import { isLevelLine } from '../../outline/text-headings.ts';
import { itemMark, pipeCells } from '../../outline/text-marks.ts';
import { outlineOfText } from '../../outline/text-outline.ts';
import { noteEmptyChapters, noteNothingAsked, proseOf, readHead, readRows } from '../blueprint/blueprint.ts';
import { type HeadingTopic, topicsOf } from '../heading-topics.ts';
import {
  asLine,
  asProse,
  type ChapterLines,
  openRoleReading,
  type RoleReading,
  rowsWithinLimits,
} from '../role-reading.ts';
import { type WordLevels, wordLevels } from '../word-levels.ts';
import { natureIn, readPageHead } from './competency-head.ts';
import { readJourney } from './competency-journey.ts';
import { type KeyEntry, keyEntries } from './competency-keys.ts';
import { type Competency, type LevelEntry, levelEntries, mergeEntries } from './competency-levels.ts';
import { competencyPageHeadings, isDateLike, type PageTopic, pageTopicOf } from './competency-topics.ts';

const highestLevel = 5;
/** As many as a stored scale may have. */
const mostLevels = 20;

interface Page {
  readonly reading: RoleReading;
  /** As shown, but for levels in words, which stand as figures. */
  readonly lines: readonly string[];
  readonly words: WordLevels | undefined;
  readonly pageTopics: readonly (PageTopic | undefined)[];
  readonly spans: (topic: PageTopic) => ChapterLines[];
}

/** Fewer competencies with a level are no list of them. */
const fewestCompetencies = 2;
/** A list of competencies is looked for among so many lines below its heading. */
const mostListLines = 200;

/** Whether a text has the headings of a competency page: three of them, and one that only such a page has. */
export function isCompetencyPage(text: string): boolean {
  const found = new Set<PageTopic>();
  for (const line of text.split('\n')) {
    if (line.length > 200) continue;
    const topic = pageTopicOf(line);
    if (topic !== undefined) found.add(topic);
    else {
      const colon = line.slice(0, 60).indexOf(':');
      const label = colon > 0 ? pageTopicOf(line.slice(0, colon)) : undefined;
      if (label !== undefined) found.add(label);
    }
  }
  found.delete('boilerplate');
  found.delete('prose');
  const isOwn = found.has('key') || found.has('asked') || found.has('shape') || found.has('tour');
  return isOwn && found.size >= 3;
}

/**
 * Whether a text lists competencies with levels right below a heading of them, without bullets or table: what no
 * other reader takes for a list.
 */
export function listsLevels(text: string): boolean {
  const lines = text.split('\n');
  const places = lines.flatMap((line, index) => {
    const topic = line.length > 200 ? undefined : pageTopicOf(line);
    return topic === 'asked' || topic === 'key' ? [index] : [];
  });
  return places.slice(0, 4).some((index) => hasLevelsBelow(lines, index));
}

/** Whether the lines up to the next heading are such a list, on a scale of five. */
function hasLevelsBelow(lines: readonly string[], index: number): boolean {
  const end = Math.min(lines.length, index + 1 + mostListLines);
  let to = index + 1;
  while (to < end && pageTopicOf(lines[to] ?? '') === undefined && !/^#|^\d{1,2}[.)] /.test(lines[to] ?? '')) to += 1;
  const words = lines.slice(index + 1, to).filter((line) => line.trim() !== '');
  const levels = levelEntries(lines, index + 2, to).filter(({ level, line }) => {
    const text = lines[line - 1] ?? '';
    return level >= 1 && level <= highestLevel && itemMark(text) === null && pipeCells(text) === null;
  });
  // Among prose, a figure at the end of a line is no level.
  return levels.length >= fewestCompetencies && levels.length * 3 >= Math.min(words.length, 12);
}

/** The ranked competencies of a chapter; none where it lists nothing but names and levels. */
function keysIn(lines: readonly string[], span: ChapterLines): KeyEntry[] {
  const keys = keyEntries(lines, span);
  const isPlain = keys.every((key) => key.level === undefined && (key.blurb === undefined || isLevelLine(key.blurb)));
  return isPlain && levelEntries(lines, span.from + 1, span.to).length > 0 ? [] : keys;
}

/** The draft of a page. `shown` is cleaned text; `fallbackTitle` stands in where no line of it can be a title. */
export function readCompetencyPage(shown: string, fallbackTitle: string): Draft {
  const { chapters: written, sourceLines, title } = outlineOfText(shown, competencyPageHeadings);
  const chapters = withinLimits(written);
  const pageTopics = chapters.map((chapter) => pageTopicOf(chapter.heading));
  const spansOf = (topic: PageTopic): ChapterLines[] =>
    chapters.flatMap((chapter, section) =>
      pageTopics[section] === topic
        ? [{ section, from: chapter.line, to: endOf(chapters, section, sourceLines.length) }]
        : [],
    );
  const words = wordLevels(sourceLines, [...spansOf('asked'), ...spansOf('key'), ...spansOf('shape')]);
  const lines = words?.lines ?? sourceLines;
  const reading = openRoleReading(chapters, topicsFor(chapters, pageTopics, lines));
  const page: Page = { reading, lines, words, pageTopics, spans: spansOf };

  readRows(reading);
  const scale = readCompetencies(page);
  for (const span of page.spans('journey')) readJourney(reading, sourceLines, span);
  const nature = natureIn(sourceLines);
  const role: RoleContent = {
    title: asLine(title ?? fallbackTitle),
    ...(nature === undefined ? {} : { nature: nature.text }),
    ...readHead(reading),
    ...readPageHead(reading, sourceLines, endOf(chapters, 0, sourceLines.length), title),
    ...readPageProse(page),
    ...rowsWithinLimits(reading),
    sections: toSections(chapters),
  };
  noteBoilerplate(page);
  noteEmptyChapters(reading);
  noteNothingAsked(reading);
  if (title === undefined)
    reading.notices.add('INTERPRETED', `No line reads as a title; “${role.title}” stands in for it.`);
  return {
    kind: 'role',
    format: 'competency-page',
    title: role.title,
    notices: reading.notices.all(),
    sourceLines,
    ...(scale === undefined ? {} : { scales: [scale] }),
    role,
  };
}

/** The scale of a page that states another number of levels than five. */
function scaleOfPage(highest: number | undefined): ScaleContent | undefined {
  if (highest === undefined || highest === highestLevel || highest < 2 || highest > mostLevels) return undefined;
  const levels = Array.from({ length: highest }, (_, index) => ({ ordinal: index + 1, label: String(index + 1) }));
  return { key: `levels-${highest}`, name: `1 to ${highest}`, levels };
}

function endOf(chapters: readonly OutlineChapter[], section: number, last: number): number {
  return (chapters[section + 1]?.line ?? last + 1) - 1;
}

/** The general topics, but for the chapters that this reader reads itself. */
function topicsFor(
  chapters: readonly OutlineChapter[],
  pageTopics: readonly (PageTopic | undefined)[],
  lines: readonly string[],
): (HeadingTopic | undefined)[] {
  const own: Readonly<Partial<Record<PageTopic, HeadingTopic>>> = {
    mission: 'mission',
    tour: 'tourOfDuty',
    duties: 'responsibilities',
    ai: 'accelerators',
  };
  return topicsOf(chapters).map((topic, index) => {
    const page = pageTopics[index];
    const from = chapters[index]?.line ?? 1;
    // A list of competencies without levels is read as any other list of skills.
    const hasLevels =
      page === 'asked' && levelEntries(lines, from + 1, endOf(chapters, index, lines.length)).length > 0;
    if (page === 'asked' && !hasLevels) return topic;
    // So is a list under “Core competencies” that ranks nothing.
    const span = { section: index, from, to: endOf(chapters, index, lines.length) };
    if (page === 'key' && keyEntries(lines, span).length === 0 && levelEntries(lines, from + 1, span.to).length === 0)
      return topic;
    if (page !== undefined) return own[page] ?? 'prose';
    // Under the title stands the head of the page, not an introduction.
    return index === 0 ? (topic ?? 'prose') : topic;
  });
}

function readCompetencies({ reading, lines, words, spans }: Page): ScaleContent | undefined {
  const entriesIn = (topic: PageTopic): LevelEntry[] =>
    spans(topic).flatMap(({ from, to }) => levelEntries(lines, from + 1, to));
  const ranked = spans('key').map((span) => ({ span, keys: keysIn(lines, span) }));
  const keys = ranked.flatMap((rank) => rank.keys);
  const plain = ranked.flatMap(({ span, keys: own }) =>
    own.length === 0 ? levelEntries(lines, span.from + 1, span.to) : [],
  );
  const sectionOf = (line: number) => reading.chapters.findLastIndex((chapter) => chapter.line <= line);
  const entries = [...entriesIn('asked'), ...plain, ...entriesIn('shape')];
  const merged = mergeEntries([
    ...entries,
    ...keys.filter((key) => key.level !== undefined).map((key) => ({ ...key, level: key.level ?? 0 })),
  ]);
  const highest = merged.find((competency) => competency.of !== undefined)?.of;
  const scale = words?.scale ?? scaleOfPage(highest);
  const top = scale?.levels.length ?? highestLevel;
  let isOnFive = false;

  for (const competency of merged) {
    const place = keys.findIndex((key) => lettersAndFigures(key.name) === lettersAndFigures(competency.name));
    const key = keys[place];
    const isStated = entries.some((entry) => lettersAndFigures(entry.name) === lettersAndFigures(competency.name));
    const fits = competency.level >= 1 && competency.level <= top && (highest ?? top) === top;
    isOnFive ||= fits && highest === undefined && words === undefined;
    reading.requirements.push({
      competency: asLine(competency.name),
      kind: 'competency',
      level: fits ? competency.level : null,
      scale: scale?.key ?? defaultScale,
      importance: null,
      isMandatory: false,
      countsInMatch: true,
      ...(key?.blurb === undefined ? {} : { blurb: asProse(key.blurb) }),
      ...(key === undefined ? {} : { keyRank: key.rank }),
      details: fits
        ? []
        : [
            {
              label: 'Level',
              text: competency.of === undefined ? String(competency.level) : `${competency.level} of ${competency.of}`,
            },
          ],
      section: sectionOf(competency.line),
      line: competency.line,
      words: asProse([levelWords(competency, words), key?.words].filter(Boolean).join('\n')),
    });
    noteCompetency(reading, competency, { fits, highest, isStated });
  }
  for (const key of keys) {
    if (
      key.level !== undefined ||
      merged.some((competency) => lettersAndFigures(competency.name) === lettersAndFigures(key.name))
    )
      continue;
    reading.requirements.push({
      competency: asLine(key.name),
      kind: 'competency',
      level: null,
      scale: 'five-levels',
      importance: null,
      isMandatory: false,
      countsInMatch: true,
      ...(key.blurb === undefined ? {} : { blurb: asProse(key.blurb) }),
      keyRank: key.rank,
      details: [],
      section: sectionOf(key.line),
      line: key.line,
      words: asProse(key.words),
    });
  }
  if (isOnFive) {
    reading.notices.add(
      'INTERPRETED',
      'The page does not say how many levels its scale has: its levels are read on five.',
      merged[0]?.line,
      'Change the level of a competency if the page means another scale.',
    );
  }
  if (words !== undefined && !words.isStated) {
    const levels = words.scale.levels.map((level) => level.label).join(', ');
    reading.notices.add(
      'INTERPRETED',
      `The page names its levels in words without listing them: they are read on ${levels}.`,
      merged[0]?.line,
      'Change the level of a competency if the page means another order.',
    );
  }
  return scale;
}

function levelWords(competency: Competency, words: WordLevels | undefined): string {
  return `${competency.name} ${words?.scale.levels[competency.level - 1]?.label ?? competency.level}`;
}

function noteCompetency(
  reading: RoleReading,
  competency: Competency,
  how: { fits: boolean; highest: number | undefined; isStated: boolean },
): void {
  const name = asLine(competency.name);
  if (!how.fits) {
    const why =
      how.highest === undefined
        ? 'It is not one of five levels.'
        : `The page counts ${how.highest} levels. The figure is kept beside it.`;
    reading.notices.add(
      'INTERPRETED',
      `${name}: level ${competency.level} is kept as a note, not as a level.`,
      competency.line,
      why,
    );
  }
  if (competency.others.length > 0) {
    reading.notices.add(
      'INTERPRETED',
      `${name}: the page says level ${[competency.level, ...competency.others].join(' and ')}; ${competency.level} is taken.`,
      competency.line,
    );
  }
  if (!how.isStated) {
    reading.notices.add(
      'INTERPRETED',
      `${name} stands only among the competencies that matter most; its spelling is taken from there.`,
      competency.line,
    );
  }
}

type PageProse = Pick<RoleContent, 'summary' | 'effectiveOn'>;

/** Summary and effective date. */
function readPageProse({ reading, lines, spans }: Page): PageProse {
  const prose: PageProse = {};
  const chapterAt = (span: ChapterLines) => reading.chapters[span.section];
  const about = spans('about').map(chapterAt);
  const duties = spans('duties').map(chapterAt);
  // What stands above the list introduces the role; what stands below it speaks to the reader.
  const intro = duties.flatMap((chapter) => {
    const list = chapter?.parts.findIndex((part) => part.kind === 'list') ?? -1;
    return list <= 0 ? [] : (chapter?.parts.slice(0, list) ?? []);
  });
  const summary = proseOf([...about.flatMap((chapter) => chapter?.parts ?? []), ...intro]);
  if (summary !== undefined) {
    prose.summary = summary;
    const from = [...about, ...(intro.length > 0 ? duties : [])].flatMap((chapter) =>
      chapter === undefined ? [] : [`“${chapter.heading}”`],
    );
    reading.notices.add(
      'INTERPRETED',
      `The summary is read from ${from.join(' and ')}.`,
      (about[0] ?? duties[0])?.line,
    );
  }
  for (const { from, to } of spans('effective')) {
    for (let line = from; line <= Math.min(to, from + 4); line += 1) {
      const text = (lines[line - 1] ?? '').slice(0, 200);
      const value = (line === from ? text.slice(text.indexOf(':') + 1) : text).replaceAll('*', '').trim();
      const date = readPartialDate(value);
      if (!date.ok || (line === from && !text.includes(':'))) {
        if (isDateLike(value))
          reading.notices.add(
            'NOT_PLACED',
            `The effective date “${value}” could not be read.`,
            line,
            date.ok ? undefined : date.message,
          );
        continue;
      }
      prose.effectiveOn = date.value;
      if (date.value !== value) reading.notices.add('INTERPRETED', `“${value}” is read as ${date.value}.`, line);
      return prose;
    }
  }
  return prose;
}

/** What asks the reader to sign up is no part of the role. */
function noteBoilerplate({ reading, lines, spans }: Page): void {
  for (const { section, from, to } of spans('boilerplate')) {
    const words = lines.slice(from, to).filter((line) => line.trim() !== '');
    const last = words.at(-1);
    reading.notices.add(
      'LEFT_OUT',
      `“${asLine(reading.chapters[section]?.heading ?? '')}${last === undefined || last.length > 60 ? '' : ` … ${last.trim()}`}” belongs to the website, not to the role.`,
      from,
      'Nothing is read from it. It stays in the source and at its place in the prose.',
    );
  }
}

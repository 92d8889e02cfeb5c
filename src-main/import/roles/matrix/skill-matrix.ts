/** A page with a skill matrix, as text: levels, stack and focus, legend, categories, cells, questions, and all else as prose. */

import type { Draft } from '../../../../shared/api/import.ts';
import type { FactContent, FaqContent } from '../../../../shared/api/role-content.ts';
import { limits } from '../../../../shared/vocabulary/limits.ts';
import { cleanLine, lettersAndFigures, quoted } from '../../outline/clean-text.ts';
import { titleOfFile } from '../../outline/file-title.ts';
import { type OutlineChapter, type OutlineRow, type Part, toSections, withinLimits } from '../../outline/outline.ts';
import { outlineOfText } from '../../outline/text-outline.ts';
import { checkLimit } from '../../output-limits.ts';
import { type Notices, openNotices } from '../notices.ts';
import { asLine, asProse } from '../role-reading.ts';
import type { MatrixGroup } from './matrix-group.ts';
import { byLevel, type LongLabels, linesOf, longLabelsOf, stackOf } from './matrix-levels.ts';
import { libraryOfMatrix } from './matrix-library.ts';
import { findMatrix, type MatrixText } from './matrix-text.ts';
import { unfoldMatrix } from './unfolded-matrix.ts';

const stackPattern = /\b(?:stack|technolog(?:y|ies)|tools|tooling)\b/i;
const focusPattern = /\b(?:focus|what (?:you|they) do|responsibilit(?:y|ies)|scope|expectations)\b/i;
const faqPattern = /\b(?:faqs?|questions|q\s?&\s?a)\b/i;

/** The draft of a text with a skill matrix in it; null for any other text. Throws FILE_TOO_LARGE alone. */
export function readSkillMatrix(name: string, text: string): Draft | null {
  const lines = text.split('\n').map((line) => line.trimEnd());
  const unfolded = unfoldMatrix(lines);
  const matrix = findMatrix(unfolded?.lines ?? text.split('\n'));
  if (matrix === null) return null;
  checkLimit(quoted(name), lines.length, limits.lines);
  const notices = openNotices();
  const taken = new Set([...takenLines(matrix), ...(unfolded?.joined ?? [])]);
  const outline = outlineOfText(lines.map((line, index) => (taken.has(index) ? '' : line)).join('\n'));
  const long = longLabelsOf(matrix.levels, outline.chapters);
  const prose = nestChapters(outline.chapters, matrix.levels, long.labels);
  const chapters = withinLimits(
    addLegend(
      [...prose, ...matrix.groups.flatMap((group) => chapterOf(group, matrix, unfolded?.lines ?? lines))].toSorted(
        (a, b) => a.line - b.line,
      ),
      matrix,
      lines,
    ),
  );
  const head = headOf(prose, long, titleOfFile(name), outline.title);
  const rows = matrix.groups.flatMap((group) => group.rows.map((row) => ({ ...row, category: group.category })));
  const stacks = byLevel(prose, (heading) => stackPattern.test(heading), matrix.levels, long.labels);
  const focuses = byLevel(prose, (heading) => focusPattern.test(heading), matrix.levels, long.labels);
  const facts = factsOf(prose, chapters, lines);
  const library = libraryOfMatrix(
    {
      ...head,
      levels: matrix.levels.map((code, index) => ({
        code,
        label: long.labels[index] ?? code,
        stack: stackOf(stacks[index] ?? ''),
        focus: focuses[index] || undefined,
      })),
      rows,
      legend: matrix.legend,
      faqs: faqsOf(chapters),
      facts,
      sections: toSections(chapters),
    },
    notices,
  );
  noteLevels('stack', prose, stackPattern, stacks, notices);
  noteLevels('focus', prose, focusPattern, focuses, notices);
  noteCounts(matrix, facts, library.ladders[0]?.matrix?.skills.length ?? 0, notices);
  return {
    kind: 'ladder',
    format: 'skill-matrix',
    title: asLine(head.title),
    notices: notices.all(),
    sourceLines: lines,
    library,
  };
}

/** Lines that the matrix accounts for; from 0. */
function takenLines({ groups, legendLines }: MatrixText): Set<number> {
  const taken = new Set(legendLines);
  for (const { categoryLine, countLine, headerLine, rows } of groups) {
    for (const line of [categoryLine, countLine, headerLine, ...rows.map((row) => row.line)])
      if (line !== undefined) taken.add(line - 1);
  }
  return taken;
}

/** Levels and questions stand beneath the chapter they belong to. */
function nestChapters(
  chapters: readonly OutlineChapter[],
  shorts: readonly string[],
  longs: readonly string[],
): OutlineChapter[] {
  const levels = new Set([...shorts, ...longs].map(lettersAndFigures));
  return chapters.map((chapter, index) => {
    const isBeneath =
      index > 0 &&
      chapter.depth === 1 &&
      (levels.has(lettersAndFigures(chapter.heading)) || chapter.heading.endsWith('?'));
    return isBeneath ? { ...chapter, depth: 2 } : chapter;
  });
}

/** A category as a chapter with its rows as a table. A row whose columns are not known stays whole in its first cell. */
function chapterOf(group: MatrixGroup, { levels }: MatrixText, lines: readonly string[]): OutlineChapter[] {
  const { category, categoryLine, countText, countLine, header, headerLine, rows } = group;
  const line = categoryLine ?? countLine ?? headerLine ?? rows[0]?.line ?? 1;
  const parts: Part[] = [];
  if (countText !== undefined)
    parts.push({ kind: 'paragraph', inlines: [{ text: countText }], line: countLine ?? line });
  const headText = cleanLine(lines[(headerLine ?? 0) - 1] ?? '').replaceAll('|', ' ');
  const first = header === undefined ? '' : firstLabel(headText, header);
  const table: OutlineRow[] = rows.map((row) => ({
    cells: row.isPlaced ? [row.skill, ...row.values] : [[row.skill, ...row.values].join(' '), ...levels.map(() => '')],
    line: row.line,
  }));
  if (table.length > 0 || header !== undefined) {
    const head = header === undefined ? [] : [first, ...header];
    parts.push({ kind: 'table', head, rows: table, line: headerLine ?? rows[0]?.line ?? line });
  }
  return [{ depth: 2, heading: asLine(category ?? ''), written: category ?? '', parts, line }];
}

/** What stands over the names of the skills. */
function firstLabel(headText: string, labels: readonly string[]): string {
  const at = headText.indexOf(labels[0] ?? '\0');
  return at > 0 ? headText.slice(0, at).trim() : '';
}

/** The legend as a paragraph of the chapter above it. */
function addLegend(
  chapters: readonly OutlineChapter[],
  { legendLines }: MatrixText,
  lines: readonly string[],
): OutlineChapter[] {
  const [first] = legendLines;
  if (first === undefined) return [...chapters];
  const text = legendLines.map((line) => lines[line] ?? '').join('\n');
  const legend: Part = { kind: 'paragraph', inlines: [{ text: text.replaceAll('\t', ' ') }], line: first + 1 };
  const above = chapters.findLastIndex((chapter) => chapter.line <= first + 1);
  if (above === -1) return [{ depth: 1, heading: '', written: '', parts: [legend], line: first + 1 }, ...chapters];
  return chapters.map((chapter, index) =>
    index === above ? { ...chapter, parts: [...chapter.parts, legend] } : chapter,
  );
}

interface Head {
  readonly family: string;
  readonly title: string;
  readonly roleTitle: string;
  readonly tagline: string | undefined;
  readonly summary: string | undefined;
}

/** Title, family, tagline and summary from what stands above the first chapter. */
function headOf(
  chapters: readonly OutlineChapter[],
  long: LongLabels,
  fallbackTitle: string,
  firstLine: string | undefined,
): Head {
  const top = chapters.filter((chapter, index) => index === 0 || chapter.line <= 12).slice(0, 3);
  const lines = top
    .flatMap((chapter, index) => (index === 0 ? linesOf(chapter) : [chapter.heading, ...linesOf(chapter)]))
    .map((line) => line.trim());
  const sentence = lines.map((line) => roleSentence(line)).find((found) => found !== null);
  const title = sentence?.title ?? firstLine ?? (chapters[0]?.heading || fallbackTitle);
  const written = [chapters[0]?.heading ?? '', ...lines];
  const afterTitle = written.slice(
    written.findIndex((line) => lettersAndFigures(line) === lettersAndFigures(title)) + 1,
  );
  const family = asLine(long.lead ?? sentence?.family ?? labelled(lines, /^(?:job )?family\s?[:–—-]\s?/i) ?? title);
  const tagline = afterTitle.find((line) => line.length > 0);
  const isTagline =
    tagline !== undefined &&
    tagline.length >= 12 &&
    tagline.length <= 300 &&
    !/^\d|[?:]$/.test(tagline) &&
    !long.labels.every((label) => tagline.includes(label)) &&
    roleSentence(tagline) === null;
  const summary =
    lines.find((line) => roleSentence(line) !== null) ??
    lines.find((line) => line.length > 80 && line.endsWith('.') && line !== tagline);
  return { family, title: asLine(title), roleTitle: asLine(title), tagline: isTagline ? tagline : undefined, summary };
}

function labelled(lines: readonly string[], label: RegExp): string | undefined {
  const line = lines.find((text) => text.length <= 200 && label.test(text));
  const value = line?.replace(label, '').trim();
  return value === '' ? undefined : value;
}

/** `ML Engineer is a role in the ML & AI Engineering family.` */
function roleSentence(line: string): { title: string; family: string } | null {
  const at = line.slice(0, 300).search(/\sis an? (?:role|position|job|profession|specialization)\b/i);
  if (at <= 0 || at > 120) return null;
  const rest = line.slice(at, at + 300);
  const from = rest.search(/\s(?:in|of|from|within) the\s/i);
  const to = rest.search(/\s(?:family|group|discipline|track|domain|area)\b/i);
  if (from === -1 || to <= from) return null;
  const family = rest.slice(from, to).trim().split(' ').slice(2).join(' ');
  return family === '' ? null : { title: line.slice(0, at).trim(), family };
}

/** Figures above the first chapter, such as `58 skills` or `58 skills · 5 levels`. */
function factsOf(
  chapters: readonly OutlineChapter[],
  all: readonly OutlineChapter[],
  lines: readonly string[],
): FactContent[] {
  const first = chapters[0];
  if (first === undefined) return [];
  const written = new Set(
    chapters
      .slice(0, 2)
      .flatMap(linesOf)
      .map((line) => line.trim()),
  );
  const end = chapters[2]?.line ?? lines.length;
  const section = all.indexOf(all.find((chapter) => chapter.line === first.line) ?? first);
  return lines.slice(0, end).flatMap((line, index) => {
    const text = line.trim();
    if (text === '' || text.length > 160 || !written.has(text)) return [];
    const pieces = text
      .replaceAll(/ (?=\d)/g, '·')
      .split(/[·|•,;\t]/)
      .map((piece) => /^(\d[\d,.]{0,8})\s([\p{L}][\p{L} -]{1,40})$/u.exec(piece.trim()));
    if (pieces.some((piece) => piece === null)) return [];
    return pieces.flatMap((piece) => {
      if (piece?.[1] === undefined || piece[2] === undefined) return [];
      return [
        {
          label: asLine(piece[2]),
          value: piece[1],
          line: index + 1,
          words: text,
          ...(section === -1 ? {} : { section }),
        },
      ];
    });
  });
}

/** Questions and their answers, from the chapter that holds them. */
function faqsOf(chapters: readonly OutlineChapter[]): FaqContent[] {
  const faqs: { question: string; answer: string[]; line: number; section: number }[] = [];
  let isInside = false;
  for (const [section, chapter] of chapters.entries()) {
    const isQuestion = chapter.heading.endsWith('?');
    if (!isQuestion) isInside = faqPattern.test(chapter.heading);
    if (!isInside) continue;
    if (isQuestion) faqs.push({ question: chapter.heading, answer: [], line: chapter.line, section });
    for (const part of chapter.parts) {
      const at = part.kind === 'list' ? (part.items[0]?.line ?? chapter.line) : part.line;
      for (const [offset, line] of linesOf({ ...chapter, parts: [part] }).entries()) {
        const text = line.trim().replace(/^(?:q|a|question|answer)\s?[:.]\s/i, '');
        if (text.endsWith('?') && text.length <= 400)
          faqs.push({ question: text, answer: [], line: at + offset, section });
        else faqs.at(-1)?.answer.push(text);
      }
    }
  }
  return faqs.slice(0, 100).map(({ question, answer, line, section }) => ({
    question: asProse(question),
    answer: asProse(answer.join('\n')),
    section,
    line,
    words: asProse([question, ...answer].join('\n')),
  }));
}

/** Adds a notice where a chapter mentions levels, and some of them in words that are none of the labels. */
function noteLevels(
  subject: 'stack' | 'focus',
  chapters: readonly OutlineChapter[],
  about: RegExp,
  texts: readonly string[],
  notices: Notices,
): void {
  const placed = texts.filter((text) => text !== '').length;
  const chapter = chapters.find((chapter) => about.test(chapter.heading));
  if (chapter === undefined || placed === texts.length) return;
  // A chapter of tools need not be about levels; one that is called a stack or a focus is.
  if (placed === 0 && !chapter.heading.toLowerCase().includes(subject)) return;
  notices.add(
    'NOT_PLACED',
    `The page tells the ${subject} of ${placed} of ${texts.length} levels in words that are known; the rest stays as prose.`,
    chapter.line,
  );
}

/** What the page counts beside what is read here; only what differs is worth a word. */
function noteCounts(
  { groups, levels }: MatrixText,
  facts: readonly FactContent[],
  placed: number,
  notices: Notices,
): void {
  const rows = groups.flatMap((group) => group.rows);
  const cells = rows.reduce(
    (sum, row) => sum + row.values.filter((value) => value !== '' && !/^[-–—]$/.test(value)).length,
    0,
  );
  const mandatory = rows.reduce((sum, row) => sum + row.values.filter((value) => /[*!]$/.test(value)).length, 0);
  const ours: readonly (readonly [RegExp, number, string])[] = [
    [/^skills?$/i, Math.max(rows.length, placed), 'skills'],
    [/^levels?$/i, levels.length, 'levels'],
    [/^(?:requirements?|cells?)$/i, cells, 'requirements'],
    [/^categor(?:y|ies)$/i, groups.filter((group) => group.category !== undefined).length, 'categories'],
  ];
  for (const fact of facts) {
    const value = Number(fact.value.replaceAll(',', ''));
    const label = fact.label ?? '';
    if (/^mandatory(?: skills| requirements)?$/i.test(label) && value !== mandatory) {
      notices.add(
        'KEPT',
        mandatory === 0
          ? `The page counts ${value} mandatory requirements, but its text does not say which.`
          : `The page counts ${value} mandatory requirements; ${mandatory} are marked.`,
        fact.line,
      );
    }
    for (const [words, count, name] of ours)
      if (words.test(label) && value !== count)
        notices.add('KEPT', `The page counts ${value} ${name}; ${count} are read here.`, fact.line);
  }
  for (const { category, count, countLine, rows: own } of groups) {
    if (count === undefined || count === own.length) continue;
    notices.add(
      'KEPT',
      `The page counts ${count} skills under “${cleanLine((category ?? '').slice(0, 80))}”; ${own.length} are read here.`,
      countLine,
    );
  }
}

/** Documents without a format of their own: text and saved pages, read by their headings, the rest of them prose. */

import { AppError } from '../../../shared/api/errors.ts';
import type { Draft } from '../../../shared/api/import.ts';
import { limits } from '../../../shared/vocabulary/limits.ts';
import { cleanLine, quoted } from '../outline/clean-text.ts';
import { outlineOfHtml } from '../outline/html-outline.ts';
import { layOutLines, type OutlineChapter, withinLimits } from '../outline/outline.ts';
import { isBoilerplateLine, markedTitleLine, withoutBoilerplate } from '../outline/page-boilerplate.ts';
import { splitTitle } from '../outline/page-title.ts';
import { itemMark } from '../outline/text-marks.ts';
import { outlineOfText } from '../outline/text-outline.ts';
import { repairTextShape } from '../outline/text-repair.ts';
import { checkLimit } from '../output-limits.ts';
import { readBlueprint } from './blueprint/blueprint.ts';
import { isCompetencyPage, listsLevels, readCompetencyPage } from './competency-page/competency-page.ts';
import { isMainlyTopic } from './heading-topics.ts';
import { isJobAdvert } from './job-advert/advert-topics.ts';
import { readJobAdvert } from './job-advert/job-advert.ts';
import { openNotices } from './notices.ts';
import { asLine } from './role-reading.ts';
import { noteLeftOut } from './wordpress-post.ts';

/** Whether a text is markup: a page, or a piece of one. */
export function looksLikeHtml(text: string): boolean {
  const start = text.slice(0, 4_000).trimStart().toLowerCase();
  if (!start.startsWith('<')) return false;
  return (
    /^<(?:!doctype|html|head|body|article|main|section|div|h[1-6]|p|ul|ol|table|figure|blockquote|header|\?xml|!--|meta|svg|script|style)[\s>-]/.test(
      start.slice(0, 40),
    ) || start.startsWith('<?xml')
  );
}

/** A file's name without its ending: what is left to call a document that has no title. */
function nameWithoutEnding(name: string): string {
  const line = cleanLine(name.slice(0, 300));
  const dot = line.lastIndexOf('.');
  return asLine(dot > 0 && line.length - dot <= 10 ? line.slice(0, dot) : line) || 'Untitled';
}

/** What a reader may know beyond the file itself. */
export interface PlainDocumentOptions {
  /** Names of competencies in the record: they are recognised in the lines of a job advertisement. */
  readonly known?: readonly string[];
}

/** The draft of a saved page. Throws AppErrors alone. */
export function readHtmlPage(name: string, html: string, { known = [] }: PlainDocumentOptions = {}): Draft {
  checkLimit(quoted(name), html.length, limits.page);
  const { chapters: written, leftOut, pageTitle, topHeading } = outlineOfHtml(html, true);
  const left = openNotices();
  const chapters = withinLimits(withoutBoilerplate(written, left, undefined));
  if (chapters.length === 0) {
    throw new AppError(
      'FORMAT_UNKNOWN',
      `${quoted(name)} is XML or HTML without any text that can be read. Nothing was added. Open the page, copy its text and paste that.`,
    );
  }
  const first = chapters[0];
  const isTitled =
    first !== undefined &&
    first.heading !== '' &&
    (first.parts.length === 0 || pageTitle === undefined || pageTitle === '' || first.written === topHeading);
  // “Lock Keeper – Canal Careers”: the heading of the page is its part of the window's title.
  const isPart = topHeading !== undefined && (pageTitle ?? topHeading).includes(topHeading);
  const whole = isTitled ? first.written : isPart ? topHeading : (pageTitle ?? nameWithoutEnding(name));
  const sourceLines = layOutLines(chapters, isTitled ? [] : [whole]);
  checkLimit(quoted(name), sourceLines.length, limits.lines);
  const shown = sourceLines.join('\n');
  if (isCompetencyPage(shown)) return readCompetencyPage(shown, whole);
  if (isJobAdvert(sourceLines)) return readJobAdvert(shown, whole, known);
  const { title, leftOut: added } = splitTitle(cleanLine(whole));
  const { role, reading } = readBlueprint(title || nameWithoutEnding(name), chapters);
  if (added !== undefined) reading.notices.add('LEFT_OUT', `Left off the title: “${asLine(added)}”.`, 1);
  noteLeftOut(reading.notices, leftOut);
  for (const { code, message, detail } of left.all()) reading.notices.add(code, message, undefined, detail);
  return { kind: 'role', format: 'text', title: role.title, notices: reading.notices.all(), sourceLines, role };
}

/** What stands above a document may be an advert: then its title is the first heading that is kept, or the last short line above its chapters. */
function titleBelowAdverts(
  first: number,
  written: readonly OutlineChapter[],
  ownChapters: readonly OutlineChapter[],
  lines: readonly string[],
): { readonly text: string; readonly line: number } | undefined {
  if (written[0]?.line !== first || ownChapters.some((chapter) => chapter.line === first)) return undefined;
  const isOwn = (chapter: OutlineChapter) =>
    chapter.heading !== '' && (chapter.number !== undefined || isMainlyTopic(chapter.heading));
  const [top] = ownChapters;
  if (top === undefined) return undefined;
  if (!isOwn(top) && top.heading !== '') return { text: top.written, line: top.line };
  const end = ownChapters.find(isOwn)?.line ?? 0;
  for (let line = end - 1; line >= first; line -= 1) {
    const text = (lines[line - 1] ?? '').trim();
    const isTitle = text.length <= 100 && /^\p{L}/u.test(text) && !/[.!?:;,]$/.test(text) && !isBoilerplateLine(text);
    if (isTitle && itemMark(text) === null) return { text, line };
  }
  return undefined;
}

/** The draft of a text. Throws FILE_TOO_LARGE alone. */
export function readText(name: string, given: string, { known = [] }: PlainDocumentOptions = {}): Draft {
  checkLimit(quoted(name), given.length, limits.text);
  const text = repairTextShape(given);
  checkLimit(quoted(name), text.split('\n').length, limits.lines);
  if (isCompetencyPage(text) || listsLevels(text)) return readCompetencyPage(text, nameWithoutEnding(name));
  if (isJobAdvert(text.split('\n'))) return readJobAdvert(text, nameWithoutEnding(name), known);
  const { chapters: written, sourceLines, title: firstLine } = outlineOfText(text);
  // A page copied whole has its menus above; its own title says what it is.
  const named = (markedTitleLine(sourceLines, 80) ?? 0) - 1;
  const left = openNotices();
  const chapters = withinLimits(withoutBoilerplate(written, left, named === -1 ? undefined : named + 1));
  const first = sourceLines.findIndex((line) => line !== '');
  const instead = named === -1 ? titleBelowAdverts(first + 1, written, chapters, sourceLines) : undefined;
  const whole = instead?.text ?? (named === -1 ? firstLine : (sourceLines[named] ?? '').trim());
  const { title, leftOut } = splitTitle(cleanLine(whole ?? ''));
  const { role, reading } = readBlueprint(title || nameWithoutEnding(name), chapters);
  const { notices } = reading;
  for (const { code, message, line, detail } of left.all()) notices.add(code, message, line, detail);
  if (leftOut !== undefined)
    notices.add('LEFT_OUT', `Left off the title: “${asLine(leftOut)}”.`, named === -1 ? undefined : named + 1);
  if (whole === undefined)
    notices.add('INTERPRETED', `No line reads as a title; the file’s name stands in for it: “${role.title}”.`);
  else if (instead !== undefined)
    notices.add('INTERPRETED', 'The first line below what the website added is read as the title.', instead.line);
  else if (named === -1) notices.add('INTERPRETED', 'The first line is read as the title.', first + 1);
  if (text !== given)
    notices.add(
      'KEPT',
      'Indents, blank lines or bullets that all lines shared are put right. The file is kept as it came.',
    );
  notices.add(
    'KEPT',
    'Plain text: headings are told by their look, and what is under no known heading is kept as prose.',
  );
  return { kind: 'role', format: 'text', title: role.title, notices: notices.all(), sourceLines, role };
}

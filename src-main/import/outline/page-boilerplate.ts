/** What a website put around a document: adverts, comment widgets, promotion of its own. It is left out, and named. */

import { isMainlyTopic, topicOfHeading } from '../roles/heading-topics.ts';
import type { Notices } from '../roles/notices.ts';
import { asLine } from '../roles/role-reading.ts';
import { wordsOf } from './clean-text.ts';
import { type Item, type OutlineChapter, type Part, textOf, wordsOfItem } from './outline.ts';
import { splitTitle } from './page-title.ts';

/** Lines of comment widgets, sharing bars and menus, as their words alone. */
const widgetLines = new Set(
  [
    'subscribe|notify of|guest|label|0 comments|newest|oldest|most voted|oldest most voted|newest most voted|inline feedbacks',
    'view all comments|would love your thoughts please comment x|would love your thoughts please comment|x|0',
    'leave a reply|leave a comment|post comment|cancel reply|add a comment|join the discussion|be the first to comment|login to comment|you must be logged in to post a comment',
    'your email address will not be published required fields are marked|save my name email and website in this browser for the next time i comment',
    'share this|share|tweet|share on facebook|share on twitter|share on linkedin|share on x|facebook|twitter|linkedin|whatsapp|pinterest|reddit|email|print|copy link|like this|like loading|loading',
    'advertisement|advertisements|sponsored|sponsored content|promoted|ads by google|skip to content|skip to main content|toggle navigation|menu|search|search for|close|home|back to top|scroll to top',
    'previous post|next post|previous|next|older posts|newer posts|related posts|you may also like|recommended for you|accept cookies|accept all cookies|cookie settings|manage cookies|we use cookies|reject all|read more|sign up|sign in|log in|log out|register|newsletter|subscribe to our newsletter|table of contents|tags|posted in|filed under',
  ]
    .join('|')
    .split('|'),
);

/** How an advert asks for a click, at the start of a short line. */
const callsToAction = new Set(
  'explore|discover|start your|get started|book a|book your|try|sign up|join|enroll|enrol|subscribe|compare|shop|buy|download|claim|register now|learn more|find trusted|find the best|contact us|call now|request a'.split(
    '|',
  ),
);
const promotionPattern =
  / (?:advert|advertisement|sponsored|newsletter|certification courses|certification programs|enroll|discount|coupon|free trial|book a demo|explore our|explore trusted|explore the following|limited offer|our courses|trusted|best price|subscribe) /;

const longestAdvert = 160;

function isWidgetLine(line: string): boolean {
  const text = line.trim();
  if (text.length > 120) return false;
  const words = wordsOf(text).trim();
  return words === '' || widgetLines.has(words) || /^\d{1,4} comments?$/.test(words);
}

/** A short line that asks for a click and is no sentence of a role. */
function isCall(line: string): boolean {
  const text = line.trim();
  if (text.length > 60 || /[.:;]$/.test(text)) return false;
  const words = wordsOf(text).trim();
  return [...callsToAction].some(
    (call) => words === call || (words.startsWith(`${call} `) && words.split(' ').length <= 6),
  );
}

const linesOfPart = (part: Part): string[] => {
  if (part.kind === 'list') return part.items.flatMap((item: Item) => wordsOfItem(item).split('\n'));
  if (part.kind === 'table') return part.rows.map((row) => row.cells.join(' '));
  return textOf(part.inlines).split('\n');
};

const lineOfPart = (part: Part): number => (part.kind === 'list' ? (part.items[0]?.line ?? 1) : part.line);

/** A part in which every line belongs to a widget; single marks count only beside others. */
function isWidget(part: Part): boolean {
  if (part.kind === 'table') return false;
  const lines = linesOfPart(part).filter((line) => line.trim() !== '');
  return lines.length > 0 && lines.every(isWidgetLine);
}

/** Where a comment widget begins, whatever people wrote beneath it. */
function opensComments(part: Part): boolean {
  if (part.kind === 'table') return false;
  const lines = linesOfPart(part).slice(0, 200);
  const marks = lines.filter((line) => line.trim() !== '' && isWidgetLine(line)).length;
  return (
    marks >= 3 &&
    lines.some((line) =>
      /^(?:notify of|\d{1,4} comments?|leave a reply|view all comments|post comment)$/i.test(line.trim()),
    )
  );
}

/** Whether a chapter under a heading that says nothing of a role advertises something. */
function isAdvert(chapter: OutlineChapter): boolean {
  if (topicOfHeading(chapter.heading) !== undefined || chapter.number !== undefined) return false;
  if (chapter.parts.some((part) => part.kind === 'list' || part.kind === 'table')) return false;
  const lines = chapter.parts.flatMap(linesOfPart).filter((line) => line.trim() !== '' && !isWidgetLine(line));
  const words = wordsOf([chapter.heading, ...lines].join(' ').slice(0, 500));
  if (words.trim().split(' ').length > longestAdvert) return false;
  const calls = [chapter.heading, ...lines].filter(isCall).length;
  return (
    (chapter.heading !== '' && isWidgetLine(chapter.heading)) ||
    (calls > 0 && lines.length <= 12) ||
    promotionPattern.test(words)
  );
}

interface LeftOut {
  readonly line: number;
  readonly words: string;
}

/** Chapters without what the website put around them. `titleLine` is where the document's own title stands, if that is sure. */
export function withoutBoilerplate(
  chapters: readonly OutlineChapter[],
  notices: Notices,
  titleLine: number | undefined,
): readonly OutlineChapter[] {
  const adverts: LeftOut[] = [];
  const widgets: LeftOut[] = [];
  const isKnown = (chapter: OutlineChapter) =>
    topicOfHeading(chapter.heading) !== undefined && isMainlyTopic(chapter.heading);
  const hasKnown = chapters.some((chapter) => chapter.number !== undefined || isKnown(chapter));
  let isBehindComments = false;
  const ownChapters = chapters.flatMap((chapter) => {
    isBehindComments &&= chapter.number === undefined && topicOfHeading(chapter.heading) === undefined;
    const isTitle = titleLine !== undefined && chapter.line === titleLine;
    const isAbove =
      titleLine !== undefined && chapter.line < titleLine && chapter.number === undefined && !isKnown(chapter);
    if (!isTitle && hasKnown && (isAbove || isBehindComments || isAdvert(chapter))) {
      adverts.push({
        line: chapter.line,
        words: chapter.heading || asLine(chapter.parts.flatMap(linesOfPart)[0] ?? ''),
      });
      return [];
    }
    const parts = chapter.parts.filter((part, index) => {
      if (isBehindComments || opensComments(part)) {
        isBehindComments = true;
        widgets.push({ line: lineOfPart(part), words: asLine(linesOfPart(part).slice(0, 4).join(' · ')) });
        return false;
      }
      const isLone =
        linesOfPart(part).length === 1 && !/comment|subscrib|cookie|advert/i.test(linesOfPart(part)[0] ?? '');
      const hasNeighbour = [chapter.parts[index - 1], chapter.parts[index + 1]].some(
        (neighbour) => neighbour !== undefined && isWidget(neighbour),
      );
      if (!isWidget(part) || (isLone && !hasNeighbour && !isEnd(chapters, chapter, index))) return true;
      widgets.push({ line: lineOfPart(part), words: asLine(linesOfPart(part).slice(0, 4).join(' · ')) });
      return false;
    });
    return [parts.length === chapter.parts.length ? chapter : { ...chapter, parts }];
  });
  for (const { line, words } of adverts.slice(0, 20))
    notices.add('LEFT_OUT', `“${words.slice(0, 120)}” is the website’s own, not the role’s.`, line, staysInSource);
  for (const { line, words } of widgets.slice(0, 20))
    notices.add('LEFT_OUT', `A widget of the page: “${words.slice(0, 120)}”.`, line, staysInSource);
  return ownChapters;
}

/** Whether a line asks for a click or belongs to a widget. */
export function isBoilerplateLine(line: string): boolean {
  return isCall(line) || isWidgetLine(line) || promotionPattern.test(wordsOf(line));
}

const staysInSource = 'Nothing is read from it. It stays in the source beside the draft.';

function isEnd(chapters: readonly OutlineChapter[], chapter: OutlineChapter, index: number): boolean {
  return chapters.at(-1) === chapter && index === chapter.parts.length - 1;
}

/** The line of a title to which a website added its own words; undefined when none is so marked. */
export function markedTitleLine(lines: readonly string[], most: number): number | undefined {
  const place = lines.slice(0, most).findIndex((line) => line.length <= 200 && splitTitle(line).leftOut !== undefined);
  return place === -1 ? undefined : place + 1;
}

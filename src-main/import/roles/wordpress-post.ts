/** A WordPress post as its REST interface answers it: one object, or a list of them. */

import { AppError } from '../../../shared/api/errors.ts';
import type { Draft } from '../../../shared/api/import.ts';
import type { RoleContent } from '../../../shared/api/role-content.ts';
import { limits } from '../../../shared/vocabulary/limits.ts';
import { isObject } from '../files/read-json.ts';
import { cleanLine, quoted } from '../outline/clean-text.ts';
import { type HtmlOutline, outlineOfHtml } from '../outline/html-outline.ts';
import { layOutLines, withinLimits } from '../outline/outline.ts';
import { withoutBoilerplate } from '../outline/page-boilerplate.ts';
import { splitTitle } from '../outline/page-title.ts';
import { safeAddress } from '../outline/safe-address.ts';
import { checkLimit } from '../output-limits.ts';
import { readBlueprint } from './blueprint/blueprint.ts';
import { type Notices, openNotices } from './notices.ts';
import { asLine } from './role-reading.ts';

/** Longer than any post; parsing more would not end in time. */

function rendered(value: unknown): string | null {
  if (typeof value === 'string') return value;
  return isObject(value) && typeof value.rendered === 'string' ? value.rendered : null;
}

/** Whether a value has what makes a post: a rendered title and rendered content. */
export function isWordPressPost(value: unknown): value is Record<string, unknown> {
  return (
    isObject(value) && rendered(value.title) !== null && isObject(value.content) && rendered(value.content) !== null
  );
}

/** The HTML of a post. */
export const contentOfPost = (post: Record<string, unknown>): string => rendered(post.content) ?? '';

/** Text with HTML entities and perhaps tags, as one line. */
function plainTitle(html: string): string {
  const [first] = outlineOfHtml(html.slice(0, 5_000), false).chapters;
  const part = first?.parts[0];
  if (part === undefined) return first?.written ?? '';
  return part.kind === 'paragraph' ? cleanLine(part.inlines.map((inline) => inline.text).join('')) : '';
}

/** The content; where it was encoded twice it is one text that starts with a tag. */
function outlineOf(html: string, notices: (encodedTwice: boolean) => void): HtmlOutline {
  const outline = outlineOfHtml(html, false);
  const only = outline.chapters.length === 1 ? outline.chapters[0]?.parts : undefined;
  const text = only?.[0]?.kind === 'paragraph' ? only[0].inlines.map((inline) => inline.text).join('') : '';
  const isTwice = /^<(?:h[1-6]|p|div|ul|ol|blockquote|section|article|figure)[\s>]/i.test(text);
  notices(isTwice);
  if (!isTwice) return outline;
  return outlineOfHtml(
    html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&'),
    false,
  );
}

/** The draft of one post. Throws AppErrors alone. */
export function readWordPressPost(name: string, post: Record<string, unknown>): Draft {
  const html = contentOfPost(post);
  if (isObject(post.content) && post.content.protected === true && html.trim() === '') {
    throw new AppError(
      'FILE_EMPTY',
      `The post in ${quoted(name)} is behind a password and has no text. Nothing was added. Copy the page’s text and paste that.`,
    );
  }
  checkLimit(`The post in ${quoted(name)}`, html.length, limits.page);
  let isTwice = false;
  const outline = outlineOf(html, (twice) => {
    isTwice = twice;
  });
  const left = openNotices();
  const chapters = withinLimits(withoutBoilerplate(outline.chapters, left, undefined));
  if (chapters.length === 0)
    throw new AppError(
      'FILE_EMPTY',
      `The post in ${quoted(name)} has no text. Nothing was added. Choose another post.`,
    );
  const whole =
    plainTitle(rendered(post.title) ?? '') ||
    plainTitle(typeof post.slug === 'string' ? post.slug : '') ||
    cleanLine(name) ||
    'Untitled';
  const { title, leftOut } = splitTitle(whole);
  const sourceLines = layOutLines(chapters, [whole]);
  checkLimit(quoted(name), sourceLines.length, limits.lines);
  const { role, reading } = readBlueprint(title, chapters);
  const { notices } = reading;

  if (leftOut !== undefined) notices.add('LEFT_OUT', `Left off the title: “${asLine(leftOut)}”.`, 1);
  if (isTwice) notices.add('INTERPRETED', 'The page was encoded twice; it is decoded twice.');
  noteLeftOut(notices, outline.leftOut);
  for (const { code, message, detail } of left.all()) notices.add(code, message, undefined, detail);
  notePublication(notices, post);
  const sourceUrl = safeAddress(post.link) ?? safeAddress(rendered(post.guid) ?? undefined);
  return {
    kind: 'role',
    format: 'wordpress-post',
    title: role.title,
    notices: notices.all(),
    sourceLines,
    ...(sourceUrl === undefined ? {} : { sourceUrl }),
    role: { ...role, facts: [...role.facts, ...publicationFacts(post)].slice(0, 100) },
  };
}

/** When the page was published and last changed. */
function publicationFacts(post: Record<string, unknown>): RoleContent['facts'] {
  return [
    ['Page published', post.date],
    ['Page last changed', post.modified],
  ].flatMap(([label, value]) =>
    typeof label === 'string' && typeof value === 'string' && /^\d{4}-\d{2}-\d{2}(?:T[\d:]{4,8})?$/.test(value)
      ? [{ label, value }]
      : [],
  );
}

/** What of the page was no text: pictures, scripts, forms. */
export function noteLeftOut(notices: Notices, leftOut: ReadonlyMap<string, number>): void {
  for (const [what, count] of leftOut) {
    notices.add('LEFT_OUT', count === 1 ? `1 ${what} of the page.` : `${count} ${what}s of the page.`);
  }
}

/** Dates and categories are the page's, not the role's: worth knowing, no value of the role. */
function notePublication(notices: Notices, post: Record<string, unknown>): void {
  const day = (value: unknown): string | undefined =>
    typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value) ? value.slice(0, 10) : undefined;
  const published = day(post.date);
  const modified = day(post.modified);
  if (published !== undefined) {
    const changed = modified === undefined || modified === published ? '' : `, last changed ${modified}`;
    notices.add('KEPT', `The page was published ${published}${changed}. The role itself states no effective date.`);
  }
  const classes = Array.isArray(post.class_list)
    ? post.class_list
    : isObject(post.class_list)
      ? Object.values(post.class_list)
      : [];
  const categories = classes.flatMap((name) =>
    typeof name === 'string' && name.startsWith('category-') ? [cleanLine(name.slice('category-'.length, 100))] : [],
  );
  if (categories.length > 0) {
    notices.add(
      'KEPT',
      `Categories of the page: ${categories.slice(0, 12).join(', ')}.`,
      undefined,
      'They are the website’s, and not read as a family.',
    );
  }
}

/** HTML to our own blocks: what the whitelist names is read, everything else is walked through for its text or left out. */

import { type DefaultTreeAdapterTypes, parse, parseFragment } from 'parse5';
import { AppError } from '../../../shared/api/errors.ts';
import type { Inline } from '../../../shared/api/role-content.ts';
import { limits } from '../../../shared/vocabulary/limits.ts';
import { checkLimit, type OutputMeter, openMeter } from '../output-limits.ts';
import { isMainlyTopic, topicOfHeading } from '../roles/heading-topics.ts';
import { chaptersOf, type HeadingPart } from './chapters.ts';
import { cleanLine, cleanText, quoted } from './clean-text.ts';
import { splitHeading } from './heading.ts';
import { boilerplateName, contentOf, type Sizes, sizesOf } from './html-content.ts';
import { withListedParagraphs } from './html-lists.ts';
import { readTable } from './html-table.ts';
import { joinedRuns, partsOfRuns, visibleBreak } from './inline-runs.ts';
import { nestBoldItems } from './nest-items.ts';
import { type Item, type OutlineChapter, type Part, rowText, textOf } from './outline.ts';
import { safeAddress } from './safe-address.ts';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Parent = DefaultTreeAdapterTypes.ParentNode;
type Element = DefaultTreeAdapterTypes.Element;

/** Deeper than any page a person wrote. */
const deepestNesting = 200;
/** Of closing tags that were left out a parser makes nodes too. */
const mostNodes = { ...limits.tags, most: 2 * limits.tags.most };
const longestHeading = 400;

const headingLevels: Readonly<Record<string, number>> = { h1: 1, h2: 2, h3: 3, h4: 4, h5: 5, h6: 6 };
const markOfTag: Readonly<Record<string, 'bold' | 'italic' | 'code'>> = {
  strong: 'bold',
  b: 'bold',
  em: 'italic',
  i: 'italic',
  cite: 'italic',
  dfn: 'italic',
  code: 'code',
  kbd: 'code',
  samp: 'code',
  tt: 'code',
};
const inlineTags = new Set(
  'a abbr acronym bdi bdo big data del font ins label mark q rp rt ruby s small span strike sub sup time u var wbr'.split(
    ' ',
  ),
);
/** Elements whose content is no text of the document, by what a notice calls them. */
const leftOutTags: Readonly<Record<string, string>> = {
  script: 'script',
  style: 'style sheet',
  noscript: 'script',
  template: 'template',
  iframe: 'embedded page',
  frame: 'embedded page',
  object: 'embedded object',
  embed: 'embedded object',
  applet: 'embedded object',
  img: 'picture',
  picture: 'picture',
  svg: 'picture',
  math: 'formula',
  canvas: 'picture',
  audio: 'sound',
  video: 'film',
  form: 'form',
  button: 'form',
  input: 'form',
  select: 'form',
  textarea: 'form',
  dialog: 'form',
};
/** Around the document rather than of it; only on whole pages. */
const chromeTags = new Set(['nav', 'header', 'footer', 'aside', 'head']);

export interface HtmlOutline {
  readonly chapters: OutlineChapter[];
  /** How many of what were left out. */
  readonly leftOut: ReadonlyMap<string, number>;
  /** The text of `<title>`, of a whole page. */
  readonly pageTitle?: string | undefined;
  /** The only heading of the highest kind on a whole page. */
  readonly topHeading?: string | undefined;
}

interface Walk {
  readonly leftOut: Map<string, number>;
  readonly isPage: boolean;
  readonly sizes: Sizes;
  readonly whole: number;
  readonly meter: OutputMeter;
  readonly name: string;
  nodes: number;
  /** In blocks of code, which keep theirs. */
  lines: number;
}

interface Style {
  readonly mark?: 'bold' | 'italic' | 'code' | undefined;
  readonly href?: string | undefined;
}

function tooDeep(): AppError {
  return new AppError(
    'FILE_UNREADABLE',
    `The page is nested more than ${deepestNesting} levels deep. Nothing was added. Copy its text and paste that.`,
  );
}

/** An entity that is still written out after parsing was encoded twice. */
function decodedTwice(text: string): string {
  if (!/&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,30});/i.test(text)) return text;
  const fragment = parseFragment(text.replaceAll('<', '&lt;'));
  return fragment.childNodes.map((node) => ('value' in node ? node.value : '')).join('');
}

function attribute(element: Element, name: string): string | undefined {
  return element.attrs.find((attr) => attr.name === name)?.value;
}

function isHidden(element: Element): boolean {
  if (attribute(element, 'hidden') !== undefined) return true;
  const style = attribute(element, 'style')?.slice(0, 2_000).toLowerCase().replaceAll(' ', '');
  return style?.includes('display:none') === true || style?.includes('visibility:hidden') === true;
}

/** The blocks beneath a node, in order. Headings come as headings only where `hasHeadings`; elsewhere as bold text. */
function collect(walk: Walk, parent: Parent, depth: number, hasHeadings: boolean): (Part | HeadingPart)[] {
  const parts: (Part | HeadingPart)[] = [];
  let runs: Inline[] = [];
  const flush = () => {
    if (runs.length > 0) parts.push(...partsOfRuns(runs, 'paragraph'));
    runs = [];
  };
  const visit = (node: Node, style: Style, level: number): void => {
    walk.nodes += 1;
    if (level > deepestNesting) throw tooDeep();
    checkLimit('The page', walk.nodes, mostNodes);
    if (node.nodeName === '#text' && 'value' in node) {
      runs.push({ text: cleanText(decodedTwice(node.value)), ...style });
      return;
    }
    if (!('tagName' in node)) return;
    const tag = node.tagName;
    const left = isHidden(node) ? 'hidden passage' : leftOutTags[tag];
    if (left !== undefined) {
      walk.leftOut.set(left, (walk.leftOut.get(left) ?? 0) + 1);
      return;
    }
    const isFrame = walk.isPage && chromeTags.has(tag);
    const leftOut = isFrame ? 'page frame' : boilerplateName(node, walk.sizes, walk.whole, walk.isPage);
    if (leftOut !== undefined) {
      walk.leftOut.set(leftOut, (walk.leftOut.get(leftOut) ?? 0) + 1);
      return;
    }
    const children = (inner: Style) => {
      for (const child of node.childNodes) visit(child, inner, level + 1);
    };
    if (tag === 'br') runs.push({ text: visibleBreak });
    else if (markOfTag[tag] !== undefined) children({ ...style, mark: style.mark ?? markOfTag[tag] });
    else if (tag === 'a') {
      const href = safeAddress(attribute(node, 'href'));
      children(href === undefined ? style : { ...style, href });
    } else if (inlineTags.has(tag)) children(style);
    else {
      flush();
      const heading = headingLevels[tag];
      if (heading !== undefined) {
        const text = textOf(joinedRuns(inlinesBeneath(walk, node, level)))
          .split('\n')
          .join(' ');
        if (text !== '' && hasHeadings && text.length <= longestHeading)
          parts.push({ kind: 'heading', level: heading, text, line: 0 });
        else if (text !== '') parts.push(...partsOfRuns([{ text, mark: 'bold' }], 'paragraph'));
      } else if (tag === 'ul' || tag === 'ol' || tag === 'menu') parts.push(...listParts(walk, node, level));
      else if (tag === 'dl') parts.push(...definitionParts(walk, node, level));
      else if (tag === 'table')
        parts.push(...readTable(node, (cell) => cellText(walk, cell, level + 1), walk.meter.add));
      else if (tag === 'blockquote') {
        for (const part of collect(walk, node, level, false)) {
          parts.push(part.kind === 'paragraph' ? { ...part, kind: 'quote' } : part);
        }
      } else if (tag === 'pre') {
        for (const child of node.childNodes) visit(child, { ...style, mark: 'code' }, level + 1);
        for (const { text } of runs) walk.lines += text.split('\n').length - 1;
        checkLimit(quoted(walk.name), walk.lines, limits.lines);
        runs = runs.map((run) => ({ ...run, text: run.text.replaceAll('\n', visibleBreak) }));
        flush();
      } else {
        children(style);
        flush();
      }
    }
  };
  for (const child of parent.childNodes) visit(child, {}, depth + 1);
  flush();
  return parts;
}

function inlinesBeneath(walk: Walk, element: Element, depth: number): Inline[] {
  return collect(walk, element, depth, false).flatMap((part, index): Inline[] => {
    const space = index === 0 ? [] : [{ text: ' ' }];
    if (part.kind === 'paragraph' || part.kind === 'quote') return [...space, ...part.inlines];
    return [...space, { text: plainPart(part) }];
  });
}

function plainPart(part: Part | HeadingPart): string {
  if (part.kind === 'heading') return part.text;
  if (part.kind === 'list') return part.items.map(plainItem).join('\n');
  if (part.kind === 'table') return [part.head, ...part.rows.map((row) => row.cells)].map(rowText).join('\n');
  return textOf(part.inlines);
}

function plainItem(item: Item): string {
  return [textOf(item.inlines), ...item.items.map(plainItem)].filter(Boolean).join('\n');
}

function cellText(walk: Walk, cell: Element, depth: number): string {
  return collect(walk, cell, depth, false).map(plainPart).join('\n').slice(0, 20_000);
}

/** An item to which what follows may still be added: a copy for each addition would take the square of the time. */
interface OpenItem extends Item {
  readonly items: Item[];
}

/** An item from what stands in it: its first text, and whatever follows beneath it. */
function itemOf(parts: readonly (Part | HeadingPart)[]): OpenItem | null {
  const inlines: Inline[] = [];
  const items: Item[] = [];
  for (const part of parts) {
    if (part.kind === 'paragraph' || part.kind === 'quote') {
      if (items.length > 0) items.push({ inlines: part.inlines, items: [], line: 0 });
      else inlines.push(...(inlines.length > 0 ? [{ text: '\n' }] : []), ...part.inlines);
    } else if (part.kind === 'list') items.push(...part.items);
    else if (part.kind === 'table') {
      items.push(
        ...[{ cells: part.head }, ...part.rows]
          .filter((row) => row.cells.length > 0)
          .map((row) => ({ inlines: [{ text: rowText(row.cells) }], items: [], line: 0 })),
      );
    }
  }
  return inlines.length === 0 && items.length === 0 ? null : { inlines, items, line: 0 };
}

function listParts(walk: Walk, list: Element, depth: number): Part[] {
  if (depth > deepestNesting) throw tooDeep();
  const items: OpenItem[] = [];
  for (const child of list.childNodes) {
    if (!('tagName' in child)) continue;
    walk.nodes += 1;
    // A list put straight into a list belongs to the item before it.
    const isList = child.tagName === 'ul' || child.tagName === 'ol';
    const parts = isList
      ? listParts(walk, child, depth + 1)
      : leftOutTags[child.tagName] === undefined
        ? collect(walk, child, depth + 1, false)
        : [];
    const last = items.at(-1);
    const item = itemOf(parts);
    if (item === null) continue;
    if (isList && last !== undefined) last.items.push(...item.items);
    else items.push(item);
  }
  if (items.length === 0) return [];
  const isOrdered = list.tagName === 'ol';
  const start = isOrdered ? startOf(attribute(list, 'start')) : undefined;
  return [
    {
      kind: 'list',
      isOrdered,
      ...(start === undefined ? {} : { start }),
      items: isOrdered ? items : nestBoldItems(items),
    },
  ];
}

function startOf(value: string | undefined): number | undefined {
  return value !== undefined && /^-?\d{1,6}$/.test(value.trim()) ? Number(value.trim()) : undefined;
}

function definitionParts(walk: Walk, list: Element, depth: number): Part[] {
  const items: OpenItem[] = [];
  const read = (parent: Parent, level: number) => {
    if (level > deepestNesting) throw tooDeep();
    for (const child of parent.childNodes) {
      if (!('tagName' in child)) continue;
      if (child.tagName === 'div') {
        read(child, level + 1);
        continue;
      }
      const item = itemOf(collect(walk, child, level + 1, false));
      const last = items.at(-1);
      if (item === null) continue;
      if (child.tagName === 'dd' && last !== undefined) last.items.push(item);
      else items.push({ ...item, inlines: item.inlines.map((inline) => ({ ...inline, mark: 'bold' as const })) });
    }
  };
  read(list, depth);
  return items.length === 0 ? [] : [{ kind: 'list', isOrdered: false, items }];
}

interface Body {
  readonly body: Parent;
  readonly title?: string;
  /** The first heading of the highest kind, wherever it stands. */
  readonly top?: string;
}

/** The element the document itself stands in, and what the page calls itself. */
function bodyOf(page: DefaultTreeAdapterTypes.Document, sizes: Sizes): Body {
  let title: string | undefined;
  const found: Record<string, Element[]> = { article: [], main: [], body: [], h1: [] };
  const open: [Parent, number][] = [[page, 0]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [parent, depth] = next;
    if (depth > deepestNesting) throw tooDeep();
    for (const child of parent.childNodes) {
      if (!('tagName' in child)) continue;
      if (Object.hasOwn(found, child.tagName)) found[child.tagName]?.push(child);
      const text = child.tagName === 'title' ? child.childNodes[0] : undefined;
      if (text !== undefined && 'value' in text) title ??= cleanText(text.value).trim();
      open.push([child, depth + 1]);
    }
  }
  const [h1] = found.h1 ?? [];
  const top = h1 === undefined || found.h1?.length !== 1 ? '' : cleanLine(plainText(h1).slice(0, longestHeading));
  return { body: contentOf(found, page, sizes), ...(title ? { title } : {}), ...(top === '' ? {} : { top }) };
}

function plainText(element: Element): string {
  return element.childNodes
    .map((node) =>
      'value' in node && node.nodeName === '#text' ? node.value : 'tagName' in node ? plainText(node) : '',
    )
    .join('');
}

/** Refuses pages of more tags together than any page has; counting them is cheaper than parsing them. Throws FILE_TOO_LARGE. */
export function checkTags(...pages: readonly string[]): void {
  let tags = 0;
  for (const html of pages) for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', at + 1)) tags += 1;
  checkLimit('The page', tags, limits.tags);
}

/** Reads a fragment (`isPage` false) or a whole saved page. Throws FILE_UNREADABLE when it is nested beyond reason. */
export function outlineOfHtml(html: string, isPage: boolean): HtmlOutline {
  checkTags(html);
  const root = isPage ? parse(html) : parseFragment(html);
  const sizes = sizesOf(root, deepestNesting);
  const page: Body = isPage ? bodyOf(root as DefaultTreeAdapterTypes.Document, sizes) : { body: root };
  const name = page.title ?? 'The page';
  const meter = openMeter(name);
  meter.read(html.length);
  const whole = sizes.letters.get(page.body) ?? 0;
  const walk: Walk = { leftOut: new Map(), isPage, sizes, whole, meter, name, nodes: 0, lines: 0 };
  if (isPage && (sizes.letters.get(root) ?? 0) > walk.whole) walk.leftOut.set('page frame', 1);
  const parts = collect(walk, page.body, 0, true);
  return {
    chapters: chaptersOf(withBoldHeadings(withListedParagraphs(parts))),
    leftOut: walk.leftOut,
    pageTitle: page.title,
    topHeading: page.top,
  };
}

/**
 * A short paragraph all in bold right above a list or table is a heading; on a page without headings so is one that names
 * a part of a role document above its text. Numbered ones stand above those without a number.
 */
function withBoldHeadings(parts: readonly (Part | HeadingPart)[]): (Part | HeadingPart)[] {
  const hasHeadings = parts.filter((part) => part.kind === 'heading').length >= 2;
  let level = 1;
  let isNumbered = false;
  return parts.map((part, index) => {
    if (part.kind === 'heading') level = part.level;
    if (part.kind !== 'paragraph') return part;
    const text = textOf(part.inlines);
    const isBold = part.inlines.every((inline) => inline.mark === 'bold') && text.length <= 100 && !text.includes('\n');
    if (!isBold || text.endsWith('.')) return part;
    const plain = text.endsWith(':') ? text.slice(0, -1) : text;
    const { number } = splitHeading(plain);
    const isTopic = isMainlyTopic(plain) || (number !== undefined && topicOfHeading(plain) !== undefined);
    const next = parts[index + 1]?.kind;
    const isAboveRows = next === 'list' || next === 'table';
    const isAboveText = next === 'paragraph' || next === 'quote';
    const isLabel = text.endsWith(':') && (hasHeadings || !isTopic);
    if (!(isAboveRows && !isLabel) && !(isAboveText && isTopic && !hasHeadings)) return part;
    isNumbered ||= number !== undefined;
    const own = isNumbered && number === undefined ? 3 : 2;
    return { kind: 'heading', level: hasHeadings ? Math.min(level + 1, 6) : own, text: plain, line: 0 };
  });
}

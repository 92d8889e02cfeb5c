/** Where the document itself stands in a page, and what the website put around it: told by element, class and size. */
import type { DefaultTreeAdapterTypes } from 'parse5';
import { isMainlyTopic } from '../roles/heading-topics.ts';
import { splitHeading } from './heading.ts';

type Parent = DefaultTreeAdapterTypes.ParentNode;
type Element = DefaultTreeAdapterTypes.Element;

/** What stands beneath each element: letters of visible text, and headings that name a part of a role document. */
export interface Sizes {
  readonly letters: ReadonlyMap<Parent, number>;
  readonly topics: ReadonlyMap<Parent, number>;
}

/** What a notice calls it, by a word of its class or id. */
const boilerplateNames: ReadonlyMap<string, string> = new Map(
  [
    ['comment section', 'comments|commentlist|respond|disqus|wpdiscuz|wpdcom|reviews|replies'],
    [
      'advert',
      'ad|ads|advert|adverts|advertisement|adsense|adsbygoogle|sponsor|sponsored|promo|promotion|promoted|banner|doubleclick|taboola|outbrain',
    ],
    ['sharing bar', 'share|sharing|sharedaddy|social|addtoany|likes'],
    ['list of other pages', 'related|relatedposts|recommended|crosslinks|readmore'],
    ['sign-up box', 'newsletter|subscribe|subscription|signup|optin|popup|modal|paywall'],
    ['cookie notice', 'cookie|cookies|consent|gdpr'],
  ].flatMap(([name = '', words = '']) => words.split('|').map((word) => [word, name] as const)),
);
/** Only on whole pages: inside a document these words may mean anything. */
const frameWords: ReadonlyMap<string, string> = new Map(
  'sidebar|breadcrumb|breadcrumbs|navbar|navigation|menu|footer|masthead|toc|pagination|skip|toolbar'
    .split('|')
    .map((word) => [word, 'page frame'] as const),
);
/** Page builders wrap every passage in what they call a widget; a sidebar's own are called nothing but that. */
const widgets = new Set(['widget', 'widgets', 'widget-area', 'widgets-area', 'sidebar-widget', 'footer-widget']);
/** “has-sidebar” and “comments-open” say something of the page, not what the element is. */
const stateWords = new Set('has no with without open closed is hide show enabled disabled single type'.split(' '));
const contentTags = new Set(['html', 'body', 'main', 'article', 'h1', 'h2', 'h3', 'table', 'tr', 'td', 'li']);
const mostShare = 0.4;

const attribute = (element: Element, name: string): string =>
  element.attrs
    .find((attr) => attr.name === name)
    ?.value.slice(0, 1_000)
    .toLowerCase() ?? '';

const unseenTags = new Set(['script', 'style', 'noscript', 'template', 'head', 'iframe', 'svg']);

/** Measures every element once, without recursion. `deepest` bounds the nesting that is followed. */
export function sizesOf(root: Parent, deepest: number): Sizes {
  const letters = new Map<Parent, number>();
  const topics = new Map<Parent, number>();
  const order: { node: Parent; parent: Parent | null; depth: number }[] = [{ node: root, parent: null, depth: 0 }];
  for (let index = 0; index < order.length; index += 1) {
    const visited = order[index];
    if (visited === undefined || visited.depth > deepest) continue;
    let own = 0;
    for (const child of visited.node.childNodes) {
      if (child.nodeName === '#text' && 'value' in child) own += child.value.trim().length;
      else if ('tagName' in child && !unseenTags.has(child.tagName))
        order.push({ node: child, parent: visited.node, depth: visited.depth + 1 });
    }
    letters.set(visited.node, own);
    topics.set(
      visited.node,
      'tagName' in visited.node && /^h[1-5]$/.test(visited.node.tagName) && isTopic(visited.node) ? 1 : 0,
    );
  }
  for (const { node, parent } of order.toReversed()) {
    if (parent === null) continue;
    letters.set(parent, (letters.get(parent) ?? 0) + (letters.get(node) ?? 0));
    topics.set(parent, (topics.get(parent) ?? 0) + (topics.get(node) ?? 0));
  }
  return { letters, topics };
}

function isTopic(heading: Element): boolean {
  const text = heading.childNodes
    .map((node) => ('value' in node ? node.value : 'childNodes' in node ? firstText(node) : ''))
    .join(' ')
    .slice(0, 200);
  return isMainlyTopic(splitHeading(text).heading);
}

function firstText(element: Parent): string {
  const [first] = element.childNodes;
  return first !== undefined && 'value' in first ? first.value : '';
}

/** What an element is when it is no part of the document, as a notice names it; undefined for the document's own. */
export function boilerplateName(element: Element, sizes: Sizes, whole: number, isPage: boolean): string | undefined {
  if (contentTags.has(element.tagName)) return undefined;
  const role = attribute(element, 'role');
  if (isPage && /^(?:navigation|banner|contentinfo|complementary|search|dialog)$/.test(role)) return 'page frame';
  const name = `${attribute(element, 'class')} ${attribute(element, 'id')}`
    .split(' ')
    .map((token) => nameOfToken(token, isPage))
    .find((found) => found !== undefined);
  if (name === undefined) return undefined;
  // Its size or its headings show that it is the document after all.
  const isDocument =
    (sizes.letters.get(element) ?? 0) > whole * mostShare ||
    (name !== 'comment section' && (sizes.topics.get(element) ?? 0) > 0);
  return isDocument ? undefined : name;
}

function nameOfToken(token: string, isPage: boolean): string | undefined {
  if (token === '' || token.length > 60) return undefined;
  const words = token.split(/[-_]/);
  if (words.some((word) => stateWords.has(word))) return undefined;
  if (isPage && (widgets.has(token) || token.startsWith('widget_'))) return 'page frame';
  for (const word of words) {
    const name = boilerplateNames.get(word) ?? (isPage ? frameWords.get(word) : undefined);
    if (name !== undefined) return name;
  }
  return undefined;
}

/** The article that holds most of the page's text, else its main part, else its body. */
export function contentOf(found: Readonly<Record<string, readonly Element[]>>, page: Parent, sizes: Sizes): Parent {
  const body = found.body?.[0] ?? page;
  const whole = sizes.letters.get(body) ?? 0;
  const largest = [...(found.article ?? [])].sort(
    (a, b) => (sizes.letters.get(b) ?? 0) - (sizes.letters.get(a) ?? 0),
  )[0];
  if (largest !== undefined && (found.article?.length === 1 || (sizes.letters.get(largest) ?? 0) * 2 >= whole))
    return largest;
  return found.main?.[0] ?? body;
}

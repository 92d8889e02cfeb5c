/** HTML that nests, spans or repeats, and markup that means harm. */
import { each, nested, noise, type Recipe, times } from './shapes.ts';

const page = (body: string): string => `<!doctype html><html><body><h1>Deckhand</h1>${body}</body></html>`;

export const pages: readonly Recipe[] = [
  [
    'fonts.html',
    'open formatting over 2,500 paragraphs',
    () => page(each(2_500, (at) => `<font size=${at}>`) + times('<p>x', 2_500)),
  ],
  ['divs.html', '100,000 elements deep', () => page(times('<div>', 100_000))],
  ['tags.html', '400,000 elements', () => page(times('<i>', 400_000))],
  ['tables.html', 'tables in tables, 30,000 deep', () => page(times('<table><tr><td>', 30_000))],
  ['table-cells.html', 'a row of 100,000 cells', () => page(`<table><tr>${times('<td>a', 100_000)}</table>`)],
  [
    'spans.html',
    'cells over a thousand columns and rows',
    () => page(`<table>${times(`<tr>${times('<td colspan=1000 rowspan=65534>a', 30)}</tr>`, 300)}</table>`),
  ],
  [
    'long-span.html',
    'a cell of 20 kB that reaches over 3,000 rows in 60 columns',
    () =>
      page(
        `<table><tr>${each(60, () => `<td rowspan=3000>${noise(20_000)}</td>`)}</tr>${times('<tr><td>b</tr>', 3_000)}</table>`,
      ),
  ],
  [
    'span-rows.html',
    'a cell of 20 kB that reaches over 3,000 empty rows',
    () => page(`<table><tr><td rowspan=3000>${noise(20_000)}</td><td>a</td></tr>${times('<tr></tr>', 3_000)}</table>`),
  ],
  [
    'heads.html',
    'a long header over 50,000 rows',
    () =>
      page(
        `<table><thead><tr>${each(60, () => `<th>${noise(5_000)}</th>`)}</tr></thead>${times('<tr><td>b', 50_000)}</table>`,
      ),
  ],
  ['attributes.html', '190,000 attributes', () => page(`<p ${each(190_000, (at) => `a${at}=1`, ' ')}>x`)],
  ['same-attribute.html', 'one attribute 900,000 times', () => page(`<p ${times('a=1 ', 900_000)}>x`)],
  ['entities.html', '980,000 entities', () => page(`<p>${times('&amp;', 980_000)}`)],
  ['twice-encoded.html', 'entities encoded twice', () => page(`<p>${times('&amp;amp;lt;b&amp;gt;', 200_000)}`)],
  ['less-than.html', '4.9 million brackets', () => page(times('<', 4.9e6))],
  ['comments.html', '1.2 million comments that begin', () => `<html><!--${times('<!--', 1.2e6)}`],
  [
    'adoption.html',
    'markup that is closed in the wrong order',
    () => page(times('<a><b><i><div>', 25_000) + times('</a></b></i>', 5_000)),
  ],
  ['foreign.html', 'pictures and formulas in each other', () => page(times('<svg><desc><math><mi>', 28_000))],
  ['select.html', 'options in options', () => page(times('<select><option><optgroup>', 38_000))],
  ['lists.html', 'lists in lists, 50,000 deep', () => page(times('<ul><li>a', 50_000))],
  [
    'sibling-lists.html',
    '50,000 lists in one list',
    () => page(`<ul><li>a</li>${times('<ul><li>b</li></ul>', 25_000)}</ul>`),
  ],
  ['definitions.html', '100,000 definitions of one word', () => page(`<dl><dt>a</dt>${times('<dd>b', 100_000)}</dl>`)],
  ['wide-list.html', 'a list of 60,000 items', () => page(`<ul>${times('<li><b>x</b>: y', 30_000)}</ul>`)],
  ['headings.html', '30,000 headings', () => page(each(30_000, (at) => `<h2>H ${at}</h2>x`))],
  [
    'classes.html',
    'class names that sound like advertisements',
    () => page(times('<div class="ad-x has-ads comments-open">', 150) + times('<p class="ads">x</p>', 40_000)),
  ],
  [
    'scripts.html',
    'everything that runs',
    () =>
      page(
        '<script>x()</script><img src=x onerror=x()><a href="javascript:x()">a</a><iframe src="https://evil.example"></iframe><object data=x></object><base href="//evil.example">',
      ),
  ],
  ['addresses.html', 'addresses of 2 MB', () => page(`<a href="https://x.example/${noise(2e6)}">a</a>`)],
  ['breaks.html', '110,000 line breaks', () => page(`<p>${times('a<br>', 110_000)}`)],
  ['spaces.html', '4 MB of white space', () => page(`<p>a${times(' \n\t', 1.3e6)}b`)],
  ['pre.html', 'a block of code of 4 MB', () => page(`<pre>${times('a\n', 2e6)}</pre>`)],
  ['frames.html', 'a page of frames', () => page(nested('<nav><header>', 'x', '</header></nav>', 90))],
  ['marks.html', 'bold in italic in bold', () => page(nested('<b><i>', 'x', '</i></b>', 95))],
  [
    'notes.html',
    'conditional comments and CDATA',
    () => page(times('<!--[if IE]><![CDATA[<p>x]]><![endif]-->', 30_000)),
  ],
];

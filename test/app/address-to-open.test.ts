/** What is shown is what is opened: every address in ASCII, whole, with its real host, or refused. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { linesOf, readAddress } from '../../src-main/app/address-to-open.ts';

/** What is written, what is shown and opened, and whom it reaches. */
const opened: readonly (readonly [text: string, href: string, reaches: string])[] = [
  // plain
  ['https://example.org', 'https://example.org/', 'example.org'],
  ['https://example.org/', 'https://example.org/', 'example.org'],
  ['http://example.org/a/b?c=d&e=f#g', 'http://example.org/a/b?c=d&e=f#g', 'example.org'],
  ['HTTPS://EXAMPLE.ORG/Path', 'https://example.org/Path', 'example.org'],
  ['https://example.org:443/', 'https://example.org/', 'example.org'],
  ['https://example.org:8443/', 'https://example.org:8443/', 'example.org:8443'],
  ['http://localhost:3000/', 'http://localhost:3000/', 'localhost:3000'],
  ['https://example.org/a%20b', 'https://example.org/a%20b', 'example.org'],
  ['https://example.org/a%2Fb%5Cc', 'https://example.org/a%2Fb%5Cc', 'example.org'],
  ['https://example.org/a+b?q=c+d', 'https://example.org/a+b?q=c+d', 'example.org'],
  ["https://example.org/(it's)!*~", "https://example.org/(it's)!*~", 'example.org'],
  ['https://example.org/;a=b,c', 'https://example.org/;a=b,c', 'example.org'],
  ['https://a_b.example.org/', 'https://a_b.example.org/', 'a_b.example.org'],
  ['https://example.org./', 'https://example.org./', 'example.org.'],
  [
    'https://example.org/?next=https://other.example/',
    'https://example.org/?next=https://other.example/',
    'example.org',
  ],
  ['https://example.org/https://other.example/', 'https://example.org/https://other.example/', 'example.org'],
  ['https://other.example.evil.example/', 'https://other.example.evil.example/', 'other.example.evil.example'],
  ['https://example.org/?a[]=1', 'https://example.org/?a[]=1', 'example.org'],
  // written loosely: shown as it will be opened
  ['https:example.org', 'https://example.org/', 'example.org'],
  ['https:/example.org', 'https://example.org/', 'example.org'],
  ['https:////example.org', 'https://example.org/', 'example.org'],
  ['https:\\\\example.org\\a', 'https://example.org/a', 'example.org'],
  ['https:/\\example.org', 'https://example.org/', 'example.org'],
  ['https://example.org\\@evil.example/', 'https://example.org/@evil.example/', 'example.org'],
  ['https://evil.example\\.example.org', 'https://evil.example/.example.org', 'evil.example'],
  ['https://example.org/a\\b', 'https://example.org/a/b', 'example.org'],
  ['https://example.org/?a\\b', 'https://example.org/?a%5Cb', 'example.org'],
  ['https://example.org/#a\\b', 'https://example.org/#a%5Cb', 'example.org'],
  ['  https://example.org/  ', 'https://example.org/', 'example.org'],
  ['\u0000\u001fhttps://example.org/', 'https://example.org/', 'example.org'],
  ['ht\ntps://exa\tmple.org/a\r\nb', 'https://example.org/ab', 'example.org'],
  ['https://example.org/a/../b/./c', 'https://example.org/b/c', 'example.org'],
  ['https://example.org/%2e%2e/a', 'https://example.org/a', 'example.org'],
  ['https://example.org?a', 'https://example.org/?a', 'example.org'],
  ['https://example.org#a', 'https://example.org/#a', 'example.org'],
  ['https://exa%6Dple.org/', 'https://example.org/', 'example.org'],
  // signs that no address may hold as they are
  ['https://example.org/a b', 'https://example.org/a%20b', 'example.org'],
  ['https://example.org/"><script>', 'https://example.org/%22%3E%3Cscript%3E', 'example.org'],
  ['https://example.org/{a|b}^`', 'https://example.org/%7Ba%7Cb%7D%5E%60', 'example.org'],
  ['https://example.org/?{a|b}^`"<>', 'https://example.org/?%7Ba%7Cb%7D%5E%60%22%3C%3E', 'example.org'],
  ['https://example.org/#{a|b}^`"<>', 'https://example.org/#%7Ba%7Cb%7D%5E%60%22%3C%3E', 'example.org'],
  ['https://example.org/\u007f', 'https://example.org/%7F', 'example.org'],
  ['https://example.org/a\u0001b', 'https://example.org/a%01b', 'example.org'],
  ['https://example.org/%0d%0aSet-Cookie:x', 'https://example.org/%0d%0aSet-Cookie:x', 'example.org'],
  ['https://example.org/%', 'https://example.org/%', 'example.org'],
  ['https://example.org/%zz', 'https://example.org/%zz', 'example.org'],
  ['https://example.org/$(id);`id`&|', 'https://example.org/$(id);%60id%60&%7C', 'example.org'],
  ['https://example.org/?q=%USERNAME%', 'https://example.org/?q=%USERNAME%', 'example.org'],
  // hosts in other scripts and their doubles
  ['https://аpple.com/', 'https://xn--pple-43d.com/', 'xn--pple-43d.com'],
  ['https://аррӏе.com/', 'https://xn--80ak6aa92e.com/', 'xn--80ak6aa92e.com'],
  ['https://gооgle.com/', 'https://xn--ggle-55da.com/', 'xn--ggle-55da.com'],
  ['https://раураl.com/', 'https://xn--l-7sba6dbr.com/', 'xn--l-7sba6dbr.com'],
  ['https://αpple.com/', 'https://xn--pple-zld.com/', 'xn--pple-zld.com'],
  ['https://exämple.org/', 'https://xn--exmple-cua.org/', 'xn--exmple-cua.org'],
  ['https://faß.de/', 'https://xn--fa-hia.de/', 'xn--fa-hia.de'],
  ['https://例え.jp/', 'https://xn--r8jz45g.jp/', 'xn--r8jz45g.jp'],
  ['https://xn--pple-43d.com/', 'https://xn--pple-43d.com/', 'xn--pple-43d.com'],
  ['https://www.аpple.com:8080/', 'https://www.xn--pple-43d.com:8080/', 'www.xn--pple-43d.com:8080'],
  ['https://☃.net/', 'https://xn--n3h.net/', 'xn--n3h.net'],
  ['https://ｅｘａｍｐｌｅ.org/', 'https://example.org/', 'example.org'],
  ['https://example。org/', 'https://example.org/', 'example.org'],
  ['https://example．org/', 'https://example.org/', 'example.org'],
  ['https://ⓔxample.org/', 'https://example.org/', 'example.org'],
  ['https://exa\u200bmple.org/', 'https://example.org/', 'example.org'],
  ['https://exa\u00admple.org/', 'https://example.org/', 'example.org'],
  ['https://exa\u2060mple.org/', 'https://example.org/', 'example.org'],
  ['https://example.org\ufeff/', 'https://example.org/', 'example.org'],
  [
    'https://example.org\u2044login.evil.example/',
    'https://example.xn--orglogin-g03d.evil.example/',
    'example.xn--orglogin-g03d.evil.example',
  ],
  [
    'https://example.org\u2215login.evil.example/',
    'https://example.xn--orglogin-0f7d.evil.example/',
    'example.xn--orglogin-0f7d.evil.example',
  ],
  [
    'https://example.org\u29f8login.evil.example/',
    'https://example.xn--orglogin-681f.evil.example/',
    'example.xn--orglogin-681f.evil.example',
  ],
  [
    'https://example.orgノlogin.evil.example/',
    'https://example.xn--orglogin-634g.evil.example/',
    'example.xn--orglogin-634g.evil.example',
  ],
  // other scripts and invisible signs behind the host
  ['https://example.org/é', 'https://example.org/%C3%A9', 'example.org'],
  ['https://example.org/е', 'https://example.org/%D0%B5', 'example.org'],
  ['https://example.org/😀', 'https://example.org/%F0%9F%98%80', 'example.org'],
  ['https://example.org/\u202egpj.exe', 'https://example.org/%E2%80%AEgpj.exe', 'example.org'],
  [
    'https://example.org/\u202a\u202b\u202c\u202d',
    'https://example.org/%E2%80%AA%E2%80%AB%E2%80%AC%E2%80%AD',
    'example.org',
  ],
  [
    'https://example.org/\u2066\u2067\u2068\u2069',
    'https://example.org/%E2%81%A6%E2%81%A7%E2%81%A8%E2%81%A9',
    'example.org',
  ],
  ['https://example.org/\u200e\u200f\u061c', 'https://example.org/%E2%80%8E%E2%80%8F%D8%9C', 'example.org'],
  [
    'https://example.org/\u200b\u200c\u200d\u2060\ufeff.',
    'https://example.org/%E2%80%8B%E2%80%8C%E2%80%8D%E2%81%A0%EF%BB%BF.',
    'example.org',
  ],
  ['https://example.org/\u00a0\u3000\u2003', 'https://example.org/%C2%A0%E3%80%80%E2%80%83', 'example.org'],
  ['https://example.org/a\u2044b', 'https://example.org/a%E2%81%84b', 'example.org'],
  ['https://example.org/a\uff0fb\uff3cc', 'https://example.org/a%EF%BC%8Fb%EF%BC%BCc', 'example.org'],
  ['https://example.org/a\u2028b\u2029c', 'https://example.org/a%E2%80%A8b%E2%80%A9c', 'example.org'],
  ['https://example.org/a\u0085b', 'https://example.org/a%C2%85b', 'example.org'],
  ['https://example.org/?q=\u202ea', 'https://example.org/?q=%E2%80%AEa', 'example.org'],
  ['https://example.org/#\u202ea', 'https://example.org/#%E2%80%AEa', 'example.org'],
  ['https://example.org/\u{e0041}', 'https://example.org/%F3%A0%81%81', 'example.org'],
  ['https://example.org/\ud800', 'https://example.org/%EF%BF%BD', 'example.org'],
  // hosts that are numbers
  ['http://127.0.0.1/', 'http://127.0.0.1/', '127.0.0.1'],
  ['http://2130706433/', 'http://127.0.0.1/', '127.0.0.1'],
  ['http://0x7f.1/', 'http://127.0.0.1/', '127.0.0.1'],
  ['http://0177.0.0.01/', 'http://127.0.0.1/', '127.0.0.1'],
  ['http://１２７.0.0.1/', 'http://127.0.0.1/', '127.0.0.1'],
  ['http://[::1]:8080/', 'http://[::1]:8080/', '[::1]:8080'],
  ['http://[::ffff:127.0.0.1]/', 'http://[::ffff:7f00:1]/', '[::ffff:7f00:1]'],
  // mail
  ['mailto:ada@example.org', 'mailto:ada@example.org', 'ada@example.org'],
  ['MAILTO:ada@EXAMPLE.org', 'mailto:ada@example.org', 'ada@example.org'],
  ['mailto:ada+work@example.org', 'mailto:ada+work@example.org', 'ada+work@example.org'],
  ['mailto:ada%2Bwork@example.org', 'mailto:ada+work@example.org', 'ada+work@example.org'],
  ['mailto:a@example.org,b@example.net', 'mailto:a@example.org,b@example.net', 'a@example.org, b@example.net'],
  ['mailto:?to=a@example.org', 'mailto:?to=a@example.org', 'a@example.org'],
  [
    'mailto:a@example.org?cc=b@example.net&bcc=c@example.com',
    'mailto:a@example.org?cc=b@example.net&bcc=c@example.com',
    'a@example.org, b@example.net, c@example.com',
  ],
  ['mailto:a@example.org?subject=Hello there', 'mailto:a@example.org?subject=Hello%20there', 'a@example.org'],
  ['mailto:a@example.org?Subject=x&BODY=y%0D%0Az', 'mailto:a@example.org?subject=x&body=y%0D%0Az', 'a@example.org'],
  ['mailto:a@example.org?subject=\u202e%E2%80%AE', 'mailto:a@example.org?subject=%E2%80%AE%E2%80%AE', 'a@example.org'],
  ['mailto:a@example.org?subject="><b>', 'mailto:a@example.org?subject=%22%3E%3Cb%3E', 'a@example.org'],
  ['mailto:a@example.org?subject=50%', 'mailto:a@example.org?subject=50%25', 'a@example.org'],
  ['mailto:a@example.org#part', 'mailto:a@example.org', 'a@example.org'],
  ['mailto:a@аpple.com', 'mailto:a@xn--pple-43d.com', 'a@xn--pple-43d.com'],
  ['mailto:a@%D0%B0pple.com', 'mailto:a@xn--pple-43d.com', 'a@xn--pple-43d.com'],
  ['mailto:аda@example.org', 'mailto:%D0%B0da@example.org', '%D0%B0da@example.org'],
  ['mailto:a\\b@example.org', 'mailto:a%5Cb@example.org', 'a%5Cb@example.org'],
];

const refused: readonly string[] = [
  '',
  ' ',
  'example.org',
  'www.example.org/a',
  '//example.org/',
  '/etc/passwd',
  'C:\\Windows\\System32\\calc.exe',
  '\\\\server\\share',
  'not an address',
  'https://',
  'https://?q',
  'https://exa mple.org/',
  'https://example.org:99999/',
  'https://example.org:a/',
  'https://a\u202egnp.example/',
  'https://a\u2066b.example/',
  'https://%00.example/',
  'https://a<b.example/',
  'https://a|b.example/',
  'https://a^b.example/',
  'https://xn--\u0431.example/',
  'https://[::1/',
  'https://[::1%25eth0]/',
  'http://256.256.256.256/',
  'https://\ud800.example/',
  // names and passwords before the host
  'https://user@example.org/',
  'https://user:word@example.org/',
  'https://:word@example.org/',
  'https://example.org@evil.example/',
  'https://example.org%2F@evil.example/',
  'https://example.org\u2044login@evil.example/',
  'https://www.example.org&a=b@evil.example/',
  'https:user@example.org/',
  // other schemes
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\nscript:alert(1)',
  '\u0001javascript:alert(1)',
  'javascript://example.org/%0aalert(1)',
  'vbscript:x',
  'data:text/html,<script>alert(1)</script>',
  'file:///etc/passwd',
  'file://server/share',
  'smb://server/share',
  'ftp://example.org/',
  'ws://example.org/',
  'wss://example.org/',
  'blob:https://example.org/1',
  'filesystem:https://example.org/x',
  'view-source:https://example.org/',
  'about:blank',
  'app://cairn/index.html',
  'chrome://gpu',
  'devtools://devtools/bundled/inspector.html',
  'chrome-extension://x/y',
  'intent://scan/#Intent;scheme=zxing;end',
  'ms-msdt:/id PCWDiagnostic',
  'search-ms:query=x&crumb=location:\\\\evil.example',
  'ms-officecmd:x',
  'vscode://file/etc/passwd',
  'steam://run/1',
  'tel:+123',
  'sms:+123',
  'ssh://example.org',
  'x-apple.systempreferences:',
  'httpss://example.org/',
  'https\u0430://example.org/',
  // mail that is not whole, or would do more than begin a mail
  'mailto:',
  'mailto:ada',
  'mailto:@example.org',
  'mailto:ada@',
  'mailto:?subject=x',
  'mailto:a@example.org%0D%0ABcc:b@evil.example',
  'mailto:a@example.org?subject=x%0D%0ABcc:b@evil.example',
  'mailto:a@example.org?subject=x%00',
  'mailto:a@example.org?cc=b@example.org%0A',
  'mailto:a@example.org?attach=/etc/passwd',
  'mailto:a@example.org?attachment=file:///etc/passwd',
  'mailto:a@example.org?Attach%65d=x',
  'mailto:a@example.org?from=boss@example.org',
  'mailto:a@example.org?reply-to=b@evil.example',
  'mailto:a@example.org?x-header=1',
  'mailto:a@evil.example%2Cb@example.org',
  'mailto:"a b"@example.org',
  'mailto:Ada <a@example.org>',
  'mailto:a@exa mple.org',
  // too long, as it stands or once written out
  `https://example.org/${'a'.repeat(2_000)}`,
  `https://example.org/${'é'.repeat(400)}`,
  `mailto:a@example.org?body=${'x'.repeat(2_000)}`,
];

const printableAscii = /^[!-~]+$/;

describe('an address', () => {
  test('is tried in at least 120 shapes', () => {
    expect(new Set([...opened.map(([text]) => text), ...refused]).size).toBeGreaterThanOrEqual(120);
  });

  test.each(opened)('%j is shown and opened as %s', (text, href, reaches) => {
    const address = readAddress(text);
    expect(address.href).toBe(href);
    expect(address.reaches).toBe(reaches);
    expect(address.href).toMatch(printableAscii);
    expect(address.reaches).toMatch(/^[ -~]+$/);
    expect(address.hasOtherScripts).toBe(reaches.includes('xn--'));
    // whoever reads it again reads the same
    expect(readAddress(address.href)).toEqual(address);
    if (address.kind === 'page') expect(new URL(address.href).host).toBe(reaches);
  });

  test.each(refused)('%j is not opened', (text) => {
    expect(() => readAddress(text)).toThrow(expect.objectContaining({ code: 'INVALID_INPUT' }));
  });

  test('of any signs at all is refused, or printable ASCII that reads the same again', () => {
    const starts = [
      'https://',
      'http://',
      'https://example.org/',
      'https://example.org/?',
      'mailto:',
      'mailto:a@b.example?subject=',
      'mailto:a@b.example,',
      '',
    ];
    const tail = fc.string({
      unit: fc.constantFrom(...'a.b/\\@:%20?#&=,;"<>[]{}|^`+-_~é\u0430\u202e\u200b\u2044\u0000\n\ud800 😀'),
      maxLength: 40,
    });
    fc.assert(
      fc.property(
        fc.constantFrom(...starts),
        fc.oneof(tail, fc.string({ unit: 'binary', maxLength: 40 })),
        (start, end) => {
          let address: ReturnType<typeof readAddress>;
          try {
            address = readAddress(start + end);
          } catch (error) {
            expect(error).toMatchObject({ code: 'INVALID_INPUT' });
            return;
          }
          expect(address.href).toMatch(printableAscii);
          expect(address.href).toMatch(/^(https?:\/\/|mailto:)/);
          expect(readAddress(address.href)).toEqual(address);
        },
      ),
      { numRuns: 3_000 },
    );
  });

  test('of the longest kind is broken into lines that together are the address', () => {
    const { href } = readAddress(`https://example.org/${'a'.repeat(1_980)}`);
    const lines = linesOf(href).split('\n');
    expect(lines.join('')).toBe(href);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(72);
  });
});

/** Addresses as people type them, and what formats of others accept. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mailAddress, mailPattern, uriPattern, webAddress } from '../../src-main/export/addresses.ts';

test.each([
  ['bo@lind.example', 'bo@lind.example'],
  [' Bo Lind <bo@lind.example> ', 'bo@lind.example'],
  ['"Lind, Bo" <bo@lind.example>', 'bo@lind.example'],
  ['mailto:bo@lind.example', 'bo@lind.example'],
  ['bo@bücher.example', 'bo@xn--bcher-kva.example'],
  ["o'neil+jobs@lind.example", "o'neil+jobs@lind.example"],
  ['bo lind@lind.example', null],
  ['bo@lind', null],
  ['bo(at)lind.example', null],
  ['bo@lind.example, bo@work.example', null],
  ['bø@lind.example', null],
  ['@lind.example', null],
  ['', null],
])('e-mail %j is %j', (typed, address) => expect(mailAddress(typed)).toBe(address));

test.each([
  ['https://lind.example/', 'https://lind.example/'],
  ['lind.example/cv', 'https://lind.example/cv'],
  ['localhost:8080/x', 'https://localhost:8080/x'],
  ['lind.example/my page', 'https://lind.example/my%20page'],
  ['https://bücher.example/ä?q=ö#ü', 'https://xn--bcher-kva.example/%C3%A4?q=%C3%B6#%C3%BC'],
  ['lind.example/a[1]|b^c', 'https://lind.example/a%5B1%5D%7Cb%5Ec'],
  ['lind.example/a#b#c', 'https://lind.example/a#b%23c'],
  ['lind.example/100%', 'https://lind.example/100%25'],
  ['https://[2001:db8::1]:80/x', 'https://[2001:db8::1]:80/x'],
  ['acct:bo@example.social', 'acct:bo@example.social'],
  ['mailto:bo@lind.example', 'mailto:bo@lind.example'],
  ['my site.example', null],
  ['@bo@example.social', null],
  ['bo@example.social', null],
  ['https://@bo@example.social', null],
  ['https://', null],
  ['http://a b', null],
  ['  ', null],
])('address %j is %j', (typed, address) => expect(webAddress(typed)).toBe(address));

test('whatever is typed, what is answered has the form that a schema asks for', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom('', 'https://', 'x.example/', 'a@'), (text, start) => {
      expect(webAddress(start + text) ?? 'a:').toMatch(uriPattern);
      expect(mailAddress(start + text) ?? 'a@b.c').toMatch(mailPattern);
    }),
  );
});

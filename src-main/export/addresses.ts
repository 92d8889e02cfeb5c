/** Addresses as formats of others accept them: whole, with a scheme, in plain signs; null for what is none. */
import { domainToASCII } from 'node:url';

/** As JSON Schema's `email` is commonly checked. */
export const mailPattern =
  /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*@(?:[a-z\d](?:[a-z\d-]*[a-z\d])?\.)+[a-z\d](?:[a-z\d-]*[a-z\d])?$/i;
/** RFC 3986. */
export const uriPattern =
  /^[a-z][a-z\d+.-]*:(?:\/\/(?:\[[\da-f:.]+\](?::\d+)?(?=[/?#]|$))?)?(?:[\w\-.~:/?@!$&'()*+,;=]|%[\da-f]{2})*(?:#(?:[\w\-.~:/?@!$&'()*+,;=]|%[\da-f]{2})*)?$/i;

/** `bo@x.example`, also out of `Bo Lind <bo@x.example>` and `mailto:bo@x.example`. */
export function mailAddress(text: string): string | null {
  const [, inside] = /^[^<>]*<([^<>]+)>$/.exec(text.trim()) ?? [];
  const bare = (inside ?? text).trim().replace(/^mailto:/i, '');
  const at = bare.lastIndexOf('@');
  if (at < 1) return null;
  const address = `${bare.slice(0, at)}@${domainToASCII(bare.slice(at + 1))}`;
  return mailPattern.test(address) ? address : null;
}

/** An address of the web or of another scheme; spaces and letters of other scripts are written as the web writes them. */
export function webAddress(text: string): string | null {
  const trimmed = text.trim();
  const hasScheme = /^[a-z][a-z\d+.-]*:(?!\d)/i.test(trimmed);
  const whole = hasScheme ? trimmed : `https://${trimmed}`;
  const url = trimmed === '' ? null : URL.parse(whole);
  if (url === null) return null;
  const isOfWeb = url.protocol === 'https:' || url.protocol === 'http:';
  // @bo@example.social is the name of a person, not of a place
  if (isOfWeb && (url.username !== '' || url.password !== '' || /^https?:\/*[^/?#]*@/i.test(whole))) return null;
  if (uriPattern.test(whole)) return whole;
  const [start = '', ...fragment] = url.href.split('#');
  const plain = [start, ...(fragment.length === 0 ? [] : [fragment.join('%23')])].join('#');
  const encoded = plain.replace(/[^\w\-.~:/?#@!$&'()*+,;=%]|%(?![\da-f]{2})/gi, encodeSign);
  return uriPattern.test(encoded) ? encoded : null;
}

function encodeSign(sign: string): string {
  return Array.from(
    new TextEncoder().encode(sign),
    (byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`,
  ).join('');
}

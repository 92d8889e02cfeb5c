/** Reads an address that came from a document or was typed, so that what a person is shown is what is opened. */
import { domainToASCII } from 'node:url';
import { AppError } from '../../shared/api/errors.ts';
import type { AddressToOpen } from '../host.ts';

/** The longest that is opened; it still fits into a dialog whole. */
const maxLength = 2_000;

/** Fields of a mail that a link may fill in. Others attach files or reach into how it is sent. */
const mailFields: ReadonlySet<string> = new Set(['to', 'cc', 'bcc', 'subject', 'body', 'in-reply-to']);
const recipientFields: ReadonlySet<string> = new Set(['to', 'cc', 'bcc']);

/** Throws INVALID_INPUT with what is wrong: not whole, not for the web or mail, with a name and password, too long. */
export function readAddress(text: string): AddressToOpen {
  if (text.length > maxLength) throw tooLong();
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    throw refused('That is not a whole address. It would begin with https://.');
  }
  if (!['http:', 'https:', 'mailto:'].includes(url.protocol)) {
    throw refused(`Cairn opens only web and mail addresses, not “${asciiOnly(url.protocol).slice(0, 40)}”.`);
  }
  if (url.username !== '' || url.password !== '') {
    throw refused(
      'This address holds a name or a password before its host, which is how false addresses are made. It was not opened.',
    );
  }
  const address = url.protocol === 'mailto:' ? readMail(url) : readPage(url);
  if (address.href.length > maxLength) throw tooLong();
  return address;
}

/** The address broken into lines, so that no dialog cuts it; the lines put together are the address. */
export function linesOf(href: string): string {
  return (href.match(/.{1,72}/g) ?? []).join('\n');
}

function readPage(url: URL): AddressToOpen {
  return { href: asciiOnly(url.href), kind: 'page', reaches: url.host, hasOtherScripts: isOtherScript(url.hostname) };
}

function readMail(url: URL): AddressToOpen {
  const to = recipients(url.pathname);
  const all = [...to];
  const fields: string[] = [];
  for (const part of url.search.slice(1).split('&').filter(Boolean)) {
    const cut = part.indexOf('=');
    const name = decoded(cut < 0 ? part : part.slice(0, cut)).toLowerCase();
    const value = cut < 0 ? '' : part.slice(cut + 1);
    if (!mailFields.has(name)) {
      throw refused(
        `This mail address would also set “${asciiOnly(name).slice(0, 40)}”, which a link may not. It was not opened.`,
      );
    }
    if (recipientFields.has(name)) {
      const more = recipients(value);
      all.push(...more);
      fields.push(`${name}=${more.join(',')}`);
    } else {
      const plain = decoded(value);
      if (name !== 'body' && hasControl(plain)) throw hiddenLine();
      fields.push(`${name}=${encodeURIComponent(plain)}`);
    }
  }
  if (all.length === 0) throw refused('This mail address names nobody. It was not opened.');
  return {
    href: asciiOnly(`mailto:${to.join(',')}${fields.length > 0 ? `?${fields.join('&')}` : ''}`),
    kind: 'mail',
    reaches: all.join(', '),
    hasOtherScripts: all.some((recipient) => isOtherScript(recipient.slice(recipient.lastIndexOf('@') + 1))),
  };
}

/** Each with its domain as the mail program will look it up. */
function recipients(list: string): readonly string[] {
  return list
    .split(',')
    .map(decoded)
    .filter((text) => text.trim() !== '')
    .map((text) => {
      if (hasControl(text)) throw hiddenLine();
      const recipient = text.trim();
      const at = recipient.lastIndexOf('@');
      const domain = domainToASCII(recipient.slice(at + 1));
      if (at < 1 || domain === '' || /[\s",;:<>@]/.test(recipient.slice(0, at)))
        throw refused('This mail address is not whole. It was not opened.');
      return `${encodeURIComponent(recipient.slice(0, at)).replaceAll('%2B', '+')}@${domain}`;
    });
}

/** Text with its percent signs read; what is no such text stays as it is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** Writes as %XX whatever the standard of addresses does not allow as it is; the parser lets some of it through. */
function asciiOnly(text: string): string {
  return text.replace(/[^!#-;=?-[\]_a-z~]/gu, (sign) => encodeURIComponent(sign));
}

const isOtherScript = (host: string) => host.split('.').some((label) => label.startsWith('xn--'));

const hasControl = (text: string) => /\p{Cc}/u.test(text);

const refused = (message: string) => new AppError('INVALID_INPUT', message);

const hiddenLine = () => refused('This mail address holds a hidden line. It was not opened.');

const tooLong = () =>
  refused(`This address is longer than ${maxLength.toLocaleString('en')} characters. It was not opened.`);
